"""Rules of problems: rule packs of the kind "problems", and what a problem may be about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.problem import EscalateTo, Escalation, ProblemKind, ProblemRule
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack, load_pack

KIND = "problems"
DEFAULT = "default"
BODY = {"assign_within", "due_within", "days", "escalation"}
# A year of working days is the most that a deadline may be away.
MOST_DAYS = 250


@cache
def problem_kinds() -> tuple[ProblemKind, ...]:
    """In the order in which they are offered. Raises: BrokenTable."""
    name = "projects/problem_kinds.csv"
    kinds = tuple(ProblemKind(**row) for row in Folder().own_rows(name))
    refuse_repeated((each.key for each in kinds), name)
    return kinds


@cache
def problem_rule(key: str = DEFAULT) -> ProblemRule:
    """Raises: NotFound, when there is none; BrokenTable, when it does not hold together."""
    return problems_of(load_pack(KIND, key))


def problems_of(pack: Pack) -> ProblemRule:
    """The pack as a rule.

    Raises: BrokenTable, for days that are none, and escalations that do not rise.
    """
    name, body = f"{KIND}/{pack.key}", pack.body
    if set(body) != BODY or not isinstance(body["days"], Mapping):
        raise BrokenTable(f"规则包 {name} 须有且只有 {'、'.join(sorted(BODY))}")
    unknown = set(body["days"]) - {kind.key for kind in problem_kinds()}
    if unknown:
        raise BrokenTable(f"规则包 {name} 的 days 有不认识的类别：{'、'.join(sorted(unknown))}")
    rising = tuple(_escalation(entry, name) for entry in body["escalation"])
    if any(before.after >= after.after for before, after in pairwise(rising)):
        raise BrokenTable(f"规则包 {name} 的 escalation 须按 after 从小到大，不能相同")
    return ProblemRule(
        **{heading: getattr(pack, heading) for heading in HEADINGS},
        assign_within=_days(body["assign_within"], 0, name),
        due_within=_days(body["due_within"], 1, name),
        days={kind: _days(told, 1, name) for kind, told in body["days"].items()},
        escalations=rising,
    )


def _days(told: object, least: int, name: str) -> int:
    if type(told) is not int or not least <= told <= MOST_DAYS:
        raise BrokenTable(f"规则包 {name} 的天数须是 {least} 到 {MOST_DAYS} 的整数（工作日）")
    return told


def _escalation(entry: Mapping[str, Any], name: str) -> Escalation:
    if set(entry) != {"after", "to", "says"} or entry["to"] not in set(EscalateTo):
        places = "、".join(EscalateTo)
        raise BrokenTable(f"规则包 {name} 的 escalation 须写 after、says 和 to（{places}）")
    return Escalation(_days(entry["after"], 1, name), EscalateTo(entry["to"]), str(entry["says"]))
