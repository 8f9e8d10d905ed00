"""Speed, start-up and memory, measured in one run on the same texts; prints a Markdown table.

    python benchmarks/run.py [--copies N] [--starts N]

Each thing is measured in a process of its own. Speed is words for each second of processor time (user and system, all processes
of the command together), so that other work on the machine does not count; start-up is the median of wall-clock times; memory is
the largest resident size that one process reached, and for commands of two processes also what both held at once, looked at
every 20 milliseconds (Linux only). The yardstick is the bare parser: spaCy with the same model, all components, over the same texts.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
AMPARO = (sys.executable, "-m", "amparo.cli")
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "AMPARO_PASSPHRASE": "benchmark passphrase", "PYTHONHASHSEED": "0"}
LOOK = 0.02  # seconds between two looks at the memory of a tree of processes
MEGABYTE = 1_000_000
TARGET_START, TARGET_MEMORY = 0.3, 700  # seconds, megabytes: what the README promises


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One command that ended well: seconds on the clock and of processor time, bytes of its largest process and of all at once."""

    clock: float
    processor: float
    largest: int
    together: int | None
    output: str


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        texts = folder / "texts"
        texts.mkdir()
        words = int(measure("texts", texts, arguments.copies).output)
        print(
            f"{platform.machine()}, Python {platform.python_version()}, {2 * arguments.copies} texts, {words} words\n"
        )
        print("| measured | words/s a core | largest process | all processes | wall clock |")
        print("|---|---|---|---|---|")
        for name, module in (("bare spaCy", "bare_spacy"), ("extraction (`amparo.extract`)", "extraction")):
            run = measure(module, texts)
            throughput(name, run, words / float(run.output))  # seconds of the work alone, without loading
        book = folder / "bench.amparo"
        command(*AMPARO, "new", str(book))
        run = command(*AMPARO, "-c", str(book), "add", str(texts))
        throughput("`amparo add`, encrypted casebook", run, words / run.processor)
        print("\n| start-up | median, wall clock | median, processor | target |")
        print("|---|---|---|---|")
        start_up("Python, doing nothing", (sys.executable, "-c", "pass"), arguments.starts)
        start_up("Python, importing SQLAlchemy", (sys.executable, "-c", "import sqlalchemy"), arguments.starts)
        for name, call in _starts(book, folder):
            start_up(name, (*AMPARO, *call), arguments.starts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure speed, start-up and memory.")
    parser.add_argument("--copies", type=int, default=50, help="copies of each of the two example reports")
    parser.add_argument("--starts", type=int, default=15, help="runs of each command whose start-up is measured")
    return parser.parse_args()


def _starts(book: Path, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Commands that need no parser: on no casebook, on the demo's (plain, two reports), on an encrypted one of all the texts."""
    command(*AMPARO, "demo", str(folder / "demo"))
    demo = ("-c", str(folder / "demo" / "demo.amparo"))
    return (
        ("`amparo --help`", ("--help",)),
        ("`amparo protect --host LT`", ("protect", "--host", "LT")),
        ("`amparo cases`, the demo's casebook", (*demo, "cases")),
        ("`amparo search`, the demo's casebook", (*demo, "search", "Group", "24")),
        ("`amparo cases`, the encrypted casebook of all texts", ("-c", str(book), "cases")),
    )


def throughput(name: str, run: Run, speed: float) -> None:
    """A row of the first table; ``speed`` is in words for each second of processor time."""
    together = "not measured" if run.together is None else f"{run.together / MEGABYTE:.0f} MB"
    mark = "" if (run.together or run.largest) < TARGET_MEMORY * MEGABYTE else f" (target: {TARGET_MEMORY} MB)"
    largest = f"{run.largest / MEGABYTE:.0f} MB"
    print(f"| {name} | {speed:,.0f} | {largest} | {together}{mark} | {run.clock:.1f} s |", flush=True)


def start_up(name: str, call: tuple[str, ...], times: int) -> None:
    """A row of the second table; the first run, which finds nothing in the file cache, is left out."""
    runs = [command(*call) for _ in range(times + 1)][1:]
    clock, processor = (statistics.median(times) for times in zip(*((r.clock, r.processor) for r in runs), strict=True))
    print(f"| {name} | {clock:.2f} s | {processor:.2f} s | {TARGET_START} s |", flush=True)


def measure(module: str, *arguments: object) -> Run:
    """One of the modules beside this one, which load libraries, in a process of its own."""
    return command(sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments))


def command(*call: str) -> Run:
    """Run a command to its end. Raises RuntimeError when it fails."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(call, stdout=output, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=ROOT)
        watch = _Watch(child.pid)
        watch.start()
        complaint = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        clock = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        watch.ended.set()
        watch.join()
        output.seek(0)
        told = output.read().decode()
    if child.returncode:
        raise RuntimeError(f"{' '.join(call)} ended with {child.returncode}: {complaint.decode()}")
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    return Run(
        clock=clock,
        processor=usage.ru_utime + usage.ru_stime,
        largest=usage.ru_maxrss * unit,
        together=watch.most or None,
        output=told,
    )


class _Watch(threading.Thread):
    """Adds up the resident memory of a process and its children, again and again, and keeps the most that it saw."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.most = 0
        self._pid = pid

    def run(self) -> None:
        """Look until told that the process has ended."""
        while not self.ended.wait(LOOK):
            self.most = max(self.most, sum(map(_resident, _tree(self._pid))))


def _tree(pid: int) -> list[int]:
    found = [pid]
    for each in found:  # grows while it is walked
        try:
            found += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
        except OSError:
            continue  # it has ended meanwhile, or this is not Linux
    return found


def _resident(pid: int) -> int:
    """Bytes of a process that are in memory; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    main()
