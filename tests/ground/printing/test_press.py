"""The press prints each content once, one at a time, and sends away whom it cannot serve."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from pypdf import PdfReader

from zhuchao.core.errors import Busy, Misconfigured
from zhuchao.ground.printing import missing, needs, pdf_of, press

PAGE = "<html><head><style>body { font-family: 'Noto Sans CJK SC' }</style></head>%s</html>"


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    caches[press.SHELF].clear()
    yield
    missing.cache_clear()


def test_chinese_is_printed_and_can_be_read_back() -> None:
    made = pdf_of(PAGE % "<p>溧阳城北单层厂房</p>")

    assert made.startswith(b"%PDF")
    assert "溧阳城北单层厂房" in PdfReader(io.BytesIO(made)).pages[0].extract_text()


def test_the_same_content_is_printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []

    def note(html: str) -> bytes:
        printed.append(html)
        return b"%PDF"

    monkeypatch.setattr(press, "_print", note)

    for html in ("one", "two", "one"):
        assert pdf_of(html) == b"%PDF"

    assert printed == ["one", "two"]


def test_nothing_that_a_document_names_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*args: object, **kwargs: object) -> None:
        raise AssertionError("an address was opened")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", opened)

    made = pdf_of(PAGE % '<img src="file:///etc/hostname"><img src="http://127.0.0.1/a.png">')

    assert made.startswith(b"%PDF")


def test_a_third_who_asks_at_once_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end = threading.Semaphore(0), threading.Event()

    def slow(html: str) -> bytes:
        begun.release()
        assert may_end.wait(20)
        return b"%PDF"

    monkeypatch.setattr(press, "_print", slow)
    answers: list[bytes] = []
    ask: Callable[[str], None] = lambda html: answers.append(pdf_of(html))  # noqa: E731
    first = threading.Thread(target=ask, args=("one",))
    second = threading.Thread(target=ask, args=("two",))
    first.start()
    assert begun.acquire(timeout=20)
    second.start()
    _until_two_are_inside()

    with pytest.raises(Busy, match="过几秒"):
        pdf_of("three")

    may_end.set()
    first.join()
    second.join()
    assert answers == [b"%PDF", b"%PDF"]
    assert pdf_of("three") == b"%PDF"


def _until_two_are_inside() -> None:
    pause = threading.Event()
    for _ in range(400):
        if not press._DOOR.acquire(blocking=False):
            return
        press._DOOR.release()
        pause.wait(0.05)
    raise AssertionError("the second never came in")


def test_what_the_system_lacks_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    missing.cache_clear()
    monkeypatch.setattr(needs, "find_library", lambda name: None if name == "pango-1.0" else name)
    monkeypatch.setattr(needs, "CHINESE", ("no-such-command",))

    with pytest.raises(Misconfigured) as refused:
        pdf_of("one")

    assert "apt install libpango-1.0-0 fontconfig fonts-noto-cjk" in refused.value.sentence
    assert "打印" in refused.value.sentence


def test_nothing_is_asked_for_where_nothing_is_missing() -> None:
    assert needs.how_to_install() == ""
