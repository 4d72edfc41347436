"""Where a command's input comes from: a file, standard input, an address, the command line."""

from __future__ import annotations

import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import BinaryIO, NamedTuple

from zhuchao.core.errors import NotFound, Refused, Unreadable

# More than any page or message; what is larger is refused before it fills the memory. Whether
# a smaller one is still too large is for core to say.
MOST_BYTES = 64 * 1024 * 1024
BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
STANDARD_INPUT = "-"
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
HOST_LIKE = re.compile(
    r"^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|gov|tech|top|io)\b)", re.I
)


class Source(NamedTuple):
    """Raw bytes, and the moment they were fetched where the source knows it."""

    content: bytes
    fetched_at: datetime | None


def open_source(name: str) -> Source:
    """The bytes that FILE, ``-`` or an address stands for.

    Raises: NotFound, Unreadable, Refused or Unreachable, with a sentence that names the source.
    """
    scheme = SCHEME.match(name)
    if name == STANDARD_INPUT:
        return Source(_standard_input(), None)
    if scheme is None:
        return Source(read_file(name), None)
    if scheme.group(1).lower() not in {"http", "https"}:
        raise Refused(f"只能读取 http 或 https 网址，不能读取 {scheme.group(0)}")
    from zhuchao.ground.fetching import fetch

    fetched = fetch(name)
    return Source(fetched.content, fetched.fetched_at)


def read_file(name: str) -> bytes:
    """Raises: NotFound, when there is no such file; Unreadable, when it cannot be read."""
    if not name:
        raise NotFound("文件名是空的：请给出文件、-（标准输入）或网址")
    try:
        with Path(name).open("rb") as file:
            return _limited(file, f"文件 {name} ")
    except FileNotFoundError as error:
        hint = "；若是网址，请以 http:// 或 https:// 开头" if HOST_LIKE.match(name) else ""
        raise NotFound(f"找不到文件 {name}{hint}") from error
    except IsADirectoryError as error:
        raise Unreadable(f"{name} 是文件夹，请给出其中的文件") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"文件 {name} 无法读取，请检查名称和权限") from error


def message_text(argument: str) -> str:
    """The message of the command line, or of standard input for ``-``.

    Raises: Unreadable, when the bytes are no UTF-8 text.
    """
    if argument != STANDARD_INPUT:
        return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    content = _standard_input()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("标准输入不是 UTF-8 文本，请转换编码后再试") from error


def moment(written: str) -> datetime:
    """An ISO moment; one without a zone is Beijing time.

    Raises: Refused, when it is no moment.
    """
    try:
        parsed = datetime.fromisoformat(written)
    except ValueError as error:
        raise Refused(f"时间 {written} 无法识别，请写成 2026-05-30 或 2026-05-30T10:00") from error
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=BEIJING)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise Unreadable("没有标准输入：请用管道或 < 文件 给出内容")
    return _limited(sys.stdin.buffer, "标准输入")


def _limited(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unreadable(f"{name}超过 {MOST_BYTES // 1024 // 1024} MB，不是一篇网页或一条消息")
    return content
