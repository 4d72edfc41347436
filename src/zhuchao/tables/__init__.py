"""Reference data and rule packs as values: CSV and TOML files in, frozen values out."""

from zhuchao.tables.ladders import stage_ladder
from zhuchao.tables.loading import load

__all__ = ["load", "stage_ladder"]
