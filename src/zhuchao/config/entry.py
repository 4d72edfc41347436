"""The command ``zhuchao``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

LEAST_PYTHON = (3, 11)


def main() -> None:
    """Run the command named on the command line and leave with its exit code."""
    if sys.version_info[:2] < LEAST_PYTHON:
        sys.exit("筑巢需要 Python 3.11 或更高版本，当前是 " + sys.version.split()[0])
    # Only now: on an older Python the imports themselves would fail, with a traceback.
    from zhuchao.config import env
    from zhuchao.config.commands import COMMANDS, start_django
    from zhuchao.core.errors import Misconfigured
    from zhuchao.faces.cli.main import run
    from zhuchao.tables import count_months_by

    try:
        env.adopt(Path(".env"), os.environ)
        env.check()
        count_months_by(env.RENT_MONTH.value())
    except Misconfigured as error:
        print(error.sentence, file=sys.stderr)
        sys.exit(error.exit_code)
    commands = {command.name: command for command in COMMANDS}
    sys.exit(run(sys.argv[1:], start_django=start_django, commands=commands))


if __name__ == "__main__":
    main()
