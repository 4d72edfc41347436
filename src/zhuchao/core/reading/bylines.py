"""Who wrote, edited and published a page, where it stands, and how often it was read."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from zhuchao.core.reading import cues
from zhuchao.core.reading.labels import (
    AUTHOR,
    CATEGORY,
    COLUMN,
    CORRESPONDENT,
    EDITOR,
    POSTER,
    PUBLISHER,
    SOURCE,
    Labelled,
    first,
    labelled,
)
from zhuchao.core.reading.lines import Line
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.reading.newspapers import edition_of, is_newspaper, paper_of
from zhuchao.core.reading.paths import category_of, levels_of
from zhuchao.core.reading.unlabelled import Unlabelled, first_unlabelled
from zhuchao.core.text.dates import WrittenDate, find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

FROM_BACK_LINK = "由“返回{},查看更多”得知转自该站"
NOT_WRITTEN = "页面上没有写"

T = TypeVar("T")

_PART = re.compile(r"[^\s|｜/·•>＞»]{2,12}")
_FIGURE = re.compile(r"\d")
_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2})?"
_UNITS = {"": 1, "k": 1_000, "w": 10_000, "万": 10_000}
_VIEWS = re.compile(
    r"(?<![\d万][次人])(?<![\d万]\s[次人])(?:浏览|阅读|点击|访问|人气|热度|点阅|围观|查看|播放|👁\ufe0f?)(?:次数|人数|数|量|率)?\s*[:：|｜]?\s*[\[（(]?"
    rf"(?P<count>{_COUNT})(?P<large>[万wWkK])?(?!\d*[-年/:.])"
    rf"|(?<![-\d./年月])(?P<before>{_COUNT})(?P<ten>[万wWkK])?\+?\s*(?:次|人)?(?:浏览|阅读|围观|播放|看过)"
    r"(?:(?<=[次人]浏览)|(?<=[次人]阅读)|(?![\w\s:：(（]*\d))"
)
_LIKES = re.compile(
    rf"(?:点赞|获赞|赞同|赞|喜欢|顶(?:一下)?|支持|有用|👍|❤\ufe0f?|♥|♡)(?:数|量)?\s*[:：(（]?\s*(?P<count>{_COUNT})(?P<large>万)?(?![\d.])"
    rf"|(?P<before>{_COUNT})(?P<ten>万)?\s*(?:人|个)?(?:点?赞|喜欢|觉得(?:很赞|有用))(?![\s:：(（]*\d)"
)
_NOBODY = re.compile(r"(?:系统)?管理员|[Aa]dmin\w*|小编|本站(?:编辑)?|网站管理员|佚名|未知|系统")
# Who published is a body, not a person.
_BODY = re.compile(r"(?:[局部处科室办院会署所司厅]|中心|公司|管委会|政府|银行)$")
MAX_OPENING = 60
_MORE = (
    r"(?:[\s、，,]+(?:见习记者\s*)?(?!通讯员|实习生|文/|摄)"
    r"[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff]))*"
)
_REPORTERS = re.compile(
    r".{0,16}?[（(][\u4e00-\u9fff]{0,6}记者[\s:：]*"
    rf"(?P<names>[\u4e00-\u9fff·]{{2,4}}{_MORE})"
    rf"|[□■◎●◇]?\s?(?:文/图\s*)?[\u4e00-\u9fff]{{2,8}}记者[\s:：]+(?P<lone>[\u4e00-\u9fff·]{{2,4}}{_MORE})"
)
# 由 某某 发表于, 某某/文, 记者某某／某地报道.
_WRITTEN_BY = re.compile(
    r"^由\s*(?P<by>[^\s，。|]{2,16})\s*(?:发布|发表|撰写)?[于在]|(?:^|\s)由\s+(?P<of>[^\s，。|]{2,16})(?=\s|$)|(?:^|\s)(?P<before>[\u4e00-\u9fff·]{2,4})\s*[/／]\s*文(?:\s|$)"
    r"|记者\s?(?P<reporter>[\u4e00-\u9fff·]{2,4})\s?[/／]"
)
_AT_END = re.compile(
    rf"[（(][^（()）]{{0,10}}"
    rf"(?:(?:记者|专栏作者|特约作者|撰稿人|评论员)[\s:：]*"
    rf"|(?:局|委|办|会|镇|街道|公司|园区|{cues.MEDIA})[ \u3000]+)"
    rf"(?P<names>[\u4e00-\u9fff·]{{2,4}}{_MORE})[^（()）]{{0,16}}[）)]$"
)
_EDITOR = re.compile(
    r"(?<!图片)(?<!美术)(?<!视频)(?:编[辑缉]|责编|编发|网编|小编)(?:\s*[:：/丨|｜】\]])?\s*"
)
_NAMES = re.compile(
    r"[\u4e00-\u9fff·]{2,8}(?:[、，,\s]{1,3}[\u4e00-\u9fff·]{2,8}){0,4}|[A-Za-z][\w .-]{1,30}"
)
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


def bylines_of(
    lines: Sequence[Line],
    kinds: Sequence[ZoneKind],
    title: str = "",
    columns: Sequence[str] = (),
) -> Bylines:
    """Read from the lines that are classed as breadcrumb, meta, editor and share lines.

    ``title`` is the page's own, which is no level of its path; ``columns`` are parts of the
    declared title that may name the page's column.
    """
    by_kind = _by_kind(lines, kinds)
    metas, editors = by_kind[ZoneKind.META], by_kind[ZoneKind.EDITOR]
    breadcrumb = levels_of(by_kind[ZoneKind.BREADCRUMB], title)
    category = category_of(breadcrumb)
    body = [line for line, its in zip(lines, kinds, strict=True) if its in BODY_KINDS]
    meta = first_unlabelled(metas, category, _start_of_text(body))
    found = labelled([*metas, *editors])
    is_paper = is_newspaper(lines)
    paper, edition = (paper_of(lines), edition_of(metas)) if is_paper else (unknown(), unknown())
    back = _back_link([*editors, *metas, *by_kind[ZoneKind.NAVIGATION]])
    source, author = _who(found, meta, paper, _reported(metas, body))
    edited = (first(found, EDITOR), _editor(editors), _editor(metas))
    columns_told = (first(found, COLUMN), category, first(found, CATEGORY), edition)
    return Bylines(
        tuple(part for part, _ in breadcrumb),
        _known(*columns_told, _column(metas, columns), meta.category),
        _known(source, back),
        _known(*map(_person, edited)),
        author,
        _known(_counted(_VIEWS, metas), meta.views, _counted(_VIEWS, by_kind[ZoneKind.SHARE])),
        _known(_counted(_LIKES, [*metas, *by_kind[ZoneKind.SHARE]])),
        _dates(metas),
    )


def _reported(metas: Sequence[Line], body: Sequence[Line]) -> tuple[Read[str], ...]:
    """Who reports: where the text begins, and where it ends."""
    told = [line for line in body if is_sentence(line)]
    opening = [*metas, *body[:2], *told[:1]]
    return (_reporters(opening), _closing_reporters([*body[-3:], *metas[-3:]]))


def _start_of_text(body: Sequence[Line]) -> int:
    told = (line for line in body if is_sentence(line))
    first_told = next(told, body[0] if body else None)
    return first_told.span.start if first_told else sys.maxsize


def _who(
    found: tuple[Labelled, ...],
    meta: Unlabelled,
    paper: Read[str],
    reporters: tuple[Read[str], ...],
) -> tuple[Read[str], Read[str]]:
    """The source and the author. An account is the author where nobody else is, else the source."""
    poster = first(found, POSTER)
    is_body = bool(_BODY.search(poster.value or ""))
    publisher = _known(first(found, PUBLISHER), poster if is_body else unknown())
    stated = _known(first(found, SOURCE), paper, meta.source, publisher)
    named = (first(found, AUTHOR), meta.author, first(found, CORRESPONDENT))
    writer = _known(_person(named[0]), *reporters, *map(_person, named[1:]))
    account = _known(meta.account, unknown() if is_body else poster)
    is_source = writer.is_known and writer.value != account.value
    is_author = account.value != stated.value
    return (
        _known(stated, account if is_source else unknown()),
        _known(writer, _person(account) if is_author else unknown()),
    )


def _by_kind(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> dict[ZoneKind, list[Line]]:
    found: dict[ZoneKind, list[Line]] = {kind: [] for kind in ZoneKind}
    for line, kind in zip(lines, kinds, strict=True):
        found[kind].append(line)
    return found


def _known(*reads: Read[T]) -> Read[T]:
    return next((read for read in reads if read.is_known), unknown(NOT_WRITTEN))


def _person(read: Read[str]) -> Read[str]:
    """Nobody where it is only the name of the system's own account."""
    return unknown() if read.value and _NOBODY.fullmatch(read.value) else read


def _dates(metas: Iterable[Line]) -> tuple[WrittenDate, ...]:
    """The dates of these lines: those called the page's first, those of its making last."""
    ranked: list[tuple[int, WrittenDate]] = []
    for line in metas:
        for written in find_dates(line.plain):
            before = cues.squeezed(line.plain[: written.span.start])[-12:]
            rank = 0 if cues.PUBLISHED_LABEL.search(before) else 1
            rank = 2 if cues.MADE_LABEL.search(before) else rank
            rank = 2 if cues.CHANGED.match(line.plain, written.span.end) else rank
            ranked.append((rank, written.moved(line.span.start)))
    return tuple(written for _, written in sorted(ranked, key=lambda each: each[0]))


def _column(metas: Iterable[Line], columns: Sequence[str]) -> Read[str]:
    """A part of the declared title that also stands by itself in a meta line."""
    for line in metas:
        for match in _PART.finditer(line.text):
            if match[0] in columns:
                begin = line.span.start + match.start()
                return Read(match[0], State.GIVEN, Span(begin, begin + len(match[0])))
    return unknown()


def _back_link(lines: Iterable[Line]) -> Read[str]:
    for line in lines:
        match = "返回" in line.plain and cues.BACK_TO_SOURCE.search(line.plain)
        if match:
            name = line.text[match.start("source") : match.end("source")]
            begin = line.span.start + match.start("source")
            why = FROM_BACK_LINK.format(name)
            return Read(name, State.INFERRED, Span(begin, begin + len(name)), why=why)
    return unknown()


def _editor(lines: Iterable[Line]) -> Read[str]:
    """An editor without a colon: 本期编辑 米可心."""
    for line in lines:
        role = _EDITOR.search(line.plain)
        if role is None:
            continue
        rest = _NEXT_ROLE.split(line.plain[role.end() :], maxsplit=1)[0]
        names = _NAMES.match(rest)
        if names:
            begin, size = role.end(), len(names.group().strip())
            span = Span(line.span.start + begin, line.span.start + begin + size)
            return Read(line.text[begin : begin + size], State.GIVEN, span)
    return unknown()


def _reporters(lines: Iterable[Line]) -> Read[str]:
    """Who reports, as papers write it where a text begins: 本报讯（记者 某某）."""
    for line in lines:
        match = _REPORTERS.match(line.plain[:MAX_OPENING])
        match = match or _WRITTEN_BY.search(line.plain[:MAX_OPENING])
        if match:
            start, end = match.span(match.lastgroup or 0)
            span = Span(line.span.start + start, line.span.start + end)
            return Read(line.text[start:end], State.GIVEN, span)
    return unknown()


def _closing_reporters(lines: Iterable[Line]) -> Read[str]:
    """Who reports, as papers write it where a text ends: …。（记者 某某）."""
    for line in lines:
        match = _AT_END.search(line.plain[-MAX_OPENING:])
        if match:
            begin = line.span.end - len(line.plain[-MAX_OPENING:]) + match.start("names")
            span = Span(begin, begin + len(match["names"]))
            start = begin - line.span.start
            return Read(line.text[start : start + len(match["names"])], State.GIVEN, span)
    return unknown()


def _counted(pattern: re.Pattern[str], lines: Iterable[Line]) -> Read[int]:
    for line in lines:
        # Without a figure nothing is counted.
        match = pattern.search(line.plain) if _FIGURE.search(line.plain) else None
        if match:
            name = "count" if match["count"] else "before"
            unit = match["large"] or match["ten"] or ""
            number = float(match[name].replace(",", "")) * _UNITS[unit.lower()]
            start, end = match.span(name)
            span = Span(line.span.start + start, line.span.start + end + len(unit))
            return Read(round(number), State.GIVEN, span)
    return unknown()
