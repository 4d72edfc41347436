"""``zhuchao examples``: what officers corrected, as labelled examples for the benchmarks."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ExamplesCommand:
    """Writes every correction in the register as a line of JSON, the first first."""

    start_django: Callable[[], None]
    name: str = "examples"
    help: str = "导出人员的更正，每条一行 JSON，可并入评测样本"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """No arguments: a shell cuts and filters lines."""

    def run(self, args: Namespace) -> int:
        self.start_django()
        from zhuchao.apps.library.selectors import examples
        from zhuchao.apps.people.viewer import SYSTEM

        for example in examples(SYSTEM):
            print(json.dumps(asdict(example), ensure_ascii=False))
        return 0
