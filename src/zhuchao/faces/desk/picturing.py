"""The pictures of a record as a page shows them, and what an officer says of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from django.db.models import QuerySet

LONGEST_CAPTION = 120
WHICH = "请选择照片或平面图。"


@dataclass(frozen=True)
class Album:
    """The pictures of one record; ``removed`` can be put back."""

    kind: str
    record_id: int
    shown: QuerySet[Any]
    removed: QuerySet[Any]
    can_change: bool


class PictureForm(forms.Form):
    """What a picture is and shows."""

    kind = forms.ChoiceField(
        label="类别",
        choices=choices("picture"),
        widget=forms.Select(attrs={"class": "select"}),
        error_messages={
            "required": "请选择照片或平面图。",
            "invalid_choice": "请选择照片或平面图。",
        },
    )
    caption = TextField(
        label="图片说明",
        required=False,
        max_length=LONGEST_CAPTION,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )


def album(viewer: Viewer, kind: str, record: Any) -> Album:
    """The pictures of a record that came from a selector."""
    is_offer = kind == "offer"
    subject = Subject.OFFER if is_offer else Subject.PROPERTY
    ground = record if is_offer else selectors.ground_of(viewer, record)
    return Album(
        kind,
        record.pk,
        selectors.pictures_of(viewer, record),
        selectors.pictures_of(viewer, record, removed=True),
        can(viewer, subject, Act.CHANGE, ground),
    )


def record_of(viewer: Viewer, kind: str, record_id: int) -> Any:
    """The record that pictures are put to.

    Raises: NotFound, also for a kind that has no pictures.
    """
    readers = {
        "park": selectors.park,
        "building": selectors.building,
        "unit": selectors.unit,
        "plot": selectors.plot,
        "offer": selectors.offer,
    }
    return readers[kind](viewer, record_id)
