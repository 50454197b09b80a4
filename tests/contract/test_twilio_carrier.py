"""Twilio on a bad day: what is surely sent, surely not sent, and unknown; and what is never logged."""

from __future__ import annotations

import logging
import socket
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import CarrierUnreachable
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.message import Fate
from tests.contract.conftest import CALLBACK, text_to
from tests.contract.fake_twilio import FakeTwilio, Fault

DANA = "+15550101"


def carrier_of(twilio: FakeTwilio, sender: str | None = None, token: str | None = None) -> TwilioCarrier:
    return TwilioCarrier(
        twilio.account_sid, token or twilio.auth_token, sender or twilio.number, CALLBACK, twilio.url, timeout=1.0
    )


@pytest.mark.parametrize(
    ("fault", "fate", "taken"),
    [
        (Fault.SERVER_ERROR, Fate.UNKNOWN, 0),
        (Fault.SERVER_ERROR_AFTER, Fate.UNKNOWN, 1),
        (Fault.UNAVAILABLE, Fate.UNKNOWN, 0),
        (Fault.NONSENSE, Fate.UNKNOWN, 1),
        (Fault.SLOW, Fate.UNKNOWN, 1),
        (Fault.DROP_BEFORE, Fate.UNKNOWN, 0),
        (Fault.DROP_AFTER, Fate.UNKNOWN, 1),
        (Fault.TOO_MANY, Fate.LATER, 0),
        (Fault.UNAUTHORIZED, Fate.LATER, 0),
    ],
)
def test_a_spoiled_send_has_an_honest_fate_and_the_look_up_tells_the_truth(
    twilio: FakeTwilio, twilio_carrier: TwilioCarrier, fault: Fault, fate: Fate, taken: int
) -> None:
    twilio.next_requests(fault)
    text = text_to(DANA, "Are you safe?")
    result = twilio_carrier.send(text)
    assert result.fate is fate
    assert len(twilio.texts) == taken
    assert twilio_carrier.find(text) == (twilio.texts[0].sid if taken else None)


def test_a_connection_that_broke_while_idle_does_not_spoil_the_next_send(
    twilio: FakeTwilio, twilio_carrier: TwilioCarrier
) -> None:
    twilio.next_requests(Fault.DROP_AFTER)
    assert twilio_carrier.send(text_to(DANA, "one")).fate is Fate.UNKNOWN
    assert twilio_carrier.send(text_to(DANA, "two")).fate is Fate.SENT


def test_nobody_at_the_address_means_surely_not_sent() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, not listening: connections are refused
        carrier = TwilioCarrier("AC0", "t", "+15550100", CALLBACK, f"http://127.0.0.1:{nobody.getsockname()[1]}")
        assert carrier.send(text_to(DANA, "Hi")).fate is Fate.LATER
        with pytest.raises(CarrierUnreachable):
            carrier.find(text_to(DANA, "Hi"))


def test_what_comes_after_its_moment_never_leaves(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    """A process that was frozen between its last look at the lease and the send wakes up and sends nothing."""
    assert twilio_carrier.send(replace(text_to(DANA, "Hi"), not_after=time.monotonic() - 0.1)).fate is Fate.LATER
    assert twilio.texts == []
    assert twilio_carrier.send(replace(text_to(DANA, "Hi"), not_after=time.monotonic() + 60)).fate is Fate.SENT


def test_a_text_is_found_by_a_clock_that_was_set_meanwhile(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    text = text_to(DANA, "Hi")
    sent = twilio_carrier.send(text)
    for wrong in (timedelta(minutes=10), timedelta(hours=-3)):
        assert twilio_carrier.find(replace(text, created_at=text.created_at + wrong)) == sent.sid


def test_a_name_that_does_not_exist_means_surely_not_sent() -> None:
    carrier = TwilioCarrier("AC0", "t", "+15550100", CALLBACK, "http://carrier.invalid")
    assert carrier.send(text_to(DANA, "Hi")).fate is Fate.LATER


def test_a_slow_carrier_is_given_up_within_the_time_out(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    twilio.next_requests(Fault.SLOW)
    start = time.monotonic()
    twilio_carrier.send(text_to(DANA, "Hi"))
    assert time.monotonic() - start < 1.5


def test_a_wrong_token_tells_the_desk_to_check_the_settings_and_keeps_the_text(twilio: FakeTwilio) -> None:
    result = carrier_of(twilio, token="old-token").send(text_to(DANA, "Hi"))
    assert result.fate is Fate.LATER
    assert result.refusal is not None
    assert "TWILIO_AUTH_TOKEN" in result.refusal.desk


def test_a_bad_number_and_a_text_too_long_are_final(twilio_carrier: TwilioCarrier) -> None:
    bad = twilio_carrier.send(text_to("not a number", "Hi"))
    long = twilio_carrier.send(text_to(DANA, "x" * 1601))
    assert (bad.fate, bad.refusal and bad.refusal.code) == (Fate.REFUSED, 21211)
    assert (long.fate, long.refusal and long.refusal.code) == (Fate.REFUSED, 21617)


def test_a_number_or_a_messaging_service_sends(twilio: FakeTwilio) -> None:
    assert carrier_of(twilio, sender=twilio.service).send(text_to(DANA, "Hi")).fate is Fate.SENT
    assert carrier_of(twilio).send(text_to(DANA, "Hi")).fate is Fate.SENT
    by_service, by_number = twilio.texts
    assert (by_service.service, by_service.sender) == (twilio.service, "")
    assert (by_number.service, by_number.sender) == (None, twilio.number)


def test_the_call_back_address_carries_our_rows_number(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    twilio_carrier.send(text_to(DANA, "Hi", message_id=4711))
    assert twilio.texts[0].callback == f"{CALLBACK}?m=4711"


def test_an_older_text_with_equal_words_is_not_the_lost_one(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    yesterday = twilio_carrier.send(text_to(DANA, "Good morning"))
    assert yesterday.sid is not None
    twilio.age(yesterday.sid, timedelta(days=1))
    assert twilio_carrier.find(text_to(DANA, "Good morning")) is None


def test_a_lost_text_is_found_behind_a_page_of_newer_ones(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    lost = text_to(DANA, "the lost one")
    twilio.next_requests(Fault.DROP_AFTER)
    twilio_carrier.send(lost)
    twilio.age(twilio.texts[0].sid, timedelta(seconds=30))
    for number in range(110):
        twilio_carrier.send(text_to(DANA, f"text {number}"))
    assert twilio_carrier.find(lost) == twilio.texts[0].sid


def test_a_text_that_still_waits_at_twilio_is_found(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    text = text_to(DANA, "Hi")
    twilio_carrier.send(text)
    assert twilio.texts[0].sent is None
    assert twilio_carrier.find(text) == twilio.texts[0].sid


def test_words_that_twilio_rewrote_are_still_ours(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    text = text_to(DANA, "You’re not alone")
    for words in ("You're not alone", "Sent from your Twilio trial account - You’re not alone"):
        twilio_carrier.send(replace(text, body=words))
        found = twilio_carrier.find(text, {sent.sid for sent in twilio.texts[:-1]})
        assert found == twilio.texts[-1].sid


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.TOO_MANY, Fault.UNAUTHORIZED, Fault.NONSENSE, Fault.SLOW])
def test_not_being_able_to_look_is_not_the_same_as_not_finding(
    twilio: FakeTwilio, twilio_carrier: TwilioCarrier, fault: Fault
) -> None:
    text = text_to(DANA, "Hi")
    twilio_carrier.send(text)
    twilio.next_lists(fault)
    with pytest.raises(CarrierUnreachable) as caught:
        twilio_carrier.find(text)
    assert "555" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_nothing_of_a_text_reaches_the_logs_even_at_debug(
    twilio: FakeTwilio, twilio_carrier: TwilioCarrier, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    text = text_to(DANA, "my secret words")
    twilio_carrier.send(text)
    twilio_carrier.find(text)
    twilio.next_requests(Fault.DROP_AFTER, Fault.SERVER_ERROR)
    twilio.next_lists(Fault.DROP_BEFORE)
    twilio_carrier.send(text)
    twilio_carrier.send(text)
    with pytest.raises(CarrierUnreachable):
        twilio_carrier.find(text)
    twilio_carrier.send(text_to("+1555010", "my secret words"))
    assert "Messages.json" in caplog.text, "the test would see what the HTTP library logs"
    for leak in ("5550101", "1555010", "secret", twilio.auth_token):
        assert leak not in caplog.text


def test_the_environment_cannot_bend_the_address(monkeypatch: pytest.MonkeyPatch, twilio: FakeTwilio) -> None:
    monkeypatch.setenv("TWILIO_EDGE", "sydney")
    monkeypatch.setenv("TWILIO_REGION", "au1")
    assert carrier_of(twilio).send(text_to(DANA, "Hi")).fate is Fate.SENT


def test_twilio_forgets_the_words_of_a_text_that_is_done(twilio: FakeTwilio, twilio_carrier: TwilioCarrier) -> None:
    twilio.receipts = ()
    sid = twilio_carrier.send(text_to(DANA, "words of a person")).sid
    assert sid is not None
    assert not twilio_carrier.redact(sid)  # while it is on its way Twilio refuses
    twilio.ledger.update(sid, lambda text: replace(text, status="delivered"))
    assert twilio_carrier.redact(sid)
    assert [text.body for text in twilio.texts_to(DANA)] == [""]
    assert twilio_carrier.redact("SM" + "9" * 32)  # gone already: nothing left to forget


def test_a_carrier_that_cannot_be_asked_has_forgotten_nothing(twilio: FakeTwilio) -> None:
    away = TwilioCarrier(
        twilio.account_sid, twilio.auth_token, twilio.number, CALLBACK, "http://127.0.0.1:9", timeout=1
    )
    with pytest.raises(CarrierUnreachable):
        away.redact("SM" + "9" * 32)
