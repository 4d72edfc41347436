"""Pages are rendered into a home of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _in_an_own_home(home: Path) -> None:
    """Files of these tests lie in a folder of their own."""
