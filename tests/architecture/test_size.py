"""Files stay under 300 lines and functions under 30, so that each can be read at a sitting."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 30


def python_files() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.splitlines()]
    return [file for file in files if file.exists() and "migrations" not in file.parts]


def functions_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node, clean=False)
            own = (node.end_lineno or node.lineno) - node.lineno + 1
            yield node.name, own - (documented.count("\n") + 1 if documented else 0)


@pytest.mark.parametrize("file", python_files(), ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_and_its_functions_can_be_read_at_a_sitting(file: Path) -> None:
    source = file.read_text("utf-8")

    long = [
        f"{name}: {lines}"
        for name, lines in functions_of(ast.parse(source))
        if lines > MOST_LINES_OF_A_FUNCTION
    ]

    assert source.count("\n") <= MOST_LINES_OF_A_FILE
    assert not long
