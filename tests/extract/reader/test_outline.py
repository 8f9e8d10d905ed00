"""What the reader is shown of a text."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.reader import made
from tests.extract.reports import report

from amparo.extract.reader.occasions import Occasion
from amparo.extract.reader.outline import ACTS, PARTS, UNNAMED, GroupAt, Line, Outline, PlaceAt, outline_of
from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.user_lexicon import read_lexicon

SENTENCES = (
    "Police in Riga detained the Tajik activist Odil Samadov on 3 May 2019.",
    "Samadov’s brother was beaten.",
    "Two of them were deported to Tajikistan a week later.",
    "Nobody knows where Lola Rashidova and Odil Samadov are.",
    "Related article: Court jails three bloggers",
    "\u202eOdil Samadov\u202c 🕊",
    "?",
)


def words(outline: Outline, one: Line | PlaceAt | GroupAt | Occasion) -> str:
    return outline.text[one.start : one.end]


def test_the_acts_are_those_of_the_annotations() -> None:
    assert len(ACTS) == 22
    assert len(set(ACTS)) == 22
    assert "suspicious_death" not in ACTS


def test_people_sentences_places_and_dates_of_a_report() -> None:
    outline = made.outline()
    assert [person.name for person in outline.persons] == ["Odil Samadov", "Lola Rashidova", "Karim Holov"]
    assert [person.speaker for person in outline.persons] == [False, False, True]
    assert outline.persons[0].origin == "TJ"
    assert [words(outline, line)[:9] for line in outline.lines] == ["Police in", "Two weeks", "Rashidova", "Three oth"]
    assert [line.paragraph == outline.lines[0].paragraph for line in outline.lines] == [True, True, False, False]
    assert [(words(outline, p), p.state, p.kind) for p in outline.places][:2] == [
        ("Riga", "LV", "capital"),
        ("Tajik", "TJ", "demonym"),
    ]
    assert [(words(outline, d), d.date) for d in outline.dates] == [
        ("3 May 2019", "2019-05-03"),
        ("Two weeks later", "2019-05"),
        ("20 June 2019", "2019-06-20"),
        ("2020", "2020"),
    ]
    assert outline.published == "2021-06-01"
    assert outline.pursuit


def test_parts_are_those_of_the_parse() -> None:
    outline = made.outline()
    parts = [[name.part for name in line.names] for line in outline.lines]
    assert parts[0] == ["object", "object"]
    assert parts[2] == ["passive_subject"]


def test_unnamed_people_are_found_with_their_number() -> None:
    outline = made.outline()
    three = next(group for group in outline.groups if words(outline, group).startswith("Three other"))
    assert (three.count, three.part, three.single) == (3, "passive_subject", False)
    assert outline.text[three.head :].startswith("activists")


def test_the_findings_of_the_rules_stand_at_their_sentence() -> None:
    outline = made.outline()
    first = {(one.person, one.act) for one in outline.lines[0].told}
    assert (0, "detention") in first
    assert "detention" in {said.act for said in outline.lines[0].said}
    assert (UNNAMED, "deportation") in {(one.person, one.act) for one in outline.lines[3].told}


def test_a_finer_act_of_a_users_own_counts_as_the_one_it_belongs_to(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[[trigger]]\nact = "suspicious_death"\nverb = ["keel over"]\npatient = "subject"\n', encoding="utf-8"
    )
    document = report("The Tajik activist Odil Samadov keeled over in Riga on 3 May 2019.")
    telling = prepare(document, read_lexicon(file))
    drafts = list(telling.drafts())
    assert [draft.act for draft in drafts] == ["suspicious_death"]
    line = outline_of(document, telling, drafts).lines[0]
    assert [said.act for said in line.said] == ["killing"]
    assert [one.act for one in line.told] == ["killing"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), max_size=5), st.sampled_from((" ", "\n\n", "\n- ")))
def test_everything_stands_inside_its_sentence(sentences: list[str], gap: str) -> None:
    outline = made.outline(gap.join(sentences))
    ends = [0]
    for line in outline.lines:
        assert ends[-1] <= line.start < line.end <= len(outline.text)
        ends.append(line.end)
        at = line.start
        for name in line.names:
            assert at <= name.start < name.end <= line.end
            assert 0 <= name.person < len(outline.persons)
            assert name.part in PARTS
            at = name.end
        assert {said.act for said in line.said} | {one.act for one in line.told} <= set(ACTS)
    for place in outline.places:
        assert words(outline, place).strip()
    assert [p.start for p in outline.places] == sorted(p.start for p in outline.places)
    assert all(group.start <= group.head < group.end for group in outline.groups)
