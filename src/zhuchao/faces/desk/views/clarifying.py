"""Answers to the ask-back, and what was misread: one row a field beside the original."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.parties.persons import PERSONAL
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.faces.desk import fields
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.enquiring import head_of, proposal_of
from zhuchao.faces.hand.rows import confirmed_terms
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Enquiry
    from zhuchao.faces.desk.proposals import MessageProposal

UNREAD = "有字段没有读懂，请看标红的地方。其余内容都保留着。"


@desk
@require_http_methods(["GET", "POST"])
def clarify(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    require(request.viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    proposal = proposal_of(enquiry)
    posted = request.POST.dict() if request.method == "POST" else {}
    rows, added = fields.typed_rows(proposal, posted), fields.added_rows(posted)

    def again(problem: str = "", status: int = 200) -> HttpResponse:
        context = _context(enquiry, proposal) | {"rows": rows, "added": added, "problem": problem}
        return render(request, "desk/clarify.html", context, status=status)

    if not posted:
        return again()
    if any(row.error for row in (*rows, *added)):
        return again(UNREAD, 422)

    def act() -> str:
        terms = confirmed_terms([*rows, *added])
        services.clarify(request.viewer, enquiry_id, terms=terms, cause=_cause(posted))
        return reverse("desk:enquiry", args=[enquiry_id])

    return perform(
        request, act, said=f"需求 {enquiry.receipt} 已更新，匹配按新条件重算。", again=again
    )


def _cause(posted: Mapping[str, str]) -> services.Cause:
    is_misread = posted.get("cause") == services.Cause.MISREAD
    return services.Cause.MISREAD if is_misread else services.Cause.ANSWERED


def _context(enquiry: Enquiry, proposal: MessageProposal) -> dict[str, object]:
    hidden = PERSONAL if enquiry.contact_id is not None else ()
    others = [spec for spec in fields.other_fields(proposal) if spec.key not in hidden]
    return {
        **head_of(enquiry),
        "proposal": proposal,
        "ask_back": enquiry.ask_back,
        "others": others,
        "stances": choices("stance"),
        "causes": choices("cause"),
        "is_open": True,
    }
