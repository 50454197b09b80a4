"""The journal: what happened to a conversation and why. No person's words in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from bot.message import NEEDS
from bot.outcome import Note
from bot.privacy import Vault
from bot.store.dialect import upsert
from bot.store.figure_tables import need_asked
from bot.store.tables import conversation_tag, journal

# Built once, as in events.py.
_WRITE = journal.insert()
_TAG = upsert(conversation_tag, ["conversation_id", "tag_index"], lambda new: {"at": new.at})
_ASKED = need_asked.insert()


def write_notes(
    connection: Connection,
    vault: Vault,
    conversation_id: int,
    event_id: int | None,
    notes: list[Note],
    now: float,
    message_id: int | None = None,
) -> None:
    """Append ``notes`` in order."""
    rows = [
        {
            "conversation_id": conversation_id,
            "event_id": event_id,
            "message_id": message_id,
            "at": now,
            "kind": note.kind,
            "detail_sealed": vault.seal_json(dict(note.detail)),
        }
        for note in notes
    ]
    if rows:
        connection.execute(_WRITE, rows)


def notes_of(connection: Connection, vault: Vault, conversation_id: int, limit: int = 1000) -> list[dict[str, Any]]:
    """The last ``limit`` entries of a conversation, oldest first, opened."""
    rows = connection.execute(
        select(journal).where(journal.c.conversation_id == conversation_id).order_by(journal.c.id.desc()).limit(limit)
    ).all()
    return [
        {
            "id": row.id,
            "event_id": row.event_id,
            "message_id": row.message_id,
            "at": row.at,
            "kind": row.kind,
            "detail": vault.open_json(row.detail_sealed) if row.detail_sealed else {},
        }
        for row in reversed(rows)
    ]


def tag(connection: Connection, vault: Vault, conversation_id: int, tags: Collection[str], now: float) -> None:
    """Tag a conversation blindly (``need:jobs``), so that staff can filter by it. Needs are counted, too."""
    names = dict.fromkeys(tags)
    rows = [{"conversation_id": conversation_id, "tag_index": vault.index(name), "at": now} for name in names]
    if rows:
        connection.execute(_TAG[connection.dialect.name], rows)
    needs = [row for name, row in zip(names, rows, strict=True) if name.startswith("need:")]
    if needs:
        connection.execute(_ASKED, needs)


def recent_needs(connection: Connection, vault: Vault, conversation_id: int, since: float) -> tuple[str, ...]:
    """The needs that a conversation was tagged with after ``since`` (epoch seconds), in the order of ``NEEDS``."""
    rows = connection.execute(
        select(conversation_tag.c.tag_index).where(
            conversation_tag.c.conversation_id == conversation_id, conversation_tag.c.at > since
        )
    )
    found = {bytes(row.tag_index) for row in rows}
    return tuple(need for need in NEEDS if found and not found.isdisjoint(vault.indexes(f"need:{need}")))
