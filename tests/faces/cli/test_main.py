"""The command line as a whole: commands, failures, and how it leaves."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace

import pytest
from tests.faces.cli.conftest import Zhuchao, never

from zhuchao.core.errors import Misconfigured
from zhuchao.faces.cli.main import run

OWN_COMMANDS = ("read", "parse", "match", "audit")


class Greet:
    """A command as config would add one."""

    name = "greet"
    help = "问好"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("whom")

    def run(self, args: Namespace) -> int:
        if args.whom == "nobody":
            raise Misconfigured("没有可问好的人")
        if args.whom == "stop":
            raise KeyboardInterrupt
        print(f"你好，{args.whom}")
        return 0


def test_help_lists_every_command(zhuchao: Zhuchao) -> None:
    told = zhuchao("--help")

    assert told.code == 0
    assert all(name in told.out for name in OWN_COMMANDS)


@pytest.mark.parametrize("argv", [[], ["frobnicate"], ["read"], ["audit", "burn"]])
def test_a_wrong_command_line_leaves_with_two(zhuchao: Zhuchao, argv: list[str]) -> None:
    assert zhuchao(*argv).code == 2


def test_commands_can_be_added(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["greet", "溧阳"], start_django=never, commands={"greet": Greet()})

    assert (code, capsys.readouterr().out) == (0, "你好，溧阳\n")


def test_a_failure_is_its_sentence_and_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["greet", "nobody"], start_django=never, commands={"greet": Greet()})

    assert (code, capsys.readouterr().err) == (7, "没有可问好的人\n")


def test_an_interruption_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["greet", "stop"], start_django=never, commands={"greet": Greet()})

    assert (code, capsys.readouterr().err) == (130, "")


def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    program = (
        "import sys\n"
        "from zhuchao.faces.cli.main import run\n"
        "sys.exit(run(['--help'], start_django=lambda: None))"
    )
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-c", program], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


def test_chinese_reaches_a_terminal_of_another_locale() -> None:
    program = (
        "import sys\n"
        "from zhuchao.faces.cli.main import run\n"
        "sys.exit(run(['--help'], start_django=lambda: None))"
    )
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}

    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, check=False
    )

    assert done.returncode == 0
    assert "筑巢" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("words", ["read -", "parse -"])
def test_a_closed_standard_input_is_told_in_a_sentence(words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m zhuchao.config.entry {words} <&-"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (3, "没有标准输入：请用管道或 < 文件 给出内容\n")


@pytest.mark.parametrize(("to", "code", "told"), [("/dev/full", 74, "磁盘已满"), ("&-", 0, "")])
def test_an_output_that_takes_nothing_leaves_no_traceback(to: str, code: int, told: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m zhuchao.config.entry parse 求租厂房 >{to}"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
