"""Every reference table is what SOURCES.toml says it is."""

import csv
import hashlib
from datetime import date
from typing import Any

import pytest

from zhuchao.tables.files import HOME, Folder

ENTRIES: list[dict[str, Any]] = Folder().toml("SOURCES.toml")["file"]
TABLES = [entry for entry in ENTRIES if entry["name"].endswith(".csv")]


def name_of(entry: dict[str, Any]) -> str:
    return str(entry["name"])


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_the_checksum_and_the_provenance_are_told(entry: dict[str, Any]) -> None:
    content = (HOME / entry["name"]).read_bytes()

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert all(entry[part] for part in ("title", "issuer", "document", "licence"))
    assert isinstance(entry["compiled"], date)


@pytest.mark.parametrize("entry", TABLES, ids=name_of)
def test_the_columns_and_the_number_of_rows_hold(entry: dict[str, Any]) -> None:
    with (HOME / entry["name"]).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert header == entry["columns"]
    assert len(rows) == entry["rows"]
    assert {len(row) for row in rows} == {len(header)}


def test_the_indicators_are_counted() -> None:
    (entry,) = (e for e in ENTRIES if e["name"] == "hightech_indicators.toml")
    versions = Folder().toml(entry["name"])["version"]
    dimensions = [d for version in versions for d in version.get("dimension", [])]

    assert sum(len(d.get("indicator", [])) for d in dimensions) == entry["rows"]


def test_no_table_stands_outside_the_sources() -> None:
    listed = {entry["name"] for entry in ENTRIES} | {"fields.toml", "SOURCES.toml"}
    found = {file.name for file in HOME.iterdir() if file.suffix in {".csv", ".toml"}}

    assert found == listed
