"""A portal whose files lie in a folder of the test's own, who writes for it, and acts committed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from tests.apps.publishing.people import organisation, person

from zhuchao.apps.people.viewer import Role, Viewer

Committed = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.ZHUCHAO_HOME = tmp_path
    settings.ZHUCHAO_INDEX = tmp_path / "index"
    settings.ZHUCHAO_ADDRESS = "https://portal.example.cn"
    return tmp_path / "published" / "default"


@pytest.fixture
def park(db: None) -> int:
    return organisation()


@pytest.fixture
def editor(park: int) -> Viewer:
    return person(park, Role.EDITOR)


@pytest.fixture
def head(park: int) -> Viewer:
    return person(park, Role.SECTION_HEAD)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committed:
    """What is done within it is committed: what waits for that happens at the end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
