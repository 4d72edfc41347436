"""The Django app of enquiries."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "zhuchao.apps.enquiries"
    label = "enquiries"
    verbose_name = "需求"

    def ready(self) -> None:
        # Only now are the models there that it reads.
        from zhuchao.apps.enquiries.sought import ENQUIRIES  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(ENQUIRIES)
