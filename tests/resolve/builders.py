"""Mentions and claims of invented people, with as few words as a test needs."""

from typing import TypeVar

from amparo.model import Claim, Edtf, Mention, Passage, Slot, Status

T = TypeVar("T")


def slot(value: T, *, document: str = "d1", guessed: bool = False) -> Slot[T]:
    """A slot whose passage does not matter."""
    passage = Passage(document=document, start=0, end=4, exact="text")
    return Slot(value=value, passages=(passage,), rule="test", guessed=guessed)


def optional(value: T | None, document: str) -> Slot[T] | None:
    """A slot, or None for None."""
    return None if value is None else slot(value, document=document)


def person(
    name: str,
    document: str,
    *,
    origin: str | None = None,
    affiliations: tuple[str, ...] = (),
    target: bool = True,
    role: str | None = None,
    organisation: str | None = None,
    forms: tuple[str, ...] = (),
) -> Mention:
    """A named person as ``document`` calls them; the id is made of both."""
    return Mention(
        id=f"{document}:{name}",
        document=document,
        name=name,
        named=True,
        passages=slot("", document=document).passages,
        forms=forms or (name,),
        target=target,
        role=role,
        organisation=organisation,
        origin=optional(origin, document),
        affiliations=tuple(slot(one, document=document) for one in affiliations),
    )


def group(words: str, document: str, *, count: int | None = None) -> Mention:
    """An unnamed person or group."""
    return Mention(
        id=f"{document}:{words}",
        document=document,
        name=words,
        named=False,
        passages=slot("", document=document).passages,
        count=count,
        target=True,
    )


def claim(
    on: Mention,
    act: str,
    *,
    date: str | None = None,
    status: Status = Status.OCCURRED,
    host: str | None = None,
    hosts_any: tuple[str, ...] = (),
    destination: str | None = None,
    origin: str | None = None,
    number: int = 1,
) -> Claim:
    """What the document of ``on`` says happened to them; ``number`` keeps two like claims apart."""
    document = on.document
    return Claim(
        id=f"{on.id}:{act}:{number}",
        document=document,
        target=on.id,
        act=slot(act, document=document),
        status=slot(status, document=document),
        passages=slot("", document=document).passages,
        engine="test/1",
        host=optional(host, document),
        hosts_any=tuple(slot(state, document=document) for state in hosts_any),
        destination=optional(destination, document),
        origin=optional(origin, document),
        date=optional(Edtf(date) if date else None, document),
    )
