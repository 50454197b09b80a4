"""What a source says that Warmline carries to the export without using it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from bot.directory.hsds_tables import Row, Tables
from bot.directory.hsds_terms import Terms
from bot.directory.records import Location, Organization, Service

_CHILDREN = {
    "organization": ("contact", "program", "funding", "organization_identifier"),
    "service": ("contact", "funding", "cost_option", "required_document", "service_area"),
    "location": ("contact", "accessibility"),
}
_KNOWN_FIELDS = {
    "organization": frozenset(Organization.__dataclass_fields__),
    "service": frozenset(Service.__dataclass_fields__) | {"assured_date", "program_id"},
    "location": frozenset(Location.__dataclass_fields__) | {"organization_id"},
}


class Carried:
    """Fields and children of each record that have no place in Warmline's own."""

    def __init__(self, tables: Tables, terms: Terms) -> None:
        self._terms = terms
        self._children = {table: _children(tables, table) for table in _CHILDREN}

    def of(self, table: str, row: Row) -> dict[str, Any]:
        """``{"licenses": "yes", "contact": [{…}], …}`` of one record."""
        known, own = _KNOWN_FIELDS[table], row.text("id")
        said: dict[str, Any] = {name: value for name, value in row.values.items() if name not in known}
        said.update(self._children[table].get(own, {}))
        if others := self._terms.others.get(f"{table}:{own}"):
            said["attribute"] = others
        return said


def _children(tables: Tables, table: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """By the id of their owner and their own table."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for child in _CHILDREN[table]:
        for row in tables.all(child):
            if owner := row.text(f"{table}_id"):
                found[owner][child].append(dict(row.values))
    return found
