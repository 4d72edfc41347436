"""The demonstration's pages of other kinds: a policy, a notice, a profile, a card, about us."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import services
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
from zhuchao.config.demo.content import Entry, document

KINDS: dict[str, type[PublishedPage]] = {
    "policy": PolicyPage,
    "notice": NoticePage,
    "profile": ProfilePage,
    "agent": AgentPage,
}
BESIDE = ("channel", "tags", "facts", "body")


def present(viewer: Viewer, *, channels: dict[str, int], today: date) -> int:
    """Publish them in their channels (by slug); how many."""
    told, count = document("pages"), 0
    for kind, model in KINDS.items():
        for entry in told[kind]:
            page = model(**_columns(entry, today))
            if isinstance(page, ProfilePage):
                page.facts = _facts(entry, today)
            page.tags.add(*entry.get("tags", ()))
            services.publish_page(viewer, page=page, channel_id=channels[entry["channel"]])
            count += 1
    about = told["about"]
    page = AboutPage(title=about["title"], slug=about["slug"], body=_body(about))
    services.add_about(viewer, page=page)
    return count + 1


def _columns(entry: Entry, today: date) -> dict[str, Any]:
    columns: dict[str, Any] = {"body": _body(entry)}
    for name, value in entry.items():
        if name.endswith("_days"):
            on = "published_on" if name == "published_days" else name.removesuffix("_days")
            columns[on] = today - timedelta(days=value)
        elif name not in BESIDE:
            columns[name] = value.format(year=today.year).strip()
    return columns


def _facts(entry: Entry, today: date) -> list[ProfileFact]:
    return [
        ProfileFact(label=label, value=value, year=today.year + years, source=source)
        for label, value, years, source in entry.get("facts", ())
    ]


def _body(entry: Entry) -> list[tuple[str, str]]:
    return stream_of(paragraphs_of_text(entry["body"]))
