"""Rows of meeting feeds, as different as they are, → :class:`Meeting`.

Meeting Guide JSON, the spreadsheet of the same plugin, and NA's BMLT as JSON or CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.directory.address_text import read_whole_address
from bot.directory.hours import DAYS, minutes
from bot.directory.hours_text import read_clock, read_days
from bot.directory.hsds_fields import read_degrees, read_link, read_zip
from bot.directory.meeting_formats import BMLT, MEETING_GUIDE, format_names
from bot.directory.meetings import USUAL_MINUTES, Meeting, WrongMeeting
from bot.directory.repairs import Repairs
from bot.directory.report import Problem
from bot.directory.states import state_code
from bot.directory.text_cleaning import clean, clean_link

SUNDAY_FIRST = (DAYS[6], *DAYS[:6])
_BMLT_SIGNS = frozenset({"weekday_tinyint", "weekday_0sun", "meeting_name", "id_bigint"})
_PRIVATE = re.compile(r"^contact_|^(?:email|phone|last_contact)$")
_KEYS = ("id_bigint", "slug", "id")
_CLOSED_PLACES = frozenset({"TC", "VM"})
_FELLOWSHIPS = (
    (re.compile(r"narcotics anonymous|narc[oó]ticos|\bNA\b"), "NA"),
    (re.compile(r"al-?anon|alateen", re.IGNORECASE), "Al-Anon"),
    (re.compile(r"cocaine anonymous"), "CA"),
    (re.compile(r"smart recovery", re.IGNORECASE), "SMART"),
    (re.compile(r"dharma", re.IGNORECASE), "Recovery Dharma"),
)

NO_NAMES = "contacts of a meeting are not taken: members are anonymous"
NO_END = "a meeting without an end is taken to last an hour"
NOT_PUBLISHED = "a meeting its source does not publish is kept, but never offered"


def is_meeting(record: Mapping[str, Any]) -> bool:
    """Whether a record or the headings of a CSV are a meeting's."""
    names = {str(name).strip().lower().replace(" ", "_") for name in record}
    if len(names & _BMLT_SIGNS) >= 2:
        return True
    return "name" in names and ("slug" in names or {"day", "time"} <= names) and "organization" not in names


def meetings_of(rows: Iterable[tuple[str, Any]], repairs: Repairs, fellowship: str = "") -> Iterator[Meeting | Problem]:
    """A meeting, or what is wrong with it, for each ``(where, record)``."""
    for where, record in rows:
        if not isinstance(record, Mapping):
            yield Problem(where, "is not a record")
            continue
        names = {str(name).strip().lower().replace(" ", "_"): value for name, value in record.items()}
        try:
            read = _bmlt if names.keys() & {"weekday_tinyint", "weekday_0sun", "meeting_name"} else _guide
            yield read(names, where, repairs, fellowship)
        except ValueError as error:
            key = next((str(names[name]).strip() for name in _KEYS if names.get(name)), "")
            yield WrongMeeting(where, str(error), key)


def _guide(row: Mapping[str, Any], where: str, repairs: Repairs, fellowship: str) -> Meeting:
    notes: set[str] = set()
    said = {name: clean(value, notes) for name, value in row.items() if not isinstance(value, list | dict)}
    _note(said, notes, where, repairs)
    name = said.get("name", "")
    if not name:
        raise ValueError("a meeting without a name")
    formats = format_names(_listed(row.get("types")), MEETING_GUIDE)
    whole = read_whole_address(said.get("formatted_address", ""))
    online = said.get("attendance_option", "") == "online" or bool(_CLOSED_PLACES & formats.keys())
    if online and said.get("conference_url"):
        formats.setdefault("ONL", MEETING_GUIDE["ONL"])
    rough = online or said.get("approximate", "").lower() in ("yes", "true", "1")
    opens, closes = _times(said.get("time", ""), said.get("end_time", ""), "", where, repairs)
    days = _days(row.get("day"))
    street = "" if rough else said.get("address") or whole.street
    return Meeting(
        key=said.get("slug") or said.get("id") or "|".join((name, *days, opens, street)).lower(),
        where=where,
        name=name,
        fellowship=fellowship or _fellowship(said),
        days=days,
        opens_at=opens,
        closes_at=closes,
        formats=formats,
        house=said.get("location", ""),
        street=street,
        city=said.get("city") or whole.city,
        state=state_code(said.get("state") or whole.state),
        zip=_zip(said.get("postal_code") or whole.zip, where, repairs),
        latitude=_degrees(said.get("latitude", ""), where, repairs),
        longitude=_degrees(said.get("longitude", ""), where, repairs),
        timezone=said.get("timezone", ""),
        url=_link(row.get("conference_url") or row.get("website") or row.get("url"), where, repairs),
        phone=said.get("conference_phone") or said.get("entity_phone", ""),
        notes=". ".join(part for part in (said.get("location_notes", ""), said.get("notes", "")) if part),
    )


def _bmlt(row: Mapping[str, Any], where: str, repairs: Repairs, fellowship: str) -> Meeting:
    notes: set[str] = set()
    said = {name: clean(value, notes) for name, value in row.items() if not isinstance(value, list | dict)}
    _note(said, notes, where, repairs)
    name = said.get("meeting_name", "")
    if not name:
        raise ValueError("a meeting without a name")
    first = 0 if "weekday_0sun" in said else 1  # weekday_tinyint counts from 1
    formats = format_names(_listed(row.get("formats")), BMLT)
    if said.get("venue_type") == "2":
        formats.setdefault("VM", BMLT["VM"])
    online = bool(_CLOSED_PLACES & formats.keys())
    opens, closes = _times(said.get("start_time", ""), "", _duration(said), where, repairs)
    if not (published := said.get("published", "1") != "0"):
        repairs.note(NOT_PUBLISHED, where)
    return Meeting(
        key=said.get("id_bigint") or said.get("id") or "|".join((name, opens, said.get("location_street", ""))).lower(),
        where=where,
        name=name,
        fellowship=fellowship or "NA",
        days=_days(said.get("weekday_0sun") or said.get("weekday_tinyint"), first),
        opens_at=opens,
        closes_at=closes,
        formats=formats,
        house=said.get("location_text", ""),
        street="" if online else said.get("location_street", ""),
        city=said.get("location_city_subsection") or said.get("location_municipality", ""),
        state=state_code(said.get("location_province", "")),
        zip=_zip(said.get("location_postal_code_1", ""), where, repairs),
        latitude=_degrees(said.get("lat") or said.get("latitude", ""), where, repairs),
        longitude=_degrees(said.get("lon") or said.get("longitude", ""), where, repairs),
        timezone=said.get("time_zone", ""),
        url=_link(row.get("virtual_meeting_link"), where, repairs),
        phone=said.get("phone_meeting_number", ""),
        notes=". ".join(part for part in (said.get("location_info", ""), said.get("comments", "")) if part),
        published=published,
    )


def _note(said: Mapping[str, str], notes: set[str], where: str, repairs: Repairs) -> None:
    for kind in notes:
        repairs.note(kind, where)
    if any(value and _PRIVATE.match(name) for name, value in said.items()):
        repairs.note(NO_NAMES, where)


def _days(said: object, first: int = 0) -> tuple[str, ...]:
    """iCal days of ``0`` (Sunday), ``"Sunday"``, ``[1, 3]`` or ``"1,3"``; none for a meeting by appointment."""
    each_said = said if isinstance(said, list) else re.split(r"[,;|]", str(said if said is not None else ""))
    found: list[str] = []
    for each in each_said:
        text = str(each).strip().removesuffix(".0")
        if re.fullmatch(r"\d", text):
            if not 0 <= int(text) - first <= 6:
                raise ValueError(f"{text!r} is no day of the week")
            found.append(SUNDAY_FIRST[int(text) - first])
        elif text:
            found.extend(read_days(text))
    return tuple(dict.fromkeys(found))


def _times(start: str, end: str, duration: str, where: str, repairs: Repairs) -> tuple[str, str]:
    if not start:
        return "", ""
    opens = read_clock(start)
    if end:
        return opens, read_clock(end)
    if not duration:
        repairs.note(NO_END, where)
    length = minutes(duration) if duration else USUAL_MINUTES
    close = (minutes(opens) + (length or USUAL_MINUTES)) % (24 * 60)
    return opens, f"{close // 60:02d}:{close % 60:02d}"


def _duration(said: Mapping[str, str]) -> str:
    text = said.get("duration") or said.get("duration_time", "")
    return text[:5] if re.fullmatch(r"\d\d:\d\d(?::\d\d)?", text) and text[:2] < "24" else ""


def _listed(said: object) -> list[str]:
    if isinstance(said, list):
        return [str(each) for each in said]
    return [each.strip() for each in re.split(r"[,|]", str(said or ""))]


def _zip(text: str, where: str, repairs: Repairs) -> str:
    try:
        return read_zip(text)[0]
    except ValueError:
        repairs.note("a ZIP code that is none was left out", where)
        return ""


def _degrees(text: str, where: str, repairs: Repairs) -> float | None:
    try:
        return read_degrees(text)
    except ValueError:
        repairs.note("a position that is none was left out", where)
        return None


def _link(said: object, where: str, repairs: Repairs) -> str:
    try:
        return read_link(clean_link(said))[0]
    except ValueError:
        repairs.note("a web address that is none was left out", where)
        return ""


def _fellowship(said: Mapping[str, str]) -> str:
    """Whose meeting it is, as far as it says; Meeting Guide itself is AA's."""
    words = " ".join(said.get(name, "") for name in ("entity", "name", "group", "entity_website"))
    return next((name for pattern, name in _FELLOWSHIPS if pattern.search(words)), "AA")
