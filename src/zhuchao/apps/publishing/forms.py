"""The editors' form of an article: a new one belongs to the organisation of who writes it."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from zhuchao.apps.people.selectors import default_organisation_id, viewer_of


class ArticleForm(WagtailAdminPageForm):  # type: ignore[misc]
    """Wagtail's, which also fills in whose the article is."""

    def save(self, commit: bool = True) -> Any:
        if self.instance.organisation_id is None:
            viewer = viewer_of(self.for_user)
            self.instance.organisation_id = viewer.organisation_id or default_organisation_id()
            self.instance.team_id = min(viewer.team_ids, default=None)
        return super().save(commit=commit)
