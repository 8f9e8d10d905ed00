"""Plain text: its line ends become line feeds, nothing else is altered."""

from tests.read.files import RUSSIAN

from amparo.model import Cause, Fault
from amparo.read import TEXT_LIMIT
from amparo.read.plain import read_out
from amparo.read.reading import Readout


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    text = "\ufeffOne \t\r\n\r\nTwo\u00a0\rThree\x0c four\u2028five  \n"
    readout = read_out(text.encode(), "x.txt")
    assert readout == Readout(text="One \t\n\nTwo\u00a0\nThree\x0c four\u2028five  \n")


def test_broken_places_are_told_beside_the_text() -> None:
    readout = read_out(RUSSIAN.encode()[:-2], "x.txt")
    assert isinstance(readout, Readout)
    assert [(fault.cause, fault.where) for fault in readout.faults] == [(Cause.DAMAGED, "x.txt")]
    assert "1 place(s)" in readout.faults[0].message


def test_binary_is_a_fault() -> None:
    readout = read_out(bytes(200), "x.txt")
    assert isinstance(readout, Fault)
    assert readout.cause == Cause.UNKNOWN_FORMAT


def test_far_too_much_is_a_fault() -> None:
    readout = read_out(b"a" * (4 * TEXT_LIMIT + 1), "x.txt")
    assert isinstance(readout, Fault)
    assert readout.cause == Cause.TOO_LARGE
