"""A place as the search sees it: flat, with everything an answer needs and nothing secret."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.directory.bundles import Bundle
from bot.directory.languages import language_code
from bot.directory.phones import spoken_number
from bot.directory.records import Phone, Schedule
from bot.directory.text_cleaning import shortened
from bot.directory.traits import ages_of, traits_of

LONGEST_NAME = 48
LONGEST_WHAT = 40
LONGEST_STREET = 40
LONGEST_PHONE = 60


@dataclass(frozen=True)
class Standing:
    """What became known of a place since its source wrote of it.

    ``reported`` is what a person sent there said (``dead``, ``moved``, ``closed``), ``judged``
    what staff said (``works`` too), each with its day. ``listed_on`` is the day on which its
    source was last imported, or ``None`` for a place made by hand.
    """

    reported: str = ""
    reported_on: date | None = None
    judged: str = ""
    judged_on: date | None = None
    listed_on: date | None = None


@dataclass(frozen=True)
class Place:
    """``id`` is the service_at_location's. ``phone`` is ready to be said; ``schedules`` are on
    the wall clock of ``timezone``. A confidential place has no ``address``. ``traits`` are
    codes of :mod:`bot.directory.traits`. ``standing`` is kept apart and survives imports."""

    id: str
    service_id: str
    organization_id: str
    source: str
    name: str
    what: str
    what_es: str
    phone: str
    phone_es: str
    address: str
    latitude: float | None
    longitude: float | None
    timezone: str
    schedules: tuple[Schedule, ...]
    languages: tuple[str, ...]
    needs: tuple[str, ...]
    coverage: str
    state: str
    confidential: bool
    audience: str
    priority: int
    verified_on: date | None
    valid_from: date | None
    valid_to: date | None
    traits: tuple[str, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    standing: Standing = field(default_factory=Standing)


def place_of(bundle: Bundle) -> Place | None:
    """The place of a bundle, ``None`` when the service is not active and must not be offered."""
    service, location = bundle.service, bundle.location
    if service.status != "active":
        return None
    name, what = _names(bundle)
    confidential = service.confidential
    youngest, oldest = ages_of(service)
    street = "" if confidential else _street(bundle)
    return Place(
        id=bundle.place.id,
        service_id=service.id,
        organization_id=bundle.organization.id,
        source=bundle.place.source,
        name=name,
        what=what,
        what_es=shortened(service.name_es, LONGEST_WHAT) or what,
        phone=_phone(bundle.phones, ""),
        phone_es=_phone(bundle.phones, "es"),
        address=street,
        latitude=location.latitude if location else None,
        longitude=location.longitude if location else None,
        timezone=location.timezone if location else "",
        schedules=nearest_schedules(bundle),
        languages=tuple(dict.fromkeys(language_code(each.code) for each in bundle.languages)),
        needs=service.needs,
        coverage=service.coverage,
        state=service.coverage_state,
        confidential=confidential,
        audience=service.audience,
        priority=service.priority,
        verified_on=service.verified_on,
        valid_from=service.valid_from,
        valid_to=service.valid_to,
        traits=traits_of(service, bundle.organization.name, (each.name for each in bundle.attributes), not street),
        minimum_age=youngest,
        maximum_age=oldest,
    )


def _names(bundle: Bundle) -> tuple[str, str]:
    """Who and what; what is empty where the service is named like its organisation."""
    name = shortened(bundle.organization.name, LONGEST_NAME)
    what = bundle.service.name
    if what.lower().startswith(bundle.organization.name.lower()):
        what = what[len(bundle.organization.name) :].strip(" -:,")
    return name, shortened(what, LONGEST_WHAT)


def _phone(phones: tuple[Phone, ...], language: str) -> str:
    """The best number with its words: one for the language first, then one to call or text."""
    usable = [phone for phone in phones if phone.language in ("", language, "en") and phone.type in _TYPES]
    if not usable:
        return ""
    best = min(usable, key=lambda phone: (language != "" and phone.language != language, _TYPES.index(phone.type)))
    plain = spoken_number(best.number, best.extension)
    # Words that hold the number ("call or text 988") stand for it; others say what it is for.
    digits = plain.partition(" x")[0]
    return best.description if digits in best.description and len(best.description) <= LONGEST_PHONE else plain


_TYPES = ("voice", "", "cell", "sms", "text", "hotline", "toll-free")


def _street(bundle: Bundle) -> str:
    address = bundle.address
    if address is None or not address.address_1 or address.address_type == "virtual":
        return ""
    street = shortened(address.address_1, LONGEST_STREET)
    return f"{street}, {address.city}" if address.city else street


def nearest_schedules(bundle: Bundle) -> tuple[Schedule, ...]:
    """The hours of the nearest owner that has any: those of a place outrank its house's."""
    for owner in bundle.owners:
        found = tuple(each for each in bundle.schedules if owner in vars(each.owner).values() and each.opens_at)
        if found:
            return found
    return ()
