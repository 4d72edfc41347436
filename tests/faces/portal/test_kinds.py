"""What the public sees of policies, notices, profiles, cards, tags and second channels."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from tests.apps.publishing.people import channel, organisation

from zhuchao.apps.publishing.models import (
    AboutPage,
    AgentPage,
    ArticlePage,
    ChannelPage,
    HomePage,
    NoticePage,
    PolicyPage,
    ProfileFact,
    ProfilePage,
    PublishedPage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def policies() -> ChannelPage:
    return channel("惠企政策", "policies")


def added(to: ChannelPage, page: PublishedPage) -> PublishedPage:
    page.organisation_id = organisation(f"单位{to.slug}")
    to.add_child(instance=page)
    return page


def shown(client: Client, page: Any) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_policy_tells_who_what_and_until_when(client: Client, policies: ChannelPage) -> None:
    policy = PolicyPage(
        title="澄湖高新区首台套奖补办法",
        slug="first",
        source="澄湖高新区管委会",
        document_number="澄高管〔2026〕8号",
        valid_until=date(2031, 12, 31),
        applicants="注册在区内的制造业企业\n上年研发投入占比不低于 5%",
        support="按实际销售额给予补助",
    )
    page = shown(client, added(policies, policy))

    assert "有效期至 2031年12月31日" in page
    assert "<li>上年研发投入占比不低于 5%</li>" in page
    assert "澄高管〔2026〕8号" in page
    assert "澄湖高新区首台套奖补办法" in shown(client, policies)
    policy.valid_until = date(2020, 1, 1)
    policy.save()
    assert "已于 2020年1月1日 到期" in shown(client, policy)


def test_a_notice_says_whether_one_may_still_object(client: Client, policies: ChannelPage) -> None:
    today = timezone.localdate()
    notice = NoticePage(
        title="拟补助名单公示",
        slug="list",
        objection_from=today - timedelta(days=2),
        objection_until=today,
        objection_to="经济发展局，0519-8800 1234",
    )
    assert "公示中" in shown(client, added(policies, notice))
    notice.objection_until = today - timedelta(days=1)
    notice.save()
    assert "公示期已过" in shown(client, notice)


@pytest.mark.parametrize(
    ("kind", "told", "column"),
    [
        (PolicyPage, {"valid_from": "2026-02-01", "valid_until": "2026-01-01"}, "valid_until"),
        (NoticePage, {"objection_from": "2026-01-01"}, "objection_until"),
        (NoticePage, {"objection_until": "2026-01-09"}, "objection_to"),
        (
            NoticePage,
            {
                "objection_from": "2026-02-01",
                "objection_until": "2026-01-09",
                "objection_to": "经济发展局",
            },
            "objection_until",
        ),
    ],
)
def test_days_that_cannot_be_are_told_at_their_field(
    kind: type[PublishedPage], told: dict[str, str], column: str
) -> None:
    days = {key: date.fromisoformat(day) if day[:1] == "2" else day for key, day in told.items()}
    with pytest.raises(ValidationError) as failure:
        kind(title="甲", slug="a", **days).clean()
    assert column in failure.value.message_dict


def test_a_fact_of_a_profile_names_year_and_source(client: Client, policies: ChannelPage) -> None:
    profile = ProfilePage(title="澄湖高新区", slug="park")
    profile.facts = [
        ProfileFact(label="规上工业产值", value="1,203.5 亿元", year=2025, source="统计公报")
    ]
    page = shown(client, added(policies, profile))

    assert all(word in page for word in ("规上工业产值", "1,203.5 亿元", "2025", "统计公报"))


def test_a_card_can_be_dialled(client: Client, policies: ChannelPage) -> None:
    card = AgentPage(title="沈知禾", slug="shen", telephone="0519-8800 1234 转 8")
    page = shown(client, added(policies, card))

    assert 'href="tel:051988001234"' in page
    assert "沈知禾" not in client.get("/").content.decode().split("channels")[0]


def test_a_page_stands_in_several_channels_and_under_its_tags(
    client: Client, policies: ChannelPage
) -> None:
    news = channel("园区动态", "news")
    article = ArticlePage(title="新办法怎么用", slug="how")
    added(news, article)
    article.also_in.set([policies])
    article.tags.add("首台套")
    article.save()

    assert "新办法怎么用" in shown(client, policies)
    page = client.get("/tags/首台套/")
    assert "新办法怎么用" in page.content.decode()
    assert 'href="/tags/' in shown(client, article)
    assert client.get("/tags/没有/").status_code == 404


def test_the_house_says_who_it_is(client: Client, policies: ChannelPage) -> None:
    about = AboutPage(
        title="关于我们", slug="about", body=[("paragraph", "<p>澄湖高新区招商局</p>")]
    )
    HomePage.objects.get().add_child(instance=about)

    assert "澄湖高新区招商局" in shown(client, about)
