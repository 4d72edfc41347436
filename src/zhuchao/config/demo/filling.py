"""Filling an empty house with the demonstration, in one transaction."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.selectors import has_organisation
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.config.demo.asking import ask
from zhuchao.config.demo.cast import bring_in
from zhuchao.config.demo.claiming import claim
from zhuchao.config.demo.following import follow
from zhuchao.config.demo.grounds import build
from zhuchao.config.demo.judging import judge
from zhuchao.config.demo.lighting import light_up
from zhuchao.config.demo.offering import put_up
from zhuchao.config.demo.printing import publish
from zhuchao.config.demo.reading import fill_reading_room
from zhuchao.config.demo.serving import serve
from zhuchao.config.demo.signing import Summary
from zhuchao.config.demo.stacking import hear_owners, stack_up
from zhuchao.config.demo.supervising import supervise

# Who sets up the grounds, and who prints.
SURVEYOR = "guhuaiyuan"
EDITOR = "yewanqing"


@transaction.atomic
def fill_house(*, seed: int, today: date) -> Summary:
    """Fill an empty house; a house in which any organisation stands is left as it is."""
    if has_organisation(SYSTEM):
        return Summary()
    cast = bring_in()
    grounds = build(cast[SURVEYOR])
    offers = put_up(cast, grounds, today=today)
    stack_up(cast[SURVEYOR], grounds, today=today)
    hear_owners(cast[SURVEYOR], offers, today=today)
    enquiries = ask(cast, timezone.now())
    serve(cast, offers, enquiries, now=timezone.localtime())
    followed = follow(cast, offers, enquiries, seed=seed, today=today)
    claim(cast, today=today)
    light_up(cast, today=today)
    supervise(cast, today=today)
    articles = publish(cast[EDITOR], today=today)
    pages = fill_reading_room(cast[SURVEYOR], today=today)
    judge(cast[EDITOR], now=timezone.now())
    return Summary(
        people=len(cast),
        carriers=len(grounds.buildings) + len(grounds.units) + len(grounds.plots),
        offers=len(offers),
        enquiries=len(enquiries),
        projects=followed,
        articles=articles,
        pages=pages,
    )
