"""``zhuchao search``: compares the search with the registers, repairs it, or makes it anew."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhuchao.ground.finding.house import Differences

# Exit code of a comparison that found something.
DIFFERS = 1
MOST_NAMED = 10
NAMES = {
    "entry": "栏目内容", "offer": "房源", "company": "企业", "project": "项目", "enquiry": "需求",
    "page": "网页",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchCommand:
    """Looks after the indices: of the search, and of related articles."""

    start_django: Callable[[], None]
    name: str = "search"
    help: str = "核对、修补或重建检索索引"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "act",
            choices=["check", "repair", "rebuild"],
            help="check：逐条比较数据库与索引；repair：只补有出入的；rebuild：全部重建",
        )

    def run(self, args: Namespace) -> int:
        self.start_django()
        return {"check": _check, "repair": _repair, "rebuild": _rebuild}[args.act]()


def _check() -> int:
    from zhuchao.apps.publishing import relating
    from zhuchao.ground.finding import house

    found = house.differences()
    for each in found:
        print(_told(each))
    apart = relating.apart()
    print(f"相关文章　{'一致' if not apart else f'有出入 {apart:,} 条'}")
    return DIFFERS if apart or any(each.count for each in found) else 0


def _told(each: Differences) -> str:
    label = NAMES.get(each.register, each.register)
    if not each.count:
        return f"{label}　{each.rows:,} 条，一致"
    parts = [("缺少", each.missing), ("过时", each.changed), ("多余", each.extra)]
    told = "；".join(f"{word} {len(ids):,} 条（{_ids(ids)}）" for word, ids in parts if ids)
    return f"{label}　{each.rows:,} 条，{told}"


def _ids(ids: frozenset[int]) -> str:
    named = "、".join(map(str, sorted(ids)[:MOST_NAMED]))
    return f"编号 {named}{' 等' if len(ids) > MOST_NAMED else ''}"


def _repair() -> int:
    from zhuchao.apps.publishing import relating
    from zhuchao.ground.finding import house

    print(f"检索：已修补 {house.follow() + house.mend():,} 条")
    print(f"相关文章：已修补 {relating.mend():,} 条")
    return 0


def _rebuild() -> int:
    from zhuchao.apps.publishing import relating
    from zhuchao.ground.finding import house

    print(f"检索：已编入 {house.rebuild():,} 条")
    print(f"相关文章：已编入 {relating.rebuild():,} 条")
    return 0
