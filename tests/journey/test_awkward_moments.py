"""Awkward moments: people stop in the middle, share a phone, come back late, mistype; receipts come late."""

from __future__ import annotations

import asyncio

from bot.message import Delivery, Receipt, Refusal
from bot.store.messages import texts_of
from tests.journey.amys_case import amy_holds, post
from tests.whole_line import COACH_AMY, COACH_BEN, DANA, MIGUEL, WholeLine


def test_the_person_stops_in_the_middle(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(DANA, "STOP")
    assert line.case(DANA).state == "abandoned"
    assert "no more texts" in line.inbox(COACH_AMY)[-1]
    before = len(line.inbox(DANA))
    assert "no case" in line.text(COACH_AMY, "wait, please")
    assert len(line.inbox(DANA)) == before


def test_two_people_share_a_phone_and_the_coach_learns_it(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(DANA, "this is my moms phone")
    assert "this is my moms phone" in line.inbox(COACH_AMY)
    assert "Others may read" in line.inbox(COACH_AMY)[-1]
    line.text(COACH_AMY, "Is it safe to go on?")
    assert line.inbox(DANA)[-1] == "Is it safe to go on?"


def test_dana_comes_back_hours_later(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    code = amy_holds(line)
    line.wait(2 * 3600 + 1)
    assert f"{code} is still open" in line.inbox(COACH_AMY)[-1]
    line.wait(4 * 3600)
    line.text(DANA, "sorry i fell asleep")
    assert line.inbox(COACH_AMY)[-1] == "sorry i fell asleep"
    line.wait(301)
    line.wait(301)
    assert line.case(DANA).state == "alerting"  # Amy went home: Ben is asked


def test_take_of_a_closed_case_says_so(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    code = amy_holds(line)
    line.text(COACH_AMY, "DONE")
    assert "closed" in line.text(COACH_AMY, f"TAKE {code}")


def test_take_twice_is_told_and_changes_nothing(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    code = amy_holds(line)
    joined = len(line.inbox(DANA))
    assert f"You hold case {code}" in line.text(COACH_AMY, f"TAKE {code}")
    assert f"You hold case {code}" in line.text(COACH_AMY, "TAKE")
    assert len(line.inbox(DANA)) == joined


def test_a_take_without_a_code_goes_on_to_the_next_that_waits(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    line.text(DANA, "coach")
    line.text(MIGUEL, "coach")
    line.line.dispatcher.stop()
    restart = WholeLine(line.house, line.clock)
    for phone in (COACH_AMY, COACH_BEN):
        line.bring(phone, "TAKE")
    with restart:
        restart.settle()
    assert [line.case(phone).state for phone in (DANA, MIGUEL)] == ["held", "held"]
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def test_a_wrong_command_is_explained_in_one_line(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    assert "a letter and digits" in line.text(COACH_AMY, "take 27")
    assert "TAKE" in line.text(COACH_AMY, "tkae")
    assert "Z99" in line.text(COACH_AMY, "TAKE Z99")
    assert "LIST" in line.text(COACH_AMY, "list K27")
    assert line.case(DANA).state == "alerting"


def test_the_history_of_a_case_can_be_read(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    code = amy_holds(line, "i want to kill myself")
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "YES")
    steps = [step for step in line.notes(DANA, "case_step") if step["code"] == code]
    assert [step["state"] for step in steps] == ["requested", "alerting", "held", "closing", "closed"]


def test_after_away_a_number_is_for_dana_once_the_talk_goes_on(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "AWAY")
    line.text(COACH_AMY, "how many are you?")
    line.text(COACH_AMY, "2")
    assert line.inbox(DANA)[-2:] == ["how many are you?", "2"]
    assert line.case(DANA).state == "held"


def test_a_late_receipt_reaches_the_coach_who_is_there_and_nobody_after_the_end(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    code = amy_holds(line)
    heard = len(line.inbox(COACH_AMY))
    late_failure(line, DANA, "hi, I am here")
    assert f"case {code} could not be delivered" in line.inbox(COACH_AMY)[heard]
    line.text(COACH_AMY, "are you there?")
    line.text(COACH_AMY, "DONE")
    heard = len(line.inbox(COACH_AMY))
    late_failure(line, DANA, "are you there?")
    assert len(line.inbox(COACH_AMY)) == heard
    assert line.case(DANA).state == "closed"
    assert line.notes(DANA, "undelivered")


def test_a_late_failure_of_an_alert_changes_nothing_once_the_case_is_held(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    bens = len(line.inbox(COACH_BEN))
    alert = next(body for body in line.inbox(COACH_BEN) if "waits" in body)
    late_failure(line, COACH_BEN, alert, alert_of=DANA)
    assert line.case(DANA).state == "held"
    assert len(line.inbox(COACH_BEN)) == bens


def late_failure(line: WholeLine, phone: str, words: str, alert_of: str = "") -> None:
    """The carrier reports long after the send that ``words`` never reached ``phone``."""
    with line.house.database.read() as connection:
        texts = texts_of(connection, line.house.vault, line.conversation(phone))
    sid = next(text["sid"] for text in texts if text["body"] == words)
    if alert_of:  # only the case hears of it: the phone itself is fine by now
        post(line, alert_of, "alert_failed", code=30003, to=line.conversation(phone))
        return
    refusal = Refusal(30003, retry=False, opts_out=False, desk="The phone cannot be reached.")
    asyncio.run(line.line.intake.receive_receipt(Receipt(sid, Delivery.FAILED, refusal)))
    line.settle()
