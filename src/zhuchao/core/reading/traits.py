"""What is seen of a line, as words that can be weighed: its form, its place, its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import add

from zhuchao.core.reading.judging import MAX_LINKS
from zhuchao.core.reading.lines import Container, Line, Sheet
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.reading.wording import MAX_SHORT
from zhuchao.core.vocabulary.page import ZoneKind

# Traits that are often seen together.
Look = tuple[str, ...]

# What these are is told by signs of their own.
_SURE = frozenset({ZoneKind.TITLE, ZoneKind.ORIGINAL_TITLE, ZoneKind.BREADCRUMB, ZoneKind.EDITOR})
MIN_TOLD = 30
# Of a longer line its beginning and its end are looked at.
MAX_READ = 40
READ_ENDS = 14
MAX_WHOLE = 8
MAX_BRIEF = 12
# How far it is to those that stand around a line, and whether their form counts.
_STEPS = ((-2, False), (-1, True), (1, True), (2, False))
# So far above and below the title and the end of the text a place is told exactly.
ABOVE_TITLE, BELOW_TITLE = 3, 6
ABOVE_END, BELOW_END = 2, 6

# So many lines above and below the text furniture is weighed, and at the end of a list.
ABOVE, BELOW, LISTED = 10, 40, 40
# What stands so few lines below a brief line that is no link may be under it, as under a head.
UNDER, MAX_HEAD, MAX_HEAD_LINKS = 20, 8, 0.5
# So many looks and places of lines are put into words once.
KNOWN = 4096

# So many blocks with names are looked at, and so many letters of each word.
NAMED, NAME = 3, 5
_NAME = re.compile(r"[a-z]{2,}")
_FIGURE = re.compile(r"\d+")
_FIGURES = "0123456789"
_SIGNS = frozenset('。！？；，、：:|｜/()（）【】[]《》“”"…·-—>＞»+＋#▲△●■')


def traits_of(
    sheet: Sheet,
    kinds: Sequence[ZoneKind],
    seen: Sequence[ZoneKind],
    title_at: int | None,
    text: range,
) -> Iterator[tuple[int, set[str], list[Look]]]:
    """The lines that may be weighed, with their words and with their other traits in groups.

    ``kinds`` are what the lines are taken for, ``seen`` what each is by itself, ``text`` is from
    the first sentence to the last (``text_of``).
    """
    lines = sheet.lines
    forms: list[tuple[Look, Look] | None] = [None] * len(lines)
    title = len(lines) if title_at is None else title_at
    near = range(min(title, text.start) - ABOVE, text.stop + BELOW)
    named: dict[int, Look] = {}
    head = -UNDER - 1
    for at, line in enumerate(lines):
        if _may_be_weighed(line, kinds[at]) and _is_near(line, kinds, at, near, text):
            looks = [_seen(seen[at]), _form(lines, forms, at)[0]]
            looks.append(_place(line, kinds[at], at, title, text))
            looks.append(_under(lines[head].plain if at - head <= UNDER else ""))
            looks.append(_named(sheet.containers, line.container, named))
            linked = int(line.link_share * 3)
            for step, has_form in _STEPS:
                kind = kinds[at + step] if 0 <= at + step < len(lines) else None
                form = _form(lines, forms, at + step)[1] if has_form and kind else ()
                looks.append(_beside(step, kind, linked if form else 0, form))
            yield at, _words(line.plain), looks
        if line.link_share < MAX_HEAD_LINKS and len(line.plain) <= MAX_HEAD:
            head = head if line.plain.isdigit() else at


def text_of(lines: Sequence[Line]) -> range:
    """From the first sentence of the page to the last; the whole page where none is."""
    told = [
        at for at, line in enumerate(lines) if line.link_share < MAX_LINKS and is_sentence(line)
    ]
    return range(told[0], told[-1] + 1) if told else range(len(lines))


def _may_be_weighed(line: Line, kind: ZoneKind) -> bool:
    """No long line, no sentence of the text."""
    if len(line.text) > MAX_SHORT or kind in _SURE:
        return False
    is_told = kind is ZoneKind.PARAGRAPH and len(line.text) >= MIN_TOLD
    return not (is_told and line.plain.endswith("。"))


def _is_near(line: Line, kinds: Sequence[ZoneKind], at: int, near: range, text: range) -> bool:
    """Far from the text furniture is hardly anything else, nor is a list but at its end.

    Nor is what stands amid other furniture beside the text.
    """
    kind = kinds[at]
    if kind is ZoneKind.NAVIGATION and not line.in_region:
        is_beside = at in text and kinds[at - 1] is kind and kinds[at + 1 : at + 2] == [kind]
        return at in near and not is_beside
    return kind is not ZoneKind.RELATED or any(
        each is not kind for each in kinds[at + 1 : at + 1 + LISTED]
    )


def _form(
    lines: Sequence[Line], forms: list[tuple[Look, Look] | None], at: int
) -> tuple[Look, Look]:
    """A line's form, and as much of it as counts beside another."""
    form = forms[at]
    if form is None:
        line, text = lines[at], lines[at].plain
        figures = sum(map(text.count, _FIGURES))
        form = forms[at] = _in_words(
            size_of(len(text)),
            sort_of(text[0]),
            sort_of(text[-1]),
            line.tag,
            int(line.link_share * 3),
            min(5, len(text.split())),
            stops_of(text),
            -(-3 * figures // len(text)),
        )
    return form


def stops_of(text: str) -> str:
    has_stop = "。" in text or "；" in text or "！" in text or "？" in text
    has_colon = "：" in text or ":" in text
    return "." * has_stop + "," * ("，" in text) + ":" * has_colon


@lru_cache(KNOWN)
def _in_words(
    size: str, first: str, last: str, tag: str, linked: int, words: int, stops: str, figures: int
) -> tuple[Look, Look]:
    beside = (size, f"ends {last}", f"begins {first}", f"tag {tag}", f"linked {linked}")
    whole = (
        *beside,
        f"words {words}",
        f"stops {stops}",
        f"figures {figures}",
    )
    return whole, beside


@cache
def _seen(kind: ZoneKind) -> Look:
    return (f"seen {kind}",)


@cache
def size_of(length: int) -> str:
    """Lengths that hardly differ are one: the longer, the wider apart."""
    return f"size {((length + 1) ** 3).bit_length() // 2}"


@lru_cache(KNOWN)
def sort_of(character: str) -> str:
    if character in _SIGNS:
        return character
    if "\u4e00" <= character <= "\u9fff":
        return "字"
    if character.isdecimal():
        return "0"
    return "a" if character.isalnum() else "*"


def _words(text: str) -> set[str]:
    """Each two neighbouring characters, figures drawn together; a very short line also whole."""
    read = _FIGURE.sub("0", text) if _FIGURE.search(text) else text
    if len(read) > MAX_READ:
        read = f"{read[:READ_ENDS]}~{read[-READ_ENDS:]}"
    framed = f"^{read}$"
    found = set(map(add, framed, framed[1:]))
    if len(read) <= MAX_WHOLE:
        found.add(f"={read}")
    return found


def _named(containers: Sequence[Container], at: int, known: dict[int, Look]) -> Look:
    """How the nearest block that bears a name is called; neighbours mostly stand in the same."""
    while at >= 0 and not containers[at].hints:
        at = containers[at].parent
    look = known.get(at)
    if look is None:
        look = known[at] = _in_names(*_names(containers, at))
    return look


def _names(containers: Sequence[Container], at: int) -> tuple[str, str]:
    """How a block is called, and the blocks around it that bear names."""
    names: list[str] = []
    while at >= 0 and len(names) < NAMED:
        if containers[at].hints:
            names.append(containers[at].hints)
        at = containers[at].parent
    return (names[0], " ".join(names[1:])) if names else ("", "")


@lru_cache(KNOWN)
def _in_names(own: str, around: str) -> Look:
    its, theirs = (sorted({n[:NAME] for n in _NAME.findall(names)}) for names in (own, around))
    return (*(f"named {name}" for name in its), *(f"within {name}" for name in theirs))


def _place(line: Line, kind: ZoneKind, at: int, title: int, text: range) -> Look:
    return _placed(
        "above" if at < text.start else "amid" if at in text else "below",
        max(-ABOVE_TITLE, min(BELOW_TITLE, at - title)),
        max(-ABOVE_END, min(BELOW_END, at - text.stop + 1)),
        (
            size_of(len(line.text)),
            int(line.link_share * 3),
            line.in_region,
            line.is_bold,
            line.follows_picture,
        ),
        (kind, len(line.text) <= MAX_BRIEF, sort_of(line.plain[-1])),
    )


@lru_cache(KNOWN)
def _placed(
    part: str,
    from_title: int,
    from_end: int,
    look: tuple[str, int, bool, bool, bool],
    taken: tuple[ZoneKind, bool, str],
) -> Look:
    size, linked, is_in_region, is_bold, follows_picture = look
    kind, is_brief, last = taken
    return (
        f"{part} {from_title >= 0}",
        f"{part} {size}",
        f"{part} linked {linked}",
        f"{part} region {is_in_region}",
        f"bold {is_bold} {follows_picture}",
        f"title {from_title}",
        f"end {from_end}",
        f"kind {kind}",
        f"kind {kind} {is_in_region}",
        f"kind {kind} {is_brief}",
        f"kind {kind} ends {last}",
    )


@lru_cache(KNOWN)
def _under(head: str) -> Look:
    if not head:
        return ("under none",)
    return f"under {head[:2]}", f"under {head[-2:]}"


@lru_cache(KNOWN)
def _beside(step: int, kind: ZoneKind | None, linked: int, form: Look) -> Look:
    """What stands so many lines above or below, beside a line with so many links."""
    if kind is None:
        return (f"{step} none",)
    told = (f"{step} kind {kind}",)
    if not form:
        return told
    return (*told, f"{step} kind {kind} linked {linked}", *(f"{step} {trait}" for trait in form))
