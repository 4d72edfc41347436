from __future__ import annotations

from datetime import date

from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

EDITION = f"""霁川日报 数字报
首页 | 版面导航 | 标题导航 | 往期回顾
第A01版：要闻
第A02版：县域经济
本版标题导航
小车间里长出灯塔工厂
种苗订单过半
上一版  下一版
2024年05月16日 星期四   A02 县域经济
上一篇  下一篇   放大 缩小 默认
小车间里长出灯塔工厂
本报记者 纪南舟
{SENTENCE}
{SENTENCE}"""


def test_an_edition_gives_its_paper_its_day_and_its_page(tables: Tables) -> None:
    page = read(EDITION, tables=tables)

    assert page.title.value == "小车间里长出灯塔工厂"
    assert (page.source.value, page.category.value) == ("霁川日报", "县域经济")
    assert (page.published.value, page.author.value) == (date(2024, 5, 16), "纪南舟")
    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"


def test_a_day_among_other_words_is_not_that_of_the_edition(tables: Tables) -> None:
    page = read(EDITION.replace(" 星期四   A02 县域经济", " 查看旧版(2007年以前)"), tables=tables)

    assert page.published.value is None


def test_a_text_that_names_a_paper_once_is_no_edition(tables: Tables) -> None:
    page = read(f"霁川日报数字报上线\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert page.source.value is None
