"""What is known of the demonstration's projects besides their stages: sums, next steps, money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.services.keeping import Details
from zhuchao.apps.projects.services.money import MonthEntry, note_investment
from zhuchao.apps.projects.services.promising import PromiseForm, note_promise
from zhuchao.core.vocabulary.stage import Milestone, Stage

YI = Decimal(100_000_000)
FIXED = Decimal("0.7")
EQUIPMENT = Decimal("0.4")
# What of the money spent the statistics take in.
COUNTED = Decimal("0.9")
METHODS = ("chain", "chain", "fund", "scene", "agent", "capital")
ROLES = ("strengthen", "fill", "extend")
SERVICES = ("软件和信息技术服务业", "装卸搬运和仓储业", "商务服务业")
# What officers usually do next, by the stage reached.
NEXT = {
    "线索": "约企业来园区看场地",
    "研判": "补齐投资强度和税收两项数字",
    "在谈": "发协议草案，约法务会商",
    "评审": "报园区主任办公会",
    "签约": "协助注册本地公司",
    "注册": "对接场地交付或挂牌时间",
    "落地": "催办备案和环评",
    "手续": "取施工许可证",
    "开工": "核对本月投资入统",
    "在建": "核对设备到货和本月投资",
    "竣工": "协助申请生产用电",
    "投产": "对照承诺核税收和用工",
    "达产": "了解增资意向",
}
# What the park promises, by the measure that it is kept under.
PARK = (
    ("permits", "代办备案、环评和施工许可"),
    ("utilities", "红线外水电气路接到地块边界"),
    ("talent", "协助招满首批一线工人"),
    ("housing", "提供人才公寓四十套"),
)
# So many days from today the first falls due, and within so many all of them.
SOONEST, SPREAD = -5, 90
# How many months back money of a project under construction is told.
MONTHS = 8


@dataclass(frozen=True, slots=True)
class Reached:
    """A project with the stage where it stands on the main line, and what was reached before."""

    project_id: int
    stage: Stage
    milestones: frozenset[Milestone]


def detail(
    viewer: Viewer, entry: Mapping[str, str], reached: Reached, random: Random, today: date
) -> None:
    """Sums and a next step for every project; money and promises for those that were signed."""
    total = Decimal(entry["investment_yi"]) * YI
    open_end = not entry["side"] and reached.stage.name in NEXT
    services.edit_project(
        viewer,
        reached.project_id,
        details=Details(
            title=entry["title"],
            kind="service" if entry["trade"] in SERVICES else "industry",
            chain_role=random.choice(ROLES),
            method=random.choice(METHODS),
            summary=f"{entry['company']}，{entry['trade']}。",
            total_investment=total,
            fixed_investment=(total * FIXED).quantize(Decimal(1)),
            equipment_investment=(total * EQUIPMENT).quantize(Decimal(1)),
            next_step=NEXT.get(reached.stage.name, "") if open_end else "",
            next_due=today + timedelta(days=random.randint(-4, 20)) if open_end else None,
        ),
    )
    if Milestone.SIGNED in reached.milestones:
        for form in _promises(total, today, reached.project_id):
            note_promise(viewer, reached.project_id, form=form)
    if Milestone.STARTED in reached.milestones:
        entries = tuple(_months(total, random, today))
        source = "项目月度投资报表"
        note_investment(viewer, reached.project_id, entries=entries, source=source, today=today)


def _promises(total: Decimal, today: date, number: int) -> Iterator[PromiseForm]:
    """What both sides promised; the park's differ from project to project, and so do the days."""
    year = today.year
    measure, words = PARK[number % len(PARK)]
    due_on = today + timedelta(days=SOONEST + number * 7 % SPREAD)
    yield PromiseForm(
        "investor",
        "fixed_investment",
        "两年内完成固定资产投资",
        total * FIXED,
        date(year + 1, 6, 30),
    )
    yield PromiseForm("investor", "jobs", "投产后用工", Decimal(120), date(year + 1, 12, 31))
    yield PromiseForm("park", measure, words, None, due_on)


def _months(total: Decimal, random: Random, today: date) -> Iterator[MonthEntry]:
    """Plan, done and arrived of the last months of this year."""
    share = (total * FIXED / 24).quantize(Decimal(10_000))
    for number in range(max(1, today.month - MONTHS), today.month):
        month = date(today.year, number, 1)
        done = (share * random.randint(60, 130) / 100).quantize(Decimal(10_000))
        yield MonthEntry("plan", month, share)
        yield MonthEntry("done", month, done)
        if share % 7:
            # Some wait for their entry into the statistics, and have a red light for it.
            yield MonthEntry("in_statistics", month, (done * COUNTED).quantize(Decimal(10_000)))
        yield MonthEntry("arrived", month, (done * Decimal("0.8")).quantize(Decimal(10_000)))
