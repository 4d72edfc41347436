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
    rf"^\s*(?:原创\s+)?(?!{_NO_NAME})(?P<person>[\u4e00-\u9fff·]{{2,4}}|[A-Za-z][\w.-]{{1,15}})\s+"
    r"(?P<account>[\u4e00-\u9fff][\u4e00-\u9fff\w·]{2,19})\s*$"
)
_BEHIND = re.compile(
    rf"^\s*[·|｜•]\s*(?!{_NO_NAME})(?P<value>[^\W\d][^·|｜•\d]{{3,15}}?)\s*(?:[·|｜•]|$)"
)
_AFTER = re.compile(r"^\W*(?P<value>[^\W\d]{2,20}?)\W*(?P<count>\d{0,9})\W*$")
_LAST = re.compile(r"(?:^|\s)(?P<value>[^\W\d]{3,16})\s+$")
_NEXT = re.compile(r"^\s+(?P<value>[^\W\d]{3,16})(?=\s|$)")
# An account that says its name twice: in the head of a public account, and as whose it is.
_TWICE = re.compile(r"^(?:原创\s+)?(?P<value>[^\W\d]\w{1,15})\s+(?P=value)$")
# What an app says of an account, also glued to its name.
_CALLED = re.compile(
    r"(?:优质|资深|知名)?[\u4e00-\u9fff]{2,4}(?:领域)?(?:优质)?(?:创作者|达人|自媒体|博主)|\S{0,12}官方账号|IP属地\S*"
)
MIN_NAME = 4
MAX_PERSON = 3
# Persons have short names; what is longer, or ends like a medium or an office, is a source.
_MEDIUM = re.compile(
    r"(?:报|网|社|台|刊|局|委|办|府|厅|院|会|所|中心|集团|公司|发布|在线|财经|新闻|快讯|客户端|融媒)$"
)
_PRESS = re.compile(r"(?:[日晚时早商晨导周市]报|网|通讯社|电视台|杂志)$")
# What an app says of an account beside its name tells that the account is the author.
_FEED = re.compile(r"官方账号|创作者|领域达人|万?粉丝|IP属地|发布于\S{2,4}$|优质作者")
# A public account's or an app's line: 原创 某某观察 昨天 21:36 江苏.
_ORIGINAL = re.compile(r"^原创(?:\s|$)")
_PUBLIC = re.compile(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s+\d{1,2}:\d\d\s+(?:发表于)?[\u4e00-\u9fff]{2,3}$"
)
_APP = re.compile(
    r"(?:[昨前今]天|\d{1,2}\s?(?:分钟|小时|天)前)(?:\s*\d{1,2}[:：]\d\d)?(?:$|[\s·|｜]+[\u4e00-\u9fff]{2,3}$)"
    r"|\d[:：]\d\d[\s·]+(?:发表于)?[\u4e00-\u9fff]{2,3}$"
)
_POSTED = re.compile(rf"{cues.POSTED.pattern}|^只看楼主")
_POSTER = re.compile(r"^楼主[:：]?\s+")
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,3}|[A-Za-z][\w .-]*")


_UNKNOWN: Read[str] = unknown()
_UNCOUNTED: Read[int] = unknown()


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """What stands around the date of such a line; ``account`` is under whose name it appeared."""

    source: Read[str] = _UNKNOWN
    author: Read[str] = _UNKNOWN
    category: Read[str] = _UNKNOWN
    views: Read[int] = _UNCOUNTED
    account: Read[str] = _UNKNOWN


def first_unlabelled(metas: Iterable[Line], category: Read[str], text_at: int) -> Unlabelled:
    """The values of the first dated line without labels; ``category`` is that of the breadcrumb.

    An account on a line of its own is one only above ``text_at``, where the text begins.
    """
    found = Unlabelled()
    lines = list(metas)
    for line in lines:
        dates = find_dates(line.plain)
        if dates and not cues.META_LABEL.search(line.plain):
            found = _split(line, dates[0].span, category.value or "")
            break
    if not (found.source.is_known or found.account.is_known):
        media = (medium for line in lines if (medium := _medium(line)).is_known)
        found = replace(found, source=next(media, unknown()))
    pair = next((match for line in lines if (match := _pair(line))), None)
    if pair is not None:
        return replace(found, account=pair[0], author=pair[1])
    twice = (line for line in lines if _TWICE.match(line.plain))
    for line in twice:
        return replace(found, account=_part(line, _TWICE, 0, len(line.text)))
    above = (line for line in lines if line.span.start < text_at)
    bare = (line for line in above if not find_dates(line.plain))
    alone = next((line for line in bare if _is_account(line)), None)
    return found if alone is None else _with_account(found, alone, lines)


def _medium(line: Line) -> Read[str]:
    """A medium named right before or behind the day, whatever else the line tells."""
    dates = find_dates(line.plain)
    if not dates:
        return unknown()
    for place, start, end in ((_LAST, 0, dates[0].span.start), (_NEXT, dates[0].span.end, None)):
        beside = line.plain[start:end]
        # Behind a name a blank must stand, which is soon seen.
        match = place.search(beside) if place is _NEXT or beside[-1:].isspace() else None
        if match and _MEDIUM.search(match["value"]):
            return _quoted(line, start + match.start("value"), start + match.end("value"))
    return unknown()


def _is_account(line: Line) -> bool:
    """A name that is no label of what an office files: 成文日期."""
    return bool(cues.ACCOUNT.match(line.plain)) and not cues.RECORD.match(line.plain)


def _with_account(found: Unlabelled, alone: Line, lines: Sequence[Line]) -> Unlabelled:
    """A name on a line of its own is the account, unless it is a person's above no date."""
    poster = _POSTER.match(alone.plain)
    account = _quoted(alone, poster.end() if poster else 0, len(alone.text))
    is_told = any(_POSTED.search(line.plain) or _FEED.search(line.plain) for line in lines)
    is_person = _PERSON.fullmatch(alone.plain) and not (poster or is_told)
    if is_person and (found.author.is_known or not _heads(alone, lines)):
        return found
    if _PRESS.search(alone.plain) and not (poster or is_told):
        return replace(found, source=account)
    return replace(found, account=account)


def _heads(alone: Line, lines: Sequence[Line]) -> bool:
    """Whether a name is the first thing told, right above the date."""
    return len(lines) > 1 and lines[0] is alone and bool(find_dates(lines[1].plain))


def _pair(line: Line) -> tuple[Read[str], Read[str]] | None:
    """The account and who wrote for it, on a line of their own."""
    match = _PAIR.match(line.plain)
    if match is None or len(match["account"]) <= MAX_PERSON:
        return None
    if len(match["person"]) > MAX_PERSON and not match["person"].isascii():
        return None
    return _quoted(line, *match.span("account")), _quoted(line, *match.span("person"))


def _split(line: Line, dated: Span, category: str) -> Unlabelled:
    pair = _PAIR.match(line.plain[: dated.start])
    if pair:
        account, author = (_quoted(line, *pair.span(name)) for name in ("account", "person"))
        return Unlabelled(account=account, author=author)
    who = _part(line, _BEFORE, 0, dated.start)
    if not who.is_known:
        who = _part(line, _BEHIND, dated.end, len(line.text))
    after = _part(line, _AFTER, dated.end, len(line.text))
    if not who.is_known and _may_be_medium(line, dated, after.value or ""):
        return Unlabelled(source=after)
    if not who.is_known:
        who = _name_behind(line, dated.end)
    named = _named(who, line)
    at = line.text.find(category, dated.end) if category else -1
    if at >= 0:
        return replace(named, views=_number(line, at + len(category)))
    views = _number(line, after.span.end - line.span.start) if after.span else unknown()
    # Only a number behind it tells a category from the province that an app adds.
    return replace(named, category=after if views.is_known else unknown(), views=views)


def _may_be_medium(line: Line, dated: Span, name: str) -> bool:
    """Named like one, or all that stands behind the day and the hour of a whole date."""
    if _MEDIUM.search(name):
        return True
    is_alone = len(name) >= MIN_NAME and line.plain[dated.end :].strip() == name
    is_alone = is_alone and not _CALLED.search(name)
    whole = find_dates(dated.of(line.plain))
    return is_alone and len(whole) == 1 and whole[0].is_absolute and whole[0].clock is not None


def _name_behind(line: Line, start: int) -> Read[str]:
    """The account behind a day and a place, without what the app says of it."""
    rest = line.plain[start:]
    if not _CALLED.search(rest):
        return unknown()
    for token in re.finditer(r"[^\s·|｜•]+", rest):
        called = _CALLED.search(token[0])
        end = token.start() + (called.start() if called else len(token[0]))
        if end - token.start() >= MIN_NAME:
            return _quoted(line, start + token.start(), start + end)
    return unknown()


def _named(who: Read[str], line: Line) -> Unlabelled:
    """What a name beside the date is: a medium or an office, an account, or a person."""
    if who.value is None:
        return Unlabelled()
    if _ORIGINAL.match(line.plain) or _PUBLIC.search(line.plain):
        return Unlabelled(account=who)
    if _MEDIUM.search(who.value):
        return Unlabelled(source=who)
    if _APP.search(line.plain):
        return Unlabelled(account=who)
    return Unlabelled(author=who) if _PERSON.fullmatch(who.value) else Unlabelled(account=who)


def _part(line: Line, pattern: re.Pattern[str], start: int, end: int) -> Read[str]:
    match = pattern.match(line.text[start:end])
    if not match:
        return unknown()
    value = match["value"]
    # An app's copied line says an account twice, once for its picture.
    half = len(value) // 2
    value = value[:half] if half >= MIN_NAME and value == 2 * value[:half] else value
    begin = start + match.start("value")
    return _quoted(line, begin, begin + len(value))


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
