"""``zhuchao read --facts``: what a page states, kind by kind, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.core.vocabulary.fact import Bound, Comparison, Facts, Goal, Measure, ProjectEvent
from zhuchao.core.vocabulary.read import Read
from zhuchao.faces.cli.printing import LEGEND, MARKS, one_line, table

BOUNDS = {Bound.OVER: "超过", Bound.NEAR: "约", Bound.UNDER: "不超过"}
STEPS = {
    "plan": "拟投", "talk": "洽谈", "sign": "签约", "land": "拿地", "start": "开工",
    "build": "在建", "finish": "竣工", "produce": "投产", "expand": "扩产",
}  # fmt: skip
AGREEMENTS = {"formal": "正式协议", "framework": "框架协议"}
Row = tuple[str, ...]


def facts_in_words(facts: Facts, text: str) -> Iterator[str]:
    """The facts as lines of Chinese text; kinds of which there are none are left out."""
    parts = (
        ("指标", [row for each in facts.measures for row in _measure(each, text)]),
        ("项目动态", [_event(each, text) for each in facts.events]),
        ("目标", [_goal(each, text) for each in facts.goals]),
        ("单位", _once(_named(each.name, text) for each in facts.organisations)),
        ("地名", _once(_place(each.value, text) for each in facts.places)),
        ("人物", _once((one_line(p.name.value or ""), "、".join(p.titles)) for p in facts.people)),
        ("日期", _once(_named(each.value, text) for each in facts.dates)),
        ("荣誉", [_joined(each.who, each.what, each.by) for each in facts.honours]),
        ("政策", [_joined(each.who, each.what, each.until) for each in facts.policies]),
        ("公示", [_joined(each.about, each.period) for each in facts.notices]),
        ("提法", [_joined(s.heading, *s.members) for s in (*facts.slogans, *facts.clusters)]),
        ("工作节奏", [_joined(each.name) for each in facts.rhythms]),
    )
    told = [(label, rows) for label, rows in parts if rows]
    for label, rows in told:
        yield f"{label}（{len(rows)}）"
        yield from (f"  {line}" for line in table(rows).splitlines())
        yield ""
    yield LEGEND if told else "没有读出事实"


def _once(rows: Iterable[Row]) -> list[Row]:
    return list(dict.fromkeys(rows))


def _quoted(read: Read[float] | Read[str] | None, text: str) -> str:
    return one_line(read.span.of(text)) if read is not None and read.span else ""


def _value(read: object) -> str:
    value = read.value if isinstance(read, Read) else None
    return "" if value is None else one_line(str(value))


def _measure(measure: Measure, text: str) -> Iterator[Row]:
    subject, when = _value(measure.subject), _value(measure.period)
    bound = BOUNDS[measure.bound] if measure.bound else ""
    figure = bound + _quoted(measure.value, text) if measure.value.is_known else "未写数值"
    compared = "，".join(_compared(each) for each in measure.comparisons)
    yield MARKS[measure.value.state], when, subject, _value(measure.metric), figure, compared
    for each in measure.derived:
        amount = each.value.value or 0.0
        shown = f"{amount / 1e8:,.4g} 亿{each.value.unit}" if each.value.unit else f"{amount:.1%}"
        yield MARKS[each.value.state], when, subject, each.name, shown, f"（{each.value.why}）"


def _compared(comparison: Comparison) -> str:
    value, unit = comparison.value.value or 0.0, comparison.value.unit
    return f"{comparison.kind} {value:+g}{unit}" if unit else f"{comparison.kind} {value:+.2%}"


def _event(event: ProjectEvent, text: str) -> Row:
    step = STEPS[event.step.value] + ("（拟）" if event.is_intention else "")
    agreement = AGREEMENTS.get(event.agreement, "")
    slots = (
        ("投资方", _value(event.investor)), ("项目公司", _value(event.company)),
        ("对方", _value(event.counterparty)), ("总投资", _quoted(event.total, text)),
        ("用地", _quoted(event.land, text)), ("地点", _value(event.place)),
        ("园区", _value(event.site)),
        ("行业", _value(event.trade)), ("协议", agreement),
    )  # fmt: skip
    told = "，".join(f"{label} {value}" for label, value in slots if value)
    return MARKS[event.said.state], _value(event.on), step, _value(event.project), told


def _goal(goal: Goal, text: str) -> Row:
    return MARKS[goal.goal.state], _value(goal.by), _value(goal.about), _quoted(goal.goal, text)


def _named(read: Read[object] | Read[str], text: str) -> Row:
    quoted = one_line(read.span.of(text)) if read.span else ""
    meant = _value(read) or read.why
    return MARKS[read.state], quoted, meant if meant != quoted else ""


def _place(read: Read[object], text: str) -> Row:
    mark, quoted, _ = _named(read, text)
    code = getattr(read.value, "code", "")
    return mark, quoted, code or read.why


def _joined(*reads: object) -> Row:
    return ("  ".join(value for value in map(_value, reads) if value),)
