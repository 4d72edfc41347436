"""What is done to the portal: its site made, articles drafted, reviewed, published, withdrawn."""

from zhuchao.apps.publishing.evidence import Attached
from zhuchao.apps.publishing.services.commenting import (
    REASONS,
    Words,
    refuse_comment,
    send_comment,
    show_comment,
    undo_comment,
)
from zhuchao.apps.publishing.services.correcting import (
    Suggested,
    answer_correction,
    suggest_correction,
)
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
from zhuchao.apps.publishing.services.takedowns import (
    ASKS_AS,
    Asked,
    Asker,
    ask_takedown,
    decide_takedown,
    hide_meanwhile,
    open_evidence,
    reply_takedown,
    restore_takedown,
    reveal_asker,
    show_meanwhile,
)
from zhuchao.apps.publishing.voicing import Sent

__all__ = [
    "ASKS_AS",
    "REASONS",
    "Asked",
    "Asker",
    "Attached",
    "Presented",
    "Sent",
    "Suggested",
    "Words",
    "add_about",
    "add_site",
    "answer_correction",
    "approve_article",
    "ask_takedown",
    "decide_takedown",
    "draft_article",
    "ensure_channel",
    "ensure_site",
    "hide_meanwhile",
    "note_check",
    "open_evidence",
    "publish_article",
    "publish_due",
    "publish_page",
    "refuse_comment",
    "reply_takedown",
    "restore_takedown",
    "return_article",
    "reveal_asker",
    "send_comment",
    "set_review",
    "show_comment",
    "show_meanwhile",
    "submit_article",
    "suggest_correction",
    "undo_comment",
    "withdraw_article",
    "write_article",
]
