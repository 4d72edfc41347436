"""An officer writes what the visitor reads under the receipt."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from zhuchao.apps.enquiries import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.enquiring import render_enquiry


@desk
@require_POST
def answer(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    written = request.POST.get("answer", "")

    def act() -> str:
        services.answer_visitor(request.viewer, enquiry_id, answer=written)
        return reverse("desk:enquiry", args=[enquiry_id])

    return perform(
        request,
        act,
        said=f"已答复 {enquiry.receipt} 的访客，凭受理号和手机号后四位可以看到。",
        again=lambda sentence, status: render_enquiry(
            request, enquiry, status, problem=sentence, answer_written=written
        ),
    )
