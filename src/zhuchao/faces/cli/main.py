"""The command line: finds the command, runs it, and turns failures into sentences."""

from __future__ import annotations

import errno
import io
import os
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.cli.admission import AdmissionCommand
from zhuchao.faces.cli.audit import AuditCommand
from zhuchao.faces.cli.command import Command
from zhuchao.faces.cli.examples import ExamplesCommand
from zhuchao.faces.cli.lint import LintCommand
from zhuchao.faces.cli.match import MatchCommand
from zhuchao.faces.cli.parse import ParseCommand
from zhuchao.faces.cli.printing import clean
from zhuchao.faces.cli.progress import ProgressCommand
from zhuchao.faces.cli.read import ReadCommand
from zhuchao.faces.cli.search import SearchCommand
from zhuchao.faces.cli.site import SiteCommand

USAGE_EXIT_CODE = 2
FULL_EXIT_CODE = 74
INTERRUPTED_EXIT_CODE = 130


def run(
    argv: Sequence[str],
    *,
    start_django: Callable[[], None],
    commands: Mapping[str, Command] | None = None,
) -> int:
    """Run one command line and give its exit code; ``commands`` adds to this face's own.

    An expected failure is one sentence on standard error and the failure's exit code.
    """
    _speak_utf8()
    known = {command.name: command for command in own_commands(start_django)}
    parser = build(known | dict(commands or {}))
    try:
        code = _run(parser, argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ZhuchaoError as error:
        print(clean(error.sentence), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        _silence()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _silence()
        print("没有写完：磁盘已满，请腾出空间后再试", file=sys.stderr)
        return FULL_EXIT_CODE
    except KeyboardInterrupt:
        return INTERRUPTED_EXIT_CODE
    return code


def own_commands(start_django: Callable[[], None]) -> tuple[Command, ...]:
    """The commands of this face, in the order that help lists them."""
    return (
        ReadCommand(),
        ParseCommand(),
        MatchCommand(start_django),
        AdmissionCommand(),
        ProgressCommand(),
        LintCommand(),
        AuditCommand(start_django),
        SearchCommand(start_django),
        ExamplesCommand(start_django),
        SiteCommand(start_django),
    )


def build(commands: Mapping[str, Command]) -> ArgumentParser:
    """The parser of the whole command line."""
    parser = ChineseParser(prog="zhuchao", description="筑巢：招商与厂房土地租售的工作台")
    chosen = parser.add_subparsers(title="命令", metavar="命令", parser_class=ChineseParser)
    for name, command in commands.items():
        child = chosen.add_parser(name, help=command.help, description=command.help)
        command.add_arguments(child)
        child.set_defaults(command=command)
    return parser


class ChineseParser(ArgumentParser):
    """argparse with Chinese headings, and an error that ends in one sentence."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, add_help=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="显示说明")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE_EXIT_CODE, f"命令写法有误：{clean(message)}\n")


def _run(parser: ArgumentParser, argv: Sequence[str]) -> int:
    try:
        args = parser.parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    if "command" not in args:
        parser.print_help()
        return USAGE_EXIT_CODE
    command: Command = args.command
    return command.run(args)


def _speak_utf8() -> None:
    """Chinese reaches the reader whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _silence() -> None:
    """The reader went away (``| head``): what Python still holds goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
