"""Addresses, phones, schedules and languages of HSDS tables."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.directory.hours_text import read_hours
from bot.directory.hsds_fields import read_byday, read_date, read_month_days, read_time, read_whole, read_zip
from bot.directory.hsds_names import OWNERS
from bot.directory.hsds_tables import Row, Tables
from bot.directory.languages import language_code
from bot.directory.phone_text import phone_type, read_phone_text
from bot.directory.records import Address, Language, Owner, Phone, Schedule, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import Problem
from bot.directory.states import state_code

TIMES_REWRITTEN = "times such as 8:30AM were rewritten as 08:30"
DAYS_REWRITTEN = "days such as Monday-Friday were rewritten as MO,TU,WE,TH,FR"
STATE_REWRITTEN = "a state was rewritten as its two letters"
ZIP_REPAIRED = "a ZIP code got its leading zero back"


def read_addresses(
    tables: Tables, source: str, warnings: list[Problem], repairs: Repairs, locations: frozenset[str]
) -> tuple[Address, ...]:
    """Addresses of known ``locations``."""
    found: list[Address] = []
    for row in tables.all("address"):
        location = record_id(source, "location", row.text("location_id"))
        if location not in locations:
            repairs.note("an address that is no location's (a postal one, say) is not kept", row.where)
            continue
        found.append(
            Address(
                id=record_id(source, "address", row.text("id")),
                location_id=location,
                address_1=row.text("address_1"),
                address_2=row.text("address_2"),
                city=row.text("city"),
                state_province=_state(row, repairs),
                postal_code=_zip(row, warnings, repairs),
                country=row.text("country") or "US",
                address_type=row.text("address_type").lower() or "physical",
            )
        )
    return tuple(found)


def read_phones(tables: Tables, source: str, warnings: list[Problem], repairs: Repairs) -> tuple[Phone, ...]:
    """All phones; one that belongs to a contact goes to what the contact belongs to."""
    contacts = {row.text("id"): row for row in tables.all("contact")}
    spoken: dict[str, list[str]] = defaultdict(list)
    for row in tables.all("language"):
        spoken[row.text("phone_id")].append(row.text("code") or row.text("name"))
    found: list[Phone] = []
    for row in tables.all("phone"):
        owner = _owner(row, source) or _owner(contacts.get(row.text("contact_id")), source)
        if owner is None or not row.text("number"):
            repairs.note("a phone without a number, or of nothing in the file: left out", row.where)
            continue
        try:
            said = read_phone_text(row.text("number"))
        except ValueError as error:
            warnings.append(Problem(row.where, f"phone left out: {error}"))
            continue
        if said.left_out:
            warnings.append(Problem(row.where, f"part of a phone cell left out: {', '.join(said.left_out)}"))
        for number, each in enumerate(said.numbers):
            own = row.text("id") if number == 0 else f"{row.text('id')}#{number + 1}"
            found.append(
                Phone(
                    id=record_id(source, "phone", own),
                    number=each.number,
                    owner=owner,
                    extension=row.text("extension").removesuffix(".0") or each.extension,
                    type=each.type or phone_type(row.text("type")),
                    description=row.text("description") or each.label,
                    language=_answered_in(row, spoken[row.text("id")]) or each.language,
                )
            )
    return tuple(found)


def read_schedules(tables: Tables, source: str, warnings: list[Problem], repairs: Repairs) -> tuple[Schedule, ...]:
    """Schedules; times that cannot be trusted are left out with a warning, their words kept."""
    found: list[Schedule] = []
    for row in tables.all("schedule"):
        owner = _owner(row, source)
        if owner is None:
            repairs.note("opening times of nothing in the file: left out", row.where)
            continue
        try:
            found.extend(_schedules(row, source, owner, repairs))
        except ValueError as error:
            warnings.append(Problem(row.where, f"opening times left out: {error}"))
            words = row.text("description") or row.text("hours")
            found.append(Schedule(record_id(source, "schedule", row.text("id")), owner, description=words))
    return tuple(found)


def read_languages(tables: Tables, source: str, warnings: list[Problem], repairs: Repairs) -> tuple[Language, ...]:
    """Languages of services and locations (those of phones are on the phones)."""
    found: list[Language] = []
    for row in tables.all("language"):
        code, name = row.text("code").lower(), row.text("name")
        owner = _owner(row, source)
        if owner is None:
            if not row.text("phone_id"):
                repairs.note("a language of nothing in the file: left out", row.where)
            continue
        found.append(Language(record_id(source, "language", row.text("id")), owner, code or name.lower(), name))
    return tuple(found)


def _answered_in(row: Row, spoken: list[str]) -> str:
    """The one language a phone is answered in; empty for English, or for several, so that nobody is kept from it."""
    said = spoken or re.split(r"[,;|/]|\band\b|\by\b", row.text("language"))
    codes = {code for each in said if (code := language_code(each))}
    return codes.pop() if len(codes) == 1 and "en" not in codes else ""


def _schedules(row: Row, source: str, owner: Owner, repairs: Repairs) -> list[Schedule]:
    """Mostly one; a cell of words (``hours``: "Mon-Fri 9-5, Sat 10-2") is as many as it takes."""
    own = row.text("id")
    if not row.text("hours"):
        return [_schedule(row, record_id(source, "schedule", own), owner, repairs)]
    return [
        Schedule(
            id=record_id(source, "schedule", f"{own}|{number}"),
            owner=owner,
            freq=each.freq,
            byday=each.byday,
            opens_at=each.opens_at,
            closes_at=each.closes_at,
        )
        for number, each in enumerate(read_hours(row.text("hours")))
    ]


def _schedule(row: Row, own: str, owner: Owner, repairs: Repairs) -> Schedule:
    for name in ("byweekno", "byyearday"):
        if row.text(name) and row.text("freq").upper() == "MONTHLY":
            raise ValueError(f"{name} is not understood")
    freq = row.text("freq").upper() or "WEEKLY"
    if freq not in ("WEEKLY", "MONTHLY"):
        raise ValueError(f"the frequency {freq!r} is not one of HSDS")
    opens, closes, days = row.text("opens_at"), row.text("closes_at"), read_byday(row.text("byday"))
    if days != row.text("byday").replace(" ", ""):
        repairs.note(DAYS_REWRITTEN, row.where)
    if re.search(r"[apAP]\.?[mM]", opens + closes):
        repairs.note(TIMES_REWRITTEN, row.where)
    return Schedule(
        id=own,
        owner=owner,
        freq=freq,
        interval=read_whole(row.text("interval"), 1, 52, "interval") or 1,
        byday=days,
        # By RFC 5545 days of the month mean nothing in a weekly rule.
        bymonthday=read_month_days(row.text("bymonthday")) if freq == "MONTHLY" else "",
        opens_at=read_time(opens),
        closes_at=read_time(closes),
        dtstart=read_date(row.text("dtstart")),
        valid_from=read_date(row.text("valid_from")),
        valid_to=read_date(row.text("valid_to") or row.text("until")),
        description=row.text("description"),
    )


def _state(row: Row, repairs: Repairs) -> str:
    said = row.text("state_province")
    code = state_code(said) if said else ""
    if code != said:
        repairs.note(STATE_REWRITTEN, row.where)
    return code


def _zip(row: Row, warnings: list[Problem], repairs: Repairs) -> str:
    try:
        zip_code, repaired = read_zip(row.text("postal_code"))
    except ValueError as error:
        warnings.append(Problem(row.where, f"postal code left out: {error}"))
        return ""
    if repaired:
        repairs.note(ZIP_REPAIRED, row.where)
    return zip_code


def _owner(row: Row | None, source: str) -> Owner | None:
    """The most particular owner: the place, else the service, the location, the organization."""
    if row is None:
        return None
    for table in OWNERS:
        if own := row.text(f"{table}_id"):
            return Owner(**{f"{table}_id": record_id(source, table, own)})
    return None
