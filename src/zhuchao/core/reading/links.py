"""Where the links of a page lead: the source's own address, files to download."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Link, Sheet
from zhuchao.core.vocabulary.page import Attachment, ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

NO_ADDRESS = "页面上没有给出来源的网址"
FROM_LINK = "来源名称上的链接"

_WEB = re.compile(r"https?:|^//", re.I)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)
_TYPED = re.compile(
    r"(?:https?://|www\.)[\w.-]+\.[a-z]{2,10}(?:[/?#][^\s，。；）)\]】>\"']*)?", re.I
)
_NAMES_SOURCE = re.compile(
    # What WeChat calls 阅读原文 leads anywhere.
    r"(?<!阅读)(?<!查看)"
    r"(?:原文|来源|出处|源文|转载|转自|首发)(?:链接|地址|网址|网站|页面)?"
)
_HEAD = re.compile(
    r"^\s*(?:相关)?附件(?:下载|列表|信息|清单)?\s*(?:[\d一二三四五六七八九十]{1,2}(?=\s*[:：.．、\s]))?[:：.．、]?\s*"
    r"|^附\s*[:：]\s*"
)
_NUMBER = re.compile(
    r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十])[）)]?\s*[.、．:：]\s*(?=\D)|^\d{1,2}\s+(?=\D)"
)
_CALL = re.compile(r"^\W*(?:点击|立即|附件)?(?:下载|查看|打开|预览)(?:附件)?\W*$")
_CALLED = re.compile(
    r"[\s【\[（(]*(?:点击)?(?:下载|查看|预览)[】\]）)]*(?:[（(][^（）()]{1,10}[）)])?$"
)
_SIZE = re.compile(r"[\s（(]+[\d.]+\s*[KMG]?B?(?:[,，]\s*下载次数\s*[:：]\s*\d+)?[)）]?\s*$", re.I)
_TOLD_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|dwg|dxf|jpe?g|png|gif|bmp|tiff?)\b", re.I
)


def absolute(address: str, *, base: str) -> str:
    """The address as it can be opened; as written where the page's own is not known."""
    if not base:
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def base_of(sheet: Sheet, address: str) -> str:
    """What the page's links start from: its declared base, else its own address, else ""."""
    if sheet.head.base and (address or _WEB.match(sheet.head.base)):
        return absolute(sheet.head.base, base=address)
    return address


def source_address_of(
    source: Read[str], lines: Sequence[Line], kinds: Sequence[ZoneKind], *, base: str
) -> Read[str]:
    """The address of the original: linked from the source's name, or written after its label."""
    told = {ZoneKind.META, ZoneKind.EDITOR, ZoneKind.SHARE, ZoneKind.ORIGINAL_TITLE}
    told_of = [line for line, kind in zip(lines, kinds, strict=True) if kind in told]
    for line in told_of:
        for link in line.links:
            if _leads_to_source(link, source, line):
                address = absolute(link.address, base=base)
                return Read(address, State.GIVEN, _place(link, line))
    for line in told_of:
        typed = _TYPED.search(line.text)
        if typed and _NAMES_SOURCE.search(line.text[: typed.start()]):
            begin = line.span.start + typed.start()
            return Read(typed[0], State.GIVEN, Span(begin, begin + len(typed[0])))
    return unknown(NO_ADDRESS)


def _leads_to_source(link: Link, source: Read[str], line: Line) -> bool:
    if not _WEB.match(link.address) and _SCHEME.match(link.address):
        return False
    if not link.address or link.address.startswith("#"):
        return False
    name, shown = key_of(source.value or ""), key_of(link.text)
    if name and shown and (shown in name or name in shown):
        return True
    return bool(_NAMES_SOURCE.search(link.text)) and bool(_WEB.match(link.address))


def _may_lead(address: str) -> bool:
    return bool(address) and not address.startswith(("#", "javascript:"))


def _place(link: Link, line: Line) -> Span | None:
    text = link.text.strip()
    at = line.text.find(text)
    return Span(line.span.start + at, line.span.start + at + len(text)) if at >= 0 else None


def attachments_of(
    lines: Sequence[Line], kinds: Sequence[ZoneKind], *, base: str
) -> tuple[Attachment, ...]:
    """The files that the page offers, in order, each once."""
    found: dict[tuple[str, str], Attachment] = {}
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not ZoneKind.ATTACHMENT and not line.links:
            continue
        for each in _offered(line, kind, base):
            found.setdefault((each.name, each.address), each)
    return tuple(found.values())


def _offered(line: Line, kind: ZoneKind, base: str) -> Iterator[Attachment]:
    if kind is ZoneKind.NAVIGATION:
        return
    linked = list(_linked(line, kind, base))
    yield from linked
    if linked or kind is not ZoneKind.ATTACHMENT:
        return
    head = _HEAD.match(line.text)
    name = line.text[head.end() :] if head else line.text
    number = _NUMBER.match(name)
    begin = line.span.end - len(name) + (number.end() if number else 0)
    name = _CALLED.sub("", _SIZE.sub("", name[number.end() :] if number else name))
    if name and (_TOLD_FILE.search(name) or head or number):
        yield Attachment(name, "", Span(begin, begin + len(name)))


def _linked(line: Line, kind: ZoneKind, base: str) -> Iterator[Attachment]:
    offered = line.documents or (line.links if kind is ZoneKind.ATTACHMENT else ())
    for link in offered:
        place = _place(link, line)
        if place is not None and not _CALL.match(link.text) and _may_lead(link.address):
            name = _HEAD.sub("", link.text.strip()) or link.text.strip()
            span = Span(place.end - len(name), place.end)
            yield Attachment(name, absolute(link.address, base=base), span)
