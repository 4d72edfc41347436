"""Values behind labels and without them, quoted from the original."""

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables


def page_of(meta: str, tables: Tables, closing: str = "", opening: str = "") -> Page:
    raw = f"澜溪园区开工一批项目\n{meta}\n{opening}{SENTENCE}\n{SENTENCE}\n{closing}"
    return read(raw, tables=tables)


@pytest.mark.parametrize(
    ("meta", "field", "value"),
    [
        ("2026-05-01 来源：澜溪日报 作者：乔以安 责任编辑：米可心", "source", "澜溪日报"),
        ("2026-05-01 来源：澜溪日报 作者：乔以安 责任编辑：米可心", "author", "乔以安"),
        ("2026-05-01 来源：澜溪日报 作者：乔以安 责任编辑：米可心", "editor", "米可心"),
        ("来　源：澜溪日报　　时间：2026-05-01", "source", "澜溪日报"),
        ("来源：澜溪日报作者：乔以安发布时间：2026-05-01", "source", "澜溪日报"),
        ("來源：瀾溪日報 發佈時間：2026-05-01", "source", "瀾溪日報"),
        ("来源 | 澜溪日报 2026-05-01", "source", "澜溪日报"),
        ("发布机构：澜溪区发展和改革局 发布日期：2026-05-01", "source", "澜溪区发展和改革局"),
        ("2026-05-01 栏目：项目动态 浏览：1,204次", "category", "项目动态"),
        ("2026-05-01 栏目：项目动态 浏览：1,204次", "views", 1204),
        ("2026-05-01 阅读(73) 点赞(5)", "views", 73),
        ("2026-05-01 阅读(73) 点赞(5)", "likes", 5),
        ("澜溪日报 2026-05-01 09:00", "source", "澜溪日报"),
        ("乔以安 2026-05-01 09:00", "author", "乔以安"),
        ("原创 乔以安 澜溪发布 2026年5月1日 09:00 江苏", "author", "乔以安"),
        ("原创 乔以安 澜溪发布 2026年5月1日 09:00 江苏", "source", "澜溪发布"),
        ("原创 乔以安 澜溪发布 2026年5月1日 09:00 江苏", "category", None),
        ("成文日期：2026-04-01 发布日期：2026-05-01", "source", None),
    ],
)
def test_a_value_of_the_line_below_the_title(
    meta: str, field: str, value: object, tables: Tables
) -> None:
    assert getattr(page_of(meta, tables), field).value == value


def test_the_day_of_publication_goes_before_that_of_making(tables: Tables) -> None:
    page = page_of("成文日期：2026-04-01 发布日期：2026-05-01", tables)

    assert str(page.published.value) == "2026-05-01"


@pytest.mark.parametrize(
    ("closing", "field", "value"),
    [
        ("文｜乔以安 编辑｜米可心 审核｜顾北辰", "editor", "米可心"),
        ("文｜乔以安 编辑｜米可心 审核｜顾北辰", "author", "乔以安"),
        ("（责任编辑：米可心）", "editor", "米可心"),
        ("编辑｜米可心", "editor", "米可心"),
        ("来源 | 澜溪日报", "source", "澜溪日报"),
        ("分享 收藏 赞 36 在看 12", "likes", 36),
    ],
)
def test_a_value_below_the_text(closing: str, field: str, value: object, tables: Tables) -> None:
    assert getattr(page_of("2026-05-01", tables, closing), field).value == value


@pytest.mark.parametrize(
    ("opening", "author"),
    [
        ("本报讯（记者 乔以安 顾北辰）", "乔以安 顾北辰"),
        ("本报讯（记者 乔以安 通讯员 顾北辰）", "乔以安"),
        ("据澜溪社电（见习记者乔以安）", "乔以安"),
    ],
)
def test_reporters_named_where_the_text_begins(opening: str, author: str, tables: Tables) -> None:
    assert page_of("2026-05-01", tables, opening=opening).author.value == author
