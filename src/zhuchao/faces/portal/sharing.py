"""What a reader passes on: an address, and a few lines to paste into a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from django.utils.text import Truncator

from zhuchao.apps.publishing.mapping import PARAGRAPH, paragraphs_of
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
# A number with what it counts; 二期, 第三条 and 一个 tell none.
FIGURE = re.compile(
    r"(?<!第)(?!一[户家个人台条座栋套])[\d一二两三四五六七八九十百千][\d.,一二两三四五六七八九十百千零〇多余]*(?:万|亿)*\s?"
    r"(?:元|美元|亩|公顷|平方米|平方公里|㎡|平(?!方)|公里|千米|米|吨|千瓦|兆瓦|千伏|人|户|家|个(?!月)|台|条|座|栋|套|%|％)"
)
BREAK = re.compile(r"[，。；：！？;\n]|,(?!\d)")
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
    """The clauses of the page's own words that tell a figure: quoted, never put into others.

    Told by form and not by ``core.facts``: a page is rendered for each change around it.
    """
    running = (each.text for each in paragraphs_of(page.body) if each.kind in RUNNING)
    clauses = (clause.strip() for text in running for clause in BREAK.split(text))
    told = (each for each in clauses if len(each) <= LONGEST_FIGURE and FIGURE.search(each))
    return list(islice(dict.fromkeys(told), MOST_FIGURES))
