"""What read pages state."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.library.models.pages import ReadPage


class Fact(models.Model):
    """One mention of a fact in a page; pages that state the same bear the same ``key``.

    ``topic`` is what the fact is about (metric, subject and period; an investor's
    project), empty where the text leaves it open; facts of one topic whose ``amount`` differs
    contradict each other.
    """

    class Kind(models.TextChoices):
        MEASURE = "measure", "指标"
        EVENT = "event", "项目动态"
        ORGANISATION = "organisation", "单位"
        PLACE = "place", "地名"
        PERSON = "person", "人物"
        PLAN = "plan", "目标"
        HONOUR = "honour", "荣誉"
        POLICY = "policy", "政策"
        NOTICE = "notice", "公示"

    page = models.ForeignKey(ReadPage, models.CASCADE, related_name="facts")
    kind = models.CharField("类别", max_length=12, choices=Kind.choices)
    topic = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=200, blank=True)
    amount = models.FloatField(null=True, blank=True)
    # As vocabulary.fact_wire gives it; a person's name stands in the page alone.
    value = models.JSONField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence = models.TextField("原句", blank=True)
    state = models.CharField("状态", max_length=10)

    class Meta:
        verbose_name = "事实"
        indexes = [
            models.Index(fields=["page", "start"], name="library_facts_of_page"),
            models.Index(fields=["key"], name="library_facts_by_key"),
            models.Index(fields=["topic"], name="library_facts_by_topic"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
