"""What every answer carries, and what the settings promise."""

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse
from django.test import RequestFactory

from zhuchao.config.middleware import ContentPolicyMiddleware


def answered(path: str) -> HttpResponse:
    request = RequestFactory().get(path)
    middleware = ContentPolicyMiddleware(lambda request: HttpResponse("x"))
    response = middleware(request)
    assert isinstance(response, HttpResponse)
    return response


@pytest.mark.parametrize("path", ["/", "/offers/", "/desk/", "/desk/intakes/1/"])
def test_portal_and_desk_allow_nothing_inline_and_nothing_foreign(path: str) -> None:
    policy = answered(path).headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "object-src 'none'" in policy


def test_the_editors_admin_is_the_one_exception() -> None:
    policy = answered("/editor/pages/").headers["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy


def test_no_answer_lets_a_page_use_the_device() -> None:
    assert "camera=()" in answered("/").headers["Permissions-Policy"]


def test_errors_are_not_shown_in_the_browser_by_default() -> None:
    assert settings.DEBUG is False


def test_what_is_pasted_may_be_large() -> None:
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE >= 64 * 1024 * 1024


def test_a_static_file_that_was_not_collected_keeps_its_plain_name() -> None:
    assert staticfiles_storage.url("hand/tokens.css") == "/static/hand/tokens.css"


def test_only_one_search_app_is_installed() -> None:
    assert ("wagtail.search" in settings.INSTALLED_APPS) != (
        "modelsearch" in settings.INSTALLED_APPS
    )
