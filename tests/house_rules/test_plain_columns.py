"""What lies open in the rows of people is a list that somebody agreed to; ``SECURITY.md`` says what it tells."""

from __future__ import annotations

import importlib
import pkgutil

from sqlalchemy import String

import bot.store
from bot.store.metadata import metadata

# Names from lists of ours, ids of staff and coaches, ids at the carrier: no words, names, numbers, needs or places.
OPEN = {
    "coach": {"languages", "topics", "zone"},  # of coaches, not of people who text
    "conversation": {"blocked_by", "blocked_why", "lease_owner", "risk"},
    "event": {"key", "kind", "name"},
    "handoff": {"alerted", "code", "outcome", "passed", "reason", "state", "urgency"},
    "journal": {"kind"},
    "judgement": {"state"},
    "message": {"author", "direction", "sid", "status"},
}


def test_no_column_of_people_lies_open_unless_it_is_on_the_list() -> None:
    for module in pkgutil.iter_modules(bot.store.__path__):
        if module.name.endswith("tables"):
            importlib.import_module(f"bot.store.{module.name}")
    found = {
        table.name: {column.name for column in table.columns if isinstance(column.type, String)}
        for table in metadata.sorted_tables
        if table.name == "conversation" or "conversation_id" in table.columns
    }
    assert {name: columns for name, columns in found.items() if columns} == OPEN
