"""Has the carrier forget the words of texts: after some days, and at once when a person is erased."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from bot.errors import CarrierUnreachable
from bot.ports import Clock
from bot.store.database import Database
from bot.store.redactions import BATCH, next_redactions, redact_old, redacted, redaction_failed

DAY = 86_400.0
AT_ONCE = 50  # in one round, so that the outbox is not held up at the carrier


class Forgetful(Protocol):
    """A carrier that keeps words and can be asked to forget them."""

    def redact(self, sid: str) -> bool:
        """Forget the words of one text; false if it cannot yet. Raises :class:`CarrierUnreachable`."""


def redact_round(database: Database, clock: Clock, carrier: Forgetful, days: int) -> int:
    """Put what is older than ``days`` on the list and work off some of it; how many texts were redacted.

    A carrier that cannot be reached is asked once, not fifty times until each time-out.
    """
    now = clock.now().timestamp()
    while database.write(lambda connection: redact_old(connection, now - days * DAY, now)) == BATCH:
        pass
    with database.read() as connection:
        sids = next_redactions(connection, now, AT_ONCE)
    done = 0
    for sid in sids:
        try:
            forgotten = carrier.redact(sid)
        except CarrierUnreachable:
            database.write(partial(_settle, sid=sid, forgotten=False, now=now))
            break
        done += forgotten
        database.write(partial(_settle, sid=sid, forgotten=forgotten, now=now))
    return done


def _settle(connection: Connection, sid: str, forgotten: bool, now: float) -> None:
    if forgotten:
        redacted(connection, sid)
    else:
        redaction_failed(connection, sid, now)
