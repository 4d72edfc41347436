"""What a command of the command line is, so that config can add its own to those of this face."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Protocol


class Command(Protocol):
    """One word after ``zhuchao``.

    ``help`` is one Chinese sentence. ``run`` gives the exit code; an expected failure is raised
    as ZhuchaoError, which the command line shows as its sentence.
    """

    @property
    def name(self) -> str: ...

    @property
    def help(self) -> str: ...

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, args: Namespace) -> int: ...
