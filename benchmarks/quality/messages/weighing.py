"""``python -m benchmarks.quality.messages.weighing``: fits what each feature of a message weighs.

The weights of ``tables/messages/side_weights.csv`` are those of a multinomial logistic model over
the features that the parser sees, fitted on the messages for tuning and on noisy variants of them;
what was written for the side alone, or tells of none, counts more, and variants little. Prints how
many are judged rightly when all of their file are left out of the fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

import zhuchao.tables
from benchmarks.quality.messages.marks import load_with_files
from benchmarks.quality.messages.variants import variants
from zhuchao.core.messages.evidence import SIDES
from zhuchao.core.messages.parsing import features

WEIGHTS = Path(zhuchao.tables.__file__).with_name("messages") / "side_weights.csv"
# What judges most of the files left out rightly, measured on 2026-11-28: 875 of 916, where variants
# that count as much as messages, and neither-messages twice, gave 849.
PENALTY = 0.5
OF_VARIANTS = 0.25
STEPS, RATE = 2500, 0.02
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


def fitted(
    shown: np.ndarray, sides: np.ndarray, counts: np.ndarray, steps: int = STEPS
) -> np.ndarray:
    """The weights, a row a feature and a column a side, by gradient descent with momentum."""
    weights = np.zeros((shown.shape[1], len(SIDES)))
    target = np.eye(len(SIDES))[sides]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = shown @ weights
        likely = np.exp(scores - scores.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        slope = shown.T @ ((likely - target) * counts[:, None]) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    centred: np.ndarray = weights - weights.mean(1, keepdims=True)
    return centred


def as_matrix(shown: Sequence[dict[str, float]], names: Sequence[str]) -> np.ndarray:
    return np.array([[each.get(name, 0.0) for name in names] for each in shown])


def main() -> None:
    reference = zhuchao.tables.load()
    marked, files = examples()
    plain = [(text, side) for text, side, count in marked if count == 1.0]
    noisy = [(text, side, OF_VARIANTS * count) for text, side, count in variants(plain)]
    every = [*marked, *noisy]
    shown = [features(text, reference) for text, _, _ in every]
    names = sorted({name for each in shown for name in each})
    matrix = as_matrix(shown, names)
    sides = np.array([SIDES.index(side) for _, side, _ in every])
    counts = np.array([count for _, _, count in every])
    file = np.array([*files, *[""] * len(noisy)])  # variants are never left out
    right = 0
    for left_out in sorted(set(files)):
        kept = file != left_out
        weights = fitted(matrix[kept], sides[kept], counts[kept], STEPS // 4)
        right += int(((matrix[~kept] @ weights).argmax(1) == sides[~kept]).sum())
    print(f"{right} of {len(marked)} right when left out")
    write(names, fitted(matrix, sides, counts))


def write(names: Sequence[str], weights: np.ndarray) -> None:
    lines = ["feature," + ",".join(SIDES)]
    lines += [
        ",".join([name, *(f"{weight:.2f}" for weight in row)])
        for name, row in zip(names, weights, strict=True)
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
