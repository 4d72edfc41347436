"""All addresses: the editors' admin, the desk, and the portal, which takes the rest."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.documents import urls as wagtail_documents_urls


def closed(request: HttpRequest) -> HttpResponse:
    """People and roles are changed by their services only, which check rights and write audit."""
    raise Http404


urlpatterns = [
    re_path(r"^editor/(?:users|groups)/", closed),
    path("editor/", include(wagtail_admin_urls)),
    path("documents/", include(wagtail_documents_urls)),
    path("desk/", include("zhuchao.faces.desk.urls")),
    path("", include("zhuchao.faces.portal.urls")),
    path("", include(wagtail_urls)),
]

handler404 = "zhuchao.faces.portal.views.errors.not_found"
handler500 = "zhuchao.faces.portal.views.errors.failed"
