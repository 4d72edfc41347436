"""What a page tells machines (schema.org, as JSON-LD); only what the page tells its readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.hand.sheets import choice_name, rent_of
from zhuchao.faces.hand.terms import find_term

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer, Picture
    from zhuchao.apps.publishing.models import ArticlePage, HomePage

Thing = dict[str, Any]
# Turns a path into a full address.
Absolute = Callable[[str], str]

CONTEXT = "https://schema.org"
LANGUAGE = "zh-Hans"
# Of UN/CEFACT: square metre.
SQUARE_METRE = "MTK"


def organisation(home: HomePage | None, name: str, full: Absolute) -> Thing:
    """Who publishes the portal."""
    found = {
        "@context": CONTEXT,
        "@type": "Organization",
        "name": home.title if home is not None else name,
        "url": full("/"),
        "description": home.tagline if home is not None else "",
        "telephone": home.telephone if home is not None else "",
        "address": home.address if home is not None else "",
    }
    return _told(found)


def breadcrumb(steps: Iterable[tuple[str, str]], full: Absolute) -> Thing:
    """The way to a page: names and paths, from the first page down."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": full(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def news_article(article: ArticlePage, publisher: Thing, full: Absolute) -> Thing:
    """An article; one that was read elsewhere names what it is based on."""
    appeared = article.reposted_at or article.first_published_at
    found = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.excerpt,
        "url": full(article.url),
        "mainEntityOfPage": full(article.url),
        "inLanguage": LANGUAGE,
        "datePublished": appeared.isoformat() if appeared else "",
        "dateModified": article.last_published_at.isoformat() if article.last_published_at else "",
        "author": _author(article, publisher),
        "publisher": _bare(publisher),
        "isBasedOn": article.source_address,
        "temporalCoverage": article.event_on.isoformat() if article.event_on else "",
    }
    return _told(found)


def listing(offer: Offer, pictures: Iterable[Picture], publisher: Thing, full: Absolute) -> Thing:
    """An offer; a price is told where the offer tells a rent a month and square metre."""
    about = {"@type": "Place", "name": offer.title, "address": offer.address}
    area = {
        "@type": "PropertyValue",
        "name": "面积",
        "value": offer.area_m2,
        "unitCode": SQUARE_METRE,
    }
    found = {
        "@context": CONTEXT,
        "@type": "RealEstateListing",
        "name": offer.title,
        "description": f"{choice_name(FieldKey.KIND, offer.kind)} {offer.title}".strip(),
        "url": full(reverse("portal:offer", args=[offer.code])),
        "identifier": offer.code,
        "inLanguage": LANGUAGE,
        "datePosted": offer.created_at.date().isoformat(),
        "dateModified": offer.confirmed_on.isoformat() if offer.confirmed_on else "",
        "image": [
            full(reverse("portal:picture", args=[offer.code, each.pk, "large"]))
            for each in pictures
        ],
        "about": _told(about | ({"additionalProperty": area} if offer.area_m2 else {})),
        "offers": _rent(offer),
        "provider": _bare(publisher),
    }
    return _told(found)


def _rent(offer: Offer) -> Thing:
    terms = terms_from_json(offer.terms)
    rent, term = rent_of(terms), find_term(terms, FieldKey.RENT.value)
    if rent is None or term is None:
        return {}
    price = {
        "@type": "UnitPriceSpecification",
        "price": rent,
        "priceCurrency": "CNY",
        "unitText": term.read.unit,
    }
    return {"@type": "Offer", "priceSpecification": _told(price)}


def _author(article: ArticlePage, publisher: Thing) -> Thing:
    if article.author_name:
        return {"@type": "Person", "name": article.author_name}
    if article.source:
        return {"@type": "Organization", "name": article.source}
    return _bare(publisher)


def _bare(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if key in ("@type", "name", "url")}


def _told(thing: Thing) -> Thing:
    """Without what is not known."""
    return {key: value for key, value in thing.items() if value not in ("", None, [], {})}
