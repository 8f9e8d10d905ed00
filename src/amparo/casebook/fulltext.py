"""The full-text indexes (SQLite's FTS5): what is indexed, and words of a user as a question that FTS5 cannot misread.

Two indexes without a copy of the text: ``search`` has a row for each document, ``case_search`` one for each person, both under the
number of theirs. Beside the words as written (FTS5 itself ignores case and accents) stand the same words folded to one
spelling across scripts, so that a name in Cyrillic finds its Latin forms and a dotless ı an i; of names the sound too, so that
«Mirzoyev» finds Mirzoev.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, false, select, table, text

from amparo.model import Document, Mention, Person
from amparo.vocabulary.letters import fold, sound_key

_WORD = re.compile(r'"([^"]+)"|(\S+)')  # a phrase in quotation marks, or anything between spaces
_ENDING = 4  # letters from which on a word also finds longer ones: names are declined («Мирзоева»), nouns have plurals
_LONGEST = 64  # letters; what is longer is no word but data, and would only fill the memory in which words once folded are kept
_TELLING = 3  # sounds; shorter skeletons (two consonants) are those of too many names
_WEIGHTS = "4.0, 1.0, 3.0, 1.0, 0.5"  # title, text, names, folded, sounds: a word in a title or name says most, a like sound least
_SEARCH = table("search", column("rowid"), column("rank"))
_CASE_SEARCH = table("case_search", column("rowid"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase searched for: as written, folded, and by its sound (empty where that says too little).

    ``open`` when longer words that begin so are meant too.
    """

    plain: str
    folded: str
    sound: str
    open: bool


def terms(words: str) -> tuple[Term, ...]:
    """What ``words`` ask for: each word, and as one each phrase in quotation marks; signs alone ask for nothing."""
    asked = [(phrase or word, not phrase) for phrase, word in _WORD.findall(words.replace("\x00", " "))]
    return tuple(_term(said, alone) for said, alone in asked if any(sign.isalnum() for sign in said))


def fold_words(words: str) -> str:
    """Every word folded by itself; those that are too long to be words are left out."""
    return " ".join(fold(word) for word in words.split() if len(word) <= _LONGEST)


def sounds(names: str) -> str:
    """The sound of every word of ``names``."""
    return " ".join(sound_key(word) for word in fold_words(names).split())


def index_document(connection: Connection, number: int, document: Document, mentions: Iterable[Mention]) -> None:
    """Make the document of that number findable by its title, its text and the names in it."""
    names = " ".join(
        name for mention in mentions for name in (mention.name, *mention.forms, mention.organisation or "")
    )
    title = document.title or ""
    connection.execute(
        text(
            "INSERT INTO search (rowid, title, text, names, folded, sounds) "
            "VALUES (:number, :title, :text, :names, :folded, :sounds)"
        ),
        {
            "number": number,
            "title": title,
            "text": document.text,
            "names": names,
            "folded": fold_words(f"{title} {document.text} {names}"),
            "sounds": sounds(names),
        },
    )


def forget_document(connection: Connection, number: int) -> None:
    """Take the document of that number out of the index."""
    connection.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})


def index_cases(connection: Connection, cases: Iterable[tuple[int, Person, Iterable[str]]]) -> None:
    """Make cases findable by names and affiliations and by the words that carry their claims; each is the number of its person, the
    person, and these quotations.
    """
    rows = []
    for number, person, quotes in cases:
        names = " ".join((person.name, *person.names))
        words = " ".join((*person.affiliations, *quotes))
        rows.append(
            {
                "number": number,
                "names": f"{names} {fold_words(names)}",
                "words": f"{words} {fold_words(words)}",
                "sounds": sounds(names),
            }
        )
    if rows:
        connection.execute(
            text("INSERT INTO case_search (rowid, names, words, sounds) VALUES (:number, :names, :words, :sounds)"),
            rows,
        )


def forget_cases(connection: Connection, numbers: Sequence[int]) -> None:
    """Take the cases of the persons of these numbers out of the index."""
    if numbers:
        connection.execute(
            text("DELETE FROM case_search WHERE rowid = :number"), [{"number": number} for number in numbers]
        )


def forget_all(connection: Connection) -> None:
    """Empty both indexes."""
    connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    connection.execute(text("INSERT INTO case_search (case_search) VALUES ('delete-all')"))


def documents_with(asked: Sequence[Term], limit: int) -> Select[Any]:
    """Numbers and scores of the documents that have everything asked for, the best ``limit`` first; a lower score is better."""
    question = _question(asked, "{title text names}", "folded")
    fits = text("search MATCH :question AND rank MATCH :ranking").bindparams(
        question=question, ranking=f"bm25({_WEIGHTS})"
    )
    return select(_SEARCH.c.rowid, _SEARCH.c.rank).where(fits).order_by(_SEARCH.c.rank).limit(limit)


def case_with(number: ColumnElement[int], asked: Sequence[Term]) -> ColumnElement[bool]:
    """Whether the case of the person of that ``number`` has everything asked for, in its names or in what carries its claims."""
    return _case(number, asked, "{names words}")


def case_called(number: ColumnElement[int], asked: Sequence[Term]) -> ColumnElement[bool]:
    """Whether the names of the person of that ``number`` have everything asked for."""
    return _case(number, asked, "names")


def _case(number: ColumnElement[int], asked: Sequence[Term], columns: str) -> ColumnElement[bool]:
    if not asked:
        return false()
    fits = text("case_search MATCH :question").bindparams(question=_question(asked, columns, columns))
    return number.in_(select(_CASE_SEARCH.c.rowid).where(fits))


def _term(said: str, alone: bool) -> Term:
    folded = fold_words(said)
    sound = sound_key(folded) if alone and " " not in folded else ""
    return Term(
        plain=said,
        folded=folded,
        sound=sound if len(sound) >= _TELLING else "",
        open=alone and len(said) >= _ENDING,
    )


def _question(asked: Sequence[Term], written: str, folded: str) -> str:
    """All that is asked for, each as written in the columns ``written``, or folded in ``folded``, or by its sound."""
    return " AND ".join(
        "("
        + " OR ".join(
            f"{columns} : {phrase}"
            for columns, phrase in (
                (written, _phrase(term.plain, term.open)),
                (folded, _phrase(term.folded, term.open)),
                ("sounds", _phrase(term.sound, False)),
            )
            if phrase
        )
        + ")"
        for term in asked
    )


def _phrase(words: str, begins: bool) -> str:
    """A string of FTS5, in which no sign has a meaning (https://www.sqlite.org/fts5.html, section 3.1); empty for no words."""
    return '"' + words.replace('"', '""') + ('"*' if begins else '"') if words else ""
