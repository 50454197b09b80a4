"""The list beside the database never loses a wish: not when it is ahead, of another database, or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from bot.app import House
from bot.store.tables import conversation
from bot.store.wish_tables import wish
from bot.wish_list import NAME, ListDamaged, WishList
from tests.integration.people_with_wishes import ANA, DANA, EVE, MIGUEL, find, opt_out, say, who_is_out


@pytest.fixture
def wishes(house: House) -> WishList:
    """Ana, Miguel and Dana opted out, and the list knows."""
    for phone in (ANA, MIGUEL, DANA):
        opt_out(house, say(house, phone, "stop"))
    made = of_a_new_process(house)
    assert made.copy(house.database) == 3
    return made


def of_a_new_process(house: House) -> WishList:
    return WishList(house.settings.warmline_data_dir, house.vault)


def go_back_to(house: House, last: int) -> None:
    """As after a restore that was killed: the database knows the wishes up to ``last``."""
    forgotten = [find(house, phone) for phone in (ANA, MIGUEL, DANA)[last:]]
    row = update(conversation).where(conversation.c.id.in_(forgotten))
    house.database.write(lambda connection: connection.execute(row.values(opted_out_at=None)))
    house.database.write(lambda connection: connection.execute(wish.delete().where(wish.c.id > last)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(f"{NAME}*"))


def test_a_list_of_wishes_that_was_tampered_with_is_refused(house: House) -> None:
    for phone in (ANA, MIGUEL, DANA):
        opt_out(house, say(house, phone, "stop"))
    wishes = WishList(house.settings.warmline_data_dir, house.vault)
    wishes.copy(house.database)
    whole = wishes.path.read_bytes()
    lines = whole.splitlines(keepends=True)
    for phone in (ANA, MIGUEL, DANA):
        assert phone.encode() not in whole
    middle = len(lines[1]) // 2
    changed = lines[1][:middle] + (b"B" if lines[1][middle : middle + 1] == b"A" else b"A") + lines[1][middle + 1 :]
    for broken in (lines[0] + lines[2], lines[0] + changed + lines[2]):
        wishes.path.write_bytes(broken)
        with pytest.raises(ListDamaged):
            list(wishes.after(0))
    wishes.path.write_bytes(whole[:-5])  # the machine went down while the last line was written
    assert [each.id for each in wishes.after(0)] == [1, 2]
    assert WishList(wishes.path.parent, house.vault).copy(house.database) == 1
    assert wishes.path.name == NAME
    assert [each.id for each in wishes.after(0)] == [1, 2, 3]


@pytest.mark.parametrize("known", [0, 1])
def test_a_database_that_is_behind_its_list_learns_the_rest_and_the_list_goes_on(
    house: House, wishes: WishList, known: int
) -> None:
    """Behind: a restore was killed. Knowing nothing: the file of the database was removed, the list was not."""
    go_back_to(house, known)
    assert of_a_new_process(house).agree(house.database) == 3 - known
    assert who_is_out(house) == {find(house, phone) for phone in (ANA, MIGUEL, DANA)}
    assert of_a_new_process(house).agree(house.database) == 0
    opt_out(house, say(house, EVE, "stop"))
    assert of_a_new_process(house).copy(house.database) == 1
    assert [each.id for each in wishes.after(0)][:3] == [1, 2, 3]
    assert names(wishes.path.parent) == [NAME]


def test_a_database_that_falls_behind_under_the_running_line_learns_too(house: House, wishes: WishList) -> None:
    go_back_to(house, 1)
    assert wishes.copy(house.database) == 0
    assert who_is_out(house) == {find(house, phone) for phone in (ANA, MIGUEL, DANA)}


def test_the_list_of_another_database_is_set_aside_and_written_anew(house: House, wishes: WishList) -> None:
    other = wishes.path.read_bytes()
    go_back_to(house, 0)
    opt_out(house, say(house, EVE, "stop"))
    assert of_a_new_process(house).copy(house.database) == 1, "Eve's wish, the only one of this database"
    assert len(list(wishes.after(0))) == 1
    assert names(wishes.path.parent) == [NAME, f"{NAME}.1"]
    assert wishes.path.with_name(f"{NAME}.1").read_bytes() == other


def test_a_damaged_list_is_written_anew_while_the_database_knows_all_of_it(house: House, wishes: WishList) -> None:
    first, _, third = wishes.path.read_bytes().splitlines(keepends=True)
    for broken in (first + third, first + b"nonsense\n", b"\n"):
        wishes.path.write_bytes(broken)
        assert of_a_new_process(house).copy(house.database) == 3
        assert [each.id for each in wishes.after(0)] == [1, 2, 3]


def test_a_damaged_list_that_may_know_more_than_the_database_stops_the_start(house: House, wishes: WishList) -> None:
    first, _, third = wishes.path.read_bytes().splitlines(keepends=True)
    wishes.path.write_bytes(first + third)
    go_back_to(house, 1)
    for attempt in (of_a_new_process(house).agree, of_a_new_process(house).copy):
        with pytest.raises(ListDamaged, match="move it away"):
            attempt(house.database)
    assert names(wishes.path.parent) == [NAME]
    assert who_is_out(house) == {find(house, ANA)}
