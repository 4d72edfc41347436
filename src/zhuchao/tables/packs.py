"""Rule packs: versioned rules of one shape, whatever their kind, read by this one loader."""

from __future__ import annotations

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
    folder = folder or Folder()
    if key not in pack_keys(kind, folder):
        raise NotFound(f"没有名为 {key} 的规则包（{kind}）")
    body = folder.toml(f"rules/{kind}/{key}.toml")
    heading = {name: body.pop(name, None) for name in HEADINGS}
    wrong = [name for name, form in HEADINGS.items() if type(heading[name]) is not form]
    if wrong or heading["key"] != key:
        raise BrokenTable(f"规则包 {kind}/{key} 的抬头缺失或有误：{'、'.join(wrong) or 'key'}")
    return Pack(kind=kind, body=body, **heading)
