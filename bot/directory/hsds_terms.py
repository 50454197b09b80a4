"""What taxonomies say about records: their terms, a term's ancestors, and Warmline's own marks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from bot.directory.hsds_names import TABLE_NAMES
from bot.directory.hsds_tables import Row, Tables
from bot.directory.needs import OWN_TAXONOMY
from bot.directory.records import Attribute, record_id
from bot.directory.repairs import Repairs

OWN_LINK = "warmline"
CYCLE = "taxonomy terms are each other's parents"


@dataclass
class Terms:
    """By the service's id: attributes, all words that may stand for needs, Warmline's own marks.

    ``others`` are attributes of organizations and locations, by ``table:id of the source``, as
    they are carried to the export.
    """

    attributes: dict[str, list[Attribute]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    own: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    own_needs: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))


def read_terms(tables: Tables, source: str, repairs: Repairs) -> Terms:
    """Every attribute in ``tables``, at what it belongs to."""
    terms = {row.text("id"): row for row in tables.all("taxonomy_term")}
    names = {row.text("id"): row.text("name") for row in tables.all("taxonomy")}
    found = Terms()
    for row in tables.all("attribute"):
        entity = TABLE_NAMES.get(row.text("link_entity").lower(), "service")
        term = terms.get(row.text("taxonomy_term_id"))
        if entity != "service":
            _carry(found, entity, row, term, repairs)
            continue
        service = record_id(source, "service", row.text("link_id"))
        if row.text("link_type") == OWN_LINK:
            name, _, value = row.text("value").partition("=")
            found.own[service][name] = value
            continue
        attribute = _attribute(row, term, names, source, service)
        if attribute is None:
            repairs.note("an attribute names a taxonomy term that is not in the file: not used", row.where)
        elif attribute.taxonomy == OWN_TAXONOMY:
            found.own_needs[service].append(attribute.code)
        else:
            found.attributes[service].append(attribute)
            found.words[service] += [attribute.name, attribute.code, *_ancestors(term, terms, repairs)]
    return found


def _attribute(row: Row, term: Row | None, names: dict[str, str], source: str, service: str) -> Attribute | None:
    own = record_id(source, "attribute", row.text("id"))
    if term is None:
        value = row.text("value")
        # A free word, such as Ohana's keywords, is a term without a taxonomy.
        return Attribute(own, service, row.text("link_type"), "", value) if value else None
    taxonomy = term.text("taxonomy") or names.get(term.text("taxonomy_id"), "")
    return Attribute(own, service, taxonomy, term.text("code"), term.text("name"))


def _ancestors(term: Row | None, terms: dict[str, Row], repairs: Repairs) -> list[str]:
    """Names of the terms above ``term``, the nearest first."""
    seen: dict[str, str] = {}
    while term is not None and (parent := term.text("parent_id")):
        if parent in seen or parent == term.text("id"):
            repairs.note(CYCLE, term.where)
            break
        term = terms.get(parent)
        seen[parent] = term.text("name") if term else ""
    return [name for name in seen.values() if name]


def _carry(found: Terms, entity: str, row: Row, term: Row | None, repairs: Repairs) -> None:
    if entity not in ("organization", "location"):
        repairs.note(f"attributes of a {entity} are not kept", row.where)
        return
    kept: dict[str, Any] = {name: value for name, value in row.values.items() if name != f"{entity}_id"}
    if term is not None:
        name = term.text("name")
        kept["taxonomy_term"] = {"description": name, **term.values}
    found.others[f"{entity}:{row.text('link_id')}"].append(kept)
