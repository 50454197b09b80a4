"""The why of a look: what is told of an address, and what never is."""

from __future__ import annotations

import pytest

from bot.console.looks import choices, occasion_in_words, way_here
from bot.conversation import Urgency
from bot.store.standing import OpenCase, Standing

OURS = {"line.example.org"}
DANA = 3


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", ""),
        ("state=waiting&seen=not_reviewed", "state waiting, seen not_reviewed"),
        ("need=housing&act=relapse&language=es&mark=safety", "need, act, language, mark"),
        ("risk=crisis&from=2026-11-01&to=2026-11-30", "risk crisis, from 2026-11-01, to 2026-11-30"),
        (
            "period=week&all=yes&days=30&weeks=12&month=2026-11",
            "period week, all yes, days 30, weeks 12, month 2026-11",
        ),
        # What somebody types into an address is not taken over.
        ("state=Miguel&from=2155550101&days=2155550101&weeks=x&all=no&month=May", ""),
        ("number=2155550101&q=Miguel&coach=7&actor=ana@example.org", "number, q, coach, actor"),
        ("after=1800000000.5:17&page=3&done=saved&Miguel=yes", ""),
    ],
)
def test_of_an_address_closed_choices_are_told_and_needs_by_name_only(query: str, told: str) -> None:
    assert choices(query) == told


@pytest.mark.parametrize(
    ("referer", "path", "way"),
    [
        ("", "/console/conversations/7", "opened by its address"),
        ("https://line.example.org/console/desk", "/console/desk/7", "from Desk"),
        (
            "https://line.example.org/console/conversations?seen=unread&need=food",
            "/console/conversations/7",
            "from Conversations (seen unread, need)",
        ),
        ("https://line.example.org/console/conversations/7", "/console/texts/9", "from conversation 7"),
        ("https://line.example.org/console/desk/12", "/console/conversations/7", "from case 12"),
        ("https://line.example.org/console", "/console/conversations", "from Home"),
        ("https://line.example.org/console/sign-in", "/console", "from signing in"),
        (
            "https://line.example.org/console/desk/figures/crises?missing=yes",
            "/console/desk/7",
            "from Crises (missing yes)",
        ),
        ("https://line.example.org/console/desk/7", "/console/desk/7/live", "page kept open"),
        ("https://line.example.org/console/desk/7", "/console/desk/7", "from the same page"),
        ("https://elsewhere.example.org/console/desk", "/console/desk/7", "opened by its address"),
        ("https://line.example.org/phone", "/console/desk/7", "opened by its address"),
        ("https://line.example.org/console/words/utter_welcome", "/console/words", "from Words"),
        ("https://line.example.org/console/Miguel", "/console", "from another page"),
    ],
)
def test_the_page_that_led_here_is_named(referer: str, path: str, way: str) -> None:
    assert way_here(referer, path, OURS) == way


def waiting(urgency: Urgency = Urgency.NORMAL, holder: int | None = None, offered: int | None = None) -> OpenCase:
    return OpenCase(12, urgency, holder, offered)


@pytest.mark.parametrize(
    ("standing", "coach", "words"),
    [
        (Standing(waiting(Urgency.CRISIS), "", True, True), DANA, "urgent case 12 waits"),
        (Standing(waiting(holder=DANA), "", True, True), DANA, "holds case 12"),
        (Standing(waiting(holder=DANA), "", True, False), None, "case 12 is with a coach, not reviewed yet"),
        (Standing(waiting(holder=4, offered=DANA), "", True, True), DANA, "case 12 is offered to them"),
        (Standing(None, "mention", False, False), None, "a colleague asked them to look, not read yet"),
        (Standing(None, "follow_up", True, True), None, "a follow-up is due"),
        (Standing(None, "", True, True), DANA, "nothing open there"),
    ],
)
def test_the_occasion_is_what_the_line_knows(standing: Standing, coach: int | None, words: str) -> None:
    assert occasion_in_words(standing, coach) == words
