"""Who has themselves erased is gone from coaches' phones too, and the carrier's second try brings nothing back."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, update

from bot.message import InboundText
from bot.people.erasing import Proof, prove_erased
from bot.people.laws import By
from bot.purging import purge
from bot.store.conversations import phone_of
from bot.store.events import add_event
from bot.store.forgotten_texts import KEPT_SECONDS
from bot.store.holds import set_hold
from bot.store.keeping_tables import forgotten_text, redaction
from bot.store.messages import accept_text
from bot.store.retention import erase_person
from bot.store.tables import message
from tests.whole_line import COACH_AMY, DANA, WholeLine

FAREWELL = {"message": 1, "journal": 1, "event": 1, "text_count": 1}  # our answer, and that she was erased: no words
WORDS = ("my landlord is called Victor", "Victor has no right to do that", "call Victor on Monday")


def talk_by_text(line: WholeLine) -> list[str]:
    """Dana and Amy text each other, and Amy writes a note; the carrier's ids of what went over Amy's phone."""
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.text(DANA, WORDS[0])
    line.text(COACH_AMY, WORDS[1])
    line.text(COACH_AMY, f"NOTE {WORDS[2]}")
    return [text["sid"] for text in line.texts(COACH_AMY) if "Victor" in text["body"]]


def erase_by_text(line: WholeLine) -> str:
    line.text(DANA, "DELETE")
    return line.text(DANA, "YES", sid="SMyes")


def proof(line: WholeLine, phone: str = DANA) -> Proof:
    by = By("command line", line.clock.now().timestamp())
    return line.house.database.write(lambda connection: prove_erased(connection, line.house.vault, by, phone))


def over_amys_phone(line: WholeLine) -> str:
    return "\n".join(text["body"] for text in line.texts(COACH_AMY))


def test_no_word_of_hers_or_for_her_stays_on_a_coachs_phone(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    sids = talk_by_text(line)
    assert len(sids) == 3
    put_off_the_last_relayed(line)
    line.sent.clear()
    assert "erased" in erase_by_text(line)
    assert "Victor" not in over_amys_phone(line)
    assert "TAKE" in over_amys_phone(line), "what Amy said to us stays"
    assert proof(line).left == FAREWELL
    with line.house.database.read() as connection:
        assert set(sids) <= set(connection.execute(select(redaction.c.sid)).scalars())
    line.wait(120)
    assert not any("Victor" in body for body in line.inbox(COACH_AMY)), "what waited for her phone is not sent"
    plant_a_row(line)
    assert proof(line).left == FAREWELL | {"message": 2}
    assert "2 texts" in proof(line).sentence


def put_off_the_last_relayed(line: WholeLine) -> None:
    """Amy's phone could not be reached: a text of Dana's for her waits to be tried again."""
    relayed = (message.c.conversation_id == line.conversation(COACH_AMY)) & (message.c.author == "recoveree")
    waits = {"status": "pending", "next_try_at": line.clock.now().timestamp() + 60}
    last = select(func.max(message.c.id)).where(relayed).scalar_subquery()
    line.house.database.write(lambda c: c.execute(update(message).where(message.c.id == last).values(waits)))


def plant_a_row(line: WholeLine) -> None:
    """As if an erasure had left one behind."""
    dana, amy = line.conversation(DANA), line.conversation(COACH_AMY)
    last = select(func.max(message.c.id)).where(message.c.conversation_id == amy).scalar_subquery()
    line.house.database.write(lambda c: c.execute(update(message).where(message.c.id == last).values(about_id=dana)))


def test_words_of_a_coach_that_are_still_on_their_way_go_too(line_without_rasa: WholeLine) -> None:
    """They lie in her mailbox behind the text that erases her."""
    line = line_without_rasa
    talk_by_text(line)
    amy = line.case(DANA).holder_id
    line.text(DANA, "DELETE")
    vault, now, dana = line.house.vault, line.clock.now().timestamp(), line.conversation(DANA)

    def both(connection: Connection) -> None:
        accept_text(connection, vault, InboundText("SMyes", DANA, "", "YES"), now)
        add_event(connection, vault, dana, "coach_said", {"coach_id": amy, "body": WORDS[1]}, now)

    line.house.database.write(both)
    line.line.bell.ring()
    line.settle()
    assert proof(line).left == FAREWELL


def test_a_legal_hold_keeps_what_lies_on_the_coachs_phone(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    talk_by_text(line)
    line.text(COACH_AMY, "DONE")
    line.text(COACH_AMY, "1")
    now, dana = line.clock.now().timestamp(), line.conversation(DANA)
    line.house.database.write(lambda connection: set_hold(connection, dana, now, now))
    line.clock.forward(400 * 86_400)
    purge(line.house.database, line.house.vault, line.clock, 365, "tests")
    kept = over_amys_phone(line)
    assert [words in kept for words in WORDS] == [True, True, True]
    assert "TAKE" not in kept, "what is nobody's but Amy's went"
    line.house.database.write(lambda connection: erase_person(connection, line.conversation(COACH_AMY), now))
    assert over_amys_phone(line) == kept, "not even the erasure of the coach takes it"
    line.house.database.write(lambda connection: set_hold(connection, dana, None, now))
    purge(line.house.database, line.house.vault, line.clock, 365, "tests")
    assert over_amys_phone(line) == ""


def test_the_carriers_second_try_is_known_again_after_the_erasure(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "hello", sid="SMhello")
    assert erase_by_text(line)
    for sid, body in (("SMyes", "YES"), ("SMhello", "hello")):
        assert line.text(DANA, body, sid=sid) == "", "the answer to the first was lost, so the carrier brought it again"
    with line.house.database.read() as connection:
        assert phone_of(connection, line.house.vault, line.conversation(DANA)) is None
    assert proof(line).left == FAREWELL
    assert "STOP" in line.text(DANA, "hello"), "who writes again is welcomed"
    assert line.text(DANA, "YES", sid="SMyes") == ""
    assert known_again(line) == 3
    line.clock.forward(KEPT_SECONDS + 1)
    purge(line.house.database, line.house.vault, line.clock, 365, "tests")
    assert known_again(line) == 0


def known_again(line: WholeLine) -> int:
    with line.house.database.read() as connection:
        counted: int = connection.execute(select(func.count()).select_from(forgotten_text)).scalar_one()
    return counted
