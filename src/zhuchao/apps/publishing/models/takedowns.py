"""Asking that a page be taken down: who asks, why, what was decided, and every step of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from zhuchao.apps.publishing.models.voices import Voice
from zhuchao.ground.sealed import SealedField
from zhuchao.tables.voices import takedown_grounds

MEANWHILE = [("hide", "先暂停展示"), ("wait", "办结前照常展示")]


def ground_choices() -> list[tuple[str, str]]:
    return [(each.key, each.name) for each in takedown_grounds()]


class Takedown(Voice):
    """Whoever asks is no client of the house: name and addresses are sealed here, for this alone.

    ``is_away`` says that the page is kept from the public by this; ``was_revision_id`` is what
    stood there, and comes back when it is restored.
    """

    class State(models.TextChoices):
        RECEIVED = "received"
        HIDDEN = "hidden"
        DECIDED = "decided"
        REPLIED = "replied"

    class Outcome(models.TextChoices):
        TAKEN_DOWN = "taken_down"
        KEPT = "kept"
        CHANGED = "changed"

    page = models.ForeignKey(
        "publishing.PublishedPage", models.SET_NULL, null=True, related_name="takedowns"
    )
    title = models.CharField(max_length=255)
    asks_as = models.CharField(max_length=20)
    ground = models.CharField(max_length=20)
    part = models.CharField(max_length=1000, blank=True)
    told = models.CharField(max_length=3000)
    evidence = models.URLField(max_length=2000, blank=True)
    name = SealedField()
    telephone = SealedField()
    email = SealedField(blank=True)
    digits_mark = models.CharField(max_length=64)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    reply = models.CharField(max_length=1000, blank=True)
    is_away = models.BooleanField(default=False, db_index=True)
    was_revision_id = models.BigIntegerField(null=True)

    class Meta(Voice.Meta):
        verbose_name = "撤稿申请"
        indexes = [models.Index(fields=["state", "due_on"], name="publishing_takedowns")]


class TakedownFile(models.Model):
    """A file that came with a takedown; ``file`` is the checksum under which it is kept."""

    takedown = models.ForeignKey(Takedown, models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    file = models.CharField(max_length=64)

    class Meta:
        verbose_name = "撤稿申请附件"

    def __str__(self) -> str:
        return str(self.name)


class TakedownStep(models.Model):
    """A step of a takedown, only ever appended; ``by`` is None where the machine or asker acted."""

    takedown = models.ForeignKey(Takedown, models.PROTECT, related_name="steps")
    act = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name = "撤稿办理记录"

    def __str__(self) -> str:
        return f"{self.takedown_id} {self.act}"


class MeanwhileRule(Orderable):  # type: ignore[misc]
    """What a site does with a page until a takedown on that ground is decided."""

    home = ParentalKey(
        "publishing.HomePage", on_delete=models.CASCADE, related_name="meanwhile_rules"
    )
    ground = models.CharField("理由", max_length=20, choices=ground_choices)
    meanwhile = models.CharField("办结前", max_length=10, choices=MEANWHILE)

    panels = [FieldPanel("ground"), FieldPanel("meanwhile")]

    class Meta(Orderable.Meta):  # type: ignore[misc]
        verbose_name = "撤稿申请办结前的处理"
        constraints = [
            models.UniqueConstraint(fields=["home", "ground"], name="publishing_meanwhile_once")
        ]
