"""Carriers, offers, imports of offers, what owners were asked, and pictures."""

from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.models.asks import OwnerAsk
from zhuchao.apps.properties.models.carriers import Building, Floor, Park, Plot, Unit
from zhuchao.apps.properties.models.offers import Offer, OfferTick
from zhuchao.apps.properties.models.pictures import Picture
from zhuchao.apps.properties.models.plans import ParkPlan

__all__ = [
    "Building",
    "Floor",
    "ImportRow",
    "ImportRun",
    "Offer",
    "OfferTick",
    "OwnerAsk",
    "Park",
    "ParkPlan",
    "Picture",
    "Plot",
    "Unit",
]
