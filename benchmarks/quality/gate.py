"""A promise of quality: pinned inputs, and floors that only rise.

Each suite's inputs are pinned by their hash, so that a figure cannot rise because a hard case went
away; a suite whose inputs are absent says so and is not judged.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.toml"
# Figures are rounded against us before they become a floor.
STEP = 0.001


@dataclass(frozen=True)
class Suite:
    """What one suite measured: figures that should be high, and counts that should be low.

    ``digest`` is "" when the inputs are absent; ``notes`` are lines to print with the figures.
    """

    name: str
    digest: str
    at_least: Mapping[str, float]
    at_most: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def digest_of(parts: Iterable[bytes]) -> str:
    """The SHA-256 of the inputs in their order."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def load_floors(path: Path = FLOORS) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def faults(suite: Suite, floors: Mapping[str, Any]) -> list[str]:
    """What of the suite breaks the promise, a line each; nothing for an absent suite."""
    if not suite.digest:
        return []
    floor = floors.get(suite.name)
    if floor is None:
        return [f"{suite.name}: has no floors yet (raise them)"]
    found = []
    if floor["sha256"] != suite.digest:
        found.append(f"{suite.name}: the inputs are not those that the floors were measured on")
    for key, least in floor.get("at_least", {}).items():
        if suite.at_least.get(key, 0.0) < least:
            found.append(f"{suite.name}: {key} {suite.at_least.get(key, 0.0):.4f} < {least}")
    for key, most in floor.get("at_most", {}).items():
        if suite.at_most.get(key, 0.0) > most:
            found.append(f"{suite.name}: {key} {suite.at_most[key]:g} > {most:g}")
    return found


def raised(suite: Suite, floors: Mapping[str, Any]) -> dict[str, Any]:
    """The suite's floors, higher where it now does better; never lower."""
    known = floors.get(suite.name, {})
    least = dict(known.get("at_least", {}))
    for key, value in suite.at_least.items():
        least[key] = max(least.get(key, 0.0), round(value - STEP / 2, 3))
    most = dict(known.get("at_most", {}))
    for key, value in suite.at_most.items():
        most[key] = min(most.get(key, value), value)
    return {"sha256": suite.digest, "at_least": least, "at_most": most}


def write_floors(floors: Mapping[str, Any], path: Path = FLOORS) -> None:
    """Write them sorted, so that a change shows as a change of figures only."""
    lines = ["# Written by `python -m benchmarks.quality --raise`; floors only rise."]
    for name in sorted(floors):
        lines += ["", f'["{name}"]', f'sha256 = "{floors[name]["sha256"]}"']
        for key in ("at_least", "at_most"):
            entries = ", ".join(f"{k} = {v:g}" for k, v in sorted(floors[name][key].items()))
            lines.append(f"{key} = {{ {entries} }}" if entries else f"{key} = {{}}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
