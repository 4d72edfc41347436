"""What may be promised, from ``projects/promise_measures.csv``."""

from __future__ import annotations

from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.promise import PromiseMeasure
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.loading import load


@cache
def promise_measures() -> tuple[PromiseMeasure, ...]:
    """In the order in which they are offered. Raises: BrokenTable."""
    name = "projects/promise_measures.csv"
    measures = tuple(PromiseMeasure(**row) for row in Folder().own_rows(name))
    refuse_repeated((each.key for each in measures), name)
    unknown = {each.flag for each in measures} - {rule.name for rule in load().flag_rules} - {""}
    if unknown:
        raise BrokenTable(f"{name} 用到未定义的审查规则：{'、'.join(sorted(unknown))}")
    return measures
