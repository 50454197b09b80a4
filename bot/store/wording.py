"""What staff changed in the texts: kept whole, so that every word that ever went out can be found again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy import text as sql

from bot.store.wording_tables import wording_edit
from bot.wording.edits import Edit, State

Mark = tuple[int, int, int]


def words_mark(connection: Connection) -> Mark:
    """Something small that differs whenever what goes out may differ."""
    table = wording_edit.c
    found = select(func.max(table.id), func.count(table.read_at), func.count(table.aside_at))
    last, read, aside = connection.execute(found).one()
    return last or 0, read, aside


def all_edits(connection: Connection) -> list[Edit]:
    """Every edit there ever was, the oldest first."""
    return [_edit(row) for row in connection.execute(select(wording_edit).order_by(wording_edit.c.id))]


def edits_of(connection: Connection, response: str) -> list[Edit]:
    """The edits of one response in both languages, the oldest first."""
    own = select(wording_edit).where(wording_edit.c.response == response).order_by(wording_edit.c.id)
    return [_edit(row) for row in connection.execute(own)]


def edit_by_id(connection: Connection, edit_id: int) -> Edit | None:
    row = connection.execute(select(wording_edit).where(wording_edit.c.id == edit_id)).one_or_none()
    return _edit(row) if row else None


def lock_words(connection: Connection) -> None:
    """Nobody else changes a text before this transaction ends; all can be read."""
    if connection.dialect.name != "sqlite":  # it has one writer at a time
        connection.execute(sql("LOCK TABLE wording_edit IN SHARE ROW EXCLUSIVE MODE"))


def add_edit(
    connection: Connection,
    response: str,
    language: str,
    text: str | None,
    shipped: str,
    state: State,
    who: str,
    now: float,
) -> int:
    """A new edit; one that still waits for its second reader gives way to it. Returns its id."""
    waiting = (
        (wording_edit.c.response == response)
        & (wording_edit.c.language == language)
        & (wording_edit.c.state == State.WAITS)
    )
    connection.execute(update(wording_edit).where(waiting).values(state=State.DROPPED))
    values = {"response": response, "language": language, "text": text, "shipped": shipped}
    made = connection.execute(
        insert(wording_edit).values(**values, state=state, written_by=who, written_at=now).returning(wording_edit.c.id)
    )
    return int(made.scalar_one())


def settle_edit(connection: Connection, edit_id: int, state: State, who: str, now: float) -> bool:
    """The second reader's word on an edit that waits; false when it does not wait any more."""
    waiting = (wording_edit.c.id == edit_id) & (wording_edit.c.state == State.WAITS)
    values: dict[str, Any] = {"state": state, "read_by": who, "read_at": now}
    return connection.execute(update(wording_edit).where(waiting).values(values)).rowcount == 1


def set_aside(connection: Connection, responses: Collection[str], now: float) -> int:
    """Use what staff wrote for ``responses`` no more (all of it when none of them was changed); how many."""
    live = wording_edit.c.state == State.LIVE
    values = {"state": State.ASIDE, "aside_at": now}
    ours = update(wording_edit).where(live, wording_edit.c.response.in_(responses), wording_edit.c.text.is_not(None))
    touched = connection.execute(ours.values(values)).rowcount
    if not touched:
        touched = connection.execute(
            update(wording_edit).where(live, wording_edit.c.text.is_not(None)).values(values)
        ).rowcount
    return touched


def writers(edits: Sequence[Edit]) -> set[int]:
    """The ids of the members of staff who wrote or read ``edits``."""
    names = {name for edit in edits for name in (edit.written_by, edit.read_by or "")}
    return {int(name.removeprefix("staff:")) for name in names if name.startswith("staff:")}


def _edit(row: Row[Any]) -> Edit:
    return Edit(
        row.id,
        row.response,
        row.language,
        row.text,
        row.shipped,
        State(row.state),
        row.written_by,
        row.written_at,
        row.read_by,
        row.read_at,
    )
