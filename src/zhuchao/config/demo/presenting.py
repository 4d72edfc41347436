"""The demonstration's pages of other kinds: a policy, a notice, a profile, a card, about us."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.services import Presented
from zhuchao.config.demo.content import Entry, document

KINDS = ("policy", "notice", "profile", "agent")
BESIDE = ("channel", "tags", "facts", "body")


def present(viewer: Viewer, *, channels: dict[str, int], today: date) -> int:
    """Publish them in their channels (by slug); how many."""
    told = document("pages")
    entries = [(kind, entry) for kind in KINDS for entry in told[kind]]
    for kind, entry in entries:
        page = Presented(
            kind,
            _columns(entry, today),
            entry["body"],
            tuple(entry.get("tags", ())),
            _facts(entry, today),
        )
        services.publish_page(viewer, page=page, channel_id=channels[entry["channel"]])
    about = told["about"]
    services.add_about(viewer, title=about["title"], slug=about["slug"], text=about["body"])
    return len(entries) + 1


def _columns(entry: Entry, today: date) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name, value in entry.items():
        if name.endswith("_days"):
            on = "published_on" if name == "published_days" else name.removesuffix("_days")
            columns[on] = today - timedelta(days=value)
        elif name not in BESIDE:
            columns[name] = value.format(year=today.year).strip()
    return columns


def _facts(entry: Entry, today: date) -> list[tuple[str, str, int, str]]:
    return [
        (label, value, today.year + years, source)
        for label, value, years, source in entry.get("facts", ())
    ]
