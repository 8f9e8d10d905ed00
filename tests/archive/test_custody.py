"""A log that nobody can change unnoticed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.archive import broken_links, chain
from amparo.model import CustodyAction, CustodyEntry, WrongCall

AT = datetime(2024, 4, 16, 12, 0, tzinfo=UTC)


def _log(notes: list[str]) -> list[CustodyEntry]:
    entries: list[CustodyEntry] = []
    for note in notes:
        entries.append(
            chain(
                entries[-1] if entries else None,
                at=AT,
                by="rosa",
                action=CustodyAction.COLLECTED,
                source="ab" * 32,
                tool="archive/1",
                note=note,
            )
        )
    return entries


def test_a_log_as_written_holds() -> None:
    log = _log(["one", "two", "three"])
    assert [entry.number for entry in log] == [1, 2, 3]
    assert [entry.previous for entry in log] == ["", log[0].chain, log[1].chain]
    assert broken_links(log, last=log[-1].chain) == ()
    assert broken_links([]) == ()


def test_the_zone_in_which_a_store_gives_times_back_does_not_matter() -> None:
    moved = [replace(entry, at=entry.at.astimezone(timezone(timedelta(hours=5)))) for entry in _log(["one", "two"])]
    assert broken_links(moved) == ()


@given(
    st.integers(0, 3), st.sampled_from(["by", "note", "source", "tool", "at", "action", "number", "previous", "chain"])
)
def test_any_change_to_any_line_is_found(at: int, field: str) -> None:
    log = _log(["one", "two", "three", "four"])
    other: Any = {"at": AT + timedelta(microseconds=1), "action": CustodyAction.READ, "number": 9}.get(field, "other")
    log[at] = replace(log[at], **{field: other})
    assert broken_links(log)


@given(st.integers(0, 2))
def test_a_missing_line_is_found(at: int) -> None:
    log = _log(["one", "two", "three", "four"])
    del log[at]
    assert f"Custody line {at + 1} is missing: the next one found is line {at + 2}." in broken_links(log)


def test_lines_put_in_another_order_are_found() -> None:
    first, second, third = _log(["one", "two", "three"])
    assert broken_links([first, third, second])


def test_a_log_cut_off_at_its_end_is_found_when_its_last_line_is_known() -> None:
    log = _log(["one", "two", "three"])
    assert broken_links(log[:2]) == ()
    assert broken_links(log[:2], last=log[2].chain) == (
        "The custody log does not end with the line that is known to be its last.",
    )


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(WrongCall, match="zone"):
        chain(None, at=datetime(2024, 4, 16), by="r", action=CustodyAction.READ, source="", tool="")  # noqa: DTZ001
