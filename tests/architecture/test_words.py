"""Every act that a service records has a Chinese word on the audit page."""

import re
import tomllib
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "zhuchao"
RECORDED = re.compile(r"\blog\(\s*\w+,\s*\"([a-z_]+)\"")


def test_every_recorded_act_has_its_word() -> None:
    words = tomllib.loads((SRC / "faces/hand/words.toml").read_text("utf-8"))["act"]
    sources = [file.read_text("utf-8") for file in SRC.glob("apps/**/*.py")]
    acts = {act for source in sources for act in RECORDED.findall(source)}

    assert len(acts) > 20
    assert acts <= set(words)
