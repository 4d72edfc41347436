"""/voices/: comments, corrections, takedowns and their receipts."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.faces.portal.conftest import Park

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.evidence import LARGEST_BYTES
from zhuchao.apps.publishing.models import HomePage
from zhuchao.ground.receipts import WRONG_OF_ONE

SAID = {"name": "苇子", "text": "说得清楚，期待二期。", "consent": "on"}
WRONG = {"passage": "正文一段。", "wrong": "数字不对", "right": "正文两段。", "source": "公报"}
ASKED = {
    "asks_as": "named",
    "ground": "personal",
    "told": "文中写了我的住址。",
    "name": "王小苇",
    "telephone": "139 0000 0417",
    "consent": "on",
}


def post(client: Client, address: str, filled: dict[str, str], **changed: str) -> Any:
    return client.post(address, filled | {"key": str(uuid4())} | changed)


def receipt_of(answer: Any) -> str:
    assert answer.status_code == 302, answer.content.decode()
    page: str = Client().get(answer["Location"]).content.decode()
    return re.search(r'receipt__number">([^<]+)', page)[1]  # type: ignore[index]


def test_the_foot_of_an_article_sets_no_cookie_and_needs_no_script(
    client: Client, page_id: int
) -> None:
    answer = client.get(f"/news/{page_id}/")
    page = answer.content.decode()

    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in page
    assert f'action="/voices/{page_id}/comment/"' in page
    assert "还没有评论" in page
    assert f"/voices/{page_id}/correct/" in page
    assert f"/voices/{page_id}/take-down/" in page


def test_what_the_foot_sends_is_checked_before_anything_is_kept(page_id: int) -> None:
    strict = Client(enforce_csrf_checks=True)

    seen = strict.post(f"/voices/{page_id}/comment/", SAID)
    page = seen.content.decode()
    forged = strict.post(f"/voices/{page_id}/comment/send/", SAID)

    assert seen.status_code == 200
    assert "请核对后提交" in page
    assert "说得清楚，期待二期。" in page
    assert forged.status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)', page)[1]  # type: ignore[index]
    key = re.search(r'name="key" value="([\w-]+)', page)[1]  # type: ignore[index]
    sent = SAID | {"csrfmiddlewaretoken": token, "key": key}
    first = strict.post(f"/voices/{page_id}/comment/send/", sent)
    second = strict.post(f"/voices/{page_id}/comment/send/", sent)
    assert first["Location"] == second["Location"]


def test_the_receipt_tells_what_became_of_a_comment(
    client: Client, park: Park, page_id: int
) -> None:
    sent = post(client, f"/voices/{page_id}/comment/send/", SAID)
    _, made = selectors.voice_by_token(PUBLIC, sent["Location"].split("/")[-2])
    assert "待看" in client.get(sent["Location"]).content.decode()

    services.refuse_comment(park.editor, made.pk, reason="unrelated")
    assert "与文章无关" in client.get(sent["Location"]).content.decode()
    services.show_comment(park.editor, made.pk)

    assert "已展示" in client.get(sent["Location"]).content.decode()
    assert "期待二期" in client.get(f"/news/{page_id}/").content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "请写一个称呼"),
        ({"text": ""}, "请写下您的评论"),
        ({"consent": ""}, "需要您勾选同意"),
        ({"website": "x"}, "请清空隐藏"),
        ({"key": "?"}, "提交编号有误"),
        ({"text": "长" * 1001}, "太长了"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    client: Client, page_id: int, changed: dict[str, str], said: str
) -> None:
    answer = post(client, f"/voices/{page_id}/comment/send/", SAID, **changed)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "苇子" in page or "name" in changed


def test_more_comments_than_an_article_shows_lie_behind_it(
    client: Client, park: Park, page_id: int
) -> None:
    for number in range(23):
        sent = services.Sent(str(uuid4()), f"v{number}", timezone.localdate())
        words = services.Words("苇子", f"第 {number} 条意见")
        made = services.send_comment(PUBLIC, page_id, words=words, sent=sent)
        services.show_comment(park.editor, made.pk)

    article = client.get(f"/news/{page_id}/").content.decode()
    assert "看全部 23 条评论" in article
    assert "第 0 条意见" not in article
    assert "第 0 条意见" in client.get(f"/voices/{page_id}/comments/").content.decode()


def test_a_closed_article_says_so(client: Client, park: Park, page_id: int) -> None:
    HomePage.objects.update(takes_comments=False)

    assert "voices__form" not in client.get(f"/news/{page_id}/").content.decode()
    assert "没有开放评论" in client.get(f"/voices/{page_id}/comment/").content.decode()


def test_a_passage_is_chosen_without_a_script(client: Client, page_id: int) -> None:
    page = client.get(f"/voices/{page_id}/correct/?p=1").content.decode()

    assert ">\n正文一段。</textarea>" in page
    assert '<a href="?p=1"' in page


def test_a_correction_is_found_by_its_number(client: Client, park: Park, page_id: int) -> None:
    number = receipt_of(post(client, f"/voices/{page_id}/correct/", WRONG))
    made = selectors.voices(park.editor, "correction").get()
    services.answer_correction(park.editor, made.pk, is_taken=True, answer="已按公报改正。")

    found = client.post("/voices/", {"number": number.lower().replace("-", " ")}, follow=True)

    assert "已按公报改正。" in found.content.decode()


def test_a_taken_down_page_is_gone_with_a_sentence(
    client: Client, park: Park, page_id: int
) -> None:
    answer = post(client, f"/voices/{page_id}/take-down/", ASKED)
    number = receipt_of(answer)

    gone = client.get(f"/news/{page_id}/")
    assert gone.status_code == 410
    assert "正在核实，办结前不展示" in gone.content.decode()
    lists = ("/", "/news/", "/feeds/news.atom", "/sitemap-pages-0.xml", "/search/?q=封顶")
    for elsewhere in lists:
        assert f"/news/{page_id}/" not in client.get(elsewhere).content.decode()

    made = selectors.voices(park.editor, "takedown").get()
    services.decide_takedown(park.editor, made.pk, outcome="taken_down", reason="属实")
    services.reply_takedown(park.editor, made.pk, text="已撤下，抱歉打扰。")
    assert "核实后撤下了它" in client.get(f"/news/{page_id}/").content.decode()

    seen = client.post("/voices/", {"number": number, "digits": "0417"}, follow=True)
    page = seen.content.decode()
    assert "已撤下，抱歉打扰。" in page
    assert "王小苇" not in page
    assert "0417" not in page


def asked_with(client: Client, page_id: int, *files: tuple[str, bytes], **changed: str) -> Any:
    proofs = [SimpleUploadedFile(name, content) for name, content in files]
    filled = ASKED | {"ground": "copyright", "key": str(uuid4()), "proofs": proofs} | changed
    return client.post(f"/voices/{page_id}/take-down/", filled)


def test_files_come_with_it_and_nobody_gets_at_them(
    client: Client, park: Park, page_id: int
) -> None:
    answer = asked_with(client, page_id, ("证书.pdf", b"%PDF-1.7"), ("图.jpg", b"\xff\xd8\xff\xe0"))

    assert answer.status_code == 302
    made = selectors.voices(park.editor, "takedown").get()
    assert [each.name for each in selectors.files_of(park.editor, made)] == ["证书.pdf", "图.jpg"]
    kept = made.files.first()
    for address in (f"/files/{kept.file}", f"/voices/{made.token}/{kept.pk}/"):
        assert client.get(address, follow=True).status_code == 404
    assert client.post(f"/desk/voices/takedowns/{made.pk}/files/{kept.pk}/").status_code == 302
    receipt = client.get(answer["Location"]).content.decode()
    assert "收到 2 个" in receipt
    assert "证书.pdf" not in receipt


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("网页.pdf", b"<html>")], "“网页.pdf”不是能打开的文件类型：请用 PDF 或照片"),
        ([("大.pdf", b"%PDF-" + bytes(LARGEST_BYTES))], "“大.pdf”超过 10 MB"),
        ([(f"{number}.pdf", b"%PDF-") for number in range(6)], "最多附 5 个文件"),
    ],
)
def test_a_file_that_may_not_come_along_is_named(
    client: Client, park: Park, page_id: int, files: list[tuple[str, bytes]], said: str
) -> None:
    answer = asked_with(client, page_id, *files)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "请重新选择" in page
    assert not selectors.voices(park.editor, "takedown").exists()


def test_what_a_court_orders_answers_451(client: Client, page_id: int) -> None:
    post(client, f"/voices/{page_id}/take-down/", ASKED, ground="court", asks_as="authority")

    gone = client.get(f"/news/{page_id}/")

    assert gone.status_code == 451
    assert "依据法院或行政机关的文书" in gone.content.decode()


def test_a_restored_page_answers_again(client: Client, park: Park, page_id: int) -> None:
    post(client, f"/voices/{page_id}/take-down/", ASKED)
    made = selectors.voices(park.editor, "takedown").get()

    services.decide_takedown(park.editor, made.pk, outcome="kept", reason="同意过")

    assert client.get(f"/news/{page_id}/").status_code == 200


def test_wrong_digits_are_bounded(client: Client, page_id: int) -> None:
    number = receipt_of(post(client, f"/voices/{page_id}/take-down/", ASKED))

    for _ in range(WRONG_OF_ONE):
        wrong = client.post("/voices/", {"number": number, "digits": "1111"})
        assert "受理号或手机号后四位不对" in wrong.content.decode()

    shut = client.post("/voices/", {"number": number, "digits": "0417"})
    assert shut.status_code == 422
    assert "请明天再试" in shut.content.decode()


def test_a_takedown_cannot_be_opened_by_its_number_alone(client: Client, page_id: int) -> None:
    number = receipt_of(post(client, f"/voices/{page_id}/take-down/", ASKED))

    assert client.post("/voices/", {"number": number}).status_code == 422


@pytest.mark.parametrize(
    "changed",
    [{"telephone": "12"}, {"ground": ""}, {"asks_as": ""}, {"evidence": "x y"}, {"told": ""}],
)
def test_an_incomplete_takedown_keeps_what_was_typed(
    client: Client, page_id: int, changed: dict[str, str]
) -> None:
    answer = post(client, f"/voices/{page_id}/take-down/", ASKED, **changed)

    assert answer.status_code == 422
    assert "王小苇" in answer.content.decode()
    assert client.get(f"/news/{page_id}/").status_code == 200


@pytest.mark.parametrize("of", ["comment/", "comments/", "correct/", "take-down/"])
def test_of_a_page_that_is_not_there_nothing_is_said(client: Client, park: Park, of: str) -> None:
    assert client.get(f"/voices/999/{of}").status_code == 404


def test_a_draft_is_not_open_to_voices(client: Client, park: Park, page_id: int) -> None:
    services.withdraw_article(park.editor, page_id)

    assert client.get(f"/voices/{page_id}/correct/").status_code == 404
    assert client.get(f"/news/{page_id}/").status_code == 404


def test_either_door_opens_to_every_number(client: Client, page_id: int) -> None:
    number = receipt_of(post(client, f"/voices/{page_id}/correct/", WRONG))

    voice = client.post("/enquire/follow/", {"number": number})
    enquiry = client.post("/voices/", {"number": "X-2222-2222", "digits": "0417"})

    assert voice.status_code == 302
    assert voice["Location"].startswith("/voices/receipt/")
    assert enquiry.status_code == 422
    assert 'action="/enquire/follow/"' in enquiry.content.decode()
