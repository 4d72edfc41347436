"""Where a person's name may begin and end."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Ground
from zhuchao.core.facts.offices import offices_after
from zhuchao.core.facts.posts import offices_changed

GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
# 裴向前 is a name, 张某目前 none.
NO_GIVEN = re.compile(
    r"族$|近日|日前|[今昨当同][日天年]|[去明]年|上月|[的了在等及是有对将被把副司过社、]|[目日此之以会跟近提先]前|^前|[说称道讲算得获随作做率跟陪省市县区镇局委厅组队厂站所室]$|^[和与为于省市县区镇局委会]"
)
MAY_LINK = "和与为于"
ENDS = re.compile(r"[,，。、;；:：!！?？()（）“”《》\s]|$")
# 领导包一条产业链: nobody is called so.
MANY = re.compile("[一两几][条个项家批张位件户座场次块种套把]")
# 任命某某为, 免去某某的: a name may begin behind these.
APPOINTING = re.compile(
    r"(?:任命|免去|选举|补选|推选|推举|聘任|解聘|聘请|决定|提名|接受|同意|聘用|名叫|增补|改聘|续聘)$"
)


def is_inside(ground: Ground, at: int) -> bool:
    """Whether a Chinese character stands right before, so that 曲先生 might begin elsewhere."""
    return at > 0 and "\u4e00" <= ground.text[at - 1] <= "\u9fff"


def ends_of(ground: Ground, given_at: int) -> list[int]:
    """Where the name may end: after two characters of a given name, or one; the clear end first."""
    found: list[int] = []
    for size in (2, 1):
        given = ground.text[given_at : given_at + size]
        is_given = GIVEN.fullmatch(given) and not MANY.match(ground.text, given_at)
        if len(given) == size and is_given and not NO_GIVEN.search(given):
            found.append(given_at + size)
    if len(found) > 1 and is_link(ground, found[0] - 1):
        return found[1:]
    if len(found) > 1 and not is_clear(ground, found[0]) and is_clear(ground, found[1]):
        found.reverse()
    return found


def is_clear(ground: Ground, end: int) -> bool:
    """Whether a stop, or more than one character of what follows a person, stands there."""
    is_told = (
        len(said_at(ground, end)) > 1 or is_link(ground, end) or bool(offices_after(ground, end))
    )
    return is_told or bool(ENDS.match(ground.text, end))


def said_at(ground: Ground, end: int) -> str:
    """What stands there of the words that follow a person: 介绍, 出席."""
    return ground.lexicon.words("afterperson").at(ground.text, end)


def is_link(ground: Ground, at: int) -> bool:
    """Whether 为 or 任 stands there, with an office behind it."""
    return ground.text[at : at + 1] in ("为", "任") and bool(offices_changed(ground, at))


def is_end(ground: Ground, end: int) -> bool:
    if ENDS.match(ground.text, end) or said_at(ground, end):
        return True
    is_link = ground.text[end - 1] in MAY_LINK
    return not is_link and bool(ground.lexicon.words("cut").at(ground.text, end))
