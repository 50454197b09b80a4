"""Staff's words about places: what counts now, who wrote it, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from bot.directory.bundles import Bundle
from bot.directory.edits import Edit, Edits, Subject, gathered, subjects_of
from bot.store.directory_bulk import select_among
from bot.store.directory_edit_tables import directory_edit

SOURCE = "source"
"""Who ended an edit when the source itself changed the field."""

_edit = directory_edit.c
_COUNTS: ColumnElement[bool] = _edit.ended_at.is_(None)


@dataclass(frozen=True)
class Change:
    """One field that staff changed; ``ended_by`` is an actor, :data:`SOURCE`, or empty while it counts."""

    id: int
    field: str
    before: str
    value: str
    by: str
    at: float
    ended_at: float | None
    ended_by: str


def read_edits(connection: Connection) -> Edits:
    """All that count."""
    return gathered(_edits(connection.execute(select(directory_edit).where(_COUNTS).order_by(_edit.id))))


def edits_about(connection: Connection, found: Sequence[Bundle]) -> Edits:
    """Those that count and touch one of these places."""
    records = sorted({subject[1] for bundle in found for subject in subjects_of(bundle)})
    return edits_of_records(connection, records)


def edits_of_records(connection: Connection, records: Sequence[str]) -> Edits:
    """Those that count and are about records with these ids."""
    if not has_edits(connection):
        return Edits()
    rows = select_among(connection, select(directory_edit).where(_COUNTS), _edit.record_id, records)
    return gathered(_edits(sorted(rows, key=lambda row: int(row.id))))


def has_edits(connection: Connection) -> bool:
    """Whether any counts at all."""
    return connection.execute(select(_edit.id).where(_COUNTS).limit(1)).first() is not None


def newest_edit(connection: Connection) -> int:
    """The id of the last one that was ever made; 0 where there is none."""
    return int(connection.execute(select(func.coalesce(func.max(_edit.id), 0))).scalar_one())


def note_said(connection: Connection, edits: Iterable[Edit], said: Mapping[str, str]) -> None:
    """The source says this now, by field, and these words of staff are newer than that."""
    for each in edits:
        if said[each.field] != each.said:
            connection.execute(update(directory_edit).where(_edit.id == each.id).values(said=said[each.field]))


def records_with_edits(connection: Connection, records: Sequence[str]) -> list[str]:
    """Which of these records staff changed something about."""
    rows = select_among(connection, select(_edit.record_id).where(_COUNTS), _edit.record_id, sorted(set(records)))
    return sorted({row.record_id for row in rows})


def add_edits(
    connection: Connection, changed: Iterable[tuple[Subject, str, str, str, str]], by: str, now: float
) -> None:
    """Note changes: what they are about, the field, what the source says, what was shown, the new value."""
    rows = [
        {
            "kind": subject[0],
            "record_id": subject[1],
            "field": name,
            "said": said,
            "before": before,
            "value": value,
            "by": by,
            "at": now,
        }
        for subject, name, said, before, value in changed
    ]
    if rows:
        connection.execute(insert(directory_edit), rows)


def end_edits(connection: Connection, ids: Sequence[int], by: str, now: float) -> int:
    """They count no more; returns how many did until now."""
    some = update(directory_edit).where(_edit.id.in_(ids), _COUNTS).values(ended_at=now, ended_by=by)
    return connection.execute(some).rowcount if ids else 0


def end_field(connection: Connection, edits: Iterable[Edit], by: str, now: float) -> None:
    """Neither these nor any earlier word about the same field counts any more."""
    for each in edits:
        connection.execute(
            update(directory_edit)
            .where(_edit.record_id == each.subject[1], _edit.field == each.field, _edit.id <= each.id, _COUNTS)
            .values(ended_at=now, ended_by=by)
        )


def changes_of(connection: Connection, bundle: Bundle, most: int) -> list[Change]:
    """What staff changed at a place, the newest first."""
    records = [subject[1] for subject in subjects_of(bundle)]
    rows = connection.execute(
        select(directory_edit).where(_edit.record_id.in_(records)).order_by(_edit.id.desc()).limit(most)
    )
    return [
        Change(row.id, row.field, row.before, row.value, row.by, row.at, row.ended_at, row.ended_by) for row in rows
    ]


def count_steps(connection: Connection, bundle: Bundle) -> int:
    """Grows whenever staff change something at the place, or take something back."""
    records = [subject[1] for subject in subjects_of(bundle)]
    steps = select(func.count(), func.count(_edit.ended_at)).where(_edit.record_id.in_(records))
    made, ended = connection.execute(steps).one()
    return int(made) + int(ended)


def _edits(rows: Iterable[Row[Any]]) -> list[Edit]:
    return [Edit(row.id, (row.kind, row.record_id), row.field, row.said, row.value) for row in rows]
