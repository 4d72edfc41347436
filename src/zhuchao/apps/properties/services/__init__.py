"""Writes of the register: carriers, offers, what owners are asked, and pictures."""

from zhuchao.apps.properties.services.asking import (
    answer_ask,
    ask_owner,
    ask_where_due,
    let_go_stale,
)
from zhuchao.apps.properties.services.carriers import (
    change_building,
    change_floor,
    change_park,
    change_plot,
    change_unit,
    create_building,
    create_floor,
    create_floors,
    create_park,
    create_plot,
    create_unit,
    name_landlord,
)
from zhuchao.apps.properties.services.drafting import (
    change_offer,
    draft_from_plot,
    draft_from_unit,
    name_offerer,
)
from zhuchao.apps.properties.services.offers import (
    FOLLOWS,
    PUBLISHED,
    STANDING,
    confirm_again,
    confirm_supply,
    move_offer,
    put_on,
    take_off,
)
from zhuchao.apps.properties.services.pictures import (
    add_picture,
    describe_picture,
    move_picture,
    remove_picture,
    restore_picture,
)
from zhuchao.apps.properties.services.planning import lay_plan, lift_plan

__all__ = [
    "FOLLOWS",
    "PUBLISHED",
    "STANDING",
    "add_picture",
    "answer_ask",
    "ask_owner",
    "ask_where_due",
    "change_building",
    "change_floor",
    "change_offer",
    "change_park",
    "change_plot",
    "change_unit",
    "confirm_again",
    "confirm_supply",
    "create_building",
    "create_floor",
    "create_floors",
    "create_park",
    "create_plot",
    "create_unit",
    "describe_picture",
    "draft_from_plot",
    "draft_from_unit",
    "lay_plan",
    "let_go_stale",
    "lift_plan",
    "move_offer",
    "move_picture",
    "name_landlord",
    "name_offerer",
    "put_on",
    "remove_picture",
    "restore_picture",
    "take_off",
]
