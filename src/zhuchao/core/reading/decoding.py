"""Bytes of unknown and often wrongly declared charset become text."""

from __future__ import annotations

import re

from zhuchao.core.errors import Unreadable

MAX_BYTES = 8 * 1024 * 1024

EMPTY = "内容是空的，没有可读的文字。"
TOO_LARGE = "内容超过 8 MB，不是一篇网页，请只粘贴正文或换一个文件。"
BINARY = "内容是二进制文件（图片、压缩包等），不是网页或文字。"

_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0c\r\x1b") | {0x7F})
_SURROGATE = re.compile("[\ud800-\udfff]")
# A page may hold a stray control character; a file that is no text holds many.
_MAX_CONTROL_SHARE = 0.02
_SEARCHED_FOR_CHARSET = 4096


def decode(raw: bytes | str) -> tuple[str, str]:
    """The text and the charset it was read in.

    Strict UTF-8 first, Big5 where declared, else GB18030, whatever else the page claims. A lone
    surrogate, which no file can hold, becomes U+FFFD.

    Raises: Unreadable, when empty, above ``MAX_BYTES``, or binary.
    """
    if len(raw) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    text, charset = (_well_formed(raw), "utf-8") if isinstance(raw, str) else _decoded(raw)
    controls = _controls(raw if isinstance(raw, bytes) and charset == "utf-8" else text)
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise Unreadable(EMPTY)
    if controls > max(2, _MAX_CONTROL_SHARE * len(text)):
        raise Unreadable(BINARY)
    return text, charset


def _controls(text: str | bytes) -> int:
    """How many control characters the text holds; counted as bytes, ten times as quick."""
    plain = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return len(plain) - len(plain.translate(None, _CONTROL))


def _well_formed(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _decoded(raw: bytes) -> tuple[str, str]:
    if raw.startswith(_BOM_UTF16):
        return raw.decode("utf-16", "replace"), "utf-16"
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _is_broken_utf8(raw):
            return raw.decode("utf-8", "replace"), "utf-8"
    if _declared(raw).startswith("big5"):
        return raw.decode("big5hkscs", "replace"), "big5"
    return raw.decode("gb18030", "replace"), "gb18030"


def _declared(raw: bytes) -> str:
    match = _DECLARED.search(raw[:_SEARCHED_FOR_CHARSET])
    return match[1].decode("ascii").lower() if match else ""


def _is_broken_utf8(raw: bytes) -> bool:
    """UTF-8 cut off or hurt in a few places: far fewer faults than reading it as GB18030 gives."""
    if not _declared(raw).startswith("utf"):
        return False
    faults = raw.decode("utf-8", "replace").count("\ufffd")
    multibyte = sum(1 for byte in raw if byte >= 0xE0)
    return faults * 20 < multibyte
