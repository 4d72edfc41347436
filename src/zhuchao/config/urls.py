"""All addresses: the editors' admin, the desk, and the portal, which takes the rest."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.documents import urls as wagtail_documents_urls

urlpatterns = [
    path("editor/", include(wagtail_admin_urls)),
    path("documents/", include(wagtail_documents_urls)),
    path("desk/", include("zhuchao.faces.desk.urls")),
    path("", include("zhuchao.faces.portal.urls")),
    path("", include(wagtail_urls)),
]

handler404 = "zhuchao.faces.portal.views.errors.not_found"
handler500 = "zhuchao.faces.portal.views.errors.failed"
