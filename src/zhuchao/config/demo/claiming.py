"""The first claims of the demonstration, one of them contested."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from zhuchao.apps.projects import services
from zhuchao.apps.projects.holding import Noted
from zhuchao.apps.projects.services import Filing
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import document

WAN = Decimal(10_000)


def claim(cast: Cast, *, today: date) -> int:
    """File every claim and note what was done for its firm; gives how many there are."""
    written = document("claims")["claim"]
    for entry in written:
        viewer = cast[entry["by"]]
        wan = entry.get("investment_wan")
        filing = Filing(
            company=entry["company"],
            intention=entry["intention"],
            evidence=entry["evidence"],
            talked_on=today - timedelta(days=entry["talked_days"]),
            investment=None if wan is None else wan * WAN,
        )
        made = services.file_claim(viewer, filing=filing, today=today)
        for done in entry.get("activity", ()):
            noted = Noted(today - timedelta(days=done["days"]), done["evidence"], done["text"])
            services.note_activity(viewer, made.pk, noted=noted, today=today)
    return len(written)
