"""The end of a case, words that wait for a coach's word, and the day after."""

from __future__ import annotations

from tests.journey.amys_case import amy_holds
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, WholeLine

OWN = "gonna drink myself dead"
SURE = "i want to kill myself"


def test_done_asks_how_it_ended_and_the_number_goes_to_nobody(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    before = len(line.inbox(DANA))
    asked = line.text(COACH_AMY, "DONE")
    for number in "12345":
        assert number in asked
    goodbye = line.inbox(DANA)[before]
    assert "COACH" in goodbye
    assert line.case(DANA).state == "closed"
    line.text(COACH_AMY, "9")
    line.text(COACH_AMY, "1.")
    assert line.case(DANA).outcome == "resources"
    assert line.inbox(DANA)[before + 1 :] == []


def test_a_number_is_for_the_next_person_once_the_next_case_is_taken(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "2")
    assert line.inbox(DANA)[-1] == "2"


def test_a_crisis_asks_first_then_how_it_ended_then_how_the_coach_is(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line, SURE)
    assert "safe" in line.text(COACH_AMY, "DONE")
    assert line.case(DANA).state == "closing"
    before = len(line.inbox(DANA))
    line.text(COACH_AMY, "yes")
    assert line.case(DANA).state == "closed"
    assert "Are you OK?" in line.text(COACH_AMY, "4")
    assert line.case(DANA).outcome == "crisis_handled"
    assert "988" in line.text(COACH_AMY, "2")
    assert "Amy" in line.inbox(COACH_EVA)[-1]
    assert len(line.inbox(DANA)) == before + 1


def test_a_coach_who_gives_no_number_after_a_crisis_is_asked_all_the_same(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line, SURE)
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "YES")
    line.wait(901)
    assert "Are you OK?" in line.inbox(COACH_AMY)[-1]


def test_a_crisis_does_not_close_by_silence(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    code = amy_holds(line, SURE)
    line.text(COACH_AMY, "DONE")
    line.wait(301)
    assert line.case(DANA).state == "held"
    assert f"{code} stays open" in line.inbox(COACH_AMY)[-1]


def test_own_danger_of_a_coach_is_not_relayed_and_me_brings_help(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    line.supervisor(COACH_EVA, "Eva")
    code = amy_holds(line)
    before = len(line.inbox(DANA))
    assert "ME" in line.text(COACH_AMY, OWN)
    assert len(line.inbox(DANA)) == before
    assert "988" in line.text(COACH_AMY, "me")
    assert "Amy" in line.inbox(COACH_EVA)[-1]
    assert "Amy" in line.inbox(HUMAN_PHONE)[-1]
    assert line.case(DANA).state == "alerting"
    assert code in line.inbox(COACH_BEN)[-1]
    assert all(OWN not in body for phone in (DANA, COACH_BEN, COACH_EVA, HUMAN_PHONE) for body in line.inbox(phone))
    assert "another coach" in line.inbox(DANA)[before]


def test_a_coach_who_says_nothing_more_is_looked_after(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line)
    line.text(COACH_AMY, OWN)
    line.wait(301)
    assert "Amy" in line.inbox(COACH_EVA)[-1]
    assert all(OWN not in body for body in line.inbox(DANA))


def test_own_danger_of_a_coach_without_a_case_is_heard(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    line.coach(COACH_AMY, "Amy")
    assert "988" in line.text(COACH_AMY, OWN)
    line.text(COACH_AMY, "ME")
    assert "Amy" in line.inbox(COACH_EVA)[-1]


def test_a_number_waits_for_send(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    before = len(line.inbox(DANA))
    assert "SEND" in line.text(COACH_AMY, "they answer at 215-555-0142")
    assert len(line.inbox(DANA)) == before
    line.text(COACH_AMY, "SEND")
    assert line.inbox(DANA)[before:] == ["they answer at 215-555-0142"]
    line.text(COACH_AMY, "send")
    assert line.inbox(DANA)[-1] == "send"  # nothing waits: it is a word like any other


def test_me_is_a_word_like_any_other_while_nothing_waits(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "me")
    assert line.inbox(DANA)[-1] == "me"


def test_whoever_agrees_is_asked_the_next_day_by_daylight(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    assert "tomorrow" in line.inbox(DANA)[-1]
    assert "tomorrow" in line.text(DANA, "yes")
    before = len(line.inbox(DANA))
    line.wait(46 * 3600)
    (question,) = line.inbox(DANA)[before:]
    assert "1" in question
    assert "5" in question
    assert line.text(DANA, "4") != ""
    assert line.notes(DANA, "survey_answered")[-1]["score"] == 4
    line.wait(72 * 3600)
    assert len(line.inbox(DANA)) == before + 2


def test_a_low_number_is_answered_with_the_way_to_a_person(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    line.text(DANA, "yes")
    line.wait(46 * 3600)
    assert "COACH" in line.text(DANA, "1")


def test_who_says_no_or_nothing_is_not_asked(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    line.text(DANA, "no")
    before = len(line.inbox(DANA))
    line.wait(72 * 3600)
    assert len(line.inbox(DANA)) == before


def test_a_phone_that_is_not_safe_is_never_asked(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    line.text(DANA, "yes")
    line.text(DANA, "NOT SAFE")
    before = len(line.inbox(DANA))
    line.wait(72 * 3600)
    assert len(line.inbox(DANA)) == before


def test_the_bot_is_silent_from_the_handoff_to_the_return(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    before = len(line.inbox(DANA))
    for body in ("i need a job", "19104", "thanks", "are you a robot?", "1", "i slipped", "lol ok", "what else"):
        assert line.text(DANA, body) == ""
        assert line.inbox(COACH_AMY)[-1] == body
    assert "988" in line.text(DANA, SURE)
    assert line.text(DANA, "i will kill myself") == ""
    assert len(line.inbox(DANA)) == before + 1
