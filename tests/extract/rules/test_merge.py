"""Which tellings are one occasion, and what is made of them."""

from tests.extract.reports import found, told

WHO = "the Tajik activist Odil Samadov"


def summary(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(claim.act, claim.status, claim.host, claim.date) for claim in told(text)]


def test_two_tellings_of_one_occasion() -> None:
    text = f"On Monday {WHO} was detained in Moscow. Samadov was detained in Moscow on 3 May 2019, activists said."
    (claim,) = found(text).claims
    assert claim.date is not None
    assert claim.date.value.value == "2019-05-03"
    assert len(claim.passages) == 2


def test_a_precise_date_wins_over_a_coarse_one() -> None:
    text = f"In 2019 {WHO} was detained in Moscow. Samadov was detained in Moscow on 3 May 2019."
    assert summary(text) == [("detention", "occurred", "RU", "2019-05-03")]


def test_other_dates_are_other_occasions() -> None:
    text = f"In 2017 {WHO} was detained in Moscow. In 2019 Samadov was detained in Moscow again."
    assert [date for _, _, _, date in summary(text)] == ["2017", "2019"]


def test_other_places_are_other_occasions() -> None:
    text = f"First {WHO} was detained in Moscow. Then Samadov was detained in Warsaw."
    assert [host for _, _, host, _ in summary(text)] == ["RU", "PL"]


def test_a_denial_and_what_it_denies_are_one() -> None:
    text = f"On Monday {WHO} was abducted in Moscow. Russia denied that Samadov was abducted in Moscow."
    assert [(act, status) for act, status, _, _ in summary(text)] == [("abduction", "denied")]


def test_of_two_words_for_one_transfer_the_more_definite_stands() -> None:
    text = (
        f"In May 2019 {WHO} was deported from Russia. Samadov was forcibly taken to Tajikistan from Russia in May 2019."
    )
    assert [act for act, _, _, _ in summary(text)] == ["rendition"]


def test_a_risk_says_nothing_more_once_it_has_come() -> None:
    text = f"On Monday {WHO} faced deportation from Russia to Tajikistan. In May 2019 Samadov was deported from Russia to Tajikistan."
    assert [(act, status) for act, status, _, _ in summary(text)] == [("deportation", "occurred")]


def test_the_ground_of_a_request_is_a_charge_at_home() -> None:
    text = f"Tajikistan requested the extradition of {WHO} from Poland on charges of extremism."
    assert {(act, host) for act, _, host, _ in summary(text)} == {("extradition", "PL"), ("charge", "TJ")}


def test_after_a_transfer_the_story_goes_on_where_it_led() -> None:
    text = f"In May 2019 {WHO} was deported from Russia to Tajikistan. In June 2019 Samadov was tortured in custody."
    assert ("torture", "TJ") in {(claim.act, claim.host) for claim in told(text)}


def test_the_agents_and_sources_of_all_tellings() -> None:
    text = (
        f"Human Rights Watch said that {WHO} was detained in Moscow. "
        "Amnesty International said that Samadov was detained in Moscow by the FSB."
    )
    (claim,) = told(text)
    assert (claim.agents, claim.sources) == (("FSB",), ("Human Rights Watch", "Amnesty International"))
