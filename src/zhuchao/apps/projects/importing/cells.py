"""Cells of a ledger as values: money, land, days, choices, trades, stages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from zhuchao import tables as reference
from zhuchao.apps.projects.models import Project
from zhuchao.core.errors import Refused
from zhuchao.core.text.money import yuan_of
from zhuchao.core.vocabulary.stage import StageLadder
from zhuchao.core.vocabulary.tables import M2_OF_A_MU

DAY = re.compile(r"((?:19|20)\d\d)[年./\-](\d{1,2})(?:[月./\-](?:(\d{1,2})日?)?)?")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
# Days as spreadsheets count them, of this century.
SERIAL = re.compile(r"[34]\d{4}|5[0-4]\d{3}")
SERIAL_ZERO = date(1899, 12, 30)
LAND = re.compile(r"(\d+(?:\.\d+)?)(亩|㎡|m2|平方米|平米|公顷)?")
LAND_UNITS = {"亩": M2_OF_A_MU, "公顷": 10_000.0}
TRADE = re.compile(r"[A-T]?\d{2,4}|[A-T]")
# What people write around the name of a stage or a kind.
AROUND = re.compile(r"^(?:已|已经|正在|拟)|(?:阶段|项目|类|业|中|一批)$")
CHOICES: Mapping[str, tuple[str, Iterable[tuple[str, str]]]] = {
    "kind": ("项目类型", Project.Kind.choices),
    "chain_role": ("强补延", Project.ChainRole.choices),
    "method": ("招商方式", Project.Method.choices),
}


def sum_of(written: str, unit: str) -> Decimal | None:
    """A sum in yuan. Raises: Refused, for what is no sum and for a negative one."""
    told = yuan_of(written, unit.removesuffix("元") + "元" if unit else "元")
    if told is not None and told < 0:
        raise Refused(f"“{written}”是负数：请核对，不清楚的留空")
    return told


def dollars_of(written: str, unit: str) -> Decimal | None:
    """A sum in US dollars, told in 美元, 万美元 or 亿美元. Raises: Refused."""
    plain = written.replace("美元", "元").replace("美金", "元")
    return sum_of(plain, unit.replace("美元", "元"))


def land_of(written: str, unit: str) -> float:
    """An area in ㎡. Raises: Refused."""
    found = LAND.fullmatch(_plain(written).replace(",", ""))
    if found is None:
        raise Refused(f"“{written[:20]}”读不出面积：请写成 120 亩或 8000 ㎡ 的样子")
    scale = LAND_UNITS.get(found[2] or unit, 1.0)
    return round(float(found[1]) * scale, 2)


def day_of(written: str) -> tuple[date, bool]:
    """The day, and whether only its month was told. Raises: Refused."""
    text = _plain(written)
    if SERIAL.fullmatch(text):
        return SERIAL_ZERO + timedelta(days=int(text)), False
    found = DAY.fullmatch(text) or COMPACT.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        return date(int(found[1]), int(found[2]), int(found[3] or 1)), found[3] is None
    except ValueError:
        raise Refused(f"“{written[:20]}”读不出日期：请写成 2026-03-15 或 2026年3月") from None


def choice_of(name: str, written: str) -> str:
    """The key of a choice by its label. Raises: Refused, naming the labels there are."""
    label, choices = CHOICES[name]
    told = _named(written, {each: key for key, each in choices})
    if not told:
        raise Refused(f"没有“{written[:20]}”这个{label}：{'、'.join(each for _, each in choices)}")
    return told


def stage_of(ladder: StageLadder, written: str) -> str:
    """The key of a stage by its name. Raises: Refused, naming the stages there are."""
    found = _named(written, {each.name: each.key for each in ladder.stages})
    if not found:
        names = "、".join(each.name for each in ladder.stages)
        raise Refused(f"没有“{written[:20]}”这个阶段：{names}")
    return found


def trade_of(written: str) -> str:
    """The code of GB/T 4754 by code or by name; empty where none is known."""
    tables, text = reference.load(), _plain(written).upper()
    found = TRADE.match(text)
    if found is not None:
        code = (
            found[0] if found[0] in tables.industries else found[0].lstrip("ABCDEFGHIJKLMNOPQRST")
        )
        return code if code in tables.industries else ""
    by_name = {name: code for code, name in tables.industries.items()}
    return by_name.get(written.strip()) or tables.trade_code(written.strip())


def _named(written: str, keys: Mapping[str, str]) -> str:
    """The key of what is named; 已开工 is 开工, and 工业项目 is 工业."""
    plain = "".join(written.split())
    if plain in keys:
        return keys[plain]
    return {_bare(name): key for name, key in keys.items()}.get(_bare(plain), "")


def _bare(name: str) -> str:
    stripped = AROUND.sub("", name)
    return name if stripped in ("", name) else _bare(stripped)


def _plain(written: str) -> str:
    return "".join(unicodedata.normalize("NFKC", written).split())
