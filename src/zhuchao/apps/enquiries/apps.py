"""The Django app of enquiries."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "zhuchao.apps.enquiries"
    label = "enquiries"
    verbose_name = "需求"
