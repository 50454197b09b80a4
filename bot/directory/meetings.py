"""Mutual-aid meetings → Warmline's records: each is a service of its group, at its place, at its hour.

Members are anonymous: names, numbers and e-mail addresses of contacts are never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.directory.hours import DAYS
from bot.directory.meeting_formats import TAXONOMY, meeting_name, only_for
from bot.directory.phones import stored_number
from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Owner,
    Phone,
    Records,
    Schedule,
    Service,
    ServiceAtLocation,
    record_id,
)
from bot.directory.repairs import Repairs
from bot.directory.report import Problem, Reading

AT_ONCE = 500
USUAL_MINUTES = 60  # what Meeting Guide takes a meeting without an end for


@dataclass(frozen=True)
class Meeting:
    """``days`` are iCal codes, times ``HH:MM``; ``formats`` are names by code. ``online`` without
    a ``street`` is a meeting one can only join from home."""

    key: str
    where: str
    name: str
    fellowship: str
    days: tuple[str, ...]
    opens_at: str
    closes_at: str
    formats: dict[str, str]
    house: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    latitude: float | None = None
    longitude: float | None = None
    timezone: str = ""
    url: str = ""
    phone: str = ""
    notes: str = ""
    published: bool = True


@dataclass(frozen=True)
class WrongMeeting(Problem):
    """A row that cannot be read, and the key by which its source knows the meeting (empty for none)."""

    key: str


def read_meetings(found: Iterable[Meeting | Problem], source: str, repairs: Repairs) -> Iterator[Reading]:
    """Readings of some hundred meetings each; a :class:`Problem` is a rejected row."""
    known: dict[str, str] = {}
    waiting = iter(found)
    while some := list(islice(waiting, AT_ONCE)):
        yield _reading(some, source, known, repairs)
    yield Reading(Records(), 0, warnings=repairs.problems())


def _reading(some: list[Meeting | Problem], source: str, known: dict[str, str], repairs: Repairs) -> Reading:
    rejected: list[Problem] = []
    kept: set[str] = set()
    parts: list[Records] = []
    lines: dict[str, str] = {}
    for each in some:
        if isinstance(each, Problem):
            rejected.append(each)
            if isinstance(each, WrongMeeting) and each.key:
                kept.add(record_id(source, "service_at_location", each.key))
            continue
        # Old feeds give one slug to a meeting on several days.
        key = each.key if each.key not in known else "|".join((each.key, *each.days, each.opens_at))
        if key in known:
            rejected.append(Problem(each.where, f"is the same meeting as {known[key]}"))
            continue
        known[key] = each.where
        parts.append(_records(each, source, key, repairs))
        lines[parts[-1].service_at_locations[0].id] = each.where
    whole = Records(*(tuple(row for part in parts for row in getattr(part, name)) for name in vars(Records())))
    return Reading(whole, len(some), tuple(rejected), kept=frozenset(kept), lines=lines)


def _records(meeting: Meeting, source: str, key: str, repairs: Repairs) -> Records:
    name, name_es = meeting_name(meeting.fellowship, meeting.formats.values())
    house = f"{meeting.name}|{meeting.street or meeting.city or meeting.url}".lower()
    organization = Organization(record_id(source, "organization", house), source, meeting.name)
    service = Service(
        id=record_id(source, "service", key),
        source=source,
        organization_id=organization.id,
        name=name,
        name_es=name_es,
        description=". ".join(part for part in (meeting.house, meeting.notes) if part),
        url=meeting.url,
        status="active" if meeting.published else "inactive",
        needs=("meetings",),
        eligibility_description=only_for(meeting.formats.values()),
    )
    location = _location(meeting, source, key)
    place = ServiceAtLocation(record_id(source, "service_at_location", key), source, service.id, location.id)
    codes = ["es" if "Spanish" in meeting.formats.values() else "en"]
    return Records(
        (organization,),
        (service,),
        (location,),
        (place,),
        (_address(meeting, source, key, location),),
        tuple(_phones(meeting, source, key, service, repairs)),
        tuple(_schedules(meeting, source, key, place)),
        tuple(Language(record_id(source, "language", f"{key}|{c}"), Owner(service_id=service.id), c) for c in codes),
        tuple(_attributes(meeting, source, key, service)),
    )


def _location(meeting: Meeting, source: str, key: str) -> Location:
    return Location(
        id=record_id(source, "location", key),
        source=source,
        name=meeting.house,
        location_type="physical" if meeting.street else "virtual",
        latitude=meeting.latitude,
        longitude=meeting.longitude,
        timezone=meeting.timezone,
    )


def _address(meeting: Meeting, source: str, key: str, location: Location) -> Address:
    return Address(
        id=record_id(source, "address", key),
        location_id=location.id,
        address_1=meeting.street,
        city=meeting.city,
        state_province=meeting.state,
        postal_code=meeting.zip,
        address_type=location.location_type,
    )


def _phones(meeting: Meeting, source: str, key: str, service: Service, repairs: Repairs) -> Iterator[Phone]:
    if not meeting.phone:
        return
    try:
        number, extension = stored_number(meeting.phone)
    except ValueError:
        repairs.note("a number to dial in could not be read: left out", meeting.where)
        return
    yield Phone(record_id(source, "phone", key), number, Owner(service_id=service.id), extension)


def _schedules(meeting: Meeting, source: str, key: str, place: ServiceAtLocation) -> Iterator[Schedule]:
    if meeting.days and meeting.opens_at:
        days = ",".join(day for day in DAYS if day in meeting.days)
        own, owner = record_id(source, "schedule", key), Owner(service_at_location_id=place.id)
        yield Schedule(own, owner, byday=days, opens_at=meeting.opens_at, closes_at=meeting.closes_at)


def _attributes(meeting: Meeting, source: str, key: str, service: Service) -> Iterator[Attribute]:
    for code, name in meeting.formats.items():
        yield Attribute(record_id(source, "attribute", f"{key}|{code}"), service.id, TAXONOMY, code, name)
