"""An editor's own words under the advertising law: refused, vouched for, and quoted ones left."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from tests.apps.publishing.people import channel, organisation, person, read_page, written
from tests.apps.publishing.test_editing import form
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.apps.publishing import selectors, services
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db

REPOST = """<html><head><title>溧川开发区召开推进会</title></head><body>
<h1>溧川开发区召开推进会</h1><p>来源：溧川日报 2026-05-08</p>
<p>本报讯，溧川开发区昨天召开项目推进会，会上通报了全市最大的厂房租赁项目的进展。</p>
<p>与会企业称这里是投资的最佳去处，并就用工、用电和物流等问题提出了意见和建议。</p>
</body></html>"""


@pytest.fixture
def editor() -> Viewer:
    channel()
    return person(organisation(), Role.EDITOR)


def test_own_words_that_break_the_law_are_not_published(editor: Viewer) -> None:
    article = written(editor, "澄湖厂房招租", text="全市最低的租金，距高铁站8分钟。")

    with pytest.raises(Refused, match="“最低”等 1 处不能这样发布：请改写，或在“核实说明”"):
        services.publish_article(editor, article.pk)

    places = [(each.place, each.finding.written) for each in selectors.complaints(editor, article)]
    assert places == [("第 1 段", "最低"), ("第 1 段", "8分钟")]


def test_a_term_that_somebody_vouches_for_is_published_and_audited(editor: Viewer) -> None:
    article = written(editor, "澄湖厂房招租", text="全市最低的租金。")
    before = audit.verify().count

    services.note_check(editor, article.pk, "柳青核实，出处：市住建局 2026 年租金公报")
    assert services.publish_article(editor, article.pk).live

    assert audit.verify().count - before == 2


def test_an_evasive_spelling_is_vouched_for_by_nobody(editor: Viewer) -> None:
    article = written(editor, "澄湖厂房招租", text="蕞佳的厂房。")
    services.note_check(editor, article.pk, "柳青核实")

    with pytest.raises(Refused, match=r"“蕞佳”等 1 处不能这样发布：请改写$"):
        services.publish_article(editor, article.pk)


def test_a_promise_of_taxes_to_a_named_firm_waits_for_lawyers(editor: Viewer) -> None:
    promise = "管委会给予青屿朗星光电有限公司三年税收返还。"
    article = written(editor, "项目签约", text=promise)

    with pytest.raises(Refused, match="“税收返还”等 1 处不能这样发布：请改写，或送法务审查后"):
        services.publish_article(editor, article.pk)

    services.note_check(editor, article.pk, "法务室柳青审查，依据：公平竞争审查意见 2026 年第 3 号")
    assert services.publish_article(editor, article.pk).live


def test_a_passage_is_shown_with_dots_only_where_it_was_cut(editor: Viewer) -> None:
    text = "园区配套是全市最好的，欢迎各地企业到澄湖来看一看厂房。"
    (only,) = selectors.complaints(editor, written(editor, "招租", text=text))

    assert (only.before, only.finding.written) == ("园区配套是全市", "最好")
    assert only.after.endswith("…")


def test_an_empty_note_is_refused(editor: Viewer) -> None:
    article = written(editor, "澄湖厂房招租")

    with pytest.raises(Refused, match="请写明由谁核实"):
        services.note_check(editor, article.pk, "  ")


def test_what_was_read_elsewhere_is_not_judged_and_a_title_of_ones_own_is(
    editor: Viewer, tables: Tables
) -> None:
    officer = person(editor.organisation_id or 0, Role.OFFICER)
    page = read_page(officer, REPOST, tables)

    article = services.draft_article(officer, read_page_id=page)
    assert selectors.complaints(officer, article) == ()

    retitled = services.draft_article(
        officer, read_page_id=read_page(officer, REPOST, tables), title="溧川：全国第一的投资去处"
    )
    (only,) = selectors.complaints(officer, retitled)
    assert (only.place, only.finding.written) == ("标题", "全国第一")


def signed_in(viewer: Viewer) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))
    return client


def own_form(title: str, text: str, **buttons: str) -> dict[str, str]:
    body = streamfield([("paragraph", rich_text(f"<p>{text}</p>"))])
    return form(title, **buttons) | dict(nested_form_data({"body": body, "checked_note": ""}))


def test_the_tree_refuses_to_publish_it_and_keeps_what_was_written(editor: Viewer) -> None:
    parent = channel()
    data = own_form("厂房招租", "这里是投资的最佳去处。", **{"action-publish": "1"})

    answer = signed_in(editor).post(f"/editor/pages/add/publishing/articlepage/{parent.pk}/", data)

    assert answer.status_code == 200
    assert "“最佳”等 1 处不能这样发布" in answer.content.decode()
    assert "厂房招租" in answer.content.decode()
    assert not selectors.articles(editor).exists()


def test_the_lint_follows_what_is_being_written(editor: Viewer) -> None:
    client = signed_in(editor)
    article = written(editor, "草稿")

    fresh = client.post(
        "/editor/lint/new/ArticlePage/", own_form("厂房招租", "顶级园区")
    ).content.decode()
    known = client.post(f"/editor/lint/{article.pk}/", own_form("厂房招租", "普通园区"))

    assert "<mark>顶级</mark>" in fresh
    assert "建议：写出评定的名称、机构和年份，或改写为具体的标准" in fresh
    assert "没有发现需要改的用语" in known.content.decode()


def test_the_desk_shows_what_to_change_and_keeps_the_note(editor: Viewer) -> None:
    client = signed_in(editor)
    article = written(editor, "厂房招租", text="全省第一的配套。")

    page = client.get(f"/desk/articles/{article.pk}/").content.decode()
    assert "<mark>第一</mark>" in page
    refused = client.post(f"/desk/articles/{article.pk}/publish/")
    assert "不能这样发布" in refused.content.decode()

    client.post(f"/desk/articles/{article.pk}/checked/", {"note": "柳青核实，出处：省公报"})
    assert "柳青核实" in client.get(f"/desk/articles/{article.pk}/").content.decode()
    client.post(f"/desk/articles/{article.pk}/publish/")
    assert selectors.article(editor, article.pk).live
