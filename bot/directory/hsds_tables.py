"""HSDS 3.0 documents, however they are nested, as the flat tables of the specification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.directory.report import BrokenFile, Problem

TABLES = {
    "organization": "organizations",
    "service": "services",
    "location": "locations",
    "service_at_location": "service_at_location",
    "address": "addresses",
    "phone": "phones",
    "schedule": "schedules",
    "language": "languages",
    "attribute": "attributes",
    "taxonomy_term": "taxonomy_terms",
    "taxonomy": "taxonomies",
    "contact": "contacts",
    "program": "programs",
    "funding": "funding",
    "cost_option": "cost_options",
    "required_document": "required_documents",
    "service_area": "service_areas",
    "accessibility": "accessibility",
    "organization_identifier": "organization_identifiers",
    "metadata": "metadata",
    "meta_table_description": "meta_table_descriptions",
}
"""Name of a record and of its file in the tabular form."""

_TABLE_OF_FILE = {name: table for table, name in TABLES.items()} | {"service_at_locations": "service_at_location"}
_MANY = {name: table for table, name in TABLES.items() if table not in ("service_at_location", "taxonomy")} | {
    "service_at_locations": "service_at_location"
}
_ONE = {
    "organization": ("organization", "organization_id"),
    "service": ("service", "service_id"),
    "location": ("location", "location_id"),
    "program": ("program", "program_id"),
    "taxonomy_term": ("taxonomy_term", "taxonomy_term_id"),
    "taxonomy_detail": ("taxonomy", "taxonomy_id"),
}
_SHARED = frozenset(
    {"organization", "service", "location", "service_at_location", "program", "taxonomy_term", "taxonomy"}
)
_LINKED_BY_LINK_ID = {"attribute": "link_id", "metadata": "resource_id"}


@dataclass
class Row:
    """One record as its source gives it, and where it stood."""

    where: str
    values: dict[str, Any]

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None or isinstance(value, dict | list) else str(value).strip()


@dataclass
class Tables:
    """Rows by table and id; the same record met twice is one row."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def all(self, table: str) -> Iterator[Row]:
        yield from self.rows.get(table, {}).values()

    def add(self, table: str, row: Row, owner: str = "") -> str:
        """Add or complete a row; returns its id. A record without an id gets its place as id.

        ``owner`` is the id of the record around it: a phone or schedule that is repeated under
        another owner belongs to both.
        """
        own = row.text("id") or f"{table}@{row.where}"
        known = self.rows.setdefault(table, {}).get(own)
        if known is not None and table not in _SHARED and owner and owner not in known.values.values():
            own = f"{own}@{owner}"
            known = self.rows[table].get(own)
        row.values["id"] = own
        if known is None:
            self.rows[table][own] = row
        elif (not owner and table not in _SHARED) or known.text("name") != row.text("name") != "":
            reason = f"the id {own} was already used at {known.where}; that one is kept"
            self.problems.append(Problem(row.where, reason))
        else:
            for name, value in row.values.items():
                if known.values.get(name) in (None, ""):
                    known.values[name] = value
        return own


def table_of_file(name: str) -> str | None:
    """``services.csv`` or ``services`` → ``service``; ``None`` for a name HSDS does not have."""
    return _TABLE_OF_FILE.get(name.rsplit("/", 1)[-1].removesuffix(".csv").lower())


def tables_of_document(document: object) -> Tables:
    """Tables of a parsed JSON document: one record, a list, a page of an API, or flat tables.

    Raises :class:`BrokenFile` when it is none of these.
    """
    tables = Tables()
    if isinstance(document, list):
        _walk_list(tables, document, "", None, "")
    elif isinstance(document, dict) and isinstance(document.get("contents"), list):
        _walk_list(tables, document["contents"], "contents", None, "")
    elif isinstance(document, dict) and _is_flat(document):
        for name, rows in document.items():
            table = table_of_file(name)
            if table and isinstance(rows, list):
                _walk_list(tables, rows, name, table, "")
    elif isinstance(document, dict):
        _walk(tables, _kind(document), document, "the document", {})
    else:
        raise BrokenFile("This JSON file holds no organizations or services in the form of HSDS 3.0.")
    main = ("organization", "service", "service_at_location", "location")
    if not any(row.text("name") or row.text("service_id") for table in main for row in tables.all(table)):
        raise BrokenFile("This JSON file holds no organizations or services in the form of HSDS 3.0.")
    return tables


def _is_flat(document: Mapping[str, Any]) -> bool:
    return "id" not in document and any(table_of_file(name) and isinstance(v, list) for name, v in document.items())


def _kind(record: Mapping[str, Any]) -> str:
    if "service" in record or "service_id" in record:
        return "service_at_location"
    if "location_type" in record or "latitude" in record:
        return "location"
    if "organization" in record or "organization_id" in record or "service_at_locations" in record:
        return "service"
    return "service" if "status" in record else "organization"


def _walk_list(
    tables: Tables, records: list[Any], where: str, table: str | None, foreign: str, owner: str = ""
) -> None:
    for number, record in enumerate(records):
        here = f"{where}[{number}]"
        if not isinstance(record, dict):
            tables.problems.append(Problem(here, "is not a record"))
            continue
        _walk(tables, table or _kind(record), record, here, {foreign: owner} if foreign else {})


def _walk(tables: Tables, table: str, record: Mapping[str, Any], where: str, links: Mapping[str, str]) -> str:
    row = Row(where, {name: value for name, value in record.items() if not isinstance(value, dict | list)})
    row.values.update({name: owner for name, owner in links.items() if not row.text(name)})
    for name, value in record.items():
        if isinstance(value, dict) and name in _ONE:
            child, foreign = _ONE[name]
            row.values[foreign] = _walk(tables, child, value, f"{where}.{name}", {})
    own = tables.add(table, row, next(iter(links.values()), ""))
    foreign = f"{table}_id"
    for name, value in record.items():
        if isinstance(value, list) and name in _MANY:
            child = _MANY[name]
            _walk_list(tables, value, f"{where}.{name}", child, _LINKED_BY_LINK_ID.get(child, foreign), own)
    return own
