"""``python -m benchmarks.speed.chats``: texts of 100 kB that tempt the parser of messages.

Measured in processor time; 1 when one takes longer than the goal.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from zhuchao import tables
from zhuchao.core.messages import parse

SIZE_BYTES = 100_000
MOST_S = 1.0
SAMPLES = Path(__file__).parents[1] / "samples" / "messages.txt"
PIECES = (
    "一二三", "有", "每平每月", "做", "1+", "一层", "南京市南", "税收返还", "10吨*2", "有吗",
    "(隔壁在租着呢", ",隔壁在租着呢", ",他租了",
)  # fmt: skip


def texts() -> dict[str, str]:
    """Real messages one after another, with and without stops, and pieces without end."""
    told = SAMPLES.read_text("utf-8")
    bare = told.replace("，", "").replace(",", "").replace("\n", "")
    pieces = {"messages": told, "without stops": bare} | {piece: piece for piece in PIECES}
    return {name: _large(piece) for name, piece in pieces.items()}


def _large(piece: str) -> str:
    """The piece again and again, up to the size in UTF-8."""
    bytes_each = len(piece.encode())
    whole = (piece * (SIZE_BYTES // bytes_each + 1)).encode()[:SIZE_BYTES]
    return whole.decode(errors="ignore")


def main() -> int:
    reference = tables.load()
    parse("求租", reference)
    spent = {}
    for name, text in texts().items():
        started = process_time()
        parse(text, reference)
        spent[name] = process_time() - started
    for name, seconds in sorted(spent.items(), key=lambda each: -each[1]):
        print(f"{seconds:6.2f} CPU s  {name}")
    return int(max(spent.values()) > MOST_S)


if __name__ == "__main__":
    sys.exit(main())
