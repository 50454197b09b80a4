"""Coaches: adding one, changing what is known of one, a new phone, taking one off.

Every function works inside the caller's transaction and writes its own line in the audit, which
tells what changed but holds no name, number or address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.conversation import Coach
from bot.delivery import EMAIL
from bot.message import NEEDS
from bot.outcome import CoachChange
from bot.people.laws import By, Refusal
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.cases import board, open_case_of
from bot.store.coaches import (
    Profile,
    change_coach,
    coach_by_conversation,
    coach_by_id,
    deactivate,
    save_coach,
    set_phone,
)
from bot.store.conversations import conversation_for, phone_of
from bot.store.events import add_event, lock_conversation

LANGUAGES = ("en", "es")
LONGEST_NAME, MOST_CASES = 40, 50
ADDRESS = re.compile(r"[!#-'*+/-9=?A-Z^-~.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field of a coach: ``field`` is its name, ``expected`` what it should be."""

    field: str
    expected: str


def profile_problem(name: str, profile: Profile) -> Problem | None:
    """The first field that cannot be so; ``None`` if all are good."""
    if not name.strip() or len(name) > LONGEST_NAME:
        return Problem("name", f"expected a first name of at most {LONGEST_NAME} letters")
    if not profile.languages or not set(profile.languages) <= set(LANGUAGES):
        return Problem("language", f"expected {' or '.join(LANGUAGES)}")
    if not set(profile.topics) <= set(NEEDS):
        return Problem("topic", f"expected one of {', '.join(NEEDS)}")
    if profile.email and not ADDRESS.fullmatch(profile.email):
        return Problem("email", "expected an address like dana@example.org")
    if not 1 <= profile.max_cases <= MOST_CASES:
        return Problem("max-cases", f"expected a number from 1 to {MOST_CASES}")
    return None


def add_coach(connection: Connection, vault: Vault, by: By, name: str, phone: str, profile: Profile) -> int:
    """Add a coach, or bring one back whose phone is known. ``phone`` is E.164; the id of the coach.

    Raises :class:`Refusal` when it is the phone of somebody who has an open case.
    """
    own = conversation_for(connection, vault, phone, by.now)
    if coach_by_conversation(connection, vault, own) is None:
        _must_be_free(connection, vault, own)
    coach_id = save_coach(connection, vault, name.strip(), phone, profile, by.now)
    write_audit(connection, by.actor, "coach added", f"coach:{coach_id}", by.now)
    return coach_id


def change_profile(connection: Connection, vault: Vault, by: By, coach: Coach, name: str, profile: Profile) -> bool:
    """Change what is known of ``coach``; whether anything did. Phone, shifts and being away stay."""
    phone = phone_of(connection, vault, coach.conversation_id)
    if phone is None:
        raise Refusal("The phone of this coach was deleted. Give them a phone first.")
    before = profile_of(connection, vault, coach)
    changes = _changes(coach.name, before, name.strip(), profile)
    if not changes:
        return False
    save_coach(connection, vault, name.strip(), phone, profile, by.now)
    change_coach(connection, CoachChange(coach.id, away=coach.away))
    write_audit(connection, by.actor, "coach changed", f"coach:{coach.id}", by.now, ", ".join(changes))
    return True


def profile_of(connection: Connection, vault: Vault, coach: Coach) -> Profile:
    """What is known of ``coach``, as a form holds it."""
    own = coach.email_conversation_id
    email = (phone_of(connection, vault, own) or "") if own is not None else ""
    return Profile(
        coach.languages,
        coach.on_call,
        coach.supervisor,
        coach.topics,
        coach.max_cases,
        email.removeprefix(EMAIL),
    )


def give_phone(connection: Connection, vault: Vault, by: By, coach: Coach, phone: str) -> None:
    """The coach takes cases with another phone from now on. ``phone`` is E.164."""
    if coach.open_cases:
        raise Refusal(f"{coach.name} has an open case. Wait until it is closed, then change the phone.")
    own = conversation_for(connection, vault, phone, by.now)
    _must_be_free(connection, vault, own)
    if not set_phone(connection, coach.id, own):
        raise Refusal("This phone is, or was, another coach's. Bring that coach back by adding them again.")
    write_audit(connection, by.actor, "coach phone changed", f"coach:{coach.id}", by.now)


def _must_be_free(connection: Connection, vault: Vault, own: int) -> None:
    """What is texted from a coach's phone is a coach's: nobody who holds a case of it would read it any more."""
    lock_conversation(connection, own)
    if open_case_of(connection, vault, own) is not None:
        raise Refusal("A person with this phone waits for a coach, or talks with one. Close that case first.")


def hand_on_cases(connection: Connection, vault: Vault, by: By, coach: Coach) -> None:
    """No more alerts for ``coach``; the cases they hold hear that they are gone, and look for somebody else."""
    held = sorted(case.conversation_id for case in board(connection) if case.holder_id == coach.id)
    for conversation in held:
        lock_conversation(connection, conversation)
        add_event(connection, vault, conversation, "release", {"coach_id": coach.id, "why": "off"}, by.now)
    change_coach(connection, CoachChange(coach.id, on_call=False))


def take_off(connection: Connection, by: By, coach: Coach) -> None:
    """This phone is nobody's coach from now on."""
    deactivate(connection, coach.id, by.now)
    write_audit(connection, by.actor, "coach taken off", f"coach:{coach.id}", by.now)


def found_coach(connection: Connection, vault: Vault, coach_id: int) -> Coach:
    """The active coach with this id. Raises :class:`Refusal`."""
    coach = coach_by_id(connection, vault, coach_id)
    if coach is None or not coach.active:
        raise Refusal("There is no such coach any more.")
    return coach


def _changes(old_name: str, old: Profile, name: str, new: Profile) -> list[str]:
    """Before and after of each field that changes; that a name or address changed, without it."""
    changes = ["name changed"] if name != old_name else []
    if new.email != old.email:
        changes.append("e-mail " + ("changed" if new.email and old.email else "added" if new.email else "removed"))
    for what, before, after in (
        ("languages", "+".join(old.languages), "+".join(new.languages)),
        ("topics", " ".join(old.topics) or "none", " ".join(new.topics) or "none"),
        ("on call", _yes(old.on_call), _yes(new.on_call)),
        ("supervisor", _yes(old.supervisor), _yes(new.supervisor)),
        ("max cases", str(old.max_cases), str(new.max_cases)),
    ):
        if before != after:
            changes.append(f"{what} {before} → {after}")
    return changes


def _yes(value: bool) -> str:
    return "yes" if value else "no"
