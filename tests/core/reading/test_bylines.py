from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

CRUMB = "当前位置:首页 > 园区动态2024 > 正文内容"


@pytest.mark.parametrize(
    ("meta", "field", "value"),
    [
        ("2024-05-06 10:20 来源：霁川日报 作者：顾北辰", "source", "霁川日报"),
        ("2024-05-06 10:20 来源：霁川日报 作者：顾北辰", "author", "顾北辰"),
        ("2024-05-06 10:20　　来源：霁川日报　　编辑：米可心", "editor", "米可心"),
        ("来源: 霁川日报 2024-05-06", "source", "霁川日报"),
        ("信息来源：霁川市工信局 | 浏览次数：1024 | 2024-05-06", "views", 1024),
        ("2024-05-06 阅读量：35次 来源：霁川日报", "views", 35),
        ("作者：顾北辰 米可心 时间：2024-05-06", "author", "顾北辰 米可心"),
        ("责任编辑：米可心 校对：纪南舟 2024-05-06", "editor", "米可心"),
        ("admin8个月前 (09-24)园区动态20247", "author", None),
        ("admin8个月前 (09-24)园区动态20247", "views", 7),
        ("管理员 8个月前 (09-24) 园区动态2024 77", "author", None),
        ("管理员 8个月前 (09-24) 园区动态2024 77", "views", 77),
        ("2024-05-06 10:20", "views", None),
        ("2024-05-06 10:20", "source", None),
    ],
)
def test_a_meta_line_gives_its_fields(
    meta: str, field: str, value: str | int | None, tables: Tables
) -> None:
    page = read(f"{CRUMB}\n霁川新区召开项目调度会\n{meta}\n{SENTENCE}", tables=tables)

    assert getattr(page, field).value == value


def test_without_a_breadcrumb_the_category_of_the_meta_line_is_inferred(tables: Tables) -> None:
    meta = "admin8个月前 (09-24)园区动态7"

    page = read(f"霁川新区召开项目调度会\n{meta}\n{SENTENCE}", tables=tables)

    assert (page.category.value, page.views.value) == ("园区动态", 7)
    assert page.category.why


@pytest.mark.parametrize(
    ("crumb", "levels"),
    [
        ("当前位置:首页 > 园区动态 > 正文内容", ("首页", "园区动态")),
        ("霁川厂房网 > 厂房出租 > 房源详情", ("霁川厂房网", "厂房出租")),
        ("您的位置：首页 » 新闻 » 园区动态", ("首页", "新闻", "园区动态")),
        ("首页 / 新闻 / 园区动态", ("首页", "新闻", "园区动态")),
        ("当前位置：园区动态", ("园区动态",)),
    ],
)
def test_a_breadcrumb_gives_its_levels(crumb: str, levels: tuple[str, ...], tables: Tables) -> None:
    page = read(f"{crumb}\n霁川新区召开项目调度会\n{SENTENCE}", tables=tables)

    assert page.breadcrumb == levels
    assert page.category.value == levels[-1]
