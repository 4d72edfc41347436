"""The desk's places: grouped, by rights, the group of the present one open, a key for each."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.faces.desk.places import navigation_of


def test_every_place_is_in_a_group_and_has_a_letter_of_its_own(house: House) -> None:
    found = navigation_of(house.viewer("administrator"), "/desk/rates/")

    letters = [place.letter for place in found.places]
    assert len(letters) == len(set(letters))
    assert [place.label for place in found.alone] == ["今日"]
    assert [place.label for place in found.bar] == ["今日", "需求", "房源", "项目"]
    assert [group.name for group in found.groups if group.is_here] == ["figures"]


@pytest.mark.parametrize(
    ("address", "label"),
    [("/desk/rules/", "规则与审计"), ("/desk/projects/", "项目"), ("/desk/pages/", "收件与网页")],
)
def test_the_group_of_the_present_place_is_open(officer: Client, address: str, label: str) -> None:
    page = officer.get(address).content.decode()

    assert re.search(rf"<details [^>]*data-here open><summary>{label}<", page)
    assert page.count("data-here") == 1


def test_a_group_without_a_place_for_the_viewer_is_left_out(
    signed_in: Callable[[str], Client], house: House
) -> None:
    found = navigation_of(house.viewer("auditor"), "/desk/")

    assert {group.label for group in found.groups} == {"规则与审计"}
    assert 'data-go="u"' in signed_in("auditor").get("/desk/audit/").content.decode()


def test_a_phone_reaches_every_place(house: House) -> None:
    found = navigation_of(house.viewer("administrator"), "/desk/")

    folded = {place for group in found.groups for place in group.folded}
    assert {*found.bar, *found.folded_alone, *folded} == set(found.places)
