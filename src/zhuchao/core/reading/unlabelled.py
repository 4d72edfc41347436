"""A meta line without labels: ``admin8个月前 (09-24)园区动态7``, ``滨江日报 昨天 18:30``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

FROM_POSITION = "没有标签，按其在标题下一行中的位置推定"

_NO_NAME = (
    r"(?:编辑|发[布表]|更新|原创|首发|转载|阅读|浏览|点击|点赞|在看|只看|楼主"
    r"|\S{0,2}编号|[^\s·|｜]{0,8}(?:领域|从业)[^\s·|｜]{0,4}|优质作者|\S{0,3}(?:日期|时间))"
)
_BEFORE = re.compile(
    rf"^\W*(?:原创\s+)?(?:由\s+)?(?!{_NO_NAME}(?:\W|于|$))(?P<value>\w[\w .·&-]{{0,30}}?)"
    r"\W*(?:发布于|发表于|已?于)?\W*$"
)
# An app's line: who wrote it, and under which account.
_PAIR = re.compile(
    rf"^\s*(?:原创\s+)?(?!{_NO_NAME})(?P<person>[\u4e00-\u9fff·]{{2,4}})\s+"
    r"(?P<account>[\u4e00-\u9fff][\u4e00-\u9fff\w·]{2,19})\s*$"
)
_BEHIND = re.compile(
    rf"^\s*[·|｜•]\s*(?!{_NO_NAME})(?P<value>[^\W\d][^·|｜•\d]{{3,15}}?)\s*(?:[·|｜•]|$)"
)
_AFTER = re.compile(r"^\W*(?P<value>[^\W\d]{2,20}?)\W*(?P<count>\d{0,9})\W*$")
_LAST = re.compile(r"(?:^|\s)(?P<value>[^\W\d]{3,16})\s+$")
_NEXT = re.compile(r"^\s+(?P<value>[^\W\d]{3,16})(?=\s|$)")
MAX_PERSON = 3
# Persons have short names; what is longer, or ends like a medium or an office, is a source.
_MEDIUM = re.compile(
    r"(?:报|网|社|台|刊|局|委|办|府|厅|院|会|所|中心|集团|公司|发布|在线|观察|视点|财经|新闻|快讯|客户端|融媒)$"
)
# What an app says of an account beside its name tells that the account is the author.
# 老周聊园区 is a person, whatever follows.
_NICKNAME = re.compile(
    "(?:^|[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})[老阿大小](?=[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方"
    "任袁柳史唐薛雷贺汤罗毕郝傅齐康余顾孟黄萧尹姚邵汪毛贝米戴宋茅庞熊舒屈项祝董梁杜阮蓝季贾江童颜郭林钟徐邱骆高夏蔡田樊胡"
    "凌霍虞万卢莫房解应宗丁邓洪包左石崔龚程邢裴陆翁段侯焦谷车仇武刘叶白蒲赖卓乔谭温庄柴易廖])"
    "|(?:姐|哥|叔|师傅|同学)(?:聊|说|谈|看|讲|$)"
)
_FEED = re.compile(r"官方账号|创作者|领域达人|万?粉丝|IP属地|发布于\S{2,4}$|优质作者")
_POSTED = re.compile(rf"{cues.POSTED.pattern}|^只看楼主")
_POSTER = re.compile(r"^楼主[:：]?\s+")
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,3}|[A-Za-z][\w .-]*")


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """What stands around the date of such a line."""

    source: Read[str]
    author: Read[str]
    category: Read[str]
    views: Read[int]


def first_unlabelled(metas: Iterable[Line], category: Read[str]) -> Unlabelled:
    """The values of the first dated line without labels; ``category`` is that of the breadcrumb."""
    found = Unlabelled(unknown(), unknown(), unknown(), unknown())
    lines = list(metas)
    for line in lines:
        dates = find_dates(line.plain)
        if dates and not cues.META_LABEL.search(line.plain):
            found = _split(line, dates[0].span, category.value or "")
            break
    if not found.source.is_known:
        media = (medium for line in lines if (medium := _medium(line)).is_known)
        found = replace(found, source=next(media, unknown()))
    pair = next((match for line in lines if (match := _pair(line))), None)
    if pair is not None:
        return replace(found, source=pair[0], author=pair[1])
    bare = (line for line in lines if not find_dates(line.plain))
    alone = next((line for line in bare if _is_account(line)), None)
    return found if alone is None else _with_account(found, alone, lines)


def _medium(line: Line) -> Read[str]:
    """A medium named right before or behind the day, whatever else the line tells."""
    dates = find_dates(line.plain)
    if not dates:
        return unknown()
    for place, start, end in ((_LAST, 0, dates[0].span.start), (_NEXT, dates[0].span.end, None)):
        match = place.search(line.plain[start:end])
        if match and _MEDIUM.search(match["value"]):
            return _quoted(line, start + match.start("value"), start + match.end("value"))
    return unknown()


def _is_account(line: Line) -> bool:
    """A name that is no label of what an office files: 成文日期."""
    return bool(cues.ACCOUNT.match(line.plain)) and not cues.RECORD.match(line.plain)


def _with_account(found: Unlabelled, alone: Line, lines: Sequence[Line]) -> Unlabelled:
    """An account on a line of its own: in forums and feeds who wrote, else the medium."""
    poster = _POSTER.match(alone.plain)
    account = _quoted(alone, poster.end() if poster else 0, len(alone.text))
    if poster:
        return replace(found, author=account)
    # In a forum an account is a person's.
    if any(_POSTED.search(line.plain) for line in lines):
        return replace(found, author=account)
    is_feed = any(_FEED.search(line.plain) for line in lines)
    if _PERSON.fullmatch(alone.plain) and not is_feed:
        is_author = not found.author.is_known and _heads(alone, lines)
        return replace(found, author=account) if is_author else found
    if is_feed and _NICKNAME.search(alone.plain):
        return replace(found, author=account)
    return replace(found, source=account, author=account if is_feed else found.author)


def _heads(alone: Line, lines: Sequence[Line]) -> bool:
    """Whether a name is the first thing told, right above the date."""
    return len(lines) > 1 and lines[0] is alone and bool(find_dates(lines[1].plain))


def _pair(line: Line) -> tuple[Read[str], Read[str]] | None:
    """The account and who wrote for it, on a line of their own."""
    match = _PAIR.match(line.plain)
    if match is None or len(match["person"]) > MAX_PERSON or len(match["account"]) <= MAX_PERSON:
        return None
    return _quoted(line, *match.span("account")), _quoted(line, *match.span("person"))


def _split(line: Line, dated: Span, category: str) -> Unlabelled:
    pair = _PAIR.match(line.plain[: dated.start])
    if pair:
        source, author = (_quoted(line, *pair.span(name)) for name in ("account", "person"))
        return Unlabelled(source, author, unknown(), unknown())
    who = _part(line, _BEFORE, 0, dated.start)
    if not who.is_known:
        who = _part(line, _BEHIND, dated.end, len(line.text))
    after = _part(line, _AFTER, dated.end, len(line.text))
    if not who.is_known and _MEDIUM.search(after.value or ""):
        who = after
    is_medium = who.value is not None and (
        bool(_MEDIUM.search(who.value)) or not _PERSON.fullmatch(who.value)
    )
    source, author = (who, unknown()) if is_medium else (unknown(), who)
    at = line.text.find(category, dated.end) if category else -1
    if at >= 0:
        return Unlabelled(source, author, unknown(), _number(line, at + len(category)))
    views = _number(line, after.span.end - line.span.start) if after.span else unknown()
    # Only a number behind it tells a category from the province that an app adds.
    return Unlabelled(source, author, after if views.is_known else unknown(), views)


def _part(line: Line, pattern: re.Pattern[str], start: int, end: int) -> Read[str]:
    match = pattern.match(line.text[start:end])
    if not match:
        return unknown()
    begin = line.span.start + start + match.start("value")
    span = Span(begin, begin + len(match["value"]))
    return Read(match["value"], State.INFERRED, span, why=FROM_POSITION)


def _quoted(line: Line, start: int, end: int) -> Read[str]:
    span = Span(line.span.start + start, line.span.start + end)
    return Read(line.text[start:end], State.INFERRED, span, why=FROM_POSITION)


def _number(line: Line, start: int) -> Read[int]:
    match = re.fullmatch(r"\W*(\d{1,9})\W*", line.text[start:])
    if not match:
        return unknown()
    begin = line.span.start + start + match.start(1)
    span = Span(begin, begin + len(match[1]))
    return Read(int(match[1]), State.INFERRED, span, why=FROM_POSITION)
