"""What a record or an original is called before anybody gave it a name."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from django.utils.html import strip_tags

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import anonymous
from zhuchao.core.errors import ZhuchaoError
from zhuchao.core.messages import parse
from zhuchao.core.reading.decoding import decode
from zhuchao.core.vocabulary.term import Term
from zhuchao.faces.hand.terms import find_term, show_term
from zhuchao.ground.files import open_kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhuchao.apps.library.models import Intake

TITLE_PARTS = ("place", "layout", "kind", "trade", "area", "land_area", "intent")
MOST_OF_A_TITLE = 120
# A list opens the original only where that costs less than a glance; longer ones show no beginning.
MOST_OPENED = 256 * 1024
MOST_PARSED = 2000
EXCERPT = 60
TITLE = re.compile(r"<title[^>]*>(.{1,200}?)</title", re.IGNORECASE | re.DOTALL)
UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1", re.IGNORECASE | re.DOTALL)


def offer_title(terms: Iterable[Term]) -> str:
    """A title from what is known: place, kind, size."""
    known = tuple(terms)
    found = (find_term(known, key) for key in TITLE_PARTS)
    parts = [str(show_term(term)) for term in found if term is not None]
    return " ".join(parts)[:MOST_OF_A_TITLE]


def beginning_of(intake: Intake) -> str:
    """The first words of an open intake, persons covered; empty where there are none."""
    if intake.state == "failed" or intake.size > MOST_OPENED:
        return ""
    try:
        text = decode(open_kept(intake.digest))[0]
    except ZhuchaoError:
        return ""
    named = TITLE.search(text)
    seen = unescape(named[1] if named else strip_tags(UNSEEN.sub(" ", text)))
    line = " ".join(seen.split())
    terms = parse(line, reference.load()).terms if len(line) <= MOST_PARSED else ()
    return anonymous(terms, line[:MOST_PARSED]).text[:EXCERPT]
