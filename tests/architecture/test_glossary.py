"""Every identifier that the glossary names exists in the code."""

import importlib
import re
from pathlib import Path

import pytest

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
ROWS = re.findall(r"^\| *`([\w.]+)` *\|", GLOSSARY.read_text("utf-8"), flags=re.MULTILINE)


def resolve(name: str) -> object:
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module("zhuchao." + ".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(name)


def test_the_glossary_has_rows() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize("name", ROWS)
def test_the_identifier_exists(name: str) -> None:
    assert resolve(name) is not None
