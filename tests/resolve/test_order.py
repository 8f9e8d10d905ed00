from dataclasses import replace

from amparo.model import Contradiction, Edtf, Incident, Reading, Status
from amparo.resolve.order import STAGES, timeline_key, told
from amparo.vocabulary.acts import acts


def incident(act: str, date: str | None = None, *, contradiction: tuple[str, ...] = ()) -> Incident:
    readings = tuple(Reading(value=value, claims=("c",)) for value in contradiction)
    return Incident(
        id=act,
        person="p",
        act=act,
        claims=("c",),
        status=Status.OCCURRED,
        date=Edtf(date) if date else None,
        contradictions=(Contradiction(slot="date", readings=readings),) if readings else (),
    )


def in_time(*incidents: Incident) -> list[str]:
    return [one.act for one in sorted(incidents, key=timeline_key(incidents))]


def test_by_first_day() -> None:
    assert in_time(incident("conviction", "2022-09"), incident("detention", "2022-05-04")) == [
        "detention",
        "conviction",
    ]


def test_on_one_day_by_the_natural_sequence() -> None:
    day = "2022-05-04"
    given = [incident(act, day) for act in ("release", "torture", "deportation", "detention", "charge")]
    assert in_time(*given) == ["charge", "detention", "deportation", "torture", "release"]


def test_undated_stand_where_the_natural_sequence_puts_them() -> None:
    given = [
        incident("torture"),
        incident("charge"),
        incident("release", "2023-02"),
        incident("deportation", "2022-06-01"),
        incident("detention", "2022-05-04"),
    ]
    assert in_time(*given) == ["charge", "detention", "deportation", "torture", "release"]


def test_undated_custody_where_a_transfer_led_follows_it() -> None:
    sent = replace(incident("rendition", "2022-06"), host="RU", destination="TJ")
    held_there = replace(incident("detention"), host="TJ")
    assert in_time(held_there, sent) == ["rendition", "detention"]
    assert in_time(replace(held_there, host="RU"), sent) == ["detention", "rendition"]


def test_undated_only() -> None:
    given = [incident(act) for act in ("return_to_safety", "conviction", "extradition", "abduction", "interpol")]
    assert in_time(*given) == ["interpol", "abduction", "extradition", "conviction", "return_to_safety"]


def test_contradicting_dates_stand_at_the_earliest() -> None:
    given = [incident("detention", "2022-05-05"), incident("abduction", contradiction=("2022-05-06", "2022-05-04"))]
    assert in_time(*given) == ["abduction", "detention"]


def test_every_act_has_a_stage() -> None:
    assert set(STAGES) == {act.code for act in acts() if act.parent is None}


def test_told_unknown_dates_last() -> None:
    published = {"a": None, "b": Edtf("2022-05"), "c": Edtf("2021")}
    assert sorted("abcd", key=lambda document: told(published, document, "r")) == ["c", "b", "a", "d"]
