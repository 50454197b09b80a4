"""The invented people of a frozen database: something in every table, written by the store's own functions.

A test reads these very people out of the databases of old versions: do not change what they said.
"""

from __future__ import annotations

import csv
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, LargeBinary, String, Table, select

from bot.conversation import Person
from bot.demo.stories import COACH as HELPER
from bot.demo.stories import LINE, THEY, Story
from bot.directory.edits import FIELDS
from bot.directory_source.load import import_path
from bot.directory_source.zip_rows import rows_of_lines, zip_lines
from bot.message import InboundText
from bot.people.coaching import add_coach
from bot.people.erasing import erase
from bot.people.holding import hold
from bot.people.laws import By
from bot.privacy import Vault
from bot.store.coaches import Profile
from bot.store.conversations import conversation_for, save_person
from bot.store.database import Database
from bot.store.demo import add_demo_person
from bot.store.directory_tables import directory_place
from bot.store.key_change import keep_index_keys
from bot.store.key_check import check_key
from bot.store.messages import accept_text
from bot.store.metadata import metadata
from bot.store.place_keeping import change_place, read_kept
from bot.store.place_writing import add_place
from bot.store.staff import invite
from bot.store.zip_areas import fill_zip_areas

KEY = "a-key-of-frozen-databases-only-00"
OLD_KEY = "an-older-key-of-frozen-databases"
NOW = 1_800_000_000.0
COACH, COACH_NAME = "+15550108", "Dana"
WRITES, LEFT, ERASED, HELD = "+15550150", "+15550151", "+15550152", "+15550153"
SAID = "do u know a food pantry near 19104"
STORIES = {
    "+15550120": Story(
        (
            (THEY, "i need a ride to my interview tmrw morning"),
            (LINE, "Example Rides can help. Call 555-0140 today."),
        ),
        ("transportation", "jobs"),
    ),
    "+15550121": Story(
        (
            (THEY, "dont see a reason to keep going tonight"),
            (LINE, "Are you thinking about suicide? You can call or text 988 at any hour."),
            (HELPER, "I am here with you. Are you alone right now?"),
            (THEY, "my sister is here"),
        ),
        ("talk",),
        act="crisis",
        risk="crisis",
        reason="danger",
        urgency="crisis",
        helped=5,
    ),
    "+15550122": Story(
        ((THEY, "necesito un lugar para dormir, ¿me ayudas?"),),
        ("housing",),
        language="es",
        reason="asked",
        waits=True,
    ),
}
PLACE = {
    "organization": "Example Pantry",
    "service": "Food pantry",
    "needs": "food",
    "phone": "215-555-0101",
    "address": "12 Elm St",
    "city": "Philadelphia",
    "state": "PA",
    "zip": "19104",
    "hours": "Mon-Fri 9-5",
    "verified_on": "2027-01-02",
}
OWN_PLACE = {
    **dict.fromkeys(FIELDS, ""),
    "organization": "Example Meals",
    "service": "Hot meals",
    "needs": "food",
    "phones": "215-555-0102",
    "address": "3 Pine St",
    "city": "Philadelphia",
    "state": "PA",
    "zip": "19104",
    "hours": "daily 24 hours",
    "coverage": "local",
}
EDITED = "215-555-0155"


def fill(database: Database) -> None:
    """Write everybody into an empty, migrated database."""
    vault = Vault([KEY])
    database.write(lambda connection: fill_zip_areas(connection, _near_zips()))
    _import_a_place(database)
    database.write(lambda connection: _people(connection, vault))
    database.write(_directory)
    database.write(lambda connection: _something_everywhere(connection, vault))


def _near_zips() -> list[dict[str, Any]]:
    return [row for row in rows_of_lines(zip_lines()) if row["zip"].startswith("19104")]


def _import_a_place(database: Database) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "county.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(PLACE))
            writer.writeheader()
            writer.writerow(PLACE)
        import_path(database, str(path), "county", now=datetime.fromtimestamp(NOW, UTC))


def _people(connection: Connection, vault: Vault) -> None:
    by = By("command line", NOW)
    check_key(connection, vault)
    keep_index_keys(connection, Vault([KEY, OLD_KEY]))
    coach = add_coach(connection, vault, by, COACH_NAME, COACH, Profile(("en", "es"), on_call=True))
    invite(connection, vault, "ana@example.org", "admin", NOW)
    for number, (phone, story) in enumerate(STORIES.items()):
        add_demo_person(connection, vault, phone, story, NOW - 9_000 * (number + 1), coach)
    accept_text(connection, vault, InboundText("SMfrozen1", WRITES, "+15550199", SAID), NOW)
    left, erased, held = (conversation_for(connection, vault, phone, NOW) for phone in (LEFT, ERASED, HELD))
    save_person(connection, vault, left, replace(Person(), opted_out=True), NOW)
    erase(connection, vault, by, erased)
    hold(connection, by, held, "2027-CV-0001")


def _directory(connection: Connection) -> None:
    add_place(connection, "own", OWN_PLACE, False, "staff:1", NOW)
    imported = select(directory_place.c.id).where(directory_place.c.source == "county")
    place = read_kept(connection, connection.execute(imported).scalar_one())
    if place is not None:
        change_place(connection, place, {"phones": EDITED}, "staff:1", NOW)


def _something_everywhere(connection: Connection, vault: Vault) -> None:
    """A row for each table that is still empty: a new column that old rows cannot have must fail on them."""
    for table in metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is None:
            connection.execute(table.insert().values({c.name: _any(connection, vault, c) for c in table.columns}))


def _any(connection: Connection, vault: Vault, column: Column[Any]) -> Any:
    for key in column.foreign_keys:
        return _first(connection, key.column)
    if column.name.endswith("_sealed"):
        return vault.seal_json({"invented": True})
    kind = column.type
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Float):
        return NOW
    if isinstance(kind, Date):
        return datetime.fromtimestamp(NOW, UTC).date()
    if isinstance(kind, LargeBinary):
        return bytes(16)
    if isinstance(kind, JSON):
        return {}
    return "invented"[: kind.length] if isinstance(kind, String) else 1


def _first(connection: Connection, column: Column[Any]) -> Any:
    return connection.execute(select(column).order_by(column).limit(1)).scalar_one()


def rows_by_table(connection: Connection) -> dict[Table, list[dict[str, Any]]]:
    """Everything, parents before children."""
    return {
        table: [dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in metadata.sorted_tables
    }
