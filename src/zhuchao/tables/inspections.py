"""Templates of inspections: rule packs of the kind "inspections"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isclose
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.projects.inspections import QUARTER_MONTHS
from zhuchao.core.vocabulary.inspection import Every, Item, Quarter, Template
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables.files import refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack, load_pack, pack_keys

KIND = "inspections"
BODY = {"every", "item", "quarter", "milestone", "minutes", "gaps"}


@cache
def inspection_template(key: str) -> Template:
    """Raises: NotFound, when there is none; BrokenTable, when it does not hold together."""
    return template_of(load_pack(KIND, key))


def inspection_templates() -> tuple[Template, ...]:
    """Every template that is shipped."""
    return tuple(inspection_template(key) for key in pack_keys(KIND))


def template_of(pack: Pack) -> Template:
    """The pack as a template. Raises: BrokenTable, when its weights do not make a whole."""
    name, body = f"{KIND}/{pack.key}", pack.body
    if set(body) - BODY or body.get("every") not in set(Every) or not body.get("item"):
        raise BrokenTable(f"规则包 {name} 须写 every（{'、'.join(Every)}）和 item")
    if (milestone := body.get("milestone", "")) not in {"", *Milestone}:
        raise BrokenTable(f"规则包 {name} 的 milestone 须是 {'、'.join(Milestone)} 之一")
    items = tuple(_item(entry, name) for entry in body["item"])
    refuse_repeated((item.key for item in items), name)
    if not isclose(sum(item.weight for item in items), 1):
        raise BrokenTable(f"规则包 {name} 各项 weight 之和须是 1")
    minutes = body.get("minutes", 0)
    if type(minutes) is not int or minutes < 0:
        raise BrokenTable(f"规则包 {name} 的 minutes 须是不小于 0 的整数")
    return Template(
        **{heading: getattr(pack, heading) for heading in HEADINGS},
        every=Every(body["every"]),
        items=items,
        quarter=_quarter(body, name),
        milestone=str(milestone),
        minutes=minutes,
        gaps=str(body.get("gaps", "")),
    )


def _item(entry: Mapping[str, Any], name: str) -> Item:
    try:
        item = Item(
            str(entry["key"]),
            str(entry["title"]),
            float(entry["full"]),
            float(entry["weight"]),
            str(entry.get("says", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的一项不完整：{error}") from error
    if item.full <= 0 or not 0 < item.weight <= 1 or not item.title:
        raise BrokenTable(f"规则包 {name} 的“{item.title}”：full 大于 0，weight 在 0 和 1 之间")
    return item


def _quarter(body: Mapping[str, Any], name: str) -> Quarter | None:
    told = body.get("quarter")
    if told is None:
        return None
    try:
        quarter = Quarter(float(told["month_weight"]), float(told["leaders_weight"]))
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的 quarter 不完整：{error}") from error
    whole = QUARTER_MONTHS * quarter.month_weight + quarter.leaders_weight
    if body["every"] != Every.MONTH or not isclose(whole, 1):
        raise BrokenTable(f"规则包 {name}：按月的才写 quarter，三个月和领导的权重之和须是 1")
    return quarter
