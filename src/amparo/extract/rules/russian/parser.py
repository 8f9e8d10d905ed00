"""The Russian parser: razdel splits, slovnet tags, names and parses, pymorphy3 gives dictionary forms; labels mapped to `Relation`.

Models: those inside the ``natasha`` 1.6.0 wheel (MIT). natasha itself is never imported: it needs pymorphy2, which no longer runs.
"""

import os
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from amparo.extract.rules.analysis import Analysis, Form, Relation, Sentence, Token

from .lemmas import lemma

_HOLDER = "natasha"  # the distribution that carries the models
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODELS = "model/slovnet_{}_news_v1.tar"
_LONGEST_SENTENCE = 200  # words; longer ones are no prose, and parsing costs their square
_BATCH = 8  # sentences

_RELATIONS = {
    "root": Relation.ROOT,
    "nsubj": Relation.SUBJECT,
    "csubj": Relation.SUBJECT,
    "nsubj:pass": Relation.PASSIVE_SUBJECT,
    "csubj:pass": Relation.PASSIVE_SUBJECT,
    "obj": Relation.OBJECT,
    "iobj": Relation.RECIPIENT,
    "obl": Relation.OBLIQUE,
    "nmod": Relation.OBLIQUE,
    "obl:agent": Relation.AGENT,
    "conj": Relation.CONJUNCT,
    "appos": Relation.APPOSITION,
    "acl:relcl": Relation.RELATIVE,
    "acl": Relation.PARTICIPLE,
    "ccomp": Relation.COMPLEMENT,
    "xcomp": Relation.COMPLEMENT,
    "parataxis": Relation.COMPLEMENT,
    "advcl": Relation.ADVERBIAL,
    "flat:name": Relation.COMPOUND,
    "flat:foreign": Relation.COMPOUND,
    "compound": Relation.COMPOUND,
    "amod": Relation.MODIFIER,
    "advmod": Relation.MODIFIER,
    "case": Relation.MARK,
    "mark": Relation.MARK,
    "aux": Relation.AUXILIARY,
    "aux:pass": Relation.PASSIVE_AUXILIARY,
    "nummod": Relation.NUMBER,
    "nummod:gov": Relation.NUMBER,
}
_ENTITIES = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}


@dataclass(frozen=True, slots=True)
class _Models:
    """The loaded models: names, parts of speech, syntax."""

    names: Any
    morphology: Any
    syntax: Any


@cache
def _models() -> _Models:
    """Load the models once. Imported here and not at the top: a second, and numpy, that other commands must not pay."""
    for variable in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
    ):  # more threads slow small models down four to seven times
        os.environ.setdefault(variable, "1")
    from navec import Navec  # type: ignore[import-untyped]  # noqa: PLC0415  see above
    from slovnet import NER, Morph, Syntax  # type: ignore[import-untyped]  # noqa: PLC0415  see above

    folder = _folder()
    vectors = Navec.load(str(folder / _VECTORS))
    loaded = [
        kind.load(str(folder / _MODELS.format(name)), batch_size=_BATCH)
        for kind, name in ((NER, "ner"), (Morph, "morph"), (Syntax, "syntax"))
    ]
    for model in loaded:
        model.navec(vectors)
    return _Models(*loaded)


def _folder() -> Path:
    """Where the models lie. Raises ModuleNotFoundError when the distribution that carries them is not installed."""
    spec = find_spec(_HOLDER)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            f"The Russian models are missing: install the distribution {_HOLDER!r}.", name=_HOLDER
        )
    return Path(spec.submodule_search_locations[0]) / "data"


class RussianAnalyzer:
    """Parses Russian text block by block."""

    def analyse(self, text: str, blocks: tuple[tuple[int, int], ...]) -> Analysis:
        """Parse each block on its own, so that no sentence runs across a paragraph."""
        models = _models()
        pieces = [
            (number, piece)
            for number, (start, end) in enumerate(blocks)
            for piece in _pieces(models, text[start:end], start)
        ]
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for (block, words), parsed in zip(pieces, _parsed(models, [words for _, words in pieces]), strict=True):
            first, index = len(tokens), len(sentences)
            tokens.extend(
                _token(word, tag, arc, first, place, index)
                for place, (word, (tag, arc)) in enumerate(zip(words, parsed, strict=True))
            )
            sentences.append(Sentence(index, words[0].start, tokens[-1].end, first, len(tokens), block))
        return Analysis(text, tuple(tokens), tuple(sentences), language="ru")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word before it is parsed: where it begins, its letters, the name model's label."""

    start: int
    text: str
    entity: str


def _pieces(models: _Models, block: str, start: int) -> Iterator[list[_Word]]:
    """The words of a block, which begins at ``start``, sentence by sentence; a sentence too long to parse is cut."""
    from razdel import sentenize, tokenize  # type: ignore[import-untyped]  # noqa: PLC0415  only Russian texts need it

    spans = [(span.start, span.stop, _ENTITIES.get(span.type, "")) for span in models.names(block).spans]
    for sentence in sentenize(block):
        words = [_word(sentence.start + word.start, word.text, start, spans) for word in tokenize(sentence.text)]
        for first in range(0, len(words), _LONGEST_SENTENCE):
            yield words[first : first + _LONGEST_SENTENCE]


def _word(at: int, text: str, offset: int, spans: list[tuple[int, int, str]]) -> _Word:
    """A word with the label of the name it is part of."""
    place = bisect_right(spans, at, key=lambda span: span[0]) - 1
    inside = place >= 0 and at < spans[place][1]
    return _Word(offset + at, text, spans[place][2] if inside else "")


def _parsed(models: _Models, sentences: list[list[_Word]]) -> list[list[tuple[Any, Any]]]:
    """The tag and the arc of each word, sentence by sentence; parsed in order of length, since a batch costs what its longest does."""
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]))
    letters = [[word.text for word in sentences[place]] for place in order]
    found: list[list[tuple[Any, Any]]] = [[] for _ in sentences]
    for place, tagged, hung in zip(order, models.morphology.map(letters), models.syntax.map(letters), strict=True):
        found[place] = list(zip(tagged.tokens, hung.tokens, strict=True))
    return found


def _token(word: _Word, tag: Any, arc: Any, first: int, place: int, sentence: int) -> Token:
    """A word of the sentence whose words are counted from ``first``."""
    features = dict(tag.feats or {})
    head = int(arc.head_id) - 1
    base = lemma(word.text, tag.pos, features.get("Case", ""), features.get("Number", ""))
    return Token(
        index=first + place,
        start=word.start,
        end=word.start + len(word.text),
        text=word.text,
        lemma=base,
        pos=tag.pos,
        relation=_relation(arc.rel, tag.pos, base, features),
        head=first + (head if head >= 0 else place),
        sentence=sentence,
        entity=word.entity,
        form=_form(features),
        features=frozenset(f"{name}={value}" for name, value in features.items()),
    )


def _relation(label: str, pos: str, base: str, features: dict[str, str]) -> Relation:
    if base in {"не", "ни", "нет"} and pos in {"PART", "CCONJ", "VERB"}:
        return Relation.NEGATION
    if label == "nmod" and features.get("Case") == "Gen":
        return Relation.POSSESSOR  # «арест Каримова»; with a preposition its mark tells
    return _RELATIONS.get(label, Relation.OTHER)


def _form(features: dict[str, str]) -> Form:
    return {"Part": Form.PARTICIPLE, "Conv": Form.GERUND}.get(features.get("VerbForm", ""), Form.OTHER)
