"""Rule packs of reminders: written out and read again they are the same; wrong ones are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.reminder import ReminderRule
from zhuchao.tables import reminder_kinds, reminder_rule
from zhuchao.tables.kinds import checked
from zhuchao.tables.packs import pack_keys, pack_text
from zhuchao.tables.reminding import KIND, reminders_of

HEAD = """key = "own"
title = "自定"
issuer = "测试园区"
document = "测试文件"
issued_on = 2026-11-01
version = "2"
"""
STEPS = st.sets(st.integers(-250, 250), min_size=1, max_size=4).map(sorted).map(tuple)


@given(st.dictionaries(st.sampled_from(list(reminder_kinds())), STEPS))
def test_a_rule_that_is_written_out_is_read_again(steps: dict[str, tuple[int, ...]]) -> None:
    lines = [f"{kind} = {list(days)}" for kind, days in steps.items()]

    found = reminders_of(checked(KIND, "\n".join((HEAD, "[steps]", *lines))))

    expected = ("own", "自定", "测试园区", "测试文件", date(2026, 11, 1), "2", steps)
    assert found == ReminderRule(*expected)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "steps = 3",
        "[steps]\nunknown = [0]",
        "[steps]\nproblem_due = []",
        "[steps]\nproblem_due = [0, -3]",
        "[steps]\nproblem_due = [1, 1]",
        "[steps]\nproblem_due = [251]",
        '[steps]\nproblem_due = ["1"]',
        "[steps]\nproblem_due = [0]\n[more]\nday = 1",
    ],
)
def test_what_does_not_hold_together_is_refused(body: str) -> None:
    with pytest.raises(BrokenTable):
        checked(KIND, HEAD + body)


def test_every_shipped_rule_holds_together() -> None:
    for key in pack_keys(KIND):
        checked(KIND, pack_text(KIND, key))
    assert reminder_rule().steps
