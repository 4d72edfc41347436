"""Rule packs: versioned rules of one shape, whatever their kind, read by this one loader."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhuchao.core.errors import BrokenTable, NotFound
from zhuchao.tables.files import Folder

HEADINGS = {
    "key": str,
    "title": str,
    "issuer": str,
    "document": str,
    "issued_on": date,
    "version": str,
}


@dataclass(frozen=True, slots=True)
class Pack:
    """A rule pack: where the rule comes from, and its ``body``, which its kind interprets."""

    kind: str
    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    body: Mapping[str, Any]


def pack_keys(kind: str, folder: Folder | None = None) -> tuple[str, ...]:
    """The keys of all packs of a kind, in alphabetical order; empty for an unknown kind."""
    place = (folder or Folder()).path / "rules" / kind
    return tuple(sorted(file.stem for file in place.glob("*.toml")))


def load_pack(kind: str, key: str, folder: Folder | None = None) -> Pack:
    """One pack.

    Raises: NotFound, when there is none of that key; BrokenTable, when its heading is incomplete.
    """
    pack = pack_of(kind, pack_text(kind, key, folder))
    if pack.key != key:
        raise BrokenTable(f"规则包 {kind}/{key} 的抬头缺失或有误：key")
    return pack


def pack_text(kind: str, key: str, folder: Folder | None = None) -> str:
    """The text of a pack as it is shipped. Raises: NotFound, when there is none of that key."""
    folder = folder or Folder()
    if key not in pack_keys(kind, folder):
        raise NotFound(f"没有名为 {key} 的规则包（{kind}）")
    return folder.text(f"rules/{kind}/{key}.toml")


def pack_of(kind: str, text: str) -> Pack:
    """A pack from its text.

    Raises: BrokenTable, when it is no TOML or its heading is incomplete.
    """
    try:
        body = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenTable(f"规则包不是有效的 TOML：{error}") from error
    heading = {name: body.pop(name, None) for name in HEADINGS}
    wrong = [name for name, form in HEADINGS.items() if type(heading[name]) is not form]
    wrong += [name for name, told in heading.items() if told == ""]
    if wrong:
        name = heading["key"] or "未命名"
        raise BrokenTable(f"规则包 {kind}/{name} 的抬头缺失或有误：{'、'.join(wrong)}")
    return Pack(kind=kind, body=body, **heading)
