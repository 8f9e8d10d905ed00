import pytest

from amparo.model import BadDate, Edtf
from amparo.protect.tables import edtf, rows


@pytest.mark.parametrize("name", ["instruments.csv", "participation.csv", "doubts.csv", "readings.csv", "circles.csv"])
def test_every_file_has_rows_of_the_same_columns(name: str) -> None:
    found = rows(name)
    assert found
    assert {tuple(row) for row in found} == {tuple(found[0])}
    assert all(not key.startswith("#") for key in found[0])


def test_an_empty_cell_is_no_date() -> None:
    assert edtf("") is None
    assert edtf("2023~") == Edtf("2023~")
    with pytest.raises(BadDate):
        edtf("soon")
