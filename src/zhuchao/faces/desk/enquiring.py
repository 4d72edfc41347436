"""What an enquiry's page shows: its terms, its matches, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries import ageing, selectors
from zhuchao.apps.enquiries.services import LONGEST_ANSWER
from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors as projects
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.matching import planned_of
from zhuchao.core.matching.ranking import conditions_of
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.desk import following
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.desk.comparing import Comparison, compare
from zhuchao.faces.desk.forms import ProjectForm
from zhuchao.faces.desk.naming import offer_title
from zhuchao.faces.desk.proposals import MessageProposal, record_proposal
from zhuchao.faces.desk.recommending import Recommendation, recommend
from zhuchao.faces.desk.sharing import shared_with
from zhuchao.faces.desk.telling import Told, told
from zhuchao.faces.hand.masks import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhuchao.apps.enquiries.models import Enquiry
    from zhuchao.core.vocabulary.match import Match

MATCHES_SHOWN = 12
# So many characters of a message name an enquiry whose firm is not known.
HEADING = 40
ENDED = frozenset({"dealt", "lapsed", "cancelled"})


def context_of(request: DeskRequest, enquiry: Enquiry) -> dict[str, Any]:
    found, comparison = compared(request, enquiry)
    is_open = enquiry.state not in ENDED
    proposal = proposal_of(enquiry)
    return {
        **head_of(enquiry),
        **_acts(request, enquiry, found),
        **following.context_of(request, enquiry, found),
        "proposal": proposal,
        "flags": proposal.flags,
        "duplicates": selectors.duplicates(
            request.viewer, terms=terms_from_json(enquiry.terms), other_than=enquiry.pk
        )
        if is_open
        else (),
        "ask_back": enquiry.ask_back if is_open else "",
        "fitting": found.fitting,
        "near": found.near,
        "comparison": comparison,
        "wide_address": reverse("desk:enquiry_compare", args=[enquiry.pk]),
        "chat": found.chat,
        "history": history(request, enquiry),
        "admission_address": _admission_address(request, enquiry),
    }


def render_enquiry(
    request: DeskRequest, enquiry: Enquiry, status: int = 200, **more: Any
) -> HttpResponse:
    """The enquiry's page; ``more`` takes the place of what it shows by itself."""
    context = context_of(request, enquiry) | shared_with(request, enquiry.pk) | more
    return render(request, "desk/enquiry.html", context, status=status)


def head_of(enquiry: Enquiry) -> dict[str, Any]:
    """What stands at the top of every page about an enquiry."""
    return {
        "enquiry": enquiry,
        "heading": heading_of(enquiry),
        "age": ageing.age(enquiry, timezone.localdate()),
    }


def heading_of(enquiry: Enquiry) -> str:
    """The firm, or the first words without the covered name in front of them."""
    told = shorten(enquiry.text).lstrip("＊：:，, ")
    cut = told[:HEADING].rstrip("＊：，。；、 ")
    return enquiry.company_name or (f"{cut}…" if len(told) > HEADING else cut)


def _acts(request: DeskRequest, enquiry: Enquiry, found: Recommendation) -> dict[str, Any]:
    """What the viewer may do with the enquiry."""
    viewer = request.viewer
    project = projects.project_of_enquiry(viewer, enquiry.pk)
    may_change = can(viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    may_open = project is None and may_change and can(viewer, Subject.PROJECT, Act.MAKE)
    is_open = enquiry.state not in ENDED
    return {
        "project": project,
        "contact": enquiry.contact,
        "can_take": may_change and enquiry.owner_id is None and is_open,
        "clarify_address": reverse("desk:enquiry_clarify", args=[enquiry.pk])
        if may_change and is_open
        else "",
        "moves": selectors.next_states(viewer, enquiry) if may_change and not project else (),
        "can_answer": may_change and enquiry.origin == "portal" and enquiry.erased_at is None,
        "longest_answer": LONGEST_ANSWER,
        "supply_address": _supply_address(request, enquiry),
        "can_reveal": can_reveal(viewer, enquiry.contact),
        "reveal_address": reverse("desk:enquiry_contact", args=[enquiry.pk]),
        "form": project_form(request, enquiry, found=found) if may_open else None,
        "first_stage": reference.stage_ladder().stages[0].name,
    }


def _supply_address(request: DeskRequest, enquiry: Enquiry) -> str:
    """The intake of what a visitor has to let, for who may see it; empty for a demand."""
    waits = enquiry.side == "supply" and enquiry.intake_id is not None
    if not waits or enquiry.erased_at is not None:
        return ""
    may_see = can(request.viewer, Subject.INTAKE, Act.SEE, enquiry.intake)
    return reverse("desk:intake", args=[enquiry.intake_id]) if may_see else ""


def _admission_address(request: DeskRequest, enquiry: Enquiry) -> str:
    """The calculator with the demand in it; empty where it tells no figure of a project."""
    project = planned_of(terms_from_json(enquiry.terms))
    is_told = bool(project.figures or project.measures)
    if not is_told or not can(request.viewer, Subject.RULE, Act.SEE):
        return ""
    return reverse("desk:admission") + "?" + urlencode({"say": enquiry.text})


def proposal_of(enquiry: Enquiry) -> MessageProposal:
    """The enquiry's text with its terms in their places, and what is still open."""
    return record_proposal(enquiry.text, terms_from_json(enquiry.terms), enquiry.ask_back)


def history(request: DeskRequest, enquiry: Enquiry) -> tuple[Told, ...]:
    return told(request.viewer, selectors.history(request.viewer, enquiry.pk))


def recommendation(request: DeskRequest, enquiry: Enquiry) -> Recommendation:
    matches = selectors.matches(request.viewer, enquiry.pk, limit=MATCHES_SHOWN)
    return recommend(enquiry.receipt, matches, _places(request, matches))


def compared(request: DeskRequest, enquiry: Enquiry) -> tuple[Recommendation, Comparison]:
    """The matches, and those of them that the address chooses side by side."""
    matches = selectors.matches(request.viewer, enquiry.pk, limit=MATCHES_SHOWN)
    found = recommend(enquiry.receipt, matches, _places(request, matches))
    conditions = conditions_of(terms_from_json(enquiry.terms), reference.load())
    chosen = [int(each) for each in request.GET.getlist("compare") if each.isdecimal()]
    terms = [condition.term for condition in conditions]
    return found, compare(terms, matches, found.cards, chosen)


def project_form(
    request: DeskRequest,
    enquiry: Enquiry,
    *,
    posted: bool = False,
    found: Recommendation | None = None,
) -> ProjectForm:
    found = found or recommendation(request, enquiry)
    offers = [(card.offer_id, card.title) for card in found.cards if card.offer_id is not None]
    initial = {
        "title": enquiry.company_name or offer_title(terms_from_json(enquiry.terms)),
        "occurred_on": timezone.localdate(),
        "evidence": f"需求 {enquiry.receipt}",
    }
    return ProjectForm(request.POST if posted else None, initial=initial, offers=offers)


def _places(request: DeskRequest, matches: Iterable[Match]) -> dict[str, tuple[int, str]]:
    codes = [match.offered.key for match in matches]
    found = properties.offers(request.viewer).filter(code__in=codes)
    return {
        code: (number, reverse("desk:offer", args=[number]))
        for number, code in found.values_list("pk", "code")
    }
