"""What a reader passes on: an address, and a few lines to paste into a chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.hand.figures import plain, show
from zhuchao.faces.hand.sheets import PRICES
from zhuchao.faces.hand.terms import find_term, label_of, show_term

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact
    from zhuchao.apps.properties.models import Offer
    from zhuchao.apps.publishing.models import PublishedPage

MOST_FIGURES = 3
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
    return Shareable(page.title, told or ((page.excerpt,) if page.excerpt else ()), address)


def _key_figures(terms: Sequence[Term]) -> Iterator[str]:
    for keys in KEY_FIGURES:
        found = next(filter(None, (find_term(terms, key) for key in keys)), None)
        if found is not None:
            yield f"{label_of(found.key)}：{show_term(found)}"
        elif keys == PRICES:
            yield UNPRICED


def _figures_of(page: PublishedPage) -> list[str]:
    """What was read of the page's source, as far as the page still says so."""
    source = getattr(page, "read_page_id", None)
    if source is None:
        return []
    body = _bare(strip_tags(str(page.body)))
    measures = library.measures(PUBLIC, source)
    told = [_in_words(each) for each in measures if _bare(each.sentence) in body]
    return list(dict.fromkeys(filter(None, told)))[:MOST_FIGURES]


def _in_words(fact: Fact) -> str:
    metric, unit = fact.value["metric"]["value"], str(fact.value["value"].get("unit") or "")
    if not metric or fact.amount is None:
        return ""
    if not unit and abs(fact.amount) <= 1:
        return f"{metric}：{plain(fact.amount * 100, 1)}%"
    return f"{metric}：{show(fact.amount, unit)}"


def _bare(text: str) -> str:
    return "".join(text.split())
