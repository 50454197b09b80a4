"""One place for staff: what its source says, what staff say, and how both are changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from bot.directory.bundles import Bundle
from bot.directory.edits import ADDED, ADDRESS_FIELDS, KEPT, SECRET, said_by, subject_of
from bot.store.directory_bundles import bundles_of, laid_over
from bot.store.directory_edits import (
    Change,
    add_edits,
    changes_of,
    count_steps,
    edits_about,
    end_edits,
    end_field,
)
from bot.store.directory_laying import remake
from bot.store.directory_tables import (
    directory_public_address,
    directory_service_at_location,
    directory_standing,
)
from bot.store.directory_write import retire_places
from bot.store.place_standing import BAD, judge_place
from bot.store.zip_areas import SqlAreas

MARKS = (SECRET, ADDED)
"""Changes that have buttons of their own and are not undone from the history."""

MOST_CHANGES = 200
_place = directory_service_at_location.c


@dataclass(frozen=True)
class KeptPlace:
    """``said`` is the source's, ``shown`` staff's over it. ``version`` changes with every change.
    ``same_service`` and ``same_location``: how many other places share them. ``reported`` and
    ``judged`` as in :class:`bot.directory.place.Standing`."""

    said: Bundle
    shown: Bundle
    version: str
    retired_on: date | None
    same_service: int
    same_location: int
    public: bool
    reported: str
    reported_on: date | None
    judged: str
    judged_on: date | None
    changed: frozenset[str]

    @property
    def id(self) -> str:
        return self.said.place.id


def read_kept(connection: Connection, place_id: str) -> KeptPlace | None:
    """The place, also a retired one; ``None`` when there was never one."""
    row = connection.execute(
        select(_place.service_id, _place.digest, _place.retired_on, _place.location_id).where(_place.id == place_id)
    ).first()
    if row is None:
        return None
    said = next((x for x in bundles_of(connection, [row.service_id], retired=True) if x.place.id == place_id), None)
    if said is None:
        return None
    edits = edits_about(connection, [said])
    own = edits.of(said)
    standing: Any = connection.execute(
        select(directory_standing).where(directory_standing.c.place_id == place_id)
    ).first()
    public = directory_public_address.c.service_id
    return KeptPlace(
        said=said,
        shown=laid_over(said, edits, SqlAreas(connection)),
        version=f"{count_steps(connection, said)}:{row.digest[:12]}:{row.retired_on or ''}",
        retired_on=row.retired_on,
        same_service=_others(connection, _place.service_id == row.service_id, place_id),
        same_location=_others(connection, _place.location_id == row.location_id, place_id) if row.location_id else 0,
        public=connection.execute(select(public).where(public == row.service_id)).first() is not None,
        reported=standing.reported if standing else "",
        reported_on=standing.reported_on if standing else None,
        judged=standing.judged if standing else "",
        judged_on=standing.judged_on if standing else None,
        changed=frozenset(own),
    )


def change_place(
    connection: Connection, kept: KeptPlace, values: Mapping[str, str], by: str, now: float
) -> tuple[str, ...]:
    """Note what ``values`` (checked texts, by field) say otherwise, and offer the place so.

    A field that says again what its source says is staff's no more. A number, street or hours
    that were put right settle what was reported about them. Returns the fields that changed.
    """
    said, before = said_by(kept.said), said_by(kept.shown)
    changed = [name for name, value in values.items() if value != before[name]]
    edits = edits_about(connection, [kept.said]).of(kept.said)
    end_field(connection, [edits[name] for name in changed if name in edits and values[name] == said[name]], by, now)
    add_edits(
        connection,
        [
            (subject_of(kept.said, name), name, said[name], before[name], values[name])
            for name in changed
            if values[name] != said[name] or name not in edits
        ],
        by,
        now,
    )
    remake(connection, [subject_of(kept.said, name)[1] for name in changed])
    mended = bool({"phones", "hours", *ADDRESS_FIELDS}.intersection(changed))
    if mended and (kept.reported or kept.judged in set(BAD) - {"closed"}):
        judge_place(connection, kept.id, "works", by, now)
    return tuple(changed)


def undo_change(connection: Connection, kept: KeptPlace, change_id: int, by: str, now: float) -> str | None:
    """Take back a change that counts; the field, or ``None`` where it counts no more or never did."""
    own = edits_about(connection, [kept.said]).of(kept.said).values()
    edit = next((each for each in own if each.id == change_id and each.field not in MARKS), None)
    if edit is None or not end_edits(connection, [edit.id], by, now):
        return None
    if edit.field == KEPT:
        retire_places(connection, [kept.id], datetime.fromtimestamp(now, UTC).date())
    remake(connection, [edit.subject[1]])
    return edit.field


def bring_back(connection: Connection, kept: KeptPlace, by: str, now: float) -> bool:
    """Offer a place that its source dropped; it stays until staff take it out. False if it is not gone."""
    if kept.retired_on is None:
        return False
    connection.execute(
        update(directory_service_at_location).where(_place.id == kept.id).values(retired_on=None, digest="")
    )
    add_edits(connection, [(("place", kept.id), KEPT, "gone", "", "yes")], by, now)
    remake(connection, [kept.id])
    return True


def read_changes(connection: Connection, kept: KeptPlace) -> list[Change]:
    """What staff changed, the newest first."""
    return changes_of(connection, kept.said, MOST_CHANGES)


def _others(connection: Connection, which: Any, place_id: str) -> int:
    wanted = select(func.count()).where(which, _place.id != place_id, _place.retired_on.is_(None))
    return connection.execute(wanted).scalar_one()
