"""A list beside the database of what people decided for good: what a restored backup must learn again.

A file that only grows, one sealed line a wish, each with the hash of the line before: nobody reads it
without the key, and a line that was changed or taken out of the middle is noticed. It holds no number and
no word, only blind indexes.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

import structlog
from sqlalchemy import Connection

from bot.errors import CannotDecrypt, WarmlineError
from bot.privacy import Vault
from bot.store.database import Database
from bot.store.wish_notes import take_turn
from bot.store.wishes import Wish, Wished, all_wishes, fulfil, last_wish, wishes_after

log = structlog.get_logger()
NAME = "wishes.log"
FIRST = "0" * 64
TAIL_BYTES = 8192  # many lines: the list is read from its end, however long it is
_ID = re.compile(rb"\d{1,18}")  # what each line begins with


class ListDamaged(WarmlineError):
    """The list of wishes was changed, cut in the middle, or belongs to another key."""


class WishList:
    def __init__(self, folder: Path, vault: Vault) -> None:
        self.path = folder / NAME
        self._vault = vault
        self._copied = -1  # up to here this process has seen the list whole
        self._agreed = False  # this process has walked through the whole list, and it is the database's own

    def agree(self, database: Database) -> int:
        """Bring database and list together before a line sends anything; how many wishes the database learned.

        A database that is behind its list (a restore was killed, the file of the database is gone) learns the rest.
        A list that is damaged, or of another database, is set aside; :meth:`copy` writes it anew. Raises
        :class:`ListDamaged` if it is damaged and may know more than the database: that only a person can mend.
        """
        learned: int | None = 0
        if self.path.exists():
            with self._locked() as file:
                while (learned := self._agree(file, database)) is None:
                    pass  # somebody's wish came in between
        self._agreed = True
        return learned or 0

    def _agree(self, file: IO[bytes], database: Database) -> int | None:
        with database.read() as connection:
            known = all_wishes(connection)
        newest = known[-1].id if known else 0
        try:
            file.seek(0)
            listed = list(self._read(file))
        except ListDamaged as damage:
            if _highest_id(file) > newest:
                raise ListDamaged(
                    f"{damage} It ends after the newest wish that the database knows, so opt-outs and erasures may "
                    "stand in it alone. Put a whole copy of it in its place; if there is none, move it away: then "
                    "people who opted out meanwhile may get texts again."
                ) from damage
            self.set_aside(str(damage))
            return 0
        if any(ours != theirs for ours, theirs in zip(listed, known, strict=False)):
            self.set_aside("It is the list of another database.")
            return 0
        missing = listed[len(known) :]
        learned = database.write(partial(_learn, missing=missing, newest=newest)) if missing else 0
        if learned:
            log.warning("wishes_learned_from_list", count=learned)
        return learned

    def set_aside(self, why: str) -> Path | None:
        """Rename the list to the first free ``wishes.log.N``, so that nothing is added to it; its new place, if any."""
        if not self.path.exists():
            return None
        number = 1
        while (aside := self.path.with_name(f"{NAME}.{number}")).exists():
            number += 1
        os.rename(self.path, aside)
        log.warning("wishes_set_aside", file=aside.name, why=why)
        return aside

    def take(self, given: Path) -> None:
        """Have a copy of the list ``given`` in our place, whole or not at all; one that was there is set aside."""
        if self.path.exists() and self.path.samefile(given):
            return
        new = self.path.with_name(f"{NAME}.new")
        with given.open("rb") as source, os.fdopen(_open_new(new), "wb") as draft:
            shutil.copyfileobj(source, draft)
            draft.flush()
            os.fsync(draft.fileno())
        self.set_aside("Another one was given.")
        os.replace(new, self.path)

    def copy(self, database: Database) -> int:
        """Append what the database knows and the list does not; how many. Several processes take turns."""
        with database.read() as connection:
            if last_wish(connection) == self._copied:
                return 0
        while True:
            if not self._agreed:
                self.agree(database)
            with self._locked() as file:
                last, before = self._end(file)
                # Read under the lock: what others copied was committed before they did.
                with database.read() as connection:
                    ahead = last > last_wish(connection)
                if not ahead:
                    return self._append(file, database, last, before)
            self._agreed = False  # another database, or another list, was put in place under the running line

    def _append(self, file: IO[bytes], database: Database, last: int, before: str) -> int:
        copied = 0
        while True:
            with database.read() as connection:
                new = wishes_after(connection, last)
            if not new:
                self._copied = last
                return copied
            for wish in new:
                line = self._sealed(wish, before)
                file.write(line)
                last, before = wish.id, _hash(line)
            file.flush()
            os.fsync(file.fileno())
            copied += len(new)

    def seal_anew(self) -> int:
        """Write the list again under the newest key, whole or not at all; how many wishes. None is not an error."""
        if not self.path.exists():
            return 0
        with self._locked() as file:
            wishes, before = list(self._read(file)), FIRST
            new = self.path.with_name(f"{NAME}.new")
            with os.fdopen(_open_new(new), "wb") as draft:
                for wish in wishes:
                    line = self._sealed(wish, before)
                    draft.write(line)
                    before = _hash(line)
                draft.flush()
                os.fsync(draft.fileno())
            os.replace(new, self.path)
        return len(wishes)

    @contextmanager
    def _locked(self) -> Iterator[IO[bytes]]:
        """The list, which nobody else writes meanwhile."""
        while True:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if self._is_still(file):
                    yield file
                    return
            # While we waited it was written again in another file.

    def _is_still(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False

    def after(self, last: int) -> Iterator[Wish]:
        """The wishes with an id above ``last``, in order. Raises :class:`ListDamaged` before anything is given."""
        with self.path.open("rb") as file:
            wishes = list(self._read(file))
        yield from (wish for wish in wishes if wish.id > last)

    def fulfil(self, database: Database) -> int:
        """Do what came after the newest wish that a restored database knows; how many.

        Raises :class:`ListDamaged` before anything is done.
        """
        with database.read() as connection:
            last = last_wish(connection)
        missing = list(self.after(last))

        def do(connection: Connection) -> None:
            for wish in missing:
                fulfil(connection, wish)

        database.write(do)
        return len(missing)

    def _end(self, file: IO[bytes]) -> tuple[int, str]:
        """The id and the hash of the last whole line; half a line, of a crash while it was written, goes."""
        size = file.seek(0, os.SEEK_END)
        start = file.seek(max(0, size - TAIL_BYTES))
        end = file.read()
        whole = end.rfind(b"\n") + 1
        file.truncate(start + whole)
        line = end[end.rfind(b"\n", 0, max(0, whole - 1)) + 1 : whole]
        return (int(line.partition(b" ")[0]), _hash(line)) if line else (0, FIRST)

    def _read(self, file: IO[bytes]) -> Iterator[Wish]:
        before = FIRST
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                fields = self._vault.open_json(b64decode(line.partition(b" ")[2]))
            except (CannotDecrypt, ValueError) as error:
                raise ListDamaged(f"Line {number} of {self.path} does not open with the key of this line.") from error
            if fields["before"] != before:
                raise ListDamaged(f"Before line {number} of {self.path} something was changed or taken out.")
            yield Wish(fields["id"], fields["at"], Wished(fields["kind"]), bytes.fromhex(fields["who"]))
            before = _hash(line)

    def _sealed(self, wish: Wish, before: str) -> bytes:
        fields = {"id": wish.id, "at": wish.at, "kind": wish.kind, "who": wish.who.hex(), "before": before}
        return b"%d %s\n" % (wish.id, b64encode(self._vault.seal_json(fields)))


def _learn(connection: Connection, missing: list[Wish], newest: int) -> int | None:
    """Fulfil ``missing``; ``None`` and nothing done if the database knows another newest wish by now."""
    take_turn(connection)
    if last_wish(connection) != newest:
        return None
    for wish in missing:
        fulfil(connection, wish)
    return len(missing)


def _highest_id(file: IO[bytes]) -> int:
    """As far as the lines of a damaged list say it themselves."""
    file.seek(0)
    return max((int(found.group()) for line in file if (found := _ID.match(line))), default=0)


def _open_new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
