"""Making the home ready before anything is served: database, static files, what is in it."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from zhuchao.config import applied, env
from zhuchao.config.supervisor import die_with_parent
from zhuchao.core.errors import Misconfigured, ZhuchaoError

STAMP = "prepared.json"
PACKAGE = Path(__file__).parent.parent
# What decides whether a home that was ready is still ready.
WATCHED = ("**/migrations/*.py", "**/static/**/*.*")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the stamp in the home says; ``database`` names the migrations that it had applied."""

    digest: str
    database: str
    has_demo: bool


class NotPrepared(ZhuchaoError):
    """A step failed and has said why; what was there before is as it was."""

    exit_code = Misconfigured.exit_code


def digest() -> str:
    """Changes with the code's migrations and static files, the stack and the database's address."""
    found = hashlib.sha256(env.DATABASE_URL.value().encode())
    for package in ("django", "wagtail", "django-tasks-db", "django-axes"):
        found.update(version(package).encode())
    for pattern in WATCHED:
        for file in sorted(PACKAGE.glob(pattern)):
            stat = file.stat()
            found.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return found.hexdigest()


def stamp(home: Path) -> Prepared | None:
    """What was made ready before; None where nothing was, or where it is no longer there."""
    try:
        prepared = Prepared(**json.loads((home / STAMP).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    now = applied.migrations(home)
    has_static = (home / "static" / "staticfiles.json").exists()
    return prepared if now and now == prepared.database and has_static else None


def require_home(home: Path) -> None:
    """Raises: Misconfigured, when the home cannot be made or written."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Misconfigured(
            f"数据文件夹 {home} 不可写（{error.strerror}）：请换用可写的文件夹，或设置 ZHUCHAO_HOME"
        ) from None


def prepare(home: Path, *, with_demo: bool) -> Prepared:
    """Make the home ready if it is not; a failure leaves what was there as it was.

    Raises: Misconfigured or NotPrepared, when a step fails.
    """
    require_home(home)
    with _alone(home):
        now, before = digest(), stamp(home)
        if before and before.digest == now:
            return before
        print("筑巢：正在准备数据库与页面文件（首次约半分钟）……", flush=True)
        has_demo = _make(home, with_demo=with_demo)
        made = Prepared(now, applied.migrations(home) or "", has_demo)
        written = {"digest": made.digest, "database": made.database, "has_demo": made.has_demo}
        (home / STAMP).write_text(json.dumps(written), "utf-8")
        return made


def _make(home: Path, *, with_demo: bool) -> bool:
    """Both halves at once; whether the database holds the demonstration."""
    command = [sys.executable, "-m", "zhuchao.config.entry"]
    answer = home / f".answer-{os.getpid()}"
    wish = ["--answer", str(answer), *([] if with_demo else ["--no-demo"])]
    steps = [
        subprocess.Popen([*command, "prepare", *wish], preexec_fn=die_with_parent),  # noqa: PLW1509
        subprocess.Popen(
            [*command, "manage", "collectstatic", "--noinput", "-v0"],
            preexec_fn=die_with_parent,  # noqa: PLW1509
        ),
    ]
    try:
        if steps[0].wait():
            raise NotPrepared("筑巢没有启动：数据库没有准备好，原因见上一行")
        if steps[1].wait():
            raise NotPrepared("筑巢没有启动：页面文件没有准备好，请检查数据文件夹的剩余空间")
        return answer.read_text("ascii") == "demo"
    finally:
        for step in steps:
            step.terminate()
            step.wait()
        answer.unlink(missing_ok=True)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Two that start in one home at once take turns; the second finds everything ready."""
    with (home / ".preparing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
