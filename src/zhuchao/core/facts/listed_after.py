"""The office behind the last of a list of names is that of each."""

from __future__ import annotations

from zhuchao.core.facts.foreign_names import FOREIGN
from zhuchao.core.facts.listed_people import ASIDE
from zhuchao.core.facts.marks import Ground
from zhuchao.core.facts.name_ends import ends_of
from zhuchao.core.facts.office_spans import Offices
from zhuchao.core.facts.offices import offices_after
from zhuchao.core.facts.posts import offices_changed


def listed_after(ground: Ground, end: int) -> Offices:
    """The offices behind a name, or behind the last of the list that it begins."""
    after = offices_after(ground, end) or offices_changed(ground, end)
    aside = ASIDE.match(ground.text, end) if not after else None
    end = aside.end() if aside else end
    is_next = ground.text[end : end + 1] == "、"
    if after or not is_next or ground.lexicon.words("title").at(ground.text, end + 1):
        return after
    surname = ground.lexicon.words("surname").at(ground.text, end + 1)
    nexts = ends_of(ground, end + 1 + len(surname)) if surname else []
    foreign = FOREIGN.match(ground.text, end + 1)
    nexts += [foreign.end()] if foreign else []
    return next((told for each in nexts if (told := listed_after(ground, each))), ())
