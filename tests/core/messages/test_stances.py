"""How firmly something is meant reaches its own stretch of a message and nothing beyond."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey


def stances(text: str, tables: Tables) -> dict[FieldKey, str]:
    return {term.key: term.stance.value for term in parse(text, tables).terms}


@pytest.mark.parametrize(
    ("text", "key", "stance"),
    [
        ("求租仓库 卸货平台最好有消防丙二类的喷淋一定要有", FieldKey.DOCK, "soft"),
        ("求租仓库 卸货平台最好有消防丙二类的喷淋一定要有", FieldKey.SPRINKLER, "hard"),
        ("急找昆山1500平厂房 18块以内 中介勿扰", FieldKey.RENT, "hard"),
        ("急找昆山1500平厂房 18块以内 中介勿扰", FieldKey.RELATION, "excluded"),
        ("求地20亩，国有的最好", FieldKey.LAND_OWNERSHIP, "soft"),
        ("求租厂房 要三千平左右 必须一楼 带10吨行车最好两台", FieldKey.CRANE, "soft"),
        ("求租厂房2000平，须配2吨货梯", FieldKey.LIFT, "hard"),
        ("厂房出租2000平，优先引进汽车零部件企业", FieldKey.TRADE, "soft"),
        ("厂房出租2000平，接插件、连接器类优先", FieldKey.TRADE, "soft"),
        ("厂房出租2000平，阀门、滤料企业扶持", FieldKey.TRADE, "soft"),
        ("厂房出租2000平，只租给做五金的企业", FieldKey.TRADE, "hard"),
    ],
)
def test_a_stance_reaches_what_it_is_said_of(
    text: str, key: FieldKey, stance: str, tables: Tables
) -> None:
    assert stances(text, tables)[key] == stance


def test_what_is_not_insisted_on_excludes_nothing_else(tables: Tables) -> None:
    fields = told("出售柯桥整厂 有印染排污指标 可按揭 非诚勿扰 谢绝中介", tables)

    assert "excluded_trade" not in fields
    assert (fields["loan"], fields["relation"]) == ("yes", "not agent")


@pytest.mark.parametrize("text", ["求租厂房，集体地也行", "求地30亩，集体国有都行"])
def test_an_ownership_that_does_not_matter_is_open(text: str, tables: Tables) -> None:
    assert "land_ownership" not in told(text, tables)
