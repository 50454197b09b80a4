"""A new key: everything is sealed anew while the line runs, and then nothing needs the old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import House, open_house
from bot.audit_seal import read_seal, renew_seal
from bot.doctor.house import look_at_house
from bot.errors import CannotDecrypt
from bot.key_change import NotRestarted, change_key
from bot.message import InboundText
from bot.people.erasing import erase, prove_erased
from bot.people.holding import hold_phone, let_go_phone
from bot.people.laws import By, Refusal
from bot.privacy import Vault
from bot.settings import read_settings
from bot.store.conversations import find_conversation
from bot.store.key_change import count_old, keep_index_keys, seal_some, sealed_columns
from bot.store.messages import accept_text, texts_of
from bot.store.retention import erase_person
from bot.store.staff import invite, staff_by_email
from bot.store.tables import conversation
from bot.wish_list import NAME, WishList
from tests.integration.engine import SettableClock
from tests.lines import NOBODY
from tests.whole_line import COACH_AMY, DANA, MIGUEL, WholeLine

OLD, NEW = "the-old-key-of-this-line", "the-new-key-of-this-line"
BOTH = f"{NEW},{OLD}"
ALEX, ZOE = "+15550110", "+15550111"
Open = Callable[[str], House]


@pytest.fixture
def opened(database_url: str, data_dir: Path) -> Open:
    def open_with(keys: str) -> House:
        settings = {
            "WARMLINE_DATABASE_URL": database_url,
            "WARMLINE_DATA_DIR": str(data_dir),
            "WARMLINE_SECRET_KEY": keys,
            "WARMLINE_CARRIER": "simulator",
            "RASA_URL": NOBODY,
        }
        return open_house(read_settings(settings, None), SettableClock())

    return open_with


def test_all_is_sealed_anew_while_people_text_and_the_old_key_is_needed_no_more(opened: Open, data_dir: Path) -> None:
    house = opened(OLD)
    _a_day(house)
    house.close()

    house = opened(BOTH)
    with pytest.raises(NotRestarted):
        change_key(house, "command line")
    house.database.write(lambda connection: seal_some(connection, house.vault, "message", 0))  # and then a crash
    with _line(house) as line:
        line.bring(ALEX, "i need food 19104")
        line.bring(DANA, "and a bed")
        done = change_key(house, "command line", sure=True)
        line.settle(60)
    assert done.rows > 10
    assert done.wishes == 3
    assert change_key(house, "command line").rows == 0
    house.close()

    house = opened(NEW)
    assert _unreadable(house, Vault([NEW])) == 0
    with house.database.read() as connection:
        assert count_old(connection, house.vault) == 0
        gone = find_conversation(connection, house.vault, MIGUEL)
        assert gone is not None, "who was erased is known by nothing but the hash of the old key"
        opted_out = select(conversation.c.opted_out_at).where(conversation.c.id == gone)
        assert connection.execute(opted_out).scalar_one() is not None
        assert staff_by_email(connection, house.vault, "zoe@example.org") is not None
    assert read_seal(house.vault, data_dir) is not None
    assert len(list(WishList(data_dir, house.vault).after(0))) == 3
    with _line(house) as line:
        assert [text["body"] for text in line.texts(DANA) if text["direction"] == "in"][-1] == "and a bed"
        assert line.text(MIGUEL, "hello") == "", "they asked for no more texts"
        assert "Dana" not in line.text(COACH_AMY, "LIST")
        for keeper in line.line.housekeepers:
            keeper.stop()
    house.close()


def test_without_the_change_the_old_key_is_missed(opened: Open) -> None:
    house = opened(OLD)
    _a_day(house)
    assert _unreadable(house, Vault([NEW])) > 10
    house.close()


def test_the_keys_that_find_numbers_are_kept_once(opened: Open) -> None:
    opened(OLD).close()
    house = opened(BOTH)
    for _ in range(2):
        house.database.write(lambda connection: keep_index_keys(connection, house.vault))
    house.close()
    house = opened(BOTH)
    assert len(house.vault.indexes(DANA)) == 2
    house.close()


def test_a_key_that_one_machine_does_not_know_yet_locks_nobody_out(opened: Open) -> None:
    """The new key was put first before the other machine knew it: there a second conversation begins."""
    behind, ahead = opened(OLD), opened(BOTH)
    first = _accept(ahead, ALEX, "a new phone")
    assert "key of the others" in _findings(behind)
    second = _accept(behind, ALEX, "and its second text")
    assert first != second
    behind.close()
    assert _accept(ahead, ALEX, "and a third") == first
    assert "doubled numbers" in _findings(ahead)

    now = ahead.clock.now().timestamp()
    with _line(ahead) as line:
        line.settle()
        line.text(ALEX, "STOP")
        with ahead.database.read() as connection:
            out = select(conversation.c.id).where(conversation.c.opted_out_at.is_not(None))
            assert set(connection.execute(out).scalars()) == {first, second}
            assert next(row["body"] for row in texts_of(connection, ahead.vault, second)) == "and its second text"
    assert change_key(ahead, "command line", sure=True).doubled == 1
    by = By("command line", now)
    assert ahead.database.write(lambda c: hold_phone(c, ahead.vault, by, ALEX))
    for own in (first, second):
        with pytest.raises(Refusal, match="legal hold"):
            ahead.database.write(lambda c, own=own: erase(c, ahead.vault, by, own, force=True))
    ahead.database.write(lambda c: let_go_phone(c, ahead.vault, by, ALEX))
    assert ahead.database.write(lambda c: prove_erased(c, ahead.vault, by, ALEX)).left["conversation"] == 2
    ahead.database.write(lambda c: erase(c, ahead.vault, by, first, force=True))
    assert ahead.database.write(lambda c: prove_erased(c, ahead.vault, by, ALEX)).left == {}
    assert "doubled numbers" not in _findings(ahead)
    ahead.close()


def test_in_the_order_of_the_guide_no_machine_is_behind(opened: Open) -> None:
    """The new key behind the old one everywhere, and only then in front of it."""
    slow, quick = opened(f"{OLD},{NEW}"), opened(BOTH)
    first = _accept(quick, ALEX, "a new phone")
    assert _accept(slow, ALEX, "its second text") == first
    assert _accept(slow, ZOE, "another") == _accept(quick, ZOE, "one")
    for house in (slow, quick):
        with house.database.read() as connection:
            assert [text["body"] for text in texts_of(connection, house.vault, first)][-1] == "its second text"
        assert not {"key of the others", "doubled numbers"} & _findings(house)
        house.close()


def _accept(house: House, phone: str, body: str) -> int:
    text, now = InboundText(f"SM{body}", phone, "", body), house.clock.now().timestamp()
    own = house.database.write(lambda connection: accept_text(connection, house.vault, text, now))
    assert own is not None
    return own


def _findings(house: House) -> set[str]:
    return {found.what for found in look_at_house(house)}


def _line(house: House) -> WholeLine:
    assert isinstance(house.clock, SettableClock)
    return WholeLine(house, house.clock)


def _a_day(house: House) -> None:
    """A coach, a case with a note, a staff member, a person who stopped and one who had themselves erased."""
    now, vault = house.clock.now().timestamp(), house.vault
    with _line(house) as line:
        line.coach(COACH_AMY, "Amy")
        line.text(DANA, "coach")
        for words in ("TAKE", "NOTE call her sister", "hello, I am here"):
            line.text(COACH_AMY, words)
        line.text(MIGUEL, "STOP")
        line.text(ZOE, "STOP")
        own = line.conversation(MIGUEL)
        house.database.write(lambda connection: erase_person(connection, own, now))
        line.settle()
    house.database.write(lambda connection: invite(connection, vault, "zoe@example.org", "staff", now))
    data_dir = house.settings.warmline_data_dir
    WishList(data_dir, vault).copy(house.database)
    renew_seal(house.database, vault, data_dir, now)
    assert (data_dir / NAME).exists()


def _unreadable(house: House, vault: Vault) -> int:
    """How many sealed values do not open with ``vault``."""
    failed = 0
    with house.database.read() as connection:
        for columns in sealed_columns().values():
            for row in connection.execute(select(*columns)):
                for sealed in row:
                    try:
                        vault.open(sealed) if sealed is not None else None
                    except CannotDecrypt:
                        failed += 1
    return failed
