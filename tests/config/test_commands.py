"""The commands of the whole house, as they are typed."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from zhuchao.config import administrator, commands, entry, env
from zhuchao.core.errors import Misconfigured
from zhuchao.ground.printing import needs


def zhuchao(home: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {"ZHUCHAO_HOME": str(home)} | settings
    command = [sys.executable, "-m", "zhuchao.config.entry", *words]
    return subprocess.run(
        command, env=environment, cwd=home.parent, capture_output=True, text=True, check=False
    )


def test_the_example_of_the_environment_is_printed(tmp_path: Path) -> None:
    assert zhuchao(tmp_path, "env-example").stdout == env.example()


def test_a_wrong_setting_stops_every_command_with_one_sentence(tmp_path: Path) -> None:
    ended = zhuchao(tmp_path, "env-example", ZHUCHAO_DEBUG="perhaps")

    assert ended.returncode == Misconfigured.exit_code
    assert ended.stderr == "环境变量 ZHUCHAO_DEBUG='perhaps' 不可用：只能是 true 或 false\n"


def test_a_port_in_use_is_one_sentence_and_nothing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = zhuchao(
            tmp_path, "up", "--port", str(taken.getsockname()[1]), ZHUCHAO_HOME=str(home)
        )

    assert ended.returncode == Misconfigured.exit_code
    assert "已被占用" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not home.exists()


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    ended = zhuchao(tmp_path, "up", "--port", "0", ZHUCHAO_HOME=str(tmp_path / "file" / "home"))

    assert ended.returncode == Misconfigured.exit_code
    assert "不可写" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_an_empty_house_without_anybody_to_ask_says_how(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()

    ended = zhuchao(home, "prepare", "--no-demo")

    assert ended.returncode == Misconfigured.exit_code
    assert "ZHUCHAO_ADMIN_NAME" in ended.stderr
    assert not list(home.glob("zhuchao.*"))


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "LEAST_PYTHON", (9, 0))

    with pytest.raises(SystemExit, match="需要 Python"):
        entry.main()


def test_every_command_says_in_chinese_what_it_does() -> None:
    names = [command.name for command in commands.COMMANDS]

    assert len(set(names)) == len(names)
    assert all(not command.help.isascii() for command in commands.COMMANDS)


def test_the_first_administrator_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZHUCHAO_ADMIN_NAME", "keeper")
    monkeypatch.setenv("ZHUCHAO_ADMIN_PASSWORD", "chenghu-2026-park")

    asked = administrator.ask()

    assert (asked.sign_in, asked.password) == ("keeper", "chenghu-2026-park")
    assert "chenghu" not in repr(asked)


def test_a_weak_password_in_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHUCHAO_ADMIN_NAME", "keeper")
    monkeypatch.setenv("ZHUCHAO_ADMIN_PASSWORD", "12345678")

    with pytest.raises(Misconfigured, match="不合要求"):
        administrator.ask()


@pytest.mark.django_db
def test_the_administrator_of_an_empty_house_can_do_the_first_things() -> None:
    from zhuchao.apps.people import selectors
    from zhuchao.apps.people.models import Person
    from zhuchao.apps.people.viewer import Role
    from zhuchao.apps.publishing.models import HomePage

    administrator.install(administrator.Asked("keeper", "chenghu-2026-park"))

    viewer = selectors.viewer_of(Person.objects.get())
    assert viewer.roles == {Role.ADMINISTRATOR}
    assert selectors.default_organisation_id() == viewer.organisation_id
    assert HomePage.objects.exists()


@pytest.mark.parametrize(
    "words",
    [("audit", "verify"), ("match", "求租溧阳厂房2000平"), ("demo",), ("worker",)],
    ids=["audit", "match", "demo", "worker"],
)
def test_a_command_without_a_register_says_so_and_makes_none(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    home = tmp_path / "home"

    ended = zhuchao(home, *words)

    assert ended.returncode == Misconfigured.exit_code
    assert "zhuchao up" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not home.exists()


@pytest.mark.parametrize("port", ["-1", "65536", "80a"])
def test_a_port_that_is_none_is_told(tmp_path: Path, port: str) -> None:
    ended = zhuchao(tmp_path, "up", f"--port={port}")

    assert ended.returncode == 2
    assert "端口应为 0 到 65535 之间的整数" in ended.stderr


def test_a_database_that_is_none_is_one_sentence_and_stays_as_it_was(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "zhuchao.sqlite3").write_bytes(b"garbage " * 1000)

    ended = zhuchao(home, "prepare")

    assert ended.returncode == Misconfigured.exit_code
    assert "请从备份恢复" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert (home / "zhuchao.sqlite3").read_bytes() == b"garbage " * 1000


def test_what_printing_lacks_is_said_once_the_first_page_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs.missing.cache_clear()
    monkeypatch.setattr(needs, "find_library", lambda name: None if "pango" in name else name)

    commands._announce("http://127.0.0.1:8000/", has_demo=False)
    needs.missing.cache_clear()

    told = capsys.readouterr().out
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in told
    assert "用“打印”代替“下载 PDF”" in told
