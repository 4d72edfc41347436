"""``zhuchao renew``: everything, with progress, from where it stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.apps.publishing.people import channel, organisation, person, published

from zhuchao.apps.people.viewer import Role
from zhuchao.apps.publishing.models import Renewal
from zhuchao.apps.publishing.rendering import whole
from zhuchao.config import renewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.ZHUCHAO_HOME = tmp_path
    monkeypatch.setattr(whole, "BATCH", 2)
    editor, news = person(organisation(), Role.EDITOR), channel()
    for number in range(5):
        published(editor, f"消息{number}", in_channel=news)
    return tmp_path / "published" / "default"


def test_everything_is_rendered_with_progress(home: Path) -> None:
    said: list[str] = []

    assert renewing.run(processes=1, anew=False, say=said.append) == 0

    assert len(list(home.glob("news/*/index.html"))) == 5
    assert "还需约" in said[0]
    assert said[-1].startswith("完成：")
    assert "失败 0 页" in said[-1]


def test_it_goes_on_where_it_stopped(home: Path) -> None:
    def stop(sentence: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renewing.run(processes=1, anew=False, say=stop)
    said: list[str] = []
    renewing.run(processes=1, anew=False, say=said.append)

    assert said[0].startswith("接着上次：已完成 2 /")
    renewal = Renewal.objects.get()
    assert renewal.done == renewal.total


def test_it_begins_anew_when_asked(home: Path) -> None:
    whole.begin(whole.Cause.HAND)
    said: list[str] = []

    renewing.run(processes=1, anew=True, say=said.append)

    assert "接着" not in said[0]
    assert Renewal.objects.count() == 1
