"""The blind check: is this firm taken? Few questions a day, each one kept, none of them named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.parties.families import firm_of
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import section_heads
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import held_like, require_head, rule_for
from zhuchao.apps.projects.models import BlindCheck, CheckAlert
from zhuchao.core.errors import Busy, NotAllowed, NotFound, Refused
from zhuchao.core.projects import claims
from zhuchao.core.vocabulary.claim import Answer, ClaimRule, Firm, Verdict
from zhuchao.ground.sealed import keyed_hash

HITS = (Answer.YES.value, Answer.MAYBE.value)
# As many of one person's questions at the same moment as a number is tried for.
TRIES = 20


@dataclass(frozen=True, slots=True)
class Told:
    """All that an asker learns: the answer, by what rule, whom to turn to, questions left."""

    verdict: Verdict
    rule: ClaimRule
    turn_to: tuple[str, ...]
    left: int


def check(viewer: Viewer, *, name: str, credit_code: str = "", today: date) -> Told:
    """Ask whether a firm is taken; the question counts whatever the answer.

    Raises: NotAllowed; Refused, for no firm, and where the day's questions are used up.
    """
    require(viewer, Subject.CLAIM, Act.MAKE)
    firm = firm_of(name, credit_code)
    if not firm.names and not firm.codes:
        raise Refused("请填写企业名称或统一社会信用代码")
    rule = rule_for(viewer, today)
    with transaction.atomic():
        counted = _ask(viewer, firm, rule, today)
    if counted is None:
        raise Refused(
            f"今天的 {rule.checks_a_day} 次盲查已经用完，科长已收到提醒："
            "明天再查，急办的请直接联系科长"
        )
    verdict, number = counted
    turn_to = tuple(head.display_name for head in section_heads(viewer))
    return Told(verdict, rule, turn_to, rule.checks_a_day - number)


def check_once(viewer: Viewer, *, name: str, today: date) -> Told:
    """As ``check``; what the person has asked today already is told again and not counted.

    Raises: as ``check``.
    """
    firm, rule = firm_of(name), rule_for(viewer, today)
    asked = BlindCheck.objects.filter(person_id=viewer.person_id or 0, asked_on=today)
    if not asked.filter(mark=_mark(firm)).exists():
        return check(viewer, name=name, today=today)
    verdict = claims.verdict(firm, held_like(viewer, firm, today), rule, reference.company_words())
    turn_to = tuple(head.display_name for head in section_heads(viewer))
    return Told(verdict, rule, turn_to, rule.checks_a_day - asked.count())


def _mark(firm: Firm) -> str:
    return keyed_hash("|".join(sorted(firm.codes | firm.names)))


def _ask(viewer: Viewer, firm: Firm, rule: ClaimRule, today: date) -> tuple[Verdict, int] | None:
    """The answer and which of the day's questions it was; None where there is none left."""
    if viewer.person_id is None:
        raise NotAllowed("盲查要登录后进行：请先登录")
    for _ in range(TRIES):
        number = _asked(viewer, today) + 1
        if number > rule.checks_a_day:
            log(viewer, "refuse_check", Subject.CLAIM, None, number=number)
            _alert(viewer, rule, today, number)
            return None
        held = held_like(viewer, firm, today)
        verdict = claims.verdict(firm, held, rule, reference.company_words())
        if _kept(viewer, firm, verdict, today, number):
            log(
                viewer, "blind_check", Subject.CLAIM, None,
                number=number, answer=verdict.answer.value,
            )  # fmt: skip
            _alert(viewer, rule, today, number)
            return verdict, number
    raise Busy("同时查询太多：请稍候再查")


def _asked(viewer: Viewer, today: date) -> int:
    return BlindCheck.objects.filter(person_id=viewer.person_id or 0, asked_on=today).count()


def _kept(viewer: Viewer, firm: Firm, verdict: Verdict, today: date, number: int) -> bool:
    """Keep the question as the day's ``number``-th; not, where another one was quicker."""
    try:
        with transaction.atomic():
            BlindCheck.objects.create(
                organisation_id=viewer.organisation_id or 0,
                person_id=viewer.person_id or 0,
                asked_at=timezone.now(),
                asked_on=today,
                number=number,
                mark=_mark(firm),
                verdict=verdict.answer.value,
            )
    except IntegrityError:
        return False
    return True


def _alert(viewer: Viewer, rule: ClaimRule, today: date, number: int) -> None:
    """Tell the section head, once a day, of more questions than the work explains."""
    asked = BlindCheck.objects.filter(person_id=viewer.person_id or 0, asked_on=today)
    hits = asked.filter(verdict__in=HITS).values("mark").distinct().count()
    if number < rule.alert_after_checks and hits < rule.alert_after_hits:
        return
    over = "，已达当日上限后仍在查" if number > rule.checks_a_day else ""
    told = f"当日盲查 {min(number, rule.checks_a_day)} 次，命中 {hits} 家{over}"
    alert, is_new = CheckAlert.objects.get_or_create(
        person_id=viewer.person_id or 0,
        on=today,
        defaults={"organisation_id": viewer.organisation_id or 0, "reason": told},
    )
    if is_new:
        log(viewer, "alert_checks", Subject.CLAIM, None, alert=alert.pk)
    elif alert.reason != told and alert.seen_at is None:
        alert.reason = told
        alert.save(update_fields=["reason"])


@transaction.atomic
def see_alert(viewer: Viewer, alert_id: int) -> CheckAlert:
    """Say that the alert was read. Raises: NotAllowed; NotFound."""
    mine = CheckAlert.objects.filter(organisation_id=viewer.organisation_id or 0)
    alert = mine.select_for_update().filter(pk=alert_id).first()
    require_head(viewer, () if alert is None else (alert.person_id,))
    if alert is None:
        raise NotFound("没有这条盲查提醒，或不在您的范围内")
    if alert.seen_at is None:
        alert.seen_by_id, alert.seen_at = viewer.person_id, timezone.now()
        alert.save(update_fields=["seen_by", "seen_at"])
        log(viewer, "see_check_alert", Subject.CLAIM, None, alert=alert.pk)
    return alert
