"""The registered clients, sheets and viewings of the demonstration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.services import Client, Plan, Result, Split, Wanted
from zhuchao.apps.enquiries.services.sharing import SheetWish, make_sheet
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import Entry, document

FIRST_HOUR, LAST_HOUR = 9, 18


def serve(
    cast: Cast, offer_ids: Mapping[str, int], enquiry_ids: Sequence[int], *, now: datetime
) -> None:
    """Register the clients, share the sheets, then plan the viewings and note their outcome."""
    written = document("serving")
    for entry in written["registration"]:
        _register(cast, offer_ids, entry, now.date())
    for number, entry in enumerate(written["sheet"]):
        _share(cast, offer_ids, enquiry_ids[entry["enquiry"] - 1], entry, number, now.date())
    for entry in written["viewing"]:
        _view(cast, offer_ids, enquiry_ids[entry["enquiry"] - 1], entry, now)


def by_daylight(at: datetime, now: datetime) -> datetime:
    """The moment, or where nobody shows a hall any more the next morning, before now the last."""
    if FIRST_HOUR <= at.hour < LAST_HOUR:
        return at
    morning = at.replace(hour=FIRST_HOUR)
    later = morning if at.hour < FIRST_HOUR else morning + timedelta(days=1)
    return later if at > now else later - timedelta(days=1)


def _register(cast: Cast, offer_ids: Mapping[str, int], entry: Entry, today: date) -> None:
    viewer = cast[entry["by"]]
    client = Client(entry.get("company", ""), entry.get("name", ""), entry["telephone"])
    made = services.register(
        viewer,
        client=client,
        wanted=Wanted(offer_ids[entry["offer"]], note=entry.get("note", "")),
        today=today - timedelta(days=entry["days_ago"]),
    )
    if "partner" in entry:
        services.propose_cooperation(
            viewer,
            made.pk,
            partner_id=cast[entry["partner"]].person_id or 0,
            split=Split(entry["share"], entry["partner_share"], entry["agreement"]),
        )


def _share(
    cast: Cast,
    offer_ids: Mapping[str, int],
    enquiry_id: int,
    entry: Entry,
    number: int,
    today: date,
) -> None:
    wish = SheetWish(
        entry["title"],
        [offer_ids[title] for title in entry["offers"]],
        note=entry["note"],
        enquiry_id=enquiry_id,
    )
    key = f"demo-{number}"
    make_sheet(cast[entry["by"]], wish=wish, idempotency_key=key, today=today)


def _view(
    cast: Cast, offer_ids: Mapping[str, int], enquiry_id: int, entry: Entry, now: datetime
) -> None:
    viewer, at = cast[entry["by"]], by_daylight(now + timedelta(hours=entry["hours"]), now)
    viewing = services.plan_viewing(
        viewer,
        enquiry_id,
        offer_ids=[offer_ids[title] for title in entry["offers"]],
        plan=Plan(
            at.replace(minute=0, second=0, microsecond=0),
            place=entry["place"],
            host_name=entry.get("host", ""),
            host_telephone=entry.get("telephone", ""),
        ),
    )
    if "outcome" in entry:
        result = Result(
            entry["outcome"],
            entry.get("reason", ""),
            entry["next_step"],
            now.date() + timedelta(days=entry["next_days"]),
        )
        services.note_outcome(viewer, viewing.pk, result=result, now=now)
