"""The Django app of publishing."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "zhuchao.apps.publishing"
    label = "publishing"
    verbose_name = "发布"

    def ready(self) -> None:
        # Only now are the models there that these receive from.
        from zhuchao.apps.properties import ticking  # noqa: PLC0415
        from zhuchao.apps.publishing import receivers  # noqa: PLC0415
        from zhuchao.apps.publishing.rendering import following  # noqa: PLC0415
        from zhuchao.apps.publishing.sought import ENTRIES  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(ENTRIES)
        receivers.connect()
        ticking.follow(following.offers_changed)
