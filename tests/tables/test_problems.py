"""Rule packs of problems and inspections: written out and read again they are the same."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.inspection import Every, Item, Quarter, Template
from zhuchao.core.vocabulary.problem import EscalateTo, Escalation, ProblemRule
from zhuchao.tables import inspection_templates, problem_kinds
from zhuchao.tables.inspections import template_of
from zhuchao.tables.kinds import checked
from zhuchao.tables.packs import HEADINGS, pack_keys, pack_text
from zhuchao.tables.problems import problem_rule, problems_of

HEADING = ("own", "自定", "测试园区", "测试文件", date(2026, 11, 1), "2")
WORDS = st.text('一二三abc"\\ ', min_size=1, max_size=8)


def written(rule: ProblemRule | Template, *lines: str) -> str:
    """The heading in TOML, and what follows."""
    told = {name: getattr(rule, name) for name in HEADINGS}
    head = [f"{k} = {v if isinstance(v, date) else json.dumps(v)}" for k, v in told.items()]
    return "\n".join((*head, *lines))


@st.composite
def problem_rules(draw: st.DrawFn) -> ProblemRule:
    days = st.integers(1, 250)
    kinds = st.sampled_from([kind.key for kind in problem_kinds()])
    steps = sorted(draw(st.sets(days, max_size=4)))
    return ProblemRule(
        *HEADING,
        assign_within=draw(st.integers(0, 250)),
        due_within=draw(days),
        days=draw(st.dictionaries(kinds, days)),
        escalations=tuple(
            Escalation(step, draw(st.sampled_from(EscalateTo)), draw(WORDS)) for step in steps
        ),
    )


@given(problem_rules())
def test_a_rule_of_problems_comes_back_as_it_was_written(rule: ProblemRule) -> None:
    steps = ", ".join(
        f"{{after = {e.after}, to = {json.dumps(e.to)}, says = {json.dumps(e.says)}}}"
        for e in rule.escalations
    )
    text = written(
        rule,
        f"assign_within = {rule.assign_within}",
        f"due_within = {rule.due_within}",
        f"escalation = [{steps}]",
        "[days]",
        *(f"{kind} = {days}" for kind, days in rule.days.items()),
    )

    assert problems_of(checked("problems", text)) == rule


@st.composite
def templates(draw: st.DrawFn) -> Template:
    shares = draw(st.lists(st.integers(1, 20), min_size=1, max_size=6))
    items = tuple(
        Item(f"i{n}", draw(WORDS), draw(st.integers(1, 100)) / 2, share / sum(shares), draw(WORDS))
        for n, share in enumerate(shares)
    )
    every = draw(st.sampled_from(Every))
    month = draw(st.integers(0, 33)) / 100
    quarter = Quarter(month, 1 - 3 * month) if every is Every.MONTH else None
    return Template(*HEADING, every, items, quarter, "started", draw(st.integers(0, 90)), "缺项")


@given(templates())
def test_a_template_comes_back_as_it_was_written(template: Template) -> None:
    rows = ", ".join(
        f"{{key = {json.dumps(i.key)}, title = {json.dumps(i.title)}, full = {i.full!r}, "
        f"weight = {i.weight!r}, says = {json.dumps(i.says)}}}"
        for i in template.items
    )
    lines = [
        f'every = "{template.every}"',
        f'milestone = "{template.milestone}"',
        f"minutes = {template.minutes}",
        f'gaps = "{template.gaps}"',
        f"item = [{rows}]",
    ]
    if (q := template.quarter) is not None:
        told = f"month_weight = {q.month_weight!r}, leaders_weight = {q.leaders_weight!r}"
        lines.append(f"quarter = {{{told}}}")

    assert template_of(checked("inspections", written(template, *lines))) == template


def test_each_shipped_pack_tells_where_it_comes_from() -> None:
    assert len(pack_keys("problems")) >= 2
    for key in pack_keys("problems"):
        assert problem_rule(key).document
    assert {each.every for each in inspection_templates()} == set(Every)


@pytest.mark.parametrize(
    ("kind", "key", "line", "other", "said"),
    [
        ("problems", "default", "due_within = 10", "due_within = 0", "天数须是 1"),
        ("problems", "default", "due_within = 10", "", "须有且只有"),
        ("problems", "default", "land = 20", "moon = 20", "不认识的类别：moon"),
        ("problems", "default", "after = 3", "after = 1", "从小到大"),
        ("problems", "default", 'to = "leader"', 'to = "nobody"', "escalation 须写"),
        ("inspections", "yuzhou", "weight = 0.4", "weight = 0.5", "之和须是 1"),
        ("inspections", "yuzhou", "full = 100", "full = 0", "full 大于 0"),
        ("inspections", "yuzhou", "leaders_weight = 0.1", "leaders_weight = 0.2", "权重之和"),
        ("inspections", "yuzhou", 'every = "month"', 'every = "week"', "须写 every"),
        ("inspections", "yuzhou", 'milestone = "signed"', 'milestone = "moon"', "milestone 须是"),
        ("inspections", "tour", "minutes = 60", "minutes = -1", "minutes 须是"),
    ],
)
def test_a_pack_that_does_not_hold_together(
    kind: str, key: str, line: str, other: str, said: str
) -> None:
    text = pack_text(kind, key)
    assert line in text

    with pytest.raises(BrokenTable, match=said):
        checked(kind, text.replace(line, other, 1))
