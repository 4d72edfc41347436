"""/desk/renewals/: what of the portal was renewed, and why."""

from collections.abc import Callable

import pytest
from django.test import Client

from zhuchao.apps.publishing.models import Renewal, RenewedPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def renewal(db: None) -> Renewal:
    made = Renewal.objects.create(
        cause="publish", subject="二期开园", state="done", total=2, made=1, failed=1, spent_ms=420
    )
    RenewedPage.objects.create(
        renewal=made, site="default", address="/news/", why="channel", outcome="made", size=4096
    )
    RenewedPage.objects.create(
        renewal=made, site="default", address="/", why="home", outcome="failed", reason="KeyError"
    )
    return made


def test_an_editor_sees_what_was_renewed_and_why(
    signed_in: Callable[[str], Client], renewal: Renewal
) -> None:
    editor = signed_in("editor")

    page = editor.get("/desk/renewals/").content.decode()
    detail = editor.get(f"/desk/renewals/{renewal.pk}/").content.decode()

    assert "二期开园" in page
    assert "420" in page
    assert "所在栏目" in detail
    assert "KeyError" in detail
    assert 'href="/news/"' in detail


def test_an_editor_orders_everything_anew_but_not_twice(
    signed_in: Callable[[str], Client],
) -> None:
    editor = signed_in("editor")

    assert editor.post("/desk/renewals/all/").status_code == 302
    again = editor.post("/desk/renewals/all/")

    assert Renewal.objects.filter(is_whole=True, state="running").count() == 1
    assert again.status_code == 409
    assert "正在进行" in again.content.decode()


def test_an_officer_has_no_business_there(officer: Client, renewal: Renewal) -> None:
    assert officer.get("/desk/renewals/").status_code == 403
    assert officer.get(f"/desk/renewals/{renewal.pk}/").status_code == 403
    assert officer.post("/desk/renewals/all/").status_code == 403
