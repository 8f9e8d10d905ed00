"""From what the network sees to proposals, with a network whose answers are written down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from tests.extract.reader import made

from amparo.extract.reader.decisions import Limits, Proposal, proposals
from amparo.extract.reader.network import STATUSES, Finding, Network, Sight, nameless
from amparo.extract.reader.occasions import Occasion
from amparo.extract.reader.outline import ACTS, UNNAMED, Outline
from amparo.extract.reader.pointers import PLACE_SLOTS
from amparo.extract.reader.windows import Stretch, windows

STATES = ("LV", "TJ", "RU")
DATES = ("2019-05-03", "2019-05", "2020-01-07", None)
ODIL, LOLA, KERIM = range(3)
LIMITS = Limits(named=0.3, unnamed=0.3, beside=0.3, evidence=0.4, second=0.5)


@dataclass(frozen=True, slots=True)
class Told:
    """What the network is to answer: how sure it is of an act on a person at a sentence, and of the slots (one less their sum for none)."""

    person: int
    act: str
    line: int
    sure: float = 0.9
    status: str = "occurred"
    host: Mapping[str, float] = field(default_factory=dict)
    destination: Mapping[str, float] = field(default_factory=dict)
    origin: Mapping[str, float] = field(default_factory=dict)
    date: Mapping[str | None, float] = field(default_factory=dict)
    group: float = 0.0


class Written(Network):
    """Answers what was written down, and nothing elsewhere."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__(made.encode, made.weights(), made.word_pieces())
        self._told = {(one.person, one.act, one.line): one for one in told}

    def see(self, outline: Outline) -> Iterator[Sight]:
        for window in windows(outline, self.pieces, nameless(self.pieces)):
            persons = tuple(range(len(outline.persons)))
            acts = np.full((len(persons) + 1, len(window.own), len(ACTS)), -9, np.float32)
            statuses = np.zeros((*acts.shape, len(STATUSES)), np.float32)
            for one in self._told.values():
                if one.line in window.own:
                    at = (
                        len(persons) if one.person == UNNAMED else one.person,
                        window.own.index(one.line),
                        ACTS.index(one.act),
                    )
                    acts[at] = np.log(one.sure / (1 - one.sure))
                    statuses[(*at, STATUSES.index(one.status))] = 5
            yield Sight(window, persons, window.own, acts, statuses, acts, acts)

    def places(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> made.Floats:
        told = self._of(findings)
        values = [outline.places[stretch.index].state for stretch in sight.window.places]
        slots = [_shares([getattr(one, slot) for one in told], values) for slot in PLACE_SLOTS]
        return np.stack(slots, -1)

    def dates(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> made.Floats:
        values = [outline.dates[stretch.index].date for stretch in sight.window.dates]
        return _shares([one.date for one in self._of(findings)], values)

    def groups(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> made.Floats:
        """A group is sought in the finding's own sentence."""
        lines = [_line_of(outline, stretch) for stretch in sight.window.groups]
        return np.concatenate(
            [
                _shares([{finding.line: one.group}], lines)
                for finding, one in zip(findings, self._of(findings), strict=True)
            ]
        )

    def _of(self, findings: Sequence[Finding]) -> list[Told]:
        return [self._told[finding.person, ACTS[finding.act], finding.line] for finding in findings]


def _line_of(outline: Outline, stretch: Stretch) -> int:
    head = outline.groups[stretch.index].head
    return next(number for number, line in enumerate(outline.lines) if line.start <= head < line.end)


def _shares(wanted: Sequence[Mapping[Any, float]], values: Sequence[Any]) -> made.Floats:
    """A row for each of ``wanted``: the first candidate of a value has its probability; the last is what is left."""
    found = np.zeros((len(wanted), len(values) + 1), np.float32)
    for row, shares in enumerate(wanted):
        for value, share in shares.items():
            if share:
                found[row, values.index(value)] = share
        found[row, -1] = 1 - found[row].sum()
    return found


def outline(lines: int = 8) -> Outline:
    """Sentences in which two people are named, with states, dates and an unnamed group."""
    plain = made.listed([["Odil Samadov", "Lola Rashidova", "Kerim Annaev"]] * lines, places=STATES, groups=["two men"])
    dates = tuple(
        Occasion(plain.lines[0].start + n, plain.lines[0].start + n + 1, date, "day") for n, date in enumerate(DATES)
    )
    return Outline(
        text=plain.text, published=None, pursuit=True, persons=plain.persons, lines=plain.lines, places=plain.places, dates=dates, groups=plain.groups
    )  # fmt: skip


def proposed(*told: Told, limits: Limits = LIMITS) -> tuple[Proposal, ...]:
    return proposals(Written(told), None, outline(), limits)


def only(*told: Told, limits: Limits = LIMITS) -> Proposal:
    (proposal,) = proposed(*told, limits=limits)
    return proposal


def acts(found: Sequence[Proposal]) -> set[tuple[int, str]]:
    return {(one.person, one.act) for one in found}


def test_a_person_and_an_act_are_one_proposal() -> None:
    found = only(Told(ODIL, "detention", 1, 0.6), Told(ODIL, "detention", 4, 0.9), Told(ODIL, "detention", 7, 0.5))
    assert (found.person, found.act, found.status) == (ODIL, "detention", "occurred")
    assert found.lines == (1, 4, 7)
    assert found.line == 4
    assert abs(found.sure - 0.9) < 1e-6


def test_proposals_of_several_people_stand_in_order_of_the_text() -> None:
    found = proposed(Told(LOLA, "release", 5), Told(ODIL, "detention", 0), Told(LOLA, "detention", 0))
    assert [(one.person, one.act, one.line) for one in found] == [
        (ODIL, "detention", 0),
        (LOLA, "detention", 0),
        (LOLA, "release", 5),
    ]


def test_what_is_not_likely_enough_is_not_proposed() -> None:
    assert proposed(Told(ODIL, "detention", 1, 0.29)) == ()
    assert acts(proposed(Told(ODIL, "detention", 1, 0.31))) == {(ODIL, "detention")}


def test_people_without_a_name_have_a_limit_of_their_own() -> None:
    limits = Limits(named=0.3, unnamed=0.7)
    assert proposed(Told(UNNAMED, "detention", 1, 0.6, group=0.5), limits=limits) == ()
    assert acts(proposed(Told(ODIL, "detention", 1, 0.6), limits=limits)) == {(ODIL, "detention")}


def test_a_sentence_far_less_sure_than_the_best_carries_nothing() -> None:
    found = only(Told(ODIL, "detention", 1, 0.9), Told(ODIL, "detention", 3, 0.35), Told(ODIL, "detention", 5, 0.4))
    assert found.lines == (1, 5)


def test_sure_dates_that_differ_tell_two_occasions() -> None:
    first, second = proposed(
        Told(ODIL, "detention", 1, 0.9, date={"2019-05-03": 0.8}),
        Told(ODIL, "detention", 3, 0.8, date={"2020-01-07": 0.8}),
        Told(ODIL, "detention", 5, 0.7, date={"2019-05-03": 0.3}),
    )
    assert [one.date and one.date.value for one in (first, second)] == ["2019-05-03", "2020-01-07"]
    assert first.lines == (1, 5)  # what has no sure date goes with the surest
    assert second.lines == (3,)


def test_dates_that_can_be_the_same_day_tell_one_occasion() -> None:
    found = only(
        Told(ODIL, "detention", 1, 0.9, date={"2019-05-03": 0.9}),
        Told(ODIL, "detention", 3, 0.8, date={"2019-05": 0.8}),
    )
    assert found.lines == (1, 3)
    assert found.date is not None
    assert found.date.value == "2019-05-03"


def test_a_date_that_is_not_sure_splits_nothing() -> None:
    told = Told(ODIL, "detention", 1, 0.9, date={"2019-05-03": 0.9})
    assert len(proposed(told, Told(ODIL, "detention", 3, 0.8, date={"2020-01-07": 0.45, None: 0.4}))) == 1
    assert len(proposed(told, Told(ODIL, "detention", 3, 0.45, date={"2020-01-07": 0.9}))) == 1


def test_one_transfer_at_a_sentence_has_one_name() -> None:
    told = Told(ODIL, "extradition", 1, 0.9), Told(ODIL, "deportation", 1, 0.85), Told(LOLA, "deportation", 1, 0.8)
    assert acts(proposed(*told)) == {(ODIL, "extradition"), (LOLA, "deportation")}


def test_rivals_at_a_sentence_must_come_near_the_surest() -> None:
    limits = Limits(named=0.1, beside=0.5)
    best = Told(ODIL, "detention", 1, 0.9)
    for rival, near in (
        (Told(ODIL, "abduction", 1, 0.4), Told(ODIL, "abduction", 1, 0.5)),
        (Told(LOLA, "detention", 1, 0.4), Told(LOLA, "detention", 1, 0.5)),
    ):
        assert acts(proposed(best, rival, limits=limits)) == acts(proposed(best, limits=limits))
        assert len(proposed(best, near, limits=limits)) == 2


def test_the_same_elsewhere_is_no_rival() -> None:
    limits = Limits(named=0.1, beside=0.5)
    told = Told(ODIL, "detention", 1, 0.9), Told(ODIL, "abduction", 2, 0.2), Told(LOLA, "detention", 3, 0.2)
    assert len(proposed(*told, limits=limits)) == 3
    assert len(proposed(Told(ODIL, "detention", 1, 0.9), Told(LOLA, "release", 1, 0.2), limits=limits)) == 2


def test_the_unnamed_are_no_rivals_of_the_named() -> None:
    told = Told(ODIL, "detention", 1, 0.9), Told(UNNAMED, "detention", 1, 0.35, group=0.5)
    assert acts(proposed(*told, limits=Limits(beside=0.9))) == {(ODIL, "detention"), (UNNAMED, "detention")}


def test_unnamed_people_of_neighbouring_sentences_are_the_same() -> None:
    found = proposed(
        Told(UNNAMED, "detention", 0, 0.8, group=0.6),
        Told(UNNAMED, "detention", 2, 0.9, group=0.3),
        Told(UNNAMED, "detention", 6, 0.7, group=0.2),
    )
    assert [one.lines for one in found] == [(0, 2), (6,)]
    assert [one.group for one in found] == [0, 6]  # the phrase of the sentences' own, however unsure


def test_a_named_person_has_no_group() -> None:
    assert only(Told(ODIL, "detention", 1)).group is None


def test_slots_are_those_that_the_sentences_say_together() -> None:
    found = only(
        Told(ODIL, "extradition", 1, 0.9, "attempted", {"LV": 0.5, "RU": 0.4}, {"TJ": 0.6}, {"TJ": 0.9}),
        Told(ODIL, "extradition", 3, 0.8, "attempted", {"RU": 0.9}, {"TJ": 0.9}, {"TJ": 0.3}),
    )
    assert found.status == "attempted"
    assert [one and one.value for one in (found.host, found.destination, found.origin)] == ["RU", "TJ", "TJ"]
    assert found.host is not None
    assert outline().places[found.host.index].state == "RU"
    assert abs(found.host.sure - (0.9 * 0.4 + 0.8 * 0.9) / 1.7) < 1e-5


def test_where_none_is_likelier_a_slot_is_empty() -> None:
    found = only(Told(ODIL, "detention", 1, host={"LV": 0.3, "RU": 0.3}, date={"2019-05-03": 0.4}))
    assert (found.host, found.origin, found.date, found.open_date) == (None, None, None, None)


def test_the_status_is_weighed() -> None:
    told = [Told(ODIL, "extradition", 1, 0.6, "occurred"), Told(ODIL, "extradition", 3, 0.95, "denied")]
    assert only(*told).status == "denied"


def test_only_transfers_lead_somewhere_and_a_notice_has_no_host() -> None:
    sure = {"LV": 0.9}
    assert only(Told(ODIL, "detention", 1, host=sure, destination=sure)).destination is None
    assert only(Told(ODIL, "return_to_safety", 1, host=sure, destination=sure)).destination is not None
    assert only(Told(ODIL, "interpol", 1, host=sure)).host is None


def test_a_date_without_its_year_is_told_apart() -> None:
    found = only(Told(ODIL, "detention", 1, date={None: 0.9}))
    assert found.date is None
    assert found.open_date == DATES.index(None)


def test_a_text_without_candidates() -> None:
    plain = made.listed([["Odil Samadov"]])
    (found,) = proposals(Written([Told(ODIL, "detention", 0), Told(UNNAMED, "release", 0)]), None, plain, LIMITS)[:1]
    assert (found.host, found.date, found.group) == (None, None, None)


def test_thousands_of_people_held_together() -> None:
    plain = made.listed([[f"P{n}" for n in range(row, row + 20)] for row in range(0, 3000, 20)])
    told = [Told(n, "detention", n // 20) for n in range(3000)]
    assert len(proposals(Written(told), None, plain, LIMITS)) == 3000
