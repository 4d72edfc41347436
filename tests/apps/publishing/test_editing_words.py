"""What the editing screens say is Chinese, also where their library has not said it yet."""

from __future__ import annotations

import json
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
import wagtail
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation.trans_real import DjangoTranslation, translation
from tests.apps.publishing.people import channel, organisation, person
from wagtail.models import Page

from zhuchao.apps import publishing
from zhuchao.apps.people.viewer import Role

OURS = Path(publishing.__file__).parent / "locale/zh_Hans/LC_MESSAGES"
LIBRARY = Path(wagtail.__file__).parent
CHINESE = "zh-hans"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
DOMAINS = ("django", "djangojs")


def told(catalogue: Path) -> list[tuple[str, str, str]]:
    """Each message of a catalogue, of several things, and what is said for it; empty for none."""
    joined = catalogue.read_text("utf-8").replace('"\n"', "")
    pattern = r'^msgid "(.+)"\n(?:msgid_plural "(.+)"\n)?msgstr(?:\[0\])? "(.*)"$'
    found = re.findall(pattern, joined, re.M)
    return [(_plain(one), _plain(many), _plain(said)) for one, many, said in found]


def _plain(written: str) -> str:
    return written.replace('\\"', '"').replace("\\n", "\n")


def known(domain: str) -> DjangoTranslation:
    if domain == "django":
        return translation(CHINESE)
    return DjangoTranslation(CHINESE, domain=domain, localedirs=[LIBRARY / "admin" / "locale"])


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_is_written_here_is_compiled_and_has_no_other_placeholders(domain: str) -> None:
    compiled = GNUTranslations((OURS / f"{domain}.mo").open("rb"))
    written = told(OURS / f"{domain}.po")

    assert written
    for message, many, said in written:
        assert said in (compiled.gettext(message), compiled.ngettext(message, message, 1))
        assert set(PLACEHOLDER.findall(said)) <= set(PLACEHOLDER.findall(message + many))


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_library_says_nothing_that_is_not_said_in_chinese(domain: str) -> None:
    catalogue = known(domain)._catalog  # type: ignore[attr-defined]
    english = [
        message
        for app in apps.get_app_configs()
        for each in Path(app.path).glob(f"locale/en/LC_MESSAGES/{domain}.po")
        if app.name.startswith("wagtail")
        for message, *_ in told(each)
    ]

    assert english
    assert [each for each in english if each not in catalogue and (each, 0) not in catalogue] == []


def test_many_pages_are_told_with_their_number() -> None:
    assert gettext("Schedule to publish") == "定时发布"
    many = "%(num_parent_objects)d pages have been published"
    said = ngettext("%(num_parent_objects)d page has been published", many, 2)
    assert said % {"num_parent_objects": 2} == "2 个页面已发布"


@pytest.mark.django_db
def test_the_editing_screens_bear_the_name_of_the_house_and_lead_back_to_the_desk() -> None:
    viewer = person(organisation(), Role.EDITOR)
    channel()
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert '<span class="brand">筑巢</span>' in page
    (told,) = re.findall(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page)
    menus = [each["_args"][0] for each in json.loads(told)["modules"] if "Menu" in each["_type"]]
    first = menus[0][0]["_args"][0]
    assert (first["label"], first["url"]) == ("工作台", "/desk/")


@pytest.mark.django_db
def test_the_scripts_of_the_editing_screens_are_told_in_chinese() -> None:
    viewer = person(organisation(), Role.EDITOR)
    channel()
    client = Client()
    client.force_login(get_user_model().objects.get(pk=viewer.person_id))

    served = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()

    assert f'"Insert a block": {json.dumps("插入内容块")}' in served


@pytest.mark.django_db
def test_what_stands_above_all_sites_has_a_chinese_name() -> None:
    channel()

    assert Page.get_first_root_node().title == "全部站点"
