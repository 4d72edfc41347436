"""Asking owners again before an offer goes stale, and taking their answers by a link."""

from __future__ import annotations

from datetime import date, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.models import Offer, OwnerAsk
from zhuchao.apps.properties.ticking import tick
from zhuchao.core.carriers import FADING_AFTER_DAYS, STALE_AFTER_DAYS
from zhuchao.core.errors import NotFound, Refused

_S, _A = Offer.State, OwnerAsk.Answer
# What can be asked about: it is shown, or was until it grew stale.
ASKABLE = (_S.ON, _S.HELD, _S.STALE)
# A link is good for three weeks; an owner is not asked more often than once a week.
OPEN_DAYS = 21
ASK_AGAIN_AFTER_DAYS = 7
# A slip can be put right; whoever has the link cannot go on for ever.
MOST_ANSWERS = 3
LONGEST_REMARK = 500


@transaction.atomic
def ask_owner(viewer: Viewer, offer_id: int, *, today: date) -> OwnerAsk:
    """A link for the owner; within a week, or while it is unanswered, the same one again.

    Raises: NotFound, NotAllowed; Refused, when the offer is not one that stands.
    """
    offer = _locked(viewer, offer_id)
    require(viewer, Subject.OFFER, Act.CHANGE, offer)
    if offer.state not in ASKABLE:
        raise Refused(f"“{offer.get_state_display()}”的房源不用询问业主")
    known = offer.asks.filter(expires_on__gte=today).order_by("-asked_on", "-pk").first()
    again_from = today - timedelta(days=ASK_AGAIN_AFTER_DAYS)
    if known is not None and (not known.answer or known.asked_on > again_from):
        return known
    ask = OwnerAsk.objects.create(
        offer=offer,
        token=token_urlsafe(24),
        asked_on=today,
        expires_on=today + timedelta(days=OPEN_DAYS),
    )
    log(viewer, "ask_owner", Subject.OFFER, offer)
    return ask


def ask_where_due(viewer: Viewer, *, today: date) -> int:
    """Ask about every offer whose confirmation fades or is stale; how many have a new link."""
    fades_from = today - timedelta(days=FADING_AFTER_DAYS)
    shown = narrow(viewer, Offer.objects.all(), Subject.OFFER, Act.CHANGE)
    due = shown.filter(state__in=ASKABLE).exclude(confirmed_on__gte=fades_from)
    asked = due.exclude(asks__expires_on__gte=today).order_by("pk").values_list("pk", flat=True)
    for offer_id in list(asked):
        ask_owner(viewer, offer_id, today=today)
    return len(asked)


def let_go_stale(viewer: Viewer, *, today: date) -> int:
    """Take from the public what nobody confirmed in time; how many offers."""
    limit = today - timedelta(days=STALE_AFTER_DAYS)
    shown = narrow(viewer, Offer.objects.all(), Subject.OFFER, Act.PUBLISH)
    old = shown.filter(state__in=(_S.ON, _S.HELD)).exclude(confirmed_on__gte=limit)
    offer_ids = list(old.order_by("pk").values_list("pk", flat=True))
    return sum(_grow_stale(viewer, offer_id, limit) for offer_id in offer_ids)


@transaction.atomic
def _grow_stale(viewer: Viewer, offer_id: int, limit: date) -> bool:
    """One offer, unless somebody confirmed or moved it meanwhile."""
    offer = _locked(viewer, offer_id)
    is_fresh = offer.confirmed_on is not None and offer.confirmed_on >= limit
    if is_fresh or offer.state not in (_S.ON, _S.HELD):
        return False
    offer.state = _S.STALE
    tick(offer)
    offer.save(update_fields=["state", "tick"])
    log(viewer, "grow_stale", Subject.OFFER, offer)
    return True


@transaction.atomic
def answer_ask(
    viewer: Viewer, token: str, *, answer: str, remark: str = "", today: date
) -> OwnerAsk:
    """Take the owner's word: it confirms the offer, or puts it to checking for its officer.

    Whoever holds the token is the owner; it opens nothing else.

    Raises: NotFound; Refused, when the link is out of date or used up, when the offer no longer
    stands, or when a change is told without saying which.
    """
    ask = OwnerAsk.objects.select_for_update().filter(token=token).first()
    if ask is None:
        raise NotFound("没有这个链接：请核对是否复制完整，或请招商专员重新发一个")
    offer = Offer.objects.select_for_update().get(pk=ask.offer_id)
    remark = covered(remark.strip())[:LONGEST_REMARK]
    _require_open(ask, offer, today)
    if answer not in _A.values:
        raise Refused("请在三个答案中选一个")
    if answer == _A.CHANGED and not remark:
        raise Refused("请写一句有什么变化，例如：租金改为 22 元，或 6 月起才空出来")
    ask.answer, ask.remark, ask.answered_at = answer, remark, timezone.now()
    ask.answers += 1
    ask.save(update_fields=["answer", "remark", "answered_at", "answers"])
    _follow(offer, answer, today)
    log(viewer, "answer_ask", Subject.OFFER, offer, answer=answer, state=offer.state)
    return ask


def _require_open(ask: OwnerAsk, offer: Offer, today: date) -> None:
    if ask.expires_on < today:
        raise Refused("这个链接已过有效期：请招商专员重新发一个")
    if ask.answers >= MOST_ANSWERS:
        raise Refused("已经收到您的多次答复：如要再改，请直接联系招商专员")
    # What the owner's own answer put to checking may be answered anew.
    is_own = offer.state == _S.CHECKING and bool(ask.answer)
    if offer.state not in ASKABLE and not is_own:
        raise Refused("这条房源目前不在挂牌中，不用再答复，谢谢")


def _follow(offer: Offer, answer: str, today: date) -> None:
    """What stands is confirmed, and shown again where only time had taken it off."""
    if answer != _A.STANDS:
        offer.state = _S.CHECKING
    elif offer.state != _S.CHECKING:
        offer.confirmed_on = today
        offer.state = _S.ON if offer.state == _S.STALE else offer.state
    tick(offer)
    offer.save(update_fields=["state", "confirmed_on", "tick"])


def _locked(viewer: Viewer, offer_id: int) -> Offer:
    allowed = narrow(viewer, Offer.objects.all(), Subject.OFFER)
    offer = allowed.select_for_update().filter(pk=offer_id).first()
    if offer is None:
        raise NotFound("没有这条房源，或不在您的范围内")
    return offer
