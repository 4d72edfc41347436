"""The Django app of what the registers stand on."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class GroundConfig(AppConfig):
    name = "zhuchao.ground"
    label = "ground"
    verbose_name = "底座"

    def ready(self) -> None:
        autodiscover_modules("tasks")  # each registers its periodic tasks
