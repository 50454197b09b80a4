"""Handles one conversation under its lease: event by event, and after each the texts it led to.

Three short transactions a text: accept (elsewhere), save the outcome, record the sends. No
transaction is open while the assistant or the carrier is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog
from sqlalchemy import Connection

from bot import metrics
from bot.conversation import LATE_SECONDS, Case, Event, Snapshot
from bot.errors import DecidedTooLate, LeaseLost
from bot.gateway.outbox import Outbox, Verdict
from bot.message import Delivery
from bot.outcome import Outcome, Speech
from bot.ports import Clock
from bot.privacy import Vault
from bot.store.conversations import is_of_the_house, is_unsafe
from bot.store.database import Database
from bot.store.events import count_attempt, next_due, next_event
from bot.store.leases import Lease, free, prove, put_off
from bot.store.messages import WaitingText, mark_sending, next_waiting, own_sids
from bot.store.snapshots import Rendered, load_snapshot, save_outcome, touched
from bot.store.verdicts import hold_back, save_verdict

log = structlog.get_logger()
MAX_ATTEMPTS = 3
RETRY_SECONDS = 2.0


class Decides(Protocol):
    """The journey, as the worker knows it."""

    def handle(self, snapshot: Snapshot, event: Event) -> Outcome: ...

    def give_up(self, snapshot: Snapshot, event: Event) -> Outcome: ...


@dataclass(frozen=True)
class Sending:
    """A text whose row says ``sending``. ``known`` is false: a former attempt's fate is unknown."""

    waiting: WaitingText
    phone: str
    known: bool
    known_sids: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Next:
    """What to do now that a transaction is committed: send a text, handle an event, or leave."""

    lease: Lease
    send: Sending | None = None
    more: bool = True


class Worker:
    """``handle(lease)`` does all that is due in one conversation; safe to call from many threads."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        clock: Clock,
        journey: Decides,
        outbox: Outbox,
        render: Callable[[Speech, Case | None], Rendered],
        ours: frozenset[int] = frozenset(),
    ) -> None:
        """``ours``: conversations of the organisation's own phones, which are texted without having written."""
        self._database = database
        self._vault = vault
        self._clock = clock
        self._journey = journey
        self._outbox = outbox
        self._render = render
        self._ours = ours

    def handle(self, lease: Lease) -> None:
        """Work until nothing is due, then give the lease back. Losing it ends the work at once."""
        try:
            step = self._first_step(lease)
            while step.more:
                step = self._send(step.lease, step.send) if step.send else self._next_event(step.lease)
        except LeaseLost:
            log.warning("lease_lost", conversation=lease.conversation_id)

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _first_step(self, lease: Lease) -> Next:
        with self._database.read() as connection:
            waiting = next_waiting(connection, self._vault, lease.conversation_id, self._now())
            found = self._look(connection, lease) if waiting is None else None
        if waiting is None:
            return self._handle_event(lease, found)
        return self._database.write(lambda connection: self._advance(connection, prove(connection, lease, self._now())))

    def _advance(self, connection: Connection, lease: Lease) -> Next:
        """What comes next, decided and prepared in the caller's transaction, which has proved ``lease``."""
        now = self._now()
        own = lease.conversation_id
        while waiting := next_waiting(connection, self._vault, own, now):
            if waiting.phone is None or not self._may_go(connection, waiting, now):
                hold_back(connection, self._vault, waiting, now)
                continue
            if waiting.status is Delivery.PENDING:
                mark_sending(connection, waiting.id, now)
                return Next(lease, Sending(waiting, waiting.phone, known=True))
            sids = own_sids(connection, own, waiting.created_at)
            return Next(lease, Sending(waiting, waiting.phone, known=False, known_sids=sids))
        due = next_due(connection, own)
        if due.event is not None and due.event <= now:
            return Next(lease)
        free(connection, lease, due.first)
        return Next(lease, more=False)

    def _may_go(self, connection: Connection, waiting: WaitingText, now: float) -> bool:
        if waiting.opted_out and not waiting.after_stop:
            return False
        known = waiting.known or waiting.conversation_id in self._ours
        if not known and not is_of_the_house(connection, waiting.conversation_id):
            log.error("text_to_stranger_held", message=waiting.id)  # nothing may lead here; a text costs, and bothers
            return False
        late = now - waiting.created_at > LATE_SECONDS
        return not (late and is_unsafe(self._vault, waiting.person_sealed))

    def _send(self, lease: Lease, sending: Sending) -> Next:
        waiting = sending.waiting
        verdict = self._outbox.deliver(waiting, sending.phone, lease, None if sending.known else sending.known_sids)

        def record(connection: Connection) -> Next:
            now = self._now()
            proved = prove(connection, lease, now)
            save_verdict(connection, self._vault, waiting, verdict, now)
            return self._advance(connection, proved)

        metrics.texts_sent.labels(verdict.status).inc()
        if verdict.worth_a_log:
            log.warning("text_not_sent", message=waiting.id, fate=verdict.status, code=_code(verdict))
        return self._database.write(record)

    def _next_event(self, lease: Lease) -> Next:
        with self._database.read() as connection:
            found = self._look(connection, lease)
        return self._handle_event(lease, found)

    def _look(self, connection: Connection, lease: Lease) -> tuple[Event, Snapshot] | None:
        now, own = self._now(), lease.conversation_id
        event = next_event(connection, self._vault, own, now)
        return None if event is None else (event, load_snapshot(connection, self._vault, own, event, now))

    def _handle_event(self, lease: Lease, found: tuple[Event, Snapshot] | None) -> Next:
        if found is None:
            return self._database.write(
                lambda connection: self._advance(connection, prove(connection, lease, self._now()))
            )
        event, snapshot = found
        try:
            outcome = self._decide(snapshot, event)
            rendered = [self._render(speech, outcome.case or snapshot.case) for speech in outcome.speeches]
        # A fault in a decision must not stop the conversation: it is tried again, then a human is called.
        except Exception as error:  # noqa: BLE001
            metrics.event_failures.inc()
            log.error("event_failed", event_id=event.id, kind=event.kind, error=type(error).__name__)
            return self._put_off(lease, event)
        return self._save(lease, snapshot, event, outcome, rendered)

    def _decide(self, snapshot: Snapshot, event: Event) -> Outcome:
        if event.attempts >= MAX_ATTEMPTS:
            return self._journey.give_up(snapshot, event)
        return self._journey.handle(snapshot, event)

    def _save(self, lease: Lease, snapshot: Snapshot, event: Event, outcome: Outcome, rendered: list[Rendered]) -> Next:
        def save(connection: Connection) -> Next:
            now = self._now()
            proved = prove(connection, lease, now, touched(outcome))
            save_outcome(connection, self._vault, snapshot, event, outcome, rendered, now)
            return self._advance(connection, proved)

        try:
            step = self._database.write(save)
            _count(event, self._now())
            return step
        except DecidedTooLate:
            return self._put_off(lease, event)  # and then decided with what is true by then

    def _put_off(self, lease: Lease, event: Event) -> Next:
        def wait(connection: Connection) -> Next:
            now = self._now()
            proved = prove(connection, lease, now)
            count_attempt(connection, event.id)
            put_off(connection, proved, now + RETRY_SECONDS * (1 + event.attempts))
            return Next(proved, more=False)

        return self._database.write(wait)


def _count(event: Event, now: float) -> None:
    metrics.events_handled.labels(event.kind).inc()
    if event.kind == "text":
        metrics.reply_seconds.observe(max(0.0, now - event.created_at))


def _code(verdict: Verdict) -> int | None:
    return verdict.result.refusal.code if verdict.result and verdict.result.refusal else None
