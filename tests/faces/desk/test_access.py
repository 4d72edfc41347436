"""Nothing on the desk opens without signing in, and what a role may not see stays shut."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.faces.desk.conftest import PASSWORD, House

from zhuchao.faces.desk.urls import urlpatterns

OPEN_TO_ALL = {"sign_in", "sign_out"}
NAMES = [pattern.name for pattern in urlpatterns if pattern.name not in OPEN_TO_ALL]


def address_of(name: str) -> str:
    pattern = next(each for each in urlpatterns if each.name == name)
    return reverse(f"desk:{name}", args=[1] * len(pattern.pattern.converters))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_anonymous_visitor_is_sent_to_sign_in(name: str, method: str) -> None:
    address = address_of(name)

    answer = getattr(Client(), method)(address)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/sign-in/")


@pytest.mark.django_db
def test_whoever_must_sign_in_again_comes_back_to_the_page_and_not_to_the_act() -> None:
    page = "http://testserver/desk/projects/7/?at=2"
    address = reverse("desk:project_stage", args=[7])

    own = Client().post(address, headers={"referer": page})
    others = [
        Client().post(address, headers={"referer": told})
        for told in ("http://elsewhere.example/desk/", "http://[", "")
    ]

    assert own["Location"] == "/desk/sign-in/?next=/desk/projects/7/%3Fat%3D2&again=1"
    assert {each["Location"] for each in others} == {"/desk/sign-in/?next=/desk/&again=1"}
    assert Client().get(address, headers={"referer": "http://["}).status_code == 302


@pytest.mark.django_db
def test_only_the_browser_knows_whether_what_was_typed_is_kept() -> None:
    page = Client().get("/desk/sign-in/?next=/desk/&again=1").content.decode()

    assert "登录已过期，请重新登录。</p>" in page
    assert "刚才填写的内容" not in page
    assert "desk/resume" in page


@pytest.mark.django_db
def test_a_list_that_is_asked_for_in_part_sends_the_whole_page_to_sign_in() -> None:
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/desk/offers/?state=on"}

    answer = Client().get("/desk/offers/?state=draft", headers=headers)
    broken = Client().get("/desk/offers/", headers=headers | {"hx-current-url": "http://["})

    assert answer["HX-Redirect"] == "/desk/sign-in/?next=/desk/offers/%3Fstate%3Don"
    assert broken["HX-Redirect"] == "/desk/sign-in/?next=/desk/offers/"


@pytest.mark.parametrize(
    ("who", "seen", "refused"),
    [
        ("officer", ["enquiries", "offers", "projects", "intakes", "pages", "articles"], ["audit"]),
        ("leader", ["enquiries", "offers", "projects", "articles"], ["intakes", "audit"]),
        ("editor", ["pages", "articles", "offers", "intakes"], ["enquiries", "projects", "audit"]),
        ("auditor", ["audit"], ["enquiries", "offers", "projects", "pages", "articles"]),
        ("administrator", ["audit", "enquiries", "offers", "intakes"], []),
    ],
)
def test_a_role_sees_its_own_lists(
    signed_in: Callable[[str], Client], who: str, seen: list[str], refused: list[str]
) -> None:
    client = signed_in(who)

    statuses = {name: client.get(address_of(name)).status_code for name in (*seen, *refused)}

    assert statuses == dict.fromkeys(seen, 200) | dict.fromkeys(refused, 403)
    home = client.get("/desk/").content.decode()
    assert not [name for name in refused if f'href="{address_of(name)}"' in home]


def test_a_wrong_password_is_told_in_chinese(house: House) -> None:
    answer = Client().post("/desk/sign-in/", {"username": "officer", "password": "wrong"})

    assert "账号或密码不对" in answer.content.decode()


def test_signing_in_leads_to_today(house: House) -> None:
    answer = Client().post("/desk/sign-in/", {"username": "officer", "password": PASSWORD})

    assert answer["Location"] == "/desk/"


def test_guessing_passwords_locks_with_a_sentence(house: House) -> None:
    client = Client()
    for _ in range(9):
        answer = client.post("/desk/sign-in/", {"username": "officer", "password": "wrong"})

    assert answer.status_code == 429
    assert "暂时锁定" in answer.content.decode()


def test_no_page_carries_inline_script_or_style(officer: Client) -> None:
    for name in ("home", "enquiries", "offers", "projects", "intakes", "pages", "articles"):
        page = officer.get(address_of(name)).content.decode()

        assert "<script>" not in page
        assert " style=" not in page
        assert "onclick" not in page


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(("_take", "_move"))])
def test_an_act_that_is_opened_as_a_page_leads_to_the_page_above(
    officer: Client, name: str
) -> None:
    address = address_of(name)

    answer = officer.get(address)

    assert answer.status_code == 302
    assert answer["Location"] != address
    assert address.startswith(answer["Location"])


def test_the_way_up_passes_over_what_is_no_page(officer: Client) -> None:
    address = reverse("desk:company_part", args=[3, 5])

    answer = officer.get(address, follow=True)

    assert address == "/desk/companies/3/merges/5/undo/"
    assert answer.redirect_chain == [("/desk/companies/3/", 302)]
    assert officer.put(reverse("desk:enquiry_take", args=[1])).status_code == 405


@pytest.mark.parametrize("parameter", ["q", "state", "kind", "stage"])
@pytest.mark.parametrize("section", ["enquiries", "offers", "projects", "articles", "intakes"])
def test_a_filter_with_a_nul_is_no_failure(officer: Client, section: str, parameter: str) -> None:
    assert officer.get(f"/desk/{section}/?{parameter}=%00").status_code == 404
