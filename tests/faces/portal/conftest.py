"""A small park: one organisation, its editor and officer, a channel, and what the public sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from wagtail.models import Site

from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.apps.publishing import services as publishing
from zhuchao.apps.publishing.mapping import Draft, Paragraph, Provenance
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Term, Value

TODAY = date(2026, 3, 31)
Publish = Callable[..., str]
PutUp = Callable[..., str]


@dataclass(frozen=True)
class Park:
    """Who acts in these tests, and where articles go."""

    organisation_id: int
    editor: Viewer
    head: Viewer
    channel_id: int


@pytest.fixture(scope="module")
def made_park(kept: None, django_db_blocker: Any) -> Park:
    """Made once for a file."""
    with django_db_blocker.unblock():
        home = people.create_organisation(SYSTEM, name="澄湖高新区", takes_public_enquiries=True)

        def person(role: Role) -> Viewer:
            made = people.create_person(
                SYSTEM, sign_in=role.value, display_name="柳青", password="nest-of-reeds-8"
            )
            people.assign_role(SYSTEM, person_id=made.pk, organisation_id=home.pk, role=role)
            return viewer_of(made)

        publishing.ensure_site(SYSTEM)
        channel = publishing.ensure_channel(SYSTEM, title="园区动态", slug="news")
        return Park(home.pk, person(Role.EDITOR), person(Role.SECTION_HEAD), channel.pk)


@pytest.fixture
def park(made_park: Park, db: None) -> Park:
    # Read once for all requests of a process: that it is, is no page's affair.
    Site.get_site_root_paths()
    return made_park


@pytest.fixture
def publish(park: Park) -> Publish:
    """Publish an article; gives its address."""

    def do(title: str = "厂房二期封顶", text: str = "正文一段。", **provenance: object) -> str:
        draft = Draft(title, [Paragraph("paragraph", text)], Provenance(**provenance))  # type: ignore[arg-type]
        made = publishing.write_article(park.editor, draft=draft, channel_id=park.channel_id)
        return str(publishing.publish_article(park.editor, made.pk).url)

    return do


@pytest.fixture
def page_id(publish: Publish) -> int:
    """A published article, by its number."""
    return int(publish().rstrip("/").rpartition("/")[2])


def given(key: FieldKey, value: Value, unit: str = "") -> Term:
    return Term(key, Read(value, State.GIVEN, None, unit))


@pytest.fixture
def put_up(park: Park) -> PutUp:
    """Put an offer up; gives its code."""

    def do(
        title: str = "单层厂房",
        *,
        area: float = 2000,
        rent: float | None = 20,
        kind: str = "factory",
    ) -> str:
        terms = [
            given(FieldKey.INTENT, "rent"),
            given(FieldKey.KIND, kind),
            given(FieldKey.PLACE, (PlaceRef("江苏省常州市溧阳市", "320481"),)),
            given(FieldKey.AREA, Amount(area, area), "㎡"),
        ]
        if rent is not None:
            terms.append(given(FieldKey.RENT, Amount(rent, rent), "元/㎡/月"))
        offer = properties.confirm_supply(
            park.head, intake_id=None, title=title, terms=terms, text=title
        )
        properties.put_on(park.head, offer.pk, today=TODAY)
        return offer.code

    return do
