"""The inline pieces of a line: buttons and badges beside what a line tells stand apart from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

# A longer line tells something; a button within it is a word of it.
MAX_LINE = 200
MAX_PIECE = 24
_EDGES = " \t\r\n\u00a0\u3000[]【】()（）<>《》|｜/·:：+＋0123456789.,万wk"
_BUTTONS = frozenset(
    """
    收藏 举报 分享 分享到 分享至 转发 点赞 赞 在看 看一看 关注 已关注 加关注 打印 打印本页 打印本文 关闭 关闭窗口
    字号 字体 大 中 小 大字 小字 默认 放大 缩小 A A- T 评论 跟贴 跟帖 我要评论 写评论 留言 微信 微博 新浪微博 朋友圈
    QQ空间 QQ 复制链接 收藏本文 收藏房源 语音播报 听全文 放大字体 缩小字体 阅读原文 打开APP 下载APP 手机看 扫码阅读
    手机扫码阅读 二维码 纠错 我要纠错 不感兴趣 投诉 返回列表 生成海报
    """.split()
)
_MARKS = frozenset({"大", "中", "小", "A", "A-", "T", "默认", ""})
_BADGES = frozenset(["原创", "首发", "独家", "置顶", "精华", "加精"])
# These are badges beside a headline only.
_SEALS = _BADGES | {"热", "荐", "推荐", "新", "顶", "急租", "急售", "真房源", "图"}
_HEADLINES = frozenset({"h1", "h2", "h3"})


def apart(pieces: Sequence[str], tag: str) -> list[str]:
    """The line's text in parts, in order: what it tells, its buttons, its badges.

    One part where the pieces are all of one sort. ``tag`` is the block that the line stands in.
    """
    whole = "".join(pieces)
    if len(whole) > MAX_LINE or "。" in whole:
        return [whole]
    sorts = _sorts(pieces, _SEALS if tag in _HEADLINES else _BADGES)
    if len(set(sorts)) < 2 or "told" not in sorts:
        return [whole]
    runs = groupby(zip(sorts, pieces, strict=True), key=lambda each: each[0])
    return ["".join(piece for _, piece in run) for _, run in runs]


def _sorts(pieces: Sequence[str], badges: frozenset[str]) -> list[str]:
    """What each piece is; marks and figures are of the sort of the piece before them."""
    sorts: list[str] = []
    for piece in pieces:
        word = piece.strip(_EDGES) if len(piece) <= MAX_PIECE else piece
        before = sorts[-1] if sorts else ""
        if word in _MARKS and (before == "button" or not piece.strip()):
            sorts.append(before or "told")
        elif word in badges:
            sorts.append("badge")
        elif word in _BUTTONS and word not in _MARKS:
            sorts.append("button")
        else:
            sorts.append("told")
    return sorts
