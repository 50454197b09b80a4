"""A backup opens whole with its key, or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.backup import (
    MAGIC,
    PIECE,
    SALT_BYTES,
    TAG_BYTES,
    BackupUnusable,
    CopyFailed,
    copy_sqlite,
    open_file,
    seal_file,
)
from bot.privacy import Vault
from tests.full_disk import room_for

OLD, NEW = "the-old-key-0123456789", "the-new-key-0123456789"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Two and a half pieces."""
    path = tmp_path / "plain"
    path.write_bytes(b"need a ride " * (PIECE * 5 // 2 // 12))
    return path


@pytest.fixture
def sealed(tmp_path: Path, plain: Path) -> Path:
    path = tmp_path / "sealed"
    seal_file(Vault([OLD]), plain, path)
    return path


def opened(sealed: Path, *keys: str) -> bytes:
    target = sealed.with_name("opened")
    open_file(Vault(keys), sealed, target)
    return target.read_bytes()


def test_what_was_sealed_opens_again_and_only_its_owner_may_read_it(plain: Path, sealed: Path) -> None:
    assert opened(sealed, OLD) == plain.read_bytes()
    assert b"ride" not in sealed.read_bytes()
    assert sealed.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1])
def test_sizes_around_a_piece(tmp_path: Path, size: int) -> None:
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"x" * size)
    seal_file(Vault([OLD]), plain, sealed)
    assert opened(sealed, OLD) == b"x" * size


def test_it_opens_after_the_key_was_rotated(plain: Path, sealed: Path) -> None:
    assert opened(sealed, NEW, OLD) == plain.read_bytes()


def test_another_key_opens_nothing(sealed: Path) -> None:
    with pytest.raises(BackupUnusable, match="another key"):
        opened(sealed, NEW)
    assert sorted(path.name for path in sealed.parent.iterdir()) == ["plain", "sealed"]


def test_a_cut_off_changed_or_lengthened_backup_is_refused(sealed: Path) -> None:
    whole = sealed.read_bytes()
    changed = bytearray(whole)
    changed[-1] ^= 1
    start, piece = len(MAGIC) + SALT_BYTES, 4 + PIECE + TAG_BYTES
    without_last = whole[: start + 2 * piece]
    swapped = whole[:start] + whole[start + piece : start + 2 * piece] + whole[start : start + piece]
    for broken in (bytes(changed), whole[:-1], without_last, whole + b"x", swapped + whole[start + 2 * piece :]):
        sealed.write_bytes(broken)
        with pytest.raises(BackupUnusable):
            opened(sealed, OLD)


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sealed").write_bytes(b"hello")
    with pytest.raises(BackupUnusable, match="no backup"):
        opened(tmp_path / "sealed", OLD)


def test_a_database_is_copied_while_somebody_writes(tmp_path: Path) -> None:
    live = sqlite3.connect(tmp_path / "live.db", isolation_level=None)
    live.execute("PRAGMA journal_mode=WAL")
    live.execute("CREATE TABLE t (x)")
    live.execute("INSERT INTO t VALUES (1)")
    live.execute("BEGIN IMMEDIATE")
    live.execute("INSERT INTO t VALUES (2)")
    copy_sqlite(tmp_path / "live.db", tmp_path / "copy.db")
    live.execute("COMMIT")
    live.close()
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("SELECT x FROM t").fetchall() == [(1,)]
    copy.close()


def test_a_full_disk_leaves_the_old_backup_and_no_half_of_a_new_one(plain: Path, sealed: Path) -> None:
    old = sealed.read_bytes()
    with room_for(PIECE), pytest.raises(OSError, match="File too large"):
        seal_file(Vault([OLD]), plain, sealed)
    assert sealed.read_bytes() == old
    assert sorted(path.name for path in sealed.parent.iterdir()) == ["plain", "sealed"]


def test_a_copy_that_sqlite_cannot_make_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "live.db").write_bytes(b"no database " * 1000)
    with pytest.raises(CopyFailed, match="could not be copied"):
        copy_sqlite(tmp_path / "live.db", tmp_path / "copy.db")
