"""Which migrations a database has, asked without Django: it takes milliseconds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from zhuchao.config import env, sqlite
from zhuchao.core.errors import Misconfigured

QUESTION = "SELECT app, name FROM django_migrations ORDER BY app, name"


def migrations(home: Path) -> str | None:
    """A checksum of what is applied; None when there is no such database or it has none."""
    address = env.DATABASE_URL.value()
    rows = _in_postgres(address) if address else _in_sqlite(home / "zhuchao.sqlite3")
    if not rows:
        return None
    return hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()


def require_register(home: Path) -> None:
    """Raises: Misconfigured, when nothing was ever made ready there, or it does not answer."""
    if migrations(home) is None:
        where = "DATABASE_URL 所指的数据库" if env.DATABASE_URL.value() else f"数据文件夹 {home} "
        raise Misconfigured(f"{where}还没有准备好：请先运行 zhuchao up（或 make up）")


def _in_sqlite(file: Path) -> list[tuple[str, str]]:
    if not file.exists():
        return []
    sqlite.swap_in()
    import sqlite3

    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=20)
    except sqlite3.Error:
        return []
    try:
        return _pairs(connection.execute(QUESTION))
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def _in_postgres(address: str) -> list[tuple[str, str]]:
    import psycopg

    try:
        with psycopg.connect(address, connect_timeout=5) as connection:
            return _pairs(connection.execute(QUESTION))
    except psycopg.Error:
        return []


def _pairs(rows: Iterable[tuple[object, ...]]) -> list[tuple[str, str]]:
    return [(str(app), str(name)) for app, name in rows]
