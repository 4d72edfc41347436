"""Labelled values in the lines that tell of a page: ``来源：… 作者：… 编辑｜…``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

MAX_VALUE = 40

SOURCE = "source"
PUBLISHER = "publisher"
POSTER = "poster"
AUTHOR = "author"
CORRESPONDENT = "correspondent"
EDITOR = "editor"
CATEGORY = "category"
COLUMN = "column"
OTHER = "other"

# What a label names; the others only end the value before them.
_LABELS = {
    SOURCE: """信息来源 文章来源 稿件来源 新闻来源 内容来源
        资料来源 来自 来源 出处 稿源 信源 来源网站 来源媒体 来源单位 转自 转载自 摘自 选自
        首发于 原载于 首发 原载 出品""",
    PUBLISHER: """发布机构 发布单位 发布部门 发布科室 责任部门
        信息发布 发文机关 发文单位 发件人""",
    POSTER: """发布者 发布人""",
    AUTHOR: """作者 撰稿 撰稿人 撰文 撰写 采写 采编 文字记者 本报记者 记者 文字 文图 图文
        文/图 图/文 文、图 图、文 文""",
    CORRESPONDENT: """通讯员""",
    EDITOR: """责任编辑 责任编缉 网编 责编 小编 编辑 编缉 编发""",
    COLUMN: """所属栏目 栏目""",
    CATEGORY: """文章分类 所属分类 分类 类别""",
    OTHER: """发布时间 发布日期 发表时间 更新时间 成文日期 时间 日期 浏览次数 浏览量 浏览 阅读次数
        阅读量 阅读 点击次数 点击量 点击数 点击率 点击
        浏览数 阅读数 访问量 访问数 点阅次数 访问次数 人气 热度 字体 字号 选择字号
        审核 校对 审校
        责任校对 责任审核 责任审校 值班编委 值班审核
        校审 审签 审读 复核 终校 排校 签发 责校 视觉 设计 摄像 剪辑 海报
        复审 终审 初审 一审 二审 三审 监制 主编 摄影 图片 视频 制图 排版 供稿 供图
        图片编辑 美术编辑 视频编辑 音频编辑 摄影编辑 美编 排版编辑
        公告类型 解读类型 分享 关键词 标签 索引号 稿件 编审 值班主任 策划
        统筹 版次 评论 点赞""",
}
_NAMED = {word: name for name, words in _LABELS.items() for word in words.split()}


def _stretched(word: str) -> str:
    """Two characters may be set apart to fill a column."""
    return r"[ \u3000\u00a0]{0,4}".join(word) if len(word) == 2 else word


# These stand within other words, too: 中文, 开标时间.
_WITHIN = frozenset(
    [
        "文",
        "时间",
        "日期",
        "图片",
        "文字",
        "稿件",
        "分类",
        "标签",
        "视频",
        "首发",
        "原载",
        "撰写",
        "采编",
    ]
)
_WITHIN |= frozenset(["文/图", "图/文", "文、图", "图、文"])


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(_stretched(word) for word in sorted(words, key=len, reverse=True))


_LABEL = re.compile(
    rf"(?P<label>(?<!只看该)(?:{_alternatives(_NAMED.keys() - _WITHIN)})"
    rf"|(?<![\u4e00-\u9fff])(?:{_alternatives(_WITHIN)})"
    r")(?:[ \u3000]?[（(](?:网址|单位|机构|签名)[）)])?"
    r"(?:\s*[\]】])?\s*(?:[:：/|｜丨\t]|(?<=[\]】]))\s*"
    # Some are set off by a blank alone.
    r"|(?:^|(?<=[\s|｜/·]))(?P<bare>来源|(?<![^\n])(?:发布|发文)(?:机构|机关|单位)|(?:本文)?(?:首发于|原载于|转自)|作者|责任编辑|责编|编辑|文字|撰文|采写|撰稿|[\u4e00-\u9fff]{0,10}(?:记者|顾问|评论员|撰稿人|分析师))"
    r"[ \u3000]+(?=[\u4e00-\u9fffA-Za-z])"
    r"|(?P<named>首发于|原载于?|原刊于?|刊于|转自|选自|摘自)(?=《)"
)
_BLANK = re.compile(r"[ \u3000\u00a0]+")
_EDGES = " \t\u00a0\u3000,，;；/|｜丨-—·•*"
_OPENED = re.compile(r"[\[\]【】〔〕<>《》]|[（(](?=[^）)]*$)|^[（(]|(?<![（(\w])[）)]|[）)]$")
_TITLED = re.compile(r"《(?P<value>[^《》]{2,20})》")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-/.年]")
_APART = re.compile(r"[\t]|[ \u3000\u00a0]{2,}|(?<![A-Za-z,.，、])[ \u3000\u00a0](?![A-Za-z])")
# What was done to a text is no part of its source's name.
_REMARK = re.compile(
    r"参与互动|\s*[/／]\s*(?:文|图|摄|报道)|(?:阅读|浏览|点击|人气|播放|(?:我要)?评论)量?\s*[（(\d]|[，,]\s*(?:略?有(?:删|改)|经授权|仅供)|返回[\u4e00-\u9fff]{2,8}[,，]"
)
# What an editor is called in the house: 卞一帆 SF064, 陶闻_KF0417.
_CODE = re.compile(r"[\s_]+[A-Z]{1,3}\d{2,5}(?=\s*$|[\]】）)])")
_MORE_NAME = re.compile(r"^(?!昨天|今天|前天|发表|阅读|通讯员)[\u4e00-\u9fff·]{2,3}$")
_NO_VALUE = re.compile(
    r"^(?:[\[【]?\s*(?:成文|发布|生成)(?:日期|时间).*|本站|网络|互联网|未知|佚名|无|原创|不详|暂无|图)?$"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with what its label names; the value quotes the original."""

    name: str
    value: str
    span: Span


_WRITERS = ("记者", "顾问", "评论员", "撰稿人", "分析师")


def labelled(lines: Iterable[Line]) -> tuple[Labelled, ...]:
    """The labelled values of the lines, in order; empty values left out."""
    return tuple(each for line in lines for each in _of_line(line))


def first(found: Iterable[Labelled], name: str) -> Read[str]:
    """The first value of that name."""
    for each in found:
        if each.name == name:
            return Read(each.value, State.GIVEN, each.span)
    return unknown()


def _of_line(line: Line) -> Iterator[Labelled]:
    matches = list(_LABEL.finditer(line.plain))
    for at, match in enumerate(matches):
        label = match["label"] or match["bare"]
        name = SOURCE
        if label:
            name = AUTHOR if label.endswith(_WRITERS) else _NAMED[_bare(label)]
        end = matches[at + 1].start() if at + 1 < len(matches) else len(line.plain)
        begin, end = _trimmed(line.plain, match.end(), end, may_be_several=name != SOURCE)
        is_value = begin < end and not _NO_VALUE.match(line.plain[begin:end])
        if name != OTHER and is_value and end - begin <= MAX_VALUE:
            span = Span(line.span.start + begin, line.span.start + end)
            yield Labelled(name, line.text[begin:end], span)


def _bare(label: str) -> str:
    return _BLANK.sub("", label).removeprefix("本文")


def _trimmed(plain: str, begin: int, end: int, *, may_be_several: bool) -> tuple[int, int]:
    """Where the value stands without dates, brackets and what follows it unlabelled."""
    dates = [d.span.start for d in find_dates(plain[begin:end]) if d.is_absolute or d.is_relative]
    ends = [begin + at for at in dates] + [m.start() for m in _YEAR.finditer(plain, begin, end)]
    ends += [m.start() for m in _REMARK.finditer(plain, begin, end)]
    end = min([end, *ends])
    opened = _OPENED.search(plain[begin:end].rstrip(_EDGES + "）)】]"))
    titled = _TITLED.match(plain, begin, end)
    if titled:
        return titled.span("value")
    while begin < end and plain[begin] in _EDGES:
        begin += 1
    if opened and opened.start():
        end = min(end, begin + opened.start())
    end = _end_of_value(plain, begin, end, may_be_several=may_be_several)
    code = _CODE.search(plain, begin, end)
    end = code.start() if code else end
    while end > begin and plain[end - 1] in _EDGES + "）)】]":
        end -= 1
    return begin, end


def _end_of_value(plain: str, begin: int, end: int, *, may_be_several: bool) -> int:
    """The value ends at a gap, unless another name follows it."""
    for gap in _APART.finditer(plain, begin, end):
        rest = _APART.split(plain[gap.end() : end].strip(_EDGES + "）)】]"))[0]
        if not (may_be_several and _MORE_NAME.match(rest)):
            return gap.start()
    return end
