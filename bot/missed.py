"""Finds the texts that the carrier took while nobody here could be reached, and puts them into the mailbox.

A carrier gives up after a few tries within seconds; what it could not bring lies in its list. A text enters once,
whoever brings it first: the carrier's id is the key. Those that are older than a quarter of an hour
go to a human first (``routing.route``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

import structlog
from sqlalchemy import Connection

from bot import metrics
from bot.message import InboundText
from bot.misuse.countries import Countries
from bot.ports import Clock
from bot.privacy import Vault
from bot.settings import Settings
from bot.store.arrivals import looked_at, save_looked_at, unknown_sids
from bot.store.database import Database
from bot.store.messages import accept_text
from bot.store.wish_notes import erased_since

log = structlog.get_logger()
DAY = 86_400.0
OVERLAP_SECONDS = 600.0  # looked through again: the list lags, and clocks differ
YOUNG_SECONDS = 60.0  # may be on its way here just now, the carrier's second try included
FARTHEST_DAYS = 3.0


class Remembers(Protocol):
    """A carrier that lists what it took for us."""

    def received_since(self, since: datetime) -> Sequence[InboundText]:
        """Oldest first, with ``missed_at``. Raises :class:`bot.errors.CarrierUnreachable`."""


def find_missed(
    database: Database,
    vault: Vault,
    clock: Clock,
    carrier: Remembers,
    settings: Settings,
    urgent: Callable[[str], bool],
) -> int:
    """One look through the list since the last one; how many texts had been missed.

    The very first look only notes the time: what came before this line began is not ours. A text that cannot be
    stored holds up no other; the next look goes back to it.
    Raises :class:`bot.errors.CarrierUnreachable`; then the next look goes back as far.
    """
    now = clock.now().timestamp()
    with database.read() as connection:
        last = looked_at(connection)
    # Never farther back than half of what is kept: what was destroyed must not come again.
    farthest = now - DAY * min(FARTHEST_DAYS, settings.warmline_retention_days / 2)
    countries = Countries(settings.warmline_countries)
    found, failed = 0, list[float]()
    if last is not None:
        since = max(min(last, now) - OVERLAP_SECONDS, farthest)
        listed = [text for text in carrier.received_since(datetime.fromtimestamp(since, UTC)) if _due(text, now)]
        with database.read() as connection:
            new = unknown_sids(connection, [text.sid for text in listed])
        for text in listed:
            if text.sid not in new:
                continue
            try:
                abroad = not countries.include(text.sender)
                found += _enter(database, vault, text, abroad, urgent(text.body), now)
            # Whatever is wrong with one text: those behind it may be cries for help.
            except Exception as error:  # noqa: BLE001
                failed.append(text.missed_at or now)
                metrics.texts_missed_failed.inc()
                log.error("missed_text_not_stored", error=type(error).__name__)
    database.write(lambda connection: save_looked_at(connection, min([now, *failed])))
    if found:
        log.warning("missed_texts_found", count=found)
        metrics.texts_missed.inc(found)
    return found


def _due(text: InboundText, now: float) -> bool:
    return text.missed_at is not None and text.missed_at <= now - YOUNG_SECONDS


def _enter(database: Database, vault: Vault, text: InboundText, abroad: bool, urgent: bool, now: float) -> bool:
    def enter(connection: Connection) -> bool:
        # What somebody had destroyed must not come back out of the carrier's memory.
        if erased_since(connection, vault.indexes(text.sender), text.missed_at or now):
            return False
        return accept_text(connection, vault, text, now, abroad, urgent) is not None

    return database.write(enter)
