"""Phones with two conversations: a process that did not know a new key yet made a second one.

The older one is the phone's from then on. The other stays as it is for staff and coaches; what a person
decides for good (no more texts, an erasure) and a legal hold reach both.
"""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select

from bot.privacy import KEY_ID_BYTES, Vault
from bot.store.cases import open_case_of
from bot.store.conversations import conversations_of, phone_of
from bot.store.holds import is_held
from bot.store.retention import erase_person
from bot.store.tables import conversation, message


def twins(connection: Connection, vault: Vault, conversation_id: int) -> list[int]:
    """Other conversations with the same phone; none after the number was forgotten."""
    if not vault.knows_older_indexes:
        return []
    phone = phone_of(connection, vault, conversation_id)
    found = conversations_of(connection, vault, phone) if phone is not None else []
    return [own for own in found if own != conversation_id]


def erase_twins(connection: Connection, vault: Vault, conversation_id: int, now: float) -> None:
    """The others go with the one that is erased, but for those with a hold or an open case: staff finish it first."""
    for own in twins(connection, vault, conversation_id):
        if not is_held(connection, own) and open_case_of(connection, vault, own) is None:
            erase_person(connection, own, now)


def doubled_phones(connection: Connection, vault: Vault) -> int:
    """How many phones have two conversations. Opens every number if there was ever a second key."""
    if not vault.knows_older_indexes:
        return 0
    rows = connection.execute(select(conversation.c.phone_sealed).where(conversation.c.phone_sealed.is_not(None)))
    return sum(count > 1 for count in Counter(vault.open(sealed) for sealed in rows.scalars()).values())


def newest_text_is_strange(connection: Connection, vault: Vault) -> bool:
    """Whether the last text was sealed with a key that is not here: another process knows a newer one."""
    last = connection.execute(
        select(message.c.body_sealed).where(message.c.body_sealed.is_not(None)).order_by(message.c.id.desc()).limit(1)
    ).scalar_one_or_none()
    return last is not None and not vault.has_key(last[:KEY_ID_BYTES].hex())
