"""Rows of HSDS 1.x, 2.x and their kin, said in the words of 3.0.

Nothing is judged here: a row comes out as one or more rows with the tables and fields of 3.0,
and fields nobody ever standardised stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Cells = dict[str, str]
Adapted = Iterator[tuple[str, Cells]]

_RENAMED: dict[str, dict[str, str]] = {
    "organization": {"url": "website", "date_incorporated": "year_incorporated", "organization_name": "name"},
    "service": {
        "fees": "fees_description",
        "website": "url",
        "eligibility": "eligibility_description",
        "last_verified_on": "assured_date",
    },
    "location": {"website": "url"},
    "phone": {"number_type": "type", "phone_number": "number"},
    "schedule": {"weekday": "byday", "original_text": "description"},
    "language": {"language": "name"},
    "service_area": {"service_area": "name", "area": "name"},
    "accessibility": {"accessibility": "description"},
    "funding": {"funding_source": "source"},
    "cost_option": {"payment": "option"},
    "required_document": {"required_document": "document"},
    "taxonomy_term": {"term": "name", "vocabulary": "taxonomy"},
    "attribute": {"taxonomy_id": "taxonomy_term_id", "service_id": "link_id"},
}
_YES = ("true", "yes", "1", "t", "y")
_ANCIENT = re.compile(r"\b000?1\b")  # Ohana writes holidays of every year as "January 01, 0001"


def modern(table: str, cells: Cells) -> Iterable[tuple[str, Cells]]:
    """``cells`` of ``table`` (any spelling of :data:`TABLE_NAMES`) as rows of 3.0."""
    old = _OLD_FIELDS.get(table)
    if old is not None and old.isdisjoint(cells):
        return ((table, cells),)  # 3.0 itself, or nearly
    adapt = _ADAPT.get(table)
    return adapt(cells) if adapt is not None else ((table, _renamed(table, cells)),)


def _renamed(table: str, cells: Cells) -> Cells:
    for old, new in _RENAMED.get(table, {}).items():
        if old in cells and new not in cells:
            cells[new] = cells.pop(old)
    return cells


def _organization(cells: Cells) -> Adapted:
    yield from _split(cells, "organization", "funding_sources", "funding", "source")
    cells = _renamed("organization", cells)
    if year := re.search(r"\b(1[89]|20)\d\d\b", cells.get("year_incorporated", "")):
        cells["year_incorporated"] = year[0]
    yield "organization", cells


def _service(cells: Cells) -> Adapted:
    own = cells.get("id", "")
    for field, table, name in _SERVICE_LISTS:
        yield from _split(cells, "service", field, table, name)
    for term in _parts(cells.pop("taxonomy_ids", "")):
        yield "attribute", {"link_id": own, "link_entity": "service", "taxonomy_term_id": term}
    for word in _parts(cells.pop("keywords", "")):
        yield "attribute", {"link_id": own, "link_entity": "service", "value": word, "link_type": "keyword"}
    if location := cells.pop("location_id", ""):
        yield "service_at_location", {"service_id": own, "location_id": location}
    cells = _renamed("service", cells)
    if audience := cells.pop("audience", ""):
        said = cells.get("eligibility_description", "")
        cells["eligibility_description"] = f"{said.rstrip('.')}. For: {audience}" if said else audience
    yield "service", cells


_SERVICE_LISTS = (
    ("languages", "language", "name"),
    ("service_areas", "service_area", "name"),
    ("required_documents", "required_document", "document"),
    ("accepted_payments", "cost_option", "option"),
    ("funding_sources", "funding", "source"),
)


def _location(cells: Cells) -> Adapted:
    yield from _split(cells, "location", "languages", "language", "name")
    yield from _split(cells, "location", "accessibility", "accessibility", "description")
    if "virtual" in cells:
        virtual = cells.pop("virtual").lower() in _YES
        cells.setdefault("location_type", "virtual" if virtual else "physical")
    if "description" not in cells and "short_desc" in cells:
        cells["description"] = cells.pop("short_desc")
    cells.pop("admin_emails", None)  # whom the source lets edit it; nobody's contact
    yield "location", _renamed("location", cells)


def _phone(cells: Cells) -> Adapted:
    cells = _renamed("phone", cells)
    words = [cells.pop(name) for name in ("department", "vanity_number") if name in cells]
    if words:
        cells["description"] = ", ".join([*words, *([cells["description"]] if "description" in cells else [])])
    if cells.get("country_prefix") in ("1", "+1"):
        del cells["country_prefix"]
    yield "phone", cells


def _address(kind: str) -> Callable[[Cells], Adapted]:
    def adapt(cells: Cells) -> Adapted:
        if kind:
            cells.setdefault("address_type", kind)
        if attention := cells.pop("attention", ""):
            cells["address_2"] = ", ".join(part for part in (cells.get("address_2", ""), attention) if part)
        yield "address", cells

    return adapt


def _holiday(cells: Cells) -> Adapted:
    first, last = cells.pop("start_date", ""), cells.pop("end_date", "")
    closed = cells.pop("closed", "").lower() in _YES
    every_year = bool(_ANCIENT.search(first))
    days = " to ".join(dict.fromkeys(_ANCIENT.sub("every year", day) for day in (first, last) if day))
    hours = "" if closed else f" {cells.get('opens_at', '')}-{cells.get('closes_at', '')}"
    cells["description"] = f"Holiday {days}: {'closed' if closed else 'open' + hours}"
    if closed or every_year:
        cells.pop("opens_at", None)
        cells.pop("closes_at", None)
    if not every_year:
        cells |= {"valid_from": first, "valid_to": last or first}
    yield "schedule", cells


def _service_taxonomy(cells: Cells) -> Adapted:
    cells = _renamed("attribute", cells)
    yield "attribute", cells | {"link_entity": "service"}


def _taxonomy(cells: Cells) -> Adapted:
    """Before 3.0 a taxonomy's table held its terms."""
    if not cells.keys() & {"parent_id", "parent_name", "vocabulary", "taxonomy_id", "term"}:
        yield "taxonomy", cells
        return
    if "id" not in cells and "taxonomy_id" in cells:
        cells["id"] = cells.pop("taxonomy_id")
    cells.pop("parent_name", None)  # parent_id says the same
    yield "taxonomy_term", _renamed("taxonomy_term", cells)


def _eligibility(cells: Cells) -> Adapted:
    names = {"eligibility": "eligibility_description", "eligibility_details": "eligibility_description"}
    kept = {names.get(name, name): cells[name] for name in cells if name not in ("id", "service_id")}
    if own := cells.get("service_id"):
        yield "service", {"id": own, **kept}


def _split(cells: Cells, owner: str, field: str, table: str, name: str) -> Adapted:
    """A cell that is a list ("Spanish, Tagalog") as rows of its own."""
    for part in _parts(cells.pop(field, "")):
        yield table, {f"{owner}_id": cells.get("id", ""), name: part}


def _parts(text: str) -> list[str]:
    # Not within brackets: "Chinese (Mandarin, Cantonese)" is one.
    return [part.strip() for part in re.split(r"[,;|](?![^()]*\))", text) if part.strip()]


def _attribute(cells: Cells) -> Adapted:
    terms = cells.pop("terms", "")
    for term in _parts(terms):
        yield "attribute", {**cells, "value": term}
    if not terms:
        yield "attribute", _renamed("attribute", cells)


def _service_area(cells: Cells) -> Adapted:
    cells = _renamed("service_area", cells)
    names = [each.strip() for each in cells.get("name", "").split(";") if each.strip()]
    for name in names or [""]:
        yield "service_area", {**cells, "name": name} if name else cells


_ADAPT: dict[str, Callable[[Cells], Adapted]] = {
    "organization": _organization,
    "service": _service,
    "location": _location,
    "phone": _phone,
    "address": _address(""),
    "attribute": _attribute,
    "service_area": _service_area,
    "physical_address": _address("physical"),
    "postal_address": _address("postal"),
    "mail_address": _address("postal"),
    "regular_schedule": lambda cells: iter([("schedule", _renamed("schedule", cells))]),
    "holiday_schedule": _holiday,
    "service_taxonomy": _service_taxonomy,
    "other_attribute": lambda cells: iter([("attribute", _renamed("attribute", cells))]),
    "accessibility_for_disabilities": lambda cells: iter([("accessibility", _renamed("accessibility", cells))]),
    "payment_accepted": lambda cells: iter([("cost_option", _renamed("cost_option", cells))]),
    "eligibility": _eligibility,
    "taxonomy": _taxonomy,
}
_OLD_FIELDS: dict[str, frozenset[str]] = {
    "organization": frozenset(
        {"url", "date_incorporated", "organization_name", "funding_sources", "year_incorporated"}
    ),
    "service": frozenset({"taxonomy_ids", "keywords", "location_id", "audience", *_RENAMED["service"]})
    | {field for field, _, _ in _SERVICE_LISTS},
    "location": frozenset({"languages", "accessibility", "virtual", "short_desc", "admin_emails", "website"}),
    "phone": frozenset({"department", "vanity_number", "country_prefix", *_RENAMED["phone"]}),
    "address": frozenset({"attention"}),
    "attribute": frozenset({"terms", *_RENAMED["attribute"]}),
    "schedule": frozenset(_RENAMED["schedule"]),
    "language": frozenset(_RENAMED["language"]),
    "service_area": frozenset({"name", *_RENAMED["service_area"]}),
    "service_at_location": frozenset(),
}
"""Tables whose rows need a second look only where one of these fields is in them."""
