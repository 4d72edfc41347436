"""Whether a sentence names the firm that something is promised to."""

from __future__ import annotations

import re

from zhuchao.core.compliance.contexts import Contexts
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.read import Span

FIRM = later(
    r"([\u4e00-\u9fffA-Za-z（）()]{2,}?)(有限责任公司|有限公司|股份公司|集团|公司|股份(?=[,，。、提给享的]))"
)
# A name without its legal form: 给予恒光电子前三年返税.
SHORT_NAME = later(
    r"(?:给予|给|对|为|向|与|同|奖励|支持|引进|招引)([\u4e00-\u9fff]{2,4})"
    r"(?:科技|电子|精密|智能|半导体|医药|生物|新能源|新材料|材料|重工|机械|汽车|股份|实业|控股|纺织|食品|物流|光电|制造)"
    r"(?!企业|产业|行业|类|项目|园|等|创新|成果|人才|业|服务|工程|设备|研发|型|计划|转化|基地|领域|板块|链|中小|和|、)"
)
SENTENCE = re.compile(r"[^。!！?？\n\r]+")
LEGAL = frozenset({"有限责任公司", "有限公司"})
POINTED = ("该", "本", "各", "贵", "我", "某", "家", "等")


def is_promised_to_a_firm(text: str, span: Span, contexts: Contexts) -> bool:
    """Whether the sentence of the passage names a firm and tells of no right that the law gives."""
    sentence = _sentence_at(text, span)
    if contexts.holds("statutory", sentence):
        return False
    if SHORT_NAME.search(sentence):
        return True
    return any(_is_named(found, contexts) for found in FIRM.finditer(sentence))


def _is_named(found: re.Match[str], contexts: Contexts) -> bool:
    name = found[1]
    if found[2] in LEGAL:
        return not name.endswith(POINTED)
    kinds = tuple(contexts.words["generic_firm"])
    return len(name) > 2 and not name.endswith((*POINTED, *kinds))


def _sentence_at(text: str, span: Span) -> str:
    start = max(text.rfind(mark, 0, span.start) for mark in "。!！?？\n\r") + 1
    rest = SENTENCE.match(text, start)
    return rest[0] if rest else ""
