"""The embedded database: a sound library, and the settings that keep what was confirmed."""

import builtins
import sqlite3
from types import ModuleType

import pytest
from django.db import connection

from zhuchao.config import sqlite
from zhuchao.core.errors import Misconfigured


def without_pysqlite3(monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]) -> None:
    genuine = builtins.__import__

    def importing(name: str, *args: object, **kwargs: object) -> ModuleType:
        if name == "pysqlite3":
            raise ImportError(name)
        return genuine(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", importing)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)


def test_an_unsound_library_is_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    without_pysqlite3(monkeypatch, (3, 51, 2))

    with pytest.raises(Misconfigured, match="请安装 pysqlite3"):
        sqlite.swap_in()


def test_a_sound_library_of_pythons_own_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    without_pysqlite3(monkeypatch, (3, 51, 3))

    sqlite.swap_in()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("mmap_size", 0)],
)
def test_the_database_keeps_what_it_confirmed(pragma: str, value: object) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")

    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value
        cursor.execute("SELECT sqlite_version()")
        version = tuple(int(part) for part in cursor.fetchone()[0].split("."))

    assert version >= sqlite.SOUND_SINCE
