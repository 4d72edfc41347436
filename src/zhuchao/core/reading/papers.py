"""The titles of official papers that stand on two lines: who issues them, and 关于 what."""

from __future__ import annotations

import re

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line

MAX_ISSUER = 40
_ENDS = re.compile(
    r"(?:公示|公告|通知|通报|通告|意见|办法|决定|报告|函|批复|方案|细则|措施|说明|规定|请示|解读)(?:[（(].{1,20}[）)])?$"
)


def issues(issuer: Line, line: Line) -> bool:
    """Whether a notice's title stands on two lines: who issues it, and 关于 what."""
    is_issuer = len(issuer.text) <= MAX_ISSUER and cues.ISSUER.search(issuer.plain)
    if issuer.links:
        return False
    return bool(is_issuer) and line.plain.startswith("关于")


def goes_on(title: Line, line: Line) -> bool:
    """Whether the title of a paper, 关于 something, ends on the next line: …的公示."""
    is_open = title.plain.startswith("关于") and not _ENDS.search(title.plain)
    is_end = len(line.text) <= MAX_ISSUER and bool(_ENDS.search(line.plain))
    return is_open and is_end and not (title.links or line.links)
