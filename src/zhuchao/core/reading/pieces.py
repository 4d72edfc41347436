"""The inline pieces of a line: buttons and badges beside what a line tells stand apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby


def _words(words: str) -> list[str]:
    return words.split()


# A longer line tells something; a button within it is a word of it.
MAX_LINE = 200
MAX_PIECE = 24
_EDGES = " \t\r\n\u00a0\u3000[]【】()（）<>《》|｜/·:：+＋0123456789.,万wk"
_BUTTONS = frozenset(
    _words(
        """
        收藏 举报 分享 分享到 分享至 好友 转发 点赞 赞 在看 看一看 关注 已关注 加关注 评论 跟贴 跟帖
        我要评论 写评论 留言 微信 微博 新浪微博 朋友圈 QQ空间 QQ好友 QQ
        复制链接 收藏本文 收藏房源
        阅读原文 打开APP 下载APP 手机看 扫码阅读 手机扫码阅读 二维码 打印 打印本页 打印本文 关闭
        关闭窗口 纠错 我要纠错 不感兴趣 投诉 返回列表 生成海报
        """
    )
)
_TOOLS = frozenset(_words("字号 字体 大字 小字 放大 缩小 放大字体 缩小字体 语音播报 听全文"))
_MARKS = frozenset({"大", "中", "小", "A", "A-", "T", "默认", ""})
_BADGES = frozenset(["原创", "首发", "独家", "置顶", "精华", "加精"])
# These are badges beside a headline only.
_SEALS = _BADGES | {"热", "荐", "推荐", "新", "顶", "急租", "急售", "真房源", "图"}
_HEADLINES = frozenset({"h1", "h2", "h3"})
_EDITORS = ("责任编辑：", "责任编辑:", "责编：", "责编:")
# Where two pieces meet without a blank, one stands between them if a label or a date does.
_LABELLED = re.compile(
    r"^[【\[（(]?(?:(?:信息|文章)?来源|作者|责任编辑|编辑|记者|发布|浏览|阅读|点击|评论|字[号体]|分享)"
)
_DATED = re.compile(r"\d{1,2}[:：]\d\d$|\d-\d{1,2}$|(?<=\d)日$|[天时钟]前$")

_TELLS = re.compile(r"\d{4}|\d[:：]\d|\w[:：]|[天时]前|[昨今]天|阅读|浏览|\S{6}")
_DAY = re.compile(r"(?:19|20)\d\d[-/.年]\d|[昨前今]天(?:\s|$)|\d{1,2}\s?(?:分钟|小时|天)前")


# Nothing stands apart in a line, nor is anything set apart by style, where none of these stands.
# Each begins with a letter or sign of its own: a pattern passes over all other characters at once.
_BETWEEN_FIGURES = "|".join(rf"{re.escape(sign)}(?<=\d.)(?=\d)" for sign in ":：-/.年")
_MAY_BE_APART = re.compile(
    rf"{_BETWEEN_FIGURES}|前(?<=[天时钟].)|昨天|今天|来源|作者|编辑|记者|发布|浏览|阅读|点击|评论|字|大|分享|收藏|举报|赞|关注"
    r"|微信|微博|朋友圈|Q|复制|跟帖|跟贴|打印|打开|关闭|听|下载|手机看|纠错|投诉|不感|返回列|海报|好友|转发|看一看|在看|留言|扫码"
    r"|原创|首发|独家|置|热|荐|新|顶|图|精华|加精|急租|急售|真房|二维码|语音"
)


def apart(pieces: Sequence[str], tag: str) -> list[str]:
    """The line's text in parts, in order: what it tells, its buttons, its badges.

    One part where the pieces are all of one sort. ``tag`` is the block that the line stands in.
    """
    whole = "".join(pieces)
    if len(whole) > MAX_LINE or "。" in whole or not _MAY_BE_APART.search(whole):
        return [whole]
    sorts = _sorts(pieces, _SEALS if tag in _HEADLINES else _BADGES)
    if len(set(sorts)) < 2 or not _are_apart(pieces, sorts):
        return ["".join(_spaced(pieces))]
    runs = groupby(zip(sorts, pieces, strict=True), key=lambda each: each[0])
    return ["".join(_spaced([piece for _, piece in run])) for _, run in runs]


def _are_apart(pieces: Sequence[str], sorts: Sequence[str]) -> bool:
    """Whether more than one sort stands there: in a bar of buttons other words are buttons."""
    if "badge" in sorts or {"tools", "button"} <= set(sorts):
        return True
    told = zip(pieces, sorts, strict=True)
    return any(sort in ("told", "editor") and _TELLS.search(piece) for piece, sort in told)


def _spaced(pieces: Sequence[str]) -> Iterator[str]:
    """The pieces, a blank between two that style alone sets apart."""
    before = ""
    for piece in pieces:
        if before and not (before[-1].isspace() or piece[:1].isspace()):
            is_set_apart = _LABELLED.match(piece) or _DATED.search(before[-8:])
            is_set_apart = is_set_apart or _DAY.match(piece)
            if is_set_apart and before[-1] not in "（([【：:《“":
                yield " "
        yield piece
        before = piece


def _sorts(pieces: Sequence[str], badges: frozenset[str]) -> list[str]:
    """What each piece is; marks and figures are of the sort of the piece before them."""
    sorts: list[str] = []
    for piece in pieces:
        sort = _sort_of(piece, badges)
        if not sort:
            before = sorts[-1] if sorts else "told"
            is_mark = before in ("button", "tools") or piece.isspace()
            sort = before if is_mark else "told"
        sorts.append(sort)
    return sorts


def _sort_of(piece: str, badges: frozenset[str]) -> str:
    """The sort that the words of a piece show; "" where it is a mark or a figure."""
    word = piece.strip(_EDGES) if len(piece) <= MAX_PIECE else piece
    if word in _MARKS:
        return ""
    if word in badges:
        return "badge"
    if word in _TOOLS:
        return "tools"
    if word in _BUTTONS:
        return "button"
    return "editor" if word.startswith(_EDITORS) else "told"
