"""What an import has done so far, and its problems: every one counted, the first thousands kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.directory.report import Problem, Reading

MOST_KEPT = 5_000


class Problems:
    """The first :data:`MOST_KEPT` different problems, and how many there were."""

    def __init__(self) -> None:
        self._kept: dict[Problem, None] = {}
        self._more = 0

    def add(self, problems: Iterable[Problem]) -> None:
        for each in problems:
            if len(self._kept) < MOST_KEPT:
                self._kept[each] = None
            elif each not in self._kept:
                self._more += 1

    @property
    def count(self) -> int:
        return len(self._kept) + self._more

    def listed(self) -> tuple[Problem, ...]:
        """In the order in which they came."""
        rest = (Problem("further on", f"{self._more} more like these"),) if self._more else ()
        return (*self._kept, *rest)


@dataclass
class Tally:
    """``found``: places that could be read, whoever they belong to; ``unreachable``: without phone and address."""

    read: int = 0
    found: int = 0
    unreachable: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: Problems = field(default_factory=Problems)
    warnings: Problems = field(default_factory=Problems)

    def note(self, reading: Reading) -> None:
        """Add what a part of the source said."""
        self.read += reading.read
        self.rejected.add(reading.rejected)
        self.warnings.add(reading.warnings)
