"""Erasing one person at their wish, by command or in the console: what forbids it, and doing it."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.people.laws import By, Refusal
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.cases import open_case_of
from bot.store.coaches import coach_by_conversation
from bot.store.conversations import find_conversation
from bot.store.holds import is_held
from bot.store.retention import erase_person

HELD = "A legal hold is on this person, so nothing of them may be destroyed. Take the hold off first, if you may."


def person_with(connection: Connection, vault: Vault, phone: str) -> int:
    """The conversation of ``phone`` (E.164). Raises :class:`Refusal`."""
    found = find_conversation(connection, vault, phone)
    if found is None:
        raise Refusal("There is no conversation with this phone.")
    return found


def must_be_erasable(connection: Connection, vault: Vault, conversation_id: int, force: bool = False) -> None:
    """Raises :class:`Refusal`, which says what stands in the way. ``force``: an open case does not."""
    if coach_by_conversation(connection, vault, conversation_id) is not None:
        raise Refusal("This is a coach's phone; take the coach off first.")
    if is_held(connection, conversation_id):
        raise Refusal(HELD)
    case = open_case_of(connection, vault, conversation_id)
    if case is not None and not force:
        raise Refusal(f"Case {case.code} of this person is open; close it first.")


def erase(connection: Connection, vault: Vault, by: By, conversation_id: int, force: bool = False) -> None:
    """Destroy what is kept of a person, now. Raises :class:`Refusal` before anything is gone."""
    must_be_erasable(connection, vault, conversation_id, force)
    erase_person(connection, conversation_id, by.now)
    write_audit(connection, by.actor, "erase", f"conversation:{conversation_id}", by.now)
