"""Fit the weights of ``src/amparo/extract/data/gate.en.toml`` to reports that tell incidents and to news that tells none.

    python scripts/data/gate_weights.py --reports FOLDER... --general FILE

``--reports`` are folders of annotated texts (NAME.txt beside NAME.json, keys as ``docs/json.md`` explains): the English ones with incidents
count; those whose number ends in 0 or 5 are left out, they are what the project measures itself on. ``--general`` holds one news
article a line; the weights that are shipped were fitted to ``gensim/test/test_data/lee_background.cor`` out of gensim 4.4.0 (299 articles of
the Australian Broadcasting Corporation, 2001-02; Lee, Pincombe and Welsh 2005), which is fetched for this alone and is not part of
Amparo. Logistic regression, both sides weighing alike; a word begins at the weight of its group and moves as far as the
texts tell it to. Words of act and sign never count against a text, those of the group «other» never for it. Printed are the results
on texts left out of the fit (five parts in turn). Needs numpy. Not needed at run time.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amparo.extract.gate import Gate, Window, load, windows

DATA = Path(__file__).parents[2] / "src/amparo/extract/data/gate.en.toml"
PULL = 0.001  # of each weight towards that of its group; 0.001 to 0.004 do equally well
STEPS, RATE, MOMENTUM = 1500, 0.3, 0.9
PARTS = 5
KEPT = 0.99  # of the reports, each weighed by its incidents, that the threshold lets in with room to spare
ROOM = 0.95  # of the lightest of those
CHECK = re.compile(r"(?:[a-z]*\d*[05])-")
Floats = NDArray[np.float64]


def main() -> None:
    """Fit, say how well, and write the file."""
    parser = argparse.ArgumentParser(description="Fit the weights of the gate.")
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--general", type=Path, required=True)
    given = parser.parse_args()
    told = [found for folder in given.reports for found in reports(folder)]
    general = [line for line in given.general.read_text("utf-8").splitlines() if line.strip()]
    gate = load("en")
    columns = [(n, word) for n, group in enumerate(gate.groups) if group.most is None for word in group.words]
    seen = [list(windows(text, "en")) for text in [*(text for text, _ in told), *general]]
    rows = [vectors(gate, columns, each) for each in seen]
    answer = np.array([1.0] * len(told) + [0.0] * len(general))
    incidents = np.array([count for _, count in told])
    scores = left_out(gate, columns, rows, seen, answer)
    threshold = lightest(scores[: len(told)], incidents) * ROOM
    kept = scores[: len(told)] >= threshold
    print(
        f"{len(told)} reports: {kept.mean():.3f} kept, {incidents[kept].sum() / incidents.sum():.4f} of their incidents"
    )
    print(f"{len(general)} general articles: {(scores[len(told) :] >= threshold).mean():.4f} let in")
    weights = fitted(gate, columns, np.concatenate([row[:1] for row in rows]), answer)
    write(gate, columns, weights, threshold)


def reports(folder: Path) -> list[tuple[str, int]]:
    """The English reports of a folder with the number of incidents that each tells, the check set left out."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        if path.with_suffix(".json").exists() and not CHECK.match(path.name):
            notes = json.loads(path.with_suffix(".json").read_text("utf-8"))
            if notes["lang"] == "en" and notes["incidents"]:
                found.append((path.read_text("utf-8"), len(notes["incidents"])))
    return found


def vectors(gate: Gate, columns: list[tuple[int, str]], seen: list[Window]) -> Floats:
    """A row a window: which words of act and sign stand in it, then how many of the groups that are counted together."""
    place = {entry: column for column, entry in enumerate(columns)}
    together = [number for number, group in enumerate(gate.groups) if group.most is not None]
    rows = []
    for met in (window.met for window in seen):
        row = np.zeros(len(columns) + len(together))
        row[[place[entry] for entry in met if entry in place]] = 1
        for column, number in enumerate(together, start=len(columns)):
            row[column] = min(sum(entry[0] == number for entry in met), gate.groups[number].most or 0)
        rows.append(row)
    return np.array(rows)


def left_out(
    gate: Gate, columns: list[tuple[int, str]], rows: list[Floats], seen: list[list[Window]], answer: Floats
) -> Floats:
    """The score of each text, by weights that were fitted without it, over what its length asks for: that of its best window."""
    part = np.random.default_rng(0).integers(0, PARTS, len(rows))
    scores = np.zeros(len(rows))
    asks = [np.array([window.asks for window in each]) for each in seen]
    enough = [np.array([gate.score(window.met) > -np.inf for window in each]) for each in seen]
    for number in range(PARTS):
        others = np.flatnonzero(part != number)
        weights = fitted(gate, columns, np.concatenate([rows[i][:1] for i in others]), answer[others])
        for i in np.flatnonzero(part == number):
            scores[i] = np.where(enough[i], rows[i] @ weights / asks[i], -np.inf).max()
    return scores


def fitted(gate: Gate, columns: list[tuple[int, str]], rows: Floats, answer: Floats) -> Floats:
    """Weights of a logistic regression by gradient descent, each weight pulled towards its group's."""
    kinds = [gate.groups[n].kind for n, _ in columns] + [g.kind for g in gate.groups if g.most is not None]
    start = np.array([{"act": 0.5, "sign": 0.35, "state": 0.35, "other": -0.5}[kind] for kind in kinds])
    low, high = np.where(start > 0, 0.02, -3.0), np.where(start > 0, 3.0, -0.02)
    each = np.where(answer == 1, 0.5 / answer.sum(), 0.5 / (len(answer) - answer.sum()))
    weights, bias = start.copy(), -4.0
    speed, bias_speed = np.zeros_like(weights), 0.0
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(rows @ weights + bias))) - answer) * each
        speed = MOMENTUM * speed - RATE * (rows.T @ error + PULL * (weights - start))
        bias_speed = MOMENTUM * bias_speed - RATE * float(error.sum())
        weights, bias = np.clip(weights + speed, low, high), bias + bias_speed
    return weights


def lightest(scores: Floats, incidents: NDArray[np.int_]) -> float:
    """The score down to which `KEPT` of the incidents are let in."""
    order = np.argsort(-scores)
    share = incidents[order].cumsum() / incidents.sum()
    return float(scores[order][np.searchsorted(share, KEPT)])


def write(gate: Gate, columns: list[tuple[int, str]], weights: Floats, threshold: float) -> None:
    """Put threshold, group weights and the weights of words into the file; what is written by hand stays."""
    together = [group.kind for group in gate.groups if group.most is not None]
    counted = dict(zip(together, weights[len(columns) :], strict=True))
    text = DATA.read_text("utf-8").partition("\n[weights]\n")[0]
    text = re.sub(r"^threshold = .*$", f"threshold = {threshold:.2f}", text, flags=re.MULTILINE)
    for kind, weight in counted.items():
        text = re.sub(rf'(kind = "{kind}"\nweight = )\S+', rf"\g<1>{weight:.2f}", text)
    own = sorted(zip((word for _, word in columns), weights, strict=False))
    text += "\n[weights]\n" + "".join(f'"{word}" = {weight:.2f}\n' for word, weight in own)
    DATA.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
