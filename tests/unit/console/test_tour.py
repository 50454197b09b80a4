"""The tour goes from page to page that one may open."""

from __future__ import annotations

import pytest

from bot.console.navigation import entries_for
from bot.console.tour import LEFT_OUT, TOURS, address, stop_at

ROLES = ("coach", "staff", "admin")


@pytest.mark.parametrize("role", ROLES)
def test_each_step_is_a_page_of_the_role_and_the_last_is_where_the_tour_is_found_again(role: str) -> None:
    mine = {entry.path for entry in entries_for(role)}
    assert {step.path for step in TOURS[role]} <= mine
    assert TOURS[role][-1].path == "/console/help"


@pytest.mark.parametrize("role", ["staff", "admin"])
def test_a_page_of_the_menu_is_in_the_tour_or_left_out_for_a_reason(role: str) -> None:
    mine, shown = {entry.path for entry in entries_for(role)}, {step.path for step in TOURS[role]}
    assert mine - shown - set(LEFT_OUT) == set(), "add a step, or a line to LEFT_OUT"
    assert shown & set(LEFT_OUT) == set()
    assert set(LEFT_OUT) <= {entry.path for entry in entries_for("admin")}


@pytest.mark.parametrize("role", ROLES)
def test_one_step_leads_to_the_next_and_back(role: str) -> None:
    number, seen = 1, list[str]()
    while where := address(role, number):
        stop = stop_at(role, where.partition("?")[0], str(number))
        assert stop is not None
        assert (stop.number, stop.of) == (number, len(TOURS[role]))
        assert stop.before == address(role, number - 1)
        seen.append(where)
        number += 1
    assert len(seen) == len(TOURS[role])


def test_an_address_that_is_no_step_shows_no_tour() -> None:
    for wanted in ("", "0", "99", "-1", "two", "²", "1" * 50):
        assert stop_at("staff", "/console", wanted) is None
    assert stop_at("staff", "/console/me", "1") is None
