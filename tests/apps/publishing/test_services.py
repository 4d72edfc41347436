"""Drafting, publishing and withdrawing, by three people whose rights differ."""

import pytest
from tests.apps.publishing.people import channel, organisation, person, read_page, written

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.mapping import Draft
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db

PAGE = """<html><head><title>澄湖召开推进会</title></head><body><article><h1>澄湖召开推进会</h1>
<p>原标题：澄湖高新区召开重点项目推进会</p>
<p>澄湖高新区昨日召开重点项目推进会，研究四个项目反映的难点，要求逐项列出清单、明确责任人。</p>
<p>会议听取了在建项目和前期项目的进展情况，供电、水务等部门当场作出答复，十个工作日内完成送电。</p>
</article></body></html>"""


def test_a_site_and_its_channels_are_made_once() -> None:
    home = services.ensure_site(SYSTEM)
    first, second = channel(), channel()

    assert services.ensure_site(SYSTEM).pk == home.pk
    assert first.pk == second.pk
    assert home.url == "/"
    assert first.url == "/news/"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR])
def test_each_of_three_drafts_from_a_read_page(role: Role, tables: Tables) -> None:
    viewer = person(organisation(), role)
    channel()
    page_id = read_page(viewer, PAGE, tables, address="https://news.example.com/1")

    article = services.draft_article(viewer, read_page_id=page_id, channel_id=None, title="")

    assert article.title == "澄湖召开推进会"
    assert article.original_title == "澄湖高新区召开重点项目推进会"
    assert article.source_address == "https://news.example.com/1"
    assert not article.live
    assert "逐项列出清单" in article.excerpt
    assert library.read_page(viewer, page_id).state == "used"


def test_drafting_the_same_page_twice_gives_one_article(tables: Tables) -> None:
    viewer = person(organisation(), Role.EDITOR)
    channel()
    page_id = read_page(viewer, PAGE, tables)

    first = services.draft_article(viewer, read_page_id=page_id)
    second = services.draft_article(viewer, read_page_id=page_id, title="换个标题")

    assert first.pk == second.pk


@pytest.mark.parametrize(
    ("role", "may"), [(Role.OFFICER, False), (Role.EDITOR, True), (Role.ADMINISTRATOR, True)]
)
def test_editors_and_administrators_publish_and_officers_do_not(role: Role, may: bool) -> None:
    viewer = person(organisation(), role)
    channel()
    draft = written(viewer, "厂房二期封顶")

    if not may:
        with pytest.raises(NotAllowed):
            services.publish_article(viewer, draft.pk)
        assert not selectors.latest(PUBLIC, services.ensure_site(SYSTEM), limit=5)
        return
    services.publish_article(viewer, draft.pk)

    (only,) = selectors.latest(PUBLIC, services.ensure_site(SYSTEM), limit=5)
    assert only.title == "厂房二期封顶"


def test_an_editor_of_another_organisation_finds_nothing() -> None:
    home, other = organisation(), organisation("邻市开发区")
    channel()
    draft = written(person(home, Role.EDITOR), "内部草稿")
    stranger = person(other, Role.EDITOR, "stranger")

    with pytest.raises(NotFound):
        services.publish_article(stranger, draft.pk)
    assert not selectors.articles(stranger).exists()


def test_publishing_again_changes_nothing_and_withdrawing_takes_it_back() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()
    article = services.publish_article(editor, written(editor, "开园").pk)

    again = services.publish_article(editor, article.pk)
    withdrawn = services.withdraw_article(editor, article.pk)

    assert again.reposted_at == article.reposted_at
    assert article.latest_revision.user_id == editor.person_id
    assert not withdrawn.live
    assert [each.pk for each in selectors.articles(editor, state="withdrawn")] == [article.pk]
    assert not selectors.articles(PUBLIC).exists()
    with pytest.raises(Refused):
        services.withdraw_article(editor, article.pk)


def test_what_was_withdrawn_can_be_published_anew() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()
    article = services.publish_article(editor, written(editor, "开园").pk)
    services.withdraw_article(editor, article.pk)

    assert services.publish_article(editor, article.pk).live


def test_an_article_without_title_or_body_is_refused() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()

    with pytest.raises(Refused):
        services.write_article(editor, draft=Draft(" ", []))
    empty = services.write_article(editor, draft=Draft("只有标题", []))
    with pytest.raises(Refused):
        services.publish_article(editor, empty.pk)


def test_every_act_stands_in_the_audit_chain() -> None:
    editor = person(organisation(), Role.EDITOR)
    channel()
    before = audit.verify().count
    article = services.publish_article(editor, written(editor, "开园").pk)
    services.withdraw_article(editor, article.pk)

    verified = audit.verify()

    assert verified.count - before == 3
    assert verified.broken_at is None
