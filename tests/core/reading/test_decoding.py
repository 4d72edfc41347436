from __future__ import annotations

import pytest

from zhuchao.core.errors import Unreadable
from zhuchao.core.reading.decoding import BINARY, EMPTY, MAX_BYTES, TOO_LARGE, decode

TEXT = "<html><head><meta charset={}></head><body><p>云泽经开区召开项目会。</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding", "charset"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("utf-8", "gb18030", "gb18030"),
        ("iso-8859-1", "gb18030", "gb18030"),
        ("big5", "gb18030", "big5"),
    ],
)
def test_the_bytes_count_for_more_than_what_the_page_claims(
    declared: str, encoding: str, charset: str
) -> None:
    text = TEXT.format(declared)

    decoded, read_in = decode(text.encode(encoding))

    assert read_in == charset
    assert declared == "big5" or decoded == text


def test_big5_is_read_where_declared() -> None:
    text = "<meta charset=big5><p>園區召開會議</p>"

    assert decode(text.encode("big5")) == (text, "big5")


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode("溧城".encode("utf-8-sig"))[0] == "溧城"


def test_utf8_hurt_in_one_place_is_still_utf8() -> None:
    raw = ("<meta charset=utf-8>" + "园区动态" * 50).encode() + b"\xe5\x9b"

    text, charset = decode(raw)

    assert charset == "utf-8"
    assert text.startswith("<meta charset=utf-8>园区动态")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", EMPTY),
        (b" \n\t ", EMPTY),
        ("", EMPTY),
        (b"x" * (MAX_BYTES + 1), TOO_LARGE),
        ("字" * (MAX_BYTES + 1), TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), BINARY),
        (bytes(range(256)) * 20, BINARY),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(raw: bytes | str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(raw)

    assert refusal.value.sentence == sentence


def test_a_lone_surrogate_in_pasted_text_becomes_a_replacement() -> None:
    assert decode("园\ud800区")[0] == "园\ufffd区"
