"""One line of the plain CSV → its records, or one sentence that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.directory.hours_text import read_hours
from bot.directory.hsds_children import ZIP_REPAIRED
from bot.directory.hsds_fields import read_date, read_degrees, read_whole, read_zip
from bot.directory.needs import TOPICS, needs_of_terms, needs_of_words
from bot.directory.phone_text import read_phone_text
from bot.directory.phones import same_digits
from bot.directory.records import (
    Address,
    Language,
    Location,
    Organization,
    Owner,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    record_id,
)
from bot.directory.states import state_code
from bot.directory.text_cleaning import clean, clean_link

COLUMNS = (
    *("id", "organization", "service", "service_es", "description", "needs"),
    *("phone", "phone_words", "phone_words_es", "address", "city", "state", "zip", "latitude", "longitude"),
    *("hours", "timezone", "languages", "eligibility", "minimum_age", "maximum_age", "cost", "how_to_apply"),
    *("website", "email", "coverage", "confidential", "audience", "priority", "status"),
    *("verified_on", "valid_from", "valid_to", "note"),
)
LONGEST_PHONE_WORDS = 60
_LANGUAGES = {"english": "en", "inglés": "en", "ingles": "en", "spanish": "es", "español": "es", "espanol": "es"}
_YES = ("yes", "y", "true", "1")
_NO = ("no", "n", "false", "0")
_STATUSES = ("active", "inactive", "defunct", "temporarily closed")


@dataclass(frozen=True)
class PlainRow:
    organization: Organization
    service: Service
    place: ServiceAtLocation
    location: Location | None
    address: Address | None
    phones: tuple[Phone, ...]
    schedules: tuple[Schedule, ...]
    languages: tuple[Language, ...]
    warnings: tuple[str, ...] = ()
    public: bool = False


def row_key(cells: Mapping[str, str]) -> str:
    """What makes a line the same line in the next file: its ``id``, else who, what and where."""
    if own := clean(cells.get("id")):
        return own
    return "|".join(clean(cells.get(name)).lower() for name in ("organization", "service", "address", "city", "zip"))


def place_of_row(cells: Mapping[str, str], source: str, key: str, notes: set[str], lenient: bool = False) -> PlainRow:
    """The records of one line; ``public`` when it says itself that it is not confidential.

    What was mended is added to ``notes``. Raises ``ValueError`` with a sentence for staff. With
    ``lenient`` (other people's files) what cannot be read is left out with a warning instead, as
    long as the line still says who, what and a way to get there.
    """
    row = {name: clean(cells.get(name), notes) for name in COLUMNS}
    row["website"] = clean_link(cells.get("website"))
    warnings = _left_out(row) if lenient else ()
    organization = _organization(row, source)
    service = _service(row, source, key, organization, lenient)
    address = _address(row, source, key, notes)
    phones = _phones(row, source, key)
    if not phones and not row["address"]:
        raise ValueError("a phone or an address is needed: there is no way to get there")
    place_id = record_id(source, "service_at_location", key)
    location = _location(row, source, key, address)
    return PlainRow(
        organization,
        service,
        ServiceAtLocation(place_id, source, service.id, location.id if location else None),
        location,
        address if location else None,
        phones,
        _schedules(row, source, key, place_id),
        _languages(row, source, key, service.id),
        warnings,
        row["confidential"].lower() in _NO,
    )


_CHECKED: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("phone", lambda text: read_phone_text(text) if text else None),
    ("zip", read_zip),
    ("latitude", read_degrees),
    ("longitude", read_degrees),
    ("minimum_age", lambda text: read_whole(text, 0, 130, "minimum_age")),
    ("maximum_age", lambda text: read_whole(text, 0, 130, "maximum_age")),
    ("verified_on", read_date),
    ("valid_from", read_date),
    ("valid_to", read_date),
)


def _left_out(row: dict[str, str]) -> tuple[str, ...]:
    """Empty the cells of ``row`` that cannot be read; one sentence for each."""
    said: list[str] = []
    for name, read in _CHECKED:
        try:
            read(row[name])
        except ValueError as error:
            said.append(f"{name} left out: {error}")
            row[name] = ""
    try:
        read_hours(row["hours"])
    except ValueError as error:
        # Words staff can read on are worth keeping; times that are guessed are not.
        said.append(f"opening hours kept as words: {error}")
        row["description"] = " ".join(part for part in (row["description"], f"Hours: {row['hours']}") if part)
        row["hours"] = ""
    return tuple(said)


def _organization(row: Mapping[str, str], source: str) -> Organization:
    name = row["organization"]
    if not name:
        raise ValueError("the organization has no name")
    own = record_id(source, "organization", name.lower())
    return Organization(own, source, name)


def _service(row: Mapping[str, str], source: str, key: str, organization: Organization, lenient: bool) -> Service:
    coverage = row["coverage"].lower() or "local"
    if coverage not in ("local", "state", "national"):
        raise ValueError(f"coverage {row['coverage']!r} is not local, state or national")
    if coverage == "state" and not re.fullmatch(r"[A-Z]{2}", state_code(row["state"])):
        raise ValueError("coverage is state, so the state column needs two letters")
    status = row["status"].lower() or "active"
    if status not in _STATUSES:
        raise ValueError(f"status {row['status']!r} is not one of: {', '.join(_STATUSES)}")
    priority = read_whole(row["priority"], 0, 100, "priority")
    return Service(
        id=record_id(source, "service", key),
        source=source,
        organization_id=organization.id,
        name=row["service"] or organization.name,
        name_es=row["service_es"],
        description=row["description"],
        url=row["website"],
        email=row["email"],
        status=status,
        needs=_needs_of_words(row) if lenient else _needs(row["needs"]),
        eligibility_description=row["eligibility"],
        minimum_age=read_whole(row["minimum_age"], 0, 130, "minimum_age"),
        maximum_age=read_whole(row["maximum_age"], 0, 130, "maximum_age"),
        fees_description=row["cost"],
        application_process=row["how_to_apply"],
        coverage=coverage,
        coverage_state=state_code(row["state"]) if coverage == "state" else "",
        confidential=_yes(row["confidential"]),
        audience=row["audience"].lower(),
        priority=50 if priority is None else priority,
        verified_on=read_date(row["verified_on"]),
        valid_from=read_date(row["valid_from"]),
        valid_to=read_date(row["valid_to"]),
    )


def _needs(text: str) -> tuple[str, ...]:
    said = [part.strip().lower().replace(" ", "_") for part in re.split(r"[,;|]", text) if part.strip()]
    unknown = [need for need in said if need not in TOPICS]
    if unknown or not said:
        what = f"needs {', '.join(unknown)!r} are not known" if unknown else "the needs column is empty"
        raise ValueError(f"{what}; use: {', '.join(TOPICS)}")
    return tuple(need for need in TOPICS if need in said)


def _needs_of_words(row: Mapping[str, str]) -> tuple[str, ...]:
    """Other people's categories: needs, taxonomy terms, or words that speak of a need."""
    said = [part.strip() for part in re.split(r"[,;|]", row["needs"])]
    terms = [each.replace(" ", "_").lower() for each in said] + said
    return needs_of_terms(terms) or needs_of_words(row["needs"]) or needs_of_words(row["service"])


def _yes(text: str) -> bool:
    if text and text.lower() not in (*_YES, *_NO):
        raise ValueError(f"{text!r} is not yes or no")
    return text.lower() in _YES


def _address(row: Mapping[str, str], source: str, key: str, notes: set[str]) -> Address:
    zip_code, repaired = read_zip(row["zip"])
    if repaired:
        notes.add(ZIP_REPAIRED)
    state = state_code(row["state"])
    if state and not re.fullmatch(r"[A-Z]{2}", state):
        raise ValueError(f"state {row['state']!r} is not two letters")
    return Address(
        id=record_id(source, "address", key),
        location_id=record_id(source, "location", key),
        address_1=row["address"],
        city=row["city"],
        state_province=state,
        postal_code=zip_code,
        address_type="physical" if row["address"] else "virtual",
    )


def _location(row: Mapping[str, str], source: str, key: str, address: Address) -> Location | None:
    latitude, longitude = read_degrees(row["latitude"]), read_degrees(row["longitude"])
    if not (row["address"] or address.postal_code or address.city or latitude is not None or row["timezone"]):
        return None
    if row["timezone"]:
        try:
            ZoneInfo(row["timezone"])
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"{row['timezone']!r} is no time zone such as America/New_York") from None
    return Location(
        id=record_id(source, "location", key),
        source=source,
        location_type="physical" if row["address"] else "virtual",
        latitude=latitude,
        longitude=longitude,
        timezone=row["timezone"],
    )


def _phones(row: Mapping[str, str], source: str, key: str) -> tuple[Phone, ...]:
    if not row["phone"]:
        if row["phone_words"] or row["phone_words_es"]:
            raise ValueError("phone_words is there, but the phone column is empty")
        return ()
    said = read_phone_text(row["phone"]).numbers
    owner = Owner(service_at_location_id=record_id(source, "service_at_location", key))
    phones = [
        Phone(
            id=record_id(source, "phone", f"{key}|{place}" if place else key),
            number=each.number,
            owner=owner,
            extension=each.extension,
            type=each.type or "voice",
            description=each.label if place else row["phone_words"] or each.label,
            language=each.language,
        )
        for place, each in enumerate(said)
    ]
    first = phones[0]
    if row["phone_words_es"]:
        own = record_id(source, "phone", f"{key}|es")
        phones.append(replace(first, id=own, description=row["phone_words_es"], language="es"))
    for phone, words in ((first, row["phone_words"]), (phones[-1], row["phone_words_es"])):
        if words and not same_digits(words, phone.number):
            raise ValueError(f"{words!r} does not hold the number in the phone column")
        if len(words) > LONGEST_PHONE_WORDS:
            raise ValueError(f"{words!r} is longer than {LONGEST_PHONE_WORDS} characters")
    return tuple(phones)


def _schedules(row: Mapping[str, str], source: str, key: str, place_id: str) -> tuple[Schedule, ...]:
    owner = Owner(service_at_location_id=place_id)
    return tuple(
        Schedule(
            id=record_id(source, "schedule", f"{key}|{number}"),
            owner=owner,
            freq=each.freq,
            byday=each.byday,
            opens_at=each.opens_at,
            closes_at=each.closes_at,
        )
        for number, each in enumerate(read_hours(row["hours"]))
    )


def _languages(row: Mapping[str, str], source: str, key: str, service_id: str) -> tuple[Language, ...]:
    said = [part.strip().lower() for part in re.split(r"[,;|/]", row["languages"]) if part.strip()]
    codes = [_LANGUAGES.get(each, each) for each in said]
    wrong = [code for code in codes if not re.fullmatch(r"[a-z]{2,3}", code)]
    if wrong:
        raise ValueError(f"{', '.join(wrong)!r} is no language code such as en or es")
    return tuple(
        Language(record_id(source, "language", f"{key}|{code}"), Owner(service_id=service_id), code)
        for code in dict.fromkeys(codes)
    )
