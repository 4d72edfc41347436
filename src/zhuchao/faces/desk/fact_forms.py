"""What an officer confirms of a fact before it becomes a record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from zhuchao.faces.desk.forms import ProjectForm
from zhuchao.faces.desk.stating import slots_of, value_in
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.moments import date_cn

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact, ReadPage

MOST_OF_A_TITLE, MOST_OF_EVIDENCE = 120, 200
# Of these an opening has no column of its own; they stand in its evidence.
IN_EVIDENCE = ("total", "land", "place")


class EventProjectForm(ProjectForm):
    """A project of an event that a page tells."""

    company = TextField(
        label="企业",
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )
    field_order = ("title", "company", "evidence", "occurred_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, offers=[], **kwargs)
        del self.fields["offer_id"]


def begun(fact: Fact, text: str) -> dict[str, Any]:
    """What the form begins with; a day that is not told to the day stays open."""
    company = value_in(fact, "company") or value_in(fact, "investor")
    title = value_in(fact, "project") or company
    return {
        "title": title[:MOST_OF_A_TITLE],
        "company": company[:MOST_OF_A_TITLE],
        "evidence": _evidence(fact, text),
        "occurred_on": _day(value_in(fact, "on")),
    }


def _evidence(fact: Fact, text: str) -> str:
    told = [f"{label}{said}" for label, said in slots_of(fact, text, names=IN_EVIDENCE)]
    return "；".join([f"{_name_of(fact.page)}", *told])[:MOST_OF_EVIDENCE]


def _name_of(page: ReadPage) -> str:
    where = "，".join(part for part in (page.source, date_cn(page.published_on)) if part)
    title = page.title[: MOST_OF_EVIDENCE // 2]
    return f"网页《{title}》（{where}）" if where else f"网页《{title}》"


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
