"""What the directory knows, in the names of HSDS 3.0 (the Human Services Data Specification).

Text that a source does not give is the empty string. Ids are UUIDs as text: a source's own id
where it is a UUID, else one made from the source's name and its id (:func:`record_id`), so the
same file gives the same ids for ever and two sources never share one by accident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

_PLAIN_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def record_id(source: str, kind: str, own: str) -> str:
    """The id Warmline keeps for a source's record ``own`` of ``kind`` (such as ``service``)."""
    if _PLAIN_UUID.fullmatch(own):  # nearly always; the next way takes ten times as long
        return own
    return _made_id(source, kind, own)


@lru_cache(maxsize=10_000)
def _made_id(source: str, kind: str, own: str) -> str:
    try:
        return str(UUID(own.strip()))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"warmline:{source}:{kind}:{own.strip()}"))


@dataclass(frozen=True)
class Organization:
    """``extra`` holds the fields of HSDS that Warmline carries but does not use."""

    id: str
    source: str
    name: str
    alternate_name: str = ""
    description: str = ""
    email: str = ""
    website: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Service:
    """One thing an organisation does for people.

    ``name_es`` is the name in Spanish. ``coverage`` is ``local``, ``state`` (everybody in
    ``coverage_state``, two letters) or ``national``. ``confidential`` places are given by phone
    only. ``audience`` (such as ``veterans``) keeps a service out of lists for everybody.
    ``priority`` 0..100 decides between equals, smaller first. ``valid_from``/``valid_to`` are
    the first and last day on which it may be offered.
    """

    id: str
    source: str
    organization_id: str
    name: str
    name_es: str = ""
    alternate_name: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    status: str = "active"
    needs: tuple[str, ...] = ()
    eligibility_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    fees_description: str = ""
    application_process: str = ""
    interpretation_services: str = ""
    alert: str = ""
    coverage: str = "local"
    coverage_state: str = ""
    confidential: bool = False
    audience: str = ""
    priority: int = 50
    verified_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Location:
    """``position_from`` says where the position comes from: ``source``, ``zip``, ``city``,
    ``county`` (made coarse on purpose) or ``none``. ``timezone`` is an IANA name or empty."""

    id: str
    source: str
    name: str = ""
    location_type: str = "physical"
    description: str = ""
    transportation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    timezone: str = ""
    position_from: str = "none"
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ServiceAtLocation:
    """A service at one place: what a person is sent to. Its id is the place's id everywhere."""

    id: str
    source: str
    service_id: str
    location_id: str | None = None
    description: str = ""


@dataclass(frozen=True)
class Address:
    id: str
    location_id: str
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = "US"
    address_type: str = "physical"


@dataclass(frozen=True)
class Owner:
    """To what a phone, a schedule or a language belongs; exactly one id is set."""

    organization_id: str | None = None
    service_id: str | None = None
    location_id: str | None = None
    service_at_location_id: str | None = None


@dataclass(frozen=True)
class Phone:
    """``number`` is E.164 (+15550100), a short code of 3 to 6 digits, or the source's own words.

    ``description`` says how to use it ("call or text 988"). ``language`` is a code such as
    ``es`` when the number, or the words, are for speakers of that language.
    """

    id: str
    number: str
    owner: Owner
    extension: str = ""
    type: str = "voice"
    description: str = ""
    language: str = ""


@dataclass(frozen=True)
class Schedule:
    """Opening times. ``byday`` is iCal (``MO,TU`` or ``2WE,-1FR``), times are ``HH:MM`` on the
    wall clock of the place, ``24:00`` allowed; closing before opening means the next morning."""

    id: str
    owner: Owner
    freq: str = "WEEKLY"
    interval: int = 1
    byday: str = ""
    bymonthday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    description: str = ""


@dataclass(frozen=True)
class Language:
    id: str
    owner: Owner
    code: str
    name: str = ""


@dataclass(frozen=True)
class Attribute:
    """A term of the source's own taxonomy on a service."""

    id: str
    service_id: str
    taxonomy: str
    code: str
    name: str


@dataclass(frozen=True)
class Records:
    """Everything one source says, whole and checked."""

    organizations: tuple[Organization, ...] = ()
    services: tuple[Service, ...] = ()
    locations: tuple[Location, ...] = ()
    service_at_locations: tuple[ServiceAtLocation, ...] = ()
    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    languages: tuple[Language, ...] = ()
    attributes: tuple[Attribute, ...] = ()
