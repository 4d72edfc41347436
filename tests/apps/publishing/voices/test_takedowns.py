"""A page is hidden meanwhile, decided, replied and restored; every step is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from django.db import Error, transaction
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import published
from tests.apps.publishing.voices.conftest import House, takedown

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import relating, selectors, services
from zhuchao.apps.publishing.models import HomePage, MeanwhileRule, Takedown, TakedownStep
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit

# In processor time: how long a page may still lie anywhere after it was hidden.
GONE_WITHIN_S = 2.0


def acts(record: Takedown) -> list[str]:
    return [each.act for each in selectors.steps_of(PUBLIC, record)]


def everywhere(home: Path) -> str:
    return "".join(
        file.read_text("utf-8")
        for file in home.rglob("*")
        if file.is_file() and file.suffix not in (".gz", ".br")
    )


def test_personal_information_hides_at_once_and_everywhere(
    house: House, home: Path, committed: Committed
) -> None:
    with committed():
        published(house.editor, "二期园区又有进展")
    address = f"/news/{house.article.pk}/"
    assert "二期开园" in everywhere(home)

    begun = process_time()
    with committed():
        made = takedown(house)
    took = process_time() - begun

    assert took < GONE_WITHIN_S
    assert made.state == "hidden"
    assert acts(made) == ["received", "hidden"]
    assert not (home / address.strip("/") / "index.html").exists()
    assert "二期开园" not in everywhere(home)
    assert address not in everywhere(home)
    assert relating.index().get(str(house.article.pk)) is None


def test_other_grounds_wait(house: House, home: Path, committed: Committed) -> None:
    with committed():
        made = takedown(house, ground="copyright")

    assert made.state == "received"
    assert (home / "news" / str(house.article.pk) / "index.html").exists()


def test_a_site_sets_its_own_rule(house: House) -> None:
    home = HomePage.objects.get()
    MeanwhileRule.objects.create(home=home, ground="copyright", meanwhile="hide")
    MeanwhileRule.objects.create(home=home, ground="personal", meanwhile="wait")

    assert takedown(house).state == "received"
    assert takedown(house, ground="copyright").state == "hidden"


@pytest.mark.parametrize(
    ("ground", "due"),
    [
        ("court", date(2026, 4, 1)),
        # 2026-04-06 is a holiday: 清明 falls on a Sunday and is moved.
        ("personal", date(2026, 4, 3)),
        ("copyright", date(2026, 4, 8)),
    ],
)
def test_the_deadline_is_in_working_days(house: House, ground: str, due: date) -> None:
    assert takedown(house, ground=ground).due_on == due


def test_the_same_form_is_one_takedown(house: House) -> None:
    assert takedown(house, key="k").pk == takedown(house, key="k").pk
    assert TakedownStep.objects.count() == 2


def test_kept_comes_back_as_it_was(house: House, home: Path, committed: Committed) -> None:
    with committed():
        made = takedown(house)
    draft = house.article.get_latest_revision_as_object()
    draft.title = "改到一半的标题"
    draft.save_revision()
    with committed():
        services.decide_takedown(house.editor, made.pk, outcome="kept", reason="已征得同意")

    page = (home / "news" / str(house.article.pk) / "index.html").read_text("utf-8")
    assert "二期开园" in page
    assert "改到一半" not in page
    assert "二期开园" in (home / "index.html").read_text("utf-8")


def test_changed_brings_the_newest_text(house: House, home: Path, committed: Committed) -> None:
    with committed():
        made = takedown(house, part="住湖滨路 8 号")
    draft = house.article.get_latest_revision_as_object()
    draft.body = [("paragraph", "<p>澄湖高新区二期开园。</p>")]
    draft.save_revision()
    with pytest.raises(Refused, match="还在摘要里"):
        services.decide_takedown(house.editor, made.pk, outcome="changed", reason="删去住址")
    draft.excerpt = "澄湖高新区二期开园。"
    draft.save_revision()
    with committed():
        services.decide_takedown(house.editor, made.pk, outcome="changed", reason="删去住址")

    page = (home / "news" / str(house.article.pk) / "index.html").read_text("utf-8")
    assert "湖滨路" not in page


def test_decided_replied_and_restored(house: House, home: Path, committed: Committed) -> None:
    made = takedown(house, ground="copyright")
    with pytest.raises(Refused):
        services.reply_takedown(house.editor, made.pk, text="还没有办")
    with pytest.raises(Refused):
        services.decide_takedown(house.editor, made.pk, outcome="taken_down", reason="")
    with committed():
        services.decide_takedown(house.editor, made.pk, outcome="taken_down", reason="权属属实")
    assert not (home / "news" / str(house.article.pk) / "index.html").exists()
    services.reply_takedown(house.editor, made.pk, text="已撤下，谢谢您指出。")
    with pytest.raises(Refused):
        services.decide_takedown(house.editor, made.pk, outcome="kept", reason="再想想")

    with committed():
        services.restore_takedown(house.editor, made.pk, reason="申请人撤回")

    assert (home / "news" / str(house.article.pk) / "index.html").exists()
    made.refresh_from_db()
    assert (made.state, made.outcome, made.reply) == ("decided", "kept", "")
    assert acts(made) == ["received", "taken_down", "replied", "restored"]


def test_while_another_asks_it_stays_away(house: House) -> None:
    first = takedown(house)
    # The second came in while the page still stood there, and is decided later.
    second = takedown_of_hidden(house, first)

    services.decide_takedown(house.editor, first.pk, outcome="kept", reason="同意过")
    house.article.refresh_from_db()
    assert not house.article.live
    services.decide_takedown(house.editor, second.pk, outcome="kept", reason="同意过")
    house.article.refresh_from_db()
    assert house.article.live


def takedown_of_hidden(house: House, first: Takedown) -> Takedown:
    services.show_meanwhile(house.editor, first.pk)
    second = takedown(house, ground="court")
    services.hide_meanwhile(house.editor, first.pk)
    return second


def test_what_was_looked_at_and_kept_is_not_hidden_again(house: House) -> None:
    made = takedown(house)
    services.decide_takedown(house.editor, made.pk, outcome="kept", reason="公开信息")

    assert takedown(house).state == "received"


def test_nobody_publishes_past_it(house: House) -> None:
    takedown(house)

    with pytest.raises(Refused):
        services.publish_article(house.editor, house.article.pk)


def test_who_may_decide_and_who_may_see_the_asker(house: House) -> None:
    made = takedown(house)

    assert str(selectors.voice(house.editor, "takedown", made.pk).telephone) == "139****0417"
    with pytest.raises(NotAllowed):
        services.decide_takedown(house.officer, made.pk, outcome="kept", reason="无权")
    with pytest.raises(NotFound):
        services.decide_takedown(house.stranger, made.pk, outcome="kept", reason="无权")
    with pytest.raises(NotAllowed):
        services.reveal_asker(house.officer, made.pk)
    assert services.reveal_asker(house.editor, made.pk).telephone == "13900000417"
    assert audit.about("voice", made.pk)[0].act == "reveal_asker"


def test_the_log_is_only_appended_to(house: House) -> None:
    takedown(house)

    for act in (lambda rows: rows.update(note="改"), lambda rows: rows.delete()):
        with pytest.raises(Error), transaction.atomic():
            act(TakedownStep.objects.all())


def test_something_missing_is_refused(house: House) -> None:
    for told in ({"ground": "none"}, {"asks_as": "x"}, {"told": " "}, {"telephone": "12"}):
        with pytest.raises(Refused):
            takedown(house, **told)
    assert not Takedown.objects.exists()
