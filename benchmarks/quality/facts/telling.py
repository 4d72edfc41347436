"""The facts of a page as items, to be held beside the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.quality.facts.marks import Item
from zhuchao.core.vocabulary.fact import (
    Comparison,
    Facts,
    Figure,
    Goal,
    Honour,
    Measure,
    Notice,
    Period,
    Policy,
    ProjectEvent,
)
from zhuchao.core.vocabulary.read import Read, State

# 5月8日, 2026-05-08; 过去一年 is no range of days.
DAY = re.compile(r"[日号]|\d[-/.]\d")
CURRENCIES = {"元": "", "美元": "USD ", "欧元": "EUR ", "日元": "JPY ", "港元": "HKD "}


def items_of(facts: Facts, text: str) -> Iterator[Item]:
    """Every fact in the notation of the marks."""
    yield from (figure_item(each, text) for each in facts.figures)
    for when in facts.dates:
        written = _quoted(when.value, text)
        yield from (Item("date", (written, told)) for told in _days(when.value.value, written))
    for organisation in facts.organisations:
        yield Item("org", (_quoted(organisation.name, text), organisation.name.value or ""))
    for place in facts.places:
        code = "?" if place.value.value is None else place.value.value.code
        yield Item("place", (_quoted(place.value, text), code))
    for person in facts.people:
        yield Item("person", (person.name.value or "", "、".join(person.titles)))
    yield from (measure_item(each, text) for each in facts.measures)
    yield from (event_item(each, text) for each in facts.events)
    yield from _others(facts, text)


def _others(facts: Facts, text: str) -> Iterator[Item]:
    yield from (goal_item(each, text) for each in facts.goals)
    for kind, slogans in (("list", facts.slogans), ("cluster", facts.clusters)):
        for each in slogans:
            yield Item(kind, (each.heading.value or "", *(m.value or "" for m in each.members)))
    for rhythm in facts.rhythms:
        yield Item("rhythm", (rhythm.name.value or "", ""))
    yield from (honour_item(each) for each in facts.honours)
    yield from (policy_item(each) for each in facts.policies)
    yield from (notice_item(each) for each in facts.notices)


def _days(period: Period | None, written: str) -> tuple[str, ...]:
    """A date as marks have it: of a written range of days each end is one of its own."""
    if period is None:
        return ("",)
    is_of_days = period.first is not None and period.first.day and period.last.day
    if not is_of_days or not DAY.search(written):
        return (str(period),)
    return tuple(dict.fromkeys((str(period.first), str(period.last))))


def figure_item(figure: Figure, text: str) -> Item:
    read = figure.value
    if read.value is None:
        return Item(figure.dimension.value, ("?", ""))
    upper = "" if figure.high is None else f"..{figure.high:.12g}"
    value = f"{CURRENCIES.get(read.unit, '')}{read.value:.12g}{upper}"
    return Item(figure.dimension.value, (_quoted(read, text), value))


def measure_item(measure: Measure, text: str) -> Item:
    compare = "、".join(_compared(each) for each in measure.comparisons)
    slots = {
        "value": _quoted(measure.value, text) if measure.value.is_known else "",
        "period": _told(measure.period),
        "subject": _value(measure.subject),
        "bound": measure.bound.value if measure.bound else "",
        "compare": compare,
    }
    return Item("measure", (measure.metric.value or "",), _slots(slots))


def _compared(comparison: Comparison) -> str:
    value, unit = comparison.value.value or 0.0, comparison.value.unit
    if unit == "元":
        return f"{comparison.kind} {value / 10_000:+g}万元"
    if unit:
        return f"{comparison.kind} {value:+g}{unit}"
    return f"{comparison.kind} {value * 100:+.6g}%"


def event_item(event: ProjectEvent, text: str) -> Item:
    slots = {
        "kind": event.agreement,
        "investor": _value(event.investor),
        "company": _value(event.company),
        "counterparty": _value(event.counterparty),
        "project": _value(event.project),
        "total": _quoted(event.total, text) if event.total and event.total.is_known else "",
        "land": _quoted(event.land, text),
        "place": _value(event.place),
        "site": _value(event.site),
        "date": _told(event.on),
        "trade": _value(event.trade),
        "mood": "intention" if event.is_intention else "fact",
    }
    return Item("event", (event.step.value,), _slots(slots))


def goal_item(goal: Goal, text: str) -> Item:
    is_quoted = goal.goal.state is State.GIVEN
    told = _quoted(goal.goal, text) if is_quoted else _value(goal.goal)
    slots = {"goal": told, "by": _told(goal.by)}
    return Item("plan", (goal.about.value or "",), _slots(slots))


def honour_item(honour: Honour) -> Item:
    told = (_value(honour.who), honour.what.value or "", _value(honour.by))
    return Item("honour", tuple(told))


def policy_item(policy: Policy) -> Item:
    until = {"until": _told(policy.until)}
    return Item("policy", (policy.who.value or "", policy.what.value or ""), _slots(until))


def notice_item(notice: Notice) -> Item:
    return Item("notice", (notice.about.value or "", _told(notice.period)))


def _slots(told: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in told.items() if value)


def _value(read: Read[str] | None) -> str:
    return (read.value or "") if read else ""


def _told(read: Read[object] | object) -> str:
    value = read.value if isinstance(read, Read) else None
    return "" if value is None else str(value)


def _quoted(read: Read[object] | Read[float] | Read[str] | None, text: str) -> str:
    return read.span.of(text) if read is not None and read.span is not None else ""
