"""``python -m benchmarks.quality.messages.weighing``: fits what each feature of a message weighs.

The weights of ``tables/messages/side_weights.csv`` and ``side_runs.csv`` are those of a
multinomial logistic model over the features that the parser sees, fitted on the messages for tuning
and on noisy variants of them; what was written for the side alone, or tells of none, counts more,
and variants little. Prints how many are judged rightly when all of their file are left out of the
fit, and which sides the others are taken for.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import zhuchao.tables
from benchmarks.quality.messages.marks import load_with_files
from benchmarks.quality.messages.variants import variants
from zhuchao.core.messages.evidence import SIDES
from zhuchao.core.messages.parsing import MARK, features

FOLDER = Path(zhuchao.tables.__file__).with_name("messages")
WEIGHTS, RUNS = FOLDER / "side_weights.csv", FOLDER / "side_runs.csv"
# A run of characters that fewer messages show tells of them alone, one that weighs less of nothing.
LEAST_SHOWN, LEAST_WEIGHT = 4, 0.02
# What judged most of the files left out rightly on 2026-11-29; 1 for both, six fewer of 2,943.
PENALTY, PENALTY_OF_RUNS = 2.0, 1.0
OF_VARIANTS = 0.25
STEPS, RATE = 400, 0.05
# Files are left out by the group, with the variants of their messages; so many are made up of each.
GROUPS, MADE_UP = 8, 20
LEANS = (-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
# What is marked for its side alone, or of no side, was written to be hard.
HARD = {"demand": 3.0, "supply": 3.0, "neither": 4.0}

Example = tuple[str, str, float]


def examples() -> tuple[list[Example], list[str]]:
    """The messages for tuning with their sides and what each counts, and their files."""
    tuning = [(name, each) for name, each in load_with_files() if each.half == "tuning"]
    counted = [
        (each.text, each.side, HARD[each.side] if each.marks is None or not each.marks else 1.0)
        for _, each in tuning
    ]
    return counted, [name for name, _ in tuning]


class Sums(NamedTuple):
    """How to add up, for each row, what it shows; or for each feature, what rows show it.

    Those for which there is anything are ``present``, from ``starts`` on in ``taken`` and
    ``strengths``: which value counts there, and how much.
    """

    size: int
    present: np.ndarray
    starts: np.ndarray
    taken: np.ndarray
    strengths: np.ndarray

    def of(self, values: np.ndarray) -> np.ndarray:
        """The sums over these values, a column a side."""
        found = np.zeros((self.size, values.shape[1]), np.float32)
        for side in range(values.shape[1]):
            told = self.strengths * np.ascontiguousarray(values[:, side])[self.taken]
            found[self.present, side] = np.add.reduceat(told, self.starts)
        return found


class Shown(NamedTuple):
    """Which row shows which feature how strongly: a message shows few of all features."""

    rows: np.ndarray
    columns: np.ndarray
    strengths: np.ndarray
    shape: tuple[int, int]

    def by_row(self) -> Sums:
        """What the features of a row weigh together, where values are the weights."""
        return _sums(self.rows, self.columns, self.strengths, self.shape[0])

    def by_feature(self) -> Sums:
        """How rows pull at a feature, where values are their errors."""
        return _sums(self.columns, self.rows, self.strengths, self.shape[1])

    def only(self, kept: np.ndarray) -> Shown:
        """The rows that are kept, in their order."""
        is_kept, renumbered = kept[self.rows], np.cumsum(kept) - 1
        rows = renumbered[self.rows[is_kept]]
        shape = (int(kept.sum()), self.shape[1])
        return Shown(rows, self.columns[is_kept], self.strengths[is_kept], shape)


def _sums(of: np.ndarray, taken: np.ndarray, strengths: np.ndarray, size: int) -> Sums:
    order = np.argsort(of, kind="stable")
    present, starts = np.unique(of[order], return_index=True)
    return Sums(size, present, starts, taken[order], strengths[order])


def fitted(
    shown: Shown, sides: np.ndarray, counts: np.ndarray, penalties: np.ndarray, steps: int = STEPS
) -> np.ndarray:
    """The weights, a row a feature and a column a side, by gradient descent with momentum."""
    by_row, by_feature = shown.by_row(), shown.by_feature()
    weights = np.zeros((shown.shape[1], len(SIDES)), np.float32)
    target = np.eye(len(SIDES), dtype=np.float32)[sides]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = by_row.of(weights)
        likely = np.exp(scores - scores.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        slope = by_feature.of((likely - target) * counts[:, None]) + penalties * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    centred: np.ndarray = weights - weights.mean(1, keepdims=True)
    return centred


def as_shown(every: Sequence[dict[str, float]], names: Sequence[str]) -> Shown:
    """The rows of all messages, of the features that are named alone."""
    column = {name: at for at, name in enumerate(names)}
    told = [
        (row, column[name], strength)
        for row, each in enumerate(every)
        for name, strength in each.items()
        if name in column
    ]
    rows, columns, strengths = (np.array(each) for each in zip(*told, strict=True))
    shape = (len(every), len(names))
    return Shown(rows, columns, strengths.astype(np.float32), shape)


def named(shown: Iterable[dict[str, float]]) -> list[str]:
    """All features, and those runs of characters that several messages show."""
    counted = Counter(name for each in shown for name in each)
    return sorted(
        name for name, count in counted.items() if name[0] != MARK or count >= LEAST_SHOWN
    )


def disturbed(marked: Sequence[Example], groups: Sequence[int]) -> tuple[list[Example], list[int]]:
    """Variants of the messages of each group, and their groups."""
    noisy: list[tuple[Example, int]] = []
    for group in range(GROUPS):
        own = [each for each, its in zip(marked, groups, strict=True) if its == group]
        plain = [(text, side) for text, side, count in own if count == 1.0]
        made = variants(plain, made_up=MADE_UP)
        noisy += [((text, side, OF_VARIANTS * count), group) for text, side, count in made]
    return [each for each, _ in noisy], [group for _, group in noisy]


def main() -> None:
    reference = zhuchao.tables.load()
    marked, files = examples()
    of_file = {name: at % GROUPS for at, name in enumerate(sorted(set(files)))}
    groups = [of_file[name] for name in files]
    noisy, of_noisy = disturbed(marked, groups)
    every = [*marked, *noisy]
    shown = [features(text, reference) for text, _, _ in every]
    names = named(shown[: len(marked)])
    matrix = as_shown(shown, names)
    sides = np.array([SIDES.index(side) for _, side, _ in every])
    counts = np.array([count for _, _, count in every], np.float32)
    group, of_marked = np.array([*groups, *of_noisy]), np.arange(len(every)) < len(marked)
    penalties = penalties_of(names)
    scores = np.zeros((len(marked), len(SIDES)))
    for left_out in range(GROUPS):
        kept = group != left_out
        weights = fitted(matrix.only(kept), sides[kept], counts[kept], penalties, STEPS // 2)
        asked = ~kept & of_marked
        scores[asked[: len(marked)]] = matrix.only(asked).by_row().of(weights)
    print(comparison(sides[: len(marked)].tolist(), scores.argmax(1).tolist()))
    print(trade(sides[: len(marked)], scores))
    write(names, fitted(matrix, sides, counts, penalties))


def penalties_of(names: Sequence[str]) -> np.ndarray:
    """How much the weight of each feature is held back, as a column."""
    each = [PENALTY_OF_RUNS if name[0] == MARK else PENALTY for name in names]
    return np.array(each, np.float32)[:, None]


def comparison(sides: Sequence[int], taken: Sequence[int]) -> str:
    """How many are judged rightly, and which sides the others are taken for."""
    pairs = Counter(zip(sides, taken, strict=True))
    right = sum(count for (side, its), count in pairs.items() if side == its)
    wrong = [
        f"{SIDES[side]} taken for {SIDES[its]} {count}"
        for (side, its), count in sorted(pairs.items())
        if side != its
    ]
    return "; ".join([f"{right} of {len(sides)} right when left out", *wrong])


def trade(sides: np.ndarray, scores: np.ndarray) -> str:
    """For each lean towards neither: whose fields it keeps from being invented, and whose it loses.

    Below zero it leans away from neither.
    """
    neither = SIDES.index("neither")
    lines = ["lean towards neither: right, neither taken for a side, a side taken for neither"]
    for lean in LEANS:
        taken = (scores + lean * (np.arange(len(SIDES)) == neither)).argmax(1)
        invented = int(((sides == neither) & (taken != neither)).sum())
        lost = int(((sides != neither) & (taken == neither)).sum())
        lines.append(f"{lean:+.2f}: {int((taken == sides).sum())}, {invented}, {lost}")
    return "\n".join(lines)


def write(names: Sequence[str], weights: np.ndarray) -> None:
    rows = list(zip(names, weights.tolist(), strict=True))
    runs = [(name[1:], each) for name, each in rows if name[0] == MARK]
    _write(WEIGHTS, [row for row in rows if row[0][0] != MARK])
    _write(RUNS, [row for row in runs if max(map(abs, row[1])) >= LEAST_WEIGHT])


def _write(path: Path, rows: Sequence[tuple[str, list[float]]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", *SIDES])
        table.writerows([name, *(f"{weight:.2f}" for weight in each)] for name, each in rows)


if __name__ == "__main__":
    main()
