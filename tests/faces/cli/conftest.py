"""The command line run in this process, with its output caught."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from zhuchao.faces.cli.main import run


class Told(NamedTuple):
    """What one run of the command line gave."""

    code: int
    out: str
    err: str


Zhuchao = Callable[..., Told]


def never() -> None:
    raise AssertionError("Django was started")


@pytest.fixture
def zhuchao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Zhuchao:
    """Runs ``zhuchao ARGUMENT ...``; ``stdin`` is what is piped into it."""

    def tell(*argv: str, stdin: bytes = b"", start_django: Callable[[], None] = never) -> Told:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(argv, start_django=start_django)
        captured = capsys.readouterr()
        return Told(code, captured.out, captured.err)

    return tell
