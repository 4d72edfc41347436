"""What is due today, as short lists that open to their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.enquiries import suiting
from zhuchao.apps.enquiries.selectors import sheets
from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.rights import can, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.apps.projects import selectors as projects
from zhuchao.apps.properties import selectors as properties
from zhuchao.faces.desk.articles_due import article_panels
from zhuchao.faces.desk.asking import age_of, owner_sentence
from zhuchao.faces.desk.claims_due import claim_panels
from zhuchao.faces.desk.lights_due import light_panels
from zhuchao.faces.desk.naming import beginning_of
from zhuchao.faces.desk.panels import ROWS_SHOWN, Panel, Row, panel, panel_if_any
from zhuchao.faces.desk.problems_due import problem_panels
from zhuchao.faces.desk.projects_due import project_panels
from zhuchao.faces.desk.reminders_due import reminder_panels
from zhuchao.faces.desk.voices_due import voice_panels
from zhuchao.faces.desk.watched_due import watched_panels
from zhuchao.faces.hand.masks import shorten
from zhuchao.faces.hand.moments import date_cn, moment_short
from zhuchao.faces.hand.words import word


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many projects stand at a stage."""

    key: str
    name: str
    count: int


def panels(viewer: Viewer, *, origin: str = "") -> list[Panel]:
    """The lists that the viewer's rights admit, most urgent first and the empty ones last.

    ``origin`` begins links.
    """
    return sorted(_panels(viewer, origin), key=lambda each: not each.count)


def stage_strip(viewer: Viewer) -> list[StageCount]:
    """The main line of the ladder with its counts; empty where the viewer has no project."""
    if not can(viewer, Subject.PROJECT, Act.SEE):
        return []
    counts = projects.stage_counts(viewer)
    if not any(counts.values()):
        return []
    stages = [stage for stage in reference.stage_ladder().stages if not stage.is_side]
    return [StageCount(stage.key, stage.name, counts.get(stage.key, 0)) for stage in stages]


def _panels(viewer: Viewer, origin: str) -> Iterator[Panel]:
    may_follow = can(viewer, Subject.ENQUIRY, Act.CHANGE)
    if may_follow:
        yield from _hand_overs(viewer)
        yield _viewings(viewer)
    yield from claim_panels(viewer)
    yield from project_panels(viewer)
    yield from light_panels(viewer)
    yield from problem_panels(viewer)
    yield from watched_panels(viewer)
    yield from reminder_panels(viewer)
    yield from article_panels(viewer)
    yield from voice_panels(viewer)
    yield from _registrations(viewer)
    if can(viewer, Subject.ENQUIRY, Act.SEE):
        new = enquiries.enquiries(viewer, states=("new",), is_unowned=True)
        yield panel("新到的需求", new, _enquiry, "desk:enquiries", "?state=new", "没有新到的需求。")
    if may_follow:
        own = enquiries.enquiries(viewer, states=enquiries.OPEN, owner_id=viewer.person_id)
        yield panel(
            "我承办的需求", own, _enquiry, "desk:enquiries", "?owner=mine", "手上没有未了结的需求。"
        )
        yield _news(viewer)
        yield _sheet_answers(viewer)
    yield from _named_companies(viewer)
    if can(viewer, Subject.INTAKE, Act.SEE):
        open_ = library.open_intakes(viewer)
        yield panel("待确认的收件", open_, _intake, "desk:intakes", "", "没有待确认的收件。")
    if can(viewer, Subject.OFFER, Act.CHANGE):
        yield from _owners(viewer, origin)


def _named_companies(viewer: Viewer) -> Iterator[Panel]:
    """Pages that name a watched company, with the sentence; said only where there are some."""
    found = library.named_lately(viewer, timezone.now())
    yield from panel_if_any("关注的企业", found, _named, "desk:company_watches")


def _owners(viewer: Viewer, origin: str) -> Iterator[Panel]:
    """What owners said, and whom to ask again with the sentence to send."""
    answered = properties.answered_asks(viewer)
    if answered:
        yield panel("业主有答复", answered, _owner_answer, "desk:offers", "?state=checking", "")
    today = timezone.localdate()
    stale = properties.stale_offers(viewer, today)

    def row(offer: Any) -> Row:
        return _offer(viewer, offer, today, origin)

    yield panel("待复核的房源", stale, row, "desk:offers", "?state=stale", "房源都在核实期内。")


def _hand_overs(viewer: Viewer) -> Iterator[Panel]:
    """What a colleague gave or has yet to take; said only where there is something."""
    waiting = enquiries.open_hand_overs(viewer)
    yield from panel_if_any("交接", waiting, partial(_hand_over, viewer), "desk:hand_overs")


def _registrations(viewer: Viewer) -> Iterator[Panel]:
    """What runs out, what waits for an answer or a ruling; said only where there is something."""
    soon = enquiries.expiring(viewer, timezone.localdate())
    asked = enquiries.open_cooperations(viewer)
    heads = scope_of(viewer, Subject.REGISTRATION, Act.CHANGE) >= Scope.ORGANISATION
    contested = enquiries.registrations(viewer, states=("contested",))
    name = "desk:registrations"
    row = partial(_expiring, viewer)
    yield from panel_if_any("快到期的报备", soon, row, name, "?state=held&owner=mine")
    yield from panel_if_any("等您答复的合作", asked, _cooperation, name)
    if heads:
        row = partial(_contested, viewer)
        yield from panel_if_any("待裁定的报备", contested, row, name, "?state=contested")


def _viewings(viewer: Viewer) -> Panel:
    due = enquiries.due_viewings(viewer, timezone.now())
    none = "今天没有看房，也没有漏记的结果。"
    query = "?state=planned&owner=mine"
    return panel("今天的看房", due, _viewing, "desk:viewings", query, none)


def _news(viewer: Viewer) -> Panel:
    """Offers that came on lately, each with the enquiry that it fits."""
    found = suiting.news(viewer, timezone.localdate())
    rows = tuple(
        Row(
            each.offer.title,
            f"可推荐给 {each.enquiry.receipt}：{shorten(each.enquiry.text)[:60]}",
            each.offer.created_at,
            reverse("desk:enquiry", args=[each.enquiry.pk]),
        )
        for each in found[:ROWS_SHOWN]
    )
    address = reverse("desk:enquiries") + "?owner=mine"
    return Panel("新房源可推荐", len(found), rows, address, "近三天没有适合您手上需求的新房源。")


def _sheet_answers(viewer: Viewer) -> Panel:
    """What clients lately said to the offers of the viewer's sheets."""
    found = sheets.answers(viewer, timezone.localdate())
    rows = tuple(
        Row(
            f"{word('sheet_answer', each.answer).text}：{each.offer.title}",
            " · ".join(filter(None, (each.sheet.title, _receipt(each.sheet.enquiry)))),
            each.answered_at,
            reverse("desk:sheet", args=[each.sheet_id]),
        )
        for each in found[:ROWS_SHOWN]
    )
    none = "近七天没有客户回应您的推荐单。"
    return Panel("客户的回应", found.count(), rows, reverse("desk:sheets"), none)


def _receipt(enquiry: Any) -> str:
    return "" if enquiry is None else str(enquiry.receipt)


def _enquiry(record: Any) -> Row:
    address = reverse("desk:enquiry", args=[record.pk])
    more = f"{record.receipt} · {word('enquiry_origin', record.origin).text}"
    return Row(shorten(record.text)[:80], more, record.received_at, address)


def _hand_over(viewer: Viewer, record: Any) -> Row:
    is_mine = record.owner_id == viewer.person_id
    title = f"{record.giver or record.created_by} 交给您" if is_mine else f"您交给 {record.owner}"
    counts = (
        f"需求 {record.enquiry_count} 条、报备 {record.registration_count} 条，"
        f"共 {record.record_count} 项"
    )
    said = record.note or ("请看过后接手" if is_mine else "对方还没接手，可以撤回")
    address = reverse("desk:hand_over", args=[record.pk])
    return Row(title, f"{counts} · {said}", record.created_at, address)


def _viewing(record: Any) -> Row:
    offers = "、".join(offer.title for offer in record.offers.all())
    is_past = record.starts_at < timezone.now()
    said = "已过时间，请记下结果" if is_past else record.place
    more = " · ".join(filter(None, (record.enquiry.receipt, said)))
    when = moment_short(timezone.localtime(record.starts_at))
    address = reverse("desk:viewing", args=[record.pk])
    return Row(f"{when} {offers}", more, record.starts_at, address)


def _expiring(viewer: Viewer, record: Any) -> Row:
    title = enquiries.client_name(viewer, record)
    said = "已延长过" if record.extended_by_id else "可凭看房延长一次"
    more = f"{date_cn(record.until)}到期 · {said} · {record.offer or record.park}"
    return Row(title, more, None, reverse("desk:registration", args=[record.pk]))


def _contested(viewer: Viewer, record: Any) -> Row:
    more = f"{record.owner} 报备 · {record.offer or record.park}"
    address = reverse("desk:registration", args=[record.pk])
    return Row(enquiries.client_name(viewer, record), more, record.created_at, address)


def _cooperation(record: Any) -> Row:
    title = f"{record.proposer} 提议合作：您得 {record.partner_share}%"
    ground = record.registration.offer or record.registration.park
    address = reverse("desk:cooperation", args=[record.pk])
    return Row(title, str(ground), record.proposed_at, address)


def _named(record: Any) -> Row:
    name = record.value["name"]["value"]
    address = reverse("desk:page", args=[record.page_id]) + f"#s-{record.start}"
    return Row(f"{name}：{record.page.title}", record.sentence, record.page.created_at, address)


def _intake(record: Any) -> Row:
    origin = word("origin", record.origin).text
    more = record.reason or f"{word('intake_kind', record.kind).text} · {origin}"
    title = beginning_of(record) or f"{record.pk} 号收件"
    return Row(title, more, record.created_at, reverse("desk:intake", args=[record.pk]))


def _offer(viewer: Viewer, record: Any, today: date, origin: str) -> Row:
    asked = properties.open_ask(viewer, record, today)
    return Row(
        record.title,
        f"{record.code} · {age_of(record.confirmed_on, today)}",
        None,
        reverse("desk:offer", args=[record.pk]),
        owner_sentence(record, asked, origin) if asked else "",
    )


def _owner_answer(record: Any) -> Row:
    said = word("answer", record.answer).text
    more = f"{record.offer.code} · {said}" + (
        f"：{shorten(record.remark)}" if record.remark else ""
    )
    address = reverse("desk:offer", args=[record.offer_id])
    return Row(record.offer.title, more, record.answered_at, address)
