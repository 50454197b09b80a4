"""What failed again and again, or took worker after worker down with it, leaves nobody waiting."""

from __future__ import annotations

from itertools import count

import pytest
from sqlalchemy import Connection, update

from bot.desk.timers import CARE_TIMER, HOLDER_TIMER
from bot.mailbox.worker import MAX_ATTEMPTS
from bot.message import InboundText
from bot.store.events import add_event, lock_conversation
from bot.store.messages import accept_text
from bot.store.tables import event
from tests.journey.amys_case import amy_holds
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, WholeLine

_sids = count(1)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url  # decisions alone: what is stored for them is stored for every story


def failing(line: WholeLine, phone: str, kind: str, words: str = "", **payload: object) -> None:
    """An event for ``phone`` that has failed as often as is tried; a text of theirs if ``kind`` says so."""
    own, now, vault = line.conversation(phone), line.clock.now().timestamp(), line.house.vault

    def save(connection: Connection) -> None:
        lock_conversation(connection, own)
        if kind == "text":
            accept_text(connection, vault, InboundText(f"SMfails{next(_sids)}", phone, "+15550198", words), now)
        else:
            add_event(connection, vault, own, kind, payload, now)
        newest = event.c.conversation_id == own, event.c.kind == kind, event.c.handled_at.is_(None)
        connection.execute(update(event).where(*newest).values(attempts=MAX_ATTEMPTS))

    line.house.database.write(save)
    line.line.bell.ring()
    line.settle()
    assert line.notes(phone, "gave_up")


def failing_timer(line: WholeLine, phone: str, name: str, seconds: float) -> None:
    """The timer ``name`` rings after ``seconds`` and is given up."""
    mine = event.c.conversation_id == line.conversation(phone), event.c.name == name, event.c.handled_at.is_(None)
    fails = update(event).where(*mine).values(attempts=MAX_ATTEMPTS)
    assert line.house.database.write(lambda connection: connection.execute(fails).rowcount) == 1
    line.wait(seconds)
    assert line.notes(phone, "gave_up")


def test_the_watch_over_a_silent_holder_goes_on(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line, "i want to kill myself")
    line.text(DANA, "are you there?")
    failing_timer(line, DANA, HOLDER_TIMER, 121)
    assert line.inbox(COACH_AMY)[-1] == "are you there?"
    line.wait(61)
    assert "waited" in line.inbox(COACH_AMY)[-1]
    line.wait(121)
    assert line.case(DANA).state == "alerting"


def test_the_holder_gets_the_words_and_is_awaited_and_dana_hears_nothing(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    before = len(line.inbox(DANA))
    failing(line, DANA, "text", "my ride fell through")
    assert line.inbox(COACH_AMY)[-1] == "my ride fell through"
    assert len(line.inbox(DANA)) == before
    line.wait(301)
    assert "waited" in line.inbox(COACH_AMY)[-1]


def test_a_coach_who_left_is_let_go_and_gets_no_more_words(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_BEN, "Ben")
    amy_holds(line)
    amys = len(line.inbox(COACH_AMY))
    amy = line.case(DANA).holder_id
    failing(line, DANA, "release", coach_id=amy, why="stopped")
    assert line.case(DANA).state == "held"
    line.wait(61)
    assert line.case(DANA).state == "alerting", "what nobody would repeat is tried again"
    failing(line, DANA, "text", "hello?")
    assert "988" in line.inbox(DANA)[-1]
    assert "hello?" not in line.inbox(COACH_AMY)[amys:]


def test_a_coachs_stop_and_danger_of_her_own_are_heard(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line)
    amy = line.case(DANA).holder_id
    failing(line, COACH_AMY, "text", "on my way, hold on")
    assert "could not be delivered" in line.inbox(COACH_AMY)[-1]
    failing(line, DANA, "coach_said", coach_id=amy, body="gonna drink myself dead")
    assert "NO if it is not" in line.inbox(COACH_AMY)[-1]
    failing_timer(line, COACH_AMY, CARE_TIMER, 301)
    line.wait(61)
    assert "reach Amy" in line.inbox(COACH_EVA)[-1]
    failing(line, COACH_AMY, "text", "STOP")
    assert line.case(DANA).state == "alerting"


def test_what_staff_marked_is_marked_a_minute_later(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    failing(line, DANA, "mark_phone", unsafe=True, by="staff:1")
    assert not line.person(DANA).unsafe  # type: ignore[attr-defined]  # a Person
    line.wait(61)
    assert line.person(DANA).unsafe  # type: ignore[attr-defined]  # a Person
