"""The demonstration's stack of floors, its owners' answers, and a plan."""

from __future__ import annotations

from datetime import date, timedelta

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Viewer
from zhuchao.apps.properties import services
from zhuchao.config.demo.content import Entry, document, park_plan
from zhuchao.config.demo.drawing import plan
from zhuchao.config.demo.grounds import Grounds
from zhuchao.config.demo.offering import WAYS

# Whose plan is drawn, and the offer whose owner has answered.
PLANNED = ("A1号厂房", "1号研发楼")
ANSWERED = "云溪小微企业园6号二楼 组装仓储两用"
ANSWER = "二楼租金改为 10 元，另有一家在看"


def stack_up(viewer: Viewer, grounds: Grounds, *, today: date) -> None:
    """Add the units beside those of the offers, the plans of parks, and those of two buildings."""
    for entry in document("units")["unit"]:
        _add(viewer, grounds, entry, today)
    for entry in document("parks")["park"]:
        if "plan" in entry:
            services.lay_plan(viewer, grounds.parks[entry["name"]].pk, park_plan(entry["plan"]))
    for name in PLANNED:
        services.add_picture(
            viewer,
            on=grounds.buildings[name],
            content=plan(grounds.written[name]["floors"]),
            kind="plan",
            caption=f"{name}标准层示意图",
        )


def _add(viewer: Viewer, grounds: Grounds, entry: Entry, today: date) -> None:
    name = entry["building"]
    unit = services.create_unit(
        viewer,
        building=grounds.buildings[name],
        name=entry["name"],
        area_m2=float(entry["area"]),
        floor=grounds.floors[name, entry["floor"]] if "floor" in entry else None,
        top_floor=entry.get("top_floor"),
        is_whole=entry.get("whole", False),
    )
    if "state" not in entry:
        return
    offer = services.draft_from_unit(viewer, unit.pk)
    confirmed_on = today - timedelta(days=entry["confirmed_days"])
    for state in WAYS[entry["state"]]:
        services.move_offer(viewer, offer.pk, state=state, today=confirmed_on)


def hear_owners(viewer: Viewer, offer_ids: dict[str, int], *, today: date) -> None:
    """Ask about what fades, and let one owner answer."""
    services.ask_where_due(SYSTEM, today=today)
    ask = services.ask_owner(viewer, offer_ids[ANSWERED], today=today)
    services.answer_ask(PUBLIC, ask.token, answer="changed", remark=ANSWER, today=today)
