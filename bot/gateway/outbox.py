"""Step 7: takes a saved text to the carrier, and never twice.

Before a text is handed over its row says ``sending``. A row that still says so when somebody
comes along (a crash, a time-out) may have gone out: it is looked up at the carrier first.

The written rule for what stays unknown: a text that the carrier does not list
``LOOKUP_GRACE_SECONDS`` after the attempt did not reach it and is sent again; while the
carrier cannot be asked, the text waits and staff see it as ``unknown``. Where nobody can ever be
asked (e-mail) it counts as failed: the ladder climbs, and nothing goes out twice.

The grace of an attempt whose end nobody saw begins with the first look, not with the time in its row:
clocks differ and are set. On its side a sender hands a text over within ``START_SECONDS`` of its lease or
never, by a clock that cannot be set and that goes on while the process is frozen.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import CannotLookUp, CarrierUnreachable, LeaseLost
from bot.message import Delivery, Fate, OutboundText, Refusal, SendResult
from bot.ports import Carrier, Clock
from bot.store.leases import Lease
from bot.store.messages import WaitingText

LOOKUP_GRACE_SECONDS = 10.0
START_SECONDS = 6.0  # less than the grace, with room for the carrier's list to show what it got
LOOKUP_AGAIN_SECONDS = 5.0
GIVE_UP_SECONDS = 4 * 3600.0
ALERT_GIVE_UP_SECONDS = 300.0  # a late alert helps nobody: the next one is on its way
NOT_KNOWN = Refusal(0, False, False, "It is not known whether this arrived. It is not sent again.")
SLOWEST_SEND_SECONDS = 12.0


@dataclass(frozen=True)
class Verdict:
    """What became of one attempt: the row's new status, and when to come back if not final."""

    status: Delivery
    result: SendResult | None = None
    again_at: float | None = None
    grace_from: float | None = None  # the attempt counts as made now

    @property
    def worth_a_log(self) -> bool:
        return self.status is not Delivery.SENT


class Outbox:
    def __init__(self, carrier: Carrier, clock: Clock) -> None:
        self._carrier = carrier
        self._clock = clock

    def deliver(self, waiting: WaitingText, phone: str, lease: Lease, look_up: frozenset[str] | None) -> Verdict:
        """One attempt to get ``waiting`` to ``phone``, or to learn what became of an earlier one.

        ``look_up`` is ``None`` for a first attempt; after one of unknown fate it holds the carrier's
        ids of our other texts to that phone.
        Raises :class:`LeaseLost` when what is left of the lease is too short for a send.
        """
        now = self._clock.now().timestamp()
        not_after = lease.since + START_SECONDS
        if now + SLOWEST_SEND_SECONDS > lease.until:
            raise LeaseLost("The lease is too short for a send; another worker goes on.")
        made_at = datetime.fromtimestamp(waiting.created_at, UTC)
        text = OutboundText(waiting.id, phone, waiting.body, made_at, not_after)
        if look_up is not None:
            return self._look_up(text, waiting, look_up, now)
        if time.monotonic() > not_after:
            return Verdict(Delivery.PENDING, again_at=now)  # a slow database: nothing has left yet
        return self._judge(self._carrier.send(text), waiting, now)

    def _look_up(self, text: OutboundText, waiting: WaitingText, others: frozenset[str], now: float) -> Verdict:
        try:
            sid = self._carrier.find(text, others)
        except CannotLookUp:
            return Verdict(Delivery.FAILED, SendResult(Fate.UNKNOWN, refusal=NOT_KNOWN))
        except CarrierUnreachable:
            return Verdict(Delivery.UNKNOWN, again_at=now + LOOKUP_AGAIN_SECONDS)
        if sid is not None:
            return Verdict(Delivery.SENT, SendResult(Fate.SENT, sid))
        tried = waiting.tried_at or 0.0
        if waiting.status is Delivery.SENDING or tried > now:
            return Verdict(Delivery.UNKNOWN, again_at=now + LOOKUP_GRACE_SECONDS, grace_from=now)
        if now - tried < LOOKUP_GRACE_SECONDS:
            return Verdict(Delivery.UNKNOWN, again_at=now + LOOKUP_AGAIN_SECONDS)
        return Verdict(Delivery.PENDING, again_at=now)  # it never left: a new attempt, marked as one

    def _judge(self, result: SendResult, waiting: WaitingText, now: float) -> Verdict:
        if result.fate is Fate.SENT:
            return Verdict(Delivery.SENT, result)
        if result.fate is Fate.UNKNOWN:
            return Verdict(Delivery.UNKNOWN, result, now + LOOKUP_AGAIN_SECONDS)
        patience = GIVE_UP_SECONDS if waiting.alert_case is None else ALERT_GIVE_UP_SECONDS
        too_old = now - waiting.created_at > patience
        if result.fate is Fate.REFUSED or too_old:
            return Verdict(Delivery.FAILED, result)
        return Verdict(Delivery.PENDING, result, now + min(60.0, 2.0 ** min(waiting.attempts, 6)))
