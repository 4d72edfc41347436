from __future__ import annotations

from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

ITEMS = ("园区里的食堂一年亏多少钱", "一张环评批复的旅行要多久", "三个园区的三种算法")


def related(below: str, tables: Tables) -> list[str]:
    text = "\n".join(("拓岳传动减速器项目落户溧川", "2026-03-18 10:20", *[SENTENCE] * 3))
    return [item.title for item in read(f"{text}\n\n{below}", tables=tables).related]


def test_a_gap_ends_a_list_whose_entries_stand_close(tables: Tables) -> None:
    below = "往期推荐\n" + "\n".join(ITEMS) + "\n\n溧川产业观察\n专注园区的慢观察，每周更新"

    assert related(below, tables) == list(ITEMS)


def test_gaps_between_groups_end_no_list(tables: Tables) -> None:
    groups = (f"{item}\n溧川产业观察\n2026-03-0{at}" for at, item in enumerate(ITEMS, 1))

    assert related("相关推荐\n" + "\n\n".join(groups), tables) == list(ITEMS)


def test_gaps_between_all_entries_end_no_list(tables: Tables) -> None:
    assert related("相关推荐\n\n" + "\n\n".join(ITEMS), tables) == list(ITEMS)


def test_who_published_an_item_when_and_its_comments_are_no_item(tables: Tables) -> None:
    below = "\n".join(f"{item}\n溧川发布 03-02 5评" for item in ITEMS)

    assert related(f"相关推荐\n{below}", tables) == list(ITEMS)


def test_levels_of_a_path_stand_on_lines_of_their_own(tables: Tables) -> None:
    text = (
        "您的位置：首页\n»\n新闻中心\n»\n园区动态\n拓岳传动减速器项目落户溧川\n"
        f"2026-03-18 10:20\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}"
    )

    page = read(text, tables=tables)

    assert page.breadcrumb == ("首页", "新闻中心", "园区动态")
    assert page.category.value == "园区动态"
