"""Tables of the directory: HSDS records as imported, and flat rows for the search.

``directory_place`` and ``directory_place_need`` are made from the other tables at every import;
an answer reads nothing else. Directory data is public and stored in clear. Times are seconds since
the epoch, UTC; days are dates.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from bot.store.metadata import metadata

ID = String(36)
NUMBER = BigInteger().with_variant(Integer, "sqlite")


def text_column(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


OWNERS = ("organization", "service", "location", "service_at_location")


def _owner_columns() -> list[Column[str]]:
    return [Column(f"{owner}_id", ID, ForeignKey(f"directory_{owner}.id")) for owner in OWNERS]


def _indexes(table: str, *columns: str) -> list[Index]:
    return [Index(f"ix_{table}_{column.removesuffix('_id')}", column) for column in columns]


def _owner_indexes(table: str) -> list[Index]:
    # Three of the four are empty in every row: an index of them all would be three quarters nothing.
    indexes = []
    for owner in OWNERS:
        given = text(f"{owner}_id IS NOT NULL")
        indexes.append(Index(f"ix_{table}_{owner}", f"{owner}_id", sqlite_where=given, postgresql_where=given))
    return indexes


UNFINISHED = ""
"""The digest of a source whose import is still under way, or stopped between two pieces."""

directory_source = Table(
    "directory_source",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("format", String(20), nullable=False),
    Column("imported_at", Float, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("turn", Integer, nullable=False),  # one more with every write of an import, see directory_claim.py
)

directory_organization = Table(
    "directory_organization",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", String(80), nullable=False),
    *(text_column(name) for name in ("name", "alternate_name", "description", "email", "website")),
    Column("extra", JSON, nullable=False),
    *_indexes("directory_organization", "source"),
)

directory_service = Table(
    "directory_service",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("organization_id", ID, ForeignKey("directory_organization.id"), nullable=False),
    *(
        text_column(name)
        for name in ("name", "name_es", "alternate_name", "description", "url", "email", "status", "needs")
    ),
    text_column("eligibility_description"),
    Column("minimum_age", Integer),
    Column("maximum_age", Integer),
    *(text_column(name) for name in ("fees_description", "application_process", "interpretation_services", "alert")),
    *(text_column(name) for name in ("coverage", "coverage_state", "audience")),
    Column("confidential", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("verified_on", Date),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("extra", JSON, nullable=False),
    *_indexes("directory_service", "source", "organization_id"),
)

directory_location = Table(
    "directory_location",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", String(80), nullable=False),
    *(text_column(name) for name in ("name", "location_type", "description", "transportation")),
    Column("latitude", Float),
    Column("longitude", Float),
    *(text_column(name) for name in ("timezone", "position_from")),
    Column("extra", JSON, nullable=False),
    *_indexes("directory_location", "source"),
)

directory_service_at_location = Table(
    "directory_service_at_location",
    metadata,
    Column("id", ID, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("service_id", ID, ForeignKey("directory_service.id"), nullable=False),
    Column("location_id", ID, ForeignKey("directory_location.id")),
    text_column("description"),
    Column("digest", String(64), nullable=False),
    Column("retired_on", Date),
    *_indexes("directory_service_at_location", "source", "service_id", "location_id"),
)

directory_address = Table(
    "directory_address",
    metadata,
    Column("id", ID, primary_key=True),
    Column("location_id", ID, ForeignKey("directory_location.id"), nullable=False),
    *(text_column(name) for name in ("address_1", "address_2", "city", "state_province", "postal_code", "country")),
    text_column("address_type"),
    *_indexes("directory_address", "location_id"),
)

directory_phone = Table(
    "directory_phone",
    metadata,
    Column("id", ID, primary_key=True),
    *_owner_columns(),
    *(text_column(name) for name in ("number", "extension", "type", "description", "language")),
    # Its place among the phones of its owner: the first is the one that is given to people.
    Column("position", Integer, nullable=False, default=0),
    *_owner_indexes("directory_phone"),
)

directory_schedule = Table(
    "directory_schedule",
    metadata,
    Column("id", ID, primary_key=True),
    *_owner_columns(),
    text_column("freq"),
    Column("interval", Integer, nullable=False),
    *(text_column(name) for name in ("byday", "bymonthday", "opens_at", "closes_at", "description")),
    Column("dtstart", Date),
    Column("valid_from", Date),
    Column("valid_to", Date),
    *_owner_indexes("directory_schedule"),
)

directory_language = Table(
    "directory_language",
    metadata,
    Column("id", ID, primary_key=True),
    *_owner_columns(),
    *(text_column(name) for name in ("code", "name")),
    *_owner_indexes("directory_language"),
)

directory_attribute = Table(
    "directory_attribute",
    metadata,
    Column("id", ID, primary_key=True),
    Column("service_id", ID, ForeignKey("directory_service.id"), nullable=False),
    *(text_column(name) for name in ("taxonomy", "code", "name")),
    *_indexes("directory_attribute", "service_id"),
)

directory_place = Table(
    "directory_place",
    metadata,
    Column("id", ID, ForeignKey("directory_service_at_location.id"), primary_key=True),
    Column("service_id", ID, nullable=False),
    Column("organization_id", ID, nullable=False),
    Column("source", String(80), nullable=False),
    *(text_column(name) for name in ("name", "what", "what_es", "phone", "phone_es", "address")),
    Column("latitude", Float),
    Column("longitude", Float),
    *(text_column(name) for name in ("timezone", "schedules", "languages", "needs", "coverage", "state", "audience")),
    Column("confidential", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("verified_on", Date),
    Column("valid_from", Date),
    Column("valid_to", Date),
    text_column("traits"),
    Column("minimum_age", Integer),
    Column("maximum_age", Integer),
    *_indexes("directory_place", "source"),
)

directory_place_need = Table(
    "directory_place_need",
    metadata,
    Column("need", String(20), primary_key=True),
    Column("place_id", ID, ForeignKey("directory_place.id", ondelete="CASCADE"), primary_key=True),
    Column("coverage", String(8), nullable=False),
    Column("state", String(2), nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    # Holds all that is needed to find the nearest places of a need without touching their rows.
    Index("ix_directory_place_need_position", "need", "latitude", "longitude", "place_id"),
    Index("ix_directory_place_need_coverage", "need", "coverage", "state"),
    Index("ix_directory_place_need_place", "place_id"),
)

# What became known of a place since its source wrote of it; kept over imports, one row per place.
directory_standing = Table(
    "directory_standing",
    metadata,
    Column("place_id", ID, primary_key=True),
    *(Column(name, String(8), nullable=False, default="") for name in ("reported", "judged")),
    Column("reported_on", Date),
    Column("judged_on", Date),
)

# Every outcome that somebody told of, rows only added; ``said_by`` is ``person`` or the actor of staff.
directory_outcome = Table(
    "directory_outcome",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("place_id", ID, nullable=False),
    Column("at", Float, nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("said_by", String(40), nullable=False),
    *_indexes("directory_outcome", "place_id", "at"),
)

# How often a place was named, and what was looked for in vain, by week: nobody's name or number in it.
directory_use = Table(
    "directory_use",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("week", Date, nullable=False),
    Column("place_id", ID, nullable=False),
    Index("ix_directory_use_week", "week", "place_id"),
)

directory_unmet = Table(
    "directory_unmet",
    metadata,
    Column("id", NUMBER, primary_key=True),
    Column("week", Date, nullable=False),
    Column("need", String(20), nullable=False),
    Column("state", String(2), nullable=False),
    text_column("county"),
    Column("reason", String(8), nullable=False),
    Index("ix_directory_unmet_week", "week"),
)

directory_public_address = Table(
    "directory_public_address",
    metadata,
    Column("service_id", ID, primary_key=True),
    Column("marked_at", Float, nullable=False),
)

directory_zip_area = Table(
    "directory_zip_area",
    metadata,
    Column("zip", String(5), primary_key=True),
    *(text_column(name) for name in ("city", "state", "county")),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    text_column("timezone"),
    Index("ix_directory_zip_area_city", "state", "city"),
    Index("ix_directory_zip_area_county", "state", "county"),
    Index("ix_directory_zip_area_position", "latitude", "longitude"),
)
