"""The portal's own addresses; every other one is a page of the tree."""

from django.urls import path

from zhuchao.faces.portal.views import (
    doors,
    enquire,
    errors,
    feeds,
    follow,
    medals,
    offers,
    owner,
    plans,
    receipts,
    saying,
    searching,
    sheets,
    sitemaps,
    tags,
    voices,
)

app_name = "portal"

urlpatterns = [
    path("search/", searching.index, name="search"),
    path("parks/<int:park_id>/", plans.show, name="plan"),
    path("offers/", offers.index, name="offers"),
    path("offers/<str:code>/", offers.show, name="offer"),
    path("offers/<str:code>/<int:picture_id>-<str:size>.jpg", offers.picture, name="picture"),
    path("owner/<str:token>/", owner.answer, name="owner"),
    path("offers/<str:code>/sheet.pdf", offers.pdf, name="offer_pdf"),
    path("enquire/", enquire.form_page, name="enquire"),
    path("enquire/say/", saying.say, name="say"),
    path("enquire/follow/", doors.enquiries, name="follow"),
    path("enquire/follow/<str:ticket>/", follow.followed, name="followed"),
    path("enquire/receipt/<str:token>/", enquire.receipt, name="receipt"),
    path("voices/", doors.voices, name="voices"),
    path("voices/receipt/<str:token>/", receipts.show, name="voice"),
    path("voices/<int:page_id>/comments/", voices.comments, name="comments"),
    path("voices/<int:page_id>/comment/", voices.comment, name="comment"),
    path("voices/<int:page_id>/comment/send/", voices.send_comment, name="comment_send"),
    path("voices/<int:page_id>/correct/", voices.correct, name="correct"),
    path("voices/<int:page_id>/take-down/", voices.take_down, name="take_down"),
    path("s/<str:token>/", sheets.show, name="sheet"),
    path("s/<str:token>/sheet.pdf", sheets.pdf, name="sheet_pdf"),
    path("s/<str:token>/sheet.txt", sheets.text, name="sheet_text"),
    path("s/<str:token>/answer/", sheets.answer, name="sheet_answer"),
    path("tags/<str:slug>/", tags.show, name="tag"),
    path("medals/", medals.scheme, name="medals"),
    path("medals/<int:article_id>/", medals.show, name="medal"),
    path("counted/<str:kind>/<int:article_id>/", medals.counted, name="counted"),
    path("robots.txt", errors.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages-<int:number>.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-offers-<int:number>.xml", sitemaps.offers, name="sitemap_offers"),
    *(
        each
        for kind in feeds.KINDS
        for each in (
            path(f"feeds/news.{kind}", feeds.of_portal, {"kind": kind}, name=f"feed_{kind}"),
            path(
                f"feeds/<int:channel_id>.{kind}",
                feeds.of_channel,
                {"kind": kind},
                name=f"channel_feed_{kind}",
            ),
        )
    ),
]
