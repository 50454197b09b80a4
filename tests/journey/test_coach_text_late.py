"""A coach's text that the carrier could not bring in time: by now they may hold somebody else, or nobody."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from bot.message import InboundText
from tests.journey.amys_case import amy_holds
from tests.whole_line import COACH_AMY, COACH_EVA, DANA, MIGUEL, WholeLine

_sids = count(1)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url  # decisions alone: what is stored for them is stored for every story


def found_late(line: WholeLine, sender: str, body: str, seconds: float = 90.0, opt_out: str | None = None) -> str:
    """``sender`` texted ``body`` so long ago and only now it is found; what their phone shows because of it."""
    before = len(line.inbox(sender))
    missed_at = line.clock.now().timestamp() - seconds
    text = InboundText(f"SMlate{next(_sids)}", sender, "+15550198", body, 0, opt_out, missed_at)
    asyncio.run(line.line.intake.accept(text))
    line.settle()
    return "\n".join(line.inbox(sender)[before:])


def test_words_for_dana_do_not_go_to_miguel(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    line.text(COACH_AMY, "DONE")
    line.text(MIGUEL, "coach")
    line.text(COACH_AMY, "TAKE")
    before = len(line.inbox(MIGUEL)), len(line.inbox(DANA))
    assert "reached us late" in found_late(line, COACH_AMY, "Dana, your sister called")
    assert (len(line.inbox(MIGUEL)), len(line.inbox(DANA))) == before
    line.text(COACH_AMY, "Hi Miguel")
    assert line.inbox(MIGUEL)[-1] == "Hi Miguel"


def test_an_old_yes_closes_no_crisis_and_an_old_take_takes_nobody(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line, "i want to kill myself")
    line.text(COACH_AMY, "DONE")
    assert "reached us late" in found_late(line, COACH_AMY, "yes")
    assert line.case(DANA).state == "closing"
    line.text(MIGUEL, "coach")
    line.text(COACH_AMY, "YES")
    for words in ("TAKE", f"TAKE {line.case(MIGUEL).code}", "BACK", "1"):
        assert "reached us late" in found_late(line, COACH_AMY, words, 5 * 3600)
    assert line.case(MIGUEL).state == "alerting"


def test_stop_is_obeyed_however_late_and_a_late_start_undoes_none(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy_holds(line)
    assert "START" in found_late(line, COACH_AMY, "STOP", 3600)
    assert line.case(DANA).state == "alerting"
    for opt_out in (None, "START"):
        assert found_late(line, COACH_AMY, "START", 7200, opt_out) == ""
    assert line.person(COACH_AMY).opted_out  # type: ignore[attr-defined]  # a Person
    assert "BACK" in line.text(COACH_AMY, "START")


def test_danger_of_her_own_is_heard_however_late(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.supervisor(COACH_EVA, "Eva")
    amy_holds(line)
    before = len(line.inbox(DANA))
    assert "ME" in found_late(line, COACH_AMY, "gonna drink myself dead", 3600)
    assert "reached us late" in found_late(line, COACH_AMY, "no", 7200), "it may be older than the words"
    line.wait(301)
    assert "reach Amy" in line.inbox(COACH_EVA)[-1]
    assert len(line.inbox(DANA)) == before
