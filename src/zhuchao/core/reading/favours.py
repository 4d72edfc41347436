"""How much a line above a plain text looks like its title, by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.reading import cues, offering
from zhuchao.core.reading.heading import SIGNED_DAY
from zhuchao.core.reading.judging import cued_kind, is_meta
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line
from zhuchao.core.vocabulary.page import ZoneKind

# The points were set on the 48 evaluation pages as plain text and on the odd ones of the written
# pages, 2026-11. A title's usual place is worth more than its form.
BELOW_CRUMB = 3.0
NEAR = (3.0, 2.0, 1.0, 0.5)
# A name or a call near the line that tells of the page is short more often than a headline.
SHORT_NEAR = 0.75
OPENS = 2.0
REPEATED = 2.0
USUAL_LENGTH = 2.0
SHORT_LENGTH = 0.5
IN_MENU = -3.0
BYLINE = -4.0

USUAL = range(9, 60)
# Hardly a title is shorter.
MIN_USUAL = 5
MAX_STATED = 24
# An office signs with no longer a name.
MAX_ISSUER = 16
MAX_MENU_ITEM = 8
MAX_WORDS = 3
MAX_BESIDE = 24

# A stroke between units sets nothing apart: 元/天/㎡.
_FURNITURE = frozenset(ZoneKind) - {
    ZoneKind.TITLE,
    ZoneKind.HEADING,
    ZoneKind.PARAGRAPH,
    ZoneKind.NOTICE,
}
_SET_APART = re.compile(r"[|｜·•>＞»]|(?<![元吨米平天月])/(?![天月年平㎡吨亩])")
_HOME = ("首页", "网站首页", "主页")
_BULLET = re.compile(r"^[·•●▪■◆▎※*-]\s?")
_BYLINE = re.compile(
    r"^(?:原创\s|原创\S{2,4}\s|本报|本刊|本网|通讯员|记者|作者|文[/:：])|(?:记者|院长|作者|编辑)\s?\S{0,4}$"
    r"|(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}|\d{1,2}月\d{1,2}日\s*\d{1,2}[:：]\d\d|播放$|^听|分享$|收藏$|字号|朗读"
    r"|\d+\s?(?:人参与|条?评论|跟帖|回复|个?回答)"
)
_ORIGINAL = "原创"
_LABELS = re.compile(r"\S[:：]")
# The number of a paper, a file of it, a part of an offer, a path of two levels.
_NO_TITLE = re.compile(
    rf"^[\u4e00-\u9fff]{{2,8}}〔\d{{4}}〕\d+号$|(?:PDF|pdf|DOCX?|docx?)[^\u4e00-\u9fff]{{0,12}}$|{offering.SECTION.pattern}"
    r"|^\S{2,8} [-–—] \S{2,8}$|^(?:在线|免费|申请)\S{2,4}$|版主[:：]"
)
# What invites to a site, to look for something in it, or to follow an account.
_INVITES = re.compile(
    r"^(?:网站)?首页|^欢迎(?:访问|光临|来到|您)|^(?:请输入|搜索|查看|热门?搜|热词)|^[+＋]?\s*关注\S{2,8}$|\[切换|切换城市"
    r"|登录\s*[/|｜]?\s*(?:免费|立即)?注册|登录下载|(?:免费|我要)?发布(?:房源|信息)|我的收藏|下载.{0,8}APP|添加到桌面|设为首页|加入收藏"
)
# The number of a paper or a project, with its label.
_LABELLED_CODE = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:编号|代码|文号|号)\s*[:：]")
_COUNTED = re.compile(r"[（(]\d{1,4}[）)]$")


def _leaf_of(texts: Sequence[str]) -> str:
    """The last level of a path, which often is the title itself."""
    path = next((text for text in texts if cues.BREADCRUMB.match(text)), "")
    return cues.STEP.split(path)[-1]


def _is_offered(line: Line) -> bool:
    """What an offer states below its title, in figures."""
    text = line.plain
    is_counted = len(text) <= MAX_STATED and any(map(str.isdigit, text))
    return is_counted and bool(offering.ATTRIBUTE_PAIR.match(text) or offering.PRICE.match(text))


class Favours:
    """The points of each line above a text; the last line given is the first of the text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._texts = [cues.squeezed(line.plain) for line in lines]
        self._metas = [is_meta(line, MAX_BESIDE) for line in lines]
        self._ends = self._below()
        self._leaf = key_of(_leaf_of(self._texts))
        self._crumbs = [
            bool(cues.BREADCRUMB.match(text) or ("/" not in text and cues.PATH.match(text)))
            for text in self._texts
        ]

    def _below(self) -> list[int]:
        """For each line the next that tells of the page, else the first of the text."""
        ends, end = [0] * len(self._lines), len(self._lines) - 1
        for at in range(len(self._lines) - 1, -1, -1):
            ends[at] = end
            end = at if self._metas[at] else end
        return ends

    def of(self, at: int) -> float:
        """The points of one line."""
        return self._by_form(at) + self._by_place(at) + self._by_likeness(at)

    def _by_form(self, at: int) -> float:
        text = self._texts[at]
        size = len(key_of(text))
        points = USUAL_LENGTH if size in USUAL else SHORT_LENGTH
        points += IN_MENU if size < MIN_USUAL or _NO_TITLE.search(text) else 0.0
        words = self._lines[at].plain.split()
        is_menu = len(words) > MAX_WORDS and max(map(len, words)) <= MAX_MENU_ITEM
        is_menu = is_menu or words[0] in _HOME or bool(_INVITES.search(text))
        is_menu = is_menu or "\t" in self._lines[at].plain or bool(_LABELLED_CODE.match(text))
        if is_menu or len(_SET_APART.findall(text)) > 1 or _COUNTED.search(text):
            points += IN_MENU
        # Below 原创 stands the account; below 原创 甲 园区观察 it says its name once more.
        above = self._texts[at - 1] if at else ""
        is_account = above == _ORIGINAL or (text in above and _BYLINE.match(above))
        # What is numbered heads a part of the text.
        is_numbered = cues.NUMBERED.match(text) or cues.HEADING.match(text.lstrip("▍▎"))
        points += IN_MENU if text[0] not in "【●■◆▎▌" and is_numbered else 0.0
        points += BYLINE if self._crumbs[at] else 0.0
        line = self._lines[at]
        if _is_offered(line) or offering.ATTRIBUTE.match(text) or cued_kind(line) in _FURNITURE:
            points += BYLINE
        below = self._texts[at + 1] if at + 1 < len(self._texts) else ""
        is_issuer = len(text) <= MAX_ISSUER and cues.ISSUER.search(text)
        if is_issuer and SIGNED_DAY.match(below) and not self._crumbs[at - 1]:
            points += BYLINE
        is_told_of = _BYLINE.search(text) or len(_LABELS.findall(text)) > 1 or is_account
        return points + (BYLINE if is_told_of else 0.0)

    def _by_place(self, at: int) -> float:
        """Below the breadcrumb or the date, above the line that tells of the page, or the text."""
        points = 0.0
        if at and self._crumbs[at - 1]:
            # A shoulder may stand between the path and a headline that tells who did what.
            below = self._texts[at + 1] if at + 1 < self._ends[at] else ""
            text = self._texts[at]
            is_shoulder = "：" in below and "：" not in text and len(below) > len(text)
            points += 0.0 if is_shoulder else BELOW_CRUMB
        elif at and self._metas[at - 1]:
            points += NEAR[2]
        gap = self._ends[at] - at - 1
        near = NEAR[gap] if gap < len(NEAR) else 0.0
        points += near if len(key_of(self._texts[at])) in USUAL else SHORT_NEAR * near
        is_alone = not any(self._crumbs) and len(self._lines) <= len(NEAR) + 2
        return points + (OPENS if at == 0 and is_alone else 0.0)

    def _by_likeness(self, at: int) -> float:
        """Said again below, it is the title; among lines of its own kind, an entry of a menu."""
        key, text = key_of(self._texts[at]), self._texts[at]
        below = self._texts[at + 1 : at + 8]
        is_said_again = len(key) in USUAL and any(key in key_of(each) for each in below)
        points = REPEATED if is_said_again else 0.0
        is_leaf = len(self._leaf) in USUAL and self._leaf in key and not self._crumbs[at]
        points += BELOW_CRUMB if is_leaf else 0.0
        # Below a longer title that holds it, it heads the paper that was sent with it.
        longer = (each for each in self._texts[:at] if len(each) > len(text) and "关于" in each)
        points += BYLINE if len(key) in USUAL and any(key in key_of(e) for e in longer) else 0.0
        beside = [self._texts[i] for i in (at - 1, at + 1) if 0 <= i < len(self._texts)]
        bulleted = _BULLET.match(text) and any(_BULLET.match(each) for each in beside)
        short = len(text) <= MAX_MENU_ITEM and all(len(each) <= MAX_MENU_ITEM for each in beside)
        return points + (IN_MENU if bulleted or short else 0.0)
