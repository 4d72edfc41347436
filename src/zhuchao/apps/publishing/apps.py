"""The Django app of publishing."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "zhuchao.apps.publishing"
    label = "publishing"
    verbose_name = "发布"
