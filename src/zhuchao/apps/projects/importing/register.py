"""The projects that a viewer may change, as rows of a ledger find them."""

from __future__ import annotations

from collections import defaultdict

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.importing.telling import Told
from zhuchao.apps.projects.models import Project
from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import normal_name

AMBIGUOUS = "同名的项目有 {} 个：请在表中加上“项目编号”一列，写明是哪一个"


class Register:
    """Looked up by code, else by name and firm, else by a name that only one project bears."""

    def __init__(self, viewer: Viewer) -> None:
        self._by_code: dict[str, int] = {}
        self._by_title: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        mine = narrow(viewer, Project.objects.filter(same_as=None), Subject.PROJECT, Act.CHANGE)
        columns = ("pk", "code", "title", "company_name", "company__name")
        for pk, code, title, typed, registered in mine.values_list(*columns):
            self.add(pk, code, title, typed, registered or "")

    def add(self, pk: int, code: str, title: str, *companies: str) -> None:
        """One more project, with its firm as it was typed and as the register has it."""
        self._by_code[code] = pk
        names = frozenset(normal_name(each) for each in companies if each)
        self._by_title[_key(title)].append((pk, names))

    def find(self, told: Told) -> int | None:
        """The project that the row is about; None for a new one.

        Raises: Refused, for a code that there is not and a name that several projects bear.
        """
        code = told.values.get("code", "")
        if code:
            if code not in self._by_code:
                raise Refused(f"没有编号为“{code}”的项目，或不在您的范围内：新项目请把编号留空")
            return self._by_code[code]
        named = self._by_title.get(_key(told.title), [])
        firm = normal_name(str(told.values.get("company", "")))
        same = [pk for pk, names in named if not firm or not names or firm in names]
        if len(same) > 1:
            raise Refused(AMBIGUOUS.format(len(same)))
        return same[0] if same else None


def key_of(told: Told) -> tuple[str, str]:
    """By what two rows of one sheet are about the same new project."""
    return _key(told.title), normal_name(str(told.values.get("company", "")))


def _key(title: str) -> str:
    return "".join(title.split()).casefold()
