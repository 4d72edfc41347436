"""What would raise a level: the smallest changes of inputs, tried out on the scheme itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from zhuchao.core.scoring.scheme import Scheme, Verdict, judge_values
from zhuchao.core.vocabulary.scoring import Better, Input, Kind, Level, Value

# Whoever lacks more steps than that of one input does not get there by it.
MOST_STEPS = 1_000_000

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """An input that would have to be ``after``; ``before`` is None where it is not known."""

    input: Input
    before: Decimal | None
    after: Decimal


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that together reach the level, none of which can be smaller; and the score then."""

    changes: tuple[Change, ...]
    score: Decimal


@dataclass(frozen=True, slots=True)
class Raising:
    """The next level above a verdict, how many points it lacks, and the ways that lead there.

    ``lacking`` is None where the score is unknown. Ways by one change stand first, in the order of
    the scheme's inputs; one of several changes follows where no single one that has a ``hint``
    does. No ways: it cannot be reached by what can be changed.
    """

    level: Level
    lacking: Decimal | None
    ways: tuple[Way, ...]


def raising(scheme: Scheme, verdict: Verdict) -> Raising | None:
    """What would raise a verdict by one level; None at the highest."""
    level = scheme.next_level(verdict.score)
    if level is None:
        return None
    values = {each.input.key: None if each.is_assumed else each.value for each in verdict.taken}
    inputs = [each for each in scheme.inputs if _can_change(each)]
    single = [way for each in inputs if (way := _alone(scheme, values, each, level)) is not None]
    ways = list(single)
    if not any(way.changes[0].input.hint for way in single):
        own = [each for each in inputs if each.hint]
        joint = _joint(scheme, values, own, level)
        if joint is None and not single:
            joint = _joint(scheme, values, inputs, level)
        ways += [] if joint is None else [joint]
    lacking = None if verdict.score is None else level.at_least - verdict.score
    return Raising(level, lacking, tuple(ways))


def _can_change(asked: Input) -> bool:
    return asked.better is not Better.FIXED and asked.kind in (Kind.NUMBER, Kind.FLAG)


def _alone(scheme: Scheme, values: Values, asked: Input, level: Level) -> Way | None:
    steps = _fewest(scheme, values, asked, level)
    return None if steps is None else _way(scheme, values, {asked: steps})


def _joint(scheme: Scheme, values: Values, inputs: Sequence[Input], level: Level) -> Way | None:
    """The most fruitful inputs, each to its end, until the level is reached; then as few as can be.

    Least is asked of those that bring least, so that a change which is not needed falls out.
    """
    chosen: dict[Input, int] = {}
    left = list(inputs)
    while left and not _reaches(scheme, _with(values, chosen), level):
        best = max(
            left, key=lambda each: _score(scheme, _with(values, chosen | _to_end(values, each)))
        )
        left.remove(best)
        chosen |= _to_end(values, best)
    if not _reaches(scheme, _with(values, chosen), level):
        return None
    for each in reversed(list(chosen)):
        others = {other: steps for other, steps in chosen.items() if other != each}
        chosen[each] = _fewest(scheme, _with(values, others), each, level) or 0
    return _way(scheme, values, {each: steps for each, steps in chosen.items() if steps})


def _fewest(scheme: Scheme, values: Values, asked: Input, level: Level) -> int | None:
    """The fewest steps of one input that reach the level; None where none do."""

    def enough(steps: int) -> bool:
        return _reaches(scheme, _with(values, {asked: steps}), level)

    most = _steps_left(values, asked)
    if enough(0):
        return 0
    if not enough(most):
        return None
    high = 1
    while high < most and not enough(high):
        high *= 2
    high = min(high, most)
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _steps_left(values: Values, asked: Input) -> int:
    """How far the input can go."""
    start = _start(values, asked)
    end = asked.most if asked.better is Better.MORE else asked.least
    if end is None:
        return MOST_STEPS
    return min(int(abs(end - start) / asked.step), MOST_STEPS)


def _to_end(values: Values, asked: Input) -> dict[Input, int]:
    return {asked: _steps_left(values, asked)}


def _start(values: Values, asked: Input) -> Decimal:
    """Where the input is; one that is not known starts where the scheme or its limits put it."""
    value = values[asked.key]
    if isinstance(value, Decimal):
        return value
    if asked.missing is not None:
        return asked.missing
    worst = asked.least if asked.better is Better.MORE else asked.most
    return Decimal(0) if worst is None else worst


def _with(values: Values, steps: Mapping[Input, int]) -> dict[str, Value]:
    changed = dict(values)
    for each, count in steps.items():
        if count:
            changed[each.key] = _after(values, each, count)
    return changed


def _after(values: Values, asked: Input, steps: int) -> Decimal:
    way = 1 if asked.better is Better.MORE else -1
    return _start(values, asked) + way * steps * asked.step


def _way(scheme: Scheme, values: Values, steps: Mapping[Input, int]) -> Way:
    changes = tuple(
        Change(each, _known(values[each.key]), _after(values, each, count))
        for each in scheme.inputs
        if (count := steps.get(each, 0))
    )
    return Way(changes, _score(scheme, _with(values, steps)))


def _known(value: Value) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _score(scheme: Scheme, values: Values) -> Decimal:
    number = judge_values(scheme, values).score
    return Decimal("-Infinity") if number is None else number


def _reaches(scheme: Scheme, values: Values, level: Level) -> bool:
    return _score(scheme, values) >= level.at_least
