"""The portal's own addresses; every other one is a page of the tree."""

from django.urls import path

from zhuchao.faces.portal.views import enquire, errors, offers

app_name = "portal"

urlpatterns = [
    path("offers/", offers.index, name="offers"),
    path("offers/<str:code>/", offers.show, name="offer"),
    path("offers/<str:code>/sheet.pdf", offers.pdf, name="offer_pdf"),
    path("enquire/", enquire.form_page, name="enquire"),
    path("enquire/receipt/<str:token>/", enquire.receipt, name="receipt"),
    path("robots.txt", errors.robots, name="robots"),
]
