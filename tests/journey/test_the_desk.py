"""Handoffs as stories, without Rasa: coaches and danger do not depend on it."""

from __future__ import annotations

from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, MIGUEL, WholeLine


def asks_for_a_coach(line: WholeLine, phone: str = DANA) -> str:
    return line.text(phone, "coach")


def test_while_rasa_is_down_the_person_is_told_once_and_a_coach_is_called(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    first = line.text(DANA, "i need a job")
    assert "988" in first
    assert line.text(DANA, "hello?") == ""
    line.wait(31)  # one alert for all who wait
    (alert,) = line.inbox(COACH_AMY)
    assert "Waiting for a person: 1," in alert
    assert line.case(DANA).code in line.text(COACH_AMY, "LIST")


def test_an_alert_holds_a_code_and_nothing_about_the_person(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "my name is Zelda, I need housing in 19104 and I want to die")
    (alert,) = line.inbox(COACH_AMY)
    for secret in ("Zelda", "hous", "19104", DANA[-4:], "die"):
        assert secret.lower() not in alert.lower()


def test_a_coach_takes_a_case_talks_and_is_done(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy Coach")
    asks_for_a_coach(line)
    line.text(DANA, "i slipped last night")
    code = line.case(DANA).code
    taken = line.text(COACH_AMY, f"take {code}")
    assert code in taken
    assert "i slipped last night" in taken
    assert "Amy" in line.inbox(DANA)[-1]
    line.text(COACH_AMY, "Take a breath.")
    assert line.inbox(DANA)[-1] == "Take a breath."
    line.text(COACH_AMY, "Done crying?")
    assert line.inbox(DANA)[-1] == "Done crying?"
    line.text(DANA, "yeah thx")
    assert line.inbox(COACH_AMY)[-1] == "yeah thx"
    line.text(COACH_AMY, "NOTE call her sister tomorrow")
    assert all("sister" not in body for body in line.inbox(DANA))
    before = len(line.inbox(DANA))
    line.text(COACH_AMY, "done")
    goodbye = line.inbox(DANA)[before]
    assert "COACH" in goodbye
    assert line.case(DANA).state == "closed"


def test_neither_side_sees_the_others_number(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    asks_for_a_coach(line)
    line.text(COACH_AMY, "TAKE")
    line.text(DANA, "hi")
    line.text(COACH_AMY, "hello, I am here")
    line.text(COACH_AMY, "DONE")
    assert all(COACH_AMY[-4:] not in body for body in line.inbox(DANA))
    assert all(DANA[-4:] not in body for body in line.inbox(COACH_AMY))


def test_the_second_coach_is_told_who_has_it(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    asks_for_a_coach(line)
    code = line.case(DANA).code
    line.text(COACH_AMY, f"TAKE {code}")
    assert "Amy" in line.text(COACH_BEN, f"TAKE {code}")
    assert line.case(DANA).state == "held"


def test_nobody_answers_the_ladder_climbs_and_the_person_knows_how_it_stands(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    for phone, name in ((COACH_AMY, "Amy"), (COACH_BEN, "Ben"), (COACH_EVA, "Eva")):
        line.coach(phone, name)
    asks_for_a_coach(line)
    asked = lambda: [len(line.inbox(phone)) for phone in (COACH_AMY, COACH_BEN, COACH_EVA, HUMAN_PHONE)]  # noqa: E731
    answers = len(line.inbox(DANA))
    assert asked() == [1, 0, 0, 0]
    line.wait(121)
    assert asked() == [1, 1, 1, 0]
    line.wait(181)
    assert asked() == [2, 2, 2, 1]
    line.wait(301)
    line.wait(3600)
    told = line.inbox(DANA)[answers:]
    assert 1 <= len(told) <= 3
    assert "988" in told[-1]
    assert line.case(DANA).state == "alerting"
    line.text(COACH_EVA, "TAKE")
    assert line.case(DANA).state == "held"


def test_with_nobody_on_duty_the_organisation_is_called_at_once_and_the_person_is_told(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    asks_for_a_coach(line)
    assert len(line.inbox(HUMAN_PHONE)) == 1
    assert "988" in line.inbox(DANA)[-1]


def test_a_coach_who_passes_hands_it_to_the_next_at_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    asks_for_a_coach(line)
    line.text(COACH_AMY, "PASS")
    assert len(line.inbox(COACH_BEN)) == 1


def test_a_near_typo_is_asked_about(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    asks_for_a_coach(line)
    assert "TAKE" in line.text(COACH_AMY, "tkae")
    assert line.case(DANA).state == "alerting"


def test_a_crisis_case_asks_before_it_closes(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "i took all my pills i want to die")
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "DONE")
    assert line.case(DANA).state == "closing"
    line.text(COACH_AMY, "wait, are you still there?")
    assert line.inbox(DANA)[-1] == "wait, are you still there?"
    assert line.case(DANA).state == "held"
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "yes")
    assert line.case(DANA).state == "closed"


def test_danger_while_a_coach_holds_the_case_sends_its_text_once_and_tells_the_coach(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    asks_for_a_coach(line)
    line.text(COACH_AMY, "TAKE")
    reply = line.text(DANA, "i am going to kill myself tonight")
    assert "988" in reply
    assert "i am going to kill myself tonight" in line.inbox(COACH_AMY)
    assert any("danger" in body.lower() for body in line.inbox(COACH_AMY))
    assert line.text(DANA, "i will kill myself") == ""
    assert line.case(DANA).urgency == "crisis"


def test_a_coach_texts_stop_and_the_case_goes_back_to_the_ladder(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    asks_for_a_coach(line)
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "STOP")
    assert line.case(DANA).state == "alerting"
    assert any(line.case(DANA).code in body for body in line.inbox(COACH_BEN))


def test_a_dead_coach_phone_climbs_the_ladder_at_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    line.carrier.switch_off(COACH_AMY)
    asks_for_a_coach(line)
    assert len(line.inbox(COACH_BEN)) == 1


def test_words_of_a_coach_without_a_case_go_nowhere_and_they_are_told(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    answer = line.text(COACH_AMY, "hello, how are you?")
    assert "LIST" in answer
    assert line.inbox(DANA) == []


def test_two_people_wait_and_the_list_shows_the_crisis_first(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    asks_for_a_coach(line, DANA)
    line.text(MIGUEL, "i want to kill myself")
    listed = line.text(COACH_AMY, "LIST")
    assert listed.index(line.case(MIGUEL).code) < listed.index(line.case(DANA).code)
