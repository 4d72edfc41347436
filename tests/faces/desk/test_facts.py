"""What a page states: marked on its text, listed beside it, and made a project of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import CompanyWatch, Fact, ReadPage
from zhuchao.apps.projects.models import Project
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

PAGE = """<html><head><title>{title}</title></head><body><h1>{title}</h1>
<div>来源：{source}　发布时间：2026-03-05</div>
<p>3月4日，江苏示例精密科技有限公司在溧阳市投资建设的示例精密制造项目正式签约，总投资{total}亿元，用地120亩。</p>
<p>2025年，溧阳市实现地区生产总值{gdp}亿元，同比增长6.5%。{more}</p>
<p>会议指出，要以科技创新引领产业升级，不断优化营商环境，推动高质量发展取得新成效。</p>
</body></html>"""


def file_page(house: House, tables: Tables, **told: str) -> ReadPage:
    words = {"title": "示例精密制造项目签约", "source": "示例日报", "total": "12", "gdp": "1500"}
    viewer = house.viewer("officer")
    raw = PAGE.format(**{"more": "", **words, **told}).encode()
    intake = services.keep_intake(viewer, raw=raw, origin="paste")
    page = read(raw, tables=tables)
    return services.confirm_page(viewer, intake.pk, page=page, corrections={})


@pytest.fixture
def page(house: House, tables: Tables) -> ReadPage:
    return file_page(house, tables)


def event_of(page: ReadPage) -> Fact:
    return page.facts.filter(kind="event").get()


def test_a_page_shows_its_facts_on_the_text_and_beside_it(officer: Client, page: ReadPage) -> None:
    content = officer.get(f"/desk/pages/{page.pk}/").content.decode()

    start = event_of(page).start
    assert f'href="#s-{start}"' in content
    assert f'id="s-{start}"' in content
    assert 'data-kinds="organisation"' in content
    assert "地区生产总值" in content


def test_facts_are_found_again_when_the_body_is_corrected(house: House, page: ReadPage) -> None:
    first = page.page["body"][0]["span"]

    services.cut_away(
        house.viewer("officer"), page.pk, start=first[0], end=first[1], kind="navigation"
    )

    assert not page.facts.filter(kind="event", start__gte=first[0], end__lte=first[1]).exists()
    assert page.facts.filter(kind="measure").exists()


def test_the_same_fact_of_another_page_is_one_with_two_sources(
    house: House, tables: Tables, page: ReadPage
) -> None:
    other = file_page(house, tables, source="示例晚报", more="甲乙丙丁。")

    stated = selectors.stated(house.viewer("officer"), ReadPage.objects.get(pk=page.pk))

    told = next(each for each in stated if each.fact.kind == "event")
    assert [each.page_id for each in told.sources] == [other.pk]
    assert told.against == ()


def test_a_contradiction_is_shown_with_what_the_other_page_says(
    officer: Client, house: House, tables: Tables, page: ReadPage
) -> None:
    file_page(house, tables, source="示例晚报", total="15", gdp="1510")

    content = officer.get(f"/desk/pages/{page.pk}/").content.decode()

    assert "说法不一" in content
    assert "15 亿元" in content


def test_facts_of_older_rules_are_found_again(house: House, page: ReadPage) -> None:
    ReadPage.objects.update(facts_by="old")
    Fact.objects.all().delete()

    done = services.read_facts_again(house.viewer("officer"), most=20)

    assert done == 1
    assert event_of(page)
    assert services.read_facts_again(house.viewer("officer"), most=20) == 0


def test_a_persons_name_stands_in_the_page_alone(house: House, tables: Tables) -> None:
    page = file_page(house, tables, more="市委书记赵示例出席签约仪式。")

    people = page.facts.filter(kind="person")
    assert people.exists()
    assert not people.filter(sentence__contains="赵示例").exists()
    assert all("name" not in each.value for each in people)


def test_an_event_becomes_a_project_only_when_confirmed(officer: Client, page: ReadPage) -> None:
    address = f"/desk/facts/{event_of(page).pk}/project/"

    asked = officer.get(address)
    form = asked.context["form"].initial
    assert not Project.objects.exists()
    answer = officer.post(address, form)

    project = Project.objects.get()
    assert answer["Location"] == f"/desk/projects/{project.pk}/"
    assert project.title == form["title"] != ""
    assert project.company is not None
    assert project.company.name == "江苏示例精密科技有限公司"
    assert "总投资12亿元" in str(project.events.get().documents.get())
    assert str(project.stage_on) == "2026-03-04"


def test_the_same_event_is_the_same_project_also_from_another_page(
    officer: Client, house: House, tables: Tables, page: ReadPage
) -> None:
    other = file_page(house, tables, source="另一报", title="示例精密项目落户溧阳")
    for told in (page, page, other):
        address = f"/desk/facts/{event_of(told).pk}/project/"
        officer.post(address, officer.get(address).context["form"].initial)

    project = Project.objects.get()
    assert [each.page_id for each in project.pages.order_by("pk")] == [page.pk, other.pk]
    assert set(ReadPage.objects.values_list("state", flat=True)) == {"used"}
    assert other.title in officer.get(f"/desk/projects/{project.pk}/").content.decode()


def test_what_is_missing_is_told_at_the_field(officer: Client, page: ReadPage) -> None:
    address = f"/desk/facts/{event_of(page).pk}/project/"

    answer = officer.post(address, {"title": "", "evidence": "网页", "occurred_on": "2026-03-04"})

    assert answer.status_code == 422
    assert not Project.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("officer", 200), ("agent", 404), ("auditor", 403)])
def test_who_may_make_a_project_of_a_fact(
    signed_in: Callable[[str], Client], page: ReadPage, who: str, status: int
) -> None:
    answer = signed_in(who).get(f"/desk/facts/{event_of(page).pk}/project/")

    assert answer.status_code == status


def test_a_watched_company_appears_today_with_the_sentence_until_ended(
    officer: Client, house: House, tables: Tables, page: ReadPage
) -> None:
    named = page.facts.filter(kind="organisation").first()
    assert named
    officer.post(f"/desk/facts/{named.pk}/watch/")
    officer.post(f"/desk/facts/{named.pk}/watch/")
    before = officer.get("/desk/").content.decode()

    file_page(house, tables, title="另一篇报道", source="示例晚报")

    watch = CompanyWatch.objects.get()
    assert "另一篇报道" not in before
    assert "江苏示例精密科技有限公司：另一篇报道" in officer.get("/desk/").content.decode()
    assert watch.name in officer.get("/desk/company-watches/").content.decode()
    officer.post(f"/desk/company-watches/{watch.pk}/end/")
    assert "公司：另一篇报道" not in officer.get("/desk/").content.decode()
    assert not selectors.company_watches(house.viewer("officer")).exists()


def test_a_watch_is_ended_by_its_owner_alone(
    signed_in: Callable[[str], Client], officer: Client, page: ReadPage
) -> None:
    named = page.facts.filter(kind="organisation").first()
    assert named
    officer.post(f"/desk/facts/{named.pk}/watch/")
    watch = CompanyWatch.objects.get()

    assert signed_in("stranger").post(f"/desk/company-watches/{watch.pk}/end/").status_code == 404
    assert signed_in("auditor").post(f"/desk/facts/{named.pk}/watch/").status_code == 403
    assert CompanyWatch.objects.filter(ended_at=None).exists()
