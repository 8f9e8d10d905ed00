import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from amparo.model import Edtf
from amparo.protect.law import codes, main_line
from amparo.protect.parties import DateKind, Participation, PartyStatus, participation, participations
from amparo.protect.spans import Window
from amparo.protect.tables import rows
from amparo.vocabulary import states

ALL = participations()
DATED = {PartyStatus.PARTY, PartyStatus.FORMER_PARTY}
NEVER = {PartyStatus.SIGNATORY, PartyStatus.NOT_PARTY, PartyStatus.NOT_BOUND}


def named(one: Participation) -> str:
    return f"{one.state} {one.instrument} {one.from_}"


def of(status: set[PartyStatus]) -> list[Participation]:
    return [one for one in ALL if one.status in status]


def test_a_row_is_named_by_state_instrument_and_first_day() -> None:
    names = [named(one) for one in ALL]
    assert len(names) == len(set(names)) == 2371


def test_every_state_and_instrument_is_known() -> None:
    known = {state.code for state in states.states()}
    assert {one.state for one in ALL} <= known
    assert {one.instrument for one in ALL} <= set(codes())


def test_every_row_says_where_it_comes_from_and_how_good_it_is() -> None:
    for one in ALL:
        assert one.source_url.startswith("https://") or one.source_url.startswith("http://"), named(one)
        assert one.basis, named(one)
        assert one.confidence in {"high", "medium", "low"}, named(one)
    assert {str(one.as_of) for one in ALL} == {"2015-03", "2022-08", "2025-01"}


def test_every_status_stands_in_the_data() -> None:
    assert {one.status for one in ALL} == set(PartyStatus)
    assert {one.date_kind for one in ALL} == set(DateKind)


def test_who_never_took_part_has_no_dates() -> None:
    for one in of(NEVER):
        assert (one.from_, one.to, one.date_kind) == (None, None, DateKind.NONE), named(one)


def test_who_takes_part_has_a_first_day_or_says_that_it_is_unknown() -> None:
    for one in of(set(PartyStatus) - NEVER):
        assert (one.from_ is None) == (one.date_kind is DateKind.UNKNOWN), named(one)
        assert one.date_kind is not DateKind.NONE, named(one)


def test_who_left_has_a_last_day() -> None:
    assert all(one.to for one in of({PartyStatus.FORMER_PARTY}))


def test_a_treaty_that_a_party_left_is_no_longer_called_a_party_s() -> None:
    ended = [one for one in of({PartyStatus.PARTY}) if one.to]
    assert all(one.instrument.startswith("EU-") and one.to and one.to.earliest > one.as_of.latest for one in ended)


def test_times_are_in_order_and_do_not_overlap() -> None:
    periods = defaultdict(list)
    for one in of(DATED):
        periods[one.state, one.instrument].append(one)
        assert one.ends is None or one.starts.last < one.ends.first, named(one)
    for rows_ in periods.values():
        for before, after in pairwise(rows_):
            assert before.ends is not None
            assert before.ends.last <= after.starts.first


def test_nobody_is_bound_before_the_treaty_was_law_save_by_early_ratification() -> None:
    for one in of(DATED):
        begins = main_line(one.instrument).begins
        if one.from_ and one.date_kind not in {DateKind.RATIFICATION, DateKind.MEMBERSHIP}:
            assert begins is not None
            assert begins.earliest <= one.from_.latest, named(one)


def test_history_is_written_in_one_form() -> None:
    for one in ALL:
        if one.deposited:
            assert re.fullmatch(r"\d{4}(-\d\d){1,2} \([a-z ]+\)", one.deposited), named(one)
            assert Edtf(one.deposited.split()[0])
        if one.signed and one.from_:
            assert one.signed.earliest <= one.from_.latest, named(one)


def test_no_cell_outside_the_columns() -> None:
    assert all(None not in row and None not in row.values() for row in rows("participation.csv"))


def test_rows_of_one_pair_in_order_of_time() -> None:
    assert [(str(one.from_), str(one.to)) for one in participation("GR", "ECHR")] == [
        ("1953-09-03", "1970-06-13"),
        ("1974-11-28", "None"),
    ]
    assert participation("PE", "ECHR") == ()


def row(kind: DateKind, first: str | None, to: str | None = None) -> Participation:
    return Participation(
        state="TJ", instrument="CAT", status=PartyStatus.PARTY, from_=Edtf(first) if first else None, date_kind=kind,
        to=Edtf(to) if to else None, signed=None, deposited="", notes="", source_url="https://example.org/", confidence="low",
        basis="invented", as_of=Edtf("2025-01"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "first", "window"),
    [
        (DateKind.ENTRY_INTO_FORCE, "1998-05-05", ("1998-05-05", "1998-05-05")),
        (DateKind.COMPUTED, "1998-05-05", ("1998-05-05", "1998-05-05")),
        (DateKind.APPLICATION, "2013-12-21", ("2013-12-21", "2013-12-21")),
        (DateKind.SUCCESSION, "1991-10-08", ("1991-01-01", "1991-12-31")),
        (DateKind.APPROXIMATE, "2010-12-24", ("2010-01-01", "2010-12-31")),
        (DateKind.GENERAL, "2003-03-29", ("2003-03-29", "2003-12-31")),
        (DateKind.SUCCESSION_NOTIFIED, "1963-05-16", ("0001-01-01", "1963-12-31")),
        (DateKind.RATIFICATION, "2017", ("2017-01-01", "2018-04-02")),
        (DateKind.DEPOSIT, "2024-03", ("2024-03-01", "2024-04-30")),
        (DateKind.MEMBERSHIP, "2017", ("2017-01-01", "2017-12-31")),
        (DateKind.UNKNOWN, None, ("0001-01-01", "2025-01-31")),
    ],
)
def test_how_exactly_the_first_day_is_known(kind: DateKind, first: str | None, window: tuple[str, str]) -> None:
    assert row(kind, first).starts == Window(first=date.fromisoformat(window[0]), last=date.fromisoformat(window[1]))


def test_an_end_that_is_not_known_to_the_day() -> None:
    ends = row(DateKind.ENTRY_INTO_FORCE, "1995-04-14", "2023~").ends
    assert ends == Window(first=date(2022, 1, 1), last=date(2024, 12, 30))
    assert row(DateKind.ENTRY_INTO_FORCE, "1995-04-14").ends is None
