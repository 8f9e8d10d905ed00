"""The coarse engine: names by shape, acts by lexicon, states by case, dates; everything a guess. All people are invented."""

import re
import tomllib
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reports import report

from amparo.extract import extract
from amparo.extract.coarse import LANGUAGES
from amparo.extract.coarse.lexicon import lexicon
from amparo.extract.coarse.words import plain, sentences
from amparo.model import Claim, Extraction, Passage, Slot
from amparo.vocabulary import acts, languages, states

Row = tuple[str, str, str, str | None, str | None, str | None]


def told(text: str, language: str, published: str = "2024-04-17") -> set[Row]:
    """Target, act, status, host, destination and date of every claim."""
    found = extract(report(text, language=language, published=published))
    names = {mention.id: mention.name for mention in found.mentions}
    return {
        (
            names[claim.target],
            claim.act.value,
            claim.status.value.value,
            claim.host.value if claim.host else None,
            claim.destination.value if claim.destination else None,
            str(claim.date.value) if claim.date else None,
        )
        for claim in found.claims
    }


REPORTS: tuple[tuple[str, str, set[Row]], ...] = (
    (
        "tr",
        "Tacik gazeteci Odil Samadov 2 Nisan'da İstanbul'da gözaltına alındı. Samadov 5 Nisan'da Türkiye'den Tacikistan'a sınır dışı edildi.",
        {
            ("Odil Samadov", "detention", "occurred", "TR", None, "2024-04-02"),
            ("Odil Samadov", "deportation", "occurred", "TR", "TJ", "2024-04-05"),
        },
    ),
    (
        "tg",
        "Блогери тоҷик Одил Самадовро 2 апрел дар Маскав рабуданд. Самадовро ба Душанбе бурданд ва ба 9 соли зиндон маҳкум карданд.",
        {
            ("Одил Самадов", "abduction", "occurred", "RU", None, "2024-04-02"),
            ("Одил Самадов", "rendition", "occurred", "RU", "TJ", None),
            ("Одил Самадов", "conviction", "occurred", "TJ", None, None),
        },
    ),
    (
        "uz",
        "Oʻzbek faoli Odil Samadov 2-aprelda Olmaotada qoʻlga olindi. Qozogʻiston uni Oʻzbekistonga ekstraditsiya qilish haqida qaror qildi.",
        {
            ("Odil Samadov", "detention", "occurred", "KZ", None, "2024-04-02"),
            ("Odil Samadov", "extradition", "threatened", "KZ", "UZ", None),
        },
    ),
    (
        "uz",
        "Ўзбек фаоли Одил Самадов 2 апрелда Олмаотада қўлга олинди. Самадовнинг акаси Тошкентда сўроқ қилинди.",
        {
            ("Одил Самадов", "detention", "occurred", "KZ", None, "2024-04-02"),
            ("Одил Самадов", "relatives", "occurred", "UZ", None, None),
        },
    ),
    (
        "kk",
        "Белсенді Одил Самадов 2 сәуірде Мәскеуде ұсталды. Самадов Ресейден Қазақстанға депортацияланды.",
        {
            ("Одил Самадов", "detention", "occurred", "RU", None, "2024-04-02"),
            ("Одил Самадов", "deportation", "occurred", "RU", "KZ", None),
        },
    ),
    (
        "ky",
        "Активист Одил Самадов 2-апрелде Стамбулда кармалды. Сот Самадовду 5-апрелде бошотту.",
        {
            ("Одил Самадов", "detention", "occurred", "TR", None, "2024-04-02"),
            ("Одил Самадов", "release", "occurred", "TR", None, "2024-04-05"),
        },
    ),
    (
        "tk",
        "Aktiwist Döwlet Samadow 2 aprelde Stambulda tussag edildi. Samadow Türkiýeden Türkmenistana deport edildi.",
        {
            ("Döwlet Samadow", "detention", "occurred", "TR", None, "2024-04-02"),
            ("Döwlet Samadow", "deportation", "occurred", "TR", "TM", None),
        },
    ),
)


@pytest.mark.parametrize(("language", "text", "expected"), REPORTS)
def test_what_a_report_tells(language: str, text: str, expected: set[Row]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(("language", "text", "_"), REPORTS)
def test_everything_is_marked_as_a_guess_and_coarse(language: str, text: str, _: set[Row]) -> None:
    found = extract(report(text, language=language, published="2024-04-17"))
    assert found.engine == "coarse/1"
    assert all(slot.guessed and slot.rule.startswith("coarse.") for claim in found.claims for slot in slots(claim))
    assert (found.laws, found.calls, found.windows, found.faults) == ((), (), (), ())


def test_a_row_of_names_shares_the_act() -> None:
    text = "Polis pazartesi günü Odil Samadov ve kuzeni Kerim Annayev'i gözaltına aldı."
    assert {(who, act) for who, act, *_ in told(text, "tr")} == {
        ("Odil Samadov", "detention"),
        ("Kerim Annayev", "detention"),
    }


def test_who_speaks_for_others_is_no_target() -> None:
    text = (
        "Muhalif Odil Samadov İstanbul'da gözaltına alındı. Avukatı Lale Raşitova, Samadov'un tutuklandığını söyledi."
    )
    assert {who for who, *_ in told(text, "tr")} == {"Odil Samadov"}


def test_people_counted_and_not_named() -> None:
    assert told("Polonya'dan iki aktivist Tacikistan'a sınır dışı edildi.", "tr") == {
        ("iki aktivist", "deportation", "occurred", "PL", "TJ", None)
    }


def test_a_sentence_that_only_denies_denies_what_was_told_before() -> None:
    text = "Одил Самадовро дар Маскав рабуданд. Вазорати корҳои дохилии Русия инро рад кард."
    assert {(act, status) for _, act, status, *_ in told(text, "tg")} == {("abduction", "denied")}


def test_a_feared_act_is_told_only_of_a_transfer() -> None:
    text = "Odil Samadov'un Tacikistan'a sınır dışı edilmesinden ve işkence görmesinden endişe ediliyor."
    assert {(act, status) for _, act, status, *_ in told(text, "tr")} == {("deportation", "threatened")}


def test_names_of_bodies_in_another_script_are_no_people() -> None:
    text = "Созмони Human Rights Watch гуфт, ки Одил Самадовро дар Маскав рабуданд."
    found = extract(report(text, language="tg"))
    assert [mention.name for mention in found.mentions] == ["Одил Самадов"]


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u200f"])
def test_hidden_characters_in_names_and_acts(hidden: str) -> None:
    text = re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", hidden, REPORTS[0][1])
    bare = {(who.replace(hidden, ""), *rest) for who, *rest in told(text, "tr")}
    assert {row[:5] for row in bare} == {row[:5] for row in REPORTS[0][2]}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_gives_true_quotations(text: str, language: str) -> None:
    document = report(f"{text} {REPORTS[0][1]} {text}", language=language)
    found = extract(document)
    for passage in passages(found):
        assert document.text[passage.start : passage.end] == passage.exact
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@given(st.text(max_size=600), st.sampled_from(sorted(LANGUAGES)))
def test_sentences_are_in_order_and_hold_their_words(text: str, language: str) -> None:
    reached = 0
    for sentence in sentences(text, language):
        assert reached <= sentence.start <= sentence.end
        assert all(sentence.start <= word.start < word.end <= sentence.end for word in sentence.words)
        reached = sentence.end


def test_both_uzbek_scripts_are_folded_alike() -> None:
    assert plain("қўлга", "uz") == plain("qoʻlga", "uz") == plain("qo'lga", "uz") == "qolga"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_data_are_sound(language: str) -> None:
    text = resources.files("amparo.extract").joinpath("data", f"coarse.{language}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    codes = {act.code for act in acts.acts()}
    assert language in languages.LANGUAGES
    assert {entry["code"] for entry in data["act"]} <= codes
    for table in ("places", "demonyms"):
        assert all(states.state(code) for code in data[table])
    names = [name for found in data["places"].values() for name in found]
    assert len(names) == len(set(names))
    entries = [word for entry in data["act"] for word in entry["words"]]
    entries += [word for listed in data["words"].values() for word in listed]
    assert all(entry == entry.lower() and entry.strip("*") for entry in entries)
    assert lexicon(language).acts.among(next(sentences(" ".join(entries).replace("*", ""), language)).words)


def slots(claim: Claim) -> list[Slot[object]]:
    """Every slot of a claim that is filled."""
    single = [claim.act, claim.status, claim.host, claim.destination, claim.origin, claim.date]
    return [slot for slot in (*single, *claim.agents, *claim.sources) if slot is not None]  # type: ignore[misc]


def passages(found: Extraction) -> list[Passage]:
    """Every passage of an extraction."""
    claims = [
        passage
        for claim in found.claims
        for passage in (*claim.passages, *(p for s in slots(claim) for p in s.passages))
    ]
    return [*claims, *(passage for mention in found.mentions for passage in mention.passages)]
