"""What counts as the first human answer."""

from __future__ import annotations

from bot.store.tables import handoff
from tests.whole_line import COACH_AMY, DANA, WholeLine


def test_the_first_words_of_a_coach_are_the_answer_not_the_taking(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.wait(60)
    line.text(COACH_AMY, "TAKE")
    line.wait(30)
    with line.house.database.read() as connection:
        assert connection.execute(handoff.select()).one().answered_at is None
    line.text(COACH_AMY, "hello, I am Amy")
    line.wait(500)
    line.text(COACH_AMY, "are you there?")
    with line.house.database.read() as connection:
        case = connection.execute(handoff.select()).one()
    assert 90 <= case.answered_at - case.opened_at < 120
