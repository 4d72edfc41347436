"""People whom a text names without any office: those to whom an honour is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.marks import Ground, Titled

HONOURED = re.compile(
    r"授予(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)(?:等\d+[名位人])?(?:同志)?“"
)
NAME = re.compile(r"[\u4e00-\u9fff]+")
LONGEST_GIVEN = 2


def honoured_people(ground: Ground, covered: set[int]) -> Iterator[Titled]:
    """Those to whom an honour is given, by their names alone."""
    for listed in HONOURED.finditer(ground.text):
        for name in NAME.finditer(ground.text, *listed.span("names")):
            surname = ground.lexicon.words("surname").at(ground.text, name.start())
            given = name.end() - name.start() - len(surname)
            if surname and 0 < given <= LONGEST_GIVEN and name.start() not in covered:
                yield Titled(*name.span())


def is_quoted(ground: Ground, person: Titled) -> bool | None:
    """Whether “鲁北工匠”, “工匠班组建设示范单位” only seem to name one; None outside."""
    if not person.titles:
        return None
    if ground.text[person.start - 1 : person.start] == "“":
        return ground.text[person.titles[-1][1] :][:1] == "”"
    first = person.titles[0][0]
    if first < person.start and ground.text[first - 1 : first] == "“":
        return ground.text[person.end : person.end + 1] != "”"
    return None
