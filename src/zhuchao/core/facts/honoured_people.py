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
