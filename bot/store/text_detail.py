"""One text with all that is kept about how it was dealt with: notes, times, and what went out for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from bot.privacy import Vault
from bot.store.tables import event, journal, message


@dataclass(frozen=True)
class Reply:
    """A text that went out for it. Times are epoch seconds; ``None`` where it has not happened."""

    id: int
    author: str
    body: str
    status: str
    error_code: int | None
    segments: int
    made_at: float
    sent_at: float | None


@dataclass(frozen=True)
class TextDetail:
    """A person's text. ``notes`` are its journal entries by kind; ``handled_at`` is when it was decided on."""

    id: int
    conversation_id: int
    body: str
    media: int
    at: float
    handled_at: float | None
    attempts: int
    notes: Mapping[str, Mapping[str, Any]]
    replies: tuple[Reply, ...]

    @property
    def understood(self) -> Mapping[str, Any]:
        """What was made of it; empty when it was not read, or the note is past retention."""
        return self.notes.get("understood", {})


def read_text(connection: Connection, vault: Vault, message_id: int) -> TextDetail | None:
    """A person's text, ``None`` if there is no such one (or it is a coach's, or was deleted)."""
    own = connection.execute(
        select(message).where(message.c.id == message_id, message.c.direction == "in", message.c.author == "recoveree")
    ).one_or_none()
    if own is None:
        return None
    dealt = connection.execute(select(event).where(event.c.id == own.event_id)).one_or_none()
    notes = connection.execute(
        select(journal.c.kind, journal.c.detail_sealed)
        .where(journal.c.message_id == message_id, _notes_of(own))
        .order_by(journal.c.id)
    )
    return TextDetail(
        own.id,
        own.conversation_id,
        vault.open(own.body_sealed) if own.body_sealed else "",
        own.media,
        own.created_at,
        dealt.handled_at if dealt else None,
        dealt.attempts if dealt else 0,
        {row.kind: vault.open_json(row.detail_sealed) if row.detail_sealed else {} for row in notes},
        _replies(connection, vault, own.conversation_id, own.event_id),
    )


def _notes_of(own: Row[Any]) -> ColumnElement[bool]:
    """Among which notes to look: those of its event. A text of the demonstration has none."""
    column, wanted = (
        (journal.c.conversation_id, own.conversation_id) if own.event_id is None else (journal.c.event_id, own.event_id)
    )
    found: ColumnElement[bool] = column == wanted
    return found


def _replies(connection: Connection, vault: Vault, conversation_id: int, event_id: int | None) -> tuple[Reply, ...]:
    """Texts to coaches are in conversations of their own, and not shown here."""
    if event_id is None:
        return ()
    rows = connection.execute(
        select(message).where(message.c.event_id == event_id, message.c.direction == "out").order_by(message.c.id)
    )
    return tuple(
        Reply(
            row.id,
            row.author,
            vault.open(row.body_sealed) if row.body_sealed else "",
            row.status,
            row.error_code,
            row.segments,
            row.created_at,
            row.sent_at,
        )
        for row in rows
        if row.conversation_id == conversation_id
    )
