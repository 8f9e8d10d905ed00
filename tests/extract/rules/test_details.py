"""What a sentence states beside the slots."""

import pytest
from tests.extract.reports import only

WHO = "the Tajik activist Odil Samadov"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (f"In 2021 {WHO} was sentenced to nine years in prison in Dushanbe.", "sentence", "nine years in prison"),
        (f"In 2021 {WHO} was sentenced to life imprisonment in Dushanbe.", "sentence", "life imprisonment"),
        (f"In 2021 {WHO} was sentenced to 12 years in Dushanbe on fraud charges.", "charge", "fraud"),
        (f"In 2021 {WHO} was arrested in Moscow on suspicion of extremism.", "charge", "extremism"),
        (f"In 2021 {WHO} was detained in Moscow for three weeks.", "duration", "three weeks"),
        (f"Interpol issued a red notice against {WHO} in 2018.", "notice", "red notice"),
    ],
)
def test_details(text: str, key: str, value: str) -> None:
    assert only(text).details[key] == value


def test_a_detail_belongs_to_its_act() -> None:
    """The length of a sentence is no detail of an arrest."""
    assert "sentence" not in only(f"In 2021 {WHO} was arrested in Moscow, nine years in exile behind him.").details
