"""Slows guessing down without letting a stranger lock somebody out.

Wrong passwords from browsers that we do not know add up per person: from the fifth on each
makes such browsers wait, one minute, then two, up to fifteen. A browser from which the person
signed in before is counted by itself, so strangers' guesses do not shut it out.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from bot.store.staff import StaffMember

FREE_TRIES = 5
SHORTEST_SECONDS, LONGEST_SECONDS = 60.0, 900.0
REMEMBERED_BROWSERS = 1000


def wait_after(failures: int) -> float:
    """Seconds to wait after so many wrong passwords."""
    if failures < FREE_TRIES:
        return 0.0
    return min(LONGEST_SECONDS, SHORTEST_SECONDS * 2.0 ** min(failures - FREE_TRIES, 10))


class KnownBrowserLock:
    """Wrong passwords per known browser, in memory. Safe in threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def waits(self, mark: str, now: float) -> bool:
        with self._lock:
            return self._failures.get(mark, (0, 0.0))[1] > now

    def failed(self, mark: str, now: float) -> None:
        with self._lock:
            self._count(mark, now)

    def _count(self, mark: str, now: float) -> None:
        failures = self._failures.pop(mark, (0, 0.0))[0] + 1
        self._failures[mark] = (failures, now + wait_after(failures))
        if len(self._failures) > REMEMBERED_BROWSERS:
            self._failures.popitem(last=False)

    def take_try(self, mark: str, now: float) -> bool:
        """As :func:`bot.store.staff.take_try`, for this browser."""
        with self._lock:
            if self._failures.get(mark, (0, 0.0))[1] > now:
                return False
            self._count(mark, now)
            return True

    def succeeded(self, mark: str) -> None:
        with self._lock:
            self._failures.pop(mark, None)


def stranger_waits(member: StaffMember, now: float) -> bool:
    """Whether browsers that we do not know must wait before they try ``member``'s password again."""
    return member.locked_until is not None and member.locked_until > now
