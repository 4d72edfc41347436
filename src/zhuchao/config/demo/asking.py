"""The enquiries of the demonstration, by the desk's way or by the portal's form."""

from __future__ import annotations

from datetime import datetime, timedelta

from zhuchao import tables as reference
from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.library.services import keep_intake
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import Entry, document
from zhuchao.core.messages import parse

FORM_FIELDS = ("purpose", "tax", "company", "person", "telephone")


def ask(cast: Cast, now: datetime) -> tuple[int, ...]:
    """Receive every enquiry, oldest first; gives their ids in the order of the content file."""
    entries = list(enumerate(document("enquiries")["enquiry"], start=1))
    entries.sort(key=lambda each: -each[1]["hours_ago"])
    made = {number: _ask(cast, number, entry, now) for number, entry in entries}
    return tuple(made[number] for number in sorted(made))


def _ask(cast: Cast, number: int, entry: Entry, now: datetime) -> int:
    at = now - timedelta(hours=entry["hours_ago"])
    taker = cast.get(entry["taken_by"])
    key = f"demo-{number}"
    if entry.get("origin") == "portal":
        enquiry_id = _by_form(entry, key, taker, at)
    else:
        enquiry_id = _by_desk(cast[entry["taken_by"]], entry["text"], key, at)
    if taker is not None and "state" in entry:
        services.move_enquiry(taker, enquiry_id, state=entry["state"])
    return enquiry_id


def _by_form(entry: Entry, key: str, taker: Viewer | None, at: datetime) -> int:
    filled = {name: entry[name] for name in FORM_FIELDS if name in entry}
    form = EnquiryForm(demand=entry["text"], **filled)
    enquiry = services.receive(PUBLIC, form=form, idempotency_key=key, received_at=at)
    if taker is not None:
        services.take(taker, enquiry.pk)
    return enquiry.pk


def _by_desk(viewer: Viewer, text: str, key: str, at: datetime) -> int:
    intake = keep_intake(viewer, raw=text.encode(), origin="paste")
    message = parse(text, reference.load())
    enquiry = services.confirm_demand(
        viewer,
        intake_id=intake.pk,
        terms=message.terms,
        text=text,
        idempotency_key=key,
        received_at=at,
    )
    return enquiry.pk
