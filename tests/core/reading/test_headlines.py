"""The title is weighed: by its form, its place, what says the same, and what rules take it for."""

from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.reading.fitting import text_start
from zhuchao.core.reading.headlines import BY_RULES, LEAST, likeliest, title_traits
from zhuchao.core.reading.lines import lines_of
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.weights import Weights

TEXT = f"霁川发布\n霁川新区召开项目调度会\n2024-05-06 09:30\n{SENTENCE}\n{SENTENCE}"


def weights(trait: str, weight: int) -> Weights:
    return Weights(("title", "other"), {trait: (weight, 0)})


def test_a_talk_is_not_headed_by_one_of_its_questions(tables: Tables) -> None:
    talk = (
        "对话霁川招商局长：为什么劝退了九个项目\n原创 苏木 霁川产业观察\n2024年5月6日 08:02 江苏\n"
        "去年，霁川新区签下三十个项目，却劝退了九个。\n01\n劝退是算账\n"
        "霁川产业观察：怎么看出来是奔着补贴来的？\n"
        f"林局长：{SENTENCE}\n霁川产业观察：企业不嫌烦吗？\n林局长：{SENTENCE}\n"
    )

    assert read(talk, tables=tables).title.value == "对话霁川招商局长：为什么劝退了九个项目"


def test_a_main_heading_stands_against_a_part_of_the_window_s_title(tables: Tables) -> None:
    page = (
        "<html><head><title>【2200㎡厂房出租】霁川经开区标准厂房一楼-霁川厂房网</title></head><body>"
        "<div class='nv'><a href='/'>首页</a><a href='/c'>厂房出租</a></div>"
        "<h1>霁川经开区 标准厂房一楼 2200㎡ 近地铁口</h1><dl><dt>建筑面积</dt><dd>2200㎡</dd></dl>"
        f"<div class='desc'><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>"
    )

    assert read(page, tables=tables).title.value == "霁川经开区 标准厂房一楼 2200㎡ 近地铁口"


@pytest.mark.parametrize(("weight", "best"), [(LEAST, 0), (BY_RULES - 1, 0), (BY_RULES + 1, 1)])
def test_what_rules_say_stands_until_enough_speaks_against_it(weight: int, best: int) -> None:
    sheet = lines_of(TEXT)

    assert likeliest(sheet, text_start(sheet), 0, weights("-1 tiny", weight)) == best


def test_the_traits_of_each_line_that_may_be_the_title_are_told() -> None:
    sheet = lines_of(TEXT)

    traits = dict(title_traits(sheet, text_start(sheet)))

    assert list(traits) == [0, 1]
    assert {"-1 tiny", "1 told of", "gap 1", "text 2", "plain", "目调"} <= set(traits[1])
