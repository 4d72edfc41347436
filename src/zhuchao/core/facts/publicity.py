"""Goals, honours, policies and notices: what is aimed at, awarded, granted, open to objection."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Dated, Mark, Marked
from zhuchao.core.facts.metrics import metrics_of
from zhuchao.core.facts.sentences import clauses_of, said
from zhuchao.core.vocabulary.fact import Goal, Honour, Notice, Period, Policy
from zhuchao.core.vocabulary.read import Read

AIM = re.compile(r"力争|确保|争取|目标|计划到|到20\d\d年|规划到|努力实现|预期|奋力")
OBJECTION = re.compile(r"公示(?:期|时间|日期)|现(?:予以|将[^。]{0,40}予以)?公示|异议")
ABOUT_NOTICE = re.compile(
    r"(?:拟[^,，。;；:：《》]{2,40}?(?:名单|项目|结果|情况)?(?:的)?公示|《[^《》]{4,40}》)"
)
GRANT = re.compile(
    r"(?:对|给予|凡)?(?P<who>[^,，。;；:：]{4,50}?)(?:的)?[,，]?(?:由[^,，。]{2,12})?(?:一次性)?"
    r"(?P<what>(?:给予|奖励|补助|补贴|奖补|资助|按)[^,，。;；]{2,50})"
)
MOSTLY = re.compile(r"奖|补|资助|扶持|贴息|减免")
UNTIL = re.compile(r"有效期|截止|截至|至|前|执行")


def goals_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Goal]:
    """A metric with the figure that it is to reach."""
    if not AIM.search(marked.text):
        return
    for metric in metrics_of(marked, lexicon):
        amounts = [each for each in marked.amounts if metric.end <= each.start <= metric.end + 12]
        if not amounts or re.search("[,，;；]", marked.text[metric.end : amounts[0].start]):
            continue
        by = [each for each in marked.dates if each.end <= metric.start]
        sentence = marked.sentence
        yield Goal(
            said(sentence, page_text, metric.start, metric.end),
            said(sentence, page_text, metric.end, amounts[0].end),
            by[-1].read(sentence) if by else None,
            marked.span,
        )


def honours_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Honour]:
    """Who was named what; the awarding body where it stands before the verb."""
    honours, verbs = lexicon.words("honour"), lexicon.words("honoured")
    for clause in clauses_of(marked.text):
        told = marked.text[clause.start : clause.end]
        verb = next(iter(verbs.found(told)), None)
        honour = next(((at, w) for at, w in honours.found(told)), None)
        if verb is None or honour is None or honour[0] < verb[0]:
            continue
        start = clause.start + verb[0] + len(verb[1])
        end = clause.start + honour[0] + len(honour[1])
        yield _honour(marked, page_text, clause.start + verb[0], Mark(start, end))


def _honour(marked: Marked, page_text: str, verb_at: int, what: Mark) -> Honour:
    before = [each for each in marked.organisations if each.end <= verb_at]
    by = [each for each in before if each.kind.value == "bureau"]
    who = [each for each in before if each not in by]
    sentence = marked.sentence
    return Honour(
        said(sentence, page_text, who[-1].start, who[-1].end) if who else None,
        said(sentence, page_text, what.start, what.end),
        said(sentence, page_text, by[-1].start, by[-1].end) if by else None,
        marked.span,
    )


def policies_of(marked: Marked, page_text: str) -> Iterator[Policy]:
    """对…的企业，给予…奖励."""
    for found in GRANT.finditer(marked.text):
        if MOSTLY.search(found["what"]):
            until = next((d for d in reversed(marked.dates) if UNTIL.search(marked.text)), None)
            yield Policy(
                said(marked.sentence, page_text, *found.span("who")),
                said(marked.sentence, page_text, *found.span("what")),
                until.read(marked.sentence) if until else None,
                marked.span,
            )


def notices_of(page: Sequence[Marked], page_text: str) -> Iterator[Notice]:
    """One a page: what is shown to the public, from when to when."""
    periods = [each for each in page if OBJECTION.search(each.text) and each.dates]
    about = next(((m, found) for m in page if (found := ABOUT_NOTICE.search(m.text))), None)
    if not periods or about is None:
        return
    marked, found = about
    yield Notice(
        said(marked.sentence, page_text, *found.span()), _period(periods[0]), periods[0].span
    )


def _period(marked: Marked) -> Read[Period] | None:
    dates: list[Dated] = [each for each in marked.dates if each.period]
    return dates[-1].read(marked.sentence) if dates else None
