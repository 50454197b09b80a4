"""Are we keeping our promise? The figures of a stretch of time, and of the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.console.figures.stretches import Stretch
from bot.conversation import Urgency
from bot.desk.figures import HourWaits, Waits
from bot.privacy import Vault
from bot.store.desk_figures import waits_by_hour, waits_since
from bot.store.line_figures import Between
from bot.store.promise_figures import Endings, LateCase, endings, late_cases
from bot.store.referrals import Referrals, read_referrals

Promises = Mapping[Urgency, float]


@dataclass(frozen=True)
class Kept:
    """What happened in one stretch of time."""

    waits: Mapping[Urgency, Waits]
    endings: Endings
    referrals: Referrals

    @property
    def asked(self) -> int:
        return sum(each.asked for each in self.waits.values())


@dataclass(frozen=True)
class Compared:
    """``hours`` of the day and ``late`` cases are of ``now``; ``before`` is the stretch that it is compared with."""

    now: Kept
    before: Kept
    hours: tuple[HourWaits, ...]
    late: tuple[LateCase, ...]


def compare(
    connection: Connection, vault: Vault, wanted: Stretch, now: float, promises: Promises, zone: ZoneInfo
) -> Compared:
    """``promises``: seconds until somebody answers, by urgency. ``zone``: whose hours of the day."""
    waits, hours = waits_by_hour(connection, wanted.between, now, promises, zone)
    return Compared(
        _kept(connection, vault, wanted.between, waits),
        read_kept(connection, vault, wanted.before, now, promises),
        hours,
        late_cases(connection, wanted.between, now, promises),
    )


def read_kept(connection: Connection, vault: Vault, between: Between, now: float, promises: Promises) -> Kept:
    """What happened in this time. ``promises`` as above."""
    return _kept(connection, vault, between, waits_since(connection, between[0], now, promises, until=between[1]))


def _kept(connection: Connection, vault: Vault, between: Between, waits: Mapping[Urgency, Waits]) -> Kept:
    return Kept(waits, endings(connection, between), read_referrals(connection, vault, between))
