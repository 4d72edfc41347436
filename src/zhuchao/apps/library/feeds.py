"""What a watched source is, list page, feed or site map, and which pages it lists."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

import feedparser
from defusedxml import ElementTree  # type: ignore[import-untyped]
from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from django.utils.html import strip_tags

from zhuchao.core.errors import Unreadable
from zhuchao.core.reading.addresses import canonical, identity, same_site
from zhuchao.core.reading.listing import MAX_TITLE, is_article_path, is_file, listed_pages
from zhuchao.core.vocabulary.listed import ListedPage

LIST, FEED, SITEMAP = "list", "feed", "sitemap"
# The protocol's own limit for a site map, unpacked.
MOST_UNPACKED = 50 * 1024 * 1024
# Parts of a site map that are followed, the latest first: some sites keep one for each day.
MOST_PARTS = 20
HEAD = 2000
GZIP = b"\x1f\x8b"
GZIP_WRAPPING = 31

_ROOT = re.compile(rb"<(?:\w+:)?(rss|RDF|feed|urlset|sitemapindex)[\s>]")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source listed; ``parts`` are the addresses of a site map's parts."""

    form: str
    pages: tuple[ListedPage, ...]
    parts: tuple[str, ...] = ()


def listing_of(raw: bytes, *, address: str) -> Listing:
    """The pages that the source at ``address`` lists, in its order, each once.

    Raises: Unreadable, with what it is not.
    """
    raw = _unpacked(raw)
    root = _ROOT.search(raw[:HEAD].replace(b"\0", b""))
    if root is None:
        return Listing(LIST, listed_pages(raw, address=address))
    reader = _READERS.get(root[1], _feed)
    return reader(raw, address)


def _unpacked(raw: bytes) -> bytes:
    if not raw.startswith(GZIP):
        return raw
    try:
        unpacker = zlib.decompressobj(GZIP_WRAPPING)
        whole = unpacker.decompress(raw, MOST_UNPACKED + 1)
    except zlib.error:
        raise Unreadable("压缩的站点地图已损坏，请稍后重试") from None
    if len(whole) > MOST_UNPACKED:
        raise Unreadable("站点地图解压后超过 50 MB，无法读取：请改用它的分部网址")
    return whole


def _feed(raw: bytes, address: str) -> Listing:
    # From a stream: a plain argument could be taken for an address to fetch or a file to open.
    found = feedparser.parse(io.BytesIO(raw), response_headers={"content-location": address})
    if not found.version:
        raise Unreadable("订阅源的内容已损坏，无法读取：请在浏览器中打开核对")
    entries = ((each.get("link", ""), each.get("title", "")) for each in found.entries)
    return Listing(FEED, tuple(_pages(entries, address)))


def _sitemap(raw: bytes, address: str) -> Listing:
    told = ((_text(entry, "loc"), _text(entry, "news/title")) for entry in _entries(raw, "url"))
    pages = [page for page in _pages(told, address) if same_site(page.address, address)]
    articles = [page for page in pages if page.title or is_article_path(page.address)]
    return Listing(SITEMAP, tuple(articles or pages))


def _index(raw: bytes, address: str) -> Listing:
    entries = sorted(_entries(raw, "sitemap"), key=lambda each: _text(each, "lastmod"))
    places = [canonical(_text(entry, "loc"), base=address) for entry in reversed(entries)]
    parts = [each for each in places if each is not None and same_site(each, address)]
    return Listing(SITEMAP, (), tuple(dict.fromkeys(parts))[:MOST_PARTS])


_READERS: dict[bytes, Callable[[bytes, str], Listing]] = {
    b"urlset": _sitemap,
    b"sitemapindex": _index,
}


def _entries(raw: bytes, tag: str) -> list[Element]:
    try:
        root = ElementTree.fromstring(raw)
    except (ParseError, DefusedXmlException, ValueError):
        raise Unreadable("站点地图的写法有误，无法读取：请在浏览器中打开核对") from None
    return [each for each in root if _name(each) == tag]


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element, path: str) -> str:
    """The text at a path of local names; empty where there is none."""
    for step in path.split("/"):
        below = next((each for each in element if _name(each) == step), None)
        if below is None:
            return ""
        element = below
    return (element.text or "").strip()


def _pages(told: Iterable[tuple[str, str]], address: str) -> Iterator[ListedPage]:
    seen = {identity(address)}
    for reference, title in told:
        place = canonical(reference, base=address) if reference else None
        if place is None or is_file(place) or identity(place) in seen:
            continue
        seen.add(identity(place))
        yield ListedPage(place, " ".join(strip_tags(title or "").split())[:MAX_TITLE])
