"""The fictional pages written for the repository, and a sentence to write more with."""

from __future__ import annotations

from pathlib import Path

SENTENCE = (
    "会议通报了上半年重点项目的签约、开工和到账情况，并就下半年的工作逐项作出安排，"
    "要求各部门抓紧落实，确保全年目标如期完成。"
)
FOLDER = Path(__file__).parents[2] / "fixtures" / "pages"


def fixture(name: str) -> bytes:
    return (FOLDER / name).read_bytes()
