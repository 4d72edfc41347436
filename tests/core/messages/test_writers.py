"""Who writes a message, and who is only invited to answer it."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("客户求租厂房4000平，有房的房东或同行都可联系", "agent"),
        ("求购厂房5000平，中介业主都可以联系", None),
        ("出售厂房6800平，业主委托，钱经理", "agent"),
        ("出租厂房2000平，房东直租", "owner"),
        ("园区直销，厂房分层出售，首层1200平", "park"),
        ("港资企业求租厂房3500平", "enterprise"),
        ("高新技术企业找厂房2000平", None),
    ],
)
def test_who_writes_is_told_by_acts_and_not_by_invitations(
    text: str, relation: str | None, tables: Tables
) -> None:
    assert told(text, tables).get("relation") == relation


def test_a_short_name_may_stand_behind_the_telephone(tables: Tables) -> None:
    fields = told("厂房转让2000平，急转，同行绕开 151 0000 3390 老魏", tables)

    assert fields["person"] == "老魏"
