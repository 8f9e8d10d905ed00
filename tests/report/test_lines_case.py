from dataclasses import replace

import pytest
from tests.report.cases import COURIER, COURIER_TEXT, JOURNALIST, SEIZED, THREATENED, UNNAMED, slot

from amparo.model import Case, Contradiction, Document, Edtf, Incident, Person, Reading, Status
from amparo.report import CaseLines, TimelineEntry, case_lines


def first_entry(incident: Incident, **changed: object) -> TimelineEntry:
    """The first entry of the journalist's case with another first incident."""
    case = replace(JOURNALIST, incidents=(incident,), **changed)  # type: ignore[arg-type]
    return case_lines(case).timeline[0]


def test_a_seizure_told_twice_with_two_dates() -> None:
    entry = case_lines(JOURNALIST).timeline[0]
    assert (entry.headline, entry.status_label) == ("Reported abduction", "reported")
    assert entry.date_words == "accounts differ: 2 March 2022; 3 March 2022"
    assert (entry.route, entry.pursued_by) == ("Türkiye", "Uzbekistan (inferred)")
    assert entry.agents == ("Blue Service (Uzbekistan, pursuing state)",)
    assert entry.documents == (1, 2)
    assert entry.doubts == (
        "The pursuing state (Uzbekistan) is inferred, not stated.",
        "The reports differ on the date: 2 March 2022 [1]; 3 March 2022 [2].",
    )


def test_it_is_said_on_whose_word() -> None:
    timeline = case_lines(JOURNALIST).timeline
    assert timeline[0].said_by == (
        "according to Example Rights Watch, said by researcher Lena Beispiel [1]",
        "said by lawyer Karim Misolov [2]",
    )
    assert timeline[1].said_by == ("told by The Example Courier in its own voice [1]",)


def test_a_transfer_shows_both_ends_and_what_was_inferred() -> None:
    entry = case_lines(JOURNALIST).timeline[1]
    assert entry.headline == "Threatened extradition"
    assert entry.route == "Türkiye (inferred) → Uzbekistan"
    assert entry.inferred == ("The host state (Türkiye) is inferred, not stated.",)
    assert entry.unsaid == ("when", "by whom")


def test_details_name_the_documents_that_give_them() -> None:
    entry = case_lines(JOURNALIST).timeline[2]
    assert entry.details == ("Sentence: seven years [2]", "Charge: fraud [2]")
    assert entry.quotes[0].reference == "[2], page 2"


def test_several_states_of_which_the_text_does_not_say_which() -> None:
    entry = case_lines(UNNAMED).timeline[0]
    assert entry.route == (
        "several states named, the text does not say which (Lithuania, Poland, Türkiye) → Tajikistan"
    )
    without = replace(UNNAMED, incidents=(replace(UNNAMED.incidents[0], act="detention", destination=None),))
    assert case_lines(without).timeline[0].route == (
        "several states named, the text does not say which: Lithuania, Poland, Türkiye"
    )


def test_a_date_without_its_year_is_given_in_the_words_of_the_text() -> None:
    entry = case_lines(UNNAMED).timeline[0]
    assert entry.date_words == "date not stated (“in recent months”)"
    assert "when" not in entry.unsaid


def test_a_destination_without_a_host_says_that_the_host_is_not_said() -> None:
    entry = first_entry(replace(JOURNALIST.incidents[1], host=None))
    assert entry.route == "state not said → Uzbekistan"
    assert "in which state" in entry.unsaid


def test_states_on_which_the_reports_differ_are_both_shown() -> None:
    readings = (Reading(value="TR", claims=("c1",)), Reading(value="GE", claims=("c2",)))
    differ = (Contradiction(slot="host", readings=readings),)
    entry = first_entry(replace(JOURNALIST.incidents[0], host=None, contradictions=differ))
    assert entry.route == "accounts differ (Türkiye; Georgia)"
    assert str(entry.differences[0]) == "The reports differ on the host state: Türkiye [1]; Georgia [2]."
    assert "in which state" not in entry.unsaid


def test_a_value_that_one_report_states_is_not_called_inferred() -> None:
    stated = replace(THREATENED, id="c9", host=slot(COURIER, "TR", "Istanbul"))
    incident = replace(JOURNALIST.incidents[1], claims=("c3", "c9"))
    entry = first_entry(incident, claims=(THREATENED, stated))
    assert (entry.route, entry.inferred) == ("Türkiye → Uzbekistan", ())


@pytest.mark.parametrize("field", ["act", "status", "date"])
def test_every_inferred_value_is_a_doubt(field: str) -> None:
    guess = replace(getattr(SEIZED, field), guessed=True)
    incident = replace(JOURNALIST.incidents[0], claims=("c1",), date=Edtf("2022-03-02"), contradictions=())
    entry = first_entry(incident, claims=(replace(SEIZED, **{field: guess}),))
    assert len(entry.inferred) == 2  # the pursuing state is inferred as well
    assert entry.date_words == f"2 March 2022{' (inferred)' if field == 'date' else ''}"


def test_a_denied_act_is_contested_and_never_reported_as_a_fact() -> None:
    entry = first_entry(replace(JOURNALIST.incidents[0], status=Status.DENIED))
    assert entry.headline == "Contested abduction"
    assert entry.status_label == "reported, and denied by a party with knowledge of it"


def test_every_value_has_its_words_in_a_quotation_or_beside_it() -> None:
    for entry, incident in zip(case_lines(JOURNALIST).timeline, JOURNALIST.incidents, strict=True):
        shown = [*entry.quotes, *(piece.quote for piece in entry.evidence)]
        for claim in (one for one in JOURNALIST.claims if one.id in incident.claims):
            for held in (claim.act, claim.status, claim.host, claim.date, *claim.agents, *claim.sources):
                for passage in held.passages if held else ():
                    assert any(
                        quote.document == passage.document and quote.start <= passage.start and passage.end <= quote.end
                        for quote in shown
                    )


def test_a_quotation_inside_another_is_shown_once() -> None:
    inside = slot(COURIER, "x", "seized in Istanbul").passages
    entry = first_entry(
        replace(JOURNALIST.incidents[0], claims=("c1",)),
        claims=(replace(SEIZED, passages=(*SEIZED.passages, *inside)),),
    )
    assert [quote.words for quote in entry.quotes] == ["was seized in Istanbul on 2 March 2022"]


def test_a_quotation_leads_back_to_the_exact_text() -> None:
    quote = case_lines(JOURNALIST).timeline[0].quotes[0]
    assert quote.document == COURIER.id
    assert COURIER_TEXT[quote.start : quote.end] == quote.words


def test_law_stands_with_its_incident() -> None:
    entry = case_lines(JOURNALIST).timeline[0]
    assert [line.outcome for line in entry.law] == ["bound", "uncertain"]


def test_what_the_reports_call_for_and_say_of_the_law() -> None:
    lines = case_lines(JOURNALIST)
    assert [(call.by, call.to, call.demand) for call in lines.calls] == [
        ("Example Rights Watch", "Türkiye", "not return him")
    ]
    (law,) = lines.laws
    assert law.statement == "Convention against Torture: said to bind Türkiye"
    assert law.verdict == "confirmed by the law data"
    (window,) = lines.windows
    assert (window.date_words, window.parties) == ("20 March 2022", ("the European Union (inferred)",))


def test_a_call_by_and_to_nobody_named() -> None:
    call = replace(JOURNALIST.calls[0], by=(), to=())
    (line,) = case_lines(replace(JOURNALIST, calls=(call,))).calls
    assert (line.by, line.to) == ("the report itself", "no one named")


def test_an_instrument_that_the_data_lack_keeps_the_name_of_the_text() -> None:
    law, check = JOURNALIST.laws[0]
    named = replace(law, instrument=replace(law.instrument, value="Example Charter"))
    (line,) = case_lines(replace(JOURNALIST, laws=((named, replace(check, findings=())),))).laws
    assert line.statement == "Example Charter: said to bind Türkiye"


def test_documents_are_numbered_by_date_whatever_their_order() -> None:
    turned = replace(JOURNALIST, documents=JOURNALIST.documents[::-1])
    assert case_lines(turned) == case_lines(JOURNALIST)
    assert [source.label for source in case_lines(turned).sources] == [
        "The Example Courier, Journalist seized in Istanbul, 4 March 2022",
        "Example Bar, Bulletin no. 7, May 2022",
    ]


def test_a_document_of_which_nothing_is_known_goes_by_its_file_name() -> None:
    (source,) = case_lines(UNNAMED).sources
    assert source.label == "group.txt"


def summary_of(person: Person, documents: tuple[Document, ...], incidents: tuple[Incident, ...]) -> str:
    case = replace(JOURNALIST, person=person, documents=documents, incidents=incidents, claims=(), calls=(), laws=())
    return case_lines(replace(case, windows=(), findings=())).summary


def test_the_summary_counts_and_names_and_judges_nothing() -> None:
    assert case_lines(JOURNALIST).summary == (
        "2 reports, published from 4 March 2022 to May 2022, tell of 3 incidents concerning Oybek Namunaev. "
        "In order of time: (1) Reported abduction, Türkiye, accounts differ: 2 March 2022; 3 March 2022; "
        "(2) Threatened extradition, Türkiye (inferred) → Uzbekistan, date not stated; "
        "(3) Reported conviction or sentence, Uzbekistan, date not stated. "
        "The reports differ on incident 1; every reading is shown. "
        "What is marked «inferred» is stated by no report. Each statement is that of the reports quoted below."
    )


def test_the_summary_of_a_long_case_names_the_first_and_counts_the_rest() -> None:
    incidents = tuple(replace(JOURNALIST.incidents[1], id=f"i{number}", claims=()) for number in range(9))
    summary = summary_of(JOURNALIST.person, (COURIER,), incidents)
    assert "; and 3 more, listed below." in summary
    assert "1 report, published 4 March 2022, tells of 9 incidents" in summary


def test_the_summary_says_how_many_documents_are_undated() -> None:
    undated = replace(COURIER, id="zz", published=None)
    summary = summary_of(JOURNALIST.person, (COURIER, undated), ())
    assert summary.startswith("2 reports, published 4 March 2022 (1 undated), tell of 0 incidents")


@pytest.mark.parametrize(("count", "who"), [(None, "people"), (1, "a person"), (4, "people")])
def test_the_summary_quotes_how_unnamed_people_are_described(count: int | None, who: str) -> None:
    person = replace(UNNAMED.person, count=count)
    assert f"concerning {who} described as “Several members of the Lantern Circle”" in summary_of(person, (), ())


def about(case: Case) -> tuple[str, ...]:
    lines: CaseLines = case_lines(case)
    return lines.about


def test_short_facts_on_the_person() -> None:
    assert about(JOURNALIST) == (
        "Also written: O. Namunaev",
        "Described as: Journalist",
        "Affiliations, as reported: Example Press Club",
        "State of origin: Uzbekistan",
        "Taken for one and the same because: initial and family name agree, and both were seized in March 2022",
    )
    assert about(replace(UNNAMED, person=replace(UNNAMED.person, count=5))) == (
        "Number of people, as reported: 5",
        "Affiliations, as reported: Lantern Circle",
    )


def test_an_inferred_state_of_origin_is_marked() -> None:
    mention = JOURNALIST.mentions[0]
    guess = replace(mention, origin=slot(COURIER, "UZ", "from Uzbekistan", guessed=True))
    assert "State of origin: Uzbekistan (inferred)" in about(replace(JOURNALIST, mentions=(guess,)))
