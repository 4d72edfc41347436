"""Laws of every scheme: total, deterministic, monotone, within its limits, adding up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhuchao.core.scoring import (
    Band,
    Cap,
    Coefficient,
    Condition,
    Deduct,
    Fixed,
    Given,
    Multiplier,
    Node,
    PerItem,
    Ratio,
    Scheme,
    Step,
    Veto,
    Weighted,
    WeightedSum,
    judge,
    raising,
)
from zhuchao.core.vocabulary.scoring import Better, Input, Kind, Level, Range, Scored
from zhuchao.tables.packs import pack_of
from zhuchao.tables.scoring import scheme_of

KEYS = ("a", "b", "c")
INPUTS = {
    key: Input(key, key.upper(), least=Decimal(0), most=Decimal(100), better=Better.MORE, hint="补")
    for key in KEYS
}
HEADING = """
key = "laws"
title = "定律"
issuer = "筑巢"
document = "测试"
issued_on = 2026-11-28
version = "1"
"""
# Half a unit of the last decimal, for each division within the other.
SLACK = Decimal("0.05")
# The first draw makes the strategies, which takes seconds where other tests run beside.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
numbers = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)
values = st.fixed_dictionaries({key: st.none() | numbers for key in KEYS})
known = st.fixed_dictionaries(dict.fromkeys(KEYS, numbers))
factors = st.integers(1, 30).map(lambda n: Decimal(n) / 10)


def leaves() -> st.SearchStrategy[Node]:
    given_ones = [Given(key=key, title=each.title, input=each) for key, each in INPUTS.items()]
    fixed = st.integers(0, 50).map(lambda n: Fixed(title=str(n), points=Decimal(n)))
    return st.sampled_from(given_ones) | fixed


def rising_band(of: Node, cuts: list[int], points: list[int]) -> Band:
    ends = [Decimal(each) for each in sorted(set(cuts))]
    worth = [Decimal(each) for each in sorted(points)]
    ranges = [Range(None, ends[0]), *(Range(*pair) for pair in pairwise(ends))]
    ranges.append(Range(ends[-1], None))
    steps = [Step(each, worth[min(i, len(worth) - 1)]) for i, each in enumerate(ranges)]
    return Band(title="档", of=of, steps=tuple(steps))


def rising(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Nodes that never fall where an input rises."""
    cuts = st.lists(st.integers(0, 99), min_size=1, max_size=3)
    points = st.lists(st.integers(0, 40), min_size=1, max_size=4)
    return st.one_of(
        st.builds(ratio, inner, factors),
        st.builds(rising_band, inner, cuts, points),
        st.builds(lambda of, p: PerItem(title="项", of=of, points=p), inner, factors),
        st.builds(multiplied, inner, factors, inner),
        st.builds(lambda of, n: Cap(title="顶", of=of, most=Decimal(n)), inner, st.integers(1, 80)),
        st.builds(vetoed, inner, inner),
        st.builds(summed, inner, inner, factors),
    )


def ratio(of: Node, to: Decimal) -> Ratio:
    return Ratio(title="率", of=of, to=Fixed(title=str(to), points=to), full=to)


def multiplied(of: Node, factor: Decimal, tested: Node) -> Multiplier:
    when = Condition(tested, Range(Decimal(40), None))
    return Multiplier(title="乘", of=of, factor=factor + 1, when=when)


def vetoed(of: Node, tested: Node) -> Veto:
    return Veto(title="否", of=of, when=(Condition(tested, Range(None, Decimal(1))),))


def summed(one: Node, other: Node, weight: Decimal) -> WeightedSum:
    return WeightedSum(title="和", of=(Weighted(weight, one), Weighted(Decimal(1), other)))


def any_node(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        rising(inner),
        st.builds(lambda of, less: Deduct(title="减", of=of, less=(less,)), inner, inner),
        st.builds(
            lambda of, low, high: Coefficient(
                title="系数", of=of, low=low, high=high, a=Decimal(40), b=Decimal(60)
            ),
            inner,
            inner,
            inner,
        ),
        st.builds(
            lambda one, other: WeightedSum(
                title="分担",
                of=(Weighted(Decimal(2), one), Weighted(Decimal(1), other)),
                leaves_out=True,
            ),
            inner,
            inner,
        ),
    )


def scheme(root: Node) -> Scheme:
    levels = (Level("gold", "金", Decimal(80)), Level("silver", "银", Decimal(40)))
    pack = pack_of("scores", HEADING)
    heading = {key: getattr(pack, key) for key in ("key", "title", "issuer", "document")}
    more = {"issued_on": pack.issued_on, "version": pack.version}
    return Scheme(**heading, **more, inputs=tuple(INPUTS.values()), root=root, levels=levels)


anything = st.recursive(leaves(), any_node, max_leaves=8)
rising_ones = st.recursive(leaves(), rising, max_leaves=8)


def within(found: Scored) -> Iterator[Scored]:
    yield found
    for each in found.parts:
        yield from within(each)


@patient
@given(anything, values)
def test_every_scheme_gives_a_verdict_and_the_same_again(
    root: Node, told: dict[str, Decimal | None]
) -> None:
    first, second = judge(scheme(root), told), judge(scheme(root), told)

    assert first == second
    assert all(each.working for each in within(first.root))


@patient
@given(anything, values)
def test_terms_add_up_and_numbers_keep_their_limits(
    root: Node, told: dict[str, Decimal | None]
) -> None:
    for each in within(judge(scheme(root), told).root):
        if each.number is None:
            continue
        if each.terms:
            assert sum(term for term in each.terms if term is not None) == each.number
        if each.limits.least is not None:
            assert each.number >= each.limits.least - SLACK * max(1, abs(each.limits.least))
        if each.limits.most is not None:
            assert each.number <= each.limits.most + SLACK * max(1, abs(each.limits.most))


@patient
@given(rising_ones, known, st.sampled_from(KEYS), numbers)
def test_more_of_what_is_good_never_lowers_the_score(
    root: Node, told: dict[str, Decimal], key: str, more: Decimal
) -> None:
    before = judge(scheme(root), told)
    after = judge(scheme(root), told | {key: min(told[key] + more, Decimal(100))})

    assert before.score is not None
    assert after.score is not None
    assert after.score >= before.score


@patient
@given(anything, values)
def test_what_is_unknown_is_never_taken_for_nought(
    root: Node, told: dict[str, Decimal | None]
) -> None:
    """Only a veto that fires, and a sum whose scheme says so, go without the number of a part."""
    found = judge(scheme(root), told)

    for each in within(found.root):
        if any(part.number is None for part in each.parts):
            says_so = each.primitive == "一票否决" or "没有数据的项不计" in each.rule
            assert each.number is None or says_so
    assert found.score is not None or found.level is None


@settings(patient, max_examples=60)
@given(rising_ones, known)
def test_a_way_up_reaches_the_level_and_no_step_less_does(
    root: Node, told: dict[str, Decimal]
) -> None:
    by = scheme(root)
    verdict = judge(by, told)
    found = raising(by, verdict)
    if found is None:
        assert verdict.level is not None
        assert verdict.level.key == "gold"
        return

    for way in found.ways:
        changed = told | {each.input.key: each.after for each in way.changes}
        assert judge(by, changed).score == way.score
        assert way.score >= found.level.at_least
        for each in way.changes:
            assert each.before == told[each.input.key]
            less = judge(by, changed | {each.input.key: each.after - 1}).score
            assert less is not None
            assert less < found.level.at_least


def test_a_flag_and_an_unknown_input_can_raise_as_well() -> None:
    named = Input("named", "署名", kind=Kind.FLAG, least=Decimal(0), most=Decimal(1),
                  missing=Decimal(0), better=Better.MORE, hint="补写作者")  # fmt: skip
    leaf = Given(key="named", title="署名", input=named)
    root = PerItem(title="署名得分", of=leaf, points=Decimal(50))
    by = scheme(root)
    by = Scheme(
        **{k: getattr(by, k) for k in HEADINGS}, inputs=(named,), root=root, levels=by.levels
    )

    found = raising(by, judge(by, {}))

    assert found is not None
    assert found.lacking == 40
    assert [(each.before, each.after) for each in found.ways[0].changes] == [(None, 1)]


HEADINGS = ("key", "title", "issuer", "document", "issued_on", "version")


def test_a_pack_is_read_to_the_digit() -> None:
    text = (
        HEADING
        + """
root = "sum"
[[input]]
key = "x"
title = "数"
[[node]]
key = "sum"
title = "合计"
primitive = "weighted_sum"
part = [{ of = "x", weight = 0.1 }, { of = 0.2 }]
"""
    )
    assert judge(scheme_of(pack_of("scores", text)), {"x": 1}).score == Decimal("0.3")
