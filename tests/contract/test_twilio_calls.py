"""Calls by voice over the fake Twilio: made once, spoken twice, looked up when in doubt."""

from __future__ import annotations

import pytest

from bot.errors import CarrierUnreachable
from bot.gateway.carriers.twilio.account import TwilioAccount
from bot.gateway.carriers.twilio.calls import TwilioCalls
from bot.message import Fate
from tests.contract.conftest import CALLBACK, text_to
from tests.contract.fake_twilio import FakeTwilio, Fault

HUMAN = "+15550199"
WORDS = "This is Warm & Line. Case K 2 7 has waited 9 minutes."


@pytest.fixture
def calls(twilio: FakeTwilio) -> TwilioCalls:
    return TwilioCalls(
        TwilioAccount(twilio.account_sid, twilio.auth_token, twilio.url, timeout=1.0), twilio.number, CALLBACK
    )


def test_a_call_speaks_the_words_twice_and_reports_to_our_address(twilio: FakeTwilio, calls: TwilioCalls) -> None:
    text = text_to(HUMAN, WORDS)
    result = calls.send(text)
    (call,) = twilio.calls.made
    assert (result.fate, result.sid) == (Fate.SENT, call.sid)
    assert (call.to, call.sender) == (HUMAN, twilio.number)
    assert call.twiml.count("This is Warm &amp; Line. Case K 2 7 has waited 9 minutes.") == 2
    assert call.callback == f"{CALLBACK}?m={text.message_id}"


@pytest.mark.parametrize(
    ("fault", "fate", "made"),
    [
        (Fault.SERVER_ERROR, Fate.UNKNOWN, 0),
        (Fault.DROP_AFTER, Fate.UNKNOWN, 1),
        (Fault.NONSENSE, Fate.UNKNOWN, 1),
        (Fault.TOO_MANY, Fate.LATER, 0),
    ],
)
def test_a_spoiled_call_has_an_honest_fate_and_the_look_up_tells_the_truth(
    twilio: FakeTwilio, calls: TwilioCalls, fault: Fault, fate: Fate, made: int
) -> None:
    twilio.next_requests(fault)
    text = text_to(HUMAN, WORDS)
    assert calls.send(text).fate is fate
    assert calls.find(text) == (twilio.calls.made[0].sid if made else None)


def test_a_call_that_is_known_already_is_not_taken_for_a_lost_one(twilio: FakeTwilio, calls: TwilioCalls) -> None:
    first = calls.send(text_to(HUMAN, WORDS))
    twilio.next_requests(Fault.DROP_BEFORE)
    second = text_to(HUMAN, WORDS)
    assert calls.send(second).fate is Fate.UNKNOWN
    assert first.sid is not None
    assert calls.find(second, {first.sid}) is None


def test_a_number_that_is_refused_is_final(twilio: FakeTwilio, calls: TwilioCalls) -> None:
    twilio.refuse(HUMAN, 21211)
    assert calls.send(text_to(HUMAN, WORDS)).fate is Fate.REFUSED


def test_nobody_to_ask_is_said(twilio: FakeTwilio, calls: TwilioCalls) -> None:
    twilio.next_lists(Fault.SERVER_ERROR)
    with pytest.raises(CarrierUnreachable):
        calls.find(text_to(HUMAN, WORDS))
