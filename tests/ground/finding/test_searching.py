"""The search index: found by sub-words, ranked, narrowed and counted, within who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhuchao.core.errors import Busy
from zhuchao.core.text.searched import Spelling
from zhuchao.ground.finding import PUBLIC, Findable, Question, SearchIndex, Seen

EVERYBODY = (Seen(("article", "offer"), (PUBLIC,)),)
OLD, NEW = datetime(2016, 3, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
LETTERS = "风电经开发区溧阳厂房ab1，。 "


def row(pk: int, title: str, body: str = "", **told: object) -> Findable:
    known: dict[str, object] = {"who": (PUBLIC,), "mark": pk, "at": OLD}
    return Findable("entry", pk, str(told.pop("kind", "article")), title, body, **(known | told))  # type: ignore[arg-type]


def opened(folder: Path) -> SearchIndex:
    spelling = Spelling(folding={}, traditional={ord("廠"): "厂"}, evasions={"蕞": "最"})
    return SearchIndex(folder, amounts=("area",), registers=("entry",), spelling=spelling)


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    return opened(tmp_path / "index")


def found(index: SearchIndex, typed: str, **told: object) -> list[int]:
    asked = {"seen": EVERYBODY} | told
    question = Question(index.spelling.words(typed), **asked)  # type: ignore[arg-type]
    return [pk for _, pk in index.find(question, limit=50).found]


@pytest.mark.parametrize("typed", ["经开", "开区", "经开区", "风电", "廠房", "ＡＢ", "区"])
def test_subwords_and_other_spellings_find(index: SearchIndex, typed: str) -> None:
    index.put([row(1, "溧阳经开区的风电厂房 ABB"), row(2, "别的事")])

    assert found(index, typed) == [1]


def test_every_word_must_be_there_side_by_side(index: SearchIndex) -> None:
    index.put([row(1, "经开区"), row(2, "已经开工，开区建园"), row(3, "风电 经开区")])

    assert set(found(index, "经开区")) == {1, 3}
    assert found(index, "风电 经开") == [3]


def test_titles_come_first_and_the_newer_of_two_alike(index: SearchIndex) -> None:
    index.put(
        [
            row(1, "旧闻", "风电项目"),
            row(2, "旧闻", "风电项目", at=NEW),
            row(3, "风电项目", "开工"),
        ]
    )

    assert found(index, "风电") == [3, 2, 1]
    assert found(index, "风电", sort="newest")[0] == 2


def test_what_others_keep_is_neither_found_nor_counted(index: SearchIndex) -> None:
    index.put([row(1, "风电", who=("team:1:2",)), row(2, "风电", who=("team:1:3",))])
    mine = (Seen(("article",), ("team:1:2", "tray:1")),)
    question = Question(("风电",), mine)

    assert found(index, "风电", seen=mine) == [1]
    assert index.count(question) == 1
    assert index.kinds(question) == {"article": 1}
    assert found(index, "风电", seen=()) == []
    assert set(found(index, "风电", seen=(Seen(("article",), None),))) == {1, 2}


def test_facets_and_amounts_narrow_sort_and_are_counted(index: SearchIndex) -> None:
    index.put(
        [
            row(1, "甲", kind="offer", facets=("height=6", "height=8"), amounts={"area": 500}),
            row(2, "乙", kind="offer", facets=("height=6",), amounts={"area": 2000.5}),
            row(3, "丙", kind="offer", facets=("height=?",)),
        ]
    )

    assert found(index, "", facets={"height": "8"}) == [1]
    assert found(index, "", ranges={"area": (None, 2000)}) == [1]
    assert found(index, "", sort="area") == [1, 2, 3]
    assert found(index, "", sort="-area") == [2, 1, 3]
    narrowed = Question((), EVERYBODY, facets={"height": "8"})
    assert index.counts(narrowed, without="height") == {"height=6": 2, "height=8": 1, "height=?": 1}


def test_what_is_put_again_stands_once_and_what_is_dropped_is_gone(index: SearchIndex) -> None:
    index.put([row(1, "旧名"), row(2, "别的")], state="a")
    index.put([row(1, "新名", mark=9)], drop=[("entry", 2)], state="b")

    assert found(index, "新名") == [1]
    assert found(index, "旧名") == found(index, "别的") == []
    assert index.marks("entry") == {1: 9}
    assert index.state() == "b"


def test_an_index_of_another_make_is_made_anew(tmp_path: Path, index: SearchIndex) -> None:
    index.put([row(1, "风电")], state="a")
    other = SearchIndex(
        tmp_path / "index", amounts=("area", "rent"), registers=("entry",), spelling=index.spelling
    )

    assert other.state() == ""
    assert other.put([row(1, "风电")]) == 1


def test_two_do_not_write_at_once(tmp_path: Path, index: SearchIndex) -> None:
    index.put([row(1, "风电")])
    other = opened(tmp_path / "index")

    with pytest.raises(Busy):
        index.put(_written_meanwhile(other) for _ in range(1))


def _written_meanwhile(other: SearchIndex) -> Findable:
    other.put([row(3, "同时")], patience_s=0.0)
    return row(2, "风电")


def test_made_anew_it_is_searched_as_it_was_until_it_is_made(index: SearchIndex) -> None:
    index.put([row(1, "风电"), row(2, "氢能")])
    seen = []

    def rows() -> Iterator[Findable]:
        seen.append(set(index.marks("entry")))
        yield row(3, "储能")

    index.put(rows(), is_anew=True)

    assert seen == [{1, 2}]
    assert set(index.marks("entry")) == {3}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(LETTERS, max_size=14), min_size=1, max_size=6), data=st.data())
def test_whatever_a_substring_finds_is_found(
    index: SearchIndex, texts: list[str], data: st.DataObject
) -> None:
    index.put([row(pk, "", text) for pk, text in enumerate(texts, 1)], is_anew=True)
    source = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(source)))
    typed = source[start : start + data.draw(st.integers(1, 5))]

    words = index.spelling.words(typed)

    truth = {
        pk
        for pk, text in enumerate(texts, 1)
        if words and all(word in index.spelling.folded(text) for word in words)
    }
    assert not words or truth <= set(found(index, typed))
