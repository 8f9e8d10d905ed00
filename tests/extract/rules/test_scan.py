"""What the lists know of a text, and which list wins."""

from tests.extract.reports import parsed

from amparo.extract.rules.scan import scan


def test_bodies_win_over_the_places_in_their_names() -> None:
    _, listed = parsed("The Islamic Renaissance Party of Tajikistan met.")
    assert [found.kind for found in listed.organisations] == ["movement"]
    assert list(listed.places) == []


def test_treaties_win_over_all() -> None:
    _, listed = parsed("It breaks the European Convention on Human Rights.")
    assert [found.code for found in listed.instruments] == ["ECHR"]
    assert list(listed.organisations) == []


def test_where_a_speaker_sits_is_no_place_of_the_story() -> None:
    _, listed = parsed("The Vilnius-based group spoke.")
    assert list(listed.places) == []


def test_short_forms_that_the_text_brings_in() -> None:
    _, listed = parsed("The Norwegian Helsinki Committee (NHX) spoke. NHX said so; NHXY did not.")
    assert [found.name for found in listed.organisations] == ["Norwegian Helsinki Committee"] * 3


def test_a_name_does_not_cross_a_paragraph() -> None:
    assert not any(
        found.kind == "ngo"
        for found in scan("About Human\n\nRights Watch spoke.", language="en", published=None).organisations
    )


def test_a_name_goes_on_across_a_line_end() -> None:
    _, listed = parsed("A report by Human Rights\nWatch says so.")
    assert [found.name for found in listed.organisations] == ["Human Rights Watch"]


def test_covered_words() -> None:
    text = "Police in Moscow and the FSB wrote to Amnesty International."
    _, listed = parsed(text)
    for word in ("Moscow", "FSB", "International"):
        at = text.index(word)
        assert listed.covers(at, at + len(word))
    assert not listed.covers(text.index("wrote"), text.index("wrote") + 5)
