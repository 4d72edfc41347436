"""Making a home ready: once, alone, and never half."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from zhuchao.config import applied, env, preparing
from zhuchao.core.errors import Misconfigured

pytestmark = pytest.mark.usefixtures("embedded")


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """In place of the long part: a small database, and a note of each time it was made."""
    times: list[bool] = []

    def make(home: Path, *, with_demo: bool) -> bool:
        times.append(with_demo)
        (home / "static").mkdir(exist_ok=True)
        (home / "static" / "staticfiles.json").write_text("{}")
        write_database(home, "0001_initial")
        return with_demo

    monkeypatch.setattr(preparing, "_make", make)
    return times


def write_database(home: Path, *names: str) -> None:
    (home / "zhuchao.sqlite3").unlink(missing_ok=True)
    with sqlite3.connect(home / "zhuchao.sqlite3") as connection:
        connection.execute("CREATE TABLE django_migrations (app text, name text)")
        connection.executemany(
            "INSERT INTO django_migrations VALUES ('ground', ?)", [(name,) for name in names]
        )
    connection.close()


def test_a_home_is_made_ready_once(tmp_path: Path, made: list[bool]) -> None:
    first = preparing.prepare(tmp_path, with_demo=True)
    second = preparing.prepare(tmp_path, with_demo=True)

    assert made == [True]
    assert first == second
    assert second.has_demo


def test_a_home_of_ones_own_never_claims_the_demonstration(
    tmp_path: Path, made: list[bool]
) -> None:
    preparing.prepare(tmp_path, with_demo=False)

    assert not preparing.prepare(tmp_path, with_demo=True).has_demo
    assert made == [False]


@pytest.mark.parametrize("lost", ["zhuchao.sqlite3", "prepared.json", "static/staticfiles.json"])
def test_what_was_lost_is_made_again(tmp_path: Path, made: list[bool], lost: str) -> None:
    preparing.prepare(tmp_path, with_demo=True)
    (tmp_path / lost).unlink()

    preparing.prepare(tmp_path, with_demo=True)

    assert len(made) == 2


def test_a_restored_older_database_is_brought_up_to_date(tmp_path: Path, made: list[bool]) -> None:
    preparing.prepare(tmp_path, with_demo=True)
    write_database(tmp_path)

    preparing.prepare(tmp_path, with_demo=True)

    assert len(made) == 2


def test_changed_code_is_noticed(
    tmp_path: Path, made: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    preparing.prepare(tmp_path, with_demo=True)
    monkeypatch.setattr(preparing, "digest", lambda: "another")

    preparing.prepare(tmp_path, with_demo=True)

    assert len(made) == 2


def test_another_database_address_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = preparing.digest()

    monkeypatch.setenv(env.DATABASE_URL.name, "postgres://127.0.0.1/other")

    assert preparing.digest() != before


def test_a_file_that_is_no_database_has_nothing_applied(tmp_path: Path) -> None:
    (tmp_path / "zhuchao.sqlite3").write_text("not a database at all, but long enough to be read")

    assert applied.migrations(tmp_path) is None


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Misconfigured, match="不可写"):
        preparing.require_home(tmp_path / "file" / "home")


def test_stopping_in_the_middle_leaves_no_database(tmp_path: Path) -> None:
    environment = os.environ | {"ZHUCHAO_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "zhuchao.config.entry", "prepare"]
    steps = subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL)
    partial, deadline = tmp_path / "zhuchao.partial", time.monotonic() + 60
    while not partial.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert partial.exists()

    steps.send_signal(signal.SIGTERM)

    assert steps.wait(30) == 128 + signal.SIGTERM
    assert not list(tmp_path.glob("zhuchao.*"))
