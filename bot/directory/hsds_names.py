"""Names of HSDS tables, files and nested lists, of 3.0 and of all that came before it."""

from __future__ import annotations

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
"""Name of a record and of its file in the tabular form of 3.0."""

OLD_TABLES = {
    "physical_address": "physical_addresses",
    "postal_address": "postal_addresses",
    "mail_address": "mail_addresses",
    "regular_schedule": "regular_schedules",
    "holiday_schedule": "holiday_schedules",
    "service_taxonomy": "service_taxonomies",
    "other_attribute": "other_attributes",
    "accessibility_for_disabilities": "accessibility_for_disabilities",
    "payment_accepted": "payments_accepted",
    "eligibility": "eligibilities",
}
"""The same for tables that 3.0 has no more; :mod:`bot.directory.hsds_old` says what they are now."""

_OTHER_SPELLINGS = {
    "services_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "services_at_locations": "service_at_location",
    "services_taxonomy": "service_taxonomy",
    "services_taxonomies": "service_taxonomy",
    "service_taxonomys": "service_taxonomy",
    "service_attribute": "service_taxonomy",
    "service_attributes": "service_taxonomy",
    "eligibilitys": "eligibility",
    "fundings": "funding",
    "accessibilities": "accessibility",
    "payment_accepteds": "payment_accepted",
    "link_taxonomies": "other_attribute",
    "taxonomys": "taxonomy",
}
TABLE_NAMES: dict[str, str] = {
    **{spelling: table for table, files in (TABLES | OLD_TABLES).items() for spelling in (files, table)},
    **_OTHER_SPELLINGS,
}
"""Any spelling → the table's name."""

SHARED = frozenset(
    {"organization", "service", "location", "service_at_location", "program", "taxonomy_term", "taxonomy"}
)
"""Tables whose records are the same record wherever their id is met; others belong to one owner."""

ONE = {
    "organization": ("organization", "organization_id"),
    "service": ("service", "service_id"),
    "location": ("location", "location_id"),
    "program": ("program", "program_id"),
    "taxonomy_term": ("taxonomy_term", "taxonomy_term_id"),
    "taxonomy_detail": ("taxonomy", "taxonomy_id"),
    "taxonomy": ("taxonomy_term", "taxonomy_term_id"),  # before 3.0 a term was called a taxonomy
    "regular_schedule": ("regular_schedule", ""),
    "physical_address": ("physical_address", ""),
    "postal_address": ("postal_address", ""),
}
"""Records nested as one object: their table, and the field that refers to them (or none: a child)."""

OWNERS = ("service_at_location", "service", "location", "organization")
"""To what a child may belong, the most particular first."""

LINKED_BY = {"attribute": "link_id", "metadata": "resource_id", "other_attribute": "link_id"}
"""Children that name their owner in a field of their own."""


def table_of_file(name: str) -> str | None:
    """``services.csv`` or ``services`` → ``service``; ``None`` for a name HSDS never had."""
    return TABLE_NAMES.get(name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".csv").lower())
