"""Are we keeping our promise? The figures of a stretch of time, and of the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.console.figures.stretches import Stretch
from bot.conversation import Urgency
from bot.desk.figures import Wait, Waits
from bot.privacy import Vault
from bot.store.desk_figures import waits_since
from bot.store.line_figures import Between
from bot.store.promise_figures import Endings, LateCase, endings, late_cases, waits_of
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
    """``cases`` and ``late`` are of ``now``; ``before`` is the stretch that it is compared with."""

    now: Kept
    before: Kept
    cases: tuple[Wait, ...]
    late: tuple[LateCase, ...]


def compare(connection: Connection, vault: Vault, wanted: Stretch, now: float, promises: Promises) -> Compared:
    """``promises``: seconds until somebody answers, by urgency."""
    return Compared(
        read_kept(connection, vault, wanted.between, now, promises),
        read_kept(connection, vault, wanted.before, now, promises),
        waits_of(connection, wanted.between, now, promises),
        late_cases(connection, wanted.between, now, promises),
    )


def read_kept(connection: Connection, vault: Vault, between: Between, now: float, promises: Promises) -> Kept:
    return Kept(
        waits_since(connection, between[0], now, promises, until=between[1]),
        endings(connection, between),
        read_referrals(connection, vault, between),
    )
