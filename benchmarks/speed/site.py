"""A large portal to measure on: channels, and so many published articles of usual length."""

from __future__ import annotations

import os
import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

SEED = 9
BATCH = 2_000
CHANNELS = (
    "园区动态",
    "项目建设",
    "政策解读",
    "载体招商",
    "人才服务",
    "营商环境",
    "数据发布",
    "通知公告",
)
PLACES = ("澄湖", "青屿", "临溪", "望亭", "南浦", "云川", "石桥", "白鹭")
SUBJECTS = ("新材料产业园", "智能装备项目", "生物医药基地", "冷链物流中心", "标准厂房", "专家公寓")
ACTS = ("开工", "封顶", "投产", "签约", "通过验收", "启动招商", "举行推进会", "发布清单")
SENTENCES = (
    "今年以来，园区坚持项目为王，围绕主导产业补链强链，新开工项目十二个，较去年同期增长明显。",
    "项目占地约一百二十亩，规划建设单层厂房与配套用房，建成后可提供就业岗位五百余个。",
    "供电、供水、排污等配套工程同步推进，有关部门当场答复了企业提出的七个具体问题。",
    "负责人介绍，一期计划明年三季度交付使用，二期将根据招商进度安排，优先保障入园企业需求。",
    "下一步，园区将按月通报进度，逐项明确责任单位与完成时限，对滞后事项挂牌督办。",
)
LAST_DAY = date(2026, 11, 1)
DAYS = 3_650


def prepare() -> None:
    """An empty database, or the one that was filled before."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", "--noinput", verbosity=0)


def fill(count: int, *, seed: int = SEED) -> None:
    """Publish so many articles, as rows: nothing is rendered. A portal that has some is left."""
    from django.apps import apps  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from zhuchao.apps.people.viewer import SYSTEM  # noqa: PLC0415
    from zhuchao.apps.publishing import services  # noqa: PLC0415

    article, organisations = (
        apps.get_model("publishing", "ArticlePage"),
        apps.get_model("people", "Organisation"),
    )
    if article.objects.exists():
        return
    place = organisations.objects.create(name="量速园区", takes_public_enquiries=True)
    services.ensure_site(SYSTEM)
    channels = [
        services.ensure_channel(SYSTEM, title=title, slug=f"channel-{number}")
        for number, title in enumerate(CHANNELS)
    ]
    draw = random.Random(seed)
    for start in range(0, count, BATCH):
        with transaction.atomic():
            _fill_batch(draw, article, channels, place.pk, range(start, min(count, start + BATCH)))


def _fill_batch(
    draw: random.Random, article: Any, channels: list[Any], organisation_id: int, numbers: range
) -> None:
    from django.apps import apps  # noqa: PLC0415
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415

    page, kind = apps.get_model("wagtailcore", "Page"), ContentType.objects.get_for_model(article)
    locale = channels[0].locale_id
    pages = page.objects.bulk_create(
        _page(draw, page, channels, number, kind.pk, locale) for number in numbers
    )
    for each in pages:
        child = article(page_ptr_id=each.pk, **_columns(draw, each, organisation_id))
        child.__dict__.update(
            {name: value for name, value in each.__dict__.items() if name != "_state"}
        )
        child.save_base(raw=True, force_insert=True)
    for channel in channels:
        children = page.objects.filter(path__startswith=channel.path, depth=channel.depth + 1)
        page.objects.filter(pk=channel.pk).update(numchild=children.count())


def _page(
    draw: random.Random, page: Any, channels: list[Any], number: int, kind_id: int, locale_id: int
) -> Any:
    channel = channels[number % len(channels)]
    title = f"{draw.choice(PLACES)}{draw.choice(SUBJECTS)}{draw.choice(ACTS)}（{number}）"
    at = datetime.combine(_day(draw), datetime.min.time(), UTC)
    return page(
        path=page._get_path(channel.path, channel.depth + 1, number // len(channels) + 1),
        depth=channel.depth + 1,
        title=title,
        draft_title=title,
        slug=f"a{number}",
        url_path=f"{channel.url_path}a{number}/",
        content_type_id=kind_id,
        locale_id=locale_id,
        live=True,
        first_published_at=at,
        last_published_at=at,
    )


def _columns(draw: random.Random, page: Any, organisation_id: int) -> dict[str, Any]:
    text = [
        "".join(draw.choices(SENTENCES, k=draw.randint(2, 5))) for _ in range(draw.randint(6, 14))
    ]
    return {
        "organisation_id": organisation_id,
        "source": "量速日报",
        "author_name": "江述白",
        "published_on": page.first_published_at.date(),
        "placed_on": page.first_published_at.date(),
        "reposted_at": page.first_published_at,
        "excerpt": text[0][:110],
        "body": [("paragraph", f"<p>{each}</p>") for each in text],
    }


def _day(draw: random.Random) -> date:
    return LAST_DAY - timedelta(days=draw.randrange(DAYS))
