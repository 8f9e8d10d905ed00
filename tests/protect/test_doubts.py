import pytest

from amparo.model import Edtf
from amparo.protect.doubts import all_doubts, doubts
from amparo.protect.law import codes
from amparo.protect.tables import rows
from amparo.vocabulary import states


def test_every_row_names_a_state_a_reason_and_a_source() -> None:
    for one, row in zip(all_doubts(), rows("doubts.csv"), strict=True):
        assert states.state(one.state).name in one.reason
        assert one.reason.endswith(".")
        assert one.instrument is None or one.instrument in codes()
        assert row["source_url"].startswith("http")
        assert row["basis"]


@pytest.mark.parametrize(
    ("state", "instrument", "on", "count"),
    [
        ("AF", "CAT", "2021-08-14", 0),
        ("AF", "CAT", "2021-08-15", 1),
        ("AF", "CAT", "2021", 1),
        ("AF", "CAT", None, 1),
        ("GE", "MINSK93", "2020", 1),
        ("GE", "MINSK93", "2008", 0),
        ("GE", "CAT", "2020", 0),
        ("TW", "CAT", "1990", 1),
        ("LT", "CAT", "2024", 0),
    ],
)
def test_whom_a_doubt_touches(state: str, instrument: str, on: str | None, count: int) -> None:
    assert len(doubts(state, instrument, Edtf(on) if on else None)) == count
