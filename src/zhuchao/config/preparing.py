"""Making the home ready: database, static files, demonstration or first administrator."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from zhuchao.config import env
from zhuchao.core.errors import Misconfigured

STAMP = "prepared.json"
PACKAGE = Path(__file__).parent.parent
# What decides whether a home that was ready is still ready.
WATCHED = ("**/migrations/*.py", "**/static/**/*.*", "config/demo/content/*")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the stamp in the home says."""

    digest: str
    has_demo: bool


def digest() -> str:
    """Changes with the code's migrations and static files, the stack and the database's address."""
    found = hashlib.sha256(env.DATABASE_URL.value().encode())
    for package in ("django", "wagtail", "django-tasks-db"):
        found.update(version(package).encode())
    for pattern in WATCHED:
        for file in sorted(PACKAGE.glob(pattern)):
            stat = file.stat()
            found.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return found.hexdigest()


def stamp(home: Path) -> Prepared | None:
    """What was made ready before; None when nothing was, or when its database is gone."""
    try:
        read = json.loads((home / STAMP).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    if not env.DATABASE_URL.value() and not (home / "zhuchao.sqlite3").exists():
        return None
    return Prepared(read["digest"], read["has_demo"])


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

    Raises: Misconfigured, when a step fails.
    """
    require_home(home)
    now, before = digest(), stamp(home)
    if before and before.digest == now and (before.has_demo or not with_demo):
        return before
    print("筑巢：正在准备数据库与页面文件（首次约半分钟）……", flush=True)
    command = [sys.executable, "-m", "zhuchao.config.entry"]
    static = subprocess.Popen([*command, "manage", "collectstatic", "--noinput", "-v0"])
    wish = [] if with_demo else ["--no-demo"]
    try:
        made = subprocess.run([*command, "prepare", *wish], check=False)
        if made.returncode:
            raise Misconfigured("数据库没有准备好：原因见上一行")
        if static.wait():
            raise Misconfigured("页面文件没有准备好：请检查数据文件夹的剩余空间")
    finally:
        static.terminate()
        static.wait()
    (home / STAMP).write_text(json.dumps({"digest": now, "has_demo": with_demo}), "utf-8")
    return Prepared(now, with_demo)


def first_administrator() -> tuple[str, str]:
    """Sign-in and password: from the environment, or asked for at the terminal.

    Raises: Misconfigured, when nobody can be asked.
    """
    name, password = env.ADMIN_NAME.value(), env.ADMIN_PASSWORD.value()
    if name and password:
        return name, password
    if not sys.stdin.isatty():
        raise Misconfigured(
            "空系统需要第一位管理员：请在终端中运行，"
            "或设置 ZHUCHAO_ADMIN_NAME 和 ZHUCHAO_ADMIN_PASSWORD"
        )
    print("筑巢：请设置第一位管理员。")
    return input("账号：").strip(), getpass.getpass("密码（至少 8 位）：")
