"""Nobody waits in silence: coaches who fall silent, hand over, leave or are gone, and people in awkward states."""

from __future__ import annotations

from bot.store.cases import board
from tests.journey.amys_case import amy_holds
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, WholeLine


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
