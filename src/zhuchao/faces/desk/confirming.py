"""A person's confirmation turns a proposal into a record; what was typed over it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.urls import reverse

from zhuchao.apps.enquiries import selectors as demands
from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.library import services as library
from zhuchao.apps.properties import services as properties
from zhuchao.apps.publishing import selectors as publishing_reads
from zhuchao.apps.publishing import services as publishing
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.faces.desk import fields
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.desk.forms import PageForm
from zhuchao.faces.desk.naming import offer_title
from zhuchao.faces.desk.proposals import MessageProposal, PageProposal
from zhuchao.faces.hand.marking import MOST_SHOWN
from zhuchao.faces.hand.rows import TermRow, confirmed_terms

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.selectors import Duplicate
    from zhuchao.apps.library.models import Intake
    from zhuchao.core.vocabulary.page import Page

UNTITLED = "未命名房源"


@dataclass(frozen=True)
class Answer:
    """Where to go and what to say; with no address, what to show the form with again."""

    address: str = ""
    said: str = ""
    context: dict[str, object] = field(default_factory=dict)


def context_of(
    request: DeskRequest, intake: Intake, proposal: PageProposal | MessageProposal
) -> dict[str, object]:
    """What the proposal's form shows before anybody typed."""
    if isinstance(proposal, PageProposal):
        form = _page_form(request, proposal.page)
        return _page_context(proposal, form)
    rows = fields.term_rows(proposal)
    context = _message_context(proposal, rows, [], offer_title(proposal.terms))
    if proposal.kind == "demand" and intake.state == "proposed":
        context["duplicates"] = _duplicates(request, proposal)
    return context


def _duplicates(request: DeskRequest, proposal: MessageProposal) -> tuple[Duplicate, ...]:
    telephone = first(proposal.terms, FieldKey.TELEPHONE)
    written = str(telephone.read.value) if telephone else ""
    return demands.duplicates(request.viewer, terms=proposal.terms, telephone=written)


def confirm_page(request: DeskRequest, intake: Intake, proposal: PageProposal) -> Answer:
    form = _page_form(request, proposal.page, posted=True)
    if not form.is_valid():
        return Answer(context=_page_context(proposal, form))
    corrections = fields.page_corrections(proposal.page, form.cleaned_data)
    page = library.confirm_page(
        request.viewer, intake.pk, page=proposal.page, corrections=corrections
    )
    article = publishing.draft_article(
        request.viewer,
        read_page_id=page.pk,
        channel_id=form.cleaned_data["channel_id"],
        title=form.cleaned_data["title"],
    )
    said = f"已确认网页“{page.title}”，并建好文章草稿。"
    return Answer(reverse("desk:article", args=[article.pk]), said)


def confirm_message(request: DeskRequest, intake: Intake, proposal: MessageProposal) -> Answer:
    posted = request.POST.dict()
    again = _confirmed_before(intake, posted.get("save_as", ""))
    if again is not None:
        return again
    rows = fields.typed_rows(proposal, posted)
    added = fields.added_rows(posted)
    title = posted.get("title", "").strip()[:120]
    if any(row.error for row in (*rows, *added)):
        return Answer(context=_message_context(proposal, rows, added, title))
    terms = confirmed_terms([*rows, *added])
    if posted.get("save_as") == "supply":
        return _save_supply(request, intake, terms, proposal.message.text, title)
    return _save_demand(request, intake, terms, proposal.message.text)


def _confirmed_before(intake: Intake, save_as: str) -> Answer | None:
    """The record of an earlier click; its persons are covered by now, so its form reads anew."""
    became = "offer" if save_as == "supply" else "enquiry"
    if intake.state != "confirmed" or intake.became != became:
        return None
    return Answer(reverse(f"desk:{became}", args=[intake.became_id]), "这条收件已经确认过。")


def _save_demand(
    request: DeskRequest, intake: Intake, terms: tuple[Term, ...], text: str
) -> Answer:
    enquiry = enquiries.confirm_demand(
        request.viewer,
        intake_id=intake.pk,
        terms=terms,
        text=text,
        idempotency_key=f"intake-{intake.pk}",
    )
    said = f"已存为需求 {enquiry.receipt}。"
    return Answer(reverse("desk:enquiry", args=[enquiry.pk]), said)


def _save_supply(
    request: DeskRequest, intake: Intake, terms: tuple[Term, ...], text: str, title: str
) -> Answer:
    offer = properties.confirm_supply(
        request.viewer,
        intake_id=intake.pk,
        title=title or offer_title(terms) or UNTITLED,
        terms=terms,
        text=text,
    )
    said = f"已存为房源 {offer.code}，核实后即可上架。"
    return Answer(reverse("desk:offer", args=[offer.pk]), said)


def _page_form(request: DeskRequest, page: Page, *, posted: bool = False) -> PageForm:
    channels = publishing_reads.channel_choices(request.viewer)
    return PageForm(
        request.POST if posted else None, initial=fields.page_initial(page), channels=channels
    )


def _page_context(proposal: PageProposal, form: PageForm) -> dict[str, object]:
    return {
        "form": form,
        "rows": fields.page_rows(proposal.page, form),
        "body_length": len(proposal.page.body_text),
        "is_cut_short": len(proposal.page.text) > MOST_SHOWN,
    }


def _message_context(
    proposal: MessageProposal, rows: list[TermRow], added: list[TermRow], title: str
) -> dict[str, object]:
    return {
        "rows": rows,
        "added": added,
        "others": fields.other_fields(proposal),
        "title": title,
        "is_cut_short": len(proposal.message.text) > MOST_SHOWN,
    }
