"""The Django app of the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "zhuchao.faces.portal"
    label = "portal"
    verbose_name = "门户"
