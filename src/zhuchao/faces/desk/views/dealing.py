"""Recording the deal that ends an enquiry."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.faces.desk import following
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.enquiring import recommendation, render_enquiry

FAULTY = "登记成交还差几项，见下方标红处。其余内容都保留着。"


@desk
@require_POST
def record(request: DeskRequest, enquiry_id: int) -> HttpResponse:
    enquiry = selectors.enquiry(request.viewer, enquiry_id)
    require(request.viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    offers = following.choices_of(request, enquiry, recommendation(request, enquiry))
    form = following.deal_form(offers, request.POST)
    if not form.is_valid():
        return render_enquiry(request, enquiry, 422, deal_form=form, problem=FAULTY)

    def act() -> str:
        services.record_deal(
            request.viewer, enquiry_id, signed=form.signed(), today=timezone.localdate()
        )
        return reverse("desk:enquiry", args=[enquiry_id])

    return perform(
        request,
        act,
        said=f"需求 {enquiry.receipt} 已成交，房源改为“已成交”。",
        again=lambda sentence, status: render_enquiry(
            request, enquiry, status, deal_form=form, problem=sentence
        ),
    )
