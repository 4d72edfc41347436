"""The editors' form of a page: a new one belongs to the organisation of who writes it."""

from __future__ import annotations

from copy import copy
from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from zhuchao.apps.people.selectors import default_organisation_id, viewer_of
from zhuchao.apps.publishing import linting

KEPT_AWAY = "这个页面因撤稿申请暂停展示：请先在“读者来信”里办结申请，再发布"
PUBLISHING = ("action-publish", "action-submit", "action-restart-workflow")


class PublishedForm(WagtailAdminPageForm):  # type: ignore[misc]
    """Wagtail's, which also fills in whose the page is."""

    def clean(self) -> Any:
        """What may not be published is refused here, where the editor still has it in hand.

        A reviewer is not asked for it either: what the reviewer approves is published at once.
        """
        cleaned = super().clean()
        if any(act in self.data for act in PUBLISHING) and not self.errors:
            draft = self.as_page()
            barred = linting.barring(linting.complaints(draft), draft.checked_note)
            if barred:
                self.add_error("checked_note", linting.sentence(barred))
        if any(act in self.data for act in PUBLISHING) and self._is_kept_away():
            self.add_error(None, KEPT_AWAY)
        if "action-publish" in self.data and self._needs_review():
            self.add_error(None, "本站的内容须经另一人审核后发布：请点“提交审核”")
        return cleaned

    def _needs_review(self) -> bool:
        above = () if self.parent_page is None else self.parent_page.get_ancestors(inclusive=True)
        return any(getattr(each.specific, "needs_review", False) for each in above)

    def _is_kept_away(self) -> bool:
        page = self.instance
        return page.pk is not None and bool(page.takedowns.filter(is_away=True).exists())

    def as_page(self) -> Any:
        """What the form says, over the page that is edited; nothing is saved."""
        draft = copy(self.instance)
        for name in ("title", "excerpt", "body", "checked_note"):
            if name in self.cleaned_data:
                setattr(draft, name, self.cleaned_data[name])
        return draft

    def save(self, commit: bool = True) -> Any:
        if self.instance.organisation_id is None:
            viewer = viewer_of(self.for_user)
            self.instance.organisation_id = viewer.organisation_id or default_organisation_id()
            self.instance.team_id = min(viewer.team_ids, default=None)
        return super().save(commit=commit)
