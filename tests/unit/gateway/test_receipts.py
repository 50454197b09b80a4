"""What the carrier reports of our texts, in whatever order it comes."""

from __future__ import annotations

from itertools import permutations
from urllib.parse import urlencode

import pytest

from bot.delivery import moves
from bot.message import Delivery, Receipt
from tests.unit.gateway.line import FORM, Line, sign

PATH = "/sms/status"


def a_receipt(status: str, **more: str) -> dict[str, str]:
    return {"MessageSid": "SM9", "MessageStatus": status, "To": "+15550101", **more}


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("accepted", Delivery.SENDING),
        ("queued", Delivery.SENDING),
        ("sending", Delivery.SENDING),
        ("sent", Delivery.SENT),
        ("delivered", Delivery.DELIVERED),
        ("read", Delivery.DELIVERED),
        ("Delivered", Delivery.DELIVERED),
    ],
)
def test_twilios_words_become_ours(line: Line, word: str, status: Delivery) -> None:
    assert line.post(PATH, a_receipt(word)) == 200
    assert line.receipts == [Receipt("SM9", status)]


@pytest.mark.parametrize("word", ["undelivered", "failed"])
def test_a_failure_brings_its_row_of_the_table(line: Line, word: str) -> None:
    assert line.post(PATH, a_receipt(word, ErrorCode="21610")) == 200
    receipt = line.receipts[0]
    assert receipt.status is Delivery.FAILED
    assert receipt.refusal is not None
    assert (receipt.refusal.code, receipt.refusal.opts_out) == (21610, True)


@pytest.mark.parametrize("code", ["", "none", "99999", "9" * 5000])
def test_a_failure_with_a_strange_code_is_still_a_failure(line: Line, code: str) -> None:
    assert line.post(PATH, a_receipt("failed", ErrorCode=code)) == 200
    refusal = line.receipts[0].refusal
    assert refusal is not None
    assert not refusal.opts_out
    assert refusal.desk.startswith("Twilio did not deliver the text")


def test_the_rows_number_in_the_address_comes_back(line: Line) -> None:
    assert line.post(PATH + "?m=4711", a_receipt("sent")) == 200
    assert line.post(PATH + "?m=nonsense", a_receipt("sent")) == 200
    assert [receipt.message_id for receipt in line.receipts] == [4711, None]


def test_a_rows_number_that_was_not_signed_does_not_come_in(line: Line) -> None:
    fields = a_receipt("sent")
    headers = {**FORM, "X-Twilio-Signature": sign(PATH + "?m=1", fields)}
    assert line.client.post(PATH + "?m=2", content=urlencode(fields), headers=headers).status_code == 403
    assert line.receipts == []


def test_a_word_that_says_nothing_to_us_is_taken_and_forgotten(line: Line) -> None:
    assert line.post(PATH, a_receipt("partially_delivered")) == 200
    assert line.receipts == []


@pytest.mark.parametrize("field", ["MessageSid", "MessageStatus"])
def test_a_receipt_that_lacks_its_core_is_refused(line: Line, field: str) -> None:
    assert line.post(PATH, {**a_receipt("sent"), field: ""}) == 400


def test_forged_receipts_are_refused(line: Line) -> None:
    assert line.post(PATH, a_receipt("delivered"), token="stolen") == 403
    assert line.client.get(PATH).status_code == 405
    assert line.receipts == []


def test_a_receipt_that_cannot_be_stored_is_asked_for_again(line: Line) -> None:
    line.broken = OSError()
    assert line.post(PATH, a_receipt("sent")) == 503


STEPS = [Delivery.SENDING, Delivery.SENT, Delivery.DELIVERED]


@pytest.mark.parametrize("order", list(permutations(STEPS)))
def test_in_whatever_order_receipts_come_the_furthest_one_stays(order: tuple[Delivery, ...]) -> None:
    state = Delivery.PENDING
    for status in order:
        state = status if moves(state, status) else state
    assert state is Delivery.DELIVERED


def test_an_end_is_an_end_and_a_repeat_is_no_move() -> None:
    for end in (Delivery.DELIVERED, Delivery.FAILED, Delivery.HELD_BACK):
        assert not any(moves(end, new) for new in Delivery)
    assert not any(moves(status, status) for status in Delivery)


def test_a_receipt_ends_an_unknown_fate() -> None:
    assert all(moves(Delivery.UNKNOWN, new) for new in [*STEPS, Delivery.FAILED])


def test_no_receipt_makes_a_text_pending_unknown_or_held_back() -> None:
    for new in (Delivery.PENDING, Delivery.UNKNOWN, Delivery.HELD_BACK):
        assert not any(moves(old, new) for old in Delivery)
