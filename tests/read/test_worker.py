"""What the child answers, and what it can no longer do once it is confined."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.read.files import ENGLISH, page, source

from amparo.model import Basis, Cause, Edtf, document_id, text_hash
from amparo.read.wire import Request
from amparo.read.worker import answer

LIMITED = "import amparo.read.worker as worker; worker.confine(1_500_000_000)\n"


def test_a_document_has_everything_that_is_known_of_it() -> None:
    content = f"A headline over it\n\nVILNIUS, April 16, 2024 (Example News) - {ENGLISH}\n".encode()
    reading = answer(Request.of(source(content, publisher="Example News"), "report.txt"), content)
    document = reading.document
    assert document is not None
    assert document.text == content.decode()
    assert document.text_sha256 == text_hash(document.text)
    assert document.id == document_id(document.source)
    assert (document.name, document.language, document.title) == ("report", "en", "A headline over it")
    assert (document.publisher, document.published, document.published_basis) == (
        "Example News",
        Edtf("2024-04-16"),
        Basis.DATELINE,
    )
    assert document.reader == "read.plain/1"


def test_what_no_store_can_keep_is_replaced_one_for_one() -> None:
    content = page("<article><p>One &#0; two</p></article>" + f"<p>{ENGLISH}</p>" * 5)
    reading = answer(Request.of(source(content, "text/html"), "x.html"), content)
    assert reading.document is not None
    assert "\0" not in reading.document.text
    content = "nul \0 here, and enough spaces".encode("utf-16")
    reading = answer(Request.of(source(content), "x.txt"), content)
    assert reading.document is not None
    assert reading.document.text == "nul \ufffd here, and enough spaces"


def test_white_space_is_no_document() -> None:
    reading = answer(Request.of(source(b" \n\t\n"), "x.txt"), b" \n\t\n")
    assert reading.document is None
    assert [fault.cause for fault in reading.faults] == [Cause.NO_TEXT]


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.kill(os.getppid(), 0)",
        "open('written', 'w')",
        "import os; os.open('written', os.O_CREAT | os.O_RDWR)",
        "import os; os.remove('kept')",
        "import os; os.rename('kept', 'moved')",
        "import pathlib; pathlib.Path('kept').chmod(0)",
        "bytearray(2_000_000_000)",
    ],
)
def test_a_confined_process_cannot(attempt: str, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED + attempt], capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(("PermissionError", "MemoryError"))
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_confined_process_reads_every_format(tmp_path: Path) -> None:
    script = LIMITED + (
        "import amparo.read.plain, amparo.read.webpage, amparo.read.pdf, amparo.read.word, amparo.read.mail\n"
        "from amparo.read.language import language; print(language('Адвокатнинг айтишича, унинг ҳимоясидаги шахс'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path
    )
    assert (done.stdout, done.stderr) == ("uz\n", "")
