"""Files that wait for staff's yes after a dry run. In the database, so that any process of the line can go on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy import Connection, delete, insert, or_, select

from bot.store.database import Database
from bot.store.directory_edit_tables import directory_upload, directory_upload_piece

PIECE = 512 * 1024  # each its own write: texts are taken in between
KEPT_SECONDS = 24 * 3600.0
_upload, _piece = directory_upload.c, directory_upload_piece.c


@dataclass(frozen=True)
class Waiting:
    """A file and what was said beside it; ``format`` is empty to be told from the file, ``needs`` are
    joined by commas, ``mapping`` is the text of a mapping file or empty. ``size`` in bytes."""

    id: str
    by: str
    at: float
    name: str
    source: str
    format: str
    needs: str
    fellowship: str
    mapping: str
    size: int


def keep_upload(database: Database, waiting: Waiting, file: BinaryIO) -> None:
    """Keep ``file``; earlier ones of the same person, and old ones of everybody, go."""

    def begin(connection: Connection) -> None:
        old = or_(_upload.by == waiting.by, _upload.at < waiting.at - KEPT_SECONDS)
        _drop(connection, list(connection.execute(select(_upload.id).where(old)).scalars()))
        connection.execute(insert(directory_upload).values(vars(waiting)))

    database.write(begin)
    file.seek(0)
    number = 0
    while block := file.read(PIECE):
        _keep_piece(database, waiting.id, number, block)
        number += 1


def _keep_piece(database: Database, upload_id: str, number: int, block: bytes) -> None:
    row = {"upload_id": upload_id, "number": number, "bytes": zlib.compress(block, 1)}
    database.write(lambda connection: connection.execute(insert(directory_upload_piece).values(row)))


def find_upload(connection: Connection, upload_id: str, by: str) -> Waiting | None:
    """Somebody's own waiting file; ``None`` when it is gone, or another's."""
    row = connection.execute(select(directory_upload).where(_upload.id == upload_id, _upload.by == by)).first()
    return Waiting(**row._mapping) if row else None


def write_upload(connection: Connection, upload_id: str, to: BinaryIO) -> None:
    """Its bytes, as they came."""
    numbers = select(_piece.number).where(_piece.upload_id == upload_id).order_by(_piece.number)
    for number in list(connection.execute(numbers).scalars()):
        packed = select(_piece.bytes).where(_piece.upload_id == upload_id, _piece.number == number)
        to.write(zlib.decompress(connection.execute(packed).scalar_one()))


def drop_upload(connection: Connection, upload_id: str) -> None:
    """It waits no more."""
    _drop(connection, [upload_id])


def forget_old_uploads(connection: Connection, now: float) -> int:
    """Drop what nobody answered for a day; how many there were."""
    old = list(connection.execute(select(_upload.id).where(_upload.at < now - KEPT_SECONDS)).scalars())
    _drop(connection, old)
    return len(old)


def _drop(connection: Connection, ids: list[str]) -> None:
    connection.execute(delete(directory_upload_piece).where(_piece.upload_id.in_(ids)))
    connection.execute(delete(directory_upload).where(_upload.id.in_(ids)))
