"""The Django app of the library."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "zhuchao.apps.library"
    label = "library"
    verbose_name = "收件与网页"
