"""Promises of investor and park: noted with their day, decided on, waived, reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.lighting import relight_one
from zhuchao.apps.projects.models import Document, Project, Promise
from zhuchao.apps.projects.staging import held
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.progress.reckoning import START
from zhuchao.core.projects.promises import review_of
from zhuchao.core.text.folding import fold
from zhuchao.core.vocabulary.promise import PromiseMeasure

Outcome = Promise.Outcome
DECISIONS = (Outcome.KEPT, Outcome.PART, Outcome.MISSED)


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """A promise as it was agreed; ``amount`` in the unit of the measure."""

    side: str
    measure: str
    words: str
    amount: Decimal | None = None
    due_on: date | None = None
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeForm:
    """What came of a promise."""

    outcome: str
    actual: Decimal | None = None
    actual_on: date | None = None
    note: str = ""


@transaction.atomic
def note_promise(viewer: Viewer, project_id: int, *, form: PromiseForm) -> Promise:
    """Note a promise; one of the park that looks like a reward to one firm goes to legal review.

    Raises: NotFound; Refused, for an unknown measure or side, no words, a negative amount, and a
    date that is promised without its day.
    """
    project = held(viewer, project_id)
    measure = _checked(form)
    review = _review(form, measure)
    made = Promise.objects.create(
        project=project,
        side=form.side,
        measure=measure.key,
        words=covered(form.words.strip())[:300],
        amount=form.amount,
        due_on=form.due_on,
        document=_document(project, form.document_id),
        needs_legal_review=bool(review),
        review_reason=review[:200],
        recorded_by_id=viewer.person_id,
    )
    if measure.key == START:
        relight_one(project, cause="promise", today=timezone.localdate())
    log(viewer, "note_promise", Subject.PROJECT, project, promise=made.pk, review=bool(review))
    return made


def _checked(form: PromiseForm) -> PromiseMeasure:
    measure = next((e for e in reference.promise_measures() if e.key == form.measure), None)
    if measure is None or form.side not in Promise.Side.values:
        raise Refused("请从列表里选择承诺方和事项")
    if measure.side not in ("both", form.side):
        side = Promise.Side(measure.side).label
        raise Refused(f"“{measure.name}”是{side}的承诺：请核对承诺方")
    if not form.words.strip():
        raise Refused("请照协议写明承诺的内容")
    if form.amount is not None and form.amount < 0:
        raise Refused("承诺数不能是负数：请核对后重新填写")
    if measure.form == "date" and form.due_on is None:
        raise Refused(f"承诺“{measure.name}”要写明日期：请照协议填写兑现期限")
    return measure


def _review(form: PromiseForm, measure: PromiseMeasure) -> str:
    tables = reference.load()
    found = review_of(
        fold(form.words, tables.folding, tables.evasions),
        measure,
        is_of_park=form.side == Promise.Side.PARK,
        rules=tables.flag_rules,
    )
    return "" if found is None else f"{found.reason}（{found.basis}）"


def _document(project: Project, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    found = Document.objects.filter(project=project, pk=document_id).first()
    if found is None:
        raise NotFound("没有这份凭据，或不属于这个项目：请从列表里选择")
    return found


@transaction.atomic
def record_outcome(viewer: Viewer, promise_id: int, *, form: OutcomeForm, today: date) -> Promise:
    """Say what came of a promise; a later word takes the place of an earlier one.

    Raises: NotFound; Refused, for an outcome that there is not, a day ahead, a negative figure, a
    part or nothing without a word on it, and while a lawyer has not looked at it.
    """
    promise = _held(viewer, promise_id)
    if form.outcome not in DECISIONS:
        raise Refused("请选择已兑现、部分兑现或未兑现；免除请用“免除”并写明理由")
    if promise.outcome == Outcome.WAIVED:
        raise Refused("这项承诺已经免除，不用再记结果")
    if promise.needs_legal_review and promise.reviewed_on is None and form.outcome != "missed":
        raise Refused("这项承诺还没有法务审查，不能兑现：请先记下审查意见")
    if form.outcome != Outcome.KEPT and not form.note.strip():
        raise Refused("没有全部兑现的，请写明情况")
    if form.actual is not None and form.actual < 0:
        raise Refused("实际数不能是负数：请核对后重新填写")
    if form.actual_on is not None and form.actual_on > today:
        raise Refused("实际日期在今天之后：请填写实际发生的日期")
    promise.outcome, promise.actual = form.outcome, form.actual
    promise.actual_on = form.actual_on or (today if form.outcome != Outcome.MISSED else None)
    promise.outcome_note = covered(form.note.strip())[:300]
    promise.save(update_fields=["outcome", "actual", "actual_on", "outcome_note"])
    told = {"promise": promise.pk, "outcome": str(form.outcome)}
    log(viewer, "record_outcome", Subject.PROJECT, promise.project, **told)
    return promise


@transaction.atomic
def waive_promise(viewer: Viewer, promise_id: int, *, reason: str) -> Promise:
    """Let go of a promise. Raises: NotFound; Refused without a reason, and for what was decided."""
    promise = _held(viewer, promise_id)
    if not reason.strip():
        raise Refused("请写明免除的理由和依据，例如会议纪要或补充协议")
    if promise.outcome != Outcome.OPEN:
        raise Refused(f"这项承诺{promise.get_outcome_display()}，不用再免除")
    promise.outcome, promise.outcome_note = Outcome.WAIVED, covered(reason.strip())[:300]
    promise.save(update_fields=["outcome", "outcome_note"])
    if promise.measure == START:
        relight_one(promise.project, cause="promise", today=timezone.localdate())
    log(viewer, "waive_promise", Subject.PROJECT, promise.project, promise=promise.pk)
    return promise


@transaction.atomic
def record_review(viewer: Viewer, promise_id: int, *, on: date, note: str, today: date) -> Promise:
    """What a lawyer said of a promise, and when.

    Raises: NotFound; Refused, for a promise that needs none, a day ahead, and without a word.
    """
    promise = _held(viewer, promise_id)
    if not promise.needs_legal_review:
        raise Refused("这项承诺没有需要审查的内容，不用记审查意见")
    if on > today:
        raise Refused("审查日期在今天之后：请填写实际审查的日期")
    if not note.strip():
        raise Refused("请写明审查意见：可以履行、修改后履行，还是停止履行")
    promise.reviewed_on, promise.review_note = on, covered(note.strip())[:300]
    promise.save(update_fields=["reviewed_on", "review_note"])
    log(viewer, "record_review", Subject.PROJECT, promise.project, promise=promise.pk)
    return promise


def _held(viewer: Viewer, promise_id: int) -> Promise:
    allowed = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    found = Promise.objects.filter(project__in=allowed, pk=promise_id)
    promise = found.select_related("project").select_for_update(of=("self",)).first()
    if promise is None:
        raise NotFound("没有这项承诺，或不在您的范围内")
    return promise
