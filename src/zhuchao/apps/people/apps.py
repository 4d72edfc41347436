"""The Django app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "zhuchao.apps.people"
    label = "people"
    verbose_name = "人员"
