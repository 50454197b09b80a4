"""What staff have read and reviewed, and the views they keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.privacy import Vault
from bot.store.tables import conversation
from bot.store.view_tables import saved_view

MOST_VIEWS = 20


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
