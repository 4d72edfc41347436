"""An optional tagger proposes organisations; without one everything else holds."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality.facts.marks import page_of

from zhuchao.core.facts import find
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables

BODY = "5月8日，海岳新能与澄屿光电有限公司在昆山洽谈，新能源汽车项目总投资3亿元。"


class Marking:
    """Takes the given words for organisations, wherever they stand."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def organisations(self, text: str) -> Iterator[tuple[int, int]]:
        for word in self.words:
            if word in text:
                yield text.index(word), text.index(word) + len(word)


def names(tables: Tables, tagger: Marking | None) -> dict[str, State]:
    facts = find(page_of("", BODY), tables, tagger)
    return {each.name.value or "": each.name.state for each in facts.organisations}


def test_a_name_that_no_word_tells_is_proposed_and_inferred(tables: Tables) -> None:
    without, told = names(tables, None), names(tables, Marking("海岳新能"))

    assert "海岳新能" not in without
    assert told == without | {"海岳新能": State.INFERRED}


def test_words_of_trades_and_what_is_marked_already_are_not_proposed(tables: Tables) -> None:
    proposed = Marking("新能源汽车", "澄屿光电", "昆山", "3亿元")

    assert names(tables, proposed) == names(tables, None)
