"""Filing a page among the clusters of its organisation: the same article is found as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from django.db.models import F

from zhuchao import tables
from zhuchao.apps.library.mapping import body_text
from zhuchao.apps.library.models import ReadPage, RepostCluster, RepostMark, RepostRegister
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.reposts import MIN_AGREEING, Sketch, is_repost, sketch_of

# A mark that more pages bear comes from a phrase that every site repeats; the newest are looked at.
MOST_BEARERS = 200
MOST_CANDIDATES = 60


@transaction.atomic
def join_reposts(viewer: Viewer, page: ReadPage) -> RepostCluster | None:
    """Put a page beside the pages that tell its article; None where none is found.

    A page whose body was corrected is filed anew; it stays in the cluster where it stands.
    """
    require(viewer, Subject.PAGE, Act.MAKE)
    sketch = sketch_of(body_text(page.page), tables.load())
    _unmark(page)
    if not sketch.grams:
        return None
    _hold_register(page.organisation_id)
    twins = [each for each in _candidates(page, sketch.marks) if _is_twin(each, sketch)]
    page.sketch = sketch.packed()
    page.save(update_fields=["sketch"])
    RepostMark.objects.bulk_create(
        RepostMark(organisation_id=page.organisation_id, page=page, value=value)
        for value in sketch.marks
    )
    if all(twin.cluster_id == page.cluster_id is not None for twin in twins):
        return page.cluster
    cluster = _join(page, twins)
    log(viewer, "join_reposts", Subject.PAGE, page, cluster=cluster.pk)
    return cluster


@transaction.atomic
def settle_origin(viewer: Viewer, page: ReadPage) -> None:
    """Say anew which page of the cluster is the earliest, after a date was corrected."""
    require(viewer, Subject.PAGE, Act.CHANGE, page)
    if page.cluster_id is not None:
        _settle(RepostCluster.objects.select_for_update().get(pk=page.cluster_id))
        log(viewer, "settle_origin", Subject.PAGE, page, cluster=page.cluster_id)


def _hold_register(organisation_id: int) -> None:
    # Two pages of one article that come at the same moment would not see each other otherwise.
    RepostRegister.objects.get_or_create(organisation_id=organisation_id)
    RepostRegister.objects.select_for_update().get(organisation_id=organisation_id)


def _candidates(page: ReadPage, marks: Sequence[int]) -> Iterable[ReadPage]:
    """The pages that agree with the signature in enough slots, most first."""
    table = RepostMark._meta.db_table
    one = (
        f"SELECT * FROM (SELECT page_id FROM {table} WHERE value = %s AND organisation_id = %s"  # noqa: S608
        f" ORDER BY page_id DESC LIMIT {MOST_BEARERS}) AS bearers"
    )
    query = (
        f"SELECT page_id FROM ({' UNION ALL '.join([one] * len(marks))}) AS found"  # noqa: S608
        " GROUP BY page_id HAVING COUNT(*) >= %s ORDER BY COUNT(*) DESC, page_id LIMIT %s"
    )
    values = [each for mark in marks for each in (mark, page.organisation_id)]
    with connection.cursor() as cursor:
        cursor.execute(query, [*values, MIN_AGREEING, MOST_CANDIDATES])
        ids = [row[0] for row in cursor.fetchall()]
    found = ReadPage.objects.filter(pk__in=ids).exclude(pk=page.pk)
    return found.only("pk", "sketch", "cluster_id").order_by("pk")


def _unmark(page: ReadPage) -> None:
    """Take back the marks of a page that was filed before; found by their values, as all are."""
    known = Sketch.unpacked(bytes(page.sketch)).marks
    if known:
        marks = RepostMark.objects.filter(value__in=known, organisation_id=page.organisation_id)
        marks.filter(page=page).delete()
        page.sketch = b""
        page.save(update_fields=["sketch"])


def _is_twin(page: ReadPage, sketch: Sketch) -> bool:
    return is_repost(Sketch.unpacked(bytes(page.sketch)), sketch)


def _join(page: ReadPage, twins: Sequence[ReadPage]) -> RepostCluster:
    """One cluster of the page, its twins and all that stood beside them."""
    beside = [page, *twins]
    known = sorted({each.cluster_id for each in beside if each.cluster_id is not None})
    if known:
        cluster = RepostCluster.objects.select_for_update().get(pk=known[0])
    else:
        cluster = RepostCluster.objects.create(
            organisation_id=page.organisation_id, origin=twins[0]
        )
    ids = [page.pk, *(twin.pk for twin in twins)]
    ReadPage.objects.filter(pk__in=ids).update(cluster=cluster)
    if known[1:]:
        ReadPage.objects.filter(cluster_id__in=known[1:]).update(cluster=cluster)
        RepostCluster.objects.filter(pk__in=known[1:]).delete()
    page.cluster = cluster
    _settle(cluster)
    return cluster


def _settle(cluster: RepostCluster) -> None:
    earliest = F("published_on").asc(nulls_last=True)
    origin = cluster.pages.order_by(earliest, "created_at", "pk").first()
    if origin is not None and origin.pk != cluster.origin_id:
        cluster.origin = origin
        cluster.save(update_fields=["origin"])
