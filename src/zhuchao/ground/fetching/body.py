"""Reading a body in small steps: neither its size on the wire nor unpacked passes the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from urllib3 import BaseHTTPResponse

from zhuchao.core.errors import Unreachable

MOST_BYTES = 8 * 1024 * 1024
CHUNK = 64 * 1024
# zlib's way to say "gzip or zlib, whichever it is".
EITHER_WRAPPING = 47


def body_of(response: BaseHTTPResponse, most_bytes: int = MOST_BYTES) -> bytes:
    """The unpacked body. Raises: Unreachable, when it is larger, broken or packed otherwise."""
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    wire = response.stream(CHUNK, decode_content=False)
    if coding in ("", "identity"):
        pieces = wire
    elif coding in ("gzip", "x-gzip", "deflate"):
        pieces = _unpacked(wire, most_bytes)
    else:
        raise Unreachable("网站用了无法识别的压缩方式，没有取得页面")
    parts, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > most_bytes:
            raise Unreachable(f"页面超过 {most_bytes // 1024 // 1024} MB，已停止抓取")
        parts.append(piece)
    return b"".join(parts)


def _unpacked(wire: Iterator[bytes], most_bytes: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(EITHER_WRAPPING)
    try:
        for piece in wire:
            # One byte more than is allowed is enough to be refused; a bomb is never unpacked.
            yield unpacker.decompress(piece, most_bytes + 1)
    except zlib.error:
        raise Unreachable("页面的压缩内容已损坏，请稍后重试") from None
