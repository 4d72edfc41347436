"""Making a sheet for a client: what the officer chose, in which order, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils import timezone

from zhuchao.apps.enquiries.selectors import enquiry
from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services.sharing import (
    FEWEST_DAYS,
    MOST_DAYS,
    MOST_OF_A_NOTE,
    MOST_OF_A_TITLE,
    USUAL_DAYS,
    SheetWish,
)
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.selectors import offers
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.recommended import recommended, sheet_text
from zhuchao.ground import printing

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import SharedSheet
    from zhuchao.apps.properties.models import Offer

LAST = 10_000
MOST_SHOWN = 10
DAYS = f"天数应为 {FEWEST_DAYS} 到 {MOST_DAYS} 之间的整数。"


class SheetForm(forms.Form):
    """Title, words to the client, and how long the link answers."""

    title = TextField(
        label="标题",
        max_length=MOST_OF_A_TITLE,
        error_messages={"required": "请写一个标题。"},
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "data-key": "e"}),
    )
    note = TextField(
        label="给客户的说明",
        required=False,
        max_length=MOST_OF_A_NOTE,
        help_text="客户打开就能看到。不要写电话，也不要写承诺和优惠金额。",
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 4}),
    )
    days = forms.IntegerField(
        label="有效期（天）",
        min_value=FEWEST_DAYS,
        max_value=MOST_DAYS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), DAYS),
        widget=forms.NumberInput(attrs={"class": "input", "inputmode": "numeric"}),
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an address or a form names: offers in their order, and whose demand they answer."""

    offers: tuple[Offer, ...]
    enquiry_id: int | None


def chosen_in(viewer: Viewer, written: QueryDict) -> Chosen:
    """``offer`` in the order given, or by ``place-<id>`` where a form says it, without ``drop``."""
    dropped = set(_numbers(written.getlist("drop")))
    wanted = [each for each in _numbers(written.getlist("offer")) if each not in dropped]
    found = {each.pk: each for each in offers(viewer).filter(pk__in=wanted)}
    known = [each for each in dict.fromkeys(wanted) if each in found]
    places = {each: _place(written, each, at) for at, each in enumerate(known)}
    ordered = sorted(known, key=lambda each: places[each])
    enquiry_ids = _numbers(written.getlist("enquiry"))
    return Chosen(tuple(found[each] for each in ordered), next(iter(enquiry_ids), None))


def new_context(viewer: Viewer, chosen: Chosen, form: SheetForm, key: str) -> dict[str, Any]:
    """What the form's page shows; the demand only where the viewer may see it."""
    about = None if chosen.enquiry_id is None else enquiry(viewer, chosen.enquiry_id)
    return {"chosen": chosen, "enquiry": about, "form": form, "key": key}


def first_form(chosen: Chosen) -> tuple[SheetForm, str]:
    """An empty form, and the key by which its double click is known."""
    title = f"为您推荐的 {len(chosen.offers)} 处房源"
    return SheetForm(initial={"title": title, "days": USUAL_DAYS}), str(uuid4())


def wish_of(chosen: Chosen, form: SheetForm) -> SheetWish:
    filled = form.cleaned_data
    return SheetWish(
        filled["title"],
        [each.pk for each in chosen.offers],
        note=filled["note"],
        days=filled["days"],
        enquiry_id=chosen.enquiry_id,
    )


def context_of(request: DeskRequest, record: SharedSheet) -> dict[str, Any]:
    """What the officer sees of a sheet: its link, how it was read, and what was answered."""
    viewer, shared = request.viewer, selectors.shared_offers(request.viewer, record)
    address = request.build_absolute_uri(f"/s/{record.token}/")
    state = selectors.state_of(viewer, record, timezone.localdate())
    found = recommended(shared, lambda code: request.build_absolute_uri(f"/offers/{code}/"))
    return {
        "record": record,
        "shared": shared,
        "state": state,
        "address": address,
        "days": selectors.openings(viewer, record),
        # A closed link is handed to nobody, in no form.
        "chat": sheet_text(record, found, address) if state == selectors.OPEN else "",
        "can_change": can(viewer, Subject.SHEET, Act.CHANGE, record),
        "can_print": not printing.missing(),
    }


def shared_with(request: DeskRequest, enquiry_id: int) -> dict[str, Any]:
    """What an enquiry's page shows about its sheets, and whether another may be made."""
    viewer, today = request.viewer, timezone.localdate()
    return {
        "can_share": can(viewer, Subject.SHEET, Act.MAKE),
        "sheets": [
            {
                "record": each,
                "state": selectors.state_of(viewer, each, today),
                "answers": [said for said in selectors.shared_offers(viewer, each) if said.answer],
            }
            for each in selectors.sheets_of(viewer, enquiry_id)[:MOST_SHOWN]
        ],
    }


def _numbers(written: Iterable[str]) -> list[int]:
    return [int(each) for each in written if each.isascii() and each.isdecimal() and len(each) < 10]


def _place(written: QueryDict, offer_id: int, at: int) -> tuple[int, int]:
    told = _numbers([written.get(f"place-{offer_id}", "")])
    return (told[0] if told else LAST, at)
