"""Admission: a planned project against a park's thresholds, each line with both numbers."""

from __future__ import annotations

from collections.abc import Iterator

from zhuchao.core.matching.measures import (
    MEASURES,
    MeasureSpec,
    bound_in_words,
    in_words,
    measured,
)
from zhuchao.core.matching.trades import akin_to, barred_by, names_of
from zhuchao.core.vocabulary.admission import (
    AdmissionLine,
    AdmissionPack,
    Assessment,
    PlannedProject,
    Threshold,
)
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.term import Amount

TRADE = "行业准入"


def assess(project: PlannedProject, pack: AdmissionPack) -> Assessment:
    """The project held against every threshold of the pack, in the pack's order.

    What the project does not tell is asked, never taken for nought; a range that reaches over a
    threshold is asked as well.
    """
    return Assessment(pack, tuple(_lines(project, pack)))


def _lines(project: PlannedProject, pack: AdmissionPack) -> Iterator[AdmissionLine]:
    if pack.excluded:
        yield _trade_line(project, pack)
    for threshold in pack.thresholds:
        yield _line(project, threshold)


def _trade_line(project: PlannedProject, pack: AdmissionPack) -> AdmissionLine:
    shown, listed = names_of(project.trades), names_of(pack.excluded)
    if not project.trades:
        return AdmissionLine(TRADE, Verdict.ASK, f"行业待问（不予准入：{listed}）")
    barred = barred_by(pack.excluded, project.trades)
    if barred:
        return AdmissionLine(TRADE, Verdict.FAILS, f"{shown}：不予准入 {names_of(barred)}")
    akin = akin_to(pack.excluded, project.trades)
    if akin:
        sentence = f"{shown}：不予准入 {names_of(akin)}，是否包括待问"
        return AdmissionLine(TRADE, Verdict.ASK, sentence)
    return AdmissionLine(TRADE, Verdict.MEETS, f"{shown}：不在不予准入之列（{listed}）")


def _line(project: PlannedProject, threshold: Threshold) -> AdmissionLine:
    spec = MEASURES[threshold.measure]
    found = measured(threshold.measure, project)
    if found.amount is None:
        missing = "、".join(found.missing)
        sentence = f"{spec.label}待问：缺{missing}（要求 {_required(threshold, spec)}）"
        return AdmissionLine(spec.label, Verdict.ASK, sentence, note=threshold.note)
    verdict, sentence = _judged(found.amount, threshold, spec)
    return AdmissionLine(spec.label, verdict, sentence, found.working, threshold.note)


def _judged(value: Amount, threshold: Threshold, spec: MeasureSpec) -> tuple[Verdict, str]:
    least, most = threshold.least, threshold.most
    shown = f"{spec.label} {in_words(value, spec.unit)}"
    if least is not None and value.high is not None and value.high < least:
        return Verdict.FAILS, f"{shown} < {bound_in_words(least, spec.unit)}"
    if most is not None and value.low is not None and value.low > most:
        return Verdict.FAILS, f"{shown} > {bound_in_words(most, spec.unit)}"
    reaches = least is None or (value.low is not None and value.low >= least)
    keeps = most is None or (value.high is not None and value.high <= most)
    if reaches and keeps:
        return Verdict.MEETS, f"{shown}，符合 {_required(threshold, spec)}"
    return Verdict.ASK, f"{shown}，是否达到待核（要求 {_required(threshold, spec)}）"


def _required(threshold: Threshold, spec: MeasureSpec) -> str:
    bounds = (("≥", threshold.least), ("≤", threshold.most))
    return "、".join(
        f"{sign} {bound_in_words(bound, spec.unit)}" for sign, bound in bounds if bound is not None
    )
