"""What tells of the same matter: by words and names, never the same text once more."""

from __future__ import annotations

from typing import Any

import pytest
from tests.apps.publishing.people import channel, organisation, person, published, written

from zhuchao.apps.people.viewer import PUBLIC, Role, Viewer
from zhuchao.apps.publishing import relating, selectors, services
from zhuchao.apps.publishing.models import ArticlePage
from zhuchao.core.errors import Refused
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.fact import Facts
from zhuchao.core.vocabulary.page import Page as ReadText
from zhuchao.core.vocabulary.tables import Tables

pytestmark = pytest.mark.django_db

MATTER = (
    "7月8日，枢衡精密制造（江苏）有限公司的谐波减速器项目在澄湖高新区开工。项目总投资12亿元，用地86亩，"
    "建设三条精密加工生产线和一座检测中心，计划明年三季度投产，达产后年产减速器20万台。"
    "企业负责人说，园区在签约后的第四十天完成了土地摘牌和规划许可，五个部门在同一间会议室里看图。"
)
SEQUEL = (
    "枢衡精密制造（江苏）有限公司近日完成首批设备的安装。谐波减速器的装配线由企业自己的班组调试，"
    "检测中心也已经封顶，园区帮助它招到了六十名装配工人。"
)
OTHER = "人才公寓二期本周交付，一百二十套房间带家具和网络，凭劳动合同就能登记，月租按面积计算。"


@pytest.fixture(autouse=True)
def own_index(settings: Any, tmp_path: object) -> None:
    settings.ZHUCHAO_INDEX = tmp_path


@pytest.fixture
def editor() -> Viewer:
    channel()
    return person(organisation(), Role.EDITOR)


def put(editor: Viewer, title: str, text: str) -> ArticlePage:
    return services.publish_article(editor, written(editor, title, text=text).pk)


def test_the_same_matter_comes_first_and_the_same_text_never(editor: Viewer) -> None:
    own = put(editor, "减速器项目开工", MATTER)
    draft = written(editor, "十二亿元项目落子澄湖", text="澄湖日报消息：" + MATTER)
    repost = services.publish_article(editor, draft.pk, again=True)
    sequel = put(editor, "第一批设备装好了", SEQUEL)
    others = [put(editor, f"公寓交付{number}", OTHER[number:]) for number in range(1)]
    relating.rebuild()

    assert relating.near(own, limit=5)[0] == sequel.pk
    related = selectors.related_articles(PUBLIC, own, limit=5)
    assert related[0].pk == sequel.pk
    assert repost.pk not in {each.pk for each in related}
    assert others[0].pk in {each.pk for each in related}


def test_the_same_text_is_published_twice_only_when_asked(editor: Viewer) -> None:
    put(editor, "减速器项目开工", MATTER)
    relating.rebuild()
    repost = written(editor, "十二亿元项目落子澄湖", text="澄湖日报消息：" + MATTER)

    assert [each.title for each in selectors.told_already(editor, repost)] == ["减速器项目开工"]
    with pytest.raises(Refused, match="已经发布过：“减速器项目开工”"):
        services.publish_article(editor, repost.pk)
    assert services.publish_article(editor, repost.pk, again=True).live


def test_names_alone_bring_texts_together(editor: Viewer) -> None:
    own = put(editor, "调研", "3月2日，市领导到岚驱电机（江苏）有限公司走访，详细了解用工。")
    named = put(editor, "扩产", "岚驱电机（江苏）有限公司今年新添两条线，计划招工八十名。")
    put(editor, "公寓", OTHER)
    relating.rebuild()

    assert relating.near(own, limit=1) == [named.pk]


def test_what_a_draft_tells_is_found_once_for_each_text(
    editor: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []

    def counted(page: ReadText, tables: Tables) -> Facts:
        found.append(page.text)
        return find(page, tables)

    monkeypatch.setattr(relating, "find", counted)
    draft = written(editor, "一份还没发布的草稿", text=SEQUEL + "还没有发布。")

    for _ in range(3):
        selectors.told_already(editor, draft)
    assert len(found) == 1

    draft.title = "草稿换了标题"
    selectors.told_already(editor, draft)
    assert len(found) == 2


def test_the_index_follows_the_pages_and_mends_itself(editor: Viewer) -> None:
    first, second = put(editor, "甲", MATTER), put(editor, "乙", OTHER)
    assert relating.mend() == 2
    assert relating.mend() == 0

    services.withdraw_article(editor, first.pk)
    relating.follow(first.pk)
    assert relating.index().keys() == {str(second.pk)}
    relating.index().drop(relating.index().keys())
    assert relating.mend() == 1


def test_a_portal_with_little_on_it_shows_the_newest(editor: Viewer) -> None:
    own = published(editor, "甲")
    other = published(editor, "乙")

    assert [each.pk for each in selectors.related_articles(PUBLIC, own)] == [other.pk]
