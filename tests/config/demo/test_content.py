from __future__ import annotations

import re
from itertools import chain

import pytest

from zhuchao.apps.people.viewer import Role
from zhuchao.config.demo import content, sign_ins
from zhuchao.core.vocabulary.tables import Tables

ARTICLES = [
    pytest.param(article, id=article["title"])
    for channel in content.channels()
    for article in channel["article"]
]
EVERYTHING = "\n".join(
    path.read_text("utf-8") for path in sorted(content.FOLDER.rglob("*")) if path.is_file()
)


def test_there_is_somebody_for_every_role_but_the_visitor() -> None:
    roles = {person["role"] for person in content.document("people")["person"]}

    assert roles == {role.value for role in Role} - {Role.VISITOR.value}


def test_everybody_is_told_how_to_sign_in_with_a_role_in_chinese() -> None:
    told = sign_ins()

    assert len({each.sign_in for each in told}) == len(told)
    assert {"招商专员", "科长", "园区领导", "督查", "编辑", "管理员", "审计", "中介"} == {
        each.role for each in told
    }


def test_there_is_as_much_as_the_demonstration_promises() -> None:
    offers = content.offers()
    parts = {(each["building"], each.get("unit", "")) for each in offers if "building" in each}
    plots = content.document("parks")["plot"]

    assert len(content.document("buildings")["building"]) + len(parts) + len(plots) >= 40
    assert len(content.document("enquiries")["enquiry"]) == 30
    assert len(content.projects()) == 40
    assert len(ARTICLES) == 20
    assert sum(each.get("state", "on") == "on" for each in offers) >= 35


def test_some_offers_are_held_checked_or_stale() -> None:
    states = {each.get("state", "on") for each in content.offers()}

    assert {"held", "checking", "stale", "under_offer"} <= states


def test_titles_of_offers_and_projects_are_unique() -> None:
    offers = [each["title"] for each in content.offers()]
    projects = [each["title"] for each in content.projects()]

    assert len(set(offers)) == len(offers)
    assert len(set(projects)) == len(projects)


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_a_news_item_of_ordinary_length(article: content.Entry) -> None:
    assert 300 <= len(article["body"].strip()) <= 900
    # The house writes itself, or tells on what others wrote under a title of theirs.
    assert bool(article["source"]) == bool(article["original_title"])
    assert article["event_days"] >= article["published_days"]


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_makes_no_claim_that_advertising_law_forbids(article: content.Entry) -> None:
    written = article["title"] + article["body"]

    assert not re.search(r"全国第一|唯一|国家级|首选|最佳|最优|最大|最低|顶级|绝对", written)


def test_every_region_of_an_offer_exists(tables: Tables) -> None:
    codes = {each["region"] for each in chain(content.offers(), content.document("parks")["park"])
             if "region" in each}  # fmt: skip

    assert codes <= set(tables.regions)


def test_every_telephone_is_of_the_fictional_range() -> None:
    telephones = re.findall(r"(?<!\d)1[3-9]\d(?:-?\d{4}){2}(?!\d)", EVERYTHING)

    assert telephones
    assert all(each.replace("-", "").startswith("1380000") for each in telephones)


def test_no_real_zone_is_named() -> None:
    path = content.FOLDER.parents[2] / "tables" / "hightech_zones.csv"
    names = {
        cell
        for line in path.read_text("utf-8").splitlines()[1:]
        for cell in re.split("[,|]", line)
        if len(cell) >= 5 and cell.endswith(("开发区", "高新区", "园区"))
    }

    assert names
    assert not [name for name in names if name in EVERYTHING]


def test_every_name_that_one_file_takes_from_another_is_there() -> None:
    people = {person["sign_in"] for person in content.document("people")["person"]}
    buildings = {each["name"] for each in content.document("buildings")["building"]}
    plots = {each["number"] for each in content.document("parks")["plot"]}
    titles = {each["title"] for each in content.offers()}

    serving = content.document("serving")
    shown = {t for kind in ("viewing", "sheet") for each in serving[kind] for t in each["offers"]}

    assert {each["by"] for kind in serving.values() for each in kind} <= people
    assert {each["by"] for each in content.document("claims")["claim"]} <= people
    assert shown | {each["offer"] for each in serving["registration"]} <= titles
    assert {each["by"] for each in content.offers()} <= people
    assert {each["owner"] for each in content.projects()} <= people
    assert {each["building"] for each in content.offers() if "building" in each} == buildings
    assert {each["plot"] for each in content.offers() if "plot" in each} == plots
    assert {each["offer"] for each in content.projects() if each["offer"]} <= titles
