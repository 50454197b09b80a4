"""A text that was written before a question is no answer to it, however late it is read."""

from __future__ import annotations

from bot.message import InboundText
from bot.store.messages import accept_text
from tests.whole_line import DANA, WholeLine

POINT = "whats the point anymore"


def find(line: WholeLine, phone: str, body: str, ago: float) -> None:
    """A text that the carrier could not bring is found in its list, some seconds after it was written."""
    now = line.clock.now().timestamp()
    text = InboundText(f"SMfound{int(now)}{len(body)}", phone, "+15550198", body, missed_at=now - ago)
    line.house.database.write(lambda c: accept_text(c, line.house.vault, text, now, False, False))
    line.line.bell.ring()
    line.settle()


def test_a_no_of_before_the_question_clears_no_danger(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    assert "?" in line.text(DANA, POINT)
    assert line.notes(DANA, "check")
    line.wait(60)
    find(line, DANA, "no thanks", ago=120)
    assert line.notes(DANA, "check_answered") == []
    line.wait(300)
    assert line.notes(DANA, "check_silence"), "nobody answered the question: a human looks in"
    assert line.case(DANA).urgency == "crisis"


def test_a_no_after_the_question_still_answers_it(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, POINT)
    line.wait(60)
    find(line, DANA, "no thanks", ago=30)
    assert [note["answer"] for note in line.notes(DANA, "check_answered")] == ["clear_no"]


def test_danger_of_before_the_question_brings_a_human_at_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, POINT)
    line.wait(60)
    find(line, DANA, "nobody would miss me", ago=120)
    assert line.case(DANA).urgency == "crisis"


def test_a_yes_of_before_the_question_erases_nothing(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "HELP")
    line.text(DANA, "DELETE")
    line.wait(60)
    find(line, DANA, "yes", ago=120)
    assert line.notes(DANA, "erased") == []
    assert line.texts(DANA)
    line.text(DANA, "YES")
    assert line.notes(DANA, "erased"), "the question still waited for its answer"
