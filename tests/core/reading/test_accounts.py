from __future__ import annotations

from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

TITLE = "拓岳传动减速器项目落户溧川"


def page(head: str, foot: str = "") -> str:
    return f"首页 > 产业 > 正文\n{TITLE}\n{head}\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}\n{foot}"


def test_an_account_that_is_the_labelled_source_is_not_also_the_author(tables: Tables) -> None:
    read_page = read(page("溧川发布\n昨天21:05发布于岭东\n来源：溧川发布"), tables=tables)

    assert (read_page.author.value, read_page.source.value) == (None, "溧川发布")


def test_an_account_of_a_feed_wrote_what_it_shows(tables: Tables) -> None:
    read_page = read(page("溧川观察\n昨天21:05发布于岭东"), tables=tables)

    assert (read_page.author.value, read_page.source.value) == ("溧川观察", None)


def test_an_account_beside_a_person_is_the_source(tables: Tables) -> None:
    read_page = read(page("原创 沈一鹭 春芽湾产业观察\n2026年3月18日 10:20"), tables=tables)

    assert (read_page.author.value, read_page.source.value) == ("沈一鹭", "春芽湾产业观察")


def test_a_medium_beside_its_date_is_no_author(tables: Tables) -> None:
    read_page = read(page("溧川日报\n2026-03-18 10:20"), tables=tables)

    assert (read_page.author.value, read_page.source.value) == (None, "溧川日报")


def test_a_name_right_above_the_date_is_who_wrote(tables: Tables) -> None:
    read_page = read(page("郗文舟\n2026年03月18日08:21 | 来源：溧川经济报"), tables=tables)

    assert (read_page.author.value, read_page.source.value) == ("郗文舟", "溧川经济报")


def test_a_label_set_off_by_a_stroke_is_no_account(tables: Tables) -> None:
    foot = f"来源丨溧川县融媒体中心\n原标题丨{TITLE}签约仪式举行"

    read_page = read(page("溧川投资促进\n昨天 19:42", foot), tables=tables)

    assert read_page.author.value != "来源丨溧川县融媒体中心"
    assert read_page.original_title.value == f"{TITLE}签约仪式举行"
