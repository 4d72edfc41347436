"""What is done to the portal: its site made, articles drafted, reviewed, published, withdrawn."""

from zhuchao.apps.publishing.services.drafting import draft_article, write_article
from zhuchao.apps.publishing.services.presenting import Presented, add_about, publish_page
from zhuchao.apps.publishing.services.publishing import (
    approve_article,
    note_check,
    publish_article,
    publish_due,
    return_article,
    submit_article,
    withdraw_article,
)
from zhuchao.apps.publishing.services.site import add_site, ensure_channel, ensure_site, set_review

__all__ = [
    "Presented",
    "add_about",
    "add_site",
    "approve_article",
    "draft_article",
    "ensure_channel",
    "ensure_site",
    "note_check",
    "publish_article",
    "publish_due",
    "publish_page",
    "return_article",
    "set_review",
    "submit_article",
    "withdraw_article",
    "write_article",
]
