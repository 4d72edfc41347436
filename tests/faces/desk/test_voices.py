"""/desk/voices/: the queues of readers' voices, decided by one key, undone and on record."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.mapping import Draft, Provenance, paragraphs_of_text
from zhuchao.apps.publishing.models import ArticlePage, Comment, Takedown

TEXT = "二期开园，总投资 46 亿元。\n首批十二家企业签约。"
ASKED = services.Asked("named", "copyright", "图片是我拍的。", "王小苇", "13900000417")


@pytest.fixture
def article(house: House) -> ArticlePage:
    channel = services.ensure_channel(SYSTEM, title="园区动态", slug="news")
    draft = Draft("二期开园", paragraphs_of_text(TEXT), Provenance())
    made = services.write_article(house.viewer("editor"), draft=draft, channel_id=channel.pk)
    return services.publish_article(house.viewer("editor"), made.pk)


def sent() -> services.Sent:
    return services.Sent(str(uuid4()), "v", timezone.localdate())


def comment(article: ArticlePage, text: str) -> Comment:
    words = services.Words("苇子", text)
    return services.send_comment(PUBLIC, article.pk, words=words, sent=sent())


def takedown(article: ArticlePage, **told: str) -> Takedown:
    return services.ask_takedown(PUBLIC, article.pk, asked=replace(ASKED, **told), sent=sent())


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("editor")


def test_an_empty_queue_says_how_the_first_comes(editor: Client) -> None:
    page = editor.get("/desk/voices/").content.decode()

    assert "没有待办的评论" in page
    assert "您看过才展示" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("editor", 200), ("administrator", 200), ("section_head", 200), ("officer", 403),
     ("agent", 403), ("auditor", 403)],
)  # fmt: skip
def test_who_sees_it(signed_in: Callable[[str], Client], who: str, status: int) -> None:
    assert signed_in(who).get("/desk/voices/").status_code == status


def test_the_first_has_the_keys_and_flags_are_marked(editor: Client, article: ArticlePage) -> None:
    comment(article, "厂房出租请打 13900000417")
    comment(article, "说得清楚。")

    page = editor.get("/desk/voices/").content.decode()

    assert page.count('data-key="a"') == 1
    assert page.count('data-key="1"') == 1
    assert "<mark>13900000417</mark>" in page
    assert ">电话</span>" in page


def test_deciding_and_undoing(editor: Client, article: ArticlePage) -> None:
    made = comment(article, "说得清楚。")

    shown = editor.post(f"/desk/voices/comments/{made.pk}/show/", follow=True)
    assert "的评论已展示" in shown.content.decode()
    assert f"/desk/voices/comments/{made.pk}/undo/" in shown.content.decode()
    editor.post(f"/desk/voices/comments/{made.pk}/undo/")
    editor.post(f"/desk/voices/comments/{made.pk}/refuse/", {"reason": "attack"})

    made.refresh_from_db()
    assert (made.state, made.reason) == ("refused", "attack")
    listed = editor.get("/desk/voices/?kind=comment&state=refused").content.decode()
    assert "不展示：攻击他人" in listed


def test_a_section_head_reads_and_does_not_decide(
    signed_in: Callable[[str], Client], article: ArticlePage
) -> None:
    made = comment(article, "说得清楚。")
    head = signed_in("section_head")

    assert (
        "data-key" not in head.get("/desk/voices/?kind=comment").content.decode().split("<main")[1]
    )
    assert head.post(f"/desk/voices/comments/{made.pk}/show/").status_code == 403


def test_a_correction_stands_beside_its_article(
    editor: Client, house: House, article: ArticlePage
) -> None:
    suggested = services.Suggested("总投资46亿元", "多写了", "36 亿元")
    made = services.suggest_correction(PUBLIC, article.pk, suggested=suggested, sent=sent())

    page = editor.get(f"/desk/voices/corrections/{made.pk}/").content.decode()
    assert "<mark>二期开园，总投资 46 亿元。</mark>" in page
    assert f"/editor/pages/{article.pk}/edit/" in page
    refused = editor.post(f"/desk/voices/corrections/{made.pk}/answer/", {"verdict": "declined"})
    assert refused.status_code == 409
    assert "不采纳要写明理由" in refused.content.decode()
    taken = editor.post(f"/desk/voices/corrections/{made.pk}/answer/", {"verdict": "taken"})

    assert taken.status_code == 302
    assert selectors.voice(house.viewer("editor"), "correction", made.pk).state == "taken"


def test_a_takedown_is_handled_to_its_end(editor: Client, article: ArticlePage) -> None:
    made = takedown(article)
    at = f"/desk/voices/takedowns/{made.pk}/"
    assert "139****0417" in editor.get(at).content.decode()
    assert "13900000417" not in editor.get(at).content.decode()

    assert "13900000417" in editor.post(f"{at}asker/").content.decode()
    editor.post(f"{at}hide/")
    editor.post(f"{at}show/")
    missing = editor.post(f"{at}decide/", {"outcome": "taken_down", "reason": ""})
    assert missing.status_code == 409
    editor.post(f"{at}decide/", {"outcome": "taken_down", "reason": "权属属实"})
    editor.post(f"{at}reply/", {"reply": "已撤下。"})
    editor.post(f"{at}restore/", {"reason": "申请人撤回"})

    page = editor.get(at).content.decode()
    for step in ("收到申请", "暂停展示", "恢复展示", "决定撤下", "答复申请人", "恢复发布"):
        assert step in page
    made.refresh_from_db()
    assert (made.state, made.outcome) == ("decided", "kept")


def test_today_tells_what_readers_wait_for(editor: Client, article: ArticlePage) -> None:
    takedown(article)
    comment(article, "说得清楚。")

    page = editor.get("/desk/").content.decode()

    assert "撤稿申请" in page
    assert "前办结" in page
    assert "待看的评论" in page


def test_an_administrator_does_not_see_who_asked(
    signed_in: Callable[[str], Client], article: ArticlePage
) -> None:
    made = takedown(article)

    answer = signed_in("administrator").post(f"/desk/voices/takedowns/{made.pk}/asker/")

    assert answer.status_code == 403


def test_the_article_leads_to_what_readers_said(editor: Client, article: ArticlePage) -> None:
    comment(article, "说得清楚。")

    page = editor.get(f"/desk/articles/{article.pk}/").content.decode()

    assert f"?state=all&amp;page_id={article.pk}&amp;kind=comment" in page
    assert (
        "说得清楚。"
        in editor.get(f"/desk/voices/?state=all&page_id={article.pk}&kind=comment").content.decode()
    )


def test_what_readers_write_cannot_script(editor: Client, article: ArticlePage) -> None:
    comment(article, "<script>alert(1)</script>")
    made = takedown(article, told="<img src=x onerror=alert(1)>")

    assert "<script>alert" not in editor.get("/desk/voices/?kind=comment").content.decode()
    assert "<img src=x" not in editor.get(f"/desk/voices/takedowns/{made.pk}/").content.decode()


def test_a_file_of_the_asker_opens_to_who_may_see_the_asker(
    article: ArticlePage, editor: Client, signed_in: Callable[[str], Client]
) -> None:
    made = services.ask_takedown(
        PUBLIC,
        article.pk,
        asked=ASKED,
        sent=sent(),
        attached=[services.Attached("证书.pdf", b"%PDF-1.7")],
    )
    at = f"/desk/voices/takedowns/{made.pk}/"
    file = f"{at}files/{made.files.get().pk}/"

    opened = editor.post(file)

    assert file in editor.get(at).content.decode()
    assert opened.content == b"%PDF-1.7"
    assert opened["Content-Disposition"].startswith("attachment")
    assert opened["X-Content-Type-Options"] == "nosniff"
    assert editor.get(file)["Location"] == at
    administrator = signed_in("administrator")
    assert administrator.post(file).status_code == 403
    shown = administrator.get(at).content.decode()
    assert "证书.pdf" in shown
    assert file not in shown
