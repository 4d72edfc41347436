"""The written content of the demonstration, as it stands in the files of ``content/``."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"

Entry = dict[str, Any]


def document(name: str) -> Entry:
    """One TOML file of the content folder."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def park_plan(file: str) -> bytes:
    """The plan of a park that names this file."""
    return (FOLDER / "plans" / file).read_bytes()


def offers() -> tuple[Entry, ...]:
    """Every offer, file by file in order of name."""
    names = sorted(path.stem for path in (FOLDER / "offers").glob("*.toml"))
    return tuple(entry for name in names for entry in document(f"offers/{name}")["offer"])


def channels() -> tuple[Entry, ...]:
    """Every channel with its articles (``slug``, ``channel``, ``article``), in their order."""
    names = (path.stem for path in (FOLDER / "articles").glob("*.toml"))
    found = (document(f"articles/{name}") for name in names)
    return tuple(sorted(found, key=lambda channel: int(channel["order"])))


def projects() -> tuple[dict[str, str], ...]:
    """Every project, in the order of the file."""
    with (FOLDER / "projects.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
