"""Every marked fact of the texts beside this file is found."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.quality.facts.marks import item_of, page_of
from benchmarks.quality.facts.scoring import Scores, judge
from benchmarks.quality.facts.telling import items_of
from tests.core.facts.pages import texts

from zhuchao.core.facts import find
from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize("entry", texts(), ids=[entry["name"] for entry in texts()])
def test_what_is_marked_is_found(entry: dict[str, Any], tables: Tables) -> None:
    page = page_of(entry["title"], entry["body"], entry.get("published"))
    marks = [item_of(line) for line in entry["marks"].splitlines() if line.strip()]
    scores = Scores()

    judge(marks, list(items_of(find(page, tables), page.text)), scores)

    assert [failure for failure in scores.failures if "missed" in failure] == []
