"""Reading the package's files: every reference table is held against its checksum."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from zhuchao.core.errors import BrokenTable

HOME = Path(__file__).parent


@dataclass(frozen=True)
class Folder:
    """A folder of reference files with its SOURCES.toml."""

    path: Path = HOME

    @cached_property
    def checksums(self) -> Mapping[str, str]:
        """The SHA-256 of each file that SOURCES.toml lists, by its name."""
        listed = self.toml("SOURCES.toml").get("file", [])
        return {entry["name"]: entry["sha256"] for entry in listed}

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a listed CSV file.

        Raises: BrokenTable, when it is not listed, is missing, or differs from its checksum.
        """
        content = self._content(name)
        if hashlib.sha256(content).hexdigest() != self.checksums.get(name):
            raise BrokenTable(f"参照表 {name} 与登记的校验值不符，请重新安装")
        return _parse(content, name)

    def own_rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file that grows with the code and has no checksum."""
        return _parse(self._content(name), name)

    def toml(self, name: str) -> dict[str, Any]:
        """Raises: BrokenTable, when the file is missing or no TOML."""
        try:
            return tomllib.loads(self.text(name))
        except tomllib.TOMLDecodeError as error:
            raise BrokenTable(f"{name} 不是有效的 TOML：{error}") from error

    def text(self, name: str) -> str:
        """Raises: BrokenTable, when the file is missing or not UTF-8."""
        try:
            return self._content(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise BrokenTable(f"{name} 不是 UTF-8 编码") from error

    def _content(self, name: str) -> bytes:
        try:
            return (self.path / name).read_bytes()
        except OSError as error:
            raise BrokenTable(f"缺少参照表 {name}，请重新安装") from error


def _parse(content: bytes, name: str) -> list[dict[str, str]]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenTable(f"参照表 {name} 不是 UTF-8 编码") from error
    lines = csv.reader(io.StringIO(text, newline=""))
    header = next(lines, [])
    rows = list(lines)
    if not {len(header)}.issuperset(map(len, rows)):
        raise BrokenTable(f"参照表 {name} 有的行与表头列数不同")
    return [dict(zip(header, row)) for row in rows]  # noqa: B905


def refuse_repeated(codes: Iterable[str], name: str) -> None:
    """Raises: BrokenTable, naming the first code that stands twice."""
    every = list(codes)
    if len(every) == len(set(every)):
        return
    seen: set[str] = set()
    for code in every:
        if code in seen:
            raise BrokenTable(f"参照表 {name} 中 {code} 重复")
        seen.add(code)


def refuse_orphans(parents: Mapping[str, str], name: str) -> None:
    """``parents`` maps a code to its parent's, "" for none. Raises: BrokenTable."""
    for code, parent in parents.items():
        if parent and parent not in parents:
            raise BrokenTable(f"参照表 {name} 中 {code} 的上级 {parent} 不存在")
