"""`amparo serve`, started and ended as a user does."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from amparo import pipeline
from amparo.casebook import Casebook

WAIT = 60.0  # seconds; far more than a slow machine needs


def command(path: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "amparo.cli", "-c", str(path), "serve", *words]


@contextmanager
def serving(path: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command at work, and the address that it prints."""
    process = subprocess.Popen(
        command(path, "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        address = re.fullmatch(rf"{re.escape(path.name)} is at (http://127\.0\.0\.1:\d+/)\n", first)
        assert address is not None, first
        yield process, address[1]
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_it_answers_until_ctrl_c_and_then_ends_well(demo: Path) -> None:
    before = demo.read_bytes()
    with serving(demo) as (process, address), httpx2.Client(base_url=address, trust_env=False) as client:
        answer = client.get("/", timeout=WAIT)
        assert (answer.status_code, "server" in answer.headers) == (200, False)
        assert "Izzat Amon" in answer.text
        assert client.get("/static/amparo.css", timeout=WAIT).headers["content-type"].startswith("text/css")
        assert client.get("/", headers={"Host": "evil.example"}, timeout=WAIT).status_code == 400
        process.send_signal(signal.SIGINT)  # while the connection is still open
        told, complaints = process.communicate(timeout=WAIT)
    assert (process.returncode, complaints) == (0, "")
    assert told.endswith("Stopped.\n")
    assert demo.read_bytes() == before


def test_it_listens_on_the_loopback_address_only(demo: Path) -> None:
    with serving(demo) as (_, address):
        port = int(address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=WAIT):
            pass
        with pytest.raises(
            OSError, match="refused"
        ):  # all of 127.0.0.0/8 is this machine; only one address of it was bound
            socket.create_connection(("127.0.0.2", port), timeout=WAIT)


def test_an_encrypted_casebook_is_opened_with_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "sealed.amparo"
    Casebook.create(path, "a passphrase", at=pipeline.now(), by="tester")
    with serving(path, AMPARO_PASSPHRASE="a passphrase") as (_, address):
        assert "no cases yet" in httpx2.get(address, timeout=WAIT, trust_env=False).text


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [("missing.amparo", 3, "There is no casebook"), ("notes.txt", 3, "is not a casebook")],
)
def test_what_cannot_be_opened_is_said_before_anything_is_served(
    tmp_path: Path, name: str, code: int, says: str
) -> None:
    (tmp_path / "notes.txt").write_text("not a casebook", "utf-8")
    done = subprocess.run(command(tmp_path / name), capture_output=True, text=True, timeout=WAIT, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said_with_what_to_do(demo: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            command(demo, "--port", str(port)), capture_output=True, text=True, timeout=WAIT, check=False
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Port {port} is in use. Name another with --port; 0 takes any that is free.\n"


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_a_wrong_call(demo: Path, port: str) -> None:
    done = subprocess.run(command(demo, "--port", port), capture_output=True, text=True, timeout=WAIT, check=False)
    assert (done.returncode, done.stdout) == (2, "")
