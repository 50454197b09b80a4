"""Legal holds: a court or the law asks that nothing of a person is destroyed."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.people.erasing import person_with
from bot.people.laws import By
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.doubles import twins
from bot.store.holds import set_hold

LONGEST_REFERENCE = 120


def hold_phone(connection: Connection, vault: Vault, by: By, phone: str, reference: str = "") -> bool:
    """Put a hold on the person with ``phone`` (E.164); false if there was one already.

    ``reference`` is the paper that asks for it, without names: it goes to the audit.
    """
    return _set(connection, vault, by, person_with(connection, vault, phone), True, reference)


def hold(connection: Connection, vault: Vault, by: By, conversation_id: int, reference: str = "") -> bool:
    """Put a hold on whoever has this conversation; false if there was one already."""
    return _set(connection, vault, by, conversation_id, True, reference)


def let_go_phone(connection: Connection, vault: Vault, by: By, phone: str, reference: str = "") -> bool:
    """Take the hold off; false if there was none."""
    return _set(connection, vault, by, person_with(connection, vault, phone), False, reference)


def let_go(connection: Connection, vault: Vault, by: By, conversation_id: int) -> bool:
    """Take the hold off a conversation; false if there was none, or no such conversation."""
    return _set(connection, vault, by, conversation_id, False, "")


def _set(connection: Connection, vault: Vault, by: By, conversation_id: int, on: bool, reference: str) -> bool:
    at = by.now if on else None
    for twin in twins(connection, vault, conversation_id):
        set_hold(connection, twin, at, by.now)
    changed = set_hold(connection, conversation_id, at, by.now)
    action, why = f"hold_{'on' if on else 'off'}", reference[:LONGEST_REFERENCE] or None
    write_audit(connection, by.actor, action, f"conversation:{conversation_id}", by.now, why)
    return changed
