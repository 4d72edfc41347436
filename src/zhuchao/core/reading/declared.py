"""How much a visible line is the title that a page declares, in points that add up."""

from __future__ import annotations

import re

from zhuchao.core.reading import cues
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet

# The points were set on the evaluation pages and the odd ones of the written pages, 2026-11.
# A whole declared title is worth one; sites put their name and column behind the headline.
OPENS = 0.3
BY_TAG = {"h1": 0.5, "h2": 0.3, "h3": 0.15}
# A class that calls a block the title says as much as a heading of the second rank.
NAMED = 0.3
OF_SITE = -0.8

MIN_KEY = 4
# A line may hold a badge or a column beside the headline, but it must be most of the line.
MIN_OPENING = 8
MIN_SHARE = 0.6
MAX_SITE_NAME = 14
MAX_OWNER = 24

PARTS = re.compile(r"[|｜_»\-–—]+")
TITLE_HINT = re.compile(r"title|\bbt\b|\btt\b|\btit\b|biaoti|headline|subject|_tit\b")
# Who owns a site stands on top of it; a headline that ends so tells of a deed.
_OWNER = re.compile(
    r"^(?!.*(?:关于|签约|落户|入驻|走进|调研|收购|参股|公示|拜访|考察|出资|[，：“]))"
    r".{2,20}(?:有限公司|人民政府|管委会|管理委员会|报社|协会|商会)$"
)


class Declared:
    """A title as the page declares it: often the headline, then column and site."""

    def __init__(self, whole: str) -> None:
        self.key = key_of(whole)
        self._opening = next((key for part in PARTS.split(whole) if (key := key_of(part))), "")

    def likeness(self, key: str) -> float:
        """How much of the title a line with this key is: 0 for none."""
        if len(key) < MIN_KEY:
            return 0.0
        if key in self.key:
            return len(key) / len(self.key) + OPENS * self.key.startswith(key)
        share = len(self._opening) / len(key)
        if len(self._opening) < MIN_OPENING or share < MIN_SHARE or self._opening not in key:
            return 0.0
        return share * len(self._opening) / len(self.key) + OPENS


def standing(line: Line, sheet: Sheet) -> float:
    """What the line's element says for it, and a name of the site against it."""
    hints = sheet.containers[line.container].hints
    is_named = line.tag != "h1" and not line.links and bool(TITLE_HINT.search(hints))
    points = max(BY_TAG.get(line.tag, 0.0), NAMED * is_named)
    return points + OF_SITE * names_site(line)


def is_site_name(line: Line) -> bool:
    """Whether a short line is called as sites and columns are."""
    return len(line.text) <= MAX_SITE_NAME and bool(cues.SITE_NAME.search(line.plain))


def names_site(line: Line) -> bool:
    """Whether a line names the site or the body that owns it."""
    return is_site_name(line) or (len(line.text) <= MAX_OWNER and bool(_OWNER.match(line.plain)))
