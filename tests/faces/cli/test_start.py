"""Reading, parsing and matching a file start without Django; how fast is measured in benchmarks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "benchmarks" / "samples"
PROGRAM = """
import sys
from zhuchao.faces.cli.main import run
code = run(sys.argv[1:], start_django=lambda: sys.exit("Django was started"))
heavy = {"django", "wagtail", "urllib3", "cryptography"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else code)
"""


@pytest.mark.parametrize("command", ["help", "read", "parse", "match"])
def test_a_command_starts_without_django(command: str, tmp_path: Path) -> None:
    offers = tmp_path / "offers.json"
    offers.write_text(json.dumps([{"key": "a", "terms": []}]), "utf-8")
    argv = {
        "help": ["--help"],
        "read": ["read", str(SAMPLES / "page.html")],
        "parse": ["parse", "求租溧阳厂房2000平"],
        "match": ["match", "求租溧阳厂房2000平", "--offers", str(offers)],
    }[command]

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
