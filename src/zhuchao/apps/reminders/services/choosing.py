"""Over which channels somebody wants to be reminded, and on which days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders.models import ChannelChoice, ReminderHabit
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground.channels import channel_keys, folder_of


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """A channel as a person chooses it; without an address what the account says holds."""

    is_on: bool
    address: str = ""


@transaction.atomic
def choose_channels(
    viewer: Viewer, *, channels: Mapping[str, ChannelForm], on_days_off: bool
) -> None:
    """Keep the viewer's own choice. Raises: NotAllowed; NotFound, for no channel; Refused, for an
    address that is none, and a channel without any.
    """
    require(viewer, Subject.REMINDER, Act.CHANGE)
    if viewer.person_id is None:
        raise NotAllowed("提醒设置是个人的：请登录后再改")
    for key, form in channels.items():
        _refuse_wrong(key, form)
        told = {"is_on": form.is_on, "address": form.address.strip()}
        ChannelChoice.objects.update_or_create(
            person_id=viewer.person_id, channel=key, defaults=told
        )
    habit, _ = ReminderHabit.objects.update_or_create(
        person_id=viewer.person_id, defaults={"on_days_off": on_days_off}
    )
    on = sorted(key for key, form in channels.items() if form.is_on)
    log(viewer, "choose_channels", Subject.REMINDER, habit, on=on, on_days_off=on_days_off)


def _refuse_wrong(key: str, form: ChannelForm) -> None:
    if key not in channel_keys():
        raise NotFound("没有这个提醒渠道：请刷新后重新选择")
    recipient, address = folder_of(key).recipient, form.address.strip()
    if address and not re.fullmatch(recipient.pattern, address):
        raise Refused(recipient.wrong)
    if form.is_on and not address and not recipient.starts_as:
        raise Refused(f"开启这个渠道要填{recipient.label}")
