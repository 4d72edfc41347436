"""Nothing in the repository names a machine's path or a package registry."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"/(?:work|home/\w+|root|tmp)/\w")
REGISTRY = re.compile(r"https?://[^\s\"')]*(?:pypi|pythonhosted|npmjs|registry|/simple/)")
BINARY = {".png", ".ico", ".woff2", ".jpg"}


def texts() -> list[tuple[str, str]]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.splitlines()]
    own = Path(__file__)
    return [
        (str(file.relative_to(ROOT)), file.read_text("utf-8", "replace"))
        for file in files
        if file.is_file() and file.suffix not in BINARY and file != own
    ]


def test_no_file_names_a_path_of_a_machine() -> None:
    assert not [name for name, text in texts() if MACHINE_PATH.search(text)]


def test_no_file_names_a_package_registry() -> None:
    assert not [name for name, text in texts() if REGISTRY.search(text)]
