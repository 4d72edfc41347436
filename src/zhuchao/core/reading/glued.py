"""What stands in a title's line and is no part of the headline: badges, buttons, labels, a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.keys import key_of
from zhuchao.core.vocabulary.read import Span

# A headline left shorter than this is no headline: 热 of 热泵 is not taken off.
MIN_LEFT = 6
# Where a page declares its title, so much of it must be left: a column's name is declared too.
MIN_DECLARED = 9

_BADGE = r"原创|置顶|推荐|精华|加精|热门|热帖|首发|实勘|真房源|已认证|已核验"
_TOOL = (
    r"(?:字体|字号|大小)\s*[:：]?[\s大中小【】\[\]|｜A+-]*"
    r"|复制链接|打印(?:本页|此页)?|收藏|分享|朗读|听新闻"
)
_DAY = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
# Set apart by brackets or blanks it is seen to be no word of the headline.
_BEFORE = re.compile(
    rf"^(?:[【\[（(](?:{_BADGE})[】\]）)]\s*|(?:{_BADGE})\s+|(?:信息|文件)?(?:标题|名称)\s*[:：]\s*)"
)
_AFTER = re.compile(
    rf"(?:\s*[【\[（(]\s*(?:{_BADGE}|{_TOOL}|{_DAY})\s*[】\]）)]|\s+(?:{_BADGE}|{_TOOL}|{_DAY}))$"
)
# Without a gap only the declared title tells that it is none.
_STUCK = rf"{_BADGE}|独家|[热荐顶精新急沸爆图]"
_STUCK_BEFORE = re.compile(rf"^(?:{_STUCK})(?=\w)|^(?:hot|new|top)\s?", re.IGNORECASE)
_STUCK_AFTER = re.compile(rf"(?:{_STUCK}|{_DAY}|\s?(?:hot|new|top))$", re.IGNORECASE)
_CUT_SHORT = re.compile(r"…|\.\.\.")


def headline_in(text: str, declared: Sequence[str]) -> Span:
    """Where the headline stands in its line; ``declared`` is what the page says its title is."""
    kind = cues.THREAD_KIND.match(text)
    start, end = (kind.end() if kind else 0), len(text)
    keys = [key_of(title) for title in declared if not _CUT_SHORT.search(title)]
    while True:
        inner = _shorter(text[start:end], keys)
        if inner == Span(0, end - start):
            return Span(start, end)
        start, end = start + inner.start, start + inner.end


def _shorter(text: str, declared: Sequence[str]) -> Span:
    """The text without one thing that is glued to it, or the whole."""
    whole = Span(0, len(text))
    for pattern in (_BEFORE, _STUCK_BEFORE, _AFTER, _STUCK_AFTER, cues.PAGE_NUMBER):
        match = pattern.search(text)
        if match is None:
            continue
        left = Span(0, match.start()) if match.start() else Span(match.end(), len(text))
        key = key_of(left.of(text))
        is_stuck = pattern in (_STUCK_BEFORE, _STUCK_AFTER)
        if is_stuck and not _is_declared_without(key, key_of(text), declared):
            continue
        if len(key) >= (MIN_LEFT if pattern is not cues.PAGE_NUMBER else 1):
            return left
    return whole


def _is_declared_without(key: str, glued: str, declared: Sequence[str]) -> bool:
    if len(key) < MIN_DECLARED or any(glued in title for title in declared):
        return False
    return any(key in title for title in declared)
