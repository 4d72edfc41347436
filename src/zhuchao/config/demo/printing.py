"""The articles of the demonstration, drafted by the editor and published channel by channel."""

from __future__ import annotations

from datetime import date, timedelta

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.mapping import Draft, Provenance, paragraphs_of_text
from zhuchao.config.demo.content import Entry, channels
from zhuchao.config.demo.presenting import present


def publish(viewer: Viewer, *, today: date) -> int:
    """Make site and channels, and publish every article, oldest first; gives how many.

    From then on another person reviews what is to be published.
    """
    articles: list[tuple[Entry, int]] = []
    made_channels: dict[str, int] = {}
    for channel in channels():
        made = services.ensure_channel(
            viewer,
            title=channel["channel"],
            slug=channel["slug"],
            introduction=channel["introduction"],
        )
        made_channels[channel["slug"]] = made.pk
        articles += [(entry, made.pk) for entry in channel["article"]]
    for entry, channel_id in sorted(articles, key=lambda each: -each[0]["published_days"]):
        article = services.write_article(
            viewer, draft=draft_of(entry, today), channel_id=channel_id
        )
        services.publish_article(viewer, article.pk)
    present(viewer, channels=made_channels, today=today)
    services.set_review(viewer, is_required=True)
    return len(articles)


def draft_of(entry: Entry, today: date) -> Draft:
    """The article with the days filled in that it speaks of."""
    event_on = today - timedelta(days=entry["event_days"])
    days = {"date": f"{event_on.month}月{event_on.day}日", "year": event_on.year}
    return Draft(
        entry["title"].format(**days),
        paragraphs_of_text(entry["body"].format(**days)),
        Provenance(
            original_title=entry["original_title"].format(**days),
            source=entry["source"],
            editor_name=entry["editor"],
            author_name=entry["author"],
            event_on=event_on,
            published_on=today - timedelta(days=entry["published_days"]),
        ),
    )
