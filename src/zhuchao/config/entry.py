"""The command ``zhuchao``."""

from __future__ import annotations

import sys

from zhuchao.config.commands import COMMANDS, start_django
from zhuchao.faces.cli.main import run


def main() -> None:
    """Run the command named on the command line and leave with its exit code."""
    commands = {command.name: command for command in COMMANDS}
    sys.exit(run(sys.argv[1:], start_django=start_django, commands=commands))


if __name__ == "__main__":
    main()
