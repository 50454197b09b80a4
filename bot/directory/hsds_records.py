"""HSDS tables → Warmline's records, with every repair and every loss on the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.directory.hsds_carried import Carried
from bot.directory.hsds_children import read_addresses, read_languages, read_phones, read_schedules
from bot.directory.hsds_fields import read_date, read_degrees, read_email, read_link, read_whole
from bot.directory.hsds_tables import Row, Tables
from bot.directory.hsds_terms import read_terms
from bot.directory.needs import needs_of_terms, needs_of_words
from bot.directory.records import Location, Organization, Records, Service, ServiceAtLocation, record_id
from bot.directory.repairs import Repairs
from bot.directory.report import Problem, Reading

_STATUSES = ("active", "inactive", "defunct", "temporarily closed")
_COVERAGES = ("local", "state", "national")
LINK_COMPLETED = "a web address without http:// got one"
NAMELESS_HOUSE = "its organization is not in the file or has no name: {} stands for it"
T = TypeVar("T")


def place_without_row(source: str, service: str) -> str:
    """The id of the place of a service (by the file's own id of it) for which the file has no row of its own."""
    return record_id(source, "service_at_location", f"of:{record_id(source, 'service', service)}")


class HsdsReader:
    """Reads one source's tables once; :meth:`read` gives the result."""

    def __init__(
        self, tables: Tables, source: str, repairs: Repairs | None = None, usual_needs: tuple[str, ...] = ()
    ) -> None:
        """``usual_needs`` are those of a service whose source says none."""
        self._usual_needs = usual_needs
        self._tables = tables
        self._source = source
        self._repairs = repairs or Repairs()
        self._warnings: list[Problem] = list(tables.problems)
        self._rejected: list[Problem] = []
        self._kept: set[str] = set()
        self._terms = read_terms(tables, source, self._repairs)
        self._carried = Carried(tables, self._terms)
        self._idle = _idle_locations(tables)
        self._houses = _houses_of_places(tables)

    def read(self) -> Reading:
        """Records of all services that have a name."""
        rows = {row.text("id"): row for row in self._tables.all("organization")}
        organizations = {each.id: each for row in rows.values() if (each := self._organization(row))}
        services: dict[str, Service] = {}
        for row in self._tables.all("service"):
            service = self._service(row)
            if service is not None:
                services[service.id] = service
                if service.organization_id not in organizations:
                    organizations[service.organization_id] = self._stand_in(row, service)
        locations = {each.id: each for each in map(self._location, self._tables.all("location"))}
        places = self._places(services, locations)
        owned = (self._tables, self._source, self._warnings, self._repairs)
        records = Records(
            organizations=tuple(organizations.values()),
            services=tuple(services.values()),
            locations=tuple(locations.values()),
            service_at_locations=places,
            addresses=read_addresses(*owned, frozenset(locations)),
            phones=read_phones(*owned),
            schedules=read_schedules(*owned),
            languages=read_languages(*owned),
            attributes=tuple(each for own in services for each in self._terms.attributes.get(own, ())),
        )
        public = frozenset(own for own, mine in self._terms.own.items() if mine.get("confidential") == "no")
        rejected, warnings = tuple(self._rejected), tuple(self._warnings)
        return Reading(records, len(places) + len(rejected), rejected, warnings, frozenset(self._kept), public)

    def _id(self, table: str, own: str) -> str:
        return record_id(self._source, table, own)

    def _organization(self, row: Row) -> Organization | None:
        name = row.text("name")
        if not name:
            return None  # its services get a stand-in
        return Organization(
            id=self._id("organization", row.text("id")),
            source=self._source,
            name=name,
            alternate_name=row.text("alternate_name"),
            description=row.text("description"),
            email=self._field(row, "email", read_email) or "",
            website=self._link(row, "website"),
            extra=self._carried.of("organization", row),
        )

    def _stand_in(self, row: Row, service: Service) -> Organization:
        """An organization that the file names but does not have: its only location, or the service, gives the name."""
        idle = self._idle.get(row.text("organization_id"), [])
        name = idle[0].text("name") if len(idle) == 1 and idle[0].text("name") else service.name
        what = "its only location" if name != service.name else "the service"
        self._repairs.note(NAMELESS_HOUSE.format(what), row.where)
        return Organization(service.organization_id, self._source, name)

    def _service(self, row: Row) -> Service | None:
        own, name = self._id("service", row.text("id")), row.text("name") or row.text("alternate_name")
        if not name:
            self._rejected.append(Problem(row.where, "a service without a name"))
            self._kept.add(place_without_row(self._source, row.text("id")))
            return None
        organization = row.text("organization_id") or self._houses.get(row.text("id")) or f"of:{row.text('id')}"
        mine = self._terms.own.get(own, {})
        read_own = partial(self._own_field, row)
        return Service(
            id=own,
            source=self._source,
            organization_id=self._id("organization", organization),
            name=name,
            name_es=mine.get("name_es", ""),
            alternate_name=row.text("alternate_name"),
            description=row.text("description"),
            url=self._link(row, "url"),
            email=self._field(row, "email", read_email) or "",
            status=self._status(row),
            needs=self._needs(row, own, name),
            eligibility_description=row.text("eligibility_description"),
            minimum_age=self._field(row, "minimum_age", _age),
            maximum_age=self._field(row, "maximum_age", _age),
            fees_description=row.text("fees_description"),
            application_process=row.text("application_process"),
            interpretation_services=row.text("interpretation_services"),
            alert=row.text("alert"),
            coverage=mine.get("coverage", "local") if mine.get("coverage") in _COVERAGES else "local",
            coverage_state=mine.get("coverage_state", ""),
            audience=mine.get("audience", ""),
            priority=read_own(mine, "priority", _priority, 50),
            verified_on=self._field(row, "assured_date", read_date),
            valid_from=read_own(mine, "valid_from", read_date, None),
            valid_to=read_own(mine, "valid_to", read_date, None),
            extra=self._carried.of("service", row),
        )

    def _needs(self, row: Row, own: str, name: str) -> tuple[str, ...]:
        mine, terms = self._terms.own_needs.get(own, ()), self._terms.words.get(own, ())
        named = f"{name} {row.text('alternate_name')}"
        needs = (
            needs_of_terms(mine) or needs_of_terms(terms) or needs_of_words(named) or needs_of_words(" ".join(terms))
        )
        if not needs and self._usual_needs:
            self._repairs.note(f"no need is known: taken as {', '.join(self._usual_needs)}", row.where)
            return self._usual_needs
        if not needs:
            self._warnings.append(Problem(row.where, f"no need is known for {name!r}: kept, but in nobody's list"))
        return needs

    def _location(self, row: Row) -> Location:
        return Location(
            id=self._id("location", row.text("id")),
            source=self._source,
            name=row.text("name"),
            location_type=row.text("location_type").lower() or "physical",
            description=row.text("description"),
            transportation=row.text("transportation"),
            latitude=self._field(row, "latitude", read_degrees),
            longitude=self._field(row, "longitude", read_degrees),
            extra=self._carried.of("location", row),
        )

    def _places(self, services: dict[str, Service], locations: dict[str, Location]) -> tuple[ServiceAtLocation, ...]:
        places: list[ServiceAtLocation] = []
        for row in self._tables.all("service_at_location"):
            own, service = self._id("service_at_location", row.text("id")), self._id("service", row.text("service_id"))
            if service not in services:
                self._kept.add(own)  # the service was rejected, and is named there
                continue
            location = self._id("location", row.text("location_id")) if row.text("location_id") else None
            if location is not None and location not in locations:
                self._warnings.append(Problem(row.where, "its location is not in the file: kept without one"))
                location = None
            places.append(ServiceAtLocation(own, self._source, service, location, row.text("description")))
        placed = {place.service_id for place in places}
        return (*places, *self._places_without_row(services, placed))

    def _places_without_row(self, services: dict[str, Service], placed: set[str]) -> list[ServiceAtLocation]:
        """Places of services that name no location: their organization's only one, or none (help by phone)."""
        found = []
        for row in self._tables.all("service"):
            own = self._id("service", row.text("id"))
            if own in placed or own not in services:
                continue
            house = self._only_location(row)
            if house is not None:
                self._repairs.note("it names no location: its organization's only one, or that of its name", row.where)
            location = self._id("location", house.text("id")) if house else None
            place = place_without_row(self._source, row.text("id"))
            found.append(ServiceAtLocation(place, self._source, own, location))
        return found

    def _only_location(self, row: Row) -> Row | None:
        idle = self._idle.get(row.text("organization_id"), [])
        if len(idle) == 1:
            return idle[0]
        same = [each for each in idle if each.text("name").lower() == row.text("name").lower()]
        return same[0] if len(same) == 1 else None

    def _status(self, row: Row) -> str:
        said = row.text("status").lower()
        if said and said not in _STATUSES:
            self._warnings.append(Problem(row.where, f"the status {said!r} is not one of HSDS: taken as inactive"))
            return "inactive"
        return said or "active"

    def _link(self, row: Row, name: str) -> str:
        link, repaired = self._field(row, name, read_link) or ("", False)
        if repaired:
            self._repairs.note(LINK_COMPLETED, row.where)
        return link

    def _field(self, row: Row, name: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(row.text(name))
        except ValueError as error:
            self._warnings.append(Problem(row.where, f"{name} left out: {error}"))
            return None

    def _own_field(self, row: Row, mine: dict[str, str], name: str, read: Callable[[str], T], default: T) -> T:
        if name not in mine:
            return default
        try:
            return read(mine[name])
        except ValueError as error:
            self._warnings.append(Problem(row.where, f"{name} left out: {error}"))
            return default


def _idle_locations(tables: Tables) -> dict[str, list[Row]]:
    """By the source's id of their organization: locations that no service is said to be at."""
    busy = {row.text("location_id") for row in tables.all("service_at_location")}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in tables.all("location"):
        if (house := row.text("organization_id")) and row.text("id") not in busy:
            found[house].append(row)
    return found


def _houses_of_places(tables: Tables) -> dict[str, str]:
    """The source's id of the organization at whose location a service is: some say it only there."""
    houses = {row.text("id"): row.text("organization_id") for row in tables.all("location")}
    places = (
        (row.text("service_id"), houses.get(row.text("location_id"))) for row in tables.all("service_at_location")
    )
    return {service: house for service, house in places if house}


def _age(text: str) -> int | None:
    return read_whole(text, 0, 130, "age")


def _priority(text: str) -> int:
    return read_whole(text, 0, 100, "priority") or 0
