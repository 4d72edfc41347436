"""The reading room of the demonstration: pages as an officer would have pasted them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.library.services import confirm_page, keep_intake
from zhuchao.apps.people.viewer import Viewer
from zhuchao.config.demo.content import Entry, channels
from zhuchao.core.reading import read

# So many of the news are in the room; the first two were reposted, the second one cut short.
PAGES = 8
REPOSTED = 2
REPOSTERS = ("滨湖产业观察", "长三角厂房资讯")
KEPT_PARAGRAPHS = 3
NOTICE = "版权声明：本文转载自公开报道，如有不妥之处请联系我们删除"


def fill_reading_room(viewer: Viewer, *, today: date) -> int:
    """Confirm the pages, oldest first; gives how many."""
    fetched_at = timezone.make_aware(datetime.combine(today, time(8)))
    texts = list(_texts(today))
    for text in texts:
        raw = text.encode()
        intake = keep_intake(viewer, raw=raw, origin="paste", fetched_at=fetched_at)
        page = read(raw, tables=reference.load(), fetched_at=fetched_at)
        confirm_page(viewer, intake.pk, page=page, corrections={})
    return len(texts)


def _texts(today: date) -> Iterator[str]:
    entries = sorted(
        (entry for channel in channels() for entry in channel["article"]),
        key=lambda entry: -int(entry["published_days"]),
    )
    for number, entry in enumerate(entries[-PAGES:]):
        yield _page(entry, entry["source"], today, 0)
        for later, reposter in enumerate(REPOSTERS if number < REPOSTED else (), start=1):
            yield _page(entry, reposter, today, later)


def _page(entry: Entry, site: str, today: date, later: int) -> str:
    """The page as a browser would copy it; a repost comes days later, and may be cut short."""
    event_on = today - timedelta(days=entry["event_days"])
    days = {"date": f"{event_on.month}月{event_on.day}日", "year": event_on.year}
    shown_on = today - timedelta(days=max(0, entry["published_days"] - later))
    paragraphs = entry["body"].format(**days).strip().split("\n")
    title = entry["title"].format(**days)
    lines = [
        "当前位置：首页 > 资讯 > 正文",
        title,
        f"{shown_on.isoformat()} 来源：{site} 作者：{entry['author']}",
        *(paragraphs[:KEPT_PARAGRAPHS] if later > 1 else paragraphs),
        f"（责任编辑：{entry['editor']}）",
    ]
    if later:
        lines[2:2] = [f"原标题：{entry['original_title'].format(**days)}"]
        lines.append(NOTICE)
    return "\n".join(lines)
