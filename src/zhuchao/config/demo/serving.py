"""The registered clients and viewings of the demonstration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.services import Client, Plan, Result, Split, Wanted
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import Entry, document


def serve(
    cast: Cast, offer_ids: Mapping[str, int], enquiry_ids: Sequence[int], *, now: datetime
) -> None:
    """Register every client, then plan every viewing and note what came of it."""
    written = document("serving")
    for entry in written["registration"]:
        _register(cast, offer_ids, entry, now.date())
    for entry in written["viewing"]:
        _view(cast, offer_ids, enquiry_ids[entry["enquiry"] - 1], entry, now)


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


def _view(
    cast: Cast, offer_ids: Mapping[str, int], enquiry_id: int, entry: Entry, now: datetime
) -> None:
    viewer, at = cast[entry["by"]], now + timedelta(hours=entry["hours"])
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
