"""HSDS 3.0 tables → Warmline's records, with every repair and every loss on the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from bot.directory.hsds_children import read_addresses, read_languages, read_phones, read_schedules
from bot.directory.hsds_fields import read_date, read_degrees, read_whole
from bot.directory.hsds_tables import Row, Tables
from bot.directory.needs import OWN_TAXONOMY, needs_of_terms, needs_of_words
from bot.directory.records import (
    Attribute,
    Location,
    Organization,
    Records,
    Service,
    ServiceAtLocation,
    record_id,
)
from bot.directory.report import Problem, Reading
from bot.directory.text_cleaning import clean

OWN_LINK = "warmline"
_STATUSES = ("active", "inactive", "defunct", "temporarily closed")
_COVERAGES = ("local", "state", "national")
_CARRIED = {
    "organization": ("contact", "program", "funding", "organization_identifier"),
    "service": ("contact", "funding", "cost_option", "required_document", "service_area"),
    "location": ("contact", "accessibility"),
    "service_at_location": (),
}
_KNOWN_FIELDS = {
    "organization": frozenset(Organization.__dataclass_fields__),
    "service": frozenset(Service.__dataclass_fields__) | {"assured_date", "program_id", "fees"},
    "location": frozenset(Location.__dataclass_fields__) | {"organization_id"},
}
T = TypeVar("T")


class HsdsReader:
    """Reads one source's tables once; :meth:`read` gives the result."""

    def __init__(self, tables: Tables, source: str) -> None:
        self._tables = tables
        self._source = source
        self._warnings: list[Problem] = list(tables.problems)
        self._rejected: list[Problem] = []
        self._carried = {table: self._children(table) for table in _CARRIED}
        self._own: dict[str, dict[str, str]] = defaultdict(dict)
        self._own_needs: dict[str, list[str]] = defaultdict(list)

    def read(self) -> Reading:
        """Records of all services that have a name and a known organisation."""
        attributes = self._attributes()
        organizations = {o.id: o for row in self._tables.all("organization") if (o := self._organization(row))}
        services: dict[str, Service] = {}
        for row in self._tables.all("service"):
            service = self._service(row, attributes, organizations)
            if service:
                services[service.id] = service
        locations = {each.id: each for each in map(self._location, self._tables.all("location"))}
        places = self._places(services, locations)
        self._warn_of_idle(organizations, services)
        owned = (self._tables, self._source, self._warnings)
        records = Records(
            organizations=tuple(organizations.values()),
            services=tuple(services.values()),
            locations=tuple(locations.values()),
            service_at_locations=places,
            addresses=read_addresses(*owned, frozenset(locations)),
            phones=read_phones(*owned),
            schedules=read_schedules(*owned),
            languages=read_languages(*owned),
            attributes=tuple(each for found in attributes.values() for each in found if each.service_id in services),
        )
        public = frozenset(own for own, mine in self._own.items() if mine.get("confidential") == "no")
        return Reading(
            records,
            len(places) + len(self._rejected),
            tuple(self._rejected),
            tuple(self._warnings),
            public=public,
        )

    def _id(self, table: str, own: str) -> str:
        return record_id(self._source, table, own)

    def _attributes(self) -> dict[str, list[Attribute]]:
        terms = {row.text("id"): row for row in self._tables.all("taxonomy_term")}
        taxonomies = {row.text("id"): row for row in self._tables.all("taxonomy")}
        found: dict[str, list[Attribute]] = defaultdict(list)
        for row in self._tables.all("attribute"):
            service = self._id("service", row.text("link_id"))
            if row.text("link_type") == OWN_LINK:
                name, _, value = row.text("value").partition("=")
                self._own[service][name] = value
                continue
            term = terms.get(row.text("taxonomy_term_id"))
            if term is None:
                continue
            taxonomy = taxonomies.get(term.text("taxonomy_id"))
            name = clean(term.text("taxonomy")) or (clean(taxonomy.text("name")) if taxonomy else "")
            own, code = self._id("attribute", row.text("id")), clean(term.text("code"))
            if name == OWN_TAXONOMY:
                self._own_needs[service].append(code)
                continue
            found[service].append(Attribute(own, service, name, code, clean(term.text("name"))))
        return found

    def _organization(self, row: Row) -> Organization | None:
        name = clean(row.text("name"))
        if not name:
            self._rejected.append(Problem(row.where, "an organization without a name"))
            return None
        return Organization(
            id=self._id("organization", row.text("id")),
            source=self._source,
            name=name,
            alternate_name=clean(row.text("alternate_name")),
            description=clean(row.text("description")),
            email=clean(row.text("email")),
            website=clean(row.text("website")),
            extra=self._extra("organization", row),
        )

    def _service(
        self, row: Row, attributes: dict[str, list[Attribute]], organizations: dict[str, Organization]
    ) -> Service | None:
        own, name = self._id("service", row.text("id")), clean(row.text("name"))
        organization = self._id("organization", row.text("organization_id"))
        if not name or organization not in organizations:
            reason = "a service without a name" if not name else f"the service {name!r} names no known organization"
            self._rejected.append(Problem(row.where, reason))
            return None
        terms = [text for each in attributes.get(own, []) for text in (each.name, each.code)]
        named = f"{name} {clean(row.text('alternate_name'))}"
        needs = needs_of_terms(self._own_needs[own]) or needs_of_terms(terms) or needs_of_words(named)
        if not needs:
            self._warnings.append(Problem(row.where, f"no need is known for {name!r}: kept, but in nobody's list"))
        mine = self._own.get(own, {})
        read_own = partial(self._own_field, row)
        return Service(
            id=own,
            source=self._source,
            organization_id=organization,
            name=name,
            name_es=clean(mine.get("name_es")),
            alternate_name=clean(row.text("alternate_name")),
            description=clean(row.text("description")),
            url=clean(row.text("url")),
            email=clean(row.text("email")),
            status=self._status(row),
            needs=needs,
            eligibility_description=clean(row.text("eligibility_description")),
            minimum_age=self._field(row, "minimum_age", _age),
            maximum_age=self._field(row, "maximum_age", _age),
            fees_description=clean(row.text("fees_description") or row.text("fees")),
            application_process=clean(row.text("application_process")),
            interpretation_services=clean(row.text("interpretation_services")),
            alert=clean(row.text("alert")),
            coverage=mine.get("coverage", "local") if mine.get("coverage") in _COVERAGES else "local",
            coverage_state=mine.get("coverage_state", ""),
            audience=mine.get("audience", ""),
            priority=read_own(mine, "priority", _priority, 50),
            verified_on=self._field(row, "assured_date", read_date),
            valid_from=read_own(mine, "valid_from", read_date, None),
            valid_to=read_own(mine, "valid_to", read_date, None),
            extra=self._extra("service", row),
        )

    def _location(self, row: Row) -> Location:
        latitude = self._field(row, "latitude", read_degrees)
        longitude = self._field(row, "longitude", read_degrees)
        return Location(
            id=self._id("location", row.text("id")),
            source=self._source,
            name=clean(row.text("name")),
            location_type=row.text("location_type") or "physical",
            description=clean(row.text("description")),
            transportation=clean(row.text("transportation")),
            latitude=latitude,
            longitude=longitude,
            extra=self._extra("location", row),
        )

    def _places(self, services: dict[str, Service], locations: dict[str, Location]) -> tuple[ServiceAtLocation, ...]:
        places: list[ServiceAtLocation] = []
        for row in self._tables.all("service_at_location"):
            service = self._id("service", row.text("service_id"))
            location = self._id("location", row.text("location_id")) if row.text("location_id") else None
            if service not in services:
                self._rejected.append(Problem(row.where, "a place of a service that is not in the file"))
                continue
            if location is not None and location not in locations:
                self._warnings.append(Problem(row.where, "its location is not in the file: kept without one"))
                location = None
            own = self._id("service_at_location", row.text("id"))
            places.append(ServiceAtLocation(own, self._source, service, location, clean(row.text("description"))))
        placed = {place.service_id for place in places}
        places += [
            # Help by phone or on the way needs no location; a place is what people are sent to.
            ServiceAtLocation(self._id("service_at_location", f"of:{own}"), self._source, own)
            for own in services
            if own not in placed
        ]
        return tuple(places)

    def _status(self, row: Row) -> str:
        said = row.text("status").lower()
        if said and said not in _STATUSES:
            self._warnings.append(Problem(row.where, f"the status {said!r} is not one of HSDS: taken as inactive"))
            return "inactive"
        return said or "active"

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

    def _children(self, table: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
        """Rows Warmline carries but does not use, by the id of their owner and their table."""
        found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
        for child in _CARRIED[table]:
            for row in self._tables.all(child):
                if owner := row.text(f"{table}_id"):
                    found[owner][child].append({name: value for name, value in row.values.items() if value != ""})
        return found

    def _extra(self, table: str, row: Row) -> dict[str, Any]:
        known = _KNOWN_FIELDS[table]
        fields = {k: v for k, v in row.values.items() if k not in known and v not in (None, "")}
        children = self._carried[table].get(row.text("id"))
        return fields | {child: rows for child, rows in children.items() if rows} if children else fields

    def _warn_of_idle(self, organizations: dict[str, Organization], services: dict[str, Service]) -> None:
        busy = {service.organization_id for service in services.values()}
        for each in organizations.values():
            if each.id not in busy:
                where = f"organization {each.name!r}"
                self._warnings.append(Problem(where, "offers no service in this file: left out"))


def _age(text: str) -> int | None:
    return read_whole(text, 0, 130, "age")


def _priority(text: str) -> int:
    return read_whole(text, 0, 100, "priority") or 0
