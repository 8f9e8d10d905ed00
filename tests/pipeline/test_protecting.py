import pytest

from amparo.model import Edtf, Outcome, UnknownCode
from amparo.pipeline import protect


def test_the_day_decides() -> None:
    def convention(on: str) -> set[Outcome]:
        return {one.outcome for one in protect(host="RU", origin="TJ", on=Edtf(on)) if one.instrument == "ECHR"}

    assert convention("2021-10") == {Outcome.BOUND}
    assert convention("2023") == {Outcome.NOT_BOUND}


@pytest.mark.parametrize("wrong", [{"host": "ZZ"}, {"host": "LT", "origin": "ZZ"}, {"host": "LT", "act": "teleport"}])
def test_codes_that_are_none(wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownCode):
        protect(**wrong)  # type: ignore[arg-type]
