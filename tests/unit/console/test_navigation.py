"""The menu shows what a role may open, and where one is."""

from __future__ import annotations

import pytest

from bot.console.navigation import GROUPS, Entry, entries_for, menu_for


def current(role: str, path: str) -> dict[str, str]:
    links = [link for group in menu_for(role, path).groups for link in group.links]
    return {link.entry.name: link.current for link in links if link.current}


def test_a_page_is_in_the_menu_once() -> None:
    entries = [entry for group in GROUPS for entry in group.entries]
    for of in (lambda entry: entry.path, lambda entry: entry.name):
        assert len({of(entry) for entry in entries}) == len(entries)


@pytest.mark.parametrize("entry", [entry for group in GROUPS for entry in group.entries], ids=lambda entry: entry.name)
def test_each_page_says_in_a_sentence_what_it_is_for(entry: Entry) -> None:
    assert 5 <= len(entry.about.split()) <= 20
    assert entry.about.endswith(".")
    assert entry.path.startswith("/console")


def test_the_menu_says_where_one_is() -> None:
    assert current("admin", "/console") == {"Home": "page"}
    assert current("admin", "/console/desk/7") == {"Desk": "true"}
    assert current("staff", "/console/desk/figures") == {"Desk figures": "page"}
    assert current("staff", "/console/conversations/7") == {"Conversations": "true"}
    assert current("staff", "/console/nowhere") == {}


def test_a_coach_sees_a_short_menu_and_no_empty_group() -> None:
    assert {entry.name for entry in entries_for("coach")} >= {"Desk", "My sign-ins"}
    assert "Conversations" not in {entry.name for entry in entries_for("coach")}
    assert menu_for("coach", "/console/desk").short
    assert not menu_for("admin", "/console/desk").short
    assert all(group.links for role in ("coach", "staff", "admin") for group in menu_for(role, "/console").groups)


def test_only_the_groups_of_now_and_of_this_page_stand_open() -> None:
    def shown(path: str) -> list[str]:
        return [group.name for group in menu_for("admin", path).groups if group.here or not group.folds]

    assert shown("/console") == ["Today"]
    assert shown("/console/people/coaches/3") == ["Today", "People"]
    assert shown("/console/audit") == ["Today", "The house"]
