"""The last step of every import: positions, time zones, and what must not be told.

Both readers end here, so that a confidential place is withheld whatever its file looked like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from bot.directory.confidential import looks_confidential, silenced, withheld
from bot.directory.geography import Area, Areas, is_position
from bot.directory.records import Address, Location, Owner, Phone, Records, Schedule, Service, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import Problem, Reading


def finish(
    reading: Reading,
    areas: Areas,
    public: frozenset[str],
    repairs: Repairs,
    secret: frozenset[str] = frozenset(),
) -> Reading:
    """``reading`` with every position and time zone that can be known, and confidential places
    withheld; ``public`` are ids of services whose address staff have marked public
    (those that the file itself marks are added), ``secret`` those that staff keep to the phone
    whatever anybody says. Positions that were mended go to ``repairs``."""
    records = reading.records
    addresses = {each.location_id: each for each in reversed(records.addresses)}
    warnings: list[Problem] = list(reading.warnings)
    locations = tuple(_placed(each, addresses.get(each.id), areas, repairs) for each in records.locations)
    terms: dict[str, list[str]] = defaultdict(list)
    for attribute in records.attributes:
        terms[attribute.service_id].append(attribute.name)
    public = (public | reading.public) - secret
    aged = (_aged(each, repairs) for each in records.services)
    services = tuple(_judged(each, " ".join(terms[each.id]), public, secret, warnings) for each in aged)
    placed = replace(records, locations=locations, services=services)
    return replace(reading, records=_withhold(placed, addresses, areas, repairs), warnings=tuple(warnings))


def _placed(location: Location, address: Address | None, areas: Areas, repairs: Repairs) -> Location:
    where = repr(location.name or (address.address_1 if address else "") or location.id)
    latitude, longitude, position_from = location.latitude, location.longitude, "source"
    if _is_swapped(latitude, longitude):
        repairs.note("latitude and longitude were swapped", where)
        latitude, longitude = longitude, latitude
    area = _area_of(address, areas)
    if area is not None and area.longitude < 0 and longitude is not None and longitude > 0:
        repairs.note("the longitude had lost its minus sign", where)
        longitude = -longitude
    if not is_position(latitude, longitude):
        if latitude is not None or longitude is not None:
            repairs.note("its latitude and longitude are no position (0,0 or off the globe): left out", where)
        latitude = area.latitude if area else None
        longitude = area.longitude if area else None
        position_from = ("zip" if area.zip else "city") if area else "none"
        if area is not None:
            repairs.note(f"no position is given: the middle of its {position_from} is used", where)
        if area is None and location.location_type != "virtual":
            repairs.note("no position, ZIP code or town that we know: in nobody's list", where)
    if area is None and latitude is not None and longitude is not None:
        area = areas.nearest(latitude, longitude)
    zone = location.timezone or (area.timezone if area else "")
    return replace(location, latitude=latitude, longitude=longitude, position_from=position_from, timezone=zone)


def _is_swapped(latitude: float | None, longitude: float | None) -> bool:
    """Whether the two only make sense in the United States the other way round."""
    return latitude is not None and longitude is not None and latitude < -60 and 13 <= longitude <= 72


def _area_of(address: Address | None, areas: Areas) -> Area | None:
    if address is None:
        return None
    by_zip = areas.of_zip(address.postal_code) if address.postal_code else None
    if by_zip is not None or not address.city:
        return by_zip
    return areas.of_city(address.city, address.state_province.upper())


def _aged(service: Service, repairs: Repairs) -> Service:
    """Ages that contradict each other would keep everybody out who says how old they are."""
    low, high = service.minimum_age, service.maximum_age
    if low is None or high is None or low <= high:
        return service
    repairs.note("its oldest age is younger than its youngest: both left out", repr(service.name))
    return replace(service, minimum_age=None, maximum_age=None)


def _judged(
    service: Service, terms: str, public: frozenset[str], secret: frozenset[str], warnings: list[Problem]
) -> Service:
    if service.id in secret:
        return replace(service, confidential=True)
    if service.id in public:
        return replace(service, confidential=False)
    if service.confidential or not looks_confidential(service, terms):
        return service
    reason = "speaks of domestic violence or trafficking: given by phone only, its address is not stored"
    warnings.append(Problem(f"service {service.name!r} ({service.id})", reason))
    return replace(service, confidential=True)


def _withhold(records: Records, addresses: dict[str, Address], areas: Areas, repairs: Repairs) -> Records:
    secret = {each.id for each in records.services if each.confidential}
    if not secret:
        return records
    locations = {each.id: each for each in records.locations}
    hidden: dict[str, Location] = {}
    places = []
    for place in records.service_at_locations:
        location = locations.get(place.location_id or "")
        if place.service_id in secret and location is not None:
            own = record_id(place.source, "location", f"withheld:{location.id}")
            hidden[own] = withheld(location, _county_middle(location, addresses.get(location.id), areas), own)
            place = replace(place, location_id=own, description="")
        elif place.service_id in secret:
            place = replace(place, description="")
        places.append(place)
    used = {place.location_id for place in places}
    moved = {location.id: own for own, location in _origins(hidden, records.locations)}
    return replace(
        records,
        services=_silent(records, repairs),
        locations=(*(each for each in records.locations if each.id in used), *hidden.values()),
        service_at_locations=tuple(places),
        addresses=tuple(each for each in records.addresses if each.location_id in used),
        phones=(*records.phones, *_moved_phones(records.phones, moved)),
        schedules=(*records.schedules, *_moved_schedules(records.schedules, moved)),
    )


def _silent(records: Records, repairs: Repairs) -> tuple[Service, ...]:
    """Services whose words lead to no door of a phone-only place."""
    homes: dict[str, set[str]] = defaultdict(set)
    for place in records.service_at_locations:
        homes[place.service_id].add(place.location_id or "")
    streets: dict[str, list[str]] = defaultdict(list)
    for address in records.addresses:
        streets[address.location_id].append(address.address_1)
    found: list[Service] = []
    for service in records.services:
        if service.confidential:
            quiet = silenced(service, (street for home in homes[service.id] for street in streets[home]))
            if quiet != service:
                repairs.note("a street in the words of a phone-only place was left out", repr(service.name))
            service = replace(quiet, extra={})
        found.append(service)
    return tuple(found)


def _origins(hidden: dict[str, Location], locations: Iterable[Location]) -> list[tuple[str, Location]]:
    """Pairs of a withheld location's id and the location it stands for."""
    pairs = ((record_id(each.source, "location", f"withheld:{each.id}"), each) for each in locations)
    return [(own, each) for own, each in pairs if own in hidden]


def _moved_phones(phones: tuple[Phone, ...], moved: dict[str, str]) -> list[Phone]:
    return [
        replace(each, id=record_id("", "phone", f"withheld:{each.id}"), owner=Owner(location_id=moved[home]))
        for each in phones
        if (home := each.owner.location_id) and home in moved
    ]


def _moved_schedules(schedules: tuple[Schedule, ...], moved: dict[str, str]) -> list[Schedule]:
    return [
        replace(each, id=record_id("", "schedule", f"withheld:{each.id}"), owner=Owner(location_id=moved[home]))
        for each in schedules
        if (home := each.owner.location_id) and home in moved
    ]


def _county_middle(location: Location, address: Address | None, areas: Areas) -> tuple[float, float] | None:
    area = _area_of(address, areas)
    if area is None and location.latitude is not None and location.longitude is not None:
        area = areas.nearest(location.latitude, location.longitude)
    return areas.of_county(area) if area else None
