"""How a first claim on a firm lives: who holds it until when, and what a blind check may tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import CompanyWords, may_be_one, own_name
from zhuchao.core.vocabulary.claim import (
    Answer,
    ClaimRule,
    ClaimState,
    Confirmer,
    Firm,
    Held,
    SameBy,
    Standing,
    Verdict,
)

_S = ClaimState
NAMES = {
    _S.PENDING: "待确认",
    _S.HELD: "持有",
    _S.EXPIRING: "快到期",
    _S.EXPIRED: "已过期",
    _S.CONTESTED: "有争议",
    _S.RULED: "裁定持有",
    _S.TRANSFERRED: "已流转",
    _S.RELEASED: "已释放",
}
# What may follow what; EXPIRING is HELD or RULED on a late day and follows by itself.
FOLLOWS: dict[ClaimState, frozenset[ClaimState]] = {
    _S.PENDING: frozenset({_S.HELD, _S.EXPIRED, _S.CONTESTED, _S.RULED, _S.RELEASED}),
    _S.HELD: frozenset({_S.EXPIRED, _S.CONTESTED, _S.RULED, _S.TRANSFERRED, _S.RELEASED}),
    _S.RULED: frozenset({_S.EXPIRED, _S.CONTESTED, _S.RULED, _S.TRANSFERRED, _S.RELEASED}),
    _S.CONTESTED: frozenset({_S.PENDING, _S.HELD, _S.RULED, _S.RELEASED}),
    _S.EXPIRED: frozenset(),
    _S.TRANSFERRED: frozenset(),
    _S.RELEASED: frozenset(),
}
ENDED = frozenset(state for state, following in FOLLOWS.items() if not following)
HOLDING = frozenset({_S.HELD, _S.RULED})


def state_on(claim: Standing, on: date, rule: ClaimRule) -> ClaimState:
    """The state on a day. An open contest stops the clock: nobody loses a firm by waiting."""
    if claim.state in ENDED:
        return claim.state
    if claim.is_disputed:
        return _S.CONTESTED
    left = days_left(claim, on)
    if left is not None and left < 0:
        return _S.EXPIRED
    if claim.state in HOLDING and left is not None and left <= rule.warn_days:
        return _S.EXPIRING
    return claim.state


def days_left(claim: Standing, on: date) -> int | None:
    """Whole days until the last valid one, 0 on that day, below 0 after it; None without one."""
    return None if claim.valid_until is None else (claim.valid_until - on).days


def stands(claim: Standing, on: date) -> bool:
    """Whether the claim keeps others from the firm on that day."""
    if claim.state in ENDED:
        return False
    left = days_left(claim, on)
    return claim.is_disputed or claim.state is _S.CONTESTED or left is None or left >= 0


def require_follow(state: ClaimState, following: ClaimState) -> None:
    """Raises: Refused, when the one cannot become the other."""
    if following not in FOLLOWS.get(state, frozenset()):
        raise Refused(
            f"首谈首报{NAMES[state]}，不能改为{NAMES[following]}：请刷新后按现在的状态办理"
        )


def valid_until(rule: ClaimRule, since: date) -> date:
    """The last day of a claim that begins to run on ``since``."""
    return since + timedelta(days=rule.valid_days)


def renewed_until(
    claim: Standing, rule: ClaimRule, *, renewals: int, shown_on: date | None, on: date
) -> date:
    """The last valid day after one more renewal.

    ``shown_on`` is the latest day on which something with evidence was done for the firm since
    the claim was filed or last renewed; None for never.

    Raises: Refused, saying which condition of the rule is not met.
    """
    state = state_on(claim, on, rule)
    if state not in (*HOLDING, _S.EXPIRING) or claim.valid_until is None:
        raise Refused(f"首谈首报{NAMES[state]}，不能续期：持有期内才能续期")
    if renewals >= rule.renewals:
        raise Refused(f"按“{rule.title}”最多续期 {rule.renewals} 次，已经用完：到期后请重新首报")
    if shown_on is None or (on - shown_on).days > rule.evidence_days:
        raise Refused(
            f"续期要有上次首报或续期之后、近 {rule.evidence_days} 天内有凭据的推进：请先记一条推进"
        )
    return claim.valid_until + timedelta(days=rule.renewal_days)


def require_floor(rule: ClaimRule, investment: Decimal | None) -> str:
    """What is to be said of the investment that is not known yet; empty where all is said.

    ``investment`` in yuan, None for unknown. Raises: Refused, when it lies below the floor.
    """
    if rule.floor_yuan is None:
        return ""
    if investment is None:
        return f"意向投资未知：按“{rule.title}”须达到 {_wan(rule.floor_yuan)}，明确后请补填"
    if investment < rule.floor_yuan:
        raise Refused(
            f"意向投资 {_wan(investment)}，未到“{rule.title}”的起点 {_wan(rule.floor_yuan)}："
            "不进入首谈首报，可直接跟进"
        )
    return ""


def confirmer(rule: ClaimRule, investment: Decimal | None) -> Confirmer:
    """Who confirms a claim of that investment; of an unknown one whoever the rule names."""
    if rule.head_from_yuan is not None and (investment or Decimal(0)) >= rule.head_from_yuan:
        return Confirmer.HEAD
    return rule.confirm_by


def verdict(asked: Firm, held: Iterable[Held], rule: ClaimRule, words: CompanyWords) -> Verdict:
    """Whether the firm is taken; ``words`` are those of firms' names that are no firm's own.

    A colleague's claim on the firm itself goes before one's own, and one's own before a name
    that is only alike; of several likenesses the surest is told.
    """
    found = [(same_by(asked, each.firm, rule, words), each.is_own) for each in held]
    exact = (SameBy.CODE, SameBy.NAME)
    for is_own, answer in ((False, Answer.YES), (True, Answer.YOURS)):
        for by in exact:
            if (by, is_own) in found:
                return Verdict(answer, by)
    if (SameBy.OWN_PART, False) in found:
        return Verdict(Answer.MAYBE, SameBy.OWN_PART)
    if (SameBy.OWN_PART, True) in found:
        return Verdict(Answer.YOURS, SameBy.OWN_PART)
    return Verdict(Answer.NO, SameBy.NONE)


def same_by(asked: Firm, other: Firm, rule: ClaimRule, words: CompanyWords) -> SameBy:
    """By what the two are one firm. Two different credit codes are two firms, however named."""
    if asked.codes & other.codes:
        return SameBy.CODE
    if asked.codes and other.codes:
        return SameBy.NONE
    if asked.names & other.names:
        return SameBy.NAME
    pairs = ((one, two) for one in asked.names for two in other.names)
    alike = any(_are_alike(one, two, rule, words) for one, two in pairs)
    return SameBy.OWN_PART if alike else SameBy.NONE


def _are_alike(name: str, other: str, rule: ClaimRule, words: CompanyWords) -> bool:
    shortest = min(len(own_name(each, words)) for each in (name, other))
    return 0 < rule.own_part_least <= shortest and may_be_one(name, other, words)


def _wan(yuan: Decimal) -> str:
    return f"{(yuan / 10_000).normalize():,f} 万元"
