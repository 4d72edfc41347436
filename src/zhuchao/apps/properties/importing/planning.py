"""The fate of a row: a new offer, changes of one, nothing to do, or what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhuchao import tables as reference
from zhuchao.apps.parties.selectors import is_same_person
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing.register import Register
from zhuchao.apps.properties.importing.states import state_of, way_to
from zhuchao.apps.properties.importing.telling import Problem, Told
from zhuchao.apps.properties.mapping import to_property
from zhuchao.apps.properties.models import Offer
from zhuchao.apps.properties.selectors.offers import BESIDE
from zhuchao.apps.properties.selectors.offers import CARRIERS as WITH_CARRIERS
from zhuchao.apps.properties.services import FOLLOWS, PUBLISHED
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.core.sheets import plain_number, same_value, term_cell
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.sheet import Cell
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.ground.sealed import masked

# Columns of the register that a row may change, with their labels.
TEXTS = {"title": "标题", "address": "地址", "remarks": "备注"}
CARRIERS = {"park": "园区", "building": "楼栋", "floor": "楼层", "unit": "单元", "plot": "地块"}
PERSONS = (FieldKey.PERSON, FieldKey.TELEPHONE)
NOT_YOURS = "这条房源由别人经办，您的角色不能修改：请联系本单位科长或管理员"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is of, what stands in the register, and what the row says."""

    name: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A row's fate with its reasons; ``offer`` is the one that it is about."""

    fate: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    offer: Offer | None = None


def plan(viewer: Viewer, told: Told, offer: Offer | None, *, is_unit_known: bool) -> Plan:
    """What the row would do to ``offer``, or that it makes a new one; nothing is written."""
    problems = list(told.problems)
    notes = () if is_unit_known or not told.carrier else (_unknown_carrier(told),)
    changes = tuple(_changes(viewer, told, offer)) if offer is not None else ()
    problems += _against(viewer, told, offer, changes)
    if problems:
        return Plan("error", changes, tuple(problems), notes, offer)
    if offer is None:
        return Plan("new", notes=notes)
    return Plan("change" if changes else "same", changes, (), notes, offer)


def plan_row(viewer: Viewer, told: Told, offer: Offer | None, register: Register) -> Plan:
    """The row's plan, its carrier looked up in the register."""
    is_known = register.unit_id(told) is not None or register.plot_id(told) is not None
    return plan(viewer, told, offer, is_unit_known=is_known or offer is not None)


def offers_of(ids: Sequence[int]) -> dict[int, Offer]:
    """The offers with what planning and comparing need of them."""
    return Offer.objects.select_related(*WITH_CARRIERS, *BESIDE).in_bulk(ids)


def exported(offer: Offer, key: FieldKey, terms: Sequence[Term] | None = None) -> Cell:
    """The cell in which an offer's field is exported; ``terms`` are the offer's, if at hand."""
    terms = to_property(offer).terms if terms is None else terms
    return term_cell([t for t in terms if t.key is key], reference.load().fields[key])


def as_text(cell: Cell) -> str:
    """A cell as it is read back."""
    return cell if isinstance(cell, str) else plain_number(cell)


def named_carrier(offer: Offer) -> dict[str, str]:
    """What an offer's carrier is called, by its register or else by its source."""
    if offer.unit is not None:
        building, floor = offer.unit.building, offer.unit.floor
        names = {"park": building.park.name, "building": building.name, "unit": offer.unit.name}
        return names if floor is None else names | {"floor": str(floor.number)}
    if offer.plot is not None:
        return {"park": offer.plot.park.name, "plot": offer.plot.number}
    return {name: value for name, value in offer.told.items() if name in CARRIERS}


def _unknown_carrier(told: Told) -> str:
    return f"“{' '.join(told.carrier.values())}”未在载体库建档，先按文字保存"


def _changes(viewer: Viewer, told: Told, offer: Offer) -> Iterator[Change]:
    own = {"title": offer.title, "address": offer.address, "remarks": offer.remarks}
    for name, label in TEXTS.items():
        written = told.record.get(name, "")
        is_made_up = name == "title" and written not in told.cells
        if written and not is_made_up and written.strip() != own[name].strip():
            yield Change(name, label, own[name], written)
    state = told.record.get("state", "")
    if state and state_of(state) not in ("", offer.state):
        label = Offer.State(state_of(state)).label
        yield Change("state", "状态", Offer.State(offer.state).label, label)
    if offer.unit is None and offer.plot is None:
        yield from _carrier_changes(told, offer)
    yield from _term_changes(told, offer)
    yield from _person_changes(viewer, told, offer)


def _carrier_changes(told: Told, offer: Offer) -> Iterator[Change]:
    own = named_carrier(offer)
    for name, written in told.carrier.items():
        if written != own.get(name, ""):
            yield Change(name, CARRIERS[name], own.get(name, ""), written)


def _term_changes(told: Told, offer: Offer) -> Iterator[Change]:
    known = to_property(offer).terms
    for key, written in told.written.items():
        if key in PERSONS:
            continue
        old = as_text(exported(offer, key, known))
        new = [term for term in told.terms if term.key is key]
        if written != old and not _are_same([t for t in known if t.key is key], new):
            label = reference.load().fields[key].label
            yield Change(f"term:{key.value}", label, _with_unit(old, key), _with_unit(written, key))


def _with_unit(written: str, key: FieldKey) -> str:
    """A bare figure with its unit where the field has one: what stands in a list of changes."""
    spec = reference.load().fields[key]
    is_bare = spec.form == "amount" and written.replace(".", "", 1).isdigit()
    return f"{written} {spec.unit}".strip() if is_bare else written


def _are_same(known: Sequence[Term], new: Sequence[Term]) -> bool:
    if len(known) != len(new):
        return False
    by_floor = {term.floor: term for term in known}
    return all(
        (old := by_floor.get(term.floor)) is not None
        and old.read.value is not None
        and term.read.value is not None
        and same_value(old.read.value, term.read.value)
        and old.read.unit == term.read.unit
        for term in new
    )


def _person_changes(viewer: Viewer, told: Told, offer: Offer) -> Iterator[Change]:
    name, telephone = person_of(told)
    if is_same_person(viewer, offer.contact, name=name, telephone=telephone):
        return
    old = str(offer.contact) if offer.contact is not None else ""
    yield Change("contact", "联系人", old, f"{masked(name)} {masked(telephone)}".strip())


def person_of(told: Told) -> tuple[str, str]:
    """Name and telephone as the row tells them."""
    found = (first(told.terms, key) for key in PERSONS)
    name, telephone = (str(term.read.value) if term is not None else "" for term in found)
    return name, telephone


def _against(
    viewer: Viewer, told: Told, offer: Offer | None, changes: Sequence[Change]
) -> Iterator[Problem]:
    """What stands against the row as a whole."""
    if offer is None and not told.record["title"]:
        yield Problem(
            -1, "没有标题，也没有园区、地点和面积，看不出是哪一处房源", "填写标题，或园区和楼栋"
        )
    if changes and offer is not None and not can(viewer, Subject.OFFER, Act.CHANGE, offer):
        yield Problem(-1, NOT_YOURS)
    if written := told.record.get("state", ""):
        try:
            _allow_state(viewer, written, offer)
        except ZhuchaoError as refusal:
            yield Problem(told.places["state"], refusal.sentence, "、".join(Offer.State.labels))


def _allow_state(viewer: Viewer, written: str, offer: Offer | None) -> None:
    state = state_of(written)
    if not state:
        raise Refused(f"没有“{written}”这个状态")
    if offer is None:
        steps = way_to(state)
    elif state == offer.state:
        steps = ()
    elif state in FOLLOWS[offer.state]:
        steps = (state,)
    else:
        now = Offer.State(offer.state).label
        raise Refused(f"现在是“{now}”，不能直接改为“{Offer.State(state).label}”")
    if any(step in PUBLISHED for step in steps) and not can(
        viewer, Subject.OFFER, Act.PUBLISH, offer
    ):
        raise Refused("您的角色不能上架或下架房源：请清空状态，导入后由经办人上架")


def refused(told: Told, sentence: str) -> Plan:
    """The plan of a row that some rule refused."""
    return Plan("error", problems=(*told.problems, Problem(-1, sentence)))
