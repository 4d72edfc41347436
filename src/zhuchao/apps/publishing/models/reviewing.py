"""Review: what one person has submitted is approved by another."""

from __future__ import annotations

from typing import Any

from wagtail.models import AbstractGroupApprovalTask


class OtherEyesTask(AbstractGroupApprovalTask):  # type: ignore[misc]
    """Approved by anybody of the groups but whoever submitted it."""

    class Meta:
        verbose_name = "由另一人审核"
        verbose_name_plural = "由另一人审核"

    @classmethod
    def get_description(cls) -> str:
        return "所选用户组的成员审核，提交的人自己不能审核"

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if obj.takedowns.filter(is_away=True).exists():
            return []
        state = obj.current_workflow_state
        if state is not None and state.requested_by_id == user.pk:
            return []
        allowed: list[tuple[str, str, bool]] = super().get_actions(obj, user)
        return allowed

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        found = super().get_task_states_user_can_moderate(user, **kwargs)
        return found.exclude(workflow_state__requested_by=user)
