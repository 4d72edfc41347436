"""The steps of preparing that need Django: migrate, then the demonstration or an administrator."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from zhuchao.config import administrator, env
from zhuchao.core.errors import Misconfigured

FILLED = "fill_demo"


def make_ready(*, with_demo: bool) -> bool:
    """Migrate and fill; whether the database holds the demonstration.

    A new SQLite file gets its name only when it is complete, so that nothing half-made stays.
    """
    signal.signal(signal.SIGTERM, _leave)
    settings.ZHUCHAO_RENEWS = False
    final = Path(settings.ZHUCHAO_HOME) / "zhuchao.sqlite3"
    partial = final.with_suffix(".partial")
    is_new_file = not env.DATABASE_URL.value() and not final.exists()
    if is_new_file:
        _drop(partial)
        settings.DATABASES["default"]["NAME"] = str(partial)
    django.setup()
    try:
        has_demo = _migrate_and_fill(with_demo=with_demo, is_certainly_empty=is_new_file)
    except BaseException:
        if is_new_file:
            connection.close()
            _drop(partial)
        raise
    if is_new_file:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        partial.replace(final)
    return has_demo


def _migrate_and_fill(*, with_demo: bool, is_certainly_empty: bool) -> bool:
    from zhuchao.ground import audit

    asked = None
    if is_certainly_empty and not with_demo:  # ask before the long part, not after it
        asked = administrator.ask()
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        if connection.vendor == "sqlite":
            raise Misconfigured(f"数据库文件打不开，可能已损坏，请从备份恢复：{reason}") from None
        raise Misconfigured(f"连接不上数据库，请检查 DATABASE_URL：{reason}") from None
    migrate()
    with transaction.atomic():
        _fill(with_demo=with_demo, asked=asked)
    return audit.has_act(FILLED)


def migrate() -> None:
    """Apply what is not yet applied, the libraries' own first.

    While the libraries' hundred migrations run, every model that hangs on a person would be built
    anew at each step; without ours it takes a third of the time.
    """
    for config in apps.get_app_configs():
        if config.label.startswith("wagtail") and Path(config.path, "migrations").is_dir():
            call_command("migrate", config.label, verbosity=0)
    call_command("migrate", verbosity=0)


def fill_demo() -> bool:
    """Fill an empty house with the demonstration; False when it is not empty."""
    from zhuchao.config import demo
    from zhuchao.ground import audit

    if demo.fill(today=timezone.localdate()).is_empty:
        return False
    audit.record("system", FILLED, "person", None)
    return True


def _fill(*, with_demo: bool, asked: administrator.Asked | None) -> None:
    from zhuchao.apps.people.selectors import has_organisation
    from zhuchao.apps.people.viewer import SYSTEM

    if has_organisation(SYSTEM):
        return
    if with_demo:
        fill_demo()
    else:
        administrator.install(asked or administrator.ask())


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _drop(partial: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        partial.with_name(partial.name + suffix).unlink(missing_ok=True)
