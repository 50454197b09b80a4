"""Staff's search among all places, also those that nobody is sent to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select

from bot.directory.needs import TOPICS
from bot.store.directory_tables import (
    directory_address,
    directory_organization,
    directory_place,
    directory_place_need,
    directory_service,
    directory_service_at_location,
    directory_standing,
)

PAGE = 50
STATES = ("offered", "out", "retired")
"""Offered to people; taken out by staff; dropped by its source or not active."""

MOST_WORDS = 6
_own, _service, _house = directory_service_at_location.c, directory_service.c, directory_organization.c
_flat, _standing = directory_place.c, directory_standing.c


@dataclass(frozen=True)
class Asked:
    """``words`` are of a name, a town or a ZIP; each must be found. ``need`` is of TOPICS or empty."""

    words: tuple[str, ...] = ()
    need: str = ""
    state: str = ""


@dataclass(frozen=True)
class FoundPlace:
    """A line of the list. ``address`` is empty for what is confidential."""

    id: str
    name: str
    what: str
    phone: str
    address: str
    source: str
    confidential: bool
    verified_on: date | None
    judged: str
    judged_on: date | None
    reported: str
    retired_on: date | None
    offered: bool


@dataclass(frozen=True)
class FoundPlaces:
    """One page; ``total`` in all."""

    places: tuple[FoundPlace, ...]
    total: int


def asked_of(words: str, need: str, state: str) -> Asked:
    """A question from the fields of a form; what does not exist is left out."""
    split = tuple(dict.fromkeys(words[:200].replace(",", " ").split()))[:MOST_WORDS]
    return Asked(split, need if need in TOPICS else "", state if state in STATES else "")


def search_places(connection: Connection, asked: Asked, page: int = 0) -> FoundPlaces:
    """Page ``page`` (from 0) of the places that fit, by name."""
    columns = (
        _own.id,
        func.coalesce(_flat.name, _house.name).label("name"),
        func.coalesce(_flat.what, _service.name).label("what"),
        func.coalesce(_flat.phone, "").label("phone"),
        func.coalesce(_flat.address, "").label("address"),
        _own.source,
        _service.confidential,
        _service.verified_on,
        func.coalesce(_standing.judged, "").label("judged"),
        _standing.judged_on,
        func.coalesce(_standing.reported, "").label("reported"),
        _own.retired_on,
        _flat.id.is_not(None).label("offered"),
    )
    wanted = _joined(select(*columns)).where(*_conditions(asked))
    rows: Any = connection.execute(
        wanted.order_by(func.coalesce(_flat.name, _house.name), _own.id).limit(PAGE).offset(page * PAGE)
    ).mappings()
    total = connection.execute(_joined(select(func.count())).where(*_conditions(asked))).scalar_one()
    places = tuple(FoundPlace(**{**row, "offered": bool(row["offered"]) and row["judged"] not in _OUT}) for row in rows)
    return FoundPlaces(places, total)


_OUT = ("dead", "closed")


def _joined(statement: Select[Any]) -> Select[Any]:
    return (
        statement.select_from(directory_service_at_location)
        .join(directory_service, _service.id == _own.service_id)
        .join(directory_organization, _house.id == _service.organization_id)
        .outerjoin(directory_place, _flat.id == _own.id)
        .outerjoin(directory_standing, _standing.place_id == _own.id)
    )


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    found = [_word(word) for word in asked.words]
    if asked.need:
        flat = select(directory_place_need.c.place_id).where(directory_place_need.c.need == asked.need)
        gone = and_(_flat.id.is_(None), (literal(",") + _service.needs + ",").contains(f",{asked.need},"))
        found.append(or_(_own.id.in_(flat), gone))
    out = func.coalesce(_standing.judged, "").in_(_OUT)
    if asked.state == "offered":
        found += [_flat.id.is_not(None), ~out]
    elif asked.state == "out":
        found += [_flat.id.is_not(None), out]
    elif asked.state == "retired":
        found.append(_flat.id.is_(None))
    return found


def _word(word: str) -> ColumnElement[bool]:
    address = directory_address.c
    town = select(address.location_id).where(
        or_(address.city.icontains(word, autoescape=True), address.postal_code.startswith(word, autoescape=True))
    )
    return or_(
        _house.name.icontains(word, autoescape=True),
        _service.name.icontains(word, autoescape=True),
        _flat.name.icontains(word, autoescape=True),
        _flat.what.icontains(word, autoescape=True),
        and_(_service.confidential.is_(False), _flat.address.icontains(word, autoescape=True)),
        _own.location_id.in_(town),
    )
