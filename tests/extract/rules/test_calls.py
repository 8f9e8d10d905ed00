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
            "Human Rights Watch renewed its call on Kazakhstan to release the blogger.",
            "Human Rights Watch",
            ("KZ",),
            "release the blogger",
        ),
        (
            "Human Rights Watch recommends that Türkiye stop all removals.",
            "Human Rights Watch",
            ("TR",),
            "stop all removals",
        ),
        (
            "Human Rights Watch called for the immediate release of Odil Samadov.",
            "Human Rights Watch",
            (),
            "the immediate release of Odil Samadov",
        ),
        (
            "The rights groups want the attorney-general to open a case.",
            "The rights groups",
            ("attorney-general",),
            "open a case",
        ),
        (
            "Odil Samadov must be released at once, Amnesty International said.",
            "Amnesty International",
            (),
            "be released at once",
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
        "Moscow called on Tbilisi to surrender the activist Odil Samadov.",
        "Prosecutors asked the court to extradite the activist Odil Samadov.",
    ],
)
def test_a_state_that_seeks_someone_makes_no_call(text: str) -> None:
    assert calls(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer will appeal to the Supreme Court.",
        "Two men from the embassy called on him in January.",
        "Odil Samadov asked the consulate in Warsaw for a new passport.",
        "The coach urged his players to run.",
        "A UN committee may ask a state to hold off.",
        "Should the EU act?",
        "Poland should have protected the activist Odil Samadov, his lawyer said.",
        "Poland must pay him 9,000 euros, the court ruled.",
        "States must not return anyone to torture.",
        "On 14 July 2016 the UN Committee against Torture asked Belarus not to extradite the activist Odil Samadov.",
    ],
)
def test_what_is_no_call(text: str) -> None:
    assert calls(text) == []


def test_each_addressee_has_a_call_of_its_own() -> None:
    text = (
        "Human Rights Watch called on Poland to grant him protection, on Lithuania to let him travel, "
        "and on the European Commission to open proceedings."
    )
    assert calls(text) == [
        (("Human Rights Watch",), ("PL",), "grant him protection"),
        (("Human Rights Watch",), ("LT",), "let him travel"),
        (("Human Rights Watch",), ("European Commission",), "open proceedings"),
    ]


def test_a_list_of_demands() -> None:
    text = (
        "Amnesty International published a statement on the case today.\n\n"
        "Amnesty International calls on:\n"
        "- the Swedish government to halt all returns;\n"
        "- the Council of Europe to take up the case.\n\n"
        "The case goes on.\n"
    )
    assert calls(text) == [
        (("Amnesty International",), ("SE",), "halt all returns"),
        (("Amnesty International",), ("Council of Europe",), "take up the case"),
    ]


def test_numbered_demands_in_a_sentence() -> None:
    text = "Poland should (1) suspend removals; (2) free the two men."
    assert [demand for _, _, demand in calls(text)] == ["suspend removals", "free the two men"]


def test_the_letter_names_whom_you_means() -> None:
    text = "Open letter to the Government of Kazakhstan\n\nWe ask you to renew the certificates of the four people.\n"
    assert [(to, demand) for _, to, demand in calls(text)] == [(("KZ",), "renew the certificates of the four people")]


def test_a_plea_in_a_post() -> None:
    assert [(to, demand) for _, to, demand in calls("They took him tonight. @UNHCRTurkey pls act NOW.")] == [
        (("@UNHCRTurkey",), "act NOW")
    ]


def test_the_same_demand_counts_once() -> None:
    text = (
        "Human Rights Watch urged Poland to release Odil Samadov. It was raining in Warsaw. "
        "Human Rights Watch urged Poland to release Odil Samadov at once."
    )
    assert len(calls(text)) == 1


def test_a_call_quotes_its_part_of_the_sentence() -> None:
    text = "It rained. Human Rights Watch urged Poland to release activists, and Norway to take them in."
    assert [[passage.exact for passage in call.passages] for call in found(text).calls] == [
        ["Human Rights Watch urged Poland to release activists"],
        ["Norway to take them in"],
    ]
