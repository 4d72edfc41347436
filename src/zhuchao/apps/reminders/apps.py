"""The Django app of reminders."""

from importlib import import_module

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "zhuchao.apps.reminders"
    label = "reminders"
    verbose_name = "提醒"

    def ready(self) -> None:
        # It names models, which are there only now.
        import_module("zhuchao.apps.reminders.handing").register_belongings()
