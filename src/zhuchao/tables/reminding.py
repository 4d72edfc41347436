"""What reminders are of, and rule packs of the kind "reminders": on which days."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.reminder import ReminderKind, ReminderRule, When
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack, load_pack

KIND = "reminders"
DEFAULT = "default"
# A year of working days is the most that a reminder may be away from its day.
MOST_DAYS = 250


@cache
def reminder_kinds() -> Mapping[str, ReminderKind]:
    """By key, in the order in which they are shown. Raises: BrokenTable."""
    name = "reminders/kinds.csv"
    kinds = tuple(
        ReminderKind(row["key"], row["name"], When(row["when"]), row["path"])
        for row in Folder().own_rows(name)
    )
    refuse_repeated((each.key for each in kinds), name)
    return {each.key: each for each in kinds}


@cache
def reminder_rule(key: str = DEFAULT) -> ReminderRule:
    """Raises: NotFound, when there is none; BrokenTable, when it does not hold together."""
    return reminders_of(load_pack(KIND, key))


def reminders_of(pack: Pack) -> ReminderRule:
    """The pack as a rule. Raises: BrokenTable, for unknown kinds, and days that do not rise."""
    name, told = f"{KIND}/{pack.key}", pack.body.get("steps")
    if set(pack.body) != {"steps"} or not isinstance(told, Mapping):
        raise BrokenTable(f"规则包 {name} 须有且只有 steps")
    unknown = set(told) - set(reminder_kinds())
    if unknown:
        raise BrokenTable(f"规则包 {name} 有不认识的提醒：{'、'.join(sorted(unknown))}")
    return ReminderRule(
        **{heading: getattr(pack, heading) for heading in HEADINGS},
        steps={kind: _steps(days, f"{name} 的 {kind}") for kind, days in told.items()},
    )


def _steps(told: object, name: str) -> tuple[int, ...]:
    days = told if isinstance(told, list) else []
    is_wrong = any(type(day) is not int or abs(day) > MOST_DAYS for day in days)
    if not days or is_wrong or sorted(set(days)) != days:
        raise BrokenTable(f"规则包 {name} 须是从小到大、不重复的工作日数，最多 {MOST_DAYS} 天")
    return tuple(days)
