"""Rules of first claims: rule packs of the kind "claims"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.claim import ClaimRule, Confirmer
from zhuchao.tables.packs import HEADINGS, Pack, load_pack

KIND = "claims"
DEFAULT = "default"
# The least and the most that a number of the rule may be; a check budget of nought forbids all.
LIMITS: Mapping[str, tuple[int, int]] = {
    "valid_days": (1, 1_095),
    "warn_days": (0, 365),
    "amber_days": (0, 365),
    "red_days": (0, 365),
    "renewals": (0, 20),
    "renewal_days": (1, 1_095),
    "evidence_days": (1, 1_095),
    "statement_days": (0, 90),
    "own_part_least": (0, 20),
    "checks_a_day": (1, 1_000),
    "alert_after_checks": (1, 1_000),
    "alert_after_hits": (1, 1_000),
}
SUMS = ("floor_yuan", "head_from_yuan")
BODY = frozenset(each.name for each in fields(ClaimRule)) - set(HEADINGS)


@cache
def claim_rule(key: str = DEFAULT) -> ClaimRule:
    """The rule of that key.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return claims_of(load_pack(KIND, key))


def claims_of(pack: Pack) -> ClaimRule:
    """The pack as a rule. Raises: BrokenTable, when it does not hold together."""
    name, body = f"{KIND}/{pack.key}", pack.body
    unknown = sorted(set(body) - BODY)
    missing = sorted(BODY - set(body) - set(SUMS))
    if unknown or missing:
        wrong = [f"不认识 {'、'.join(unknown)}"] if unknown else []
        wrong += [f"缺少 {'、'.join(missing)}"] if missing else []
        raise BrokenTable(f"规则包 {name} {'；'.join(wrong)}")
    numbers = {each: _number(body, each, name) for each in LIMITS}
    if not numbers["red_days"] <= numbers["amber_days"] <= numbers["warn_days"]:
        raise BrokenTable(f"规则包 {name} 须有 red_days ≤ amber_days ≤ warn_days")
    if body["confirm_by"] not in set(Confirmer) or not str(body["no_referrers"]).strip():
        raise BrokenTable(f"规则包 {name} 的 confirm_by 须是 head 或 rule，no_referrers 不能为空")
    told: dict[str, Any] = {
        **{heading: getattr(pack, heading) for heading in HEADINGS},
        **numbers,
        **{each: _sum(body, each, name) for each in SUMS},
        "confirm_by": Confirmer(body["confirm_by"]),
        "no_referrers": str(body["no_referrers"]),
    }
    return ClaimRule(**told)


def _number(body: Mapping[str, Any], key: str, name: str) -> int:
    least, most = LIMITS[key]
    told = body[key]
    if type(told) is not int or not least <= told <= most:
        raise BrokenTable(f"规则包 {name} 的 {key} 须是 {least} 到 {most} 的整数")
    return told


def _sum(body: Mapping[str, Any], key: str, name: str) -> Decimal | None:
    told = body.get(key)
    if told is not None and (type(told) is not int or told <= 0):
        raise BrokenTable(f"规则包 {name} 的 {key} 须是大于 0 的整数（元）")
    return None if told is None else Decimal(told)
