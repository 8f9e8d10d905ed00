from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import UnknownCode
from amparo.vocabulary.instruments import find_instruments, instrument_name, instrument_names
from amparo.vocabulary.tables import rows

ALIASES = [alias.replace("|", "") for one in instrument_names() for alias in (*one.aliases_en, *one.aliases_ru)]


def found(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.code) for one in find_instruments(text)]


def codes(text: str) -> list[str]:
    return [one.code for one in find_instruments(text)]


def test_codes_are_unique_and_names_given() -> None:
    names = instrument_names()
    assert len({one.code for one in names}) == len(names) == 85
    assert all(one.name for one in names)


def test_no_alias_stands_for_two_instruments() -> None:
    seen: dict[str, str] = {}
    for one in instrument_names():
        for alias in (*one.aliases_en, *one.aliases_ru, *one.ambiguous):
            assert seen.setdefault(alias.casefold(), one.code) == one.code, alias


@pytest.mark.parametrize("code", [one.code for one in instrument_names()])
def test_every_alias_is_found_and_gives_its_code(code: str) -> None:
    name = instrument_name(code)
    for alias in (*name.aliases_en, *name.aliases_ru):
        words = alias.replace("|", "")
        assert found(f"It rests on the {words}, they said.") == [(words, name.code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Convention against Torture forbids it.", ["CAT"]),
        ("the UN Convention Against Torture", ["CAT"]),
        ("THE CONVENTION AGAINST TORTURE", ["CAT"]),
        ("the convention against torture", ["CAT"]),
        ("the UN Convention against\nTorture", ["CAT"]),
        ("the UNCAT", ["CAT"]),
        ("the European Convention on Human Rights (ECHR)", ["ECHR", "ECHR"]),
        ("the 1951 Refugee Convention and its 1967 Protocol", ["REF51", "REF67"]),
        ("the 1951 Convention relating to the Status of Refugees", ["REF51"]),
        ("the ICCPR and its Second Optional Protocol", ["ICCPR", "ICCPR-OP2"]),
        ("the First Optional Protocol to the ICCPR", ["ICCPR-OP1"]),
        ("the International Convention for the Protection of All Persons from Enforced Disappearance", ["CED"]),
        ("the principle of non-refoulement", ["CUSTOM-NR"]),
        ("the principle of non\u2011refoulement", ["CUSTOM-NR"]),
        ("Protocol No. 4 to the European Convention on Human Rights", ["ECHR-P4"]),
        ("article 4 of Protocol No. 4 to the Convention", ["ECHR-P4"]),
        ("the EU Charter of Fundamental Rights", ["EU-CFR"]),
        ("Directive 2013/32/EU and Directive 2008/115/EC", ["EU-APD13", "EU-RD08"]),
        ("Regulation (EU) 2024/1347", ["EU-QR24"]),
        ("article 3 of Interpol’s constitution", ["INTERPOL-C"]),
        ("the 1993 Minsk Convention on legal assistance", ["MINSK93"]),
        ("the Chisinau Convention of 2002", ["CHIS02"]),
        ("under article 4 of Law No. 6458", ["TR-LFIP"]),
        ("Sweden's Aliens Act", ["SE-ALIENS"]),
        ("article 22 of the Convention against Torture", ["CAT-22"]),
        ("article 3 of the European Convention", ["ECHR"]),
        ("the African Charter and the OAU Refugee Convention", ["ACHPR", "OAU69"]),
        ("статья 3 Конвенции против пыток", ["CAT"]),
        ("участница Конвенции ООН против пыток", ["CAT"]),
        ("в соответствии с Минской конвенцией 1993 года", ["MINSK93"]),
        ("Европейской конвенции о защите прав человека и основных свобод", ["ECHR"]),
        ("нарушение Международного пакта о гражданских и политических правах", ["ICCPR"]),
        ("статья 33 Конвенции 1951 года", ["REF51"]),
        ("Конвенцию о статусе беженцев", ["REF51"]),
        ("противоречит уставу Интерпола", ["INTERPOL-C"]),
        ("по Кишинёвской конвенции", ["CHIS02"]),
        ("по Кишиневской конвенции", ["CHIS02"]),
        ("нарушает принцип невыдворения", ["CUSTOM-NR"]),
        ("статья 464 УПК РФ", ["RU-CPC464"]),
    ],
)
def test_names_in_use(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The cat sat on the mat.",
        "A CAT scan was made of his head; article 3 was not mentioned.",
        "Her CAT ran away.",
        "CAT PARTY HELD IN THE CAPITAL",
        "The uncat and the echr are not words.",
        "The crc and the ced are not words either.",
        "He met EU officials and UN experts.",
        "the Committee against Torture",
        "the European Court of Human Rights",
        "the Optional Protocol to the Convention against Torture",
        "the Collective Security Treaty Organization",
        "the European Convention on Mutual Assistance in Criminal Matters, article 3",
        "a convention on torture methods",
        "the return of refugees",
        "Комитет против пыток",
        "Организация Договора о коллективной безопасности",
        "прибыл в Минск по приглашению",
    ],
)
def test_what_only_looks_like_an_instrument(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("row", rows("instrument_stops.csv"), ids=lambda row: row["phrase"])
def test_phrases_that_hold_a_name_and_mean_something_else(row: dict[str, str]) -> None:
    assert row["because"]
    assert found(f"It mentions the {row['phrase'].replace('|', '')} in article 3.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania is party to the ECHR and CAT.", ["ECHR", "CAT"]),
        ("Article 3 CAT applies.", ["CAT"]),
        ("It has ratified the CRC and the CED.", ["CRC", "CED"]),
        ("в статье 3 CAT", ["CAT"]),
    ],
)
def test_ambiguous_acronyms_count_beside_words_of_law(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ECHR ruled in her favour.", []),
        ("The ECHR has found a violation.", []),
        ("The ECHR’s judgment is final.", []),
        ("The European Court of Human Rights (ECHR) said so. Lawyers went to the ECHR.", []),
        ("Article 3 of the ECHR bars the removal.", ["ECHR"]),
        ("It would breach the ECHR.", ["ECHR"]),
    ],
)
def test_the_convention_is_not_the_court(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@given(st.text(max_size=40), st.sampled_from(ALIASES), st.text(max_size=40))
def test_offsets_are_into_the_unaltered_text(before: str, alias: str, after: str) -> None:
    text = f"{before} {alias} {after}"
    matches = find_instruments(text)
    assert all(text[one.start : one.end] == one.words for one in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))


def test_look_up_by_code() -> None:
    assert instrument_name("CAT").name == "Convention against Torture"
    with pytest.raises(UnknownCode, match="ICCPR"):
        instrument_name("ICCP")


def test_a_text_without_law() -> None:
    assert find_instruments("") == ()
    assert find_instruments("He was last seen at the airport on Tuesday.") == ()
