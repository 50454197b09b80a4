"""What the line may expect of any carrier, held against Twilio (a fake server) and the simulator."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.message import Fate
from tests.contract.conftest import Line, text_to

DANA, MIGUEL = "+15550101", "+15550102"
WORDS = [
    "Hi, this is Warmline.",
    "¿Necesitas comida? ¡Aquí estamos!",
    "Keep going 💛 👨‍👩‍👧",
    'She said "ok" & left = 100% + more?',
    "First line\nSecond line",
    "x" * 1600,
]


@pytest.mark.parametrize("words", WORDS, ids=["plain", "spanish", "emoji", "signs", "lines", "longest"])
def test_the_phone_gets_exactly_the_words_and_we_get_an_id(line: Line, words: str) -> None:
    result = line.carrier.send(text_to(DANA, words))
    assert result.fate is Fate.SENT
    assert result.sid
    assert result.refusal is None
    assert line.bodies_at(DANA) == [words]


def test_two_texts_with_equal_words_are_two_texts(line: Line) -> None:
    first, second = line.carrier.send(text_to(DANA, "Hi")), line.carrier.send(text_to(DANA, "Hi"))
    assert first.sid != second.sid
    assert line.bodies_at(DANA) == ["Hi", "Hi"]


def test_a_phone_that_opted_out_at_the_carrier_is_refused_for_good_and_marked(line: Line) -> None:
    line.block(DANA)
    result = line.carrier.send(text_to(DANA, "Hi"))
    assert result.fate is Fate.REFUSED
    assert result.refusal is not None
    assert (result.refusal.code, result.refusal.opts_out, result.refusal.retry) == (21610, True, False)
    assert line.bodies_at(DANA) == []


def test_a_dead_phone_is_refused_without_being_taken_for_an_opt_out(line: Line) -> None:
    line.kill(DANA)
    result = line.carrier.send(text_to(DANA, "Hi"))
    assert result.fate is Fate.REFUSED
    assert result.refusal is not None
    assert (result.refusal.code, result.refusal.opts_out) == (30003, False)


def test_trouble_with_one_phone_does_not_touch_another(line: Line) -> None:
    line.block(DANA)
    assert line.carrier.send(text_to(MIGUEL, "Hi")).fate is Fate.SENT
    assert line.bodies_at(MIGUEL) == ["Hi"]


def test_what_staff_read_about_a_refusal_names_neither_phone_nor_words(line: Line) -> None:
    line.kill(DANA)
    refusal = line.carrier.send(text_to(DANA, "secret words")).refusal
    assert refusal is not None
    assert refusal.desk.endswith(".")
    assert "555" not in refusal.desk
    assert "secret" not in refusal.desk


def test_a_text_that_was_taken_is_found_with_its_id(line: Line) -> None:
    text = text_to(DANA, "Your ride comes at 9.")
    sent = line.carrier.send(text)
    assert line.carrier.find(text) == sent.sid


def test_a_text_that_was_never_sent_is_not_found(line: Line) -> None:
    line.carrier.send(text_to(DANA, "Something else"))
    line.carrier.send(text_to(MIGUEL, "Your ride comes at 9."))
    assert line.carrier.find(text_to(DANA, "Your ride comes at 9.")) is None


def test_a_refused_text_is_not_found(line: Line) -> None:
    line.block(DANA)
    text = text_to(DANA, "Hi")
    line.carrier.send(text)
    assert line.carrier.find(text) is None


def test_an_equal_text_that_we_know_is_not_taken_for_the_lost_one(line: Line) -> None:
    known = line.carrier.send(text_to(DANA, "Are you safe?")).sid
    assert known is not None
    lost = text_to(DANA, "Are you safe?")
    assert line.carrier.find(lost, {known}) is None
    sent = line.carrier.send(lost)
    assert line.carrier.find(lost, {known}) == sent.sid


def test_many_threads_share_one_carrier(line: Line) -> None:
    texts = [text_to(DANA, f"text {number}") for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(line.carrier.send, texts))
    assert {result.fate for result in results} == {Fate.SENT}
    assert len({result.sid for result in results}) == 40
    assert sorted(line.bodies_at(DANA)) == sorted(text.body for text in texts)
