"""A database in one encrypted file: sealed piece by piece, so that no piece can be changed, moved or cut off.

The file holds a magic line, a salt of its own, and pieces: four bytes of length, then AES-256-GCM
of the piece. Its number is the nonce; whether it is the last is part of what is authenticated.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import WarmlineError
from bot.privacy import Vault

MAGIC = b"WARMLINE BACKUP 1\n"
PURPOSE = "backup"
SALT_BYTES, TAG_BYTES, PIECE = 16, 16, 1_048_576
MORE, LAST = b"more", b"last"


class BackupUnusable(WarmlineError):
    """The file is no backup, is damaged or cut off, or belongs to another key."""


class CopyFailed(WarmlineError):
    """SQLite could not copy the database: the disk is full, the file is damaged."""


def copy_sqlite(source: Path, target: Path) -> None:
    """A consistent copy of a database that is in use. Raises :class:`CopyFailed`.

    In one step: a copy in steps begins anew whenever the line has written in between, and on a busy line
    never ends. With write-ahead logging the one long read keeps nobody from writing.
    """
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise CopyFailed(f"The database could not be copied beside the backup: {error}.") from error


def seal_file(vault: Vault, source: Path, target: Path) -> None:
    """Encrypt ``source`` into ``target`` (mode 0600), which appears whole or not at all."""
    salt = os.urandom(SALT_BYTES)
    cipher = _cipher(vault.purpose_key(PURPOSE), salt)
    new = target.with_name(target.name + ".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with source.open("rb") as plain, os.fdopen(descriptor, "wb") as sealed:
            sealed.write(MAGIC + salt)
            for number, (piece, last) in enumerate(_pieces(plain)):
                body = cipher.encrypt(_nonce(number), piece, LAST if last else MORE)
                sealed.write(struct.pack(">I", len(body)) + body)
            sealed.flush()
            os.fsync(sealed.fileno())
        os.replace(new, target)
    finally:
        new.unlink(missing_ok=True)  # a full disk


def open_file(vault: Vault, source: Path, target: Path) -> None:
    """Decrypt the backup ``source`` into ``target``. Raises :class:`BackupUnusable`; then there is no target."""
    new = target.with_name(target.name + ".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with source.open("rb") as sealed, os.fdopen(descriptor, "wb") as plain:
            for piece in _opened(vault, sealed):
                plain.write(piece)
            plain.flush()
            os.fsync(plain.fileno())
        os.replace(new, target)
    finally:
        new.unlink(missing_ok=True)


def _opened(vault: Vault, sealed: IO[bytes]) -> Iterator[bytes]:
    if sealed.read(len(MAGIC)) != MAGIC:
        raise BackupUnusable("This file is no backup of Warmline.")
    salt = sealed.read(SALT_BYTES)
    ciphers = [_cipher(key, salt) for key in vault.purpose_keys(PURPOSE)]
    number, last = 0, False
    while not last:
        head = sealed.read(4)
        length = struct.unpack(">I", head)[0] if len(head) == 4 else 0
        body = sealed.read(length) if TAG_BYTES <= length <= PIECE + TAG_BYTES else b""
        piece, last, cipher = _open_piece(ciphers, number, body)
        ciphers = [cipher]
        yield piece
        number += 1
    if sealed.read(1):
        raise BackupUnusable("There is something behind the end of this backup; it was changed.")


def _open_piece(ciphers: list[AESGCM], number: int, body: bytes) -> tuple[bytes, bool, AESGCM]:
    for cipher in ciphers:
        for mark in (MORE, LAST):
            try:
                return cipher.decrypt(_nonce(number), body, mark), mark == LAST, cipher
            except InvalidTag:
                continue
    raise BackupUnusable(
        "This backup does not open with the key of this line: it is damaged or cut off, or it belongs to another key."
        if number == 0
        else "This backup is damaged or cut off."
    )


def _cipher(key: str, salt: bytes) -> AESGCM:
    return AESGCM(hmac.new(bytes.fromhex(key), salt, hashlib.sha256).digest())


def _nonce(number: int) -> bytes:
    return struct.pack(">4xQ", number)


def _pieces(plain: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    piece = plain.read(PIECE)
    while True:
        following = plain.read(PIECE)
        yield piece, not following
        if not following:
            return
        piece = following
