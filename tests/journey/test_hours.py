"""Stories about the hours: shifts, nights, and who is woken."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.desk.schedule import Shift
from bot.store.coaches import Profile, save_coach
from bot.store.conversations import conversation_for
from bot.store.journal import tag
from bot.store.schedules import set_week
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, HUMAN_PHONE, MIGUEL, WholeLine

ZONE = ZoneInfo("America/New_York")
DAILY = tuple(Shift(day, 8 * 60, 20 * 60) for day in range(7))


def coach(line: WholeLine, phone: str, name: str, week: tuple[Shift, ...] = (), **profile: object) -> None:
    """A coach with shifts on the organisation's clock; without any, at all hours."""
    now = line.clock.now().timestamp()
    house = line.house
    known = Profile(on_call=True, **profile)  # type: ignore[arg-type]  # what a story says of a coach
    found = house.database.write(lambda connection: save_coach(connection, house.vault, name, phone, known, now))
    if week:
        house.database.write(lambda connection: set_week(connection, found, week, "America/New_York"))


def go_to(line: WholeLine, hour: int, minute: int = 0) -> None:
    """The next time that the organisation's clock shows ``hour``."""
    local = line.clock.now().astimezone(ZONE)
    then = datetime(local.year, local.month, local.day, hour, minute, tzinfo=ZONE)
    then = then if then > local else then + timedelta(days=1)
    line.wait((then - local.astimezone(ZONE)).total_seconds() if then > local else 0)


def test_at_night_the_person_hears_when_a_coach_can_answer_and_the_coach_is_asked_then(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    go_to(line, 2)
    coach(line, COACH_AMY, "Amy", DAILY)
    line.text(DANA, "coach")
    night = line.inbox(DANA)[-1]
    assert "It is 2 am here" in night or "It is 2:0" in night
    assert "at 8 am" in night
    assert "988" in night
    assert line.inbox(HUMAN_PHONE) == []
    line.wait(3600)
    assert line.inbox(DANA)[-1] == night
    assert line.inbox(COACH_AMY) == []
    go_to(line, 8)
    assert len(line.inbox(COACH_AMY)) == 1
    line.text(COACH_AMY, "TAKE")
    assert line.case(DANA).state == "held"


def test_in_spanish_the_night_is_told_in_spanish(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    go_to(line, 2)
    coach(line, COACH_AMY, "Amy", DAILY)
    line.text(MIGUEL, "hola, necesito hablar con una persona por favor")
    assert "a las 8 am" in line.inbox(MIGUEL)[-1]


def test_danger_at_night_wakes_the_supervisor_and_the_organisation_but_no_sleeping_coach(
    line_without_rasa: WholeLine,
) -> None:
    line = line_without_rasa
    go_to(line, 2)
    coach(line, COACH_AMY, "Amy", DAILY)
    coach(line, COACH_BEN, "Ben", DAILY, supervisor=True)
    line.text(DANA, "i want to kill myself")
    assert line.inbox(COACH_AMY) == []
    assert len(line.inbox(COACH_BEN)) == 1
    assert len(line.inbox(HUMAN_PHONE)) == 1
    assert all("can answer" not in body for body in line.inbox(DANA))


def test_who_texts_back_at_night_is_there_until_away(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    go_to(line, 2)
    coach(line, COACH_AMY, "Amy", DAILY)
    line.text(COACH_AMY, "BACK")
    before = len(line.inbox(COACH_AMY))
    line.text(DANA, "coach")
    assert len(line.inbox(COACH_AMY)) == before + 1
    line.text(COACH_AMY, "AWAY")
    line.text(MIGUEL, "coach")
    assert "988" in line.inbox(MIGUEL)[-1]


def test_the_coach_who_knows_the_language_is_asked_first(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    coach(line, COACH_AMY, "Amy")
    coach(line, COACH_EVA, "Eva", languages=("en", "es"))
    line.text(MIGUEL, "hola, necesito comida por favor")
    line.text(MIGUEL, "COACH")  # the word that we ask for in both languages
    assert [len(line.inbox(phone)) for phone in (COACH_AMY, COACH_EVA)] == [0, 1]


def test_the_coach_who_knows_what_the_person_asked_for_is_asked_first(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    coach(line, COACH_AMY, "Amy")
    coach(line, COACH_BEN, "Ben", topics=("housing",))
    house, now = line.house, line.clock.now().timestamp()

    def asked_for_housing(connection: Connection) -> None:
        own = conversation_for(connection, house.vault, MIGUEL, now)
        tag(connection, house.vault, own, ["need:housing"], now)

    house.database.write(asked_for_housing)
    line.text(MIGUEL, "coach")
    assert [len(line.inbox(phone)) for phone in (COACH_AMY, COACH_BEN)] == [0, 1]
    line.text(DANA, "coach")
    assert len(line.inbox(COACH_AMY)) == 1
