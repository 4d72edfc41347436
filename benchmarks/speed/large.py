"""``python -m benchmarks.speed.large``: the largest inputs, of shapes that tempt rules to linger.

Whatever the bytes are, 5 MB give a page or a refusal within two seconds of processor time.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from time import process_time

from zhuchao import tables
from zhuchao.core.errors import ZhuchaoError
from zhuchao.core.reading import read

SIZE = 5 * 1024 * 1024
MOST_SECONDS = 2.0
SENTENCE = "今年以来，园区坚持项目为王，新开工项目十二个，总投资六十八亿元，较去年同期增长明显。"
HTML = "<!doctype html>"
PIECES = {
    "sentences": SENTENCE,
    "lines of sentences": SENTENCE + "\n",
    "short lines": "厂房出租\n",
    "digits": "1",
    "telephones": "13800000000\n",
    "labels": "来源：",
    "dates": "2026-01-01 ",
    "brackets": "（",
    "paths": "首页 > 新闻 > ",
    "cells": "a\tb\tc\n",
    "roles": "编辑：张三 ",
    "counters": "阅读 1 赞 2 ",
    "shares": "分享微博QQ空间朋友圈赞1评论2收藏3转发4更多5 x\n",
    "reporters": "（记者 ",
    "entities": "&amp;&nbsp;&#x4e00;",
    "comments": "<!--",
    "paragraphs": f"<p>{SENTENCE}</p>",
    "blocks": "<div>园</div>",
    "links": "<a href='x.html'>园区开工一批项目</a><br>",
    "rows": "<tr><td>甲</td><td>乙</td></tr>",
    "attributes": "a=1 ",
    "quoted": '<p title="<>">',
}


def inputs() -> Iterator[tuple[str, str | bytes]]:
    """Each shape by its name, filled up to the size."""
    for name, piece in PIECES.items():
        head = HTML if "<" in piece else "<p " if name == "attributes" else ""
        yield name, head + piece * (SIZE // len(piece.encode()))
    yield "random bytes", random.Random(1).randbytes(SIZE)


def main() -> int:
    """Print the slowest three; 1 when one of them takes too long."""
    reference, spent = tables.load(), []
    for name, raw in inputs():
        started = process_time()
        with suppress(ZhuchaoError):
            read(raw, tables=reference)
        spent.append((process_time() - started, name))
    for seconds, name in sorted(spent, reverse=True)[:3]:
        print(f"5 MB of {name}: {seconds:.2f} CPU seconds")
    return 0 if max(spent)[0] <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
