"""Addresses, phones, schedules and languages of HSDS 3.0 tables."""

from __future__ import annotations

from collections.abc import Mapping

from bot.directory.hsds_fields import read_byday, read_date, read_month_days, read_time, read_whole, read_zip
from bot.directory.hsds_tables import Row, Tables
from bot.directory.phones import stored_number
from bot.directory.records import Address, Language, Owner, Phone, Schedule, record_id
from bot.directory.report import Problem
from bot.directory.text_cleaning import clean

_OWNERS = ("service_at_location", "service", "location", "organization")


def read_addresses(
    tables: Tables, source: str, warnings: list[Problem], locations: frozenset[str]
) -> tuple[Address, ...]:
    """Addresses of known ``locations``."""
    found: list[Address] = []
    for row in tables.all("address"):
        location = record_id(source, "location", row.text("location_id"))
        if location not in locations:
            warnings.append(Problem(row.where, "an address of a location that is not in the file: left out"))
            continue
        found.append(
            Address(
                id=record_id(source, "address", row.text("id")),
                location_id=location,
                address_1=clean(row.text("address_1")),
                address_2=clean(row.text("address_2")),
                city=clean(row.text("city")),
                state_province=clean(row.text("state_province")),
                postal_code=_zip(row, warnings),
                country=clean(row.text("country")) or "US",
                address_type=row.text("address_type") or "physical",
            )
        )
    return tuple(found)


def read_phones(tables: Tables, source: str, warnings: list[Problem]) -> tuple[Phone, ...]:
    """All phones; one that belongs to a contact goes to what the contact belongs to."""
    contacts = {row.text("id"): row for row in tables.all("contact")}
    spoken = _languages_of_phones(tables)
    found: list[Phone] = []
    for row in tables.all("phone"):
        owner = _owner(row, source) or _owner(contacts.get(row.text("contact_id")), source)
        if owner is None:
            warnings.append(Problem(row.where, "a phone that belongs to nothing: left out"))
            continue
        try:
            number, extension = stored_number(row.text("number"))
        except ValueError as error:
            warnings.append(Problem(row.where, f"phone left out: {error}"))
            continue
        found.append(
            Phone(
                id=record_id(source, "phone", row.text("id")),
                number=number,
                owner=owner,
                extension=clean(row.text("extension")).removesuffix(".0") or extension,
                type=row.text("type").lower() or "voice",
                description=clean(row.text("description")),
                language=spoken.get(row.text("id"), ""),
            )
        )
    return tuple(found)


def read_schedules(tables: Tables, source: str, warnings: list[Problem]) -> tuple[Schedule, ...]:
    """Schedules; times that cannot be trusted are left out with a warning, their words kept."""
    found: list[Schedule] = []
    for row in tables.all("schedule"):
        owner = _owner(row, source)
        if owner is None:
            warnings.append(Problem(row.where, "a schedule that belongs to nothing: left out"))
            continue
        try:
            found.append(_schedule(row, source, owner))
        except ValueError as error:
            warnings.append(Problem(row.where, f"opening times left out: {error}"))
            words = clean(row.text("description"))
            found.append(Schedule(record_id(source, "schedule", row.text("id")), owner, description=words))
    return tuple(found)


def read_languages(tables: Tables, source: str, warnings: list[Problem]) -> tuple[Language, ...]:
    """Languages of services and locations (those of phones are on the phones)."""
    found: list[Language] = []
    for row in tables.all("language"):
        code, name = clean(row.text("code")).lower(), clean(row.text("name"))
        owner = _owner(row, source)
        if owner is None:
            if not row.text("phone_id"):
                warnings.append(Problem(row.where, "a language that belongs to nothing: left out"))
            continue
        found.append(Language(record_id(source, "language", row.text("id")), owner, code or name.lower(), name))
    return tuple(found)


def _schedule(row: Row, source: str, owner: Owner) -> Schedule:
    for name in ("byweekno", "byyearday"):
        if row.text(name) and row.text("freq").upper() == "MONTHLY":
            raise ValueError(f"{name} is not understood")
    freq = row.text("freq").upper() or "WEEKLY"
    if freq not in ("WEEKLY", "MONTHLY"):
        raise ValueError(f"the frequency {freq!r} is not one of HSDS")
    return Schedule(
        id=record_id(source, "schedule", row.text("id")),
        owner=owner,
        freq=freq,
        interval=read_whole(row.text("interval"), 1, 52, "interval") or 1,
        byday=read_byday(row.text("byday")),
        # By RFC 5545 days of the month mean nothing in a weekly rule.
        bymonthday=read_month_days(row.text("bymonthday")) if freq == "MONTHLY" else "",
        opens_at=read_time(row.text("opens_at")),
        closes_at=read_time(row.text("closes_at")),
        dtstart=read_date(row.text("dtstart")),
        valid_from=read_date(row.text("valid_from")),
        valid_to=read_date(row.text("valid_to") or row.text("until")),
        description=clean(row.text("description")),
    )


def _zip(row: Row, warnings: list[Problem]) -> str:
    try:
        zip_code, repaired = read_zip(row.text("postal_code"))
    except ValueError as error:
        warnings.append(Problem(row.where, f"postal code left out: {error}"))
        return ""
    if repaired:
        warnings.append(Problem(row.where, f"the ZIP {row.text('postal_code')} got its leading zero back"))
    return zip_code


def _owner(row: Row | None, source: str) -> Owner | None:
    """The most particular owner: the place, else the service, the location, the organization."""
    if row is None:
        return None
    for table in _OWNERS:
        if own := row.text(f"{table}_id"):
            link: Mapping[str, str] = {f"{table}_id": record_id(source, table, own)}
            return Owner(**link)
    return None


def _languages_of_phones(tables: Tables) -> dict[str, str]:
    return {
        row.text("phone_id"): clean(row.text("code")).lower() for row in tables.all("language") if row.text("phone_id")
    }
