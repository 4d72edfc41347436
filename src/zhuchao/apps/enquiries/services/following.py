"""Taking, moving and closing enquiries."""

from __future__ import annotations

from django.db import transaction

from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused

_S = Enquiry.State
FOLLOWS: dict[str, tuple[str, ...]] = {
    _S.NEW: (_S.CLARIFIED, _S.MATCHED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.CLARIFIED: (_S.MATCHED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.MATCHED: (_S.CLARIFIED, _S.VIEWING, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.VIEWING: (_S.MATCHED, _S.DEALT, _S.LAPSED, _S.CANCELLED),
    _S.DEALT: (),
    _S.LAPSED: (_S.CLARIFIED,),
    _S.CANCELLED: (_S.CLARIFIED,),
}
ENDED = (_S.LAPSED, _S.CANCELLED)
CLOSED = (*ENDED, _S.DEALT)


def hold_enquiry(viewer: Viewer, enquiry_id: int) -> Enquiry:
    """The enquiry, kept to the caller's transaction. Raises: NotFound."""
    allowed = narrow(viewer, Enquiry.objects.all(), Subject.ENQUIRY, Act.CHANGE)
    enquiry = allowed.select_for_update().filter(pk=enquiry_id).first()
    if enquiry is None:
        raise NotFound("没有这条需求，或不在您的范围内")
    return enquiry


@transaction.atomic
def take(viewer: Viewer, enquiry_id: int) -> Enquiry:
    """Put an enquiry from the common tray into the viewer's hands.

    Raises: NotFound; Refused, when a colleague has it or it has ended.
    """
    enquiry = hold_enquiry(viewer, enquiry_id)
    if enquiry.owner_id == viewer.person_id:
        return enquiry
    if enquiry.owner_id is not None:
        raise Refused("这条需求已有同事承办，请与承办人联系交接")
    if enquiry.state in ENDED:
        raise Refused(f"这条需求{_S(enquiry.state).label}，不能再承办：请先改回“已澄清”")
    columns = ownership(viewer)
    enquiry.owner_id, enquiry.team_id = columns["owner_id"], columns["team_id"]
    enquiry.save(update_fields=["owner", "team"])
    if enquiry.contact_id is not None:
        parties.hand_to(viewer, enquiry.contact_id)
    if enquiry.intake_id is not None:
        library.hand_to(viewer, enquiry.intake_id)
    log(viewer, "take_enquiry", Subject.ENQUIRY, enquiry)
    return enquiry


@transaction.atomic
def move_enquiry(viewer: Viewer, enquiry_id: int, *, state: str) -> Enquiry:
    """Bring an enquiry into another state; the one that it is in changes nothing.

    Raises: NotFound; Refused, when the state does not follow.
    """
    enquiry = hold_enquiry(viewer, enquiry_id)
    if state == enquiry.state:
        return enquiry
    if state not in FOLLOWS[enquiry.state]:
        raise Refused(_instead(enquiry.state))
    enquiry.state = state
    enquiry.save(update_fields=["state"])
    log(viewer, "move_enquiry", Subject.ENQUIRY, enquiry, state=state)
    return enquiry


def _instead(state: str) -> str:
    names = "、".join(_S(each).label for each in FOLLOWS[state])
    said = f"“{_S(state).label}”的需求不能这样变更"
    return f"{said}，可改为：{names}" if names else f"{said}：请在对应的项目中继续"


def close(viewer: Viewer, enquiry_id: int, *, state: str = _S.CANCELLED) -> Enquiry:
    """End an enquiry without a deal."""
    return move_enquiry(viewer, enquiry_id, state=state)
