"""Breadcrumbs: where a page stands in its site, level by level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

Level = tuple[str, Span]

MIN_TITLE = 9

FRONT = re.compile(r"^(?:网站)?(?:首\s?页|主页|Home|HOME)$")
MENU_GAP = re.compile(r"[>＞»›→|｜/]|\s[-–—]\s")
# No path leads there.
MENU_END = re.compile(
    r"[\s>＞»›→|｜/·-](?:我的|登录|注册|登录\s?[/|]\s?注册|更多|搜索|客户端|APP|关于我们|联系我们|留言板?|自选股|研报)\W*$"
)
_HOME = re.compile(r"^.{0,8}?(?:首页|主页)$")
_LEAF = re.compile(
    r"^(?:.{0,4}正文(?:内容)?(?:\s*\S{2,6})?|(?:查看|浏览|阅读)?(?:内容|全文)|(?:查看|浏览|阅读)(?:文章|新闻|信息)|(?:新闻|信息)(?:内容|正文)|\S{0,4}详情页?|浏览文章|文章正文|详细内容|内容页|信息内容|阅读正文|当前页)$"
)
# In this order: what is a gap beside one sign may be part of a name beside another.
_GAPS = tuple(
    re.compile(gap)
    for gap in (
        r"\s*[-=]*(?:>+|＞+|»|›|→|➤|▶|▸|&gt;)\s*",
        r"\s*[\\/／]+\s*",
        r"\s*[|｜│]\s*",
        r"\s+[-–—·•:：]+\s+",
        r"\s*(?:--+|——+)\s*",
        r"\s*[·•]\s*",
        r"(?<=首页)\s*[-–—]\s*|(?<=[\u4e00-\u9fff])\s*[-–—]\s*(?=[\u4e00-\u9fff])",
        r"\s{1,4}",
    )
)


def levels_of(crumbs: Sequence[Line], title: str) -> list[Level]:
    """The levels from the top, with where they stand, "正文" and the title itself left out.

    A path may stand on one line, or each of its levels on a line of its own.
    """
    levels: list[Level] = []
    for line in crumbs:
        levels += _levels(line)
        if len(levels) > 1 and line is crumbs[0]:
            break
    whole = key_of(title)
    return [
        level
        for level in levels
        if not whole or key_of(level[0])[:24] not in whole or len(level[0]) < MIN_TITLE
    ]


def category_of(levels: Sequence[Level]) -> Read[str]:
    """The last level that is not the front page."""
    named = [(part, span) for part, span in levels if not _HOME.match(part)]
    if not named:
        return unknown()
    part, span = named[-1]
    return Read(part, State.GIVEN, span)


def _levels(line: Line) -> list[Level]:
    head = cues.BREADCRUMB_HEAD.match(line.plain)
    at = head.end() if head else 0
    gap_of = next((gap for gap in _GAPS if gap.search(line.plain.rstrip(), at)), _GAPS[0])
    levels: list[Level] = []
    for gap in [*gap_of.finditer(line.plain, at), None]:
        end = gap.start() if gap else len(line.text)
        part = line.text[at:end].strip(" \t\u3000\u00a0】]")
        if part and not _LEAF.match(line.plain[at:end].strip(" \t\u3000\u00a0】]")):
            begin = line.span.start + line.text.index(part, at)
            levels.append((part, Span(begin, begin + len(part))))
        at = gap.end() if gap else end
    return levels
