"""A case changes hands: a coach goes away, offers it, is taken off, or a supervisor steps in."""

from __future__ import annotations

from tests.journey.amys_case import amy_holds, post
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, MIGUEL, WholeLine


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
