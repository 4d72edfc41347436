"""Making the site: its first page, how its texts are reviewed, and its channels."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page, Site, Workflow, WorkflowPage, WorkflowTask

from zhuchao import tables as reference
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.models import ChannelPage, HomePage, OtherEyesTask
from zhuchao.apps.publishing.tree import channel_locked
from zhuchao.core.errors import Refused

HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.(?!-)[a-z0-9-]{1,63})+")
REVIEW = "发布审核"
# What stands above all sites is named by the library in English.
ROOT = "全部站点"
REVIEWERS = "Moderators"


@transaction.atomic
def ensure_site(viewer: Viewer) -> HomePage:
    """The portal's first page, made where it is missing."""
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    Page.objects.filter(depth=1, title="Root").update(title=ROOT, draft_title=ROOT)
    known: HomePage | None = HomePage.objects.order_by("path").first()
    if known is not None:
        return known
    root = Page.get_first_root_node()
    # Wagtail's own first page says only that there is none.
    welcome = Page.objects.filter(depth=2, slug="home", numchild=0).first()
    home = HomePage(title=settings.ZHUCHAO_SITE_NAME, slug="portal")
    root.add_child(instance=home)
    columns = {"root_page": home, "site_name": settings.ZHUCHAO_SITE_NAME, "hostname": "localhost"}
    Site.objects.update_or_create(is_default_site=True, defaults=columns)
    if welcome is not None:
        welcome.delete()
    _add_review(home)
    log(viewer, "make_site", Subject.ARTICLE, home)
    return home


@transaction.atomic
def add_site(viewer: Viewer, *, hostname: str, title: str, region_code: str = "") -> HomePage:
    """A site of its own beside the portal, such as a city's: its host, name and region.

    It lists the offers of its region, all of them where no region is named.

    Raises: NotAllowed; Refused, for a host that is none or has a site, or an unknown region.
    """
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    ensure_site(viewer)
    host = hostname.strip().lower()
    if not HOST.fullmatch(host):
        raise Refused(f"{hostname} 不是网址中的主机名：应如 liyang.example.cn，不带 http 和端口")
    if Site.objects.filter(hostname=host).exists():
        raise Refused(f"{host} 已经有站点了")
    if region_code and region_code not in reference.load().regions:
        raise Refused(f"没有区划代码 {region_code}：应是六位数字，如 320481")
    home = HomePage(title=title.strip(), slug=f"site-{host}".replace(".", "-"))
    home.region_code = region_code
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.create(hostname=host, site_name=home.title, root_page=home)
    _add_review(home)
    log(viewer, "make_site", Subject.ARTICLE, home, host=host)
    return home


@transaction.atomic
def ensure_channel(
    viewer: Viewer,
    *,
    title: str,
    slug: str,
    introduction: str = "",
    parent_id: int | None = None,
    home: HomePage | None = None,
) -> ChannelPage:
    """The channel with that slug below its parent, else below the first page of a site.

    The site is the portal where none is named.
    """
    parent: Any = home or ensure_site(viewer)
    if parent_id is not None:
        parent = channel_locked(parent_id)
    known: ChannelPage | None = ChannelPage.objects.child_of(parent).filter(slug=slug).first()
    if known is not None:
        return known
    channel = ChannelPage(title=title, slug=slug, introduction=introduction, show_in_menus=True)
    parent.add_child(instance=channel)
    log(viewer, "make_channel", Subject.ARTICLE, channel)
    return channel


@transaction.atomic
def set_review(viewer: Viewer, *, is_required: bool) -> HomePage:
    """Whether nothing is published before another person has approved it.

    Raises: NotAllowed.
    """
    home = ensure_site(viewer)
    home.needs_review = is_required
    home.save(update_fields=["needs_review"])
    log(viewer, "set_review", Subject.ARTICLE, home, required=is_required)
    return home


def _add_review(home: HomePage) -> None:
    """What is submitted below the first page goes to whoever may publish, but its author."""
    workflow, is_new = Workflow.objects.get_or_create(name=REVIEW)
    if is_new:
        task = OtherEyesTask.objects.create(name=REVIEW)
        task.groups.set(Group.objects.filter(name=REVIEWERS))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=home)
