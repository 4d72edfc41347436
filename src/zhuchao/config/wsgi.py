"""The WSGI application that the web server runs."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
application = get_wsgi_application()


def _warm() -> None:
    """A million offers take most of a minute to index: nobody should wait for it."""
    from zhuchao.apps.properties.shelf import warm

    try:
        warm()
    finally:
        connections.close_all()


Thread(target=_warm, name="shelves", daemon=True).start()
