"""What a text says of treaties and domestic law."""

import pytest
from tests.extract.reports import found


def laws(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    return {
        (law.instrument.value, law.says.value.value, tuple(state.value for state in law.states))
        for law in found(text).laws
    }


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("The Convention against Torture prohibits the extradition of a person to torture.", ("CAT", "prohibits", ())),
        ("Poland is a party to the Convention against Torture.", ("CAT", "party", ("PL",))),
        ("Poland violated the European Convention on Human Rights.", ("ECHR", "violates", ("PL",))),
        ("He wrote about the Convention against Torture.", ("CAT", "other", ())),
        ("Thailand has not ratified the Refugee Convention.", ("REF51", "other", ("TH",))),
        ("Kenya has signed but not ratified the Convention against Torture.", ("CAT", "other", ("KE",))),
        ("The court found no violation of the European Convention on Human Rights.", ("ECHR", "other", ())),
        ("The Minsk Convention does not oblige states to extradite.", ("MINSK93", "other", ())),
        ("Under Czech law, the minister may not permit surrender.", ("Czech law", "domestic", ("CZ",))),
        ("Serbia's Law on Asylum prohibits such a return.", ("Law on Asylum", "domestic", ("RS",))),
        (
            "Montenegro has no extradition treaty with China.",
            ("Montenegro–China extradition treaty", "other", ("ME", "CN")),
        ),
        ("Customary international law forbids it.", ("CUSTOM-NR", "prohibits", ())),
        ("Membership is punishable under article 314 of the Penal Code.", ("Penal Code", "domestic", ())),
        ("The ban stands in Polish and Lithuanian domestic law.", ("domestic law", "domestic", ("PL", "LT"))),
    ],
)
def test_what_is_said_of_an_instrument(text: str, law: tuple[str, str, tuple[str, ...]]) -> None:
    assert laws(text) == {law}


def test_both_treaties_are_the_two_named_before() -> None:
    text = (
        "The Convention against Torture prohibits it. The European Convention on Human Rights bars it. "
        "Poland and all EU members are party to both treaties."
    )
    assert {law for law in laws(text) if law[1] == "party"} == {
        ("CAT", "party", ("EU", "PL")),
        ("ECHR", "party", ("EU", "PL")),
    }


def test_both_treaties_of_nowhere() -> None:
    assert laws("Poland is party to both treaties.") == set()


def test_whose_word_it_is() -> None:
    text = "The Convention against Torture forbids it, Human Rights Watch said."
    (law,) = found(text).laws
    assert [slot.value for slot in law.sources] == ["Human Rights Watch"]


def test_a_treaty_is_no_incident() -> None:
    text = "The convention forbids the deportation of activists. Poland is party to the Convention against Torture."
    assert found(text).claims == ()


def test_a_clause_each() -> None:
    text = "Kuwait is a party to the Convention against Torture but has not acceded to the Refugee Convention."
    assert laws(text) == {("CAT", "party", ("KW",)), ("REF51", "other", ("KW",))}


def test_bound_and_forbidden() -> None:
    text = "Poland is bound by the ICCPR and by the Convention against Torture, which forbids sending him back."
    assert laws(text) == {("ICCPR", "party", ("PL",)), ("CAT", "party", ("PL",)), ("CAT", "prohibits", ())}


@pytest.mark.parametrize(
    ("text", "law"),
    [
        (
            "Poland is party to the Convention against Torture. By removing him it would breach article 3.",
            ("CAT", "violates", ("PL",)),
        ),
        ("He cited the Refugee Convention. Malaysia has not signed that convention.", ("REF51", "other", ("MY",))),
        (
            "The European Court of Human Rights ruled on Monday. It found a violation of Article 5.",
            ("ECHR", "violates", ()),
        ),
        (
            "Lithuania ratified the Refugee Convention and the Convention against Torture. The first forbids it; the second forbids it too.",
            ("CAT", "prohibits", ()),
        ),
    ],
)
def test_an_instrument_taken_up_again(text: str, law: tuple[str, str, tuple[str, ...]]) -> None:
    assert law in laws(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was charged under Article 307 of the Criminal Code.",
        "Article 5 is the best in this magazine.",
        "He studied at the law school and knows Polish law firms.",
        "They have no place in international law.",
        "The group urged Poland to ratify the Refugee Convention.",
    ],
)
def test_what_says_nothing_of_the_law(text: str) -> None:
    assert laws(text) == set()


def test_the_right_to_complain_is_an_instrument_of_its_own() -> None:
    text = "Germany is bound by the Convention against Torture and has accepted the competence of the Committee under article 22."
    assert laws(text) == {("CAT", "party", ("DE",)), ("CAT-22", "party", ("DE",))}


def test_the_right_to_complain_without_its_article_is_said_of_the_convention() -> None:
    text = "Germany has accepted the competence of the Committee against Torture. The Convention forbids such a return."
    assert laws(text) == {("CAT", "party", ("DE",)), ("CAT", "prohibits", ())}


def test_the_optional_protocol_where_the_human_rights_committee_speaks() -> None:
    text = "The Human Rights Committee found that Belarus had violated article 7 of the Covenant and article 1 of the Optional Protocol."
    assert laws(text) == {("ICCPR", "violates", ("BY",)), ("ICCPR-OP1", "violates", ("BY",))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Slovak constitution forbids returning a person to torture.", "Constitution of Slovakia"),
        ("Sweden is a rich state, and its own Aliens Act forbids such a removal.", "SE-ALIENS"),
        ("A law on torture and enforced disappearance in Thailand prohibits such a transfer.", "TH-TED"),
        ("Under Tanzania's Refugees Act, a refugee may not be expelled.", "Refugees Act"),
        ("Turkey and Qatar signed an extradition treaty.", "Turkey–Qatar extradition treaty"),
        ("The Extradition Act 1992 requires a treaty or a special direction.", "Extradition Act 1992"),
        ("Section 29 of the Prevention of Torture Act of 2017 forbids it.", "Prevention of Torture Act"),
    ],
)
def test_what_a_law_is_called(text: str, name: str) -> None:
    assert {law[0] for law in laws(text)} == {name}


def test_a_principle_laid_down_in_a_law_is_that_law() -> None:
    text = "Turkey keeps to the principle of non-refoulement laid down in article 4 of Law No. 6458."
    assert laws(text) == {("TR-LFIP", "domestic", ("TR",))}


def test_an_article_of_a_code_is_no_article_of_the_treaty_named_before() -> None:
    text = (
        "Armenia is party to the Minsk Convention. He is charged in Belarus under article 361-4 of the criminal code."
    )
    assert laws(text) == {("MINSK93", "party", ("AM",))}


def test_each_statement_once() -> None:
    text = "Poland is party to the Convention against Torture. Poland is party to the Convention against Torture."
    assert len(found(text).laws) == 1
