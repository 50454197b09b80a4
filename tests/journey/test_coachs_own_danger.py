"""A coach whose words spoke of their own danger is reached, whatever becomes of the case and of their texts."""

from __future__ import annotations

import pytest

from tests.journey.amys_case import amy_holds, post
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, WholeLine

OWN = "gonna drink myself dead"
SURE = "i want to kill myself"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url  # decisions alone: what is stored for them is stored for every story


def eva_hears_of_amy(line: WholeLine) -> int:
    heard = [sum("reach Amy" in body for body in line.inbox(phone)) for phone in (COACH_EVA, HUMAN_PHONE)]
    assert heard[0] == heard[1]
    return heard[0]


def amy_speaks_of_herself(line: WholeLine, words: str = "coach") -> None:
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line, words)
    line.text(DANA, "and then?")
    line.wait(30)
    assert "SEND" in line.text(COACH_AMY, OWN)
    assert eva_hears_of_amy(line) == 0


def test_a_silent_coach_is_reached_though_the_crisis_went_to_others(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_speaks_of_herself(line, SURE)
    line.wait(91)
    assert "waited" in line.inbox(COACH_AMY)[-1]
    line.wait(121)
    assert line.case(DANA).state == "alerting"
    line.wait(100)
    assert eva_hears_of_amy(line) == 1
    line.wait(600)
    assert eva_hears_of_amy(line) == 1, "once is enough"
    assert all(OWN not in body for phone in (DANA, COACH_EVA, HUMAN_PHONE) for body in line.inbox(phone))


def test_she_is_reached_though_dana_stopped_a_supervisor_stepped_in_or_she_stopped(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    amy_speaks_of_herself(line)
    line.text(DANA, "STOP")
    assert line.case(DANA).state == "abandoned"
    line.wait(301)
    assert eva_hears_of_amy(line) == 1
    line.text(DANA, "START")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, OWN)
    line.text(COACH_EVA, f"STEP IN {line.case(DANA).code}")
    line.wait(301)
    assert eva_hears_of_amy(line) == 2
    line.text(COACH_AMY, OWN)
    line.text(COACH_AMY, "STOP")
    line.wait(301)
    assert eva_hears_of_amy(line) == 3


def test_her_duty_her_next_case_and_her_number_for_the_last_do_not_end_the_question(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    amy_speaks_of_herself(line)
    line.text(COACH_AMY, "AWAY")
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "2")
    line.text(COACH_AMY, "LIST")
    line.wait(301)
    assert eva_hears_of_amy(line) == 1


def test_me_is_understood_when_the_case_has_left_her(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_speaks_of_herself(line)
    line.text(DANA, "STOP")
    assert "988" in line.text(COACH_AMY, "me")
    assert eva_hears_of_amy(line) == 1
    line.wait(301)
    assert eva_hears_of_amy(line) == 1


def test_send_says_that_it_was_for_dana_and_so_does_a_plain_no(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_speaks_of_herself(line)
    line.text(COACH_AMY, "SEND")
    assert line.inbox(DANA)[-1] == OWN
    line.text(COACH_AMY, OWN)
    assert "988" in line.text(COACH_AMY, "No.")
    assert line.inbox(DANA)[-1] == OWN, "the no was for us"
    line.wait(301)
    assert eva_hears_of_amy(line) == 0
    line.text(COACH_AMY, "no")
    assert line.inbox(DANA)[-1] == "no", "and now it is a word like any other"


def test_words_written_in_the_console_are_watched_too_until_she_changes_them(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line)
    amy = line.case(DANA).holder_id
    for answer in ("change", None):
        post(line, DANA, "coach_said", coach_id=amy, via="web", body=OWN)
        if answer is not None:
            post(line, DANA, "answer_held", coach_id=amy, via="web", answer=answer)
            line.wait(301)
            assert eva_hears_of_amy(line) == 0
    line.text(DANA, "STOP")
    line.wait(301)
    assert eva_hears_of_amy(line) == 1


def test_saying_it_again_puts_nothing_off(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_speaks_of_herself(line)
    line.wait(200)
    line.text(COACH_AMY, OWN)
    line.wait(101)
    assert eva_hears_of_amy(line) == 1


def test_words_that_came_to_a_case_that_had_left_her_are_asked_about(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line)
    line.line.dispatcher.stop()
    restart = WholeLine(line.house, line.clock)
    for sender, body in ((COACH_AMY, "PASS"), (COACH_AMY, OWN)):
        line.bring(sender, body)
    with restart:
        restart.settle()
        assert any("went to nobody" in body for body in restart.inbox(COACH_AMY))
        restart.wait(301)
        assert eva_hears_of_amy(restart) == 1
    line.line.dispatcher.stop = lambda: None  # type: ignore[method-assign]  # it is stopped


def test_a_coach_who_stopped_is_reached_at_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    line.coach(COACH_AMY, "Amy")
    line.text(COACH_AMY, "STOP")
    assert line.text(COACH_AMY, "I am so tired") == ""
    assert eva_hears_of_amy(line) == 0
    assert line.text(COACH_AMY, OWN) == ""
    assert eva_hears_of_amy(line) == 1
