"""Amy holds the case of Dana, who asked for a coach."""

from __future__ import annotations

from bot.store.events import add_event, lock_conversation
from tests.whole_line import COACH_AMY, DANA, WholeLine


def amy_holds(line: WholeLine, words: str = "coach") -> str:
    line.coach(COACH_AMY, "Amy Coach")
    line.text(DANA, words)
    line.text(COACH_AMY, "TAKE")
    line.text(COACH_AMY, "hi, I am here")
    return line.case(DANA).code


def post(line: WholeLine, phone: str, kind: str, **payload: object) -> None:
    """An event for the case of ``phone``, as the command line or the console puts it there."""
    own = line.conversation(phone)
    now = line.clock.now().timestamp()

    def save(connection):  # type: ignore[no-untyped-def]  # a test's own few lines
        lock_conversation(connection, own)
        add_event(connection, line.house.vault, own, kind, payload, now)

    line.house.database.write(save)
    line.line.bell.ring()
    line.settle()
