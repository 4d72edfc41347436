"""Comments wait for an editor, stand in the article's file when shown, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.voices.conftest import House, comment, sent

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.models import Comment, HomePage, Renewal
from zhuchao.apps.publishing.voicing import MOST_A_DAY
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit


def page_of(house: House, home: Path) -> str:
    file = home / "news" / str(house.article.pk) / "index.html"
    return file.read_text("utf-8") if file.exists() else ""


def test_a_comment_waits_and_is_then_in_the_file(
    house: House, home: Path, committed: Committed
) -> None:
    with committed():
        made = comment(house, "说得很清楚，期待二期。")
    assert made.state == "waiting"
    assert "期待二期" not in page_of(house, home)
    assert "还没有评论" in page_of(house, home)

    with committed():
        services.show_comment(house.editor, made.pk)

    assert "说得很清楚，期待二期。" in page_of(house, home)
    assert "还没有评论" not in page_of(house, home)


def test_only_what_the_public_sees_renews_a_page(house: House, committed: Committed) -> None:
    made, before = comment(house), Renewal.objects.count()

    with committed():
        services.refuse_comment(house.editor, made.pk, reason="unrelated")
        services.undo_comment(house.editor, made.pk)
    assert Renewal.objects.count() == before

    with committed():
        services.show_comment(house.editor, made.pk)
    renewal = Renewal.objects.latest("pk")
    assert renewal.cause == "voices"
    assert renewal.total == 1


def test_undoing_takes_it_from_the_file(house: House, home: Path, committed: Committed) -> None:
    with committed():
        made = comment(house, "这一句要撤回。")
        services.show_comment(house.editor, made.pk)
    with committed():
        services.undo_comment(house.editor, made.pk)

    assert "这一句要撤回" not in page_of(house, home)
    made.refresh_from_db()
    assert (made.state, made.decided_by_id) == ("waiting", None)


def test_the_same_form_is_one_comment(house: House) -> None:
    first, second = comment(house, key="k"), comment(house, key="k")

    assert first.pk == second.pk
    assert Comment.objects.count() == 1


def test_a_day_has_its_bound_for_one_visitor(house: House) -> None:
    for _ in range(MOST_A_DAY):
        comment(house, visitor="a")

    with pytest.raises(Refused):
        comment(house, visitor="a")
    assert comment(house, visitor="b").pk


def test_a_site_and_an_article_close_comments(house: House) -> None:
    HomePage.objects.update(takes_comments=False)
    with pytest.raises(Refused):
        comment(house)
    HomePage.objects.update(takes_comments=True)
    house.article.comments_closed = True
    house.article.save()

    with pytest.raises(Refused):
        comment(house)
    assert not selectors.takes_comments(PUBLIC, house.article)


def test_a_withdrawn_article_takes_none(house: House) -> None:
    services.withdraw_article(house.editor, house.article.pk)

    with pytest.raises(NotFound):
        comment(house)


def test_who_may_decide(house: House) -> None:
    made = comment(house)

    with pytest.raises(NotAllowed):
        services.show_comment(house.officer, made.pk)
    with pytest.raises(NotFound):
        services.show_comment(house.stranger, made.pk)
    assert not selectors.voices(house.officer, "comment").exists()
    assert selectors.voices(house.editor, "comment", state="open").get() == made


def test_a_refusal_has_a_reason_and_is_on_record(house: House) -> None:
    made = comment(house)

    with pytest.raises(Refused):
        services.refuse_comment(house.editor, made.pk, reason="")
    services.refuse_comment(house.editor, made.pk, reason="attack")

    assert [each.act for each in audit.about("voice", made.pk)] == [
        "refuse_comment",
        "send_comment",
    ]


def test_shown_comments_are_counted_for_each_article(house: House) -> None:
    for _ in range(3):
        services.show_comment(house.editor, comment(house).pk)
    comment(house)

    counts = selectors.shown_comment_counts(SYSTEM, [house.article.pk, 999])

    assert counts == {house.article.pk: 3}


def test_an_empty_comment_is_refused(house: House) -> None:
    words = services.Words(" ", "有话")
    with pytest.raises(Refused):
        services.send_comment(PUBLIC, house.article.pk, words=words, sent=sent())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("厂房不错，价格呢？", []),
        ("有意请打１３９０００００４１７", ["telephone"]),
        ("加微信 nest_2026 详谈", ["contact"]),
        ("同类厂房见 www.example.com/a", ["link"]),
        ("本人有厂房出租，低价", ["promotion", "promotion"]),
        ("v信：abc12345", ["contact"]),
        ("总投资 46 亿元，占地 200 亩", []),
    ],
)
def test_what_an_editor_should_look_at_is_flagged(
    house: House, text: str, kinds: list[str]
) -> None:
    made = comment(house, text)

    assert [each["kind"] for each in made.flags] == kinds
