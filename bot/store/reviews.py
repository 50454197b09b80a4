"""What staff have read and reviewed, and the views they keep."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.privacy import Vault
from bot.store.journal import tag
from bot.store.tables import conversation, conversation_tag
from bot.store.view_tables import saved_view

MOST_VIEWS = 20
# What reviewers tag conversations with; a fixed list, so that a tag can lie blind and still be shown and filtered.
MARKS = ("good_example", "missed_need", "wrong_place", "tone", "slow", "safety", "discuss")


@dataclass(frozen=True)
class SavedView:
    """``filters`` are the fields of the list's form."""

    id: int
    name: str
    filters: dict[str, str]


def mark_read(connection: Connection, conversation_id: int, now: float) -> None:
    """Somebody of staff opened the conversation."""
    connection.execute(update(conversation).where(conversation.c.id == conversation_id).values(read_at=now))


def mark_reviewed(connection: Connection, conversation_id: int, at: float | None) -> None:
    """Staff looked it through as of ``at``; ``None`` takes that back."""
    connection.execute(update(conversation).where(conversation.c.id == conversation_id).values(reviewed_at=at))


def is_reviewed(connection: Connection, conversation_id: int) -> bool:
    """Whether it was looked through since the person last wrote."""
    row = conversation.c
    seen = select(row.id).where(row.id == conversation_id, row.reviewed_at >= func.coalesce(row.last_text_at, 0))
    return connection.execute(seen).first() is not None


def marks_of(connection: Connection, vault: Vault, conversation_id: int) -> tuple[str, ...]:
    """The reviewers' tags of a conversation."""
    own = select(conversation_tag.c.tag_index).where(conversation_tag.c.conversation_id == conversation_id)
    found = {bytes(index) for index in connection.execute(own).scalars()}
    return tuple(mark for mark in MARKS if not found.isdisjoint(vault.indexes(f"mark:{mark}")))


def set_marks(connection: Connection, vault: Vault, conversation_id: int, marks: Collection[str], now: float) -> None:
    """Tag a conversation with ``marks``, and with no other reviewers' tag."""
    every = [index for mark in MARKS for index in vault.indexes(f"mark:{mark}")]
    row = conversation_tag.c
    connection.execute(delete(conversation_tag).where(row.conversation_id == conversation_id, row.tag_index.in_(every)))
    tag(connection, vault, conversation_id, [f"mark:{mark}" for mark in MARKS if mark in marks], now)


def save_view(connection: Connection, vault: Vault, staff_id: int, name: str, filters: dict[str, str]) -> bool:
    """Keep a view; false when there are :data:`MOST_VIEWS` already."""
    count = select(func.count()).select_from(saved_view).where(saved_view.c.staff_id == staff_id)
    if connection.execute(count).scalar_one() >= MOST_VIEWS:
        return False
    sealed = vault.seal_json({"name": name, "filters": filters})
    connection.execute(saved_view.insert().values(staff_id=staff_id, view_sealed=sealed))
    return True


def views_of(connection: Connection, vault: Vault, staff_id: int) -> list[SavedView]:
    """Somebody's views, oldest first."""
    mine = select(saved_view).where(saved_view.c.staff_id == staff_id).order_by(saved_view.c.id)
    return [_open(row.id, vault.open_json(row.view_sealed)) for row in connection.execute(mine)]


def drop_view(connection: Connection, staff_id: int, view_id: int) -> None:
    """Only one's own goes."""
    connection.execute(delete(saved_view).where(saved_view.c.id == view_id, saved_view.c.staff_id == staff_id))


def _open(view_id: int, kept: dict[str, Any]) -> SavedView:
    return SavedView(view_id, str(kept["name"]), {str(name): str(value) for name, value in kept["filters"].items()})
