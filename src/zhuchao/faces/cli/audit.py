"""``zhuchao audit verify``: proves that the log of acts is whole."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from zhuchao.core.errors import BrokenTable


@dataclass(frozen=True, slots=True)
class AuditCommand:
    """Verifies the chain of the register's audit log."""

    start_django: Callable[[], None]
    name: str = "audit"
    help: str = "核验操作日志没有被改动"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["verify"], help="verify：逐条核验")

    def run(self, args: Namespace) -> int:
        self.start_django()
        from zhuchao.ground.audit import verify

        found = verify()
        if found.broken_at is not None:
            raise BrokenTable(f"操作日志在第 {found.broken_at} 条断裂，此后的记录不可信")
        print(f"操作日志完整，共 {found.count:,} 条")
        return 0
