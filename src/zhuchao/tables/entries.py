"""One entry of a rule pack, read key by key; what nobody reads is refused."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.scoring import Range

E = TypeVar("E", bound=StrEnum)


def number_of(told: object) -> Decimal | None:
    """The number as it is written; None where it is none.

    A decimal of TOML is a binary fraction by now; its shortest spelling is the one that was
    written, for as many as fifteen digits.
    """
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    found = Decimal(str(told))
    return found if found.is_finite() else None


class Entry:
    """A table of a pack's text; ``name`` is that of the pack, for complaints."""

    def __init__(self, name: str, told: Mapping[str, Any]) -> None:
        self.name = name
        self.told = dict(told) if isinstance(told, Mapping) else {}
        self.called = str(self.told.get("title") or self.told.get("key") or "未命名")

    def broken(self, why: str) -> BrokenTable:
        return BrokenTable(f"规则包 {self.name} 的“{self.called}”：{why}")

    def raw(self, key: str) -> Any:
        """Raises: BrokenTable, where it is not written."""
        if key not in self.told:
            raise self.broken(f"没有写 {key}")
        return self.told.pop(key)

    def text(self, key: str, default: str | None = None) -> str:
        told = self.raw(key) if default is None else self.told.pop(key, default)
        if not isinstance(told, str):
            raise self.broken(f"{key} 须是文字")
        return told

    def number(self, key: str, default: Decimal | None = None) -> Decimal:
        found = self.number_or_none(key)
        if found is None:
            found = default
        if found is None:
            raise self.broken(f"{key} 须是数")
        return found

    def number_or_none(self, key: str) -> Decimal | None:
        if key not in self.told:
            return None
        told = self.told.pop(key)
        found = number_of(told)
        if found is None:
            raise self.broken(f"{key} 须是数：写的是“{told}”")
        return found

    def count(self, key: str, default: int) -> int:
        told = self.told.pop(key, default)
        if type(told) is not int or told < 0:
            raise self.broken(f"{key} 须是不小于 0 的整数")
        return told

    def one_of(self, key: str, choices: type[E], default: E) -> E:
        told = self.told.pop(key, default)
        if told not in set(choices):
            raise self.broken(f"{key} 须是 {'、'.join(choices)} 之一")
        return choices(told)

    def listed(self, key: str) -> list[Any]:
        told = self.told.pop(key, [])
        if not isinstance(told, list):
            raise self.broken(f"{key} 须是一列")
        return told

    def range(self) -> Range:
        """``from`` and ``to`` belong to the range, ``above`` and ``below`` do not."""
        ends = {key: self.number_or_none(key) for key in ("from", "above", "to", "below")}
        low = [key for key in ("from", "above") if ends[key] is not None]
        high = [key for key in ("to", "below") if ends[key] is not None]
        if len(low) > 1 or len(high) > 1 or not (low or high):
            raise self.broken("一段须写 from 或 above、to 或 below，每端至多一个")
        return Range(
            ends[low[0]] if low else None,
            ends[high[0]] if high else None,
            low_in=low == ["from"],
            high_in=high == ["to"],
        )

    def refuse_rest(self) -> None:
        """Raises: BrokenTable, where something was written that means nothing here."""
        if self.told:
            raise self.broken(f"有不认识的内容：{'、'.join(sorted(self.told))}")
