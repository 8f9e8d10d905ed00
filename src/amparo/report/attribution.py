"""On whose word a document tells something."""

from collections.abc import Iterable

from amparo.model import Slot

from .shelf import Shelf
from .words import listed, visible


def inferred(words: str, *, guessed: bool) -> str:
    """``words``, marked where no text states them."""
    return f"{words} (inferred)" if guessed else words


def attributed(sources: Iterable[Slot[str]], document: str, shelf: Shelf) -> str:
    """«according to Human Rights Watch, said by researcher A. B. [2]»; without sources, the report's own voice.

    A source that is named as a person in the reports «says»; any other (organisations, media, unnamed officials) is «according to».
    """
    bodies: list[str] = []
    people: list[str] = []
    for slot in sources:
        speaker = shelf.speakers.get(slot.value.casefold())
        words = inferred(visible(slot.value), guessed=slot.guessed)
        if speaker is None:
            bodies.append(words)
        else:
            people.append(" ".join((*(role.replace("_", " ") for role in speaker.roles[:1]), words)))
    line = shelf.lines[document]
    by = [f"according to {listed(bodies)}"] if bodies else []
    if people:
        by.append(f"said by {listed(people)}")
    if not by:
        by.append(f"told by {line.publisher or 'the report'} in its own voice")
    return f"{', '.join(by)} [{line.number}]"
