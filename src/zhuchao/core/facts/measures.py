"""Measures: which figure belongs to which metric, when, of whom, and compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.columns import compared_by_column, heads_of
from zhuchao.core.facts.compared import led_again, take_compared
from zhuchao.core.facts.comparing import comparison_of
from zhuchao.core.facts.dating import is_of_another, remember, speak_of, when_of
from zhuchao.core.facts.deriving import derived_from
from zhuchao.core.facts.drafts import Draft, Earlier, Used
from zhuchao.core.facts.event_figures import is_of_event
from zhuchao.core.facts.figures_apart import apart_of, listed_of, shared_with
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Marked, Worded, within
from zhuchao.core.facts.metrics import (
    PHASES,
    in_a_row,
    is_lasting,
    metrics_of,
    of_amount,
)
from zhuchao.core.facts.parts import (
    is_in_list,
    part_named,
    part_of,
    parts_behind,
    shared_head,
    with_part,
)
from zhuchao.core.facts.respective import Share, owner_of
from zhuchao.core.facts.restating import is_its_value, is_told_again, is_told_in_full
from zhuchao.core.facts.scenes import Scene
from zhuchao.core.facts.sentences import clauses_of, said
from zhuchao.core.facts.shares import is_of_last, share_at
from zhuchao.core.facts.subjects import enter, leave, subject_of
from zhuchao.core.facts.unlisted import class_of, in_cell, unlisted
from zhuchao.core.vocabulary.fact import Dimension, Measure
from zhuchao.core.vocabulary.read import Read, unknown

NO_VALUE = "只写了增减，没有写数"
# 由1.2万吨提升到2万吨: the first figure is what was.
RISING = re.compile(
    r"(?:跃升|攀升|跃|发展|壮大|缩小|提升|提高|增加|扩大|增长|上升|下降|降低|减少|压缩|缩短|压减|上涨|回升|上调|下调|[升增降减涨扩缩压提])(?:了)?(?:至|到)"
)
TOTAL = re.compile(
    r"[、,，]?(?:总数|累计|总量|总计|总数量|保有量)(?:已)?(?:达到?|突破|超过?|增至|升至|为|有)*(?:约|近)?"
)
NEWLY = re.compile(r"新增|净增|新认定|新获批|新培育")
# 一期投资8亿元 is a part of a project, no metric.
BARE = "投资"
GROUPED = re.compile(r"[、和及与](?:增长|下降|上升|减少|提高|回落)?")
# 出口36个国家
COUNTRIES = re.compile("(?<=个)(?:国家|省份|省市|城市)")
# 收入10万元以上的村: a class of villages, no figure.
OF_CLASS = re.compile("(?:以上|以下|以内)的")
APART = re.compile(r"分别|双双|均")


def measures_of(
    page: Sequence[Marked], page_text: str, scene: Scene, used: Used
) -> Iterator[Measure]:
    """The measures of a page in order, without the figures that other facts have used."""
    earlier = Earlier(used.today)
    drafted = _drafted(page, used)
    body = [draft for marked, found in drafted if marked.sentence.paragraph for draft in found]
    for marked, found in drafted:
        enter(marked, page_text, scene)
        for draft in found:
            if is_of_event(draft, used, scene) or is_told_in_full(draft, body):
                continue
            measure = _finished(draft, page_text, earlier, scene)
            speak_of(marked, measure.subject, measure.period, earlier)
            yield measure
        leave(marked, page_text, scene)
        remember(marked, earlier)


def _drafted(page: Sequence[Marked], used: Used) -> list[tuple[Marked, list[Draft]]]:
    """Each sentence with its drafts, up to the last that has any: nothing behind it matters."""
    told: list[tuple[Marked, list[Draft]]] = []
    heads: tuple[str, ...] = ()
    last_one: Draft | None = None
    until = 0
    for marked in page:
        heads = heads_of(marked) or (heads if "|" in marked.text else ())
        begun = parts_behind(marked, last_one) if last_one else []
        is_open = bool(marked.amounts) and marked.span not in used.sentences
        found = drafts_of(marked, used, heads, begun) if is_open else []
        told.append((marked, found))
        if found:
            last_one, until = found[-1], len(told)
    return told[:until]


def drafts_of(
    marked: Marked, used: Used, heads: tuple[str, ...] = (), begun: Sequence[Draft] = ()
) -> list[Draft]:
    """Metrics with their figures; a figure that compares belongs to the metric before it.

    ``begun`` is the part of an earlier sentence's metric that the first figure may be of.
    """
    lexicon = marked.ground.lexicon
    metrics = metrics_of(marked, lexicon)
    drafts: list[Draft] = []
    before = 0
    for clause in clauses_of(marked.text):
        # 成交价:1521万元: the label stands in front of the colon.
        is_labelled = marked.text[clause.start - 1 : clause.start] == ":"
        start, before = before if is_labelled else clause.start, clause.start
        inside = within(marked.amounts, clause.start, clause.end)
        inside = [each for each in inside if each.unit not in PHASES]
        for group in groups_of(marked.text, inside):
            amount = group[0]
            if _is_no_figure(marked, amount, metrics, used):
                continue
            column = compared_by_column(marked, amount, heads) if heads and drafts else None
            if column is not None:
                drafts[-1].comparisons.append(column.comparison)
            elif class_ := class_of(marked, amount, start):
                drafts.append(Draft(marked, class_, amount))
            else:
                _take(drafts, marked, group, (metrics, start), lexicon)
                drafts += [] if drafts else [each for each in begun if each.value is amount]
            start = group[-1].end
    return drafts


def _is_no_figure(marked: Marked, amount: Amount, metrics: Sequence[Worded], used: Used) -> bool:
    """What was, a class, what other facts have used, and what a metric's name holds."""
    span = marked.sentence.span_of(amount.start, amount.end)
    is_rising = RISING.match(marked.text, amount.end)
    is_class = OF_CLASS.match(marked.text, amount.end) or COUNTRIES.match(marked.text, amount.end)
    return bool(is_rising or is_class or used.holds(span) or _is_inside(amount, metrics))


def _take(
    drafts: list[Draft],
    marked: Marked,
    group: Sequence[Amount],
    reach: tuple[Sequence[Worded], int],
    lexicon: Lexicon,
) -> None:
    """A group of figures as a share, a comparison, fresh measures, or the last one told again."""
    amount, (metrics, start) = group[0], reach
    share = share_at(marked.text, amount, metrics, start)
    again = led_again(drafts[-1], amount, start) if drafts else None
    if again is not None:
        drafts[-1].comparisons.append(again)
    elif share and not (drafts and is_of_last(marked.text, share, start)):
        drafts.append(Draft(marked, share, amount, of=shared_with(marked, share, drafts)))
    elif compared := comparison_of(marked, amount, start, lexicon):
        take_compared(drafts, compared, group, reach)
    elif drafts and TOTAL.fullmatch(marked.text, start, amount.start):
        drafts.append(_total(drafts[-1], amount))
    elif fresh := _fresh(marked, group, metrics, start):
        drafts += fresh
    elif apart := apart_of(marked, group, metrics, start):
        drafts += apart
    else:
        _take_without_metric(drafts, amount, (metrics, start), marked)


def _take_without_metric(
    drafts: list[Draft], amount: Amount, reach: tuple[Sequence[Worded], int], marked: Marked
) -> None:
    """A part of the last figure, its figure told again, its total, or a metric no table lists."""
    metrics, start = reach
    is_part = bool(drafts) and _is_part(drafts, amount)
    goes_on = is_part and drafts[-1].marked is marked
    goes_on = goes_on and (drafts[-1].part is not None or is_in_list(drafts[-1], start))
    part = part_of(marked, amount, start, goes_on=goes_on) if is_part else None
    is_firm = part is not None and any(o.start == part.start for o in marked.organisations)
    if part is not None and is_firm:
        drafts.append(Draft(marked, drafts[-1].metric, amount, of=part))
    elif part is not None:
        whole = drafts[-1].whole
        drafts.append(Draft(marked, drafts[-1].metric, amount, part=part, whole=whole))
    elif listed := listed_of(marked, amount, metrics, start):
        drafts.append(listed)
    elif drafts and is_its_value(drafts[-1], amount, start):
        drafts[-1].value = amount
    elif drafts and is_told_again(marked, drafts[-1], amount, start):
        drafts.append(Draft(marked, drafts[-1].metric, amount, told_at=amount.start))
    elif (other := unlisted(marked, amount, start, marked.ground.lexicon)) or (
        other := in_cell(marked, amount, marked.ground.lexicon)
    ):
        drafts.append(Draft(marked, other, amount))


def _is_part(drafts: Sequence[Draft], amount: Amount) -> bool:
    """Whether the figure is of the same kind as the last draft's own."""
    value = drafts[-1].value
    return value is not None and (value.dimension, value.unit) == (amount.dimension, amount.unit)


def groups_of(text: str, amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """Figures of one kind with but a pause between them: 9.2%和7.1%."""
    group: list[Amount] = []
    for amount in amounts:
        is_next = group and GROUPED.fullmatch(text, group[-1].end, amount.start)
        if group and not (is_next and amount.dimension is group[-1].dimension):
            yield group
            group = []
        group.append(amount)
    if group:
        yield group


def _fresh(
    marked: Marked, group: Sequence[Amount], metrics: Sequence[Worded], start: int
) -> list[Draft]:
    """A draft a figure: of one metric told of several, or of as many metrics in a row."""
    amount = group[0]
    metric = of_amount(marked.text, amount, metrics, start)
    name = marked.text[metric.start : metric.end] if metric else BARE
    is_counted = amount.dimension is not Dimension.COUNT or (
        marked.text[amount.start].isdigit() and is_lasting(name, amount)
    )
    if metric is None or not is_counted or name == BARE:
        return []
    if not APART.search(marked.text, max(start, metric.start - 6), amount.start):
        return [Draft(marked, metric, amount)]
    row = in_a_row(marked.text, [each for each in metrics if each.start >= start], metric)
    if len(group) == 1:
        return [Draft(marked, each, amount) for each in row]
    if heads := shared_head(marked, row, len(group)):
        parts = [Draft(marked, metric, f, part=e) for f, e in zip(group, heads, strict=False)]
        return [*parts, *(Draft(marked, metric, f) for f in group[len(parts) :])]
    if len(row) == len(group):
        return [Draft(marked, each, figure) for each, figure in zip(row, group, strict=True)]
    return [
        Draft(marked, metric, figure, share=Share(nth, len(group), figure.start, metric.start))
        for nth, figure in enumerate(group)
    ]


def _total(draft: Draft, amount: Amount) -> Draft:
    """新增…企业19家，累计达163家: the second figure is of all there are, by now."""
    metric = draft.metric
    newly = NEWLY.match(draft.marked.text, metric.start, metric.end)
    start = newly.end() if newly else metric.start
    return Draft(draft.marked, Worded(start, metric.end, metric.lexeme), amount, is_total=True)


def _is_inside(amount: Amount, metrics: Sequence[Worded]) -> bool:
    """新签约亿元以上项目 names a metric, no sum."""
    return any(each.start <= amount.start < each.end for each in metrics)


def _finished(draft: Draft, page_text: str, earlier: Earlier, scene: Scene) -> Measure:
    marked, metric = draft.marked, draft.metric
    name = said(marked.sentence, page_text, metric.start, metric.end)
    name = with_part(draft, name, page_text)
    value: Read[float] = unknown(NO_VALUE, name.span)
    if draft.value is not None:
        value = draft.value.read(marked.sentence)
    period = when_of(draft, earlier, scene)
    subject = _subject(draft, page_text, scene, is_dated=period is not None)
    if is_of_another(period, subject, earlier):
        period = None
    return Measure(
        metric=name,
        value=value,
        sentence=marked.span,
        bound=draft.value.bound if draft.value else None,
        period=period,
        subject=subject,
        comparisons=tuple(draft.comparisons),
        derived=derived_from(value, draft.comparisons),
    )


def _subject(draft: Draft, page_text: str, scene: Scene, *, is_dated: bool) -> Read[str] | None:
    told = draft.share and owner_of(draft.marked, draft.share, page_text, scene)
    if told:
        return told
    if draft.of is not None:
        return part_named(draft.marked, draft.of, page_text, scene)
    return subject_of(draft.marked, draft.metric, page_text, scene, is_dated=is_dated)
