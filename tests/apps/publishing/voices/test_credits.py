"""Which line of copyright stands under a page."""

from __future__ import annotations

import pytest

from zhuchao.apps.publishing.crediting import credit
from zhuchao.apps.publishing.models import ArticlePage, PolicyPage, PublishedPage
from zhuchao.tables.voices import credit_rules, promotions, takedown_grounds

pytestmark = pytest.mark.django_db
ADDRESS = "https://news.example.com/1"


@pytest.mark.parametrize(
    ("page", "key", "line", "leads"),
    [
        ((ArticlePage, {}), "own", "本文由澄湖门户原创发布，转载请注明出处。", False),
        (
            (ArticlePage, {"source": "澄湖日报", "source_address": ADDRESS}),
            "reposted",
            "本文转载自“澄湖日报”，版权归原作者所有。",
            True,
        ),
        (
            (ArticlePage, {"source": "澄湖日报"}),
            "reposted",
            "本文转载自“澄湖日报”，版权归原作者所有；原文网址未留存。",
            False,
        ),
        (
            (ArticlePage, {"source_address": ADDRESS}),
            "reposted",
            "本文转载自其他网站，版权归原作者所有。",
            True,
        ),
        (
            (PolicyPage, {"source": "澄湖管委会", "source_address": ADDRESS}),
            "official",
            "本文是“澄湖管委会”发布的官方文本，按原文登载，以发布机关公布的正式文本为准。",
            True,
        ),
        (
            (ArticlePage, {"source": "澄湖日报", "credit": "permitted"}),
            "permitted",
            "本文经“澄湖日报”许可登载，版权归权利人所有，未经许可请勿转载。",
            False,
        ),
        (
            (ArticlePage, {"source": "本站记者", "credit": "own"}),
            "own",
            "本文由澄湖门户原创发布，转载请注明出处。",
            False,
        ),
        (
            (PolicyPage, {"credit": "reposted"}),
            "reposted",
            "本文为转载，版权归原作者所有。",
            False,
        ),
    ],
)
def test_the_line_follows_from_provenance_and_the_editor_may_choose(
    page: tuple[type[PublishedPage], dict[str, str]], key: str, line: str, leads: bool
) -> None:
    kind, columns = page
    found = credit(kind(**columns), site="澄湖门户")

    assert (found.key, found.line, bool(found.address)) == (key, line, leads)


def test_the_tables_hold_together() -> None:
    assert {each.key for each in credit_rules()} == {"own", "reposted", "official", "permitted"}
    grounds = {each.key: each for each in takedown_grounds()}
    assert (grounds["court"].status, grounds["personal"].hides) == (451, True)
    assert len(promotions()) > 10
