"""Every fate of a send, as a table: what the row says then, and when somebody comes back."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.errors import CannotLookUp, CarrierUnreachable, LeaseLost
from bot.gateway.outbox import (
    ALERT_GIVE_UP_SECONDS,
    GIVE_UP_SECONDS,
    LOOKUP_AGAIN_SECONDS,
    LOOKUP_GRACE_SECONDS,
    SLOWEST_SEND_SECONDS,
    START_SECONDS,
    Outbox,
    Verdict,
)
from bot.message import Delivery, Fate, OutboundText, Refusal, SendResult
from bot.store.leases import Lease
from bot.store.messages import WaitingText

NOW = 1_800_000_000.0
DANA = "+15550100"
REFUSAL = Refusal(30003, retry=False, opts_out=False, desk="The phone was off.")


class Clock:
    def now(self) -> datetime:
        return datetime.fromtimestamp(NOW, UTC)


class Carrier:
    """Gives the fate it was made for; remembers what it was asked."""

    name = "scripted"

    def __init__(self, result: SendResult | None = None, found: str | None = None, reachable: bool = True) -> None:
        self.result, self.found, self.reachable = result, found, reachable
        self.sent: list[OutboundText] = []
        self.looked_up: list[tuple[OutboundText, Collection[str]]] = []

    def send(self, text: OutboundText) -> SendResult:
        self.sent.append(text)
        assert self.result is not None, "nothing may be sent here"
        return self.result

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        self.looked_up.append((text, known_sids))
        if not self.reachable:
            raise CarrierUnreachable("not now")
        return self.found


def waiting(
    attempts: int = 1,
    age: float = 1.0,
    tried: float | None = None,
    body: str = "hi",
    status: Delivery = Delivery.UNKNOWN,
) -> WaitingText:
    tried_at = None if tried is None else NOW - tried
    return WaitingText(5, 1, body, "assistant", status, attempts, NOW - age, tried_at, False, None)


def deliver(
    carrier: Carrier,
    text: WaitingText,
    look_up: frozenset[str] | None = None,
    deadline: float = NOW + 30,
    since: float | None = None,
) -> Verdict:
    lease = Lease(1, "one", 1, deadline, time.monotonic() if since is None else since)
    return Outbox(carrier, Clock()).deliver(text, DANA, lease, look_up)


@pytest.mark.parametrize(
    ("result", "age", "status", "again_in"),
    [
        (SendResult(Fate.SENT, "SM1"), 1.0, Delivery.SENT, None),
        (SendResult(Fate.SENT, "SM1"), GIVE_UP_SECONDS + 1, Delivery.SENT, None),
        (SendResult(Fate.REFUSED, refusal=REFUSAL), 1.0, Delivery.FAILED, None),
        (SendResult(Fate.LATER), 1.0, Delivery.PENDING, 2.0),
        (SendResult(Fate.LATER), GIVE_UP_SECONDS - 1, Delivery.PENDING, 2.0),
        (SendResult(Fate.LATER), GIVE_UP_SECONDS + 1, Delivery.FAILED, None),
        (SendResult(Fate.UNKNOWN), 1.0, Delivery.UNKNOWN, LOOKUP_AGAIN_SECONDS),
        (SendResult(Fate.UNKNOWN), GIVE_UP_SECONDS + 1, Delivery.UNKNOWN, LOOKUP_AGAIN_SECONDS),
    ],
)
def test_what_becomes_of_a_first_attempt(
    result: SendResult, age: float, status: Delivery, again_in: float | None
) -> None:
    carrier = Carrier(result)
    verdict = deliver(carrier, waiting(age=age))
    assert (verdict.status, verdict.result) == (status, result)
    assert verdict.again_at == (None if again_in is None else NOW + again_in)
    assert verdict.worth_a_log == (status is not Delivery.SENT)
    assert carrier.looked_up == []


@pytest.mark.parametrize(
    ("found", "tried", "status", "again_in"),
    [
        ("SM1", 1.0, Delivery.SENT, None),
        (None, 1.0, Delivery.UNKNOWN, LOOKUP_AGAIN_SECONDS),
        (None, LOOKUP_GRACE_SECONDS - 0.1, Delivery.UNKNOWN, LOOKUP_AGAIN_SECONDS),
        (None, LOOKUP_GRACE_SECONDS + 0.1, Delivery.PENDING, 0.0),
        (None, None, Delivery.PENDING, 0.0),
    ],
)
def test_what_a_look_up_says_and_that_it_sends_nothing(
    found: str | None, tried: float | None, status: Delivery, again_in: float | None
) -> None:
    carrier = Carrier(found=found)
    verdict = deliver(carrier, waiting(tried=tried), frozenset({"SMother"}))
    assert verdict.status is status
    assert verdict.again_at == (None if again_in is None else NOW + again_in)
    assert (verdict.result.sid if verdict.result else None) == found
    assert carrier.sent == []
    assert carrier.looked_up[0][1] == {"SMother"}


@pytest.mark.parametrize("tried", [1.0, 3600.0, -3600.0])
def test_the_grace_of_an_attempt_whose_end_nobody_saw_begins_with_the_first_look(tried: float) -> None:
    verdict = deliver(Carrier(), waiting(tried=tried, status=Delivery.SENDING), frozenset())
    assert (verdict.status, verdict.grace_from) == (Delivery.UNKNOWN, NOW)
    assert verdict.again_at == NOW + LOOKUP_GRACE_SECONDS


def test_a_clock_that_was_set_back_does_not_keep_a_text_waiting() -> None:
    verdict = deliver(Carrier(), waiting(tried=-3600.0), frozenset())
    assert (verdict.grace_from, verdict.again_at) == (NOW, NOW + LOOKUP_GRACE_SECONDS)


def test_a_text_that_comes_late_to_the_carrier_is_not_sent_and_tried_again() -> None:
    carrier = Carrier(SendResult(Fate.SENT, "SM1"))
    verdict = deliver(carrier, waiting(), since=time.monotonic() - START_SECONDS - 0.1)
    assert (verdict.status, verdict.again_at) == (Delivery.PENDING, NOW)
    assert carrier.sent == []


def test_while_the_carrier_cannot_be_asked_the_text_waits() -> None:
    verdict = deliver(Carrier(reachable=False), waiting(tried=3600.0), frozenset())
    assert (verdict.status, verdict.again_at) == (Delivery.UNKNOWN, NOW + LOOKUP_AGAIN_SECONDS)


def test_each_attempt_waits_longer_and_never_more_than_a_minute() -> None:
    carrier = Carrier(SendResult(Fate.LATER))
    waits = [(deliver(carrier, waiting(attempts=tries)).again_at or 0) - NOW for tries in (1, 2, 3, 5, 6, 50, 5000)]
    assert waits == [2, 4, 8, 32, 60, 60, 60]


@pytest.mark.parametrize("look_up", [None, frozenset()])
def test_a_lease_that_is_too_short_sends_and_asks_nothing(look_up: frozenset[str] | None) -> None:
    carrier = Carrier(SendResult(Fate.SENT, "SM1"), "SM1")
    with pytest.raises(LeaseLost):
        deliver(carrier, waiting(), look_up, NOW + SLOWEST_SEND_SECONDS - 0.1)
    assert (carrier.sent, carrier.looked_up) == ([], [])


def test_the_carrier_gets_the_words_the_phone_and_our_own_number_of_the_text() -> None:
    carrier = Carrier(SendResult(Fate.SENT, "SM1"))
    deliver(carrier, waiting(age=60.0, body="¿Qué necesitas? 💛"), since=1e9)
    made_at = datetime.fromtimestamp(NOW - 60, UTC)
    assert carrier.sent == [OutboundText(5, DANA, "¿Qué necesitas? 💛", made_at, 1e9 + START_SECONDS)]


def test_where_nobody_can_be_asked_it_counts_as_failed_and_is_not_sent_again() -> None:
    class Mail(Carrier):
        def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
            raise CannotLookUp("never")

    verdict = deliver(Mail(), waiting(tried=1.0), look_up=frozenset())
    assert (verdict.status, verdict.again_at) == (Delivery.FAILED, None)
    assert verdict.result is not None
    assert verdict.result.refusal is not None


def test_an_alert_that_cannot_go_out_is_given_up_soon() -> None:
    late = replace(waiting(age=ALERT_GIVE_UP_SECONDS + 1), alert_case=7)
    assert deliver(Carrier(SendResult(Fate.LATER)), late).status is Delivery.FAILED
    assert deliver(Carrier(SendResult(Fate.LATER)), replace(late, alert_case=None)).status is Delivery.PENDING
