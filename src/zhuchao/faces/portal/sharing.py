"""What a reader passes on: an address, and a few lines to paste into a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import Truncator

from zhuchao import tables as reference
from zhuchao.apps.publishing.mapping import PARAGRAPH, paragraphs_of
from zhuchao.core import reading
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.hand.sheets import PRICES
from zhuchao.faces.hand.terms import find_term, label_of, show_term

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer
    from zhuchao.apps.publishing.models import PublishedPage

MOST_FIGURES = 3
# A longer clause is no line of a chat.
LONGEST_FIGURE = 40
LONGEST_EXCERPT = 80
# Where figures are told in clauses; a table has cells.
RUNNING = (PARAGRAPH, "quote")
BREAK = re.compile(r"[，。；：！？,;\n]")
# One of each line: how large, how much, and what a plant is chosen by.
KEY_FIGURES = (("area", "land_area"), PRICES, ("height", "load", "power", "crane", "far"))
UNPRICED = "价格面议"


@dataclass(frozen=True, slots=True)
class Shareable:
    """A page to pass on."""

    title: str
    figures: tuple[str, ...]
    address: str

    @property
    def text(self) -> str:
        return "\n".join([f"【{self.title}】", *self.figures, self.address])


def of_offer(offer: Offer, address: str) -> Shareable:
    """An offer with its size, its price and one figure more."""
    return Shareable(offer.title, tuple(_key_figures(terms_from_json(offer.terms))), address)


def of_page(page: PublishedPage, address: str) -> Shareable:
    """A page of the tree with three figures that it tells; its excerpt where it tells none."""
    told = tuple(_figures_of(page))
    excerpt = (Truncator(page.excerpt).chars(LONGEST_EXCERPT),) if page.excerpt else ()
    return Shareable(page.title, told or excerpt, address)


def _key_figures(terms: Sequence[Term]) -> Iterator[str]:
    for keys in KEY_FIGURES:
        found = next(filter(None, (find_term(terms, key) for key in keys)), None)
        if found is not None:
            yield f"{label_of(found.key)}：{show_term(found)}"
        elif keys == PRICES:
            yield UNPRICED


def _figures_of(page: PublishedPage) -> list[str]:
    """The clauses of the page's own words that tell a figure: quoted, never put into others."""
    body = "\n".join(each.text for each in paragraphs_of(page.body) if each.kind in RUNNING)
    if not body.strip():
        return []
    tables = reference.load()
    read = reading.read(f"{page.title}\n{body}", tables=tables, fetched_at=None)
    spans = [each.value.span for each in find(read, tables).measures]
    told = [_clause(read.text, span) for span in spans if span is not None]
    return [each for each in dict.fromkeys(told) if 0 < len(each) <= LONGEST_FIGURE][:MOST_FIGURES]


def _clause(text: str, span: Span) -> str:
    before, after = (
        BREAK.split(text[: span.start])[-1],
        BREAK.split(text[span.end :], maxsplit=1)[0],
    )
    return f"{before}{span.of(text)}{after}".strip()
