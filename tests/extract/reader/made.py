"""Invented texts as the reader sees them, vocabularies of a few pieces, and heads with random weights. All people are invented."""

import string
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from tests.extract.reports import report

from amparo.extract.reader.decisions import Limits
from amparo.extract.reader.features import WIDTH
from amparo.extract.reader.model import Model
from amparo.extract.reader.network import STATUSES, Network
from amparo.extract.reader.outline import ACTS, GroupAt, Line, NameAt, Outline, Person, PlaceAt, outline_of
from amparo.extract.reader.pieces import Unigram, WordPiece
from amparo.extract.reader.pointers import DATE_WIDTH, GROUP_WIDTH, PLACE_SLOTS, PLACE_WIDTH
from amparo.extract.reader.ranking import SLOTS, Rankers
from amparo.extract.reader.trees import Forest
from amparo.extract.rules.drafts import Draft
from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.telling import Telling
from amparo.model import Document

Floats = NDArray[np.float32]

REPORT = (
    "Police in Riga detained the Tajik activist Odil Samadov and the blogger Lola Rashidova on 3 May 2019. "
    "Two weeks later he was extradited to Tajikistan, his lawyer Karim Holov said.\n\n"
    "Rashidova was released on 20 June 2019. Three other activists were deported to Uzbekistan in 2020."
)
WIDE = 24  # width of the made-up encoder
_ASK = 16
_HIDDEN = 20
_CODE = 6
_LETTERS = string.ascii_lowercase + string.digits + string.punctuation


def word_pieces() -> WordPiece:
    """Single letters, and some words whole."""
    words = ["the", "police", "activist", "##ed", "##ist", "detain"]
    return WordPiece(
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    )


def unigram() -> Unigram:
    """Single letters, and some words whole, with and without the mark of a space."""
    words = {"▁the": -2.0, "▁police": -3.0, "activ": -4.0, "ist": -3.5, "▁": -2.5, "▁мо": -3.0, "скв": -4.0}
    special = {"<s>": 0.0, "</s>": 0.0, "<pad>": 0.0, "<unk>": 0.0}
    return Unigram({**special, **words, **dict.fromkeys(_LETTERS, -6.0), **dict.fromkeys("абвгдежзиклмнопрстуы", -6.0)})


def told(text: str = REPORT, *, published: str | None = "2021-06-01") -> tuple[Document, Telling, list[Draft], Outline]:
    """An English text, prepared; what the rules read in it; its outline."""
    document = report(text, published=published)
    telling = prepare(document)
    drafts = list(telling.drafts())
    return document, telling, drafts, outline_of(document, telling, drafts)


def outline(text: str = REPORT, *, published: str | None = "2021-06-01") -> Outline:
    """The outline of an English text."""
    return told(text, published=published)[-1]


def listed(names: Sequence[Sequence[str]], *, places: Sequence[str] = (), groups: Sequence[str] = ()) -> Outline:
    """An outline made by hand: a sentence for each list of names, ended by the words of ``places`` and ``groups``; places are states of two letters."""
    text, lines, stand, found = "", [], [], []
    persons = list(dict.fromkeys(name for row in names for name in row))
    for row in names:
        start = len(text)
        named = []
        for name in row:
            named.append(NameAt(len(text), len(text) + len(name), persons.index(name), "subject"))
            text += f"{name}, "
        for state in places:
            stand.append(PlaceAt(len(text), len(text) + len(state), state, "name"))
            text += f"{state} "
        for words in groups:
            found.append(group(len(text), len(text) + len(words)))
            text += f"{words} "
        text += "held."
        lines.append(
            Line(
                start=start, end=len(text), heading=False, paragraph=0, names=tuple(named), said=(), told=()
            )
        )  # fmt: skip
        text += " "
    return Outline(
        text=text,
        published=None,
        pursuit=True,
        persons=tuple(person(key, name) for key, name in enumerate(persons)),
        lines=tuple(lines),
        places=tuple(stand),
        dates=(),
        groups=tuple(found),
    )


def person(key: int, name: str) -> Person:
    """Someone of whom nothing is known but the name."""
    return Person(key=key, name=name, speaker=False, quoted=False, role=None, origin=None)


def group(start: int, end: int) -> GroupAt:
    """A noun phrase for unnamed people."""
    return GroupAt(
        start=start, end=end, head=start, count=2, single=False, definite=True, kin=False, of_named=False, kind="people",
        official=False, part="subject",
    )  # fmt: skip


def encode(ids: Sequence[int]) -> Floats:
    """A vector for each piece that depends on the piece and its place: all that the heads need of an encoder."""
    at = np.asarray(ids, np.float32)[:, None] + np.arange(len(ids), dtype=np.float32)[:, None] / 7
    return np.sin(at * np.arange(1, WIDE + 1, dtype=np.float32) / 3).astype(np.float32)


def weights(seed: int = 0) -> dict[str, Floats]:
    """Random weights of every head, in small sizes."""
    rng = np.random.default_rng(seed)
    sizes = {
        "ask": (WIDE + WIDTH, _ASK), "offer": (WIDE, _ASK), "mix": (4 * WIDE + WIDTH, _HIDDEN),
        "act": (_HIDDEN, len(ACTS)), "status": (_HIDDEN, len(ACTS) * len(STATUSES)),
    }  # fmt: skip
    for kind, width, many in (
        ("place", PLACE_WIDTH, len(PLACE_SLOTS)),
        ("date", DATE_WIDTH, 1),
        ("group", GROUP_WIDTH, 1),
    ):
        sizes |= {
            f"{kind}_ask": (_HIDDEN + _CODE, many * _ASK), f"{kind}_offer": (WIDE, _ASK), f"{kind}_none": (_HIDDEN + _CODE, many),
            f"{kind}_stand.0": (width + _CODE, 8), f"{kind}_stand.2": (8, many),
        }  # fmt: skip
    found: dict[str, Floats] = {}
    for name, (wide, out) in sizes.items():
        found[f"{name}.weight"] = rng.normal(0, wide**-0.5, (out, wide)).astype(np.float32)
        found[f"{name}.bias"] = rng.normal(0, 0.1, out).astype(np.float32)
    found["act_code.weight"] = rng.normal(0, 1, (len(ACTS), _CODE)).astype(np.float32)
    found["unnamed"], found["absent"] = (rng.normal(0, 0.3, WIDE).astype(np.float32) for _ in range(2))
    return found


def network(given: Mapping[str, Floats] | None = None, encoder: Callable[[Sequence[int]], Floats] = encode) -> Network:
    """The heads over the made-up encoder."""
    return Network(encoder, weights() if given is None else given, word_pieces())


def rankers() -> Rankers:
    """One tree for each slot, that asks one thing."""
    tree = {
        "feature": [[9, -1, -1]],
        "threshold": [[0.5, 0, 0]],
        "left": [[1, 0, 0]],
        "right": [[2, 0, 0]],
        "value": [[0, -0.5, 1]],
    }
    held = {f"{slot}.{name}": np.array(rows) for slot in SLOTS for name, rows in tree.items()}
    return Rankers({slot: Forest.of({**held, f"{slot}.base": np.zeros(())}, slot) for slot in SLOTS})


def trained(languages: frozenset[str] = frozenset({"en"})) -> Model:
    """A reader that finds much, and nothing right."""
    given = weights()
    return Model(
        version="made-up", languages=languages, limits=Limits(named=0.05, unnamed=0.05, beside=0.1),
        network=network({**given, "act.bias": given["act.bias"] + 0.5}), rankers=rankers(),
    )  # fmt: skip
