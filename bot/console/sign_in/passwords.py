"""Passwords: what is good enough, and how they are kept (Argon2id)."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
FEWEST_DIFFERENT = 5
AT_ONCE = 2  # each check takes memory: a flood of sign-ins must not take the line's
WAITING = 2  # each that waits holds one of the few threads that all pages share


class Crowded(Exception):
    """Too many passwords are being checked; nothing was looked at."""


class Passwords:
    """Checks and hashes passwords, two at a time. About 50 ms and 32 MiB each."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
        self._room = threading.Semaphore(AT_ONCE)
        self._queue = threading.Semaphore(AT_ONCE + WAITING)
        self._nobody = self._hasher.hash("nobody signs in with this")

    def complaint(self, password: str, email: str) -> str | None:
        """What is wrong with a new password, as a sentence; ``None`` if it is good."""
        if len(password) < SHORTEST:
            return f"Use at least {SHORTEST} characters. A few words in a row work well."
        if len(password) > LONGEST:
            return f"Use at most {LONGEST} characters."
        if len(set(password)) < FEWEST_DIFFERENT:
            return f"Use at least {FEWEST_DIFFERENT} different characters."
        if password.strip().casefold() == email.strip().casefold():
            return "Use something else than your e-mail address."
        return None

    def hash(self, password: str) -> str:
        with self._room:
            return self._hasher.hash(password)

    def right(self, password_hash: str | None, password: str, patient: bool = False) -> bool:
        """Whether ``password`` fits. Takes as long when there is no such person as when there is.

        Raises :class:`Crowded` at once when too many wait already, unless this one is ``patient``.
        """
        if patient:
            return self._check(password_hash, password)
        if not self._queue.acquire(blocking=False):
            raise Crowded
        try:
            return self._check(password_hash, password)
        finally:
            self._queue.release()

    def _check(self, password_hash: str | None, password: str) -> bool:
        with self._room:
            try:
                self._hasher.verify(password_hash or self._nobody, password[:LONGEST])
            except (VerificationError, InvalidHashError):
                return False
        return password_hash is not None

    def outdated(self, password_hash: str) -> bool:
        """Whether the hash was made with weaker parameters than those of today."""
        return self._hasher.check_needs_rehash(password_hash)
