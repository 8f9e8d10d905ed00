"""Annotated folders: ``ID.json`` with the annotation and ``ID.txt`` with the text, side by side."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from amparo.model import WrongCall

from .annotation import Annotation, annotation


class Part(StrEnum):
    """Which texts of the folders are measured."""

    ALL = "all"
    OPEN = "open"
    BLIND = "blind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One annotated text: its annotation, the file it stands in, and its words as that file has them."""

    gold: Annotation
    path: Path
    text: str


def annotated(folders: Iterable[Path], part: Part = Part.ALL) -> tuple[Annotated, ...]:
    """The annotated texts of ``folders``, by id. JSON files without a key «incidents» are something else and left alone.

    Raises WrongCall for a folder that is not there or has none, for an annotation that does not fit the schema or lacks its text, and for
    two of one id.
    """
    found: dict[str, Annotated] = {}
    for folder in folders:
        for one in _read(folder):
            if one.gold.id in found:
                raise WrongCall(f"{one.path} and {found[one.gold.id].path} have one id; give one of them another name.")
            found[one.gold.id] = one
    chosen = tuple(
        found[key] for key in sorted(found) if part is Part.ALL or found[key].gold.blind == (part is Part.BLIND)
    )
    if not chosen:
        raise WrongCall(
            f"{_NONE[part]} in {', '.join(map(str, folders))}. An annotated text is ID.json beside ID.txt; "
            "docs/evaluation.md tells what stands in it."
        )
    return chosen


_NONE = {
    Part.ALL: "There is no annotated text",
    Part.OPEN: "There is no annotated text whose number does not end in 0 or 5",
    Part.BLIND: "There is no annotated text whose number ends in 0 or 5",
}


def _read(folder: Path) -> Iterator[Annotated]:
    if not folder.is_dir():
        raise WrongCall(f"{folder} is not a folder. Name one that holds annotated texts, ID.json beside ID.txt.")
    for path in sorted(folder.glob("*.json")):
        raw = _json(path)
        if isinstance(raw, dict) and "incidents" in raw:
            text = path.with_suffix(".txt")
            yield Annotated(gold=annotation(raw, str(path), name=path.stem), path=text, text=_text(text))


def _json(path: Path) -> object:
    try:
        found: object = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror}.") from error
    except json.JSONDecodeError as error:
        raise WrongCall(f"{path}, line {error.lineno}: this is not JSON ({error.msg}).") from error
    except UnicodeDecodeError as error:
        raise WrongCall(f"{path} is not in UTF-8; save it so.") from error
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise WrongCall(f"{path.with_suffix('.json')} has no text: {path.name} is missing beside it.") from None
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise WrongCall(f"{path} is not in UTF-8; save it so.") from error
