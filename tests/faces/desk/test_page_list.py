"""The list of read pages: what it tells, how it narrows, what is done to many, its table file."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.faces.desk.conftest import House
from tests.faces.desk.paged import cluster_of, make_page, undo_in

from zhuchao.apps.library.models import ReadPage
from zhuchao.core.vocabulary.tables import Tables


@pytest.fixture
def make(house: House, tables: Tables) -> Callable[..., ReadPage]:
    return partial(make_page, house, tables)


def test_the_list_tells_origin_and_reposts(officer: Client, make: Callable[..., ReadPage]) -> None:
    origin, repost, _ = make(1, title="首发的"), make(2, title="转载的"), make(3, title="单独的")
    cluster_of(origin, repost)

    everything = officer.get("/desk/pages/").content.decode()
    origins = officer.get("/desk/pages/?origin=1").content.decode()

    assert everything.count("data-row") == 3
    assert f'href="/desk/pages/{origin.pk}/" title="首发：首发的"' in everything
    assert "转载的" not in origins
    assert origins.count("data-row") == 2


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("state=new", 2), ("state=used", 0), ("q=甲", 1), ("from=2026-03-02", 1),
        ("to=2026-03-01&from=2026-02-01", 1), ("from=nonsense&to=", 2), ("state=%27", 0),
    ],
)  # fmt: skip
def test_the_address_narrows_the_list(
    officer: Client, make: Callable[..., ReadPage], query: str, rows: int
) -> None:
    make(1, title="甲", published_on="2026-03-01")
    make(2, title="乙", published_on="2026-03-05")

    content = officer.get(f"/desk/pages/?{query}").content.decode()

    assert content.count("data-row") == rows
    assert ("没有符合条件的记录" in content) is (rows == 0)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", "乙甲"),
        ("published", "甲乙"),
        ("-published", "乙甲"),
        ("-created", "乙甲"),
        ("x", "乙甲"),
    ],
)
def test_the_list_is_sorted(
    officer: Client, make: Callable[..., ReadPage], sort: str, order: str
) -> None:
    make(1, title="甲", published_on=None)
    make(2, title="乙")

    content = officer.get(f"/desk/pages/?sort={sort}").content.decode()

    assert "".join(re.findall(r'title="([甲乙])"', content)) == order


def test_an_empty_list_says_how_the_first_comes_to_be(officer: Client) -> None:
    assert "这里就有第一篇" in officer.get("/desk/pages/").content.decode()


def test_more_pages_ask_no_more_questions(officer: Client, make: Callable[..., ReadPage]) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as caught:
            officer.get("/desk/pages/")
        return len(caught)

    cluster_of(make(1), make(2))
    few = questions()
    for number in range(3, 12):
        make(number)
    cluster_of(*ReadPage.objects.filter(cluster=None))

    assert questions() <= few <= 12


def test_what_is_listed_is_exported(officer: Client, make: Callable[..., ReadPage]) -> None:
    make(1, title="=甲", source="日报, 某")
    make(2, title="乙")

    answer = officer.get("/desk/pages/export/?q=甲")

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0].startswith("标题,来源,发布日期")
    assert len(lines) == 2
    assert lines[1].startswith('\'=甲,"日报, 某",2026-03-05,新读,,1,')


def test_many_are_set_aside_in_one_act_and_come_back(
    officer: Client, make: Callable[..., ReadPage]
) -> None:
    one, two, used = make(1), make(2), make(3, state="used")
    chosen = {"page": [one.pk, two.pk, used.pk, "x"], "next": "/desk/pages/?q=示例"}

    answer = officer.post("/desk/pages/set-aside/", chosen, follow=True)
    states = set(ReadPage.objects.filter(state="set_aside"))
    officer.post(undo_in(answer.content.decode()))

    assert answer.redirect_chain == [("/desk/pages/?q=%E7%A4%BA%E4%BE%8B", 302)]
    assert "已搁置 2 个网页。1 个已用" in answer.content.decode()
    assert states == {one, two}
    assert not ReadPage.objects.filter(state="set_aside").exists()


@pytest.mark.parametrize("elsewhere", ["https://a.example/desk/pages/", "//a.example", "/editor/"])
def test_after_a_bulk_act_nobody_is_led_elsewhere(officer: Client, elsewhere: str) -> None:
    answer = officer.post("/desk/pages/set-aside/", {"next": elsewhere}, follow=True)

    assert answer.redirect_chain == [("/desk/pages/", 302)]
    assert "还没有勾选网页" in answer.content.decode()
