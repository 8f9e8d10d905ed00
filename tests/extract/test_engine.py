"""What holds of any extraction of any text: true quotations, a passage for every value, unique and stable ids, never an exception."""

import textwrap

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.extract.grounding import check_grounded, passages
from tests.extract.reports import report

from amparo.extract import ENGINES, Engine, extract
from amparo.model import (
    Claim,
    Document,
    Extraction,
    UnknownCode,
)

SENTENCES = (
    "The Tajik activist Odil Samadov was detained in Moscow on 3 May 2019.",
    "Parviz Hakimov, Lola Rashidova and Kerim Annaev, three bloggers, were deported from Turkey to Turkmenistan in 2020.",
    "He was sentenced to nine years in prison on fraud charges in Dushanbe, his lawyer Karim Holov said on Monday.",
    "“They came at night,” said Jane Fielding, a researcher at Human Rights Watch. “Poland should not deport him.”",
    "Samadov’s brother was interrogated by the GKNB.",
    "Two activists were handed over to their home countries, the group said.",
    "The two men had been kidnapped, and they have not been heard from since.",
    "İsmail Öztürk, 34, an exiled editor, was beaten up in İzmir with the help of Russia's FSB.",
    "Poland is party to the Convention against Torture and the European Convention on Human Rights.",
    "EU ministers will meet those of Kazakhstan at a ministerial meeting on 22 November 2021.",
    "Interpol issued a red notice against Yusuf\u00a0Tursun in 2018 — it was deleted later.",
    "Tajikistan banned Group 24 in 2014.",
    "Who was detained?",
    "Related article: Court jails three bloggers",
    "MINSK, March 4, 2018 (Agency) - A preacher was shot dead in Istanbul.",
)
BREAKS = (" ", "  ", "\n", "\n\n", " \n", "\n \n", "\n- ")
SHAPES = (
    "all {}", "({})", "“{}”", "\u202e{}\u202c", "{} 🕊🕊", "{}\0", "• {}", "1. {}", "{}…",
)  # fmt: skip

combined = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(("{}", "{}", *SHAPES)), st.sampled_from(BREAKS)),
    min_size=1,
    max_size=5,
).map(lambda parts: "".join(shape.format(sentence) + gap for sentence, shape, gap in parts))
anything = st.text(max_size=400) | st.text(st.sampled_from("Aa .,;:\"'“”’()-—\n\t\0\u00a0İß١🕊ع"), max_size=400)


def check(document: Document, extraction: Extraction) -> None:
    """What must hold of every extraction."""
    check_grounded(document, extraction)
    assert extraction == extract(document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(combined)
def test_sentences_in_any_order_and_dress(text: str) -> None:
    document = report(text)
    check(document, extract(document))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything)
@example("")
@example(" \n\t ")
@example("\0")
@example("?")
@example("He.")
@example("arrested")
@example("\u2028detained\u2029")
@example("His arrest. Her arrest. Their arrest.")
@example("The brother of the brother of the brother was arrested in the embassy of the embassy.")
def test_any_text(text: str) -> None:
    document = report(text)
    check(document, extract(document))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SENTENCES), st.text(st.sampled_from("İ🕊ع“”—\u00a0\n "), max_size=40))
def test_what_stands_before_a_sentence_does_not_shift_it(sentence: str, before: str) -> None:
    """The same claims are quoted with the same words, wherever in the text they stand."""
    shifted = report(f"{before}\n\n{sentence}\n\nThe activist spoke.")
    plain = report(f"{sentence}\n\nThe activist spoke.")
    one, other = (extract(document, engine="rules").claims for document in (shifted, plain))
    assert quotes(one) == quotes(other)


def quotes(claims: tuple[Claim, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.act.value, tuple(passage.exact for passage in claim.passages)) for claim in claims]


@pytest.mark.parametrize("width", range(60, 100, 4))
def test_wrapping_a_paragraph_changes_no_claim(width: int) -> None:
    text = " ".join(SENTENCES[:6])
    one, other = (extract(report(words)).claims for words in (text, textwrap.fill(text, width)))
    assert [read(claim) for claim in one] == [read(claim) for claim in other]


def read(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where it says it."""
    said = (
        claim.act,
        claim.status,
        claim.host,
        claim.destination,
        claim.origin,
        claim.date,
        *claim.sources,
        *claim.agents,
    )
    return tuple(None if slot is None else slot.value for slot in said)


HELD = "\n\nThe Tajik activist Odil Samadov was detained in Moscow."


@pytest.mark.parametrize(
    "noise",
    [
        "!" * 200_000,
        "a" * 200_000,
        "ab > " * 2_000 + "x" * 60,
        "=-" * 100_000,
        "\0" * 200_000,
        "🕊" * 200_000,
        " " * 200_000,
        "\n" * 200_000,
        "(A" * 100_000,
        "http://example.org/" + "c" * 200_000,
    ],
    ids=["marks", "one word", "crumbs", "rules", "nuls", "doves", "blanks", "line ends", "brackets", "address"],
)
def test_noise_is_passed_over(noise: str) -> None:
    """What is no language costs next to nothing, and what stands behind it is read."""
    document = report(noise + HELD)
    assert [claim.act.value for claim in extract(document).claims] == ["detention"]


@pytest.mark.parametrize(
    "sentence",
    ["the activist was arrested and " * 400, "arrest " * 600, "\" ' " * 800, "Odil Samadov, " * 400],
    ids=["verbs", "nouns", "quotes", "names"],
)
def test_a_sentence_without_an_end(sentence: str) -> None:
    document = report(sentence + HELD)
    found = extract(document)
    assert "detention" in {claim.act.value for claim in found.claims}
    assert all(document.text[p.start : p.end] == p.exact for p in passages(found))


def test_another_language_is_a_fault_and_no_guess() -> None:
    document = report("Un militant a été arrêté à Moscou.", language="fr")
    extraction = extract(document)
    (fault,) = extraction.faults
    assert (extraction.claims, extraction.mentions) == ((), ())
    assert fault.where == document.name
    assert fault.message


def test_a_text_of_unknown_language_is_tried() -> None:
    assert extract(report("The Tajik activist Odil Samadov was detained in Moscow.", language=None)).claims


def test_every_record_names_its_engine() -> None:
    extraction = extract(report(" ".join(SENTENCES)))
    made = {one.engine for one in extraction.claims} | {one.engine for one in extraction.laws}
    made |= {one.engine for one in extraction.calls} | {one.engine for one in extraction.windows}
    assert made == {extraction.engine}
    assert extraction.engine.startswith("reader/")


def test_the_engines_keep_to_the_protocol() -> None:
    engines: list[Engine] = list(ENGINES.values())
    assert {engine.name: engine for engine in engines} == ENGINES


def test_an_unknown_engine_is_a_wrong_call() -> None:
    with pytest.raises(UnknownCode, match="engines"):
        extract(report("He was held."), engine="oracle")
