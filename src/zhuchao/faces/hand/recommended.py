"""Offers recommended on one sheet: side by side, one by one, and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import property_of
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.faces.hand.figures import Shown
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.printouts import Columns, in_columns
from zhuchao.faces.hand.sheets import Classified, Group, classified, sheet
from zhuchao.faces.hand.terms import find_term, label_of, show_term

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import SharedOffer, SharedSheet
    from zhuchao.apps.properties.models import Offer

# Beside place, size and price; a column that no offer fills is left out.
COMPARED = (
    FieldKey.HEIGHT, FieldKey.LOAD, FieldKey.POWER, FieldKey.CRANE, FieldKey.FIRE_CLASS,
    FieldKey.FAR, FieldKey.TITLE,
)  # fmt: skip
GONE = {"done": "已成交", "under_offer": "洽谈中", "held": "暂留"}
OFF = "已下架"


@dataclass(frozen=True, slots=True)
class Recommended:
    """An offer in its place; of one that is no longer on nothing is told but ``gone``."""

    place: int
    code: str
    answer: str
    gone: str
    item: Classified | None = None
    groups: tuple[Group, ...] = ()
    street: str = ""
    address: str = ""
    figures: tuple[tuple[str, Shown | None], ...] = ()

    @property
    def columns(self) -> Columns:
        """The groups as a printed page has them."""
        return in_columns(list(self.groups))


@dataclass(frozen=True, slots=True)
class Compared:
    """The offers that are on as rows; a cell that is not known is None."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Recommended, tuple[Shown | None, ...]], ...]


def recommended(
    shared: Iterable[SharedOffer], address_of: Callable[[str], str]
) -> list[Recommended]:
    """``address_of`` gives the public page of a code; it is asked only where there is one."""
    return [_recommended(each, address_of) for each in shared]


def compared(found: Sequence[Recommended]) -> Compared:
    """What is told of at least one offer, as columns."""
    on = [each for each in found if each.item is not None]
    heads = [label for label, _ in on[0].figures] if on else []
    told = [at for at in range(len(heads)) if any(each.figures[at][1] for each in on)]
    return Compared(
        tuple(heads[at] for at in told),
        tuple((each, tuple(each.figures[at][1] for at in told)) for each in on),
    )


def sheet_text(record: SharedSheet, found: Iterable[Recommended], address: str) -> str:
    """The sheet as a message: what a client reads in a chat."""
    note = [record.note] if record.note else []
    until = f"网页：{address}（有效期至{date_cn(record.expires_on)}）"
    blocks = ["\n".join([f"【{record.title}】", *note]), *map(_block, found), until]
    return "\n\n".join(blocks)


def _recommended(shared: SharedOffer, address_of: Callable[[str], str]) -> Recommended:
    offer = shared.offer
    if offer.state != "on":
        gone = GONE.get(offer.state, OFF)
        return Recommended(shared.place, offer.code, shared.answer, gone)
    terms = property_of(PUBLIC, offer).terms
    item = classified(offer)
    return Recommended(
        shared.place,
        offer.code,
        shared.answer,
        "",
        item=item,
        groups=tuple(sheet(terms, offer.kind)),
        street=offer.address,
        address=address_of(offer.code) if offer.is_public else "",
        figures=tuple(_figures(item, terms, offer)),
    )


def _figures(
    item: Classified, terms: Sequence[Term], offer: Offer
) -> list[tuple[str, Shown | None]]:
    found = [(label_of(key), find_term(terms, key.value)) for key in COMPARED]
    return [
        ("区域", _plain(item.place)),
        ("面积", item.area),
        ("价格", item.price),
        *((label, show_term(term) if term is not None else None) for label, term in found),
        ("核实于", _day(offer.confirmed_on)),
    ]


def _plain(text: str) -> Shown | None:
    return Shown(text, "", text) if text else None


def _day(day: date | None) -> Shown | None:
    return _plain(f"{day:%m-%d}") if day is not None else None


def _block(one: Recommended) -> str:
    if one.item is None:
        return f"{one.place}. {one.code} {one.gone}"
    told = "，".join(f"{label} {shown}" for label, shown in one.figures if shown is not None)
    lines = [f"{one.place}. {one.item.title}（{one.code}）", told]
    return "\n".join([*lines, f"详情：{one.address}"] if one.address else lines)
