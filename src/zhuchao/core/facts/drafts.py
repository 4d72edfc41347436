"""A measure while its sentence is being read, and what the page has told before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from zhuchao.core.facts.marks import Amount, Dated, Mark, Marked, Worded
from zhuchao.core.facts.respective import Share
from zhuchao.core.vocabulary.fact import Comparison, Period
from zhuchao.core.vocabulary.read import Read, Span


@dataclass(frozen=True, slots=True)
class Used:
    """What other facts have told already: sums and land of events, goals, policies' sentences;
    the totals of events by value, too; and the page's day."""

    figures: frozenset[Span]
    goals: frozenset[Span]
    sentences: frozenset[Span]
    totals: frozenset[float] = frozenset()
    today: date | None = None

    def holds(self, span: Span) -> bool:
        is_used = bool(self.figures) and span in self.figures
        return is_used or any(goal.covers(span) for goal in self.goals)


@dataclass
class Draft:
    """A measure while its sentence is being read."""

    marked: Marked
    metric: Worded
    value: Amount | None
    comparisons: list[Comparison] = field(default_factory=list)
    is_total: bool = False
    # 其中仪表产业52亿元: whose figure of the same metric it is, a firm.
    of: Mark | None = None
    # 其中工业4.5亿千瓦时: the part that narrows the metric told before.
    part: Mark | None = None
    # 分别: which of how many figures told of several it is.
    share: Share | None = None
    # 1—2月、1—4月分别增长6%、7%: the period of its own.
    own: Dated | None = None
    # 4月当月增长9%: where its own time is told.
    told_at: int | None = None
    # 其中:光电产业39亿元；膜材料产业28亿元: the metric that the sentence before told.
    whole: str = ""


@dataclass
class Earlier:
    """What earlier sentences of the page tell for later ones, and the page's day."""

    today: date | None = None
    period: Dated | None = None
    told_in: Marked | None = None
    # The firm that the period was told of, where it was.
    period_firm: str | None = None
    # The firm that a sentence told figures of last, with the sentence.
    firm: tuple[Marked, str] | None = None
    # 5月: of what flows in the paragraph, where nothing longer was told.
    month: tuple[Marked, Dated] | None = None
    # 6月末: what stands then is told on of in the paragraph.
    stock: tuple[Marked, Dated] | None = None
    # The last day told: of what was signed at a meeting further on in the paragraph.
    day: tuple[Marked, Dated] | None = None
    # What the last measure was of, for 其中 behind it.
    told: tuple[Draft, Read[Period] | None] | None = None
    # The sentence whose figures are parts of what an earlier one told.
    part: Marked | None = None
    # 现场签约项目12个: where so many were counted on a day, for what is a part of them.
    counted: tuple[Marked, int, Read[Period]] | None = None
