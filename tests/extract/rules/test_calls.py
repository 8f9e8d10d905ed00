"""Who calls on whom to do what."""

import pytest
from tests.extract.reports import found


def calls(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [
        (tuple(by.value for by in call.by), tuple(to.value for to in call.to), call.demand.value)
        for call in found(text).calls
    ]


@pytest.mark.parametrize(
    ("text", "by", "to", "demand"),
    [
        (
            "Human Rights Watch urged Poland to release the Tajik activist Odil Samadov.",
            "Human Rights Watch",
            ("PL",),
            "release the Tajik activist Odil Samadov",
        ),
        (
            "Human Rights Watch called on Poland and the European Union to protect activists.",
            "Human Rights Watch",
            ("PL", "EU"),
            "protect activists",
        ),
        (
            "Amnesty International called on Thailand and UNHCR to protect refugees.",
            "Amnesty International",
            ("TH", "UNHCR"),
            "protect refugees",
        ),
        (
            "The EU should protect activists, Human Rights Watch said.",
            "Human Rights Watch",
            ("EU",),
            "protect activists",
        ),
        (
            '"Poland should protect activists," said Jane Fielding, a researcher at Human Rights Watch.',
            "Human Rights Watch",
            ("PL",),
            "protect activists",
        ),
        (
            "The EU should press Tajikistan to free activists, Human Rights Watch said.",
            "Human Rights Watch",
            ("EU",),
            "press Tajikistan to free activists",
        ),
    ],
)
def test_by_to_and_what(text: str, by: str, to: tuple[str, ...], demand: str) -> None:
    assert calls(text) == [((by,), to, demand)]


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty International urged Poland not to deport the Tajik activist Odil Samadov.",
        "Poland must not deport the Tajik activist Odil Samadov, Amnesty International said.",
        '"Poland should not deport the Tajik activist Odil Samadov," Amnesty International said.',
    ],
)
def test_a_demand_keeps_its_not(text: str) -> None:
    """A call not to deport that is shown as a call to deport would be the worst of mistakes."""
    ((_, to, demand),) = calls(text)
    assert to == ("PL",)
    assert demand.startswith("not ")


@pytest.mark.parametrize(
    "text",
    [
        "Tajikistan requested the extradition of the activist Odil Samadov from Poland.",
        "The FSB asked Poland to hand over the activist Odil Samadov.",
        "The activist Odil Samadov was detained in Moscow.",
    ],
)
def test_a_state_that_seeks_someone_makes_no_call(text: str) -> None:
    assert calls(text) == []


def test_a_call_quotes_its_sentence() -> None:
    text = "Human Rights Watch urged Poland to release activists."
    (call,) = found(text).calls
    assert [passage.exact for passage in call.passages] == [text]
