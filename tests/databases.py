"""A migrated template database, made once for a set of migrations and copied for each worker."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
import psycopg
import wagtail
from django.apps import apps
from django.db import connection

from zhuchao.config.filling import migrate

WITHOUT_WELCOME = (
    "DELETE FROM wagtailcore_site",
    "DELETE FROM wagtailcore_page WHERE depth = 2",
    "UPDATE wagtailcore_page SET numchild = 0 WHERE depth = 1",
)
# The number by which those who make or copy a template wait for each other.
TEMPLATES = 0x7A6875
CACHE = Path(__file__).parent.parent / ".pytest_cache" / "templates"


@contextmanager
def test_database(worker: str) -> Iterator[None]:
    """Point Django's connection at this worker's own copy of the template."""
    CACHE.mkdir(parents=True, exist_ok=True)
    copy = _sqlite_copy if connection.vendor == "sqlite" else _postgres_copy
    with copy(worker, _migrations_digest()):
        yield
        connection.close()


def _migrations_digest() -> str:
    made_by = (WITHOUT_WELCOME, django.__version__, wagtail.__version__)
    digest = hashlib.sha256(repr(made_by).encode())
    for config in sorted(apps.get_app_configs(), key=lambda each: each.label):
        for file in sorted(Path(config.path, "migrations").glob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _fill() -> None:
    """The tables, without the library's own first page, which every test would otherwise remove."""
    migrate()
    with connection.cursor() as cursor:
        for each in WITHOUT_WELCOME:
            cursor.execute(each)


def _require_same(digest: str) -> None:
    """A template of migrations that were changed meanwhile would spoil every later run."""
    if _migrations_digest() != digest:
        raise RuntimeError("the migrations changed while they were run: start the tests again")


@contextmanager
def _locked(name: str) -> Iterator[None]:
    with (CACHE / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


@contextmanager
def _sqlite_copy(worker: str, digest: str) -> Iterator[None]:
    template = CACHE / f"{digest}.sqlite3"
    with _locked(digest):
        if not template.exists():
            partial = template.with_suffix(f".{os.getpid()}")
            _use(str(partial))
            _fill()
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
            _require_same(digest)
            partial.rename(template)
    own = Path(os.environ["ZHUCHAO_HOME"]) / f"{worker}.sqlite3"
    shutil.copyfile(template, own)
    _use(str(own))
    yield


@contextmanager
def _postgres_copy(worker: str, digest: str) -> Iterator[None]:
    settings: dict[str, Any] = connection.settings_dict
    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    access = {name: settings[key] for key, name in keys.items() if settings[key]}
    template, own = f"zhuchao_template_{digest}", f"zhuchao_test_{worker}_{os.getpid()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **access) as server:
        try:
            # The server is shared: another checkout may make its template at the same moment.
            server.execute("SELECT pg_advisory_lock(%s)", [TEMPLATES])
            _ensure_template(server, digest, own)
            server.execute(f"CREATE DATABASE {own} TEMPLATE {template}")
            server.execute("SELECT pg_advisory_unlock(%s)", [TEMPLATES])
            _use(own)
            yield
        finally:
            connection.close()
            server.execute(f"DROP DATABASE IF EXISTS {own} WITH (FORCE)")


def _ensure_template(server: psycopg.Connection[Any], digest: str, own: str) -> None:
    """Migrate once for a set of migrations; templates of other sets are dropped then."""
    template = f"zhuchao_template_{digest}"
    listed = "SELECT datname FROM pg_database WHERE datname LIKE 'zhuchao_template_%'"
    known = {row[0] for row in server.execute(listed)}
    if template in known:
        return
    for stale in known:
        server.execute(f"DROP DATABASE {stale} WITH (FORCE)")
    server.execute(f"CREATE DATABASE {own}")
    _use(own)
    _fill()
    connection.close()
    _require_same(digest)
    server.execute(f"ALTER DATABASE {own} RENAME TO {template}")


if __name__ == "__main__":
    # The template is made ahead of the tests, while another processor is at work on theirs.
    import tests.environment  # noqa: F401

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()
    with test_database("ahead"):
        pass
