from __future__ import annotations

from datetime import date, timedelta

import pytest

from zhuchao.config.demo.content import Entry, channels
from zhuchao.config.demo.printing import draft_of

TODAY = date(2026, 1, 5)
ARTICLES = [
    pytest.param(entry, id=entry["title"]) for channel in channels() for entry in channel["article"]
]


@pytest.mark.parametrize("entry", ARTICLES)
def test_an_article_tells_of_days_before_today(entry: Entry) -> None:
    draft = draft_of(entry, TODAY)
    told = "".join(each.text for each in draft.paragraphs)
    event_on = TODAY - timedelta(days=entry["event_days"])

    assert draft.provenance.event_on == event_on
    assert draft.provenance.published_on is not None
    assert event_on <= draft.provenance.published_on <= TODAY
    assert "{" not in draft.title + draft.provenance.original_title + told
    assert len(draft.paragraphs) >= 4


def test_the_channels_stand_in_the_order_of_the_portal() -> None:
    assert [channel["channel"] for channel in channels()] == [
        "园区动态", "政策公告", "企业风采", "人才服务", "园区概况",
    ]  # fmt: skip
