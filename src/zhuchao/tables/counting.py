"""How signings are counted, and sizes of projects: rule packs of the kind "counting"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.count import CountRule, OwnerChange, Tier
from zhuchao.tables.ladders import document_kinds
from zhuchao.tables.packs import HEADINGS, Pack, load_pack

KIND = "counting"
DOCUMENTS = ("signed_by", "increments_by", "preliminary")
BODY = frozenset(each.name for each in fields(CountRule)) - set(HEADINGS) - {"tiers"} | {"tier"}
OPTIONAL = frozenset({"floor_yuan", "tier"})


@cache
def count_rule(key: str = "standard") -> CountRule:
    """The rule of that key.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return counting_of(load_pack(KIND, key))


def counting_of(pack: Pack) -> CountRule:
    """The pack as a rule. Raises: BrokenTable, when it does not hold together."""
    name, body = f"{KIND}/{pack.key}", pack.body
    unknown, missing = sorted(set(body) - BODY), sorted(BODY - OPTIONAL - set(body))
    if unknown or missing:
        wrong = [f"不认识 {'、'.join(unknown)}"] if unknown else []
        wrong += [f"缺少 {'、'.join(missing)}"] if missing else []
        raise BrokenTable(f"规则包 {name} {'；'.join(wrong)}")
    try:
        told: dict[str, Any] = {
            **{heading: getattr(pack, heading) for heading in HEADINGS},
            **{each: _words(body, each) for each in (*DOCUMENTS, "not_recognised")},
            "owner_change": OwnerChange(body["owner_change"]),
            "floor_yuan": None if "floor_yuan" not in body else _sum(body, "floor_yuan"),
            "tiers": _tiers(body.get("tier", [])),
        }
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的内容有误：{error}") from error
    rule = CountRule(**told)
    _refuse_loose(rule, name)
    return rule


def _words(body: Mapping[str, Any], key: str) -> tuple[str, ...]:
    told = body[key]
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        raise TypeError(f"{key} 须是词的列表")
    return tuple(told)


def _sum(entry: Mapping[str, Any], key: str) -> Decimal:
    told = entry[key]
    if type(told) is not int or told < 0:
        raise ValueError(f"{key} 须是不小于 0 的整数（元）")
    return Decimal(told)


def _tiers(entries: list[Mapping[str, Any]]) -> tuple[Tier, ...]:
    tiers = [Tier(str(entry["name"]), _sum(entry, "from_yuan")) for entry in entries]
    return tuple(sorted(tiers, key=lambda tier: -tier.from_yuan))


def _refuse_loose(rule: CountRule, name: str) -> None:
    known = {kind.key for kind in document_kinds()}
    told = [key for each in DOCUMENTS for key in getattr(rule, each)]
    unknown = sorted(set(told) - known)
    if unknown:
        raise BrokenTable(f"规则包 {name} 用到未定义的文件类别：{'、'.join(unknown)}")
    if not rule.signed_by or len(told) != len(set(told)):
        raise BrokenTable(f"规则包 {name} 须写明 signed_by，且一类文件只出现一次")
