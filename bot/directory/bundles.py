"""Records gathered around each place: what belongs together to describe and to compare it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.directory.records import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Records,
    Schedule,
    Service,
    ServiceAtLocation,
)

FORM = "5"
"""Raise it when what is made of the same records changes: every place is then written anew."""

Owned = TypeVar("Owned", Phone, Schedule, Language)


@dataclass(frozen=True)
class Bundle:
    """One place with everything around it, the nearest owner's phones and hours first."""

    place: ServiceAtLocation
    service: Service
    organization: Organization
    location: Location | None
    addresses: tuple[Address, ...]
    phones: tuple[Phone, ...]
    schedules: tuple[Schedule, ...]
    languages: tuple[Language, ...]
    attributes: tuple[Attribute, ...]

    @property
    def address(self) -> Address | None:
        """Where one goes: the first physical address, else the first."""
        physical = (each for each in self.addresses if each.address_type == "physical")
        return next(physical, self.addresses[0] if self.addresses else None)

    @property
    def owners(self) -> tuple[str, ...]:
        """Ids whose phones, schedules and languages belong to the place, the nearest first."""
        location = (self.location.id,) if self.location else ()
        return (self.place.id, self.service.id, *location, self.organization.id)

    def digest(self) -> str:
        """The same text exactly when nothing about the place has changed."""
        said = [FORM, *map(_said, (self.place, self.service, self.organization, self.location))]
        for some in (self.addresses, self.phones, self.schedules, self.languages, self.attributes):
            said += map(_said, some)
        return hashlib.sha256("".join(said).encode()).hexdigest()


def _said(record: Any) -> str:
    """Everything a record says; a dataclass's own ``repr`` says the same in ten times as long."""
    if record is None:
        return "None"
    values = list(vars(record).values())
    if (place := _OWNER_AT.get(type(record))) is not None:
        values[place] = list(vars(values[place]).values())
    return repr(values)


_OWNER_AT = {kind: list(kind.__dataclass_fields__).index("owner") for kind in (Phone, Schedule, Language)}


def bundles(records: Records) -> Iterator[Bundle]:
    """One bundle per place whose service and organisation are among ``records``."""
    organizations = {each.id: each for each in records.organizations}
    services = {each.id: each for each in records.services}
    locations = {each.id: each for each in records.locations}
    addresses: dict[str, list[Address]] = defaultdict(list)
    for address in records.addresses:
        addresses[address.location_id].append(address)
    phones, schedules, languages = (
        _by_owner(records.phones),
        _by_owner(records.schedules),
        _by_owner(records.languages),
    )
    attributes: dict[str, list[Attribute]] = defaultdict(list)
    for attribute in records.attributes:
        attributes[attribute.service_id].append(attribute)
    for place in records.service_at_locations:
        service = services.get(place.service_id)
        organization = organizations.get(service.organization_id) if service else None
        if service is None or organization is None:
            continue
        location = locations.get(place.location_id or "")
        owners = (place.id, service.id, *((location.id,) if location else ()), organization.id)
        yield Bundle(
            place,
            service,
            organization,
            location,
            tuple(addresses.get(location.id, ())) if location else (),
            tuple(phone for owner in owners for phone in phones.get(owner, ())),
            tuple(each for owner in owners for each in schedules.get(owner, ())),
            tuple(each for owner in owners for each in languages.get(owner, ())),
            tuple(attributes.get(service.id, ())),
        )


def _by_owner(owned: Iterable[Owned]) -> dict[str, list[Owned]]:
    found: dict[str, list[Owned]] = defaultdict(list)
    for each in owned:
        owner = each.owner
        own = owner.service_at_location_id or owner.service_id or owner.location_id or owner.organization_id
        if own:
            found[own].append(each)
    return found
