"""The lights of the demonstration: a pack, a baseline, targets, and a figure that was published."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.services import About, Curve, Published
from zhuchao.config.demo.cast import Cast
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.tables.packs import pack_text

HEAD = "guhuaiyuan"
PACK = "yinchuan"
# A year whose works begin in spring, in percent at month ends.
CURVE = (2, 5, 11, 19, 28, 38, 47, 56, 66, 77, 89, 100)
PLAN = "澄湖高新区年度投资计划"
# How a year's target compares with what was planned by the month: some aim low, some high.
AIMS = (Decimal("1.0"), Decimal("1.3"), Decimal("1.1"), Decimal("1.7"), Decimal("2.4"))
MONTHS = 12
WAN = Decimal(10_000)
# 35.1 % done and 10.1 points ahead imply a quarter, which is no straight line in most months.
PUBLISHED = (35.1, 10.1)
MEAN_GROWTH = 6.5


def light_up(cast: Cast, *, today: date) -> int:
    """Let the house go by a pack, set its year, and aim for every project that is being built;
    how many of them."""
    head, year = cast[HEAD], reported_until(today).year
    text = pack_text("lights", PACK)
    people.adopt_pack(head, kind="lights", text=text, adopted_from=date(year, 1, 1))
    main = About("done", year)
    curve = Curve("twelve", f"{year} 年度计划曲线", f"{PLAN}附表", CURVE)
    services.set_baseline(head, main, curve=curve, today=today)
    aimed = [
        (each.pk, amount)
        for number, each in enumerate(selectors.projects(head).order_by("pk"))
        if (amount := _planned(head, each.pk, year, AIMS[number % len(AIMS)])) is not None
    ]
    for project_id, amount in aimed:
        about = About("done", year, project_id)
        services.set_target(head, about, amount=amount, reason=PLAN, today=today)
    total = sum((amount for _, amount in aimed), Decimal(0))
    if total:
        services.set_target(head, main, amount=total, reason=PLAN, today=today)
    _publish(cast, year, today)
    return len(aimed)


def _planned(head: Viewer, project_id: int, year: int, aim: Decimal) -> Decimal | None:
    """A year's target from the months that were planned; None where none was."""
    months = selectors.money_by_month(head, project_id)
    told = [each.amount for each in months if each.measure == "plan" and each.month.year == year]
    if not told:
        return None
    return (sum(told, Decimal(0)) / len(told) * MONTHS * aim / 2 / WAN).quantize(Decimal(1)) * WAN


def _publish(cast: Cast, year: int, today: date) -> None:
    head, month = cast[HEAD], reported_until(today).month
    done, ahead = PUBLISHED
    fiscal = Published(month, "邻市统计月报", done=done, ahead=ahead)
    services.note_published(head, About("fiscal_revenue", year), told=fiscal, today=today)
    mean = Published(month, "全市投资运行通报", mean_growth=MEAN_GROWTH)
    services.note_published(head, About("done", year), told=mean, today=today)
