"""How the hundred points of a match are shared among its conditions."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.vocabulary.match import Verdict

# Points come in steps of a half, which binary fractions hold exactly and one decimal shows in
# full: what the screen adds up is the score.
STEP = 0.5
STEPS = 200
# An open question is worth less than half of an answer that meets it.
SHARE_OF_AN_OPEN_QUESTION = 0.4


def shares(weights: Sequence[float]) -> tuple[int, ...]:
    """The steps of each weight: they add up to exactly 200, by the largest remainders."""
    total = sum(weights)
    exact = [weight * STEPS / total for weight in weights]
    steps = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda i: (steps[i] - exact[i], i))
    for index in order[: STEPS - sum(steps)]:
        steps[index] += 1
    return tuple(steps)


def points_of(verdict: Verdict, steps: int) -> float:
    """The points of a condition worth ``steps``; a multiple of a half."""
    if verdict is Verdict.MEETS:
        return steps * STEP
    if verdict is Verdict.ASK:
        return int(steps * SHARE_OF_AN_OPEN_QUESTION) * STEP
    return 0.0
