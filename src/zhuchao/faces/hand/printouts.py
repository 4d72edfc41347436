"""What is handed out on paper: an offer's sheet as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties.selectors import property_of
from zhuchao.apps.publishing.selectors import home
from zhuchao.faces.hand.sheets import Group, classified, sheet
from zhuchao.ground.printing import pdf_of

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

Columns = tuple[list[Group], list[Group]]
# A heading with the space above it is as high as so many rows.
HEADING_ROWS = 2


def offer_pdf(viewer: Viewer, offer: Offer, address: str) -> HttpResponse:
    """The offer on A4; ``address`` is its public page, empty where it has none.

    Raises: Misconfigured, Busy.
    """
    item = classified(offer)
    context = {
        "item": item,
        "columns": in_columns(sheet(property_of(viewer, offer).terms, offer.kind)),
        "place": offer.address,
        "address": address,
    }
    return pdf_answer("hand/offer_pdf.html", context, name=f"{item.title}（{item.code}）")


def in_columns(groups: list[Group]) -> Columns:
    """The groups in their order as two columns, as even as they get.

    Cut here: left to itself, the press tries many cuts and takes eight times as long.
    """
    heights = [len(group.rows) + HEADING_ROWS for group in groups]
    # From the end: of two cuts that are as even, the left column is the longer.
    cuts = range(len(groups), -1, -1)
    cut = min(cuts, key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return groups[:cut], groups[cut:]


def pdf_answer(template: str, context: dict[str, Any], *, name: str) -> HttpResponse:
    """The template printed, as a file to keep; it says whom to call as the portal does.

    Raises: Misconfigured, Busy.
    """
    publisher = {"home": home(PUBLIC), "site_name": settings.ZHUCHAO_SITE_NAME}
    made = pdf_of(render_to_string(template, context | publisher))
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.pdf")
    return answer
