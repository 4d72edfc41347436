"""The WSGI application that the web server runs: the published files, and Django behind them."""

import os
from threading import Thread

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections

from zhuchao.config import heads
from zhuchao.ground import counting
from zhuchao.ground.counting import SeenPages
from zhuchao.ground.published import FOLDER
from zhuchao.ground.published.serving import PublishedFiles

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
application = PublishedFiles(
    SeenPages(get_wsgi_application(), settings.ZHUCHAO_HOME / counting.FOLDER),
    settings.ZHUCHAO_HOME / FOLDER,
    headers=heads.of_files(),
    serves=heads.is_served,
)


def _warm() -> None:
    """A million offers take most of a minute to index: nobody should wait for it."""
    from zhuchao.apps.properties.shelf import warm

    try:
        warm()
    finally:
        connections.close_all()


Thread(target=_warm, name="shelves", daemon=True).start()
