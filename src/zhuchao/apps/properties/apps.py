"""The Django app of properties."""

from django.apps import AppConfig


class PropertiesConfig(AppConfig):
    name = "zhuchao.apps.properties"
    label = "properties"
    verbose_name = "载体与房源"

    def ready(self) -> None:
        # Only now are the models there that it reads.
        from zhuchao.apps.properties.sought import OFFERS  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(OFFERS)
