"""What readers say of a page: comments and corrections, each with what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Voice(models.Model):
    """What came in by a form: ``receipt`` is told to its writer, ``token`` opens it."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    receipt = models.CharField(max_length=20, unique=True)
    token = models.CharField(max_length=32, unique=True)
    idempotency_key = models.CharField(max_length=80, unique=True)
    received_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.receipt)


class Comment(Voice):
    """A reader's words under an article; shown when an editor has read them."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SHOWN = "shown"
        REFUSED = "refused"

    page = models.ForeignKey("publishing.PublishedPage", models.CASCADE, related_name="comments")
    name = models.CharField(max_length=20)
    text = models.CharField(max_length=1000)
    # Places of the text that an editor should look at: start, end and kind.
    flags = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=20, blank=True)

    class Meta(Voice.Meta):
        verbose_name = "评论"
        indexes = [
            models.Index(fields=["page", "state", "-received_at"], name="publishing_comments"),
            models.Index(fields=["state", "received_at"], name="publishing_comment_queue"),
        ]


class Correction(Voice):
    """What a reader says is wrong in a page, what it should be, and by what source."""

    class State(models.TextChoices):
        WAITING = "waiting"
        TAKEN = "taken"
        DECLINED = "declined"

    page = models.ForeignKey(
        "publishing.PublishedPage", models.SET_NULL, null=True, related_name="corrections"
    )
    title = models.CharField(max_length=255)
    passage = models.CharField(max_length=1000)
    # The paragraph that holds the passage; None where the page holds it nowhere.
    paragraph = models.PositiveIntegerField(null=True)
    wrong = models.CharField(max_length=500)
    right = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    answer = models.CharField(max_length=500, blank=True)

    class Meta(Voice.Meta):
        verbose_name = "勘误"
        indexes = [models.Index(fields=["state", "received_at"], name="publishing_corrections")]
