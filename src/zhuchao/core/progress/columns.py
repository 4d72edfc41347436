"""The light that counts for very many at once: columns of numbers in, one colour for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zhuchao.core.progress.lights import DIGITS
from zhuchao.core.vocabulary.progress import Band, Colour, LightPack, LightRule, Test

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
CODES = tuple(Colour)
# So near to the middle between two, in units of the last digit, numbers are rounded one by one.
BETWEEN = 1e-3
_GREEN, _AMBER, _RED, _NONE, _NO_DATA = (CODES.index(each) for each in CODES)


@dataclass(frozen=True, slots=True)
class LightColumns:
    """The numbers that rules are asked about, a place for each; NaN is not known.

    Keys are a test's word, and for tests of months that of the rule; a key that lacks is known of
    nobody. ``moot`` marks whom a rule has nothing to say about; ``rests`` whom none has.
    """

    count: int
    values: Mapping[str, Numbers]
    moot: Mapping[str, Mask]
    rests: Mask


def key_of(rule: LightRule) -> str:
    """Under which key the numbers of a rule stand."""
    return rule.key if rule.test is Test.MONTHS_LATE else rule.test.value


def progress_values(done: Numbers, due: Numbers) -> dict[str, Numbers]:
    """Points behind and ratio from shares done and due; no ratio where nothing is due."""
    ratio = np.full(len(done), np.nan)
    np.divide(done, due, out=ratio, where=due > 0)
    return {Test.POINTS.value: -((done - due) * 100), Test.RATIO.value: ratio}


def colours(pack: LightPack, columns: LightColumns) -> NDArray[np.int8]:
    """The light that counts by the pack, as places in ``CODES``: as ``headline`` has it."""
    told = [_by_rule(rule, columns) for rule in pack.rules]
    found = _of_chain(told) if pack.is_chain else _of_all(told)
    found[columns.rests] = _NONE
    return found


def _by_rule(rule: LightRule, columns: LightColumns) -> NDArray[np.int8]:
    key = key_of(rule)
    values = columns.values.get(key)
    found = np.full(columns.count, _NO_DATA, np.int8)
    if values is not None:
        known = ~np.isnan(values)
        rounded = _rounded(values)
        found[known] = _NONE
        for band in rule.bands:
            found[known & _within(band, rounded)] = CODES.index(band.colour)
    moot = columns.moot.get(key)
    if moot is not None:
        found[moot] = _NONE
    return found


def _rounded(values: Numbers) -> Numbers:
    """As Python rounds, so that no number lies on another side of an end than by itself: numpy
    may differ where a number lies between two."""
    rounded: Numbers = np.round(values, DIGITS)
    scaled = values * 10**DIGITS
    for place in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < BETWEEN).tolist():
        rounded[place] = round(float(values[place]), DIGITS)
    return rounded


def _within(band: Band, values: Numbers) -> Mask:
    inside: Mask = np.ones(len(values), np.bool_)
    if band.low is not None:
        inside &= values >= band.low if band.low_in else values > band.low
    if band.high is not None:
        inside &= values <= band.high if band.high_in else values < band.high
    return inside


def _of_all(told: list[NDArray[np.int8]]) -> NDArray[np.int8]:
    found = told[0].copy()
    for code in (_AMBER, _RED):
        found[np.logical_or.reduce([each == code for each in told])] = code
    return found


def _of_chain(told: list[NDArray[np.int8]]) -> NDArray[np.int8]:
    found = np.full(len(told[0]), _NONE, np.int8)
    found[np.logical_or.reduce([each == _NO_DATA for each in told])] = _NO_DATA
    for each in reversed(told):
        lit = each < _NONE
        found[lit] = each[lit]
    return found
