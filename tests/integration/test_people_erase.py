"""A person asks staff to be forgotten: an administrator does it in the console, as ``warmline erase`` does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation import Case, CaseState, Urgency
from bot.store.cases import save_case
from bot.store.conversations import phone_of
from bot.store.thread import read_thread
from tests.integration.people_world import ANA, DANA, KIM, MIGUEL, PEOPLE, ROSA, PeopleWorld, fill
from tests.integration.people_world import world as world  # a fixture


def bodies(world: PeopleWorld, talk: int) -> list[str]:
    with world.house.database.read() as connection:
        return [text.body for text in read_thread(connection, world.house.vault, talk).texts]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is destroyed is tested on both databases in ``test_retention.py``; here it is who may, and the page."""
    return sqlite_url


@pytest.fixture
def talk(world: PeopleWorld) -> int:
    """What Miguel wrote, and the line has read."""
    own = world.text(MIGUEL, "my landlord is putting us out")
    world.all_read()
    return own


def test_an_administrator_erases_who_asked_for_it_with_the_last_four_digits(world: PeopleWorld, talk: int) -> None:
    kim, rosas, page = world.member("admin", KIM), world.text(ROSA, "hello"), f"/console/conversations/{talk}/erase"
    assert f'href="{page}"' in kim.get(f"/console/conversations/{talk}").text
    assert f'href="{page}"' not in world.member("staff", ANA).get(f"/console/conversations/{talk}").text
    for wrong in ("0101", "", MIGUEL, "…00"):
        answer = fill(kim, page, do="erase", digits=wrong)
        assert (answer.status, "Nothing was destroyed" in answer.text) == (422, True)
    assert bodies(world, talk) == ["my landlord is putting us out"]
    assert "Everything kept of this person is destroyed" in fill(kim, page, do="erase", digits=MIGUEL[-4:]).text
    assert bodies(world, talk) == []
    with world.house.database.read() as connection:
        assert phone_of(connection, world.house.vault, talk) is None
    assert bodies(world, rosas) == ["hello"]
    assert world.audited_why("erase") == [(f"staff:{world.id_of(KIM)}", f"conversation:{talk}", None)]
    assert "Nothing is kept of this person any more" in kim.get(page).text
    assert fill(kim, page, f"{PEOPLE}/retention", do="erase", digits=MIGUEL[-4:]).status == 422


def test_nothing_is_erased_under_a_legal_hold_and_the_page_says_so(world: PeopleWorld, talk: int) -> None:
    kim, page = world.member("admin", KIM), f"/console/conversations/{talk}/erase"
    assert "The hold is on" in fill(kim, page, do="hold", reference="CV-2026-17").text
    assert "A legal hold is on this person" in kim.get(page).text
    assert "Erase this person" not in kim.get(page).text
    answer = fill(kim, page, do="erase", digits=MIGUEL[-4:])
    assert (answer.status, "A legal hold is on this person" in answer.text) == (422, True)
    assert bodies(world, talk) == ["my landlord is putting us out"]
    assert "The hold is off" in fill(kim, page, do="let_go").text
    subject, who = f"conversation:{talk}", f"staff:{world.id_of(KIM)}"
    assert world.audited_why("hold_on") == [(who, subject, "CV-2026-17")]
    assert world.audited_why("hold_off") == [(who, subject, None)]
    assert world.audited_why("erase") == []
    assert fill(kim, page, do="erase", digits=MIGUEL[-4:]).status == 200
    assert bodies(world, talk) == []


def test_an_open_case_or_a_coach_stands_in_the_way(world: PeopleWorld, talk: int) -> None:
    house, now, kim = world.house, world.clock.now().timestamp(), world.member("admin", KIM)
    case = Case(0, "", CaseState.ALERTING, Urgency.CRISIS, "danger", now)
    saved = house.database.write(lambda c: save_case(c, house.vault, talk, case))
    page = f"/console/conversations/{talk}/erase"
    assert "of this person is open; close it first" in fill(kim, page, do="erase", digits=MIGUEL[-4:]).text
    assert bodies(world, talk) != []
    closed = replace(saved, state=CaseState.CLOSED, closed_at=now)
    house.database.write(lambda c: save_case(c, house.vault, talk, closed))
    assert fill(kim, page, do="erase", digits=MIGUEL[-4:]).status == 200
    world.coach("Dana", DANA)
    danas = world.text(DANA, "LIST")
    assert "take the coach off first" in kim.get(f"/console/conversations/{danas}/erase").text


def test_a_person_is_found_by_the_phone_they_call_from(world: PeopleWorld, talk: int) -> None:
    kim, page = world.member("admin", KIM), f"{PEOPLE}/retention"
    assert "There is no conversation with this phone." in fill(kim, page, phone=ROSA, do="find").text
    found = fill(kim, page, phone=MIGUEL, do="find").text
    assert "…00" in found
    assert "Erase this person" in found
    assert MIGUEL not in found
    assert "Look first" not in world.member("staff", ANA).get(page).text
