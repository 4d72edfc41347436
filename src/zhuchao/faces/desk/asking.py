"""What an owner is sent so that the owner confirms an offer by one tap."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zhuchao.core.carriers import STALE_AFTER_DAYS
from zhuchao.faces.hand.moments import date_cn

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer, OwnerAsk


def owner_path(ask: OwnerAsk) -> str:
    """The owner's page on the portal, from the root of the site."""
    return f"/owner/{ask.token}/"


def owner_sentence(offer: Offer, ask: OwnerAsk, origin: str) -> str:
    """Ready to be pasted into a chat: which offer, since when, and where to answer."""
    since = (
        f"上次与您核实是 {date_cn(offer.confirmed_on)}" if offer.confirmed_on else "还没与您核实过"
    )
    return (
        f"您好，您委托的“{offer.title}”（编号 {offer.code}）{since}。"
        f"请点开链接，选一下“还在、已租出、有变化”，不用登录：{origin}{owner_path(ask)}"
        f" （{date_cn(ask.expires_on)}前有效）"
    )


def age_of(confirmed_on: date | None, today: date) -> str:
    """How long ago the owner was heard of, and what follows from it."""
    if confirmed_on is None:
        return "从未核实"
    days = (today - confirmed_on).days
    if days <= 0:
        return "今天核实"
    left = STALE_AFTER_DAYS - days
    return f"{days} 天前核实" + (f"，再过 {left} 天转为待复核" if 0 <= left <= 15 else "")
