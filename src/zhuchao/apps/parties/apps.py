"""The Django app of parties."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "zhuchao.apps.parties"
    label = "parties"
    verbose_name = "企业与联系人"

    def ready(self) -> None:
        # Only now are the models there that it reads.
        from zhuchao.apps.parties.sought import COMPANIES  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(COMPANIES)
