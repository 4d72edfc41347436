"""Renewing the portal at somebody's wish."""

from __future__ import annotations

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.rendering import looks, whole
from zhuchao.apps.publishing.rendering.models import Renewal
from zhuchao.apps.publishing.rendering.values import Cause
from zhuchao.core.errors import Refused


@transaction.atomic
def renew_all(viewer: Viewer) -> Renewal:
    """Let the background render the whole portal anew.

    Raises: NotAllowed; Refused, while that is being done already.
    """
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    if whole.running() is not None:
        raise Refused("全部更新正在进行，完成后再试")
    renewal = whole.begin(Cause.HAND, digest=looks.digest())
    log(viewer, "renew_all", Subject.ARTICLE, None)
    return renewal
