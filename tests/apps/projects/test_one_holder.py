"""No order of acts makes two people hold one firm, however often it is merged and parted."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.apps.projects.conftest import TODAY, filing

from zhuchao.apps.parties.families import family_of
from zhuchao.apps.parties.models import Company, CompanyMerge
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.holding import Noted
from zhuchao.apps.projects.models import Claim, Contest, TransferAgreement
from zhuchao.apps.projects.services import Terms
from zhuchao.core.errors import ZhuchaoError

NAMES = ("澄湖精密制造有限公司", "澄湖精密股份公司")
TERMS = Terms(50, ("tax",), 2027, 2031, "双方")
ACTS = st.tuples(
    st.sampled_from(
        ("file", "release", "renew", "state", "uphold", "dismiss",
         "offer", "accept", "merge", "part", "wait", "expire")
    ),
    st.integers(0, 2), st.integers(0, 3),
)  # fmt: skip


class Office:
    """Three officers and a head, two names of what may be one firm, and a day."""

    def __init__(self, officers: list[Viewer], head: Viewer) -> None:
        self.officers, self.head, self.today = officers, head, TODAY

    def do(self, act: str, who: int, which: int) -> None:
        with suppress(ZhuchaoError, IndexError), transaction.atomic():
            getattr(self, f"_{act}")(self.officers[who], which)

    def _claim(self, viewer: Viewer, which: int) -> int:
        own = Claim.objects.filter(owner_id=viewer.person_id).order_by("-pk")
        return list(own.values_list("pk", flat=True)[: which + 1] or [0])[-1]

    def _file(self, viewer: Viewer, which: int) -> None:
        told = filing(company=NAMES[which % len(NAMES)])
        services.file_claim(viewer, filing=told, today=self.today)

    def _release(self, viewer: Viewer, which: int) -> None:
        services.release_claim(viewer, self._claim(viewer, which), reason="放弃", today=self.today)

    def _renew(self, viewer: Viewer, which: int) -> None:
        number, noted = self._claim(viewer, which), Noted(self.today, "纪要", "会面")
        services.note_activity(viewer, number, noted=noted, today=self.today)
        services.renew_claim(viewer, number, today=self.today)

    def _state(self, viewer: Viewer, which: int) -> None:
        services.state_case(viewer, self._claim(viewer, which), text="首谈", today=self.today)

    def _uphold(self, viewer: Viewer, which: int) -> None:
        contest = Contest.objects.filter(closed_at=None).first()
        services.uphold_claim(
            self.head, contest.pk if contest else 0,
            claim_id=self._claim(viewer, which), reasons="首谈在先", today=self.today,
        )  # fmt: skip

    def _dismiss(self, viewer: Viewer, which: int) -> None:
        contest = Contest.objects.filter(closed_at=None).last()
        services.dismiss_contest(
            self.head, contest.pk if contest else 0, reasons="维持", today=self.today
        )

    def _offer(self, viewer: Viewer, which: int) -> None:
        to = self.officers[which % len(self.officers)].person_id or 0
        services.propose_transfer(
            viewer, self._claim(viewer, 0), to_person_id=to, terms=TERMS, today=self.today
        )

    def _accept(self, viewer: Viewer, which: int) -> None:
        asked = TransferAgreement.objects.filter(receiver_id=viewer.person_id, state="proposed")
        made = asked.first()
        services.accept_transfer(viewer, made.pk if made else 0, today=self.today)

    def _merge(self, viewer: Viewer, which: int) -> None:
        rows = list(Company.objects.order_by("pk").values_list("pk", flat=True))
        kept, folded = rows[which % 2], rows[1 - which % 2]
        services.merge_companies(
            self.head, kept_id=kept, folded_id=folded, reason="更名", today=self.today
        )

    def _part(self, viewer: Viewer, which: int) -> None:
        merge = CompanyMerge.objects.filter(undone_at=None).first()
        services.undo_merge(self.head, merge.pk if merge else 0, today=self.today)

    def _wait(self, viewer: Viewer, which: int) -> None:
        self.today += timedelta(days=(1, 6, 40, 91)[which])

    def _expire(self, viewer: Viewer, which: int) -> None:
        services.expire_claims(self.head, today=self.today)

    def holders(self) -> list[set[int | None]]:
        """Who holds each family."""
        held = Claim.objects.filter(state__in=("held", "ruled"))
        families = {family_of(each) for each in Company.objects.values_list("pk", flat=True)}
        return [
            set(held.filter(company_id__in=family.member_ids).values_list("owner_id", flat=True))
            for family in families
        ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(ACTS, min_size=4, max_size=14))
@example(acts=[("file", 0, 0), ("file", 0, 3), ("merge", 0, 1), ("file", 2, 0), ("part", 0, 0)])
def test_no_order_of_acts_makes_two_holders(
    db: Any,
    officer_a: Viewer,
    teammate: Viewer,
    officer_b: Viewer,
    section_head: Viewer,
    acts: list[tuple[str, int, int]],
) -> None:
    with transaction.atomic():
        office = Office([officer_a, teammate, officer_b], section_head)
        for act in acts:
            office.do(*act)
            assert all(len(owners) <= 1 for owners in office.holders()), act
            assert _contests_have_sides()
        transaction.set_rollback(True)


def _contests_have_sides() -> bool:
    living = Claim.objects.filter(state__in=("pending", "held", "ruled", "contested"))
    return all(
        living.filter(contest=contest).values("owner").distinct().count() > 1
        for contest in Contest.objects.filter(closed_at=None)
    )
