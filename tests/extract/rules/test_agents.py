"""Who did it, for which state, on whose side."""

import pytest
from tests.extract.reports import found, only, told

from amparo.model import Agent, Side

WHO = "the Turkmen activist Kerim Annaev"


def agents(text: str) -> set[Agent]:
    return {slot.value for claim in found(text).claims for slot in claim.agents}


def test_by_whom_and_with_whose_help() -> None:
    text = f"In May 2019 {WHO} was abducted by the Turkmen security services (MNB) with the help of Russia's FSB in Moscow."
    assert agents(text) == {
        Agent(name="MNB", state="TM", side=Side.ORIGIN),
        Agent(name="FSB", state="RU", side=Side.HOST),
    }


def test_the_subject_of_an_active_verb() -> None:
    assert agents(f"Kazakh police detained {WHO} in Almaty.") == {Agent(name="police", state="KZ", side=Side.HOST)}


def test_a_third_state() -> None:
    assert {agent.side for agent in agents(f"Officers of Russia's FSB detained {WHO} in Almaty.")} == {Side.THIRD}


def test_an_actor_no_list_names() -> None:
    assert agents(f"On Monday {WHO} was seized by three masked men in Istanbul.") == {
        Agent(name="three masked men", state=None, side=Side.UNKNOWN)
    }


@pytest.mark.parametrize("verb", ["abducted and deported", "arrested and jailed"])
def test_verbs_in_a_row_share_their_agent(verb: str) -> None:
    assert {claim.agents for claim in told(f"Kazakh police {verb} {WHO} in May 2019.")} == {("police",)}


def test_nobody_named() -> None:
    assert only(f"On Monday {WHO} was detained in Moscow.").agents == ()


def test_kin_are_no_agents() -> None:
    assert "brother" not in " ".join(only(f"On Monday {WHO} was detained in Moscow, his brother said.").agents)


def test_offsets_hold_behind_letters_that_change_their_length() -> None:
    text = (
        f"İİİ. On Monday {WHO} was detained in İzmir, an İzmir paper says, with the help of Russia's FSB, in May 2019."
    )
    quotes = {passage.exact for claim in found(text).claims for slot in claim.agents for passage in slot.passages}
    assert quotes == {"FSB"}
