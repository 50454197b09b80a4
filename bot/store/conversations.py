"""Conversations: one row per phone, with the person's state sealed in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, or_, select, update

from bot.conversation import Ask, Block, CoachMemory, CoachQuestion, Flood, PendingCheck, Person
from bot.message import About, RiskKind
from bot.privacy import Vault
from bot.store.dialect import insert_new
from bot.store.forgotten_texts import sid_hash
from bot.store.keeping_tables import forgotten_text
from bot.store.tables import coach, conversation, event, message
from bot.store.wish_notes import note_wish

# Built once, as in events.py.
_OWN = conversation.c.id == bindparam("own")
_CHANGE = update(conversation).where(_OWN)
# The oldest first: a new key that not all processes know yet can lead to a second one (doubles.py).
_BY_PHONE = (
    select(conversation.c.id)
    .where(conversation.c.phone_index.in_(bindparam("indexes", expanding=True)))
    .order_by(conversation.c.id)
)
_FORGOTTEN = exists().where(forgotten_text.c.sid_hash == bindparam("sid_hash"))
_LOCK_BY_PHONE = _BY_PHONE.add_columns(conversation.c.erased_at, _FORGOTTEN.label("forgotten")).with_for_update()
_BACK = _CHANGE.where(conversation.c.erased_at.is_not(None)).values(erased_at=None)
_PHONE = select(conversation.c.phone_sealed).where(_OWN)
# What :func:`open_person` reads.
PERSON_COLUMNS = (
    conversation.c.person_sealed,
    conversation.c.opted_out_at,
    conversation.c.blocked_at,
    conversation.c.blocked_why,
    conversation.c.blocked_by,
)
_OPT_OUT = _CHANGE.where(conversation.c.opted_out_at.is_(None)).values(opted_out_at=bindparam("at"))
_OPT_IN = _CHANGE.where(conversation.c.opted_out_at.is_not(None)).values(opted_out_at=None)
_TEXT_OF_THEIRS = (
    select(message.c.id).where(message.c.conversation_id == bindparam("own"), message.c.direction == "in").limit(1)
)
_COACHS = select(coach.c.id).where(
    or_(coach.c.conversation_id == bindparam("own"), coach.c.email_conversation_id == bindparam("own"))
)
_FORGET = _CHANGE.where(
    conversation.c.erased_at.is_not(None),
    ~exists().where(message.c.conversation_id == bindparam("own"), message.c.next_try_at.is_not(None)),
    ~exists().where(event.c.conversation_id == bindparam("own"), event.c.kind == "text", event.c.handled_at.is_(None)),
).values(phone_sealed=None)


def find_conversation(connection: Connection, vault: Vault, phone: str) -> int | None:
    """The id of the conversation with ``phone`` (E.164), if there is one."""
    return next(iter(conversations_of(connection, vault, phone)), None)


def conversations_of(connection: Connection, vault: Vault, phone: str) -> list[int]:
    """All conversations with ``phone``, the oldest first: one, but for what doubles.py tells."""
    return list(connection.execute(_BY_PHONE, {"indexes": vault.indexes(phone)}).scalars())


def conversation_for(connection: Connection, vault: Vault, phone: str, now: float) -> int:
    """The id of the conversation with ``phone``, made if need be; its row is locked from here on."""
    own = conversation_of_text(connection, vault, phone, "", now)
    if own is None:
        raise AssertionError("unreachable: no text, so none that was erased")
    return own


def conversation_of_text(connection: Connection, vault: Vault, phone: str, sid: str, now: float) -> int | None:
    """The same for the text ``sid`` of that phone; ``None`` if that very text was erased and comes once more."""
    known = {"indexes": vault.indexes(phone), "sid_hash": sid_hash(sid)}
    found = connection.execute(_LOCK_BY_PHONE, known).first()
    if found is not None:
        if found.forgotten:
            return None
        if found.erased_at is not None:
            # Somebody who was erased writes again: the number is needed to answer.
            connection.execute(_BACK, {"own": found.id, "phone_sealed": vault.seal(phone)})
        own: int = found.id
        return own
    values = {"phone_index": vault.index(phone), "phone_sealed": vault.seal(phone), "created_at": now}
    made = insert_new(connection, conversation, "phone_index", values)
    # Another process may have made it between the look and the insert.
    return made if made is not None else conversation_of_text(connection, vault, phone, sid, now)


def conversation_of_index(connection: Connection, index: bytes, now: float) -> int:
    """The id of the conversation with that blind index, made without a number if need be."""
    known = select(conversation.c.id).where(conversation.c.phone_index == index)
    found: int | None = connection.execute(known).scalar_one_or_none()
    if found is not None:
        return found
    made: int = insert_new(connection, conversation, "phone_index", {"phone_index": index, "created_at": now})
    return made


def phone_of(connection: Connection, vault: Vault, conversation_id: int) -> str | None:
    """The E.164 number of a conversation; ``None`` after an erasure."""
    sealed = connection.execute(_PHONE, {"own": conversation_id}).scalar_one_or_none()
    return None if sealed is None else vault.open(sealed)


def open_person(vault: Vault, row: Row[*tuple[Any, ...]]) -> Person:
    """The :class:`Person` of a conversation row that has :data:`PERSON_COLUMNS`."""
    block = Block(row.blocked_why, row.blocked_by, row.blocked_at) if row.blocked_at is not None else None
    if row.person_sealed is None:
        return Person(opted_out=row.opted_out_at is not None, block=block)
    fields = vault.open_json(row.person_sealed)
    check = fields.pop("check", None)
    as_coach = fields.pop("as_coach", None)
    flood = fields.pop("flood", None)
    fields["crisis_told"] = tuple(fields.get("crisis_told", ()))
    fields["places_listed"] = tuple(fields.get("places_listed", ()))
    return Person(
        **fields,
        opted_out=row.opted_out_at is not None,
        check=PendingCheck(RiskKind(check["kind"]), About(check["about"]), check["asked_at"]) if check else None,
        as_coach=_open_coach_memory(as_coach) if as_coach else CoachMemory(),
        flood=Flood(**flood) if flood else Flood(),
        block=block,
    )


def _open_coach_memory(fields: dict[str, Any]) -> CoachMemory:
    question = fields.pop("question")
    return CoachMemory(
        **fields, question=CoachQuestion(**{**question, "ask": Ask(question["ask"])}) if question else None
    )


def seal_person(vault: Vault, person: Person) -> bytes:
    """What lies in ``person_sealed``; see :func:`save_opt_out` and store/blocks.py for the rest."""
    fields = asdict(person)
    del fields["opted_out"], fields["block"]
    return vault.seal_json(fields)


def save_person(connection: Connection, vault: Vault, conversation_id: int, person: Person, now: float) -> None:
    """Keep the person's state."""
    connection.execute(_CHANGE, {"own": conversation_id, "person_sealed": seal_person(vault, person)})
    save_opt_out(connection, conversation_id, person.opted_out, now)


def save_opt_out(connection: Connection, conversation_id: int, opted_out: bool, now: float) -> None:
    """The opt-out lies in a column of its own, so that it outlives an erasure."""
    if opted_out and connection.execute(_OPT_OUT, {"own": conversation_id, "at": now}).rowcount:
        note_wish(connection, conversation_id, "opt_out", now)
    elif not opted_out and connection.execute(_OPT_IN, {"own": conversation_id}).rowcount:
        note_wish(connection, conversation_id, "opt_in", now)


def is_of_the_house(connection: Connection, conversation_id: int) -> bool:
    """Whether a phone that has no last text may be texted all the same: a coach's, or one whose text is unread."""
    own = {"own": conversation_id}
    # A text that an erasure left because nobody had read it: its answer must go.
    return any(connection.execute(found, own).first() is not None for found in (_TEXT_OF_THEIRS, _COACHS))


def is_unsafe(vault: Vault, person_sealed: bytes | None) -> bool:
    """Whether somebody else may read the phone of that person."""
    return person_sealed is not None and bool(vault.open_json(person_sealed).get("unsafe"))


def forget_number(connection: Connection, conversation_id: int) -> None:
    """After an erasure, when nothing waits to be sent or read: only the blind index stays."""
    connection.execute(_FORGET, {"own": conversation_id})
