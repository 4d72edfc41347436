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
        ("厂房出租1200平，我们公司整层承租的，坐不满，匀一半", "sublessor"),
        ("出租仓库900平，跟物业签到明年，不赚差价", "sublessor"),
        ("出租厂房1000平，房东书面同意转租给同行", "sublessor"),
        ("出租三楼780平，我自己嘅厂房", "owner"),
        ("俺家大院往外租，车间700平", "owner"),
        ("原房东红本厂房出租2300平", "owner"),
        ("厂房出租2000平，无中介费", None),
        ("出租标准厂房3000平，产投集团自持", "state_firm"),
        ("工业地58亩出让，我就是中间递个话的", "referrer"),
        ("出租厂房1200平，帮我姐夫问的", "referrer"),
        ("代客户问：找厂房3000平，昆山", "agent"),
        ("姐夫开的服装厂想租厂房1200平", "referrer"),
        ("老板叫我找厂房800平，昆山", None),
        ("请各位中介朋友推荐，求租办公室800平", None),
        ("求租厂房2000平，房东直接出的和中介都行", None),
        ("求租厂房2000平，房东是国企更好", None),
        ("出售厂房2000平，中介同行可分佣", None),
        ("替一位做模具钢的客户问问，找厂房2000平", "agent"),
        ("找厂房2000平，客户周三过来看", "agent"),
        ("客户：某上市医药企业｜类型：中试车间｜2200㎡", "agent"),
        ("有个做香薰的小姐妹想租仓库300平", "referrer"),
        ("受一位老同学嘱托，求租厂房2600平", "referrer"),
        ("代友转发：求购冷库一座，2000平", "referrer"),
        ("我大舅在罗庄的板材厂出租，5200平", "referrer"),
        ("出租场地16亩，这地是我自己的", "owner"),
        ("厂方自有，车间出租3600平", "owner"),
        ("自己买多了用不完，出租厂房320平", None),
        ("厂房出租1560平，区资产公司持有", "state_firm"),
        ("城发集团旗下资产，标准厂房出租1880平", "state_firm"),
    ],
)
def test_who_writes_is_told_by_acts_and_not_by_invitations(
    text: str, relation: str | None, tables: Tables
) -> None:
    assert told(text, tables).get("relation") == relation


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("求租厂房2000平，我姓邢叫我老邢就行", "老邢"),
        ("出租仓库700平，有意揾霞姨 136 0000 9021", "霞姨"),
        ("出租厂房2000平，来电人：业主老鄢", "老鄢"),
        ("求租厂房2000平，跟踪人：二科小廖", "小廖"),
        ("求租厂房2000平，联系人：战略发展部 施凯 181 0000 3345", "施凯"),
        ("求购厂房3000平\n天津骨屿医疗器械有限公司 郝一鸣", "郝一鸣"),
        ("出租仓库1800平，现在5毛 阿里木150 0000 7812", "阿里木"),
        ("出租厂房1800平，微电同号13500009021阿Ken", "阿Ken"),
        ("求租厂房1800平，contact: Fan女士 13900008846", "Fan女士"),
        ("出租厂房1800平，上周李姐客户还15没成", None),
        ("出租厂房1800平，胶州李哥庄", None),
        ("出租厂房1800平，整租优惠，13900005508王", "王"),
        ("出租厂房1800平，手续齐全 13100007736 马", "马"),
        ("出租厂房1800平，13911110002 顺子", "顺子"),
        ("出售厂房1800平，可贷款 13700008846", None),
        ("求租厂房1800平，我是鼎岚机电的行政小宋，15块以内", "小宋"),
        ("经纪老邱推盘：厂房出租1800平", "老邱"),
        ("求租厂房1800平，项目助理小夏", "小夏"),
        ("厂房出租1800平，联系人：新区产投 马主任 0931-00005587", "马主任"),
    ],
)
def test_persons_stand_by_labels_verbs_and_signatures(
    text: str, person: str | None, tables: Tables
) -> None:
    assert told(text, tables).get("person") == person


def test_a_short_name_may_stand_behind_the_telephone(tables: Tables) -> None:
    fields = told("厂房转让2000平，急转，同行绕开 151 0000 3390 老魏", tables)

    assert fields["person"] == "老魏"
