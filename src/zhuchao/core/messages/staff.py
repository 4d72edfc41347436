"""Jobs that are wanted or promised, beside people who are employed already."""

from __future__ import annotations

from collections.abc import Iterable

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import FieldKey

JOBS = FieldKey.JOBS
# 招300人, 用工120人; but 现有员工, 陪同人员, and workers who would like to stay.
NOT_EMPLOYED = later(
    r"(?:现有?|目前|已有?|原有?|陪同|随行|参观|考察|团队|在职|在岗|老|平均|本科|硕士|博士|大专|高管|每批|每处|来|接待)[^,，。;；\n\d]{0,6}$|团队[^,，。;；\n]{0,3}$"
)
STAY = later(
    r"[^,，。;；\n]{0,6}(?:愿意?留|想留|肯留|留下|留用|安置|在职|在岗|随厂|一起过来|过去|过来|陪同|看房|考察)"
)
# What an offer asks of who comes; else it tells of people who are there.
ASKED = later(r"就业|用工|岗位|带动|不少于|不低于|安置|招用|吸纳|解决|[≥>]")
STAFF = later(r"(?:员工|工人|职工|人员|师傅|团队)[^,，。;；\n]{0,8}$")


def without_staff(found: Iterable[Finding], text: str, *, is_demand: bool) -> list[Finding]:
    """Jobs that are wanted or promised: who is employed already is no field."""
    return [
        each
        for each in found
        if each.key is not JOBS or not _is_of_staff(text, each, is_demand=is_demand)
    ]


def _is_of_staff(text: str, jobs: Finding, *, is_demand: bool) -> bool:
    window = (text, max(0, jobs.start - 12), jobs.start)
    if NOT_EMPLOYED.search(*window) or STAY.match(text, jobs.end):
        return True
    return not is_demand and (STAFF.search(*window) is not None or ASKED.search(*window) is None)
