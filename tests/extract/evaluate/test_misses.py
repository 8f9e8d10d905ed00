"""Why incidents have no counterpart. The words of each example are its own."""

from typing import Any

import pytest

from amparo.extract.evaluate import Reason, annotation
from amparo.extract.evaluate.misses import false, missed
from amparo.extract.evaluate.pairing import pair

HELD, FLOWN = "Police in Riga held him on 3 May.", "By evening he had been put on a plane."


def told(act: str, quote: str = HELD, target: str | None = "Anvar Holiqov") -> dict[str, Any]:
    return {"target": target, "act": act, "status": "occurred", "quotes": [quote]}


def text(*incidents: dict[str, Any], others: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "persons": [{"name": "Anvar Holiqov", "names": ["Holiqov"]}],
        "others": [{"name": name} for name in others],
        "incidents": list(incidents),
    }


def reasons(gold: dict[str, Any], found: dict[str, Any] | None) -> tuple[list[Reason], list[Reason]]:
    one = annotation(gold, "gold", name="a")
    other = None if found is None else annotation(found, "found", name="a")
    pairing = pair(one, other or annotation({}, "found", name="a"))
    return [miss.reason for miss in missed(one, other, pairing)], [miss.reason for miss in false(one, pairing)]


@pytest.mark.parametrize(
    ("found", "why", "why_false"),
    [
        (None, Reason.UNREAD, None),
        ({"incidents": [], "passed_over": True}, Reason.PASSED_OVER, None),
        ({"incidents": []}, Reason.PERSON_NOT_FOUND, None),
        ({"incidents": [], "others": [{"name": "A. Holiqov"}]}, Reason.NOTHING_TOLD, None),
        (text(told("torture", FLOWN)), Reason.NO_ACT, Reason.NO_ACT),
        (text(told("abduction")), Reason.OTHER_ACT, Reason.OTHER_ACT),
        (text(told("detention", target="Ivan Petrov")), Reason.OTHER_TARGET, Reason.OTHER_TARGET),
        (text(told("detention", target=None)), Reason.OTHER_TARGET, Reason.OTHER_TARGET),
        (text(told("torture", FLOWN, target="Ivan Petrov")), Reason.NOTHING_TOLD, Reason.NO_TARGET),
        (text(told("torture", FLOWN, target=None)), Reason.NOTHING_TOLD, Reason.UNNAMED),
    ],
)
def test_one_annotated_incident_that_was_not_found(
    found: dict[str, Any] | None, why: Reason, why_false: Reason | None
) -> None:
    expected = ([why], [] if why_false is None else [why_false])
    assert reasons(text(told("detention")), found) == expected


def test_unnamed_people_of_whom_nothing_was_found() -> None:
    assert reasons(text(told("detention", target=None)), text()) == ([Reason.NO_UNNAMED], [])


def test_a_second_occasion() -> None:
    one, both = text(told("detention")), text(told("detention"), told("detention", FLOWN))
    assert reasons(both, one) == ([Reason.OTHER_OCCASION], [])
    assert reasons(one, both) == ([], [Reason.OTHER_OCCASION])


def test_a_text_in_which_nothing_is_annotated() -> None:
    assert reasons(text(), text(told("detention"))) == ([], [Reason.NOTHING_ANNOTATED])


def test_what_stands_on_the_same_words_is_named() -> None:
    gold, found = (annotation(text(told(act)), "x", name="a") for act in ("detention", "abduction"))
    (miss,) = missed(gold, found, pair(gold, found))
    assert miss.instead == found.events[0]


def test_what_is_optional_is_no_miss_and_no_error() -> None:
    gold = text({**told("detention"), "optional": True})
    assert reasons(gold, text()) == ([], [])
    assert reasons(gold, text(told("detention"))) == ([], [])
