"""The assistant is down and many people text: each is told once and has a case, coaches hear of all in one alert."""

from __future__ import annotations

from bot.conversation import Urgency
from bot.desk.outage import GATHER_SECONDS
from tests.whole_line import COACH_AMY, COACH_BEN, HUMAN_PHONE, WholeLine

CROWD = [f"+155501{number:02}" for number in range(40, 63)]
IN_DANGER = "+15550165"


def test_twenty_three_people_wait_and_each_coach_gets_one_alert(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben", ("es",))
    for phone in CROWD:
        line.bring(phone, "i need food 19104")
    line.settle(120)
    for phone in CROWD:
        line.bring(phone, "hello?")
    line.settle(120)
    assert line.inbox(COACH_AMY) == []

    line.text(IN_DANGER, "i want to kill myself")
    (urgent,) = line.inbox(COACH_AMY)
    assert line.case(IN_DANGER).code in urgent

    line.wait(GATHER_SECONDS + 1)
    assert line.inbox(COACH_AMY)[1:] == [
        f"The assistant is down. Waiting for a person: {len(CROWD)}, the longest 0 min. Reply LIST."
    ]
    assert f"Esperan a una persona: {len(CROWD)}" in line.inbox(COACH_BEN)[-1]
    assert any(f"Waiting for a person: {len(CROWD)}" in text for text in line.inbox(HUMAN_PHONE))
    assert f"+{len(CROWD) + 1 - 8}" in line.text(COACH_AMY, "LIST")
    for phone in CROWD:
        told = "\n".join(line.inbox(phone))
        assert told.count("can't answer right now") == 1
        assert "988" in told
        assert line.case(phone).urgency is Urgency.NORMAL
        assert line.case(phone).reason == "assistant_down"

    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "I am here")
    assert line.inbox(IN_DANGER)[-1] == "I am here"


def test_whom_nobody_takes_hears_how_it_stands(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(CROWD[0], "i need food 19104")
    for _ in range(20):
        line.wait(301)
    told = [text for text in line.inbox(CROWD[0]) if "We still have your request" in text]
    assert len(told) == 1
    assert "988" in told[0]


def test_two_outages_are_two_alerts(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    for number, phone in enumerate(CROWD[:2], start=1):
        line.text(phone, "i need food 19104")
        line.wait(GATHER_SECONDS + 1)
        assert sum("The assistant is down" in text for text in line.inbox(COACH_AMY)) == number
        line.text(COACH_AMY, "TAKE")
        line.text(COACH_AMY, "DONE")
        line.wait(301)
