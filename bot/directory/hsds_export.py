"""Bundles → HSDS 3.0 documents.

Confidential services are left out whole. What HSDS has no field for travels as attributes:
needs as terms of our own taxonomy, the rest as ``link_type`` "warmline" with ``name=value``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.directory.bundles import Bundle
from bot.directory.confidential import looks_confidential
from bot.directory.hsds_names import TABLES
from bot.directory.hsds_terms import OWN_LINK
from bot.directory.needs import OWN_TAXONOMY
from bot.directory.records import (
    Address,
    Language,
    Location,
    Phone,
    Schedule,
    Service,
    record_id,
)

_NUMBERS = ("year_incorporated", "amount")
_LOCATION_TYPES = ("physical", "postal", "virtual")
_OWN_FIELDS = ("name_es", "coverage", "coverage_state", "audience", "priority", "valid_from", "valid_to")
_OWN_DEFAULTS = {"coverage": "local", "priority": 50}


def service_document(bundles: Sequence[Bundle]) -> dict[str, Any]:
    """A nested HSDS ``service`` of all its ``bundles``, with its organisation and its places."""
    return _service(bundles[0]) | {"service_at_locations": [place_document(bundle) for bundle in bundles]}


def without_lists(document: Mapping[str, Any]) -> dict[str, Any]:
    """The same with single fields only, as the pages of the API give it."""
    return {
        name: without_lists(value) if isinstance(value, dict) else value
        for name, value in document.items()
        if not isinstance(value, list)
    }


def guarded(value: object) -> str:
    """A CSV cell that no spreadsheet takes for a formula; numbers stay numbers."""
    text = "" if value is None else str(value)
    if text[:1] in ("=", "+", "@", "-", "\t", "\r") and not isinstance(value, int | float):
        return f"'{text}"
    return text


def _service(bundle: Bundle) -> dict[str, Any]:
    service = bundle.service
    return _filled(
        {
            "id": service.id,
            "name": service.name,
            "alternate_name": service.alternate_name,
            "description": service.description,
            "url": service.url,
            "email": service.email,
            "status": service.status,
            "interpretation_services": service.interpretation_services,
            "application_process": service.application_process,
            "fees_description": service.fees_description,
            "eligibility_description": service.eligibility_description,
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "assured_date": service.verified_on.isoformat() if service.verified_on else "",
            "alert": service.alert,
            "organization": organization_document(bundle),
            "phones": _phones(bundle, service.id),
            "schedules": _schedules(bundle, service.id),
            "languages": _languages(bundle, service.id),
            "attributes": [*_needs(service), *_own_fields(service), *_terms(bundle)],
            **_carried(service.extra, service.source),
        }
    )


def organization_document(bundle: Bundle) -> dict[str, Any]:
    """A HSDS ``organization`` by one of its places."""
    organization = bundle.organization
    return _filled(
        {
            "id": organization.id,
            "name": organization.name,
            "alternate_name": organization.alternate_name,
            "description": organization.description or organization.name,
            "email": organization.email,
            "website": organization.website,
            "phones": _phones(bundle, organization.id),
            **_carried(organization.extra, organization.source),
        }
    )


def place_document(bundle: Bundle) -> dict[str, Any]:
    """A nested HSDS ``service_at_location``."""
    place = bundle.place
    return _filled(
        {
            "id": place.id,
            "description": place.description,
            "phones": _phones(bundle, place.id),
            "schedules": _schedules(bundle, place.id),
            "location": _location(bundle.location, bundle) if bundle.location else None,
        }
    )


def _location(location: Location, bundle: Bundle) -> dict[str, Any]:
    return _filled(
        {
            "id": location.id,
            "location_type": location.location_type if location.location_type in _LOCATION_TYPES else "physical",
            "name": location.name,
            "description": location.description,
            "transportation": location.transportation,
            "latitude": location.latitude,
            "longitude": location.longitude,
            "addresses": [_address(each) for each in bundle.addresses],
            "phones": _phones(bundle, location.id),
            "schedules": _schedules(bundle, location.id),
            "languages": _languages(bundle, location.id),
            **_carried(location.extra, location.source),
        }
    )


def _address(address: Address) -> dict[str, Any]:
    required = ("id", "address_1", "city", "state_province", "postal_code", "country")
    kind = address.address_type if address.address_type in _LOCATION_TYPES else "physical"
    # The schema wants these fields even where a phone-only service has no street.
    return {**{name: getattr(address, name) for name in required}, "address_type": kind} | _filled(
        {"address_2": address.address_2}
    )


def _phones(bundle: Bundle, owner: str) -> list[dict[str, Any]]:
    return [_phone(each) for each in bundle.phones if owner in vars(each.owner).values()]


def _phone(phone: Phone) -> dict[str, Any]:
    spoken = record_id("", "language", f"{phone.id}|{phone.language}")
    return _filled(
        {
            "id": phone.id,
            "number": phone.number,
            "extension": int(phone.extension) if phone.extension.isdigit() else None,
            "type": phone.type,
            "description": phone.description,
            "languages": [{"id": spoken, "code": phone.language}] if phone.language else None,
        }
    )


def _schedules(bundle: Bundle, owner: str) -> list[dict[str, Any]]:
    return [_schedule(each) for each in bundle.schedules if owner in vars(each.owner).values()]


def _schedule(schedule: Schedule) -> dict[str, Any]:
    days = {name: getattr(schedule, name) for name in ("dtstart", "valid_from", "valid_to")}
    texts = ("id", "freq", "byday", "bymonthday", "opens_at", "closes_at", "description")
    return _filled(
        {name: getattr(schedule, name) for name in texts}
        | {"interval": schedule.interval if schedule.interval > 1 else None}
        | {name: day.isoformat() if day else None for name, day in days.items()}
    )


def _languages(bundle: Bundle, owner: str) -> list[dict[str, Any]]:
    mine: list[Language] = [each for each in bundle.languages if owner in vars(each.owner).values()]
    return [_filled({"id": each.id, "code": each.code, "name": each.name}) for each in mine]


def _needs(service: Service) -> list[dict[str, Any]]:
    return [
        {
            "id": record_id(OWN_TAXONOMY, "attribute", f"{service.id}|{need}"),
            "link_id": service.id,
            "link_entity": "service",
            "taxonomy_term": {
                "id": record_id(OWN_TAXONOMY, "taxonomy_term", need),
                "code": need,
                "name": need.replace("_", " "),
                "description": f"A need of the people who text the line: {need.replace('_', ' ')}.",
                "taxonomy": OWN_TAXONOMY,
            },
        }
        for need in service.needs
    ]


def _own_fields(service: Service) -> list[dict[str, Any]]:
    values = {name: getattr(service, name) for name in _OWN_FIELDS}
    said = {name: value for name, value in values.items() if value not in ("", None, _OWN_DEFAULTS.get(name))}
    if looks_confidential(service):
        said["confidential"] = "no"  # staff have marked it public, or it would not be here
    return [
        {
            "id": record_id(OWN_TAXONOMY, "attribute", f"{service.id}|{name}"),
            "link_id": service.id,
            "link_type": OWN_LINK,
            "link_entity": "service",
            "value": f"{name}={value}",
        }
        for name, value in said.items()
    ]


def _terms(bundle: Bundle) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "link_id": each.service_id,
            "link_entity": "service",
            "taxonomy_term": _filled(
                {
                    "id": record_id(each.taxonomy, "taxonomy_term", f"{each.code}|{each.name}"),
                    "code": each.code,
                    "name": each.name or each.code,
                    "description": each.name or each.code,
                    "taxonomy": each.taxonomy,
                }
            ),
        }
        for each in bundle.attributes
    ]


def _carried(extra: Mapping[str, Any], source: str) -> dict[str, Any]:
    """What a source said and Warmline only carries: fields as they are, children by their plural."""
    said: dict[str, Any] = {}
    for name, value in extra.items():
        if isinstance(value, list):
            said[TABLES[name]] = [_carried(row, source) for row in value]
        elif isinstance(value, dict):
            said[name] = _carried(value, source)
        elif name == "id" or name.endswith("_id"):
            said[name] = record_id(source, name.removesuffix("_id"), str(value))
        elif name in _NUMBERS:
            said |= _number(name, value)
        else:
            said[name] = str(value)
    return said


def _number(name: str, value: object) -> dict[str, float]:
    try:
        number = float(str(value))
    except ValueError:
        return {}  # the schema wants a number or nothing
    return {name: int(number) if number.is_integer() else number}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is not known: HSDS leaves such fields out."""
    return {name: value for name, value in values.items() if value not in ("", None)}
