"""What would change the counts of a year that is closed is refused."""

from __future__ import annotations

from django.utils import timezone

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.closing import refuse_closed
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.selectors.counting import count_rule_on
from zhuchao.apps.projects.signed import Signed


def refuse_counted(viewer: Viewer, *projects: Project | None, by_total: bool = False) -> None:
    """Raises: Refused, where one of these projects of one house was signed in a closed year.

    With ``by_total`` only signings matter that tell no amount: they count the total investment.
    """
    told = [each for each in projects if each is not None]
    rule = count_rule_on(viewer, timezone.localdate())
    signed = Signed(Project.objects.filter(pk__in=[each.pk for each in told]), rule).signings()
    days = [
        each.on
        for each in signed
        if not by_total or (each.amount is None and each.kind in rule.signed_by)
    ]
    for each in told[:1]:
        refuse_closed(each, *days)
