"""The Django app of parties."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "zhuchao.apps.parties"
    label = "parties"
    verbose_name = "企业与联系人"
