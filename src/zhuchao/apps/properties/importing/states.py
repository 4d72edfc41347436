"""States of offers as sheets call them, and the way from a draft to each."""

from __future__ import annotations

from zhuchao.apps.properties.models import Offer
from zhuchao.apps.properties.services import FOLLOWS

_S = Offer.State
CALLED = {
    "上架": _S.ON, "可租": _S.ON, "可售": _S.ON, "空置": _S.ON, "待租": _S.ON, "待售": _S.ON,
    "已租": _S.DONE, "已售": _S.DONE, "成交": _S.DONE, "下架": _S.OFF,
    "洽谈": _S.UNDER_OFFER, "预留": _S.HELD,
}  # fmt: skip


def state_of(written: str) -> str:
    """The state that is meant; empty where none is."""
    by_label = {state.label: state.value for state in _S}
    plain = written.strip()
    called = CALLED.get(plain)
    return (
        by_label.get(plain)
        or (called.value if called else "")
        or (plain if plain in _S.values else "")
    )


def way_to(state: str) -> tuple[str, ...]:
    """The states through which a new draft comes there, the shortest way."""
    ways: list[tuple[str, ...]] = [()]
    seen = {_S.DRAFT.value}
    if state == _S.DRAFT:
        return ()
    for way in ways:
        for after in FOLLOWS[way[-1] if way else _S.DRAFT]:
            if after == state:
                return (*way, after)
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()
