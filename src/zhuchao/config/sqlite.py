"""The SQLite that Django uses: one whose write-ahead log cannot be corrupted by a reset."""

from __future__ import annotations

import sys

from zhuchao.core.errors import Misconfigured

# SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when the log is reset.
SOUND_SINCE = (3, 51, 3)


def swap_in() -> None:
    """Put ``pysqlite3`` in the place of ``sqlite3``, or accept Python's own where it is sound.

    Raises: Misconfigured, when neither is sound.
    """
    try:
        import pysqlite3
    except ImportError:
        import sqlite3

        if sqlite3.sqlite_version_info < SOUND_SINCE:
            raise Misconfigured(
                f"本机 SQLite {sqlite3.sqlite_version} 低于 3.51.3，预写日志可能损坏数据："
                "请安装 pysqlite3，或用 DATABASE_URL 改用 PostgreSQL"
            ) from None
    else:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
