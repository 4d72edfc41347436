"""An enquiry that is there already is pointed out, with why, to whoever may see it."""

from __future__ import annotations

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables

TEXT = "求租溧阳厂房，2000平，王先生 13800000001"
SAME_SIZE = "帮客户找溧阳的厂房，2100平"
SAME_TELEPHONE = "找太仓仓库500平，回电138 0000 0001"
OTHER = "求租太仓仓库，500平，13800000002"


def keep(viewer: Viewer, tables: Tables, text: str) -> Enquiry:
    terms = parse(text, tables).terms
    return services.confirm_demand(
        viewer, intake_id=None, terms=terms, text=text, idempotency_key=text
    )


def found(viewer: Viewer, tables: Tables, text: str, telephone: str = "") -> list[tuple[str, ...]]:
    terms = parse(text, tables).terms
    made = selectors.duplicates(viewer, terms=terms, telephone=telephone)
    return [each.reasons for each in made]


def test_the_same_demand_and_the_same_telephone_are_told(officer_a: Viewer, tables: Tables) -> None:
    keep(officer_a, tables, TEXT)

    assert found(officer_a, tables, SAME_SIZE) == [(selectors.SAME_DEMAND,)]
    assert found(officer_a, tables, SAME_TELEPHONE, "138-0000-0001") == [
        (selectors.SAME_TELEPHONE,)
    ]
    assert found(officer_a, tables, TEXT, "13800000001") == [
        (selectors.SAME_TELEPHONE, selectors.SAME_DEMAND)
    ]
    assert found(officer_a, tables, OTHER, "13800000002") == []


def test_an_enquiry_finds_the_other_by_its_sealed_telephone(
    officer_a: Viewer, tables: Tables
) -> None:
    first, second = keep(officer_a, tables, TEXT), keep(officer_a, tables, SAME_TELEPHONE)

    (other,) = selectors.duplicates(
        officer_a, terms=parse(SAME_TELEPHONE, tables).terms, other_than=second.pk
    )

    assert other.enquiry == first


def test_what_has_ended_or_is_out_of_sight_is_not_told(
    officer_a: Viewer, agent: Viewer, tables: Tables
) -> None:
    enquiry = keep(officer_a, tables, TEXT)

    assert found(agent, tables, TEXT, "13800000001") == []
    services.close(officer_a, enquiry.pk)
    assert found(officer_a, tables, TEXT, "13800000001") == []
