"""The history of a project: what happened, by which documents, and who confirmed it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.projects.models.projects import Project


class Document(models.Model):
    """A document that exists already: minutes, an agreement, a licence, a permit, an invoice.

    ``kind`` is a key of ``tables/projects/documents.csv``; ``file`` is the checksum of what is
    kept, empty where the document lies elsewhere. Appended, never changed.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="documents")
    kind = models.CharField("类别", max_length=20)
    title = models.CharField("名称", max_length=200)
    number = models.CharField("编号", max_length=80, blank=True)
    dated_on = models.DateField("落款日期", null=True, blank=True)
    amount = models.DecimalField("金额", max_digits=18, decimal_places=2, null=True, blank=True)
    file = models.CharField(max_length=64, blank=True)
    file_name = models.CharField("文件名", max_length=200, blank=True)
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "凭据"
        ordering = ("recorded_at", "pk")
        indexes = [
            models.Index(fields=["kind", "dated_on", "project"], name="projects_documents_of_kind")
        ]

    def __str__(self) -> str:
        return self.title


class StageEvent(models.Model):
    """A project entered a stage on a day, or a correction of that; appended, never changed.

    A correction names the event in whose place it stands; a withdrawal says that the event did
    not happen. ``needs_check`` is what the rule said when it was recorded: such an event holds
    from the check that confirms it.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="events")
    stage = models.CharField("阶段", max_length=40)
    occurred_on = models.DateField("发生日期")
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    is_withdrawal = models.BooleanField("撤销", default=False)
    needs_check = models.BooleanField("需要核实", default=False)
    note = models.TextField("说明", blank=True)
    review_on = models.DateField("复核日期", null=True, blank=True)
    documents = models.ManyToManyField(Document, related_name="events")

    class Meta:
        verbose_name = "阶段事件"
        ordering = ("recorded_at", "pk")
        indexes = [
            models.Index(fields=["project", "recorded_at"], name="projects_events"),
            models.Index(fields=["project", "-occurred_on", "-id"], name="projects_events_last"),
            models.Index(
                fields=["recorded_at"],
                condition=models.Q(needs_check=True),
                name="projects_events_checked",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_withdrawal=False) | ~models.Q(corrects=None),
                name="projects_withdrawal_of_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.stage} {self.occurred_on}"


class StageCheck(models.Model):
    """Another person looked at the documents of an event and confirmed or rejected it."""

    event = models.OneToOneField(StageEvent, models.PROTECT, related_name="check_made")
    is_confirmed = models.BooleanField("核实")
    checked_at = models.DateTimeField("核实时间")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "阶段核实"

    def __str__(self) -> str:
        return f"{self.event} {'属实' if self.is_confirmed else '不实'}"


class StageReached(models.Model):
    """On which day a project reached a stage, as it is known now; made anew with its events."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="reached")
    stage = models.CharField(max_length=40)
    on = models.DateField()
    event = models.ForeignKey(StageEvent, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "到达阶段"
        indexes = [models.Index(fields=["stage", "on"], name="projects_reached_on")]
        constraints = [
            models.UniqueConstraint(fields=["project", "stage"], name="projects_reached_once")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.stage} {self.on}"
