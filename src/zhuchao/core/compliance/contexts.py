"""Where a term is none: official titles, ordinals, quantities, aims, names, proved facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhuchao.core.compliance import speech
from zhuchao.core.compliance.speech import STOP, Spans
from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.advertising import AdTables, Group
from zhuchao.core.vocabulary.read import Span

# Levels that authorities do grant; 顶级 and 极品 are granted by nobody.
GRANTED = frozenset({"国家级", "世界级", "国际级", "甲级", "全球级", "百万级", "千万级"})
OF_THE_WORLD = frozenset({"世界级", "国际级", "全球级"})
CAN_BE_PROVED = frozenset(
    {"superlative_one", "first", "leading", "superlative_zui", "exclusive", "scarcity"}
)
NAMES_OF_HONOUR = frozenset({"prestige", "leading", "first", "superlative_one", "exclusive"})
CAN_BE_NAMED = NAMES_OF_HONOUR | {"superlative_extreme", "absolute_guarantee"}
NO_NAMES = frozenset({"一流", "首个", "首家", "首选", "独家", "独一无二", "顶尖", "绝对"})
SHARES = frozenset({"100%", "百分之百", "百分百"})
FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万]+(?:个|元|天|年|米|吨|万|亿)")
# 最 with one of these tells a quantity where a figure follows.
GRADED = "高低大小多少长短快慢宽深重轻远近晚早"
# Longer words with 最 are claims of their own: 最新技术.
LONGEST_ZUI = 2
YEAR = re.compile(r"(?:19|20)\d\d年|(?:上半年|前三季度|一季度|截至)")
ACCORDING = re.compile(
    r"(?<![依数根占证收单])据[^。\n]{2,30}(?:统计|公布|发布|公报|显示|数据|排名|榜|认定)|经[^。\n]{2,20}(?:认定|认证|核定|查新|批复)"
)
# Behind 第一 these count; with a scope before them they boast.
BOASTED = re.compile(r"第[一1](?:个|家|座|所|条|大|名|园|品牌|站|强|港|城|村|镇|栋|高)")
FIRM_OF_ITS_OWN = re.compile(r"(?:企业|公司|集团|厂商|客户|该厂|该项目)[^是为,，。]{0,12}$")
THAT_ONE = re.compile(r"最[\u4e00-\u9fff]{1,3}的那")
FIRM_TAIL = re.compile(r"[\u4e00-\u9fff]{1,4}(?:公司|集团|股份)")
# How far behind 国家级 the name of what was graded may begin.
NEAR = 16


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in the folded text: its span there, the word, its category and group."""

    span: Span
    word: str
    category: str
    group: Group


@dataclass(frozen=True)
class Contexts:
    """What stands around the terms of one text; spans are of the folded text."""

    folded: Folded
    text: str  # the original
    words: Mapping[str, Sequence[str]]
    roles: Mapping[str, re.Pattern[str]]
    others: Spans  # other people's words, in the folded text
    quoted: Spans  # what the caller says is quoted, in the original
    safe: Spans
    claims: Spans

    @cached_property
    def excuses_of(self) -> Sequence[Callable[[Occurrence], bool]]:
        return (
            self._is_safe_phrase,
            self._is_counted,
            self._is_official_grade,
            self._is_thought,
            self._is_quantity,
            self._is_of_own_set,
            self._is_sole,
            self._is_own_first,
            self._is_name,
            self._is_share,
            self._is_aim,
            self._is_own_record,
            self._is_proved,
            self._is_award,
            self._is_of_sport,
            self._is_number,
            self._is_asked,
        )

    def holds(self, role: str, text: str) -> bool:
        """Whether a word of that role stands in the text."""
        return self.roles[role].search(text) is not None

    def begins(self, role: str, text: str) -> bool:
        """Whether the text begins with a word of that role."""
        return self.roles[role].match(text) is not None

    def is_others(self, span: Span, *, is_promise: bool = False) -> bool:
        """Whether the passage of the folded text is quoted, denied, or told of as a warning."""
        return (
            self.others.cover(span)
            or self.quoted.cover(self.folded.original(span))
            or speech.is_denied(self.folded.text, span, self.roles, is_promise=is_promise)
        )

    @cached_property
    def _others_of_original(self) -> Spans:
        return Spans(speech.others_words(self.text, self.roles))

    def is_others_original(self, span: Span) -> bool:
        """The same of a promise whose span is one of the original."""
        return (
            self.quoted.cover(span)
            or self._others_of_original.cover(span)
            or speech.is_denied(self.text, span, self.roles, is_promise=True)
        )

    def excuses(self, found: Occurrence) -> bool:
        """Whether what stands around the term makes it none."""
        return any(excuse(found) for excuse in self.excuses_of)

    def is_counted(self, found: Occurrence) -> bool:
        """Whether 第一 counts: 第一批, 第一百货; 全国第一个 boasts."""
        return self._is_counted(found)

    def before(self, found: Occurrence) -> str:
        """The clause as far as the term."""
        return speech.before(self.folded.text, found.span.start)

    def after(self, found: Occurrence) -> str:
        """The clause from the term's end on."""
        return speech.after(self.folded.text, found.span.end)

    def clause(self, span: Span) -> str:
        """The clause around the passage."""
        text = self.folded.text
        return speech.before(text, span.start) + speech.after(text, span.start)

    def sentence(self, span: Span) -> str:
        """The sentence around the passage."""
        text = self.folded.text
        return speech.before(text, span.start, STOP) + speech.after(text, span.start, STOP)

    def _is_safe_phrase(self, found: Occurrence) -> bool:
        return self.safe.cover(found.span) and not self.claims.cover(found.span)

    def _is_official_grade(self, found: Occurrence) -> bool:
        if found.word not in GRANTED:
            return False
        rest = self.after(found)[:NEAR].split("的")[0]
        if found.word in OF_THE_WORLD:
            return self.holds("global_object", rest)
        is_praise = self.begins("praise", rest)
        is_object = self.holds("object", rest) and not is_praise
        return is_object or self.holds("award", self.before(found))

    def _is_counted(self, found: Occurrence) -> bool:
        if not found.word.endswith(("第一", "第1")):
            return False
        rest, told = self.after(found).lstrip(), self.before(found) + found.word[:-2]
        if rest[:1].isdigit() or rest[:1] in ("十", "百", "千", "万"):
            return True
        boasts = BOASTED.match("第一" + rest) and self.holds("scope", told[-8:])
        if "第二" in self.sentence(found.span):
            return not self.holds("scope", told[-8:])
        is_list = not told.strip("“ \t　*-·") and not rest
        return is_list or (self.begins("ordinal", rest) and not boasts)

    def _is_thought(self, found: Occurrence) -> bool:
        """最关心, 最直接, 最好在: of people's minds or as an adverb, not said of goods."""
        if found.word[0] != "最" or len(found.word) > LONGEST_ZUI:
            return False
        rest = self.folded.text[found.span.start + 1 : found.span.start + 8]
        is_advice = rest[:1] == "好" and self.begins("had_better", rest[1:])
        return is_advice or self.begins("mind", rest)

    def _is_quantity(self, found: Occurrence) -> bool:
        """最高奖励50万元, 最大起重量: a bound of one's own, compared with nobody."""
        rest = self.folded.text[found.span.start + 1 : found.span.start + 24]
        if found.word[0] != "最" or rest[:1] not in GRADED or rest[1:2] in ("端", "档", "级"):
            return False
        before, after = self.before(found), self.after(found)
        if self.begins("nature", rest[1:]):
            return True
        if self.holds("scope", before + found.word):
            return False
        near = rest[1:4].split("的")[0]
        is_bound = any(self.begins("bound", near[at:]) for at in range(len(near)))
        return bool(FIGURE.search(after)) or is_bound

    def _is_of_own_set(self, found: Occurrence) -> bool:
        """其中最大的一间: compared with one's own alone."""
        if found.word[0] != "最":
            return False
        if THAT_ONE.match(self.folded.text, found.span.start):
            return True
        if self.folded.text[found.span.start + 1 :][:1] not in GRADED:
            return False
        before = self.before(found)
        own = [word for word in self.words["own_set"] if word in before]
        for word in own:
            before = before.replace(word, "")
        rest = self.folded.text[found.span.start + 2 : found.span.start + 10]
        is_one = self.begins("of_a_set", rest)
        return bool(own or is_one) and not self.holds("scope", before + found.word)

    def _is_sole(self, found: Occurrence) -> bool:
        return found.word == "唯一" and self.begins("sole", self.after(found))

    def _is_own_first(self, found: Occurrence) -> bool:
        """首个租期, and the first of a firm of its own: 该企业在国内的首个基地."""
        if found.word[:2] not in ("首个", "首家"):
            return False
        before, after = self.before(found), self.after(found)
        is_event = self.begins("own_event", after) or before.endswith(
            tuple(self.words["own_place"])
        )
        is_own = is_event and not self.holds("scope", before + found.word)
        return self.begins("first_own", after) or is_own or bool(FIRM_OF_ITS_OWN.search(before))

    def _is_name(self, found: Occurrence) -> bool:
        """首创集团, 第一百货, 极致传媒: a name where a noun phrase begins."""
        if found.category not in CAN_BE_NAMED or found.word in NO_NAMES:
            return False
        before = self.before(found)
        is_first = not before or before.endswith(tuple(self.words["link"]))
        after = self.after(found)
        return is_first and (self.begins("tail", after) or bool(FIRM_TAIL.match(after)))

    def _is_share(self, found: Occurrence) -> bool:
        around = self.before(found)[-6:] + self.after(found)[:6]
        return found.word in SHARES and not self.holds("guarantee", around)

    def _is_aim(self, found: Occurrence) -> bool:
        """What is striven for or how one means to serve is not said of goods."""
        if found.group is not Group.SUPERLATIVE:
            return False
        before = self.before(found)
        if self.holds("done", before) or self.holds("crafted", before):
            return False
        rest = self.after(found)
        served = re.search(r"(?:以|用|拿)[^,，]{0,6}$", before) and self.holds("serve_with", rest)
        acts = re.search(rf"(?:{'|'.join(self.words['act'])})(成为|成)?([^的了]{{0,10}})$", before)
        return bool(
            self.holds("hope", before)
            or self.holds("serve", before + found.word)
            or served
            or self.holds("aimed", rest)
            or acts
        )

    def _is_own_record(self, found: Occurrence) -> bool:
        before = self.before(found)
        is_own = self.holds("self", before) and not self.holds("scope", before)
        return found.word[0] == "最" and is_own

    def _is_proved(self, found: Occurrence) -> bool:
        """A rank that is told with its time and measure, or with its source."""
        if found.category not in CAN_BE_PROVED:
            return False
        sentence = self.sentence(found.span) + self._note(found)
        if ACCORDING.search(sentence):
            return True
        is_cited = self.holds("cited", sentence)
        is_dated = bool(YEAR.search(sentence))
        is_ranked = self.holds("ranked", self.before(found))
        return (is_cited and (is_dated or is_ranked)) or (is_dated and is_ranked)

    def _note(self, found: Occurrence) -> str:
        """A note in brackets right behind the sentence, where sources are told."""
        text = self.folded.text
        end = found.span.start + len(speech.after(text, found.span.start, STOP)) + 1
        return text[end : end + 40] if text[end : end + 1] in ("(", "（", "注") else ""

    def _is_award(self, found: Occurrence) -> bool:
        if not self.holds("award", self.before(found)):
            return False
        is_titled = any(word in self.after(found) for word in ("奖", "称号", "荣誉", "名单"))
        return found.category in NAMES_OF_HONOUR or is_titled

    def _is_of_sport(self, found: Occurrence) -> bool:
        return found.word.endswith("冠军") and self.holds("sport", self.sentence(found.span))

    def _is_number(self, found: Occurrence) -> bool:
        """No.1车间: a house or a machine that has a number."""
        is_number = found.word.startswith("no") and found.word.endswith("1")
        return is_number and self.begins("building", self.after(found).lstrip())

    def _is_asked(self, found: Occurrence) -> bool:
        """A question, or what somebody looks for, praises nothing."""
        if found.group is not Group.SUPERLATIVE:
            return False
        at = found.span.start + len(speech.after(self.folded.text, found.span.start, STOP))
        sentence = self.sentence(found.span)
        is_question = self.folded.text[at : at + 1] in ("?", "？")
        return (
            self.holds("asked", sentence)
            or self.holds("wanted", sentence)
            or (is_question and self.holds("which", sentence))
        )


def contexts_of(text: str, folded: Folded, tables: AdTables, quoted: Iterable[Span]) -> Contexts:
    """What stands around the terms of the folded text."""
    words = tables.contexts
    return Contexts(
        folded=folded,
        text=text,
        words=words,
        roles=tables.roles,
        others=Spans(speech.others_words(folded.text, tables.roles)),
        quoted=Spans(quoted),
        safe=Spans(_all_of(words["safe"], folded.text)),
        claims=Spans(_all_of(words.get("claim", ()), folded.text)),
    )


def _all_of(words: Iterable[str], text: str) -> Iterable[Span]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield Span(at, at + len(word))
            at = text.find(word, at + 1)
