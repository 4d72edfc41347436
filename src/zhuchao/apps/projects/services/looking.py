"""Before a project is opened: is it one already, as far as the viewer may know?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.firms import firms_like
from zhuchao.apps.projects.holding import LIVING, heads
from zhuchao.apps.projects.models import Claim, Project
from zhuchao.apps.projects.selectors.alike import likely_projects
from zhuchao.apps.projects.services.checking import Told, check_once
from zhuchao.core.vocabulary.claim import Answer

TAKEN = (Answer.YES, Answer.MAYBE)


@dataclass(frozen=True, slots=True)
class Likely:
    """Projects that the viewer sees, and what a blind check tells of those that are not seen.

    ``told`` is None where nothing may be told, or there is nothing to tell.
    """

    projects: tuple[Project, ...]
    told: Told | None = None
    is_unseen: bool = False

    def __bool__(self) -> bool:
        return bool(self.projects) or self.told is not None


def look_before_opening(viewer: Viewer, *, title: str, company: str, today: date) -> Likely:
    """What the project may be already. A named firm counts as a blind check, once a day.

    Raises: Refused, where the day's checks are used up.
    """
    seen = tuple(likely_projects(viewer, title=title, company=company))
    is_told = heads(viewer) or _is_claimed(viewer, company)
    if not company.strip() or is_told or not can(viewer, Subject.CLAIM, Act.MAKE):
        return Likely(seen)
    told = check_once(viewer, name=company, today=today)
    is_unseen = _is_unseen(viewer, company)
    is_taken = told.verdict.answer in TAKEN
    return Likely(seen, told if is_taken or is_unseen else None, is_unseen)


def _is_claimed(viewer: Viewer, company: str) -> bool:
    """Whether the viewer has claimed the firm under that name: the question was asked then."""
    mine = Claim.objects.filter(owner_id=viewer.person_id or 0, state__in=LIVING)
    return mine.filter(company_name=company.strip()).exists()


def _is_unseen(viewer: Viewer, company: str) -> bool:
    """Whether a firm like this one has a project that the viewer does not see."""
    firms = firms_like(viewer.organisation_id or 0, company)
    of_firms = Q(company__in=firms) | Q(company__head__in=firms)
    others = Project.objects.filter(of_firms, organisation_id=viewer.organisation_id or 0)
    return others.exclude(pk__in=narrow(viewer, others, Subject.PROJECT).values("pk")).exists()
