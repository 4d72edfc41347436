"""The Django app of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "zhuchao.faces.desk"
    label = "desk"
    verbose_name = "工作台"
