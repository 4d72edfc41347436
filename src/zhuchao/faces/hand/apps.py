"""The Django app that carries the shared style sheets, templates and template tags."""

from django.apps import AppConfig


class HandConfig(AppConfig):
    name = "zhuchao.faces.hand"
    label = "hand"
    verbose_name = "界面"
