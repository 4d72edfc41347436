"""Lists of articles and what is related."""

from datetime import date

import pytest
from tests.apps.publishing.people import channel, organisation, person, published, written

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.mapping import Draft, Provenance, paragraphs_of_text
from zhuchao.apps.publishing.models import AgentPage
from zhuchao.apps.publishing.selectors import lists

pytestmark = pytest.mark.django_db


def test_newest_first_by_publication_and_a_visitor_sees_the_live_alone() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()
    for day in (3, 9, 6):
        provenance = Provenance(published_on=date(2026, 3, day))
        draft = Draft(f"三月{day}日", paragraphs_of_text("正文"), provenance)
        services.publish_article(editor, services.write_article(editor, draft=draft).pk)
    written(editor, "草稿")

    assert [a.title for a in selectors.articles(PUBLIC)] == ["三月9日", "三月6日", "三月3日"]
    assert selectors.articles(editor).count() == 4
    assert [a.title for a in selectors.articles(editor, state="draft")] == ["草稿"]
    assert [a.title for a in selectors.articles(editor, q="6日")] == ["三月6日"]


def test_a_channel_lists_what_stands_below_it() -> None:
    editor = person(organisation(), Role.EDITOR)
    news = channel()
    below = services.ensure_channel(SYSTEM, title="项目", slug="projects", parent_id=news.pk)
    policy = channel("政策", "policy")
    published(editor, "甲", in_channel=below)
    published(editor, "乙", in_channel=policy)

    assert [a.title for a in selectors.entries_in(PUBLIC, news)] == ["甲"]
    by_channel = selectors.latest_by_channel(PUBLIC, services.ensure_site(SYSTEM), limit=5)
    assert [(c.title, [a.title for a in listed]) for c, listed in by_channel] == [
        ("园区动态", ["甲"]),
        ("政策", ["乙"]),
    ]


def test_each_channel_gives_at_most_the_limit() -> None:
    editor = person(organisation(), Role.EDITOR)
    news = channel()
    for number in range(4):
        published(editor, f"消息{number}", in_channel=news)

    ((_, listed),) = selectors.latest_by_channel(PUBLIC, services.ensure_site(SYSTEM), limit=3)

    assert [a.title for a in listed] == ["消息3", "消息2", "消息1"]


@pytest.mark.parametrize("looked_through", [400, 1])
def test_nobodys_card_stands_among_the_newest_of_a_channel(
    monkeypatch: pytest.MonkeyPatch, looked_through: int
) -> None:
    monkeypatch.setattr(lists, "CANDIDATES", looked_through)
    editor = person(organisation(), Role.EDITOR)
    news, team, policy = channel(), channel("招商团队", "team"), channel("政策", "policy")
    published(editor, "甲", in_channel=news)
    published(editor, "乙", in_channel=policy)
    for number, place in enumerate((news, team)):
        card = AgentPage(title="沈知禾", slug=f"shen-{number}")
        card.organisation_id = editor.organisation_id
        place.add_child(instance=card)

    by_channel = selectors.latest_by_channel(PUBLIC, services.ensure_site(SYSTEM), limit=5)

    assert {each.title for each in selectors.entries_in(PUBLIC, team)} == {"沈知禾"}
    assert [(c.title, [a.title for a in listed]) for c, listed in by_channel] == [
        ("园区动态", ["甲"]),
        ("政策", ["乙"]),
    ]


def test_a_body_is_told_as_plain_text() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()
    article = written(editor, "甲", text="一 < 二 & 三\n第二段")

    texts = [(each.kind, each.text) for each in selectors.paragraphs(editor, article)]

    assert texts == [("paragraph", "一 < 二 & 三"), ("paragraph", "第二段")]
