"""By which rule packs an organisation goes, and from when."""

from datetime import date

import pytest

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.core.errors import BrokenTable, NotAllowed, NotFound, Refused
from zhuchao.ground.audit import latest
from zhuchao.tables.packs import pack_text

SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
TEXT = pack_text("admission", "example")


def titles(viewer: Viewer, on: date) -> list[str]:
    return [f"{p.key} {p.version}" for p in selectors.packs_in_force(viewer, "admission", on)]


def second_version() -> str:
    return TEXT.replace('version = "1"', 'version = "2"')


def test_a_pack_holds_from_its_day_on(section_head: Viewer, officer_a: Viewer) -> None:
    services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SUMMER)

    assert titles(officer_a, SPRING) == []
    assert titles(officer_a, SUMMER) == ["example 1"]
    assert latest(1)[0].act == "adopt_pack"


def test_of_one_key_the_later_adoption_holds(section_head: Viewer) -> None:
    services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SPRING)
    services.adopt_pack(section_head, kind="admission", text=second_version(), adopted_from=SUMMER)

    assert titles(section_head, SPRING) == ["example 1"]
    assert titles(section_head, AUTUMN) == ["example 2"]


def test_what_has_ended_holds_no_longer_and_no_older_one_comes_back(section_head: Viewer) -> None:
    services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SPRING)
    second = services.adopt_pack(
        section_head, kind="admission", text=second_version(), adopted_from=SUMMER
    )

    services.end_pack(section_head, second.pk, ended_on=AUTUMN)

    assert titles(section_head, SUMMER) == ["example 2"]
    assert titles(section_head, AUTUMN) == []
    with pytest.raises(Refused, match="停用"):
        services.end_pack(section_head, second.pk, ended_on=AUTUMN)


def test_the_text_is_kept_as_it_was_adopted(section_head: Viewer) -> None:
    made = services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SPRING)

    assert made.content == TEXT
    assert services.adopt_pack(
        section_head, kind="admission", text=TEXT, adopted_from=SPRING
    ) == made  # fmt: skip


def test_another_text_of_the_same_day_is_refused(section_head: Viewer) -> None:
    services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SPRING)

    with pytest.raises(Refused, match="换一个采用日期"):
        services.adopt_pack(
            section_head, kind="admission", text=second_version(), adopted_from=SPRING
        )


@pytest.mark.parametrize(
    ("kind", "text", "failure"),
    [
        ("weather", TEXT, NotFound),
        ("admission", "not toml", BrokenTable),
        ("admission", TEXT.replace("intensity", "beauty"), BrokenTable),
        ("admission", TEXT.replace("least = 50_000_000", 'least = "much"'), BrokenTable),
        ("admission", TEXT.replace('document = "示例：请换成本园区的文件"', ""), BrokenTable),
        ("stages", TEXT, BrokenTable),
    ],
)
def test_a_text_that_does_not_hold_together_is_refused_with_a_sentence(
    section_head: Viewer, kind: str, text: str, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        services.adopt_pack(section_head, kind=kind, text=text, adopted_from=SPRING)


def test_an_end_before_the_beginning_is_refused(section_head: Viewer) -> None:
    made = services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SUMMER)

    with pytest.raises(Refused, match="早于"):
        services.end_pack(section_head, made.pk, ended_on=SPRING)


def test_only_who_answers_for_the_rules_adopts_them(
    officer_a: Viewer, leader: Viewer, agent: Viewer
) -> None:
    for viewer in (officer_a, leader, agent, PUBLIC):
        with pytest.raises(NotAllowed):
            services.adopt_pack(viewer, kind="admission", text=TEXT, adopted_from=SPRING)


def test_another_organisation_neither_sees_nor_ends_it(section_head: Viewer, agent: Viewer) -> None:
    services.adopt_pack(section_head, kind="admission", text=TEXT, adopted_from=SPRING)

    assert titles(agent, SUMMER) == []
    with pytest.raises(NotAllowed):
        selectors.adopted_packs(PUBLIC)
