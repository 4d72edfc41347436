"""Who wrote, edited and published a page, where it stands, and how often it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import WrittenDate, find_dates
from zhuchao.core.vocabulary.page import ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

FROM_BACK_LINK = "由“返回{},查看更多”得知转自该站"
NOT_WRITTEN = "页面上没有写"
FROM_POSITION = "没有标签，按其在标题下一行中的位置推定"

MAX_VALUE = 40

T = TypeVar("T")

_HOME = frozenset({"首页", "主页", "网站首页"})
_LEAF = re.compile(r"^(?:正文(?:内容)?|内容|详情|浏览文章|文章正文|详细内容|内容页)$")
_STOP = r"(?=\s{2,}|\s*[|｜丨]|\s+\S{1,6}[:：]|[\[\]【】)）\t]|\s*(?:19|20)\d\d[-年/.]|$)"
_LABELS = (
    r"(?:来源|出处|作者|编辑|责编|时间|日期|浏览|阅读|点击|字号|字体|发布|人气|记者|审核|校对)"
)
_SOURCE = re.compile(
    rf"(?:信息来源|文章来源|稿件来源|新闻来源|来源|出处|稿源)\s*[:：]\s*(\S.*?){_STOP}"
)
_AUTHOR = re.compile(rf"(?:作者|撰稿|撰文|文字记者|记者|文)\s*[:：/]\s*(\S.*?){_STOP}")
_VIEWS = re.compile(
    r"(?:浏览|阅读|点击|访问|人气|热度)(?:次数|数|量|率)?\s*[:：]?\s*\[?(\d{1,9})(?!\d*[-年/:万.])\s*(?:次|人)?"
)
_LIKES = re.compile(r"(?:点赞|获赞|赞|喜欢)(?:数|量)?\s*[:：(（]?\s*(\d{1,9})(?![\d.万])")
_EDITOR = re.compile(
    r"(?:本期|责任|值班|执行|文字|网络|图文|新媒体)?编辑\s*[:：/丨|]?\s*|(?:责编|编发)\s*[:：/丨|]?\s*"
)
_NAMES = re.compile(
    r"[\u4e00-\u9fff·]{2,8}(?:[、，,\s]{1,3}[\u4e00-\u9fff·]{2,8}){0,4}|[A-Za-z][\w .-]{1,30}"
)
_MORE_NAME = re.compile(r"^(?!昨天|今天|前天|发表|阅读)[\u4e00-\u9fff]{2,3}$")
_NEXT_ROLE = re.compile(rf"[\s|/、,，]*(?:{cues.EDITOR_ROLE}|作者|来源|返回|摄影|视频)")


@dataclass(frozen=True, slots=True)
class Bylines:
    """The fields that stand around a text, and the dates written there, likeliest first."""

    breadcrumb: tuple[str, ...]
    category: Read[str]
    source: Read[str]
    editor: Read[str]
    author: Read[str]
    views: Read[int]
    likes: Read[int]
    dates: tuple[WrittenDate, ...]


def bylines_of(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> Bylines:
    """Read from the lines that are classed as breadcrumb, meta and editor lines."""
    crumbs = _of_kind(lines, kinds, ZoneKind.BREADCRUMB)
    metas = _of_kind(lines, kinds, ZoneKind.META)
    editors = _of_kind(lines, kinds, ZoneKind.EDITOR)
    shares = _of_kind(lines, kinds, ZoneKind.SHARE)
    breadcrumb = _breadcrumb(crumbs)
    category = _category(breadcrumb)
    meta = _Unlabelled.first(metas, category)
    return Bylines(
        tuple(part for part, _ in breadcrumb),
        _known(category, meta.category),
        _known(_labelled(_SOURCE, [*metas, *editors]), _back_link([*editors, *metas])),
        _known(_editor(editors), _editor(metas)),
        _known(_labelled(_AUTHOR, [*metas, *editors]), meta.author),
        _known(_counted(_VIEWS, metas), meta.views),
        _known(_counted(_LIKES, [*metas, *shares])),
        tuple(d for line in metas for d in find_dates(line.text, line.span.start)),
    )


def _of_kind(lines: Sequence[Line], kinds: Sequence[ZoneKind], kind: ZoneKind) -> list[Line]:
    return [line for line, its in zip(lines, kinds, strict=True) if its is kind]


def _known(*reads: Read[T]) -> Read[T]:
    return next((read for read in reads if read.is_known), unknown(NOT_WRITTEN))


def _breadcrumb(crumbs: Sequence[Line]) -> list[tuple[str, Span]]:
    """The levels from the top, with where they stand, "正文" left out."""
    if not crumbs:
        return []
    line = crumbs[0]
    head = cues.BREADCRUMB_HEAD.match(line.text)
    at = head.end() if head else 0
    levels: list[tuple[str, Span]] = []
    for gap in [*cues.BREADCRUMB_GAP.finditer(line.text, at), None]:
        end = gap.start() if gap else len(line.text)
        part = line.text[at:end].strip()
        if part and not _LEAF.match(part):
            begin = line.span.start + line.text.index(part, at)
            levels.append((part, Span(begin, begin + len(part))))
        at = gap.end() if gap else end
    return levels


def _category(breadcrumb: Sequence[tuple[str, Span]]) -> Read[str]:
    levels = [(part, span) for part, span in breadcrumb if part not in _HOME]
    if not levels:
        return unknown()
    part, span = levels[-1]
    return Read(part, State.GIVEN, span)


def _labelled(pattern: re.Pattern[str], lines: Iterable[Line]) -> Read[str]:
    for line in lines:
        for match in pattern.finditer(line.text):
            value = _trimmed(match[1], pattern is _AUTHOR)
            if value and len(value) <= MAX_VALUE:
                begin = line.span.start + match.start(1) + match[1].index(value)
                return Read(value, State.GIVEN, Span(begin, begin + len(value)))
    return unknown()


def _trimmed(written: str, may_be_several: bool) -> str:
    """The value without what follows it on its line; names may follow one another."""
    value = re.split(rf"\s+{_LABELS}|{_LABELS}\s*[:：]", written)[0].strip(" ,，;；/-—\u00a0\u3000")
    parts = re.split(r"(?<![A-Za-z])[\s\u00a0]+|[\s\u00a0]+(?![A-Za-z])", value)
    kept = 1
    while may_be_several and kept < len(parts) and _MORE_NAME.match(parts[kept]):
        kept += 1
    return value[: value.index(parts[kept - 1]) + len(parts[kept - 1])] if value else ""


def _back_link(lines: Iterable[Line]) -> Read[str]:
    for line in lines:
        match = cues.BACK_TO_SOURCE.search(line.text)
        if match:
            name = match["source"]
            begin = line.span.start + match.start("source")
            why = FROM_BACK_LINK.format(name)
            return Read(name, State.INFERRED, Span(begin, begin + len(name)), why=why)
    return unknown()


def _editor(lines: Iterable[Line]) -> Read[str]:
    for line in lines:
        role = _EDITOR.search(line.text)
        if role is None:
            continue
        rest = _NEXT_ROLE.split(line.text[role.end() :], maxsplit=1)[0]
        names = _NAMES.match(rest)
        if names:
            begin = line.span.start + role.end()
            value = names.group().strip()
            return Read(value, State.GIVEN, Span(begin, begin + len(value)))
    return unknown()


def _counted(pattern: re.Pattern[str], lines: Iterable[Line]) -> Read[int]:
    for line in lines:
        match = pattern.search(line.text)
        if match:
            begin = line.span.start + match.start(1)
            return Read(int(match[1]), State.GIVEN, Span(begin, begin + len(match[1])))
    return unknown()


@dataclass(frozen=True, slots=True)
class _Unlabelled:
    """A line like ``admin8个月前 (09-24)园区动态7``: author, date, category and views."""

    author: Read[str]
    category: Read[str]
    views: Read[int]

    @staticmethod
    def first(metas: Iterable[Line], category: Read[str]) -> _Unlabelled:
        for line in metas:
            dates = find_dates(line.text)
            if dates and not cues.META_LABEL.search(line.text):
                return _split(line, dates[0].span, category.value or "")
        return _Unlabelled(unknown(), unknown(), unknown())


def _split(line: Line, dated: Span, category: str) -> _Unlabelled:
    author = _part(line, 0, dated.start, re.compile(r"^\W*(\w[\w .·-]{0,30}?)\W*$"))
    rest_at = dated.end
    at = line.text.find(category, rest_at) if category else -1
    if at >= 0:
        views = _number(line, at + len(category))
        return _Unlabelled(author, unknown(), views)
    named = _part(line, rest_at, len(line.text), re.compile(r"^\W*([^\W\d]{2,20}?)\W*\d{0,9}\W*$"))
    end = named.span.end - line.span.start if named.span else rest_at
    return _Unlabelled(author, named, _number(line, end) if named.span else unknown())


def _part(line: Line, start: int, end: int, pattern: re.Pattern[str]) -> Read[str]:
    match = pattern.match(line.text[start:end])
    if not match:
        return unknown()
    begin = line.span.start + start + match.start(1)
    span = Span(begin, begin + len(match[1]))
    return Read(match[1], State.INFERRED, span, why=FROM_POSITION)


def _number(line: Line, start: int) -> Read[int]:
    match = re.fullmatch(r"\W*(\d{1,9})\W*", line.text[start:])
    if not match:
        return unknown()
    begin = line.span.start + start + match.start(1)
    span = Span(begin, begin + len(match[1]))
    return Read(int(match[1]), State.INFERRED, span, why=FROM_POSITION)
