"""Whatever is pasted is kept; what cannot be read is kept with the reason."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.faces.desk.conftest import DEMAND, House

from zhuchao.apps.library import selectors
from zhuchao.core.errors import Unreachable
from zhuchao.faces.desk import pasting
from zhuchao.ground.fetching import Fetched

NOW = datetime(2026, 3, 31, 8, 0, tzinfo=UTC)

PAGE = "<html><title>高新区召开大会</title><body><h1>高新区召开大会</h1><p>{}</p></body></html>"


def test_a_message_leads_to_its_proposal(officer: Client, house: House) -> None:
    answer = officer.post("/desk/", {"text": DEMAND})

    kept = selectors.intakes(house.viewer("officer")).get()
    assert answer["Location"] == f"/desk/intakes/{kept.pk}/"
    assert (kept.kind, kept.state) == ("message", "proposed")


def test_a_file_is_kept_as_it_came(officer: Client, house: House) -> None:
    raw = PAGE.format("项目集中签约。" * 40).encode("gb18030")

    officer.post("/desk/", {"file": SimpleUploadedFile("page.html", raw)})

    kept = selectors.intakes(house.viewer("officer")).get()
    assert selectors.raw_of(house.viewer("officer"), kept.pk) == raw
    assert (kept.kind, kept.origin) == ("page", "file")


def test_an_empty_box_is_told_and_nothing_is_kept(officer: Client, house: House) -> None:
    answer = officer.post("/desk/", {"text": "  \n"})

    assert answer.status_code == 422
    assert "还没有内容" in answer.content.decode()
    assert not selectors.intakes(house.viewer("officer")).exists()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + bytes(2000),
        b"a" * (9 * 1024 * 1024),
        "求租厂房一千平\n".encode() * 20_000,
    ],
    ids=["empty", "binary", "picture", "too large to read", "too long for a message"],
)
def test_what_cannot_be_read_is_kept_with_its_reason(
    officer: Client, house: House, raw: bytes
) -> None:
    answer = officer.post("/desk/", {"file": SimpleUploadedFile("a.bin", raw)})

    kept = selectors.intakes(house.viewer("officer")).get()
    assert answer.status_code == 422
    assert (kept.state, kept.size) == ("failed", len(raw))
    assert kept.reason in answer.content.decode()
    assert officer.get(f"/desk/intakes/{kept.pk}/").status_code == 200
    assert kept.reason in officer.get("/desk/intakes/").content.decode()


@pytest.mark.parametrize("text", ["😀😀😀", "13800000001", "<" * 3000, "．。，", "a" * 5000])
def test_odd_text_is_answered_honestly(officer: Client, text: str) -> None:
    answer = officer.post("/desk/", {"text": text}, follow=True)

    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.content.decode()


def test_the_same_key_makes_one_intake(officer: Client, house: House) -> None:
    first = officer.post("/desk/", {"text": DEMAND, "key": "k1"})
    again = officer.post("/desk/", {"text": DEMAND, "key": "k1"})

    assert first["Location"] == again["Location"]
    assert selectors.intakes(house.viewer("officer")).count() == 1


def test_a_lone_address_is_fetched(
    officer: Client, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = PAGE.format("项目集中签约。" * 40).encode()
    monkeypatch.setattr(
        pasting, "fetch", lambda address: Fetched(content, address + "?final", "text/html", NOW)
    )

    officer.post("/desk/", {"text": " https://news.example.com/a.html "})

    kept = selectors.intakes(house.viewer("officer")).get()
    assert (kept.origin, kept.address) == ("url", "https://news.example.com/a.html?final")
    assert kept.fetched_at == NOW


def test_an_address_that_does_not_answer_is_kept_with_the_reason(
    officer: Client, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(address: str) -> Fetched:
        raise Unreachable("网站没有及时回答")

    monkeypatch.setattr(pasting, "fetch", refuse)

    answer = officer.post("/desk/", {"text": "https://news.example.com/a.html"})

    kept = selectors.intakes(house.viewer("officer")).get()
    assert answer.status_code == 422
    assert (kept.state, kept.reason) == ("failed", "网站没有及时回答")


@pytest.mark.parametrize("who", ["leader", "auditor", "supervisor"])
def test_who_only_reads_cannot_paste(signed_in: Callable[[str], Client], who: str) -> None:
    client = signed_in(who)

    assert "粘贴任何内容" not in client.get("/desk/").content.decode()
    assert client.post("/desk/", {"text": DEMAND}).status_code == 403
