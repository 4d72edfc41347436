"""Claims as tests file them: one firm, several officers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import Claim
from zhuchao.apps.projects.services import Filing

TODAY = date(2026, 11, 23)
FIRM = "澄湖精密制造有限公司"

File = Callable[..., Claim]


def filing(**told: Any) -> Filing:
    usual = {
        "company": FIRM,
        "intention": "精密零件项目，用地 50 亩",
        "evidence": "来访登记 2026-11-20",
        "talked_on": date(2026, 11, 20),
    }
    return Filing(**usual | told)


@pytest.fixture
def file() -> File:
    """File a claim as a viewer, on a day."""

    def as_viewer(viewer: Viewer, *, today: date = TODAY, **told: Any) -> Claim:
        return services.file_claim(viewer, filing=filing(**told), today=today)

    return as_viewer


def yuan(yi: float) -> Decimal:
    return Decimal(str(yi)) * 100_000_000
