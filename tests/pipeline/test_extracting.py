from pathlib import Path

import pytest
from tests.read.files import ENGLISH, pdf

from amparo.model import Cause, Edtf, WrongCall
from amparo.pipeline import Given, extract


def test_files_in_their_order_with_what_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.pdf").write_bytes(pdf(None))
    (tmp_path / "c.txt").touch()
    text, picture, empty = extract([tmp_path], given=Given(published=Edtf("2024")))
    assert [Path(one.path).name for one in (text, picture, empty)] == ["a.txt", "b.pdf", "c.txt"]
    assert text.document is not None
    assert text.document.published == Edtf("2024")
    assert text.extraction is not None
    assert text.faults == ()
    for one, cause in ((picture, Cause.NO_TEXT), (empty, Cause.EMPTY)):
        assert (one.document, one.extraction) == (None, None)
        assert [fault.cause for fault in one.faults] == [cause]


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(WrongCall, match=r"no-such\.txt"):
        list(extract([Path("no-such.txt")]))
