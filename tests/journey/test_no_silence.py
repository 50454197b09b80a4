"""Nobody waits in silence: coaches who fall silent, hand over, leave or are gone, and people in awkward states."""

from __future__ import annotations

import asyncio

from bot.message import Delivery, Receipt, Refusal
from bot.store.cases import board
from bot.store.events import add_event, lock_conversation
from bot.store.messages import texts_of
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, MIGUEL, WholeLine


def amy_holds(line: WholeLine, words: str = "coach") -> str:
    line.coach(COACH_AMY, "Amy Coach")
    line.text(DANA, words)
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "hi, I am here")
    return line.case(DANA).code


def test_a_silent_coach_is_reminded_then_others_are_asked_and_dana_is_told(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    code = amy_holds(line)
    line.text(DANA, "are you there?")
    answers, bens = len(line.inbox(DANA)), len(line.inbox(COACH_BEN))
    line.wait(301)
    assert code in line.inbox(COACH_AMY)[-1]
    assert "waited" in line.inbox(COACH_AMY)[-1]
    assert len(line.inbox(DANA)) == answers
    line.wait(301)
    assert code in line.inbox(COACH_BEN)[bens]
    assert "another coach" in line.inbox(DANA)[answers]
    assert line.case(DANA).state == "alerting"
    line.text(COACH_BEN, "TAKE")
    assert "are you there?" in line.inbox(COACH_BEN)
    assert "Ben" in line.inbox(DANA)[-1]


def test_a_coach_who_answers_in_time_keeps_the_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    for _ in range(4):
        line.text(DANA, "and then?")
        line.wait(301)
        line.text(COACH_AMY, "go on")
    assert line.case(DANA).state == "held"
    assert line.inbox(DANA)[-1] == "go on"


def test_a_coach_who_takes_and_never_writes_loses_the_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.wait(301)
    line.wait(301)
    assert line.case(DANA).state == "alerting"
    line.text(COACH_AMY, f"TAKE {line.case(DANA).code}")
    assert line.case(DANA).state == "held"


def test_a_note_shows_that_amy_is_at_work(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(DANA, "hello?")
    for _ in range(3):
        line.wait(240)
        line.text(COACH_AMY, "NOTE on the phone with 988")
    assert line.case(DANA).state == "held"
    assert not any("waited" in body for body in line.inbox(COACH_AMY))
    line.wait(301)
    assert "waited" in line.inbox(COACH_AMY)[-1]


def test_with_nobody_left_on_duty_no_other_coach_is_promised(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "AWAY")
    before = len(line.inbox(DANA))
    line.text(COACH_AMY, "1")
    told = line.inbox(DANA)[before:]
    assert "had to leave" in told[0]
    assert not any("another coach" in body for body in told)
    assert HUMAN_PHONE[-4:] in told[-1]


def test_nobody_is_told_more_than_three_times_however_long_it_takes(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    line.coach(COACH_EVA, "Eva")
    amy_holds(line)
    line.text(DANA, "are you there?")
    before = len(line.inbox(DANA))
    for _ in range(30):
        line.wait(310)
    told = line.inbox(DANA)[before:]
    assert 2 <= len(told) <= 3
    assert HUMAN_PHONE[-4:] in told[-1]
    assert line.case(DANA).open
    with line.house.database.read() as connection:
        assert board(connection)[0].code == line.case(DANA).code
    assert len(line.inbox(HUMAN_PHONE)) >= 2


def test_words_behind_take_reach_dana_though_the_case_knows_of_it_later(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.line.dispatcher.stop()
    restart = WholeLine(line.house, line.clock)
    for body in ("TAKE", "Hi! I am Amy.", "What happened?"):
        line.bring(COACH_AMY, body)
    with restart:
        restart.settle()
    assert restart.inbox(DANA)[-2:] == ["Hi! I am Amy.", "What happened?"]
    assert not any("no case" in body for body in restart.inbox(COACH_AMY))
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def test_away_while_holding_asks_and_hands_over(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    code = amy_holds(line)
    assert "1" in line.text(COACH_AMY, "AWAY")
    assert line.case(DANA).state == "held"
    before, bens = len(line.inbox(DANA)), len(line.inbox(COACH_BEN))
    assert code in line.text(COACH_AMY, "1")
    assert "1" not in line.inbox(DANA)[before:]
    assert code in line.inbox(COACH_BEN)[bens]
    line.text(COACH_BEN, "TAKE")
    assert "Ben" in line.inbox(DANA)[-1]


def test_away_while_holding_and_finish_it_first(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "AWAY")
    line.text(COACH_AMY, "2")
    line.text(COACH_AMY, "where were we?")
    assert line.inbox(DANA)[-1] == "where were we?"
    line.text(MIGUEL, "coach")
    assert not any(line.case(MIGUEL).code in body for body in line.inbox(COACH_AMY))


def test_back_tells_what_waits(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(COACH_AMY, "AWAY")
    line.text(DANA, "coach")
    assert line.case(DANA).code in line.text(COACH_AMY, "BACK")


def test_a_case_is_offered_to_a_coach_by_name_and_changes_hands(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    code = amy_holds(line)
    assert "Ben" in line.text(COACH_AMY, "transfer")
    assert "Ben" in line.text(COACH_AMY, "TRANSFER ben")
    assert line.case(DANA).state == "transferred"
    line.text(DANA, "still there?")
    assert line.inbox(COACH_AMY)[-1] == "still there?"
    line.text(COACH_BEN, "TAKE")
    assert line.case(DANA).state == "held"
    assert "Ben" in line.inbox(COACH_AMY)[-1]
    line.text(DANA, "hello Ben")
    assert line.inbox(COACH_BEN)[-1] == "hello Ben"
    assert line.inbox(COACH_AMY)[-1] != "hello Ben"
    assert code in line.text(COACH_AMY, f"DONE {code}") or line.case(DANA).open


def test_an_offer_that_nobody_answers_leaves_the_case_where_it_is(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    line.text(COACH_AMY, "TRANSFER Ben")
    line.text(DANA, "hm")
    line.text(COACH_AMY, "one moment")
    line.wait(301)
    assert line.case(DANA).state == "held"
    assert "Ben" in line.inbox(COACH_AMY)[-1]
    line.text(COACH_AMY, "TRANSFER Ben")
    line.text(COACH_BEN, "PASS")
    assert line.case(DANA).state == "held"
    assert "can't" in line.inbox(COACH_AMY)[-1]
    assert "Zed" in line.text(COACH_AMY, "TRANSFER zed")


def test_a_supervisor_steps_in_and_nobody_else_may(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    line.supervisor(COACH_EVA, "Eva")
    code = amy_holds(line)
    assert "supervisor" in line.text(COACH_BEN, f"STEP IN {code}")
    assert "STEP IN" in line.text(COACH_EVA, f"TAKE {code}")
    line.text(COACH_EVA, f"step in {code}")
    assert "Eva" in line.inbox(COACH_AMY)[-1]
    assert "Eva" in line.inbox(DANA)[-1]
    line.text(DANA, "ok")
    assert line.inbox(COACH_EVA)[-1] == "ok"


def test_danger_in_a_held_case_tells_the_supervisor_unasked(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    code = amy_holds(line)
    line.text(DANA, "i want to kill myself")
    assert code in line.inbox(COACH_EVA)[-1]
    assert "Danger" in line.inbox(COACH_EVA)[-1]
    told = " ".join(line.inbox(COACH_AMY)[-2:])
    assert "your own 911" in told


def test_the_person_stops_in_the_middle(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(DANA, "STOP")
    assert line.case(DANA).state == "abandoned"
    assert "no more texts" in line.inbox(COACH_AMY)[-1]
    before = len(line.inbox(DANA))
    assert "no case" in line.text(COACH_AMY, "wait, please")
    assert len(line.inbox(DANA)) == before


def test_the_phone_of_the_coach_dies_in_the_middle(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    line.carrier.switch_off(COACH_AMY)
    line.text(DANA, "i have to tell you something")
    assert line.case(DANA).state == "alerting"
    line.text(COACH_BEN, "TAKE")
    assert "i have to tell you something" in line.inbox(COACH_BEN)


def test_a_coach_who_is_taken_off_while_holding_leaves_nobody_behind(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    bens = len(line.inbox(COACH_BEN))
    post(line, DANA, "release", coach_id=line.case(DANA).holder_id, why="off")
    assert line.case(DANA).state == "alerting"
    assert len(line.inbox(COACH_BEN)) > bens


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


def post(line: WholeLine, phone: str, kind: str, **payload: object) -> None:
    """An event for the case of ``phone``, as the command line or the console puts it there."""
    own = line.conversation(phone)
    now = line.clock.now().timestamp()

    def save(connection):  # type: ignore[no-untyped-def]  # a test's own few lines
        lock_conversation(connection, own)
        add_event(connection, line.house.vault, own, kind, payload, now)

    line.house.database.write(save)
    line.line.bell.ring()
    line.settle()


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
