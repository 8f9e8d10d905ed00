"""A killed import: the same command again, and every file is in exactly once."""

import json
import subprocess
from pathlib import Path

from tests.cli.program import PROGRAM, amparo, environment

FILES = 300
ENOUGH = 40  # rows after which it is killed
PLACES = ("Riga", "Vilnius", "Gdansk", "Izmir", "Graz", "Brno")


def test_every_file_once_after_kill_9(empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(FILES):
        place = PLACES[number % len(PLACES)]
        (folder / f"{number:03}.txt").write_text(
            f"Note {number}. An exiled activist, Person Number{number}, was detained in {place} on 3 May 2024, his lawyer said."
        )
    command = [*PROGRAM, "-c", str(empty), "add", str(folder), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(), encoding="utf-8") as running:
        assert running.stdout is not None
        seen = [running.stdout.readline() for _ in range(ENOUGH)]
        running.kill()
    assert running.returncode == -9
    assert all(json.loads(line)["outcome"] == "added" for line in seen)

    again = amparo("-c", empty, "add", folder, "--json")
    assert (again.code, again.err) == (0, "")
    rows = [json.loads(line) for line in again.out.splitlines()]
    outcomes = [row["outcome"] for row in rows]
    assert len(rows) == FILES
    assert outcomes == sorted(outcomes, key=["already_in", "added"].index)
    assert ENOUGH <= outcomes.count("already_in") < FILES

    verified = amparo("-c", empty, "verify")
    assert (verified.code, verified.err) == (0, "")
    assert verified.out.startswith(f"All is as it was stored: sources {FILES}, documents {FILES}, ")
