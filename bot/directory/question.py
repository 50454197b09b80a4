"""What is asked of the directory, and where its places come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.directory.geography import Area, Box
from bot.directory.place import Place
from bot.directory.wants import Wants


@dataclass(frozen=True)
class Question:
    """What is looked for. ``exclude`` are ids of places not to be named again, ``limit`` is per
    need, ``area`` is ``None`` when no ZIP is known, ``now`` carries a time zone. ``max_age_days``:
    places that nobody verified within so many days are not offered (``None``: all are)."""

    needs: tuple[str, ...]
    area: Area | None
    language: str
    exclude: frozenset[str]
    limit: int
    now: datetime
    wants: Wants = field(default_factory=Wants)
    max_age_days: int | None = None


class Candidates(Protocol):
    """Where places come from."""

    def within(self, need: str, box: Box, latitude: float, longitude: float) -> Sequence[Place]:
        """Places for ``need`` inside ``box``, at least the nearest few dozen."""

    def statewide(self, need: str, state: str) -> Sequence[Place]:
        """Services for everybody in a state (two letters)."""

    def national(self, need: str) -> Sequence[Place]:
        """Services for everybody in the country."""
