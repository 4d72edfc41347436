"""Packs of lights and baselines round-trip: what is written as a text is read as it was meant."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary import progress
from zhuchao.core.vocabulary.progress import (
    Band,
    BaselineCurve,
    Colour,
    CurveKind,
    LightPack,
    LightRule,
)
from zhuchao.tables.packs import pack_keys, pack_of
from zhuchao.tables.progress import curve_of, indicators, light_pack, lights_of

WORDS = st.text("绿黄红灯按落后百分点\"\\'#=[]{} abc", min_size=1, max_size=12)
KEYS = st.from_regex(r"[a-z][a-z-]{0,11}", fullmatch=True)
SHOWN = (Colour.GREEN, Colour.AMBER, Colour.RED)


@st.composite
def bands(draw: st.DrawFn) -> tuple[Band, ...]:
    """Up to four ranges that do not overlap; an end that two share belongs to one of them."""
    ends = sorted(draw(st.lists(st.integers(-90, 90), min_size=2, max_size=5, unique=True)))
    found = [
        Band(draw(st.sampled_from(SHOWN)), low, high, draw(st.booleans()), False, draw(WORDS))
        for low, high in itertools.pairwise(ends)
    ]
    if draw(st.booleans()):
        found[0] = replace(found[0], low=None, low_in=False)
    if draw(st.booleans()):
        found[-1] = replace(found[-1], high_in=True)
    return tuple(found)


def heading(draw: st.DrawFn) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: draw(WORDS) for name in ("title", "issuer", "document", "version")
    }
    return told | {"key": draw(KEYS), "issued_on": draw(st.dates(date(1990, 1, 1)))}


@st.composite
def packs(draw: st.DrawFn) -> LightPack:
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    tests = st.sampled_from(progress.Test)
    rules = tuple(LightRule(key, draw(WORDS), draw(tests), draw(bands())) for key in keys)
    return LightPack(**heading(draw), rules=rules, gaps=draw(WORDS), is_chain=draw(st.booleans()))


@st.composite
def curves(draw: st.DrawFn) -> BaselineCurve:
    kind = draw(st.sampled_from(CurveKind))
    shares: tuple[float, ...] = ()
    if kind is CurveKind.TWELVE:
        told = sorted(draw(st.lists(st.integers(0, 1000), min_size=11, max_size=11)))
        shares = (*(each / 1000 for each in told), 1.0)
    return BaselineCurve(**heading(draw), kind=kind, shares=shares)


def written(value: object) -> str:
    """A value of TOML; its strings are those of JSON."""
    if isinstance(value, date):
        return str(value)
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {written(each)}" for key, each in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value, ensure_ascii=False)


def text_of(pack: LightPack | BaselineCurve) -> str:
    names = ("key", "title", "issuer", "document", "issued_on", "version")
    told: dict[str, object] = {name: getattr(pack, name) for name in names}
    if isinstance(pack, BaselineCurve):
        told |= {"kind": pack.kind.value} | ({"shares": pack.shares} if pack.shares else {})
    else:
        told |= {"gaps": pack.gaps, "is_chain": pack.is_chain}
        told["rule"] = [
            {
                "key": r.key,
                "title": r.title,
                "test": r.test.value,
                "band": list(map(_band, r.bands)),
            }
            for r in pack.rules
        ]
    return "\n".join(f"{key} = {written(value)}" for key, value in told.items())


def _band(band: Band) -> dict[str, object]:
    told: dict[str, object] = {"colour": band.colour.value, "says": band.says}
    if band.low is not None:
        told["from" if band.low_in else "above"] = band.low
    if band.high is not None:
        told["to" if band.high_in else "below"] = band.high
    return told


@given(pack=packs())
def test_lights_round_trip(pack: LightPack) -> None:
    assert lights_of(pack_of("lights", text_of(pack))) == pack


@given(curve=curves())
def test_curves_round_trip(curve: BaselineCurve) -> None:
    assert curve_of(pack_of("baselines", text_of(curve))) == curve


@pytest.mark.parametrize("key", pack_keys("lights"))
def test_shipped_lights_round_trip(key: str) -> None:
    pack = light_pack(key)

    assert lights_of(pack_of("lights", text_of(pack))) == pack


@given(pack=packs())
def test_bands_that_overlap_are_refused(pack: LightPack) -> None:
    rule = pack.rules[0]
    twice = replace(pack, rules=(replace(rule, bands=(*rule.bands, rule.bands[0])),))

    with pytest.raises(BrokenTable, match="重叠"):
        lights_of(pack_of("lights", text_of(twice)))


def test_an_indicator_that_money_fills_bears_the_measure_as_its_name() -> None:
    assert all(each.measure in ("", each.key) for each in indicators())
