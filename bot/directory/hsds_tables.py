"""HSDS documents of any version, however they are nested, as flat rows of 3.0's tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.directory.hsds_names import LINKED_BY, ONE, OWNERS, SHARED, TABLE_NAMES, TABLES
from bot.directory.hsds_old import modern
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, Problem
from bot.directory.text_cleaning import clean, clean_link

NO_DIRECTORY = "This file holds no organizations or services in a form of HSDS."
_LINKS = frozenset({"url", "website", "uri", "term_uri", "logo", "schedule_link"})
_NOT_KEPT = frozenset({"metadata", "meta_table_description"})


class Flat(NamedTuple):
    """One record without anything nested. ``owner`` is ``service:12`` or empty; ``where`` a line or a path."""

    table: str
    own: str
    owner: str
    where: str
    values: dict[str, str]


@dataclass
class Row:
    """One record as its source gives it, cleaned, and where it stood."""

    where: str
    values: dict[str, str]

    def text(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass
class Tables:
    """Rows by table and id; the same record met twice is one row."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def all(self, table: str) -> Iterator[Row]:
        yield from self.rows.get(table, {}).values()

    def add(self, flat: Flat) -> None:
        """Add or complete a row. A phone that is repeated under another owner belongs to both."""
        rows, own = self.rows.setdefault(flat.table, {}), flat.own
        known = rows.get(own)
        if known is not None and flat.table not in SHARED and not _belongs(known, flat.owner):
            own = f"{own}@{flat.owner}"
            known = rows.get(own)
        if known is None:
            flat.values["id"] = own
            rows[own] = Row(flat.where, flat.values)
            return
        if any(known.values.get(name, value) != value for name, value in flat.values.items() if name != "id"):
            reason = f"the id {own} was already used at {known.where}; what that one says is kept"
            self.problems.append(Problem(flat.where, reason))
        known.values.update({name: value for name, value in flat.values.items() if name not in known.values})


def tables_of_document(document: object) -> Tables:
    """Tables of a parsed JSON document. Raises :class:`BrokenFile` when it is no directory."""
    tables = Tables()
    repairs = Repairs()
    for table, record, where in records_of_document(document):
        for flat in flatten(table, record, where, repairs):
            tables.add(flat)
    tables.problems.extend(repairs.problems())
    main = ("organization", "service", "service_at_location", "location")
    if not any(row.text("name") or row.text("service_id") for table in main for row in tables.all(table)):
        raise BrokenFile(NO_DIRECTORY)
    return tables


def records_of_document(document: object) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """``(table, record, where)`` of one record, a list, a page of an API, or flat tables."""
    if isinstance(document, dict) and _is_flat(document):
        for name, rows in document.items():
            table = table_of_list(name)
            if table and isinstance(rows, list):
                yield from records_of_list(rows, name, table)
    elif isinstance(document, dict) and isinstance(document.get("contents"), list):
        yield from records_of_list(document["contents"], "contents", "")
    elif isinstance(document, dict):
        yield kind_of(document), document, "the document"
    elif isinstance(document, list):
        yield from records_of_list(document, "", "")
    else:
        raise BrokenFile(NO_DIRECTORY)


def records_of_list(records: list[Any], name: str, table: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """The records of a list; ``table`` is told from each where it is empty."""
    for number, record in enumerate(records):
        if isinstance(record, dict):
            yield table or kind_of(record), record, f"{name}[{number}]"


def table_of_list(name: str) -> str | None:
    """The table of a list in a flat document; file names are allowed."""
    return TABLE_NAMES.get(name.lower().removesuffix(".csv"))


def _is_flat(document: Mapping[str, Any]) -> bool:
    return "id" not in document and any(table_of_list(name) and isinstance(v, list) for name, v in document.items())


def kind_of(record: Mapping[str, Any]) -> str:
    """The table a record without a name belongs to, by its fields."""
    if "service" in record or "service_id" in record:
        return "service_at_location"
    if "location_type" in record or "latitude" in record:
        return "location"
    if "organization" in record or "organization_id" in record or "service_at_locations" in record:
        return "service"
    return "service" if "status" in record else "organization"


def flatten(table: str, record: Mapping[str, Any], where: str, repairs: Repairs) -> list[Flat]:
    """``record`` of ``table`` and everything nested in it, the outer ones first."""
    values, nested = _cells(record, where, repairs)
    found: list[Flat] = []
    _flatten(table, values, nested, where, repairs, found)
    return found


def _flatten(
    table: str, values: dict[str, str], nested: Mapping[str, Any], where: str, repairs: Repairs, found: list[Flat]
) -> str:
    """Add to ``found``; returns the record's id."""
    if not nested:
        return _add(table, values, where, repairs, found)
    below: list[Flat] = []
    children: list[tuple[str, Any, str]] = []
    for name, value in nested.items():
        child, foreign = ONE.get(name, ("", "")) if isinstance(value, dict) else ("", "")
        if foreign:
            inside = f"{where}.{name}"
            values[foreign] = _flatten(child, *_cells(value, inside, repairs), inside, repairs, below)
        elif child:
            children.append((child, value, f"{where}.{name}"))
        elif isinstance(value, list) and name in TABLE_NAMES:
            children += [(TABLE_NAMES[name], each, f"{where}.{name}[{n}]") for n, each in enumerate(value)]
        else:
            repairs.note(f"the field {name!r} holds a structure that is not known: not used", where)
    own = _add(table, values, where, repairs, found)
    found += below
    for child, each, here in children:
        _child(child, each, here, (table, own), repairs, found)
    return own


def _add(table: str, values: dict[str, str], where: str, repairs: Repairs, found: list[Flat]) -> str:
    """Add the rows of 3.0 that one record is; returns its id."""
    own = _own_id(table, values)
    for number, (made, cells) in enumerate(modern(table, values)):
        if made in _NOT_KEPT:
            repairs.note(f"rows of {TABLES[made]} are about the data, not about help: not kept", where)
            continue
        made_own = own if made == table and made in SHARED else _own_id(made, cells)
        if made not in SHARED and "id" in cells:
            if made != table:
                made_own = f"{made_own}@{table}"  # its old tables counted each from 1
            elif number:
                made_own = f"{made_own}#{number}"
        found.append(Flat(made, made_own, owner_of(made, cells), where, cells))
    return own


def _child(table: str, value: Any, where: str, parent: tuple[str, str], repairs: Repairs, found: list[Flat]) -> None:
    if not isinstance(value, dict):
        repairs.note("is not a record: not used", where)
        return
    values, nested = _cells(value, where, repairs)
    if table in LINKED_BY:
        values.setdefault(LINKED_BY[table], parent[1])
        values.setdefault("link_entity", parent[0])
    else:
        values.setdefault(f"{parent[0]}_id", parent[1])
    _flatten(table, values, nested, where, repairs, found)


def _cells(record: Mapping[str, Any], where: str, repairs: Repairs) -> tuple[dict[str, str], dict[str, Any]]:
    """The filled cells of a record as clean text, and what is nested in it."""
    values: dict[str, str] = {}
    nested: dict[str, Any] = {}
    notes: set[str] = set()
    for name, value in record.items():
        kind = type(value)
        if kind is list and value and all(isinstance(each, str | int | float) for each in value):
            value = ", ".join(map(str, value))
        elif kind is dict or kind is list:
            if value:
                nested[name] = value
            continue
        if value is not None:
            text = clean_link(value) if name in _LINKS else clean(value, notes)
            if text:
                values[name] = text
    for note in notes:
        repairs.note(note, where)
    return values, nested


def _own_id(table: str, values: Mapping[str, str]) -> str:
    """The record's id, else one made of all it says, so that it is the same in the next file."""
    if own := values.get("id"):
        return own
    if table in ("taxonomy", "taxonomy_term") and (own := values.get("taxonomy_id")):
        return own
    said = repr(sorted(values.items()))
    return "~" + hashlib.blake2s(f"{table}{said}".encode(), digest_size=12).hexdigest()


def owner_of(table: str, values: Mapping[str, str]) -> str:
    """``kind:id`` of what a row belongs to; empty for a record that stands alone."""
    if table in LINKED_BY:
        entity = values.get("link_entity", "").lower()
        entity = TABLE_NAMES.get(entity, "service")
        link = values.get(LINKED_BY[table], "")
        return f"{entity}:{link}" if link else ""
    if table == "service":
        return ""
    if table == "language" and (phone := values.get("phone_id")):
        return f"phone:{phone}"
    for owner in OWNERS:
        if owner != table and (own := values.get(f"{owner}_id")):
            return f"{owner}:{own}"
    contact = values.get("contact_id")
    return f"contact:{contact}" if contact else ""


def _belongs(known: Row, owner: str) -> bool:
    return not owner or owner.partition(":")[2] in known.values.values()
