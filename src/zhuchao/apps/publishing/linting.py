"""An article's own words held against the advertising law; what was read elsewhere is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zhuchao.apps.publishing import mapping
from zhuchao.core.compliance import lint
from zhuchao.core.vocabulary.advertising import Finding, Gravity, Group
from zhuchao.core.vocabulary.read import Span
from zhuchao.tables.advertising import ad_tables

# How many characters beside a passage are shown with it.
AROUND = 10
KINDS = {
    "heading": "小标题",
    "table": "表格",
    "caption": "图注",
    "picture": "图片说明",
    "quote": "引文",
    "attachment": "附件",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article with its place in words; ``is_own`` unless it quotes."""

    place: str
    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Complaint:
    """A finding and where it stands; ``before`` and ``after`` are what surrounds it there, with …
    where they were cut."""

    place: str
    before: str
    after: str
    finding: Finding

    @property
    def is_error(self) -> bool:
        return self.finding.rule.gravity is Gravity.ERROR

    @property
    def is_for_lawyers(self) -> bool:
        return self.finding.rule.group is Group.REVIEW

    @property
    def is_hidden(self) -> bool:
        """Whether a term was written so that it is not seen, which no proof excuses."""
        return self.finding.rule.group is Group.EVASIVE


def complaints(page: Any) -> tuple[Complaint, ...]:
    """What of a page's own words may not be published so, in reading order."""
    pieces = [each for each in _pieces(page) if each.text.strip()]
    text = "\n".join(each.text for each in pieces)
    starts = _starts(pieces)
    quoted = [
        Span(start, start + len(each.text))
        for start, each in zip(starts, pieces, strict=True)
        if not each.is_own
    ]
    return tuple(
        _complaint(each, pieces, starts) for each in lint(text, ad_tables(), quoted=quoted)
    )


def barring(found: Sequence[Complaint], note: str) -> list[Complaint]:
    """Those that forbid publication: evasive spellings, and other errors that no note answers."""
    return [each for each in found if each.is_error and (each.is_hidden or not note.strip())]


def sentence(found: Sequence[Complaint]) -> str:
    """Why the article cannot be published so; ``found`` is what ``barring`` gave, not empty."""
    named = "、".join(dict.fromkeys(f"“{each.finding.written}”" for each in found[:3]))
    way = "请改写，或在“核实说明”里写明由谁核实、什么出处"
    if any(each.is_for_lawyers for each in found):
        way = "请改写，或送法务审查后在“核实说明”里写明由谁审查、什么依据"
    if any(each.is_hidden for each in found):
        way = "请改写"
    return f"{named}等 {len(found)} 处不能这样发布：{way}"


def _pieces(page: Any) -> Iterator[Piece]:
    stored = _read(page)
    others, body = _others_lines(stored), mapping.paragraphs_of(page.body)
    yield Piece("标题", page.title, page.title.strip() not in others)
    # What an excerpt repeats of the body is judged there.
    told = _undivided("".join([*others, *(each.text for each in body)]))
    yield Piece("摘要", page.excerpt, _undivided(page.excerpt.rstrip("…")) not in told)
    for number, each in enumerate(body, 1):
        is_own = not page.is_official and each.kind != "quote" and each.text.strip() not in others
        yield Piece(f"第 {number} 段{KINDS.get(each.kind, '')}", each.text, is_own)


def _read(page: Any) -> Any:
    """What the page was made of; only articles are made of what was read."""
    read_page = getattr(page, "read_page", None)
    return read_page.page if read_page is not None else {}


def _others_lines(stored: Any) -> tuple[str, ...]:
    """The lines of what was read: they are told on, never altered."""
    zones = [str(zone["text"]).strip() for zone in stored.get("body", [])]
    names = ("title", "original_title")
    heads = [str((stored.get(name) or {}).get("value") or "") for name in names]
    return tuple(each for each in (*heads, *zones) if each)


def _undivided(text: str) -> str:
    return "".join(text.split())


def _starts(pieces: Sequence[Piece]) -> list[int]:
    starts, at = [], 0
    for each in pieces:
        starts.append(at)
        at += len(each.text) + 1
    return starts


def _complaint(found: Finding, pieces: Sequence[Piece], starts: Sequence[int]) -> Complaint:
    if found.span.start == found.span.end:
        return Complaint("全文", "", "", found)
    at = max(index for index, start in enumerate(starts) if start <= found.span.start)
    text, start = pieces[at].text, found.span.start - starts[at]
    end = start + found.span.end - found.span.start
    before = "…" * (start > AROUND) + text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND] + "…" * (end + AROUND < len(text))
    return Complaint(pieces[at].place, before, after, found)
