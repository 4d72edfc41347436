"""Named rhythms of work: 月度巡查, 一月一调度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Rhythm

# 5月公示, 今年考核, 全年推进 tell when, not how often.
DATED = re.compile(r"(?:[\d今去明前上下本当同近次个]|(?<!健)全)$")
# 季度招商 is a rhythm in quotes, or beside another: 月走访、季招商.
# 半月一报, 季度一评: one character for what is done.
BY_TURNS = re.compile(
    r"(?<![\u4e00-\u9fff\d]之)(?:每)?(?:半月|双月|双周|季度|半年|日|周|旬|月|季|年)(?:度)?一(?:报|评|晒|会|结|推|看|比|访|查|研|考|析|督|议|学|讲|练|赛|榜|排|问|清|谈)(?=[、，,；;。”’\s）)]|$|制度|机制|工作)"
)
WEAK = "beside"
BEFORE, BEHIND = re.compile(r"[“、]$"), re.compile(r"[”、]")
PAPERS, PAPER_PERIODS = "paper", ("年", "季度", "半年")


def rhythms_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Rhythm]:
    """How often, and what is done; 年度报告 is a paper."""
    acts = lexicon.words("rhythmic")
    for at, word in lexicon.words("rhythm").found(marked.text):
        act = acts.at(marked.text, at + len(word))
        is_paper = bool(act) and acts[act].key == PAPERS and word.startswith(PAPER_PERIODS)
        end = at + len(word) + len(act)
        is_alone = bool(act) and acts[act].key == WEAK and not _is_beside(marked.text, at, end)
        if act and not (is_paper or is_alone) and not DATED.search(marked.text, 0, at):
            yield Rhythm(said(marked.sentence, page_text, at, end), marked.span)

    for found in BY_TURNS.finditer(marked.text) if "一" in marked.text else ():
        if not acts.at(marked.text, found.end() - 1):
            yield Rhythm(said(marked.sentence, page_text, *found.span()), marked.span)


def _is_beside(text: str, start: int, end: int) -> bool:
    return bool(BEFORE.search(text, 0, start) or BEHIND.match(text, end))
