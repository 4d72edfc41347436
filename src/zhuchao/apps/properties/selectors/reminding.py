"""Of which offers their people are to be reminded."""

from __future__ import annotations

from datetime import date, timedelta

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.selectors.offers import stale_offers
from zhuchao.core.carriers import FADING_AFTER_DAYS
from zhuchao.core.vocabulary.reminder import Reason


def offers_to_ask(viewer: Viewer, today: date, until: date) -> list[Reason]:
    """Offers whose owner is to be asked again, from the day on which the last word faded.

    Takes the machine's viewer within one organisation.
    """
    found = stale_offers(viewer, today).filter(
        organisation_id=viewer.organisation_id or 0, owner__isnull=False
    )
    rows = found.order_by().values_list(
        "pk", "owner_id", "confirmed_on", "created_at", "title", "code"
    )
    return [
        Reason(pk, owner, _faded(confirmed_on or made.date()), title, code)
        for pk, owner, confirmed_on, made, title, code in rows
    ]


def _faded(confirmed_on: date) -> date:
    return confirmed_on + timedelta(days=FADING_AFTER_DAYS + 1)
