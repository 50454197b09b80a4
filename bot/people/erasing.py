"""Erasing one person at their wish, by command or in the console: what forbids it, and doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.people.laws import By, Refusal
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.cases import open_case_of
from bot.store.coaches import coach_by_conversation
from bot.store.conversations import conversations_of, find_conversation
from bot.store.doubles import twins
from bot.store.erasure import left_of
from bot.store.events import lock_conversation
from bot.store.holds import is_held
from bot.store.redactions import redactions_waiting
from bot.store.retention import erase_person

WORDS = {
    "conversation": "number or settings",
    "message": "texts",
    "journal": "notes",
    "handoff": "cases",
    "event": "events",
    "conversation_tag": "tags",
    "coach": "record of a former coach",
}
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
    all_of_them = sorted([conversation_id, *twins(connection, vault, conversation_id)])
    for own in all_of_them:
        lock_conversation(connection, own)  # until it is done, no hold is set and no case opened
        must_be_erasable(connection, vault, own, force)
    for own in all_of_them:
        erase_person(connection, own, by.now)
    write_audit(connection, by.actor, "erase", f"conversation:{conversation_id}", by.now)


@dataclass(frozen=True)
class Proof:
    """What is left of a person: rows by table, and texts of anybody that the carrier has still to forget."""

    left: Mapping[str, int]
    at_carrier: int

    @property
    def sentence(self) -> str:
        here = ", ".join(f"{count} {WORDS.get(name, name)}" for name, count in self.left.items())
        kept = f"Still kept of this person: {here}." if here else "Nothing is kept of this person but hashed wishes."
        waits = f"{self.at_carrier} texts wait at the carrier to be forgotten." if self.at_carrier else ""
        return f"{kept} {waits or 'The carrier has forgotten every text that it was asked to.'}"


def prove_erased(connection: Connection, vault: Vault, by: By, phone: str) -> Proof:
    """Look whether an erasure is complete, and note that somebody did. Raises :class:`Refusal` for a strange phone.

    The assistant is not asked: what it remembers comes with each question, and it drops it with the answer.
    """
    own = person_with(connection, vault, phone)
    left = sum((Counter(left_of(connection, each)) for each in conversations_of(connection, vault, phone)), Counter())
    proof = Proof(left, redactions_waiting(connection))
    state = " ".join(f"{name}={count}" for name, count in proof.left.items()) or "nothing left"
    write_audit(connection, by.actor, "erase_proved", f"conversation:{own}", by.now, state)
    return proof
