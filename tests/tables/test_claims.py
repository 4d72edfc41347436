"""Rules of first claims: the shipped ones hold together, and a wrong one says what is wrong."""

import pytest

from zhuchao.core.errors import BrokenTable
from zhuchao.tables.claims import claim_rule
from zhuchao.tables.kinds import checked
from zhuchao.tables.packs import pack_keys, pack_text


def test_each_shipped_rule_tells_where_it_comes_from() -> None:
    keys = pack_keys("claims")

    assert len(keys) >= 2
    for key in keys:
        rule = claim_rule(key)
        assert rule.document in str(rule)
        assert rule.red_days <= rule.amber_days <= rule.warn_days


@pytest.mark.parametrize(
    ("line", "other", "said"),
    [
        ("valid_days = 90", "valid_days = 0", "valid_days 须是 1 到"),
        ("valid_days = 90", "", "缺少 valid_days"),
        ("valid_days = 90", "valid_days = 90\nluck = 1", "不认识 luck"),
        ("warn_days = 7", "warn_days = 3", "red_days ≤ amber_days"),
        ('confirm_by = "rule"', 'confirm_by = "nobody"', "head 或 rule"),
        ('confirm_by = "rule"', 'confirm_by = "rule"\nfloor_yuan = -1', "floor_yuan 须是大于 0"),
    ],
)
def test_a_rule_that_does_not_hold_together(line: str, other: str, said: str) -> None:
    text = pack_text("claims", "default")
    assert line in text

    with pytest.raises(BrokenTable, match=said):
        checked("claims", text.replace(line, other, 1))
