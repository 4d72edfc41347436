"""The Django app of properties."""

from django.apps import AppConfig


class PropertiesConfig(AppConfig):
    name = "zhuchao.apps.properties"
    label = "properties"
    verbose_name = "载体与房源"
