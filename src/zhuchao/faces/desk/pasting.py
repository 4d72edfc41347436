"""What was pasted, uploaded or pointed at, as bytes with where they came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from zhuchao.core.errors import Unreadable
from zhuchao.ground.fetching import fetch

# What the library keeps whole; beyond it a browser is not the way.
MOST_BYTES = 64 * 1024 * 1024
LONE_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,2000}", re.IGNORECASE)
EMPTY = "还没有内容。请粘贴文字、选一个文件，或填一个网址。"
TOO_LARGE = "文件超过 64 MB，无法保存，请只上传网页或文字。"


@dataclass(frozen=True)
class Pasted:
    """Bytes to keep; ``address`` is set when they are still to be fetched from there."""

    raw: bytes
    origin: str
    address: str = ""
    fetched_at: datetime | None = None


def pasted(text: str, file: UploadedFile[bytes] | None) -> Pasted:
    """A file before the text; a lone address is to be fetched.

    Raises: Unreadable, when there is nothing at all or more than can be kept.
    """
    if file is not None and (file.size or 0) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    if file is not None:
        return Pasted(file.read(), "file")
    if not text.strip():
        raise Unreadable(EMPTY)
    lone = LONE_ADDRESS.fullmatch(text.strip())
    raw = text.encode("utf-8", "replace")
    return Pasted(raw, "url", lone[0]) if lone else Pasted(raw, "paste")


def fetched(given: Pasted) -> Pasted:
    """The page behind a lone address; anything else as it is.

    Raises: Unreachable, when the address cannot or may not be fetched.
    """
    if not given.address:
        return given
    answer = fetch(given.address)
    return Pasted(answer.content, "url", answer.address, answer.fetched_at)
