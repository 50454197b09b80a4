"""What an import did, and what it could not use, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.directory.records import Records
from bot.errors import WarmlineError


class BrokenFile(WarmlineError):
    """A file that cannot be read as a whole; nothing of it is taken."""


@dataclass(frozen=True)
class Problem:
    """``where`` is a line ("line 12") or a place in a document ("services[3]")."""

    where: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """A file after reading. ``rejected`` rows are left out of ``records``; ``kept`` are ids of
    places whose row was rejected this time, so that their last good form is not retired.
    ``public`` are ids of services that the file itself marks as not confidential. ``lines`` says
    where a place stood, by its id, in files of one place a line. A large file comes as many
    readings."""

    records: Records
    read: int
    rejected: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    kept: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    lines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportReport:
    """Counts are places: one service at one location. Very long lists of problems are cut;
    ``rejected_count`` and ``warning_count`` count them all."""

    source: str
    format: str
    dry_run: bool
    read: int
    added: int
    changed: int
    unchanged: int
    retired: int
    rejected: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    rejected_count: int = 0
    warning_count: int = 0

    def as_values(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)
