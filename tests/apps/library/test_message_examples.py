"""What is changed in the reading of a message is kept as a labelled example, without persons."""

from __future__ import annotations

from dataclasses import replace

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term

TEXT = "求租溧阳厂房，2000平，王先生 13800000001"


def kept(viewer: Viewer) -> int:
    return services.keep_intake(viewer, raw=TEXT.encode(), origin="paste").pk


def test_a_reading_confirmed_as_it_is_gives_no_example(officer_a: Viewer, tables: Tables) -> None:
    enquiries.confirm_demand(
        officer_a,
        intake_id=kept(officer_a),
        terms=parse(TEXT, tables).terms,
        text=TEXT,
        idempotency_key="k",
    )

    assert list(selectors.examples(SYSTEM)) == []


def test_what_was_changed_struck_out_and_added_is_kept(officer_a: Viewer, tables: Tables) -> None:
    intake = services.keep_intake(officer_a, raw=TEXT.encode(), origin="paste")
    read = [t for t in parse(TEXT, tables).terms if t.key not in (FieldKey.KIND, FieldKey.PERSON)]
    larger = Read(Amount(3000.0, 3000.0), State.GIVEN, None, "㎡")
    terms = [replace(t, read=larger) if t.key is FieldKey.AREA else t for t in read]
    terms.append(Term(FieldKey.STEAM, Read(True, State.GIVEN)))

    enquiries.confirm_demand(
        officer_a, intake_id=intake.pk, terms=terms, text=TEXT, idempotency_key="k"
    )

    found = list(selectors.examples(officer_a))
    assert {each.field for each in found} == {"kind", "area", "steam"}
    assert {(each.of, each.digest) for each in found} == {("message", intake.digest)}
    area = next(each for each in found if each.field == "area")
    assert (area.was["value"]["low"], area.now["value"]["low"]) == (2000, 3000)
    assert [each.now for each in found if each.field == "kind"] == [None]
    assert [each.was for each in found if each.field == "steam"] == [None]


def test_a_demand_kept_as_an_offer_is_an_example_of_its_side(
    officer_a: Viewer, tables: Tables
) -> None:
    properties.confirm_supply(
        officer_a,
        intake_id=kept(officer_a),
        title="溧阳厂房",
        terms=parse(TEXT, tables).terms,
        text=TEXT,
    )

    (side,) = selectors.examples(officer_a)
    assert (side.field, side.was, side.now) == ("side", "demand", "supply")
