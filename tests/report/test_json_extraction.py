import json
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.report.cases import (
    BULLETIN,
    COURIER,
    ENGINE,
    EXTRACTION,
    GROUP,
    GROUP_NEWS,
    GROUP_THREATENED,
    RESEARCHER,
    SEIZED,
    SENTENCED,
    TARGET,
    TARGET_AGAIN,
    TREATY,
    cite,
    slot,
)

from amparo.model import Claim, Extraction, Slot
from amparo.report import extraction_json, json_text


def test_extraction_as_json(snapshot: SnapshotAssertion) -> None:
    assert json_text(extraction_json(COURIER, EXTRACTION)) == snapshot


def incident(claim: Claim) -> dict[str, object]:
    """The incident that one claim becomes, read back from the written JSON."""
    documents = {doc.id: doc for doc in (COURIER, BULLETIN, GROUP_NEWS)}
    mentions = (TARGET, TARGET_AGAIN, GROUP)
    extraction = Extraction(document=claim.document, engine=ENGINE, mentions=mentions, claims=(claim,))
    written = json.loads(json_text(extraction_json(documents[claim.document], extraction)))
    found: dict[str, object] = written["incidents"][0]
    return found


def test_finer_act_is_rolled_up_and_kept_in_the_details() -> None:
    finer = replace(SEIZED, act=slot(COURIER, "death_in_custody", "seized"))
    assert incident(finer)["act"] == "killing"
    assert incident(finer)["details"] == {"place": "Istanbul", "act_finer": "death_in_custody"}
    assert "act_finer" not in str(incident(SEIZED)["details"])


def test_unnamed_target_is_a_noun_phrase() -> None:
    found = incident(GROUP_THREATENED)
    assert (found["target"], found["unnamed"]) == (None, "Several members of the Lantern Circle")
    assert (found["host"], found["host_any"], found["destination"]) == (None, ["LT", "PL", "TR"], "TJ")


def test_quotes_stand_in_the_order_of_the_text() -> None:
    turned = replace(GROUP_THREATENED, passages=GROUP_THREATENED.passages[::-1])
    assert incident(turned)["quotes"] == [passage.exact for passage in GROUP_THREATENED.passages]


def test_several_values_of_one_detail_are_joined_once_each() -> None:
    charges: tuple[tuple[str, Slot[str]], ...] = tuple(
        ("charge", slot(BULLETIN, words, words)) for words in ("fraud", "Tashkent", "fraud")
    )
    assert incident(replace(SENTENCED, details=charges))["details"] == {"charge": "fraud; Tashkent"}


@pytest.mark.parametrize(
    ("role", "written"),
    [("researcher", "researcher"), ("whistleblower", "witness"), ("diaspora_leader", "other"), (None, "other")],
)
def test_roles_of_others_are_those_of_the_schema(role: str | None, written: str) -> None:
    extraction = Extraction(document=COURIER.id, engine=ENGINE, mentions=(replace(RESEARCHER, role=role),))
    assert extraction_json(COURIER, extraction)["others"] == [
        {"name": "Lena Beispiel", "role": written, "org": "Example Rights Watch"}
    ]


def test_law_quote_is_the_longest_passage() -> None:
    law = replace(TREATY, passages=(cite(COURIER, "the group said"), *TREATY.passages))
    extraction = Extraction(document=COURIER.id, engine=ENGINE, laws=(law,))
    assert extraction_json(COURIER, extraction)["law"] == [
        {
            "instrument": "CAT",
            "states": ["TR"],
            "claim": "party",
            "quote": "Türkiye is party to the Convention against Torture",
        }
    ]
