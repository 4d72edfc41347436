import re

import pytest

from zhuchao.core.text.openings import Alternatives, Opened, opened
from zhuchao.tables import load

TEXTS = (
    "求租2000平厂房，有的联系我", "园区招租，随时看房，价格好商量", "-5度冷库[A]区^_^", "  ", "",
)  # fmt: skip


@pytest.mark.parametrize(
    "pattern",
    [
        "求租|[厂仓]房|招(?:租|商)", "(?:急)?[-求]租?", "(?P<size>\\d+)平|[a-]区", "(?<=房)，",
        "^求|$", "[^,]租", "x*", "(?m:^)求", "\\^|\\[", "(?:价格|)好", "租{0,2}金|[\\s,]随时",
    ],
)  # fmt: skip
def test_an_opened_pattern_is_found_where_the_pattern_itself_is(pattern):
    plain = re.compile(pattern)

    for text in TEXTS:
        first, found = plain.search(text), opened(pattern).search(text)
        assert (found and found.start()) == (first and first.start())
        told = [each.span() for each in Opened(pattern).finditer(text) if each[0]]
        assert told == [each.span() for each in plain.finditer(text) if each[0]]


def test_groups_are_those_of_the_pattern_itself():
    found = Opened("(?P<size>\\d+)平|仓").search("求租2000平厂房")

    assert found is not None
    assert found["size"] == "2000"


def test_most_cues_are_looked_for_by_their_openings():
    patterns = [each.pattern for each in load().cues.values()]

    assert sum(each.startswith("[") for each in patterns) > len(patterns) * 0.8


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("以前", "past"), ("在前年", "past"), ("从前年", "any"), ("约２0平", "size"),
        ("三楼", "size"), ("a 仓", "any"), ("前", "any"), ("没有", ""),
    ],
)  # fmt: skip
def test_of_alternatives_the_first_that_stands_is_told_by_its_name(text, name):
    words = {"past": "以前|(?<!从)前年", "size": "\\d+平|[\u4e00-\u4e09]楼", "any": "前|\\s仓"}

    found = Alternatives(words).search(text)

    assert (found[0] if found else "") == name


def test_alternatives_are_looked_for_from_a_place_on():
    found = Alternatives({"past": "以前|前年"}).search("前年,以前", 1)

    assert found is not None
    assert found[1].span() == (3, 5)


def test_alternatives_that_anything_may_begin_are_refused():
    with pytest.raises(ValueError, match="what begins"):
        Alternatives({"any": "[^,]租"})
