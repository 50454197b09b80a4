"""What staff say about a place instead of its source, field by field.

A source's records stay as they were imported; staff's words are kept beside them and laid over
them whenever a place is shown, offered or exported. A word of staff counts until it is taken
back, or until the source itself says something else in that very field (docs/decisions/0055).
Every field is a text, as it stands in the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.directory.bundles import Bundle
from bot.directory.hours_lines import hours_lines, read_hours_lines
from bot.directory.phone_lines import phone_lines, read_phone_lines
from bot.directory.place import nearest_schedules
from bot.directory.records import Address, Language, Location, Owner, Service, record_id

HAND = "by hand"
"""The source of places that staff wrote themselves."""

SECRET, KEPT, ADDED = "secret", "kept", "added"
"""Marks: phone only by staff's word; kept although its source dropped it; written by staff."""

HOUSE_FIELDS = ("organization",)
SERVICE_FIELDS = (
    *("service", "service_es", "description", "needs", "website", "email", "eligibility", "minimum_age"),
    *("maximum_age", "cost", "how_to_apply", "languages", "coverage", "coverage_state"),
)
ADDRESS_FIELDS = ("address", "address_2", "city", "state", "zip", "latitude", "longitude")
PLACE_FIELDS = ("phones", "hours")
FIELDS = (*HOUSE_FIELDS, *SERVICE_FIELDS, *ADDRESS_FIELDS, *PLACE_FIELDS)
_TEXTS = {
    "service": "name",
    "service_es": "name_es",
    "description": "description",
    "website": "url",
    "email": "email",
    "eligibility": "eligibility_description",
    "cost": "fees_description",
    "how_to_apply": "application_process",
    "coverage": "coverage",
    "coverage_state": "coverage_state",
}
FIELD_NAMES = {
    "organization": "organization",
    "service": "name of the service",
    "service_es": "name in Spanish",
    "description": "description",
    "needs": "needs",
    "website": "web page",
    "email": "e-mail",
    "eligibility": "who it is for",
    "minimum_age": "youngest age",
    "maximum_age": "oldest age",
    "cost": "cost",
    "how_to_apply": "how to apply",
    "languages": "languages",
    "coverage": "reach",
    "coverage_state": "state it serves",
    "address": "street",
    "address_2": "second line of the address",
    "city": "town",
    "state": "state",
    "zip": "ZIP code",
    "latitude": "latitude",
    "longitude": "longitude",
    "phones": "phones",
    "hours": "hours",
    SECRET: "phone only",
    KEPT: "kept in the directory",
    ADDED: "added",
}
Subject = tuple[str, str]
"""What an edit is about: kind of record and its id."""


@dataclass(frozen=True)
class Edit:
    """One word of staff that counts. ``said`` is what the source said when it was written."""

    id: int
    subject: Subject
    field: str
    said: str
    value: str


@dataclass(frozen=True)
class Edits:
    """All edits that count, by what they are about."""

    by_subject: Mapping[Subject, Mapping[str, Edit]] = field(default_factory=dict)

    def of(self, bundle: Bundle) -> dict[str, Edit]:
        """Those that touch a place, by field."""
        found: dict[str, Edit] = {}
        for subject in subjects_of(bundle):
            found.update(self.by_subject.get(subject, {}))
        return found

    def marked(self, mark: str) -> frozenset[str]:
        """Ids of all records with a mark."""
        return frozenset(
            subject[1] for subject, edits in self.by_subject.items() if mark in edits and edits[mark].value == "yes"
        )


def spoken_field(name: str) -> str:
    """What people call a field."""
    return FIELD_NAMES[name]


def gathered(edits: Iterable[Edit]) -> Edits:
    """``edits`` in the order in which they were made; of two for one field the later counts."""
    found: dict[Subject, dict[str, Edit]] = {}
    for each in edits:
        found.setdefault(each.subject, {})[each.field] = each
    return Edits(found)


def subjects_of(bundle: Bundle) -> tuple[Subject, ...]:
    """All records of a place that can be edited."""
    location = (("location", bundle.location.id),) if bundle.location else ()
    own = ("organization", bundle.organization.id), ("service", bundle.service.id)
    return (*own, *location, ("place", bundle.place.id))


def subject_of(bundle: Bundle, name: str) -> Subject:
    """To which record a field of the form belongs."""
    if name in HOUSE_FIELDS:
        return ("organization", bundle.organization.id)
    if name in SERVICE_FIELDS or name == SECRET:
        return ("service", bundle.service.id)
    if name in ADDRESS_FIELDS and bundle.location:
        return ("location", bundle.location.id)
    return ("place", bundle.place.id)


def said_by(bundle: Bundle) -> dict[str, str]:
    """Every field of the form as the bundle says it."""
    service, address, location = bundle.service, bundle.address, bundle.location
    texts: dict[str, str] = {name: getattr(service, own) for name, own in _TEXTS.items()}
    known = location is not None and location.position_from in ("source", "none")
    return {
        "organization": bundle.organization.name,
        **texts,
        "needs": ",".join(service.needs),
        "minimum_age": "" if service.minimum_age is None else str(service.minimum_age),
        "maximum_age": "" if service.maximum_age is None else str(service.maximum_age),
        "languages": ", ".join(sorted({each.code for each in bundle.languages})),
        "address": address.address_1 if address else "",
        "address_2": address.address_2 if address else "",
        "city": address.city if address else "",
        "state": address.state_province if address else "",
        "zip": address.postal_code if address else "",
        "latitude": _degrees(location.latitude if location and known else None),
        "longitude": _degrees(location.longitude if location and known else None),
        "phones": phone_lines(bundle.phones),
        "hours": hours_lines(nearest_schedules(bundle)),
        KEPT: "listed",
    }


def overtaken(bundle: Bundle, edits: Mapping[str, Edit]) -> list[Edit]:
    """Those of ``edits`` whose field the source has changed since they were made."""
    if not edits:
        return []
    now = said_by(bundle)
    return [each for name, each in edits.items() if name in now and now[name] != each.said]


def edited(bundle: Bundle, edits: Mapping[str, Edit]) -> Bundle:
    """The bundle with staff's words. A new address without a position has none yet."""
    values = {name: each.value for name, each in edits.items() if name in FIELDS}
    if not values:
        return bundle
    organization = replace(bundle.organization, name=values.get("organization", bundle.organization.name))
    service = edited_service(bundle.service, values)
    result = replace(bundle, organization=organization, service=service)
    own = bundle.place.id
    if "languages" in values:
        owner = Owner(service_id=service.id)
        codes = [code.strip() for code in values["languages"].split(",") if code.strip()]
        spoken = tuple(Language(record_id(HAND, "language", f"{service.id}|{code}"), owner, code) for code in codes)
        result = replace(result, languages=spoken)
    if "phones" in values:
        result = replace(result, phones=read_phone_lines(values["phones"], own, HAND))
    if "hours" in values:
        result = replace(result, schedules=read_hours_lines(values["hours"], own, HAND))
    return _moved(result, values) if any(name in values for name in ADDRESS_FIELDS) else result


def edited_service(service: Service, values: Mapping[str, str]) -> Service:
    """The service alone with staff's words."""
    said: dict[str, Any] = {own: values[name] for name, own in _TEXTS.items() if name in values}
    if "needs" in values:
        said["needs"] = tuple(each for each in values["needs"].split(",") if each)
    for name in ("minimum_age", "maximum_age"):
        if name in values:
            said[name] = int(values[name]) if values[name] else None
    return replace(service, **said)


def _moved(bundle: Bundle, values: Mapping[str, str]) -> Bundle:
    own, source = bundle.place.id, bundle.place.source
    location = bundle.location or Location(record_id(HAND, "location", own), source)
    address = bundle.address or Address(record_id(HAND, "address", own), location.id)
    address = replace(
        address,
        address_1=values.get("address", address.address_1),
        address_2=values.get("address_2", address.address_2),
        city=values.get("city", address.city),
        state_province=values.get("state", address.state_province),
        postal_code=values.get("zip", address.postal_code),
    )
    address = replace(address, address_type="physical" if address.address_1 else "virtual")
    latitude, longitude = values.get("latitude", ""), values.get("longitude", "")
    location = replace(
        location,
        location_type="physical" if address.address_1 else "virtual",
        latitude=float(latitude) if latitude and longitude else None,
        longitude=float(longitude) if latitude and longitude else None,
        timezone="",
        position_from="source" if latitude and longitude else "none",
    )
    others = tuple(each for each in bundle.addresses if each.id != address.id and each.address_type != "physical")
    return replace(
        bundle,
        place=replace(bundle.place, location_id=location.id),
        location=location,
        addresses=(address, *others),
    )


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}".rstrip("0").rstrip(".")
