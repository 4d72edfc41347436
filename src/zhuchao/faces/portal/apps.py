"""The Django app of the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "zhuchao.faces.portal"
    label = "portal"
    verbose_name = "门户"

    def ready(self) -> None:
        # Only now can the registers be imported.
        from zhuchao.apps.publishing.rendering import portal  # noqa: PLC0415
        from zhuchao.faces.portal import lists  # noqa: PLC0415

        portal.register(lists.ADDRESSES)
