"""Where the words of an office begin, and what is none."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Ground

Offices = tuple[tuple[int, int], ...]
LONGEST_TITLE = 12
# The body that an office belongs to: 县商务局 of 局长, 智造城 of 党工委书记.
LOCAL = "省市县区州镇乡旗"
# 市行政审批服务管理局 of 局长: a body by its level and its end.
LONG_BODY = re.compile(
    r"[省市县区州旗](?:(?![的为任和与、省市县区州旗]|同志|书记|[市县区局]长|主任|[兼师长])[\u4e00-\u9fff]){2,12}(?:局|中心|支队|大队|办公室|委员会)$"
)


def office_start(ground: Ground, title_at: int) -> int:
    """With the body that the office belongs to where the sentence names it right before."""
    start = title_at
    while ending := _body_before(ground, start):
        start -= len(ending)
        if start and ground.text[start - 1] in LOCAL:
            start -= 1
    body = LONG_BODY.search(ground.text, max(0, title_at - 16), title_at)
    return min(start, body.start()) if body else start


def _body_before(ground: Ground, at: int) -> str:
    endings = ground.lexicon.words("ending")
    word = endings.before(ground.text, at, 10)
    return "" if not word or endings[word].key in ("company", "bank", "fund") else word


def is_untitled(ground: Ground, start: int, end: int) -> bool:
    """代表团, 领导班子: a word that only begins like an office."""
    return len(ground.lexicon.words("untitled").at(ground.text, start)) > end - start
