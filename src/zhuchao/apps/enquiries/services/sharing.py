"""Sharing a sheet of offers with a client, and what the client does with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from zhuchao.apps.enquiries.models import SharedOffer, SharedSheet, SheetDay
from zhuchao.apps.enquiries.selectors.enquiries import enquiry
from zhuchao.apps.enquiries.selectors.sheets import sheet, sheet_by_token
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.errors import NotAllowed, NotFound, Refused

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

# More than these nobody compares, and they would not fit on paper.
MOST_OFFERS = 10
FEWEST_DAYS, USUAL_DAYS, MOST_DAYS = 1, 14, 90
MOST_OF_A_TITLE, MOST_OF_A_NOTE = 60, 500
# A client who changes their mind taps a few times a day; who taps more often is no client.
MOST_ANSWERS_A_DAY = 60
ON = "on"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """What a sheet is to hold; ``offer_ids`` in the order in which the client reads them."""

    title: str
    offer_ids: Sequence[int]
    note: str = ""
    days: int = USUAL_DAYS
    enquiry_id: int | None = None


def make_sheet(
    viewer: Viewer, *, wish: SheetWish, idempotency_key: str, today: date
) -> SharedSheet:
    """Share offers that the viewer sees; the same key gives the same sheet.

    Raises: NotFound, NotAllowed; Refused, when something is missing or an offer is not on.
    """
    require(viewer, Subject.SHEET, Act.MAKE)
    key = f"{viewer.person_id}:{idempotency_key.strip()}"[:80]
    same = SharedSheet.objects.filter(idempotency_key=key)
    known = same.first()
    if known is not None:
        return known
    _require_words(wish)
    try:
        with transaction.atomic():
            return _make(viewer, wish, key, today)
    except IntegrityError:
        # The other half of a double click was quicker: its sheet is the one.
        return same.get()


def _make(viewer: Viewer, wish: SheetWish, key: str, today: date) -> SharedSheet:
    chosen = _chosen(viewer, wish.offer_ids)
    made = SharedSheet.objects.create(
        **ownership(viewer),
        token=token_urlsafe(24),
        idempotency_key=key,
        title=wish.title.strip(),
        note=wish.note.strip(),
        enquiry=enquiry(viewer, wish.enquiry_id) if wish.enquiry_id is not None else None,
        expires_on=today + timedelta(days=wish.days),
    )
    SharedOffer.objects.bulk_create(
        SharedOffer(sheet=made, offer=offer, place=place)
        for place, offer in enumerate(chosen, start=1)
    )
    codes = [offer.code for offer in chosen]
    log(viewer, "make_sheet", Subject.SHEET, made, offers=codes, enquiry=wish.enquiry_id)
    return made


def _require_words(wish: SheetWish) -> None:
    title, note = wish.title.strip(), wish.note.strip()
    if not title or len(title) > MOST_OF_A_TITLE or len(note) > MOST_OF_A_NOTE:
        raise Refused(f"推荐单要有标题（最多 {MOST_OF_A_TITLE} 字），说明最多 {MOST_OF_A_NOTE} 字")
    if covered(title) != title or covered(note) != note:
        raise Refused("标题和说明里不要写电话号码：单位的对外电话已印在推荐单下方")
    if not FEWEST_DAYS <= wish.days <= MOST_DAYS:
        raise Refused(f"有效期应在 {FEWEST_DAYS} 到 {MOST_DAYS} 天之间")


def _chosen(viewer: Viewer, offer_ids: Sequence[int]) -> list[Offer]:
    wanted = list(dict.fromkeys(offer_ids))
    if not wanted or len(wanted) > MOST_OFFERS:
        raise Refused(f"请勾选 1 到 {MOST_OFFERS} 处房源再做推荐单")
    seen = {each.pk: each for each in properties.offers(viewer).filter(pk__in=wanted)}
    if len(seen) < len(wanted):
        raise NotFound("勾选的房源里有的不存在，或不在您的范围内：请回到列表重新勾选")
    gone = [each.code for each in seen.values() if each.state != ON]
    if gone:
        raise Refused(f"只能推荐在架的房源：{'、'.join(gone)} 现在不在架，请先移除")
    return [seen[each] for each in wanted]


@transaction.atomic
def withdraw_sheet(viewer: Viewer, sheet_id: int) -> SharedSheet:
    """Close the link at once; withdrawing twice changes nothing.

    Raises: NotFound, NotAllowed.
    """
    found = _mine(viewer, sheet_id)
    if found.withdrawn_at is None:
        found.withdrawn_at = timezone.now()
        found.save(update_fields=["withdrawn_at"])
        log(viewer, "withdraw_sheet", Subject.SHEET, found)
    return found


@transaction.atomic
def restore_sheet(viewer: Viewer, sheet_id: int, *, today: date) -> SharedSheet:
    """Open the same link again; one that has run out gets the usual time anew.

    Raises: NotFound, NotAllowed.
    """
    found = _mine(viewer, sheet_id)
    found.withdrawn_at = None
    if found.expires_on < today:
        found.expires_on = today + timedelta(days=USUAL_DAYS)
    found.save(update_fields=["withdrawn_at", "expires_on"])
    log(viewer, "restore_sheet", Subject.SHEET, found, until=found.expires_on.isoformat())
    return found


def _mine(viewer: Viewer, sheet_id: int) -> SharedSheet:
    found = sheet(viewer, sheet_id)
    if not can(viewer, Subject.SHEET, Act.CHANGE, found):
        raise NotAllowed("撤回和恢复由做这张推荐单的人、同组同事或科长办理")
    return found


@transaction.atomic
def open_sheet(viewer: Viewer, token: str, *, today: date) -> SharedSheet:
    """The sheet for whoever holds its token; a client's opening is counted, a colleague's is not.

    Raises: NotFound.
    """
    found = sheet_by_token(viewer, token, today)
    if viewer.person_id is None:
        day, is_first = SheetDay.objects.get_or_create(sheet=found, day=today)
        SheetDay.objects.filter(pk=day.pk).update(opened=F("opened") + 1)
        if is_first:
            # One entry a day: a link that is passed around must not fill the chain.
            log(viewer, "open_sheet", Subject.SHEET, found)
    return found


@transaction.atomic
def answer_sheet(viewer: Viewer, token: str, *, code: str, answer: str, today: date) -> SharedOffer:
    """Note what the client says to one offer; the same again changes nothing, "" takes it back.

    Raises: NotFound; Refused, for an offer that is no longer on, or too many answers a day.
    """
    found = sheet_by_token(viewer, token, today)
    SharedSheet.objects.select_for_update().get(pk=found.pk)
    shared = found.shared_offers.select_related("offer").filter(offer__code=code).first()
    if shared is None or answer not in ("", *SharedOffer.Answer.values):
        raise NotFound("这张推荐单上没有这处房源")
    if shared.offer.state != ON:
        raise Refused("这处房源已不在架，不用再回应")
    if shared.answer == answer:
        return shared
    day, _ = SheetDay.objects.get_or_create(sheet=found, day=today)
    if day.answered >= MOST_ANSWERS_A_DAY:
        raise Refused("今天回应得太多了，请明天再点，或直接致电")
    SheetDay.objects.filter(pk=day.pk).update(answered=F("answered") + 1)
    shared.answer, shared.answered_at = answer, timezone.now() if answer else None
    shared.save(update_fields=["answer", "answered_at"])
    log(viewer, "answer_sheet", Subject.SHEET, found, offer=code, answer=answer)
    return shared
