"""Files that cannot be read: one clear line each, exit 1, and the rest of the batch is in."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.cli.program import Ran, amparo
from tests.read.files import ENGLISH, RUSSIAN, page, pdf, word

PAPER = pdf(ENGLISH)
LONG_RUSSIAN = "\n".join([RUSSIAN] * 5)


def zipped() -> bytes:
    """A zip file of something else than a Word document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes/a.txt", ENGLISH)
    return buffer.getvalue()


def broken_letter() -> bytes:
    """An e-mail whose attachment breaks off."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "rosa@example.org", "desk@example.org", "A paper"
    message.set_content(ENGLISH)
    message.add_attachment(PAPER, maintype="application", subtype="pdf", filename="paper.pdf")
    whole = message.as_bytes()
    return whole[: len(whole) // 2]


BAD = {
    "01-empty.txt": b"",
    "02-empty.pdf": b"",
    "03-truncated.pdf": PAPER[: len(PAPER) // 2],
    "04-encrypted.pdf": pdf(ENGLISH, password="secret"),
    "05-picture.pdf": pdf(None),
    "06-zip.docx": zipped(),
    "07-broken.eml": broken_letter(),
    "08-noise.bin": bytes(range(256)) * 40,
}
GOOD = {
    "20-utf16.txt": LONG_RUSSIAN.encode("utf-16"),
    "21-cp1251.txt": LONG_RUSSIAN.encode("cp1251"),
    "22-page.html": page(f"<h1>In Vilnius</h1><p>{ENGLISH}</p>"),
    "23-paper.pdf": PAPER,
    "24-letter.docx": word(ENGLISH, ENGLISH.upper()),
    "25-note.txt": f"{ENGLISH}\n".encode(),
}


@pytest.fixture(scope="module")
def taken(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path, Path]:
    """What `add` said of a folder with all of them and a loop, the folder, and the casebook."""
    home = tmp_path_factory.mktemp("bad")
    casebook, folder = home / "bad.amparo", home / "in"
    casebook.write_bytes(blank.read_bytes())
    folder.mkdir()
    for name, content in (BAD | GOOD).items():
        (folder / name).write_bytes(content)
    (folder / "30-loop").symlink_to(folder)
    return amparo("-c", casebook, "add", folder), folder, casebook


def test_one_clear_line_each_and_exit_1(taken: tuple[Ran, Path, Path]) -> None:
    ran, folder, _ = taken
    assert ran.code == 1
    said = [line.partition(": ") for line in ran.err.splitlines()]
    bad = {path.split(" > ")[0]: message for path, _, message in said}
    assert set(bad) == {str(folder / name) for name in (*BAD, "30-loop")}
    assert len(said) == len(bad)
    for message in bad.values():
        assert len(message) > 20
        assert message.endswith((".", "searched."))
    assert "is empty" in bad[str(folder / "01-empty.txt")]
    assert "password" in bad[str(folder / "04-encrypted.pdf")]


def test_the_rest_is_in(taken: tuple[Ran, Path, Path]) -> None:
    ran, folder, casebook = taken
    added = [line for line in ran.out.splitlines() if line.startswith("added ")]
    assert all(any(str(folder / name) in line for line in added) for name in GOOD)
    assert amparo("-c", casebook, "verify").code == 0


def test_text_in_utf16_and_in_cp1251_is_read_right(taken: tuple[Ran, Path, Path]) -> None:
    found = amparo("-c", taken[2], "search", "подзащитного", "аэропорт", "--json")
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert len(hits) == 2
    assert all("Адвокат сообщил" in hit["exact"] for hit in hits)


def test_bad_files_are_the_same_the_second_time(taken: tuple[Ran, Path, Path]) -> None:
    """What could not be taken in is said again; what was archived is in already."""
    _, folder, casebook = taken
    again = amparo("-c", casebook, "add", folder, "--json")
    rows = [json.loads(line) for line in again.out.splitlines()]
    assert again.code == 1
    assert {row["outcome"] for row in rows} == {"already_in", "not_taken"}
    assert {Path(row["path"]).name for row in rows if row["outcome"] == "not_taken"} == {
        "01-empty.txt", "02-empty.pdf", "30-loop",
    }  # fmt: skip


def test_a_file_without_permission() -> None:
    """The superuser may read everything, so that the program becomes nobody first, once all is loaded that it needs."""
    script = (
        "import os, sys; from amparo.cli.app import run; import amparo.pipeline.extracting\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "sys.argv[0] = 'amparo'; run()"
    )
    with tempfile.TemporaryDirectory() as name:  # not tmp_path: pytest keeps that one from other users
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed.txt").write_text(ENGLISH)
        (folder / "closed.txt").chmod(0)
        done = subprocess.run(
            [sys.executable, "-c", script, "extract", folder], capture_output=True, encoding="utf-8", check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{folder / 'closed.txt'}: You may not read this; change its permissions or ask its owner.\n"
