"""Names and codes of companies as officers note them: a refusal tells as much as a blind check."""

from __future__ import annotations

from datetime import date

from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import heads
from zhuchao.apps.projects.services.checking import check


def name_company(
    viewer: Viewer, company_id: int, *, name: str, kind: str = "short", today: date
) -> None:
    """One more name by which a company goes; it counts as a blind check.

    Raises: as ``check`` and as ``parties.add_name``.
    """
    _ask(viewer, name, today)
    parties.add_name(viewer, company_id, name=name, kind=kind)


def rename_company(viewer: Viewer, company_id: int, *, name: str, today: date) -> None:
    """The company goes by a new name; it counts as a blind check.

    Raises: as ``check`` and as ``parties.rename_company``.
    """
    _ask(viewer, name, today)
    parties.rename_company(viewer, company_id, name=name)


def correct_company_name(
    viewer: Viewer, name_id: int, *, name: str, kind: str, today: date
) -> None:
    """A name of a company put right; it counts as a blind check.

    Raises: as ``check`` and as ``parties.correct_name``.
    """
    _ask(viewer, name, today)
    parties.correct_name(viewer, name_id, name=name, kind=kind)


def code_company(viewer: Viewer, company_id: int, *, credit_code: str, today: date) -> None:
    """Note the code of the licence; it counts as a blind check.

    Raises: as ``check`` and as ``parties.set_credit_code``.
    """
    if credit_code.strip() and _is_told(viewer):
        check(viewer, name="", credit_code=credit_code, today=today)
    parties.set_credit_code(viewer, company_id, credit_code=credit_code)


def _ask(viewer: Viewer, name: str, today: date) -> None:
    if name.strip() and _is_told(viewer):
        check(viewer, name=name, today=today)


def _is_told(viewer: Viewer) -> bool:
    """Whether a refusal would tell what the viewer does not see anyway."""
    return can(viewer, Subject.CLAIM, Act.MAKE) and not heads(viewer)
