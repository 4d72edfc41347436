"""Enquiries and offers as the tests of this folder begin with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zhuchao.apps.enquiries import services
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Enquiry
    from zhuchao.apps.properties.models import Offer, Unit

TODAY = date(2026, 11, 23)
DEMAND = "求租溧阳厂房，2000平左右，王先生 13800000001"
SUPPLY = "出租溧阳厂房，2000平"

Told = Callable[..., "Enquiry"]
Shown = Callable[..., "Offer"]


@pytest.fixture
def told(tables: Tables) -> Told:
    """A demand in somebody's hands."""

    def confirm(viewer: Viewer, key: str = "k1", text: str = DEMAND) -> Enquiry:
        return services.confirm_demand(
            viewer, intake_id=None, terms=parse(text, tables).terms, text=text, idempotency_key=key
        )

    return confirm


@pytest.fixture
def shown(tables: Tables) -> Shown:
    """An offer that is on."""

    def put_on(viewer: Viewer, title: str = SUPPLY, carrier: Unit | None = None) -> Offer:
        offer = properties.confirm_supply(
            viewer,
            intake_id=None,
            title=title,
            terms=parse(SUPPLY, tables).terms,
            text=SUPPLY,
            carrier=carrier,
        )
        return properties.put_on(viewer, offer.pk, today=TODAY)

    return put_on
