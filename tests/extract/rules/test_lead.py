"""The lead counts or describes, the body names."""

from tests.extract.reports import acts, found, told


def test_a_counted_lead_and_the_names_behind_it() -> None:
    text = (
        "Two Turkmen activists were deported from Turkey to Turkmenistan in May 2019, rights groups said.\n\n"
        "Human Rights Watch said that Kerim Annaev and Maksat Orazov had no lawyer."
    )
    claims = told(text)
    assert {claim.who for claim in claims} == {"Two Turkmen activists", "Kerim Annaev", "Maksat Orazov"}
    assert {(claim.act, claim.host, claim.destination, claim.date) for claim in claims} == {
        ("deportation", "TR", "TM", "2019-05")
    }


def test_each_member_goes_home() -> None:
    text = (
        "Two exiles were deported from Turkey back to their homelands in May 2019.\n\n"
        "Activists named them as Kerim Annaev of Turkmenistan and Odil Samadov from Tajikistan."
    )
    assert {(claim.who, claim.destination) for claim in told(text) if claim.who != "Two exiles"} == {
        ("Kerim Annaev", "TM"),
        ("Odil Samadov", "TJ"),
    }


def test_a_list_of_another_size_names_others() -> None:
    text = (
        "Three Turkmen activists were deported from Turkey in May 2019.\n\n"
        "Human Rights Watch said that Kerim Annaev and Maksat Orazov had no lawyer."
    )
    assert {claim.who for claim in told(text)} == {"Three Turkmen activists"}


def test_one_described_and_then_named() -> None:
    text = "A Tajik blogger was shot dead in Istanbul on 3 May 2019.\n\nOdil Samadov, 51, died at the scene."
    assert acts(text) == {("Odil Samadov", "killing")}


def test_both_sentences_carry_the_claim() -> None:
    text = "A Tajik blogger was shot dead in Istanbul on 3 May 2019.\n\nOdil Samadov, 51, died at the scene."
    (claim,) = found(text).claims
    assert [passage.exact for passage in claim.passages] == text.split("\n\n")


def test_a_spokesperson_is_not_the_one_described() -> None:
    text = "A Tajik blogger was shot dead in Istanbul on 3 May 2019.\n\nPolice spokesman Karim Holov gave no details."
    assert acts(text) == {("A Tajik blogger", "killing")}
