"""A text cut into what may be single messages: rows, numbered items, blocks, lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.read import Span

MIN_TABS = 2
# Rows whose cells hold no figure name the columns.
_FIGURE = re.compile(r"\d")
_FLOOR = re.compile(r"楼层|层数|所在层")
_WHICH = later(r"栋|幢|名称|项目|位置|区域|地址|地点|地块|编号|房号|园区|厂房|仓库")
_LINE = re.compile(r"[^\n\r]+")
_BLANK_LINES = re.compile(r"\n[ \t\u3000]*\r?\n\s*")
_NUMBERED = later(
    r"(?:^|(?<=[\n。;；]))[ \t\u3000]*"
    r"(?:[（(【\[]?(?P<figure>\d{1,3})(?:[）)】\]、:：]|[.．](?!\d)|\ufe0f?\u20e3)"
    r"|(?P<circled>[\u2460-\u2473])|(?P<chinese>[一二三四五六七八九十]{1,2})、)"
)
# 地块一, A地块, 2号地, 宗地3: plots that are told one after another; houses, too (A栋, 2#厂房).
_NTH = r"[A-Ha-h]|\d{1,2}|[一二三四五六七八九]"
_PLOT = later(
    rf"(?:地块|宗地|标的|资产)(?P<behind>{_NTH})(?![\d.亩平㎡])"
    rf"|(?<![\dA-Za-z一二三四五六七八九共第])(?P<front>{_NTH})(?:号地块?|#地块?|[号#]?宗地|地块|[号#栋]厂房|[号#]仓库|[号#]楼)"
)
# A栋 4500平…, B栋 4200平…; 2号厂房:… 5号厂房:… at the start of a line each.
_LETTERED = later(r"(?<![A-Za-z\d])(?P<letter>[A-H])(?:栋|座|幢|库|区)(?!和|、|及)")
_HOUSE = later(r"(?:^|(?<=[\n；;]))[ \t]*(?P<nth>\d{1,3})[号#](?:厂房|仓库|车间|楼|库|地块)[:：]")
# What is told of one more, behind what is told of the first.
_ONE_MORE = later(r"(?<=[,，;；。\n])(?:另外?|还)(?:还)?有?一(?:处|套|栋|幢|块|个|间)")
_HEADING = later(r"[^\d\n:：]{2,30}[:：\n]")
_CIRCLED = re.compile(r"[\u2460-\u2473]")
_LABEL = later(r"(?:^|\n)[ \t\u3000]*[【\[]?(?P<label>[\u4e00-\u9fff]{2,6})[】\]]?[ \t]*[:：]")
# 均为净地: what is said of all of them, behind the last.
_OF_ALL = re.compile(r"(?<=[,，;；。\s])(?:以上|均|都|全部|统一|整体)[^\n]*$")
# Whom to ring about all of them, behind the last.
_CONTACT = later(r"(?<=[;；。,，\s])[^;；。,，\s\d]{0,16}\d[\d -]{6,14}\d[^;；。\n\d]{0,8}$")
_LETTERS = "ABCDEFGH"
_CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and the places of the paste that it was put together from."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Items in order, with what stands above and below all of them.

    ``is_marked`` tells that the text itself shows where an item begins.
    """

    items: list[Piece]
    is_marked: bool = True
    head: list[Piece] = field(default_factory=list)
    tail: list[Piece] = field(default_factory=list)


def joined(several: Sequence[Piece]) -> Piece:
    """The pieces one below the other."""
    text = "\n".join(piece.text for piece in several)
    return Piece(text, tuple(span for piece in several for span in piece.spans))


def rows(text: str) -> Listed:
    """Rows of cells apart by tabs; a first row without figures names the columns of the others."""
    found = [match.span() for match in _LINE.finditer(text)]
    are_rows = [text.count("\t", start, end) >= MIN_TABS for start, end in found]
    if sum(are_rows) < 2:
        return Listed([])
    at = are_rows.index(True)
    head = [_piece(text, *place) for place in found[:at]]
    table = [place for place, is_row in zip(found[at:], are_rows[at:], strict=True) if is_row]
    rest = [place for place, is_row in zip(found[at:], are_rows[at:], strict=True) if not is_row]
    names: list[str] = []
    if not _FIGURE.search(text, *table[0]):
        names = [cell.strip() for cell in text[slice(*table[0])].split("\t")]
        table = [] if _are_of_floors(names) else table[1:]
    items = [_row(text, place, names) for place in table]
    return Listed(items, head=head, tail=[_piece(text, *place) for place in rest])


def _are_of_floors(names: Sequence[str]) -> bool:
    """Whether the rows are the floors of one house, by what their columns are called."""
    has_floor = any(_FLOOR.search(name) for name in names)
    return has_floor and not any(_WHICH.search(name) for name in names)


def _row(text: str, place: tuple[int, int], names: Sequence[str]) -> Piece:
    start, told, spans = place[0], [], []
    for at, cell in enumerate(text[slice(*place)].split("\t")):
        shown = cell.strip()
        if shown:
            begin = start + cell.index(shown)
            spans.append(Span(begin, begin + len(shown)))
            name = names[at] if at < len(names) else ""
            told.append(f"{name}：{shown}" if name else shown)
        start += len(cell) + 1
    return Piece("\n".join(told), tuple(spans))


def numbered(text: str) -> Listed:
    """Items that count up from one: 1、 2. （3） ④ 五、, on lines of their own or in one line."""
    starts = list(_counted_up(text))
    return _from(text, starts)


def plots(text: str) -> Listed:
    """Plots or houses that count up from one, or from A: 地块一 … 地块二 …, A地块 … B地块 …"""
    awaited, starts = 1, list[int]()
    for found in _PLOT.finditer(text):
        if _nth(found["behind"] or found["front"]) == awaited:
            starts.append(found.start())
            awaited += 1
    return _from(text, starts if len(starts) > 1 else _houses(text))


def _houses(text: str) -> list[int]:
    """Where houses are told, each by its letter from A on, or by a number of its own."""
    lettered = [
        found
        for at, found in enumerate(islice(_LETTERED.finditer(text), len(_LETTERS)))
        if found["letter"] == _LETTERS[at]
    ]
    if len(lettered) > 1:
        return [found.start() for found in lettered]
    numbered = list(_HOUSE.finditer(text))
    are_distinct = len({found["nth"] for found in numbered}) == len(numbered)
    return [found.start() for found in numbered] if are_distinct else []


def further(text: str) -> Listed:
    """One thing, and behind it one more: 浏河一处3000平…；另有一处在沙溪….

    A heading in front is for both.
    """
    more = [found.start() for found in _ONE_MORE.finditer(text)]
    heading = _HEADING.match(text)
    return _from(text, [heading.end() if heading else 0, *more]) if more else Listed([])


def _from(text: str, starts: Sequence[int]) -> Listed:
    """The items that begin at these places, with what is said above and below for all of them."""
    if len(starts) < 2:
        return Listed([])
    items = [_piece(text, a, b) for a, b in pairwise([*starts, len(text)])]
    head = _piece(text, 0, starts[0])
    items, tail = _without_tail(text, items)
    return Listed(items, head=[head] if head.text else [], tail=tail)


def _nth(written: str) -> int:
    if written.isdigit():
        return int(written)
    is_letter = written.isascii()
    return ord(written.lower()) - 0x60 if is_letter else _CHINESE.index(written) + 1


def _counted_up(text: str) -> Iterator[int]:
    awaited = 1
    marks = [(match.start(), _number_of(match)) for match in _NUMBERED.finditer(text)]
    circled = [(match.start(), ord(match[0]) - 0x245F) for match in _CIRCLED.finditer(text)]
    for start, number in sorted({*marks, *circled}):
        if number == awaited:
            yield start
            awaited += 1


def _number_of(match: re.Match[str]) -> int:
    if match["figure"]:
        return int(match["figure"])
    if match["circled"]:
        return ord(match["circled"]) - 0x245F
    written = match["chinese"]
    if len(written) == 1:
        return _CHINESE.index(written) + 1
    return 10 + _CHINESE.index(written[1]) + 1 if written[0] == "十" else 0


def _without_tail(text: str, items: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Below the last item a line after a blank one, or the last of several lines, is for all."""
    (span,) = items[-1].spans
    cut = _BLANK_LINES.search(text, span.start, span.end)
    contact = _OF_ALL.search(text, span.start, span.end) or _CONTACT.search(
        text, span.start, span.end
    )
    at = cut.start() if cut else text.find("\n", span.start, span.end)
    at = contact.start() if at < 0 and contact else at
    if at < 0:
        return items, []
    last, tail = _piece(text, span.start, at), _piece(text, at, span.end)
    return ([*items[:-1], last], [tail]) if tail.text else (items, [])


def blocks(text: str) -> Listed:
    """What blank lines part."""
    cuts = [match.span() for match in _BLANK_LINES.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    found = (_piece(text, start, end) for start, end in zip(starts, ends, strict=True))
    return Listed([piece for piece in found if piece.text], is_marked=False)


def labelled(text: str) -> Listed:
    """Blocks that begin with the same label each, or with the same line."""
    labels = [(match.start("label"), match["label"]) for match in _LABEL.finditer(text)]
    titles = [(match.start(), match[0].strip()) for match in _LINE.finditer(text)]
    told = sorted([*labels, *(each for each in titles if not _FIGURE.search(each[1]))])
    count = Counter(name for _, name in told)
    first = next((name for _, name in told if count[name] > 1 and len(name) > 1), None)
    starts = [text.rfind("\n", 0, start) + 1 for start, name in told if name == first]
    if len(starts) < 2:
        return Listed([])
    head = _piece(text, 0, starts[0])
    items = [_piece(text, a, b) for a, b in pairwise([*starts, len(text)])]
    return Listed(items, head=[head] if head.text else [])


def lines(text: str) -> Listed:
    """Each line."""
    found = (_piece(text, *match.span()) for match in _LINE.finditer(text))
    return Listed([piece for piece in found if piece.text], is_marked=False)


def _piece(text: str, start: int, end: int) -> Piece:
    shown = text[start:end].strip()
    begin = start + text[start:end].index(shown)
    return Piece(shown, (Span(begin, begin + len(shown)),))
