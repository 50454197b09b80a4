"""What the carrier reports of our calls."""

from __future__ import annotations

import pytest

from bot.gateway.receipts import CALLS_PATH
from bot.message import Delivery, Receipt
from tests.unit.gateway.line import Line


@pytest.mark.parametrize(
    ("word", "status"),
    [("ringing", Delivery.SENDING), ("in-progress", Delivery.SENT), ("completed", Delivery.DELIVERED)],
)
def test_a_call_that_goes_well_is_a_receipt(line: Line, word: str, status: Delivery) -> None:
    assert line.post(f"{CALLS_PATH}?m=12", {"CallSid": "CA1", "CallStatus": word}) == 200
    assert line.receipts == [Receipt("CA1", status, None, 12)]


@pytest.mark.parametrize("word", ["busy", "no-answer", "failed", "canceled"])
def test_a_call_that_nobody_takes_is_a_failure_that_staff_understand(line: Line, word: str) -> None:
    assert line.post(CALLS_PATH, {"CallSid": "CA1", "CallStatus": word}) == 200
    (receipt,) = line.receipts
    assert receipt.status is Delivery.FAILED
    assert receipt.refusal is not None
    assert receipt.refusal.desk == "Nobody answered the call."


def test_an_unknown_word_says_nothing_and_a_missing_call_is_refused(line: Line) -> None:
    assert line.post(CALLS_PATH, {"CallSid": "CA1", "CallStatus": "dancing"}) == 200
    assert line.post(CALLS_PATH, {"CallStatus": "busy"}) == 400
    assert line.post(CALLS_PATH, {"CallSid": "CA1", "CallStatus": "busy"}, token="forged") == 403
    assert line.receipts == []
