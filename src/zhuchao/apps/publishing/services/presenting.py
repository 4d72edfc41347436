"""Pages of other kinds than articles, made and published in one act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import linting
from zhuchao.apps.publishing.mapping import paragraphs_of_text, stream_of
from zhuchao.apps.publishing.models import (
    AboutPage,
    AgentPage,
    NoticePage,
    PolicyPage,
    ProfileFact,
    ProfilePage,
    PublishedPage,
)
from zhuchao.apps.publishing.services.site import ensure_site
from zhuchao.apps.publishing.tree import channel_locked, ownership_of, person_of
from zhuchao.core.errors import Refused

KINDS: dict[str, type[PublishedPage]] = {
    "policy": PolicyPage,
    "notice": NoticePage,
    "profile": ProfilePage,
    "agent": AgentPage,
}


@dataclass(frozen=True, slots=True)
class Presented:
    """A page as it is to be: its kind of ``KINDS``, its columns, its text a paragraph a line.

    ``facts`` are a profile's: label, value, year and source of each.
    """

    kind: str
    columns: Mapping[str, Any]
    text: str = ""
    tags: tuple[str, ...] = ()
    facts: Iterable[tuple[str, str, int, str]] = field(default=())


@transaction.atomic
def publish_page(viewer: Viewer, *, page: Presented, channel_id: int) -> PublishedPage:
    """A new page, published in its channel as it is given.

    Raises: NotFound, NotAllowed; Refused, when its own words may not stand.
    """
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    made = _made(page)
    if barred := linting.barring(linting.complaints(made), made.checked_note):
        raise Refused(linting.sentence(barred))
    for name, value in ownership_of(viewer).items():
        setattr(made, name, value)
    made.slug = made.slug or uuid4().hex[:12]
    channel_locked(channel_id).add_child(instance=made)
    person = person_of(viewer)
    made.save_revision(user=person).publish(user=person)
    log(viewer, "publish_article", Subject.ARTICLE, made)
    return made


@transaction.atomic
def add_about(viewer: Viewer, *, title: str, slug: str, text: str) -> AboutPage:
    """A page about the house below the first page; one of that slug is given as it is."""
    home = ensure_site(viewer)
    known: AboutPage | None = AboutPage.objects.child_of(home).filter(slug=slug).first()
    if known is not None:
        return known
    page = AboutPage(title=title, slug=slug, body=stream_of(paragraphs_of_text(text)))
    home.add_child(instance=page)
    page.save_revision().publish()
    log(viewer, "make_about", Subject.ARTICLE, page)
    return page


def _made(page: Presented) -> PublishedPage:
    made = KINDS[page.kind](**page.columns, body=stream_of(paragraphs_of_text(page.text)))
    if isinstance(made, ProfilePage):
        made.facts = [
            ProfileFact(label=label, value=value, year=year, source=source)
            for label, value, year, source in page.facts
        ]
    made.tags.add(*page.tags)
    return made
