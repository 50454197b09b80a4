"""What was mended while reading, counted by kind, so that ten thousand repairs are one line each."""

from __future__ import annotations

from bot.directory.report import Problem

NAMED = 5


class Repairs:
    """Kinds of repairs with their number and the first few places; problems of their own beside them."""

    def __init__(self) -> None:
        self._first: dict[str, list[str]] = {}
        self._count: dict[str, int] = {}

    def note(self, kind: str, where: str) -> None:
        """One more repair of ``kind`` (a sentence) at ``where``."""
        self._count[kind] = self._count.get(kind, 0) + 1
        first = self._first.setdefault(kind, [])
        if len(first) < NAMED:
            first.append(where)

    def problems(self) -> tuple[Problem, ...]:
        """One warning per kind, in the order in which they were first met."""
        return tuple(Problem(self._places(kind), kind) for kind in self._count)

    def _places(self, kind: str) -> str:
        places, rest = ", ".join(self._first[kind]), self._count[kind] - len(self._first[kind])
        return f"{places} and {rest} more" if rest else places
