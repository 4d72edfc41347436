"""The Django app of the library."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "zhuchao.apps.library"
    label = "library"
    verbose_name = "收件与网页"

    def ready(self) -> None:
        # Only now are the models there that it reads.
        from zhuchao.apps.library.sought import PAGES  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(PAGES)
