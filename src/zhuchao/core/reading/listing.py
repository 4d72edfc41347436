"""The articles that a list page links to, told from its menus, its paging and its files."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from statistics import fmean
from urllib.parse import unquote, urlsplit

from resiliparse.parse.html import HTMLTree

from zhuchao.core.errors import Unreadable
from zhuchao.core.reading.addresses import canonical, identity, same_site
from zhuchao.core.reading.decoding import decode
from zhuchao.core.reading.markup import is_markup, is_tangled
from zhuchao.core.vocabulary.listed import ListedPage

# Chinese menu entries have two to five characters (新闻中心, 招商引资), headlines more.
MIN_TITLE = 6
MAX_TITLE = 200
# Beyond this a headline says no more about being one.
ENOUGH_TITLE = 30
# Of a group of articles most carry a headline; of a group of menu entries few do.
MIN_HEADLINES = 0.5
MIN_ID_DIGITS = 4
MIN_SLUG_WORDS = 4
# The same words on so many addresses ("查看详情") are no title.
REPEATED = 3

NO_LIST = "这个网址不是列表页、订阅源或站点地图：请填写文章列表的网址"
TANGLED = "页面的标记过于混乱，无法找出文章链接：请换一个列表页"
NO_ARTICLES = "页面上没有找到文章链接：请确认这是文章列表页，或改用它的 RSS、站点地图"

_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|bmp|svg|ico|pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|gz|tar"
    r"|mp[34]|avi|mov|wmv|flv|apk|exe|css|js|json|xml|rss|atom|txt)$",
    re.IGNORECASE,
)
_PAGING = re.compile(
    r"[\d\s.,…<>«»‹›|\[\]()-]*|第?\s*\d+\s*页|(?:上|下|前|后)[一1]?页|首页|末页|尾页"
    r"|更多\W*|查看更多|more\W*|next\W*|prev(?:ious)?\W*|(?:read|see) more|返回(?:列表|首页|顶部)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-/_]?(?:0?[1-9]|1[0-2])(?:[-/_]?[0-3]?\d)?(?!\d)")
_DIGITS = re.compile(r"\d+")
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|iframe|noembed|noframes)\b[^>]*>.*?</(?P=raw)>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s>]*)(?P<attributes>(?:[^>\"]|\"[^\"]*\")*+)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_PAIRS = re.compile(r"\s([^\s=\"]+)=\"([^\"]*)\"")
_BASE = re.compile(r"<base\b[^>]*?\shref=\"([^\"]*)\"")
_SPACES = re.compile(r"\s+")
_WORD_DIRECTORY = re.compile(r"[^/]*[^/0\W][^/]*/")


@dataclass(frozen=True, slots=True)
class _Link:
    """A link with its best title; ``fine`` is its path with digits folded, ``coarse`` also with
    the names of directories folded."""

    address: str
    title: str
    fine: str
    coarse: str
    is_article: bool

    @property
    def weight(self) -> int:
        headline = min(len(self.title), ENOUGH_TITLE) if len(self.title) >= MIN_TITLE else 0
        return headline or MIN_TITLE * self.is_article


def listed_pages(raw: bytes | str, *, address: str) -> tuple[ListedPage, ...]:
    """The articles that the list page at ``address`` links to, in its order, each once.

    Raises: Unreadable, when it is no HTML, too tangled to parse, or links to no articles.
    """
    text, _ = decode(raw)
    if not is_markup(text):
        raise Unreadable(NO_LIST)
    if is_tangled(text):
        raise Unreadable(TANGLED)
    found = _main_group(list(_links(_named(text, address))))
    if not found:
        raise Unreadable(NO_ARTICLES)
    return tuple(ListedPage(link.address, link.title) for link in found)


def is_article_path(address: str) -> bool:
    """Whether an address looks like an article's: a date, a long number, or a long slug."""
    if _is_dated(address):
        return True
    path, _, query = address.partition("?")
    last = unquote(path).rstrip("/").rpartition("/")[2] + "?" + query
    longest = max((len(run) for run in _DIGITS.findall(last)), default=0)
    return longest >= MIN_ID_DIGITS or _is_slug(last)


def is_file(address: str) -> bool:
    """Whether an address names a file that is no page: a picture, a document, an archive."""
    return bool(_FILES.search(urlsplit(address).path))


def _named(markup: str, address: str) -> dict[str, list[str]]:
    """The addresses linked to within the site, in order, with all that they are called."""
    serialised = str(HTMLTree.parse(markup))
    stated = _BASE.search(serialised)
    base = canonical(unescape(stated[1]) if stated else "", base=address) or address
    own = identity(address)
    found: dict[str, tuple[str, list[str]]] = {}
    for reference, called in _anchors(serialised):
        place = canonical(reference, base=base)
        if place is not None and _may_be_article(place, address, own):
            found.setdefault(identity(place), (place, []))[1].extend(_titles(called))
    return dict(found.values())


def _anchors(serialised: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each link's reference and what it is called, in one pass: a text names its nearest link."""
    open_links: list[tuple[str, str, list[str]]] = []
    for _, close, tag, attributes, text in _TOKEN.findall(serialised):
        if text and open_links:
            open_links[-1][2].append(text)
        elif tag == "a" and not close:
            stated = {name: unescape(value) for name, value in _PAIRS.findall(attributes)}
            open_links.append((stated.get("href", ""), stated.get("title", ""), []))
        elif tag == "a" and open_links:
            reference, title, texts = open_links.pop()
            yield reference, (unescape("".join(texts)), title)


def _may_be_article(place: str, address: str, own: str) -> bool:
    key = identity(place)
    is_above = key.endswith("/") and own.startswith(key)
    return key != own and not is_above and not is_file(place) and same_site(place, address)


def _titles(called: Iterable[str]) -> Iterator[str]:
    for written in called:
        title = _SPACES.sub(" ", written.replace("\0", "")).strip()
        if title:
            yield title


def _links(named: dict[str, list[str]]) -> Iterator[_Link]:
    uses = Counter(title for titles in named.values() for title in set(titles))
    for place, titles in named.items():
        if titles and all(_PAGING.fullmatch(title) for title in titles):
            continue
        told = [each for each in titles if uses[each] < REPEATED and not _PAGING.fullmatch(each)]
        title = max(told, key=len, default="")[:MAX_TITLE]
        fine = _shape(place)
        coarse = _WORD_DIRECTORY.sub("w/", fine)
        yield _Link(place, title, fine, coarse, is_article_path(place))


def _main_group(links: Sequence[_Link]) -> list[_Link]:
    """The links of the heaviest kind of path; of its directories only those with headlines."""
    groups: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        groups[link.fine].append(link)
    chosen = [group for group in groups.values() if _has_headlines(group)]
    if not chosen:
        chosen = [group for group in groups.values() if all(link.is_article for link in group)]
    weights: Counter[str] = Counter()
    for group in chosen:
        weights[group[0].coarse] += sum(link.weight for link in group)
    if not weights:
        return []
    main = max(weights, key=lambda coarse: weights[coarse])
    fine = {link.fine for group in chosen for link in group if link.coarse == main}
    kept = [link for link in links if link.fine in fine]
    return kept if len(kept) > 1 or kept[0].is_article else []


def _has_headlines(group: Iterable[_Link]) -> bool:
    told = [len(link.title) >= MIN_TITLE or _is_dated(link.address) for link in group]
    return fmean(told) >= MIN_HEADLINES


def _shape(address: str) -> str:
    """What the addresses of one site's articles have in common."""
    parts = urlsplit(address)
    directory, _, last = unquote(parts.path).rpartition("/")
    name = "~" if _is_slug(last) or not last.isascii() else _DIGITS.sub("0", last)
    keys = "&".join(sorted(pair.partition("=")[0] for pair in parts.query.split("&") if pair))
    return _DIGITS.sub("0", directory) + f"/{name}" + (f"?{keys}" if keys else "")


def _is_slug(last: str) -> bool:
    return len(re.findall(r"[a-zA-Z]{2,}", last.replace("_", "-"))) >= MIN_SLUG_WORDS


def _is_dated(address: str) -> bool:
    return bool(_DATE.search(unquote(urlsplit(address).path)))
