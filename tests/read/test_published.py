"""Who, when and under what title, in order of precedence."""

import pytest

from amparo.model import Basis, Edtf
from amparo.read.published import headline, publication
from amparo.read.reading import Readout

TEXT = (
    "Court frees exiled editor\n\nVILNIUS, April 16, 2024 (Example News) - A court freed him on Monday.\n\nHe left.\n"
)


def test_what_was_given_wins_over_metadata_and_these_over_the_dateline() -> None:
    stated = Readout(text=TEXT, title="Stated title", publisher="Stated", published=Edtf("2024-04-15"))
    given = publication(stated, language="en", publisher="Given", published=Edtf("2024-04"))
    assert (given.publisher, given.published, given.basis) == ("Given", Edtf("2024-04"), Basis.GIVEN)
    known = publication(stated, language="en")
    assert (known.title, known.publisher) == ("Stated title", "Stated")
    assert (known.published, known.basis) == (Edtf("2024-04-15"), Basis.METADATA)
    shown = publication(Readout(text=TEXT), language="en")
    assert (shown.title, shown.publisher) == ("Court frees exiled editor", None)
    assert (shown.published, shown.basis) == (Edtf("2024-04-16"), Basis.DATELINE)


def test_without_a_year_there_is_no_date() -> None:
    unknown = publication(Readout(text="VILNIUS, April 16 - A court freed him on Monday.\n"), language="en")
    assert (unknown.published, unknown.basis) == (None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TEXT, "Court frees exiled editor"),
        ("Ministry of the Interior of the Republic\nPress office\n\nText.", None),
        (
            "Court frees the exiled editor who was about to be sent back to\nthe state that he had fled\n\nText.",
            "Court frees the exiled editor who was about to be sent back to the state that he had fled",
        ),
        ("A court freed him on Monday.\n\nHe left.", None),
        ("Home > World > Europe\n\nCourt frees editor\n\nText.", None),
        ("MENU  SEARCH  LIVE\n\nText.", None),
        ("Exile Watch\nPress statement\n\nText.", None),
        ("Statement\n\nText.", None),
        (
            "The president of the republic receives the leader of its neighbour in the capital last week\nAda Example/AGENCY\n\nText.",
            None,
        ),
        ("*** 12\n\nText.", None),
        ("Court frees exiled editor", None),
        ("", None),
    ],
)
def test_a_headline_is_known_by_how_it_is_set(text: str, title: str | None) -> None:
    assert headline(text) == title
