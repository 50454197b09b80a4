"""Floods, blocked numbers and numbers from abroad: kept, shown, not answered; and never a crisis lost."""

from __future__ import annotations

import pytest

from bot.misuse.block import BlockWhy
from bot.settings import read_settings
from bot.store.blocks import BlockedNumber, blocked_numbers, post_block, post_unblock
from bot.store.conversations import conversation_for
from bot.store.events import add_event
from bot.store.held_off import held_off_since
from bot.store.messages import add_outbound
from bot.store.retention import erase_person
from tests.whole_line import COACH_AMY, COACH_BEN, COACH_EVA, DANA, MIGUEL, WholeLine

# What is decided here does not depend on the database, and a flood takes its time.
DANGER = "im going to kill myself tonight"
BREAK = "short break"
FRANCE = "+33612345678"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def bring(line: WholeLine, phone: str, body: str, times: int) -> None:
    for _ in range(times):
        line.bring(phone, body)
    line.settle()


def block(line: WholeLine, phone: str, why: BlockWhy) -> None:
    own, now = line.conversation(phone), line.clock.now().timestamp()
    line.house.database.write(lambda c: post_block(c, line.house.vault, own, why, "staff:1", now))
    line.line.bell.ring()
    line.settle()


def test_a_flood_is_answered_with_one_kind_text_and_kept_whole(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    bring(line, DANA, "hello", 30)
    assert BREAK not in "\n".join(line.inbox(DANA))
    before = len(line.inbox(DANA))
    bring(line, DANA, "hello", 10)
    [told] = line.inbox(DANA)[before:]
    assert BREAK in told
    assert "988" in told
    assert len([row for row in line.texts(DANA) if row["direction"] == "in"]) == 40
    assert len(line.notes(DANA, "over_limit")) == 10
    with line.house.database.read() as connection:
        now = line.clock.now().timestamp()
        assert held_off_since(connection, now - 3600) == {"over_limit": 10, "blocked_text": 0, "from_abroad": 0}
        assert held_off_since(connection, now + 1)["over_limit"] == 0
    line.wait(20 * 60)
    assert BREAK not in line.text(DANA, "HELP")  # it is over: they are answered as before


def test_whoever_has_their_words_deleted_begins_a_new_count(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    bring(line, DANA, "hello", 28)
    line.text(DANA, "DELETE")
    assert line.text(DANA, "YES") != ""  # the 30th text: one more would be one too many
    before = len(line.inbox(DANA))
    bring(line, DANA, "hello", 5)
    again = line.inbox(DANA)[before:]
    assert again
    assert BREAK not in "\n".join(again)
    assert line.notes(DANA, "over_limit") == []


def test_danger_in_a_flood_is_answered_at_once_and_opens_an_urgent_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    bring(line, DANA, "hello", 35)
    assert "988" in line.text(DANA, DANGER)
    assert line.case(DANA).urgency == "crisis"
    assert line.inbox(COACH_AMY)


def test_floods_from_many_numbers_hide_no_crisis_among_them(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    phones = [f"+155502{number:02}" for number in range(5)]
    for number in range(34):
        for phone in phones:
            line.bring(phone, "free money http://x.example")
        if number in (5, 32):
            line.bring(MIGUEL if number == 5 else DANA, DANGER)
    line.settle(120)
    for phone in phones:
        assert sum(BREAK in text for text in line.inbox(phone)) == 1
        assert len([row for row in line.texts(phone) if row["direction"] == "in"]) == 34
    for phone in (DANA, MIGUEL):
        assert line.case(phone).urgency == "crisis"
        assert "988" in line.inbox(phone)[0]


def test_a_flood_does_not_ring_through_to_the_coach_who_is_there(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "coach")
    line.text(COACH_AMY, f"TAKE {line.case(DANA).code}")
    bring(line, DANA, "nonsense", 40)
    relayed = [text for text in line.inbox(COACH_AMY) if text.endswith("nonsense")]
    assert len(relayed) < 30
    assert sum("very many texts" in text for text in line.inbox(COACH_AMY)) == 1
    line.text(DANA, DANGER)
    assert any(DANGER in text for text in line.inbox(COACH_AMY))


def test_an_urgent_case_knows_no_limit(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, DANGER)
    line.text(COACH_AMY, f"TAKE {line.case(DANA).code}")
    bring(line, DANA, "please", 35)
    assert sum(text.endswith("please") for text in line.inbox(COACH_AMY)) == 35


def test_danger_said_again_and_again_is_answered_each_time_and_told_in_full_once(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    bring(line, DANA, DANGER, 35)
    first, *others = line.inbox(DANA)
    assert len(others) == 34
    assert all("988" in text and len(text) < len(first) for text in others)
    assert len(line.cases(DANA)) == 1


def test_a_text_as_long_as_the_door_lets_through_is_read_to_its_end(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.bring(DANA, "well then " * 5_000 + DANGER)
    line.settle(120)
    assert line.case(DANA).urgency == "crisis"


def test_a_blocked_number_is_told_once_and_then_kept_unanswered(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "hello")
    block(line, DANA, BlockWhy.WRONG_NUMBER)
    assert not line.case(DANA).open
    assert "no more answers" in line.text(DANA, "hello?")
    assert line.text(DANA, "hello??") == ""
    assert line.text(DANA, "coach") == ""
    assert line.texts(DANA)[-1]["body"] == "coach"
    assert not line.case(DANA).open
    [listed] = _blocked(line)
    assert (listed.why, listed.by, listed.texts_since, listed.phone) == ("wrong_number", "staff:1", 3, "…00")


def test_spam_learns_nothing_and_may_still_be_deleted(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "hello")
    block(line, DANA, BlockWhy.SPAM)
    assert line.text(DANA, "hello?") == ""
    assert line.text(DANA, "DELETE") != ""
    assert line.text(DANA, "YES") != ""
    assert line.text(DANA, "hello again") == ""  # the block outlives the erasure
    own, now = line.conversation(DANA), line.clock.now().timestamp()
    line.house.database.write(lambda c: erase_person(c, own, now))
    assert line.text(DANA, "and again") == ""


def test_a_block_never_hides_danger(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "hello")
    block(line, DANA, BlockWhy.HARASSMENT)
    assert "988" in line.text(DANA, DANGER)
    case = line.case(DANA)
    assert (case.open, case.urgency) == (True, "crisis")
    line.text(COACH_AMY, f"TAKE {case.code}")
    line.text(DANA, "are you there")
    assert line.inbox(COACH_AMY)[-1].endswith("are you there")
    line.text(COACH_AMY, "I am here.")
    assert line.inbox(DANA)[-1] == "I am here."


def test_a_block_does_not_end_an_urgent_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, DANGER)
    block(line, DANA, BlockWhy.HARASSMENT)
    assert line.case(DANA).open


def test_staff_take_a_block_back(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "hello")
    block(line, DANA, BlockWhy.SPAM)
    own, now = line.conversation(DANA), line.clock.now().timestamp()
    line.house.database.write(lambda c: post_unblock(c, line.house.vault, own, "staff:1", now))
    line.line.bell.ring()
    line.settle()
    assert _blocked(line) == []
    assert line.text(DANA, "PRIVACY") != ""
    assert line.text(DANA, "hello") != ""


def test_a_coach_blocks_who_harasses_them_and_the_supervisor_hears_of_it(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy = line.coach(COACH_AMY, "Amy")
    line.supervisor(COACH_EVA, "Eva")
    line.text(DANA, "coach")
    line.text(COACH_AMY, f"TAKE {line.case(DANA).code}")
    _coach_blocks(line, amy)
    assert line.case(DANA).outcome == "blocked"
    assert "Amy blocked the number" in line.inbox(COACH_EVA)[-1]
    assert "number is blocked" in line.inbox(COACH_AMY)[-1]
    [listed] = _blocked(line)
    assert (listed.why, listed.by) == ("harassment", f"coach:{amy}")


def test_only_the_holder_blocks_and_never_in_an_urgent_case(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    amy, ben = line.coach(COACH_AMY, "Amy"), line.coach(COACH_BEN, "Ben")
    line.text(DANA, "coach")
    line.text(COACH_AMY, f"TAKE {line.case(DANA).code}")
    _coach_blocks(line, ben)
    assert line.case(DANA).holder_id == amy
    line.text(DANA, DANGER)
    _coach_blocks(line, amy)
    assert line.case(DANA).open
    assert _blocked(line) == []


def test_a_number_from_abroad_is_kept_and_not_answered_but_danger_is(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    assert line.text(FRANCE, "hello") == ""
    assert line.text(FRANCE, "coach") == ""
    assert [row["body"] for row in line.texts(FRANCE)] == ["hello", "coach"]
    assert line.cases(FRANCE) == []
    assert line.text(FRANCE, DANGER) != ""
    assert line.case(FRANCE).urgency == "crisis"
    assert "FR" not in read_settings({}, None).warmline_countries


def test_nothing_is_texted_to_a_number_that_never_wrote(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    for phone, goes in ((COACH_AMY, True), (MIGUEL, False)):
        _send(line, phone)
        assert bool(line.inbox(phone)) is goes
    line.text(MIGUEL, "hello")
    before = len(line.inbox(MIGUEL))
    _send(line, MIGUEL)
    assert len(line.inbox(MIGUEL)) == before + 1


def _send(line: WholeLine, phone: str) -> None:
    """As if something in the house had come to text this number."""
    vault, now = line.house.vault, line.clock.now().timestamp()
    own = line.house.database.write(lambda c: conversation_for(c, vault, phone, now))
    values = {"conversation_id": own, "author": "system"}
    line.house.database.write(lambda c: add_outbound(c, vault, values, "You have won!", now))
    line.line.bell.ring()
    line.settle()


def _coach_blocks(line: WholeLine, coach_id: int) -> None:
    own, now = line.conversation(DANA), line.clock.now().timestamp()
    payload = {"coach_id": coach_id, "why": "harassment"}
    line.house.database.write(lambda c: add_event(c, line.house.vault, own, "coach_block", payload, now))
    line.line.bell.ring()
    line.settle()


def _blocked(line: WholeLine) -> list[BlockedNumber]:
    with line.house.database.read() as connection:
        return list(blocked_numbers(connection, line.house.vault))
