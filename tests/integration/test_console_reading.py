"""What staff see in the lists and in a conversation, and what is noted about their reading."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.app import House
from bot.console.labels import plain
from bot.conversation import Case, CaseState, Urgency
from bot.outcome import Note
from bot.store.cases import save_case
from bot.store.coaches import add_coach
from bot.store.conversation_list import PAGE
from bot.store.erasure import erase_conversation
from bot.store.journal import tag, write_notes
from bot.store.tables import conversation
from tests.integration.console_world import World
from tests.integration.engine import SettableClock

MIGUEL, ROSA, COACH = "+15550100", "+15550101", "+15550102"
ROW = re.compile(r'/console/conversations/(\d+)">')


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def open_case(world: World, own: int, urgency: Urgency = Urgency.NORMAL, holder: int | None = None) -> str:
    now = world.clock.now().timestamp()
    state = CaseState.HELD if holder else CaseState.ALERTING
    case = Case(0, "", state, urgency, "asked", now, holder_id=holder, taken_at=now if holder else None)
    return world.house.database.write(lambda connection: save_case(connection, world.house.vault, own, case)).code


def test_pages_of_the_list_follow_each_other_without_gap_or_double(world: World) -> None:
    made = [world.text(f"+1555555{n:04d}", "hello") for n in range(100, 100 + PAGE + 3)]
    ana, seen = world.member(), []
    address: str | None = "/console/conversations"
    while address:
        shown = ana.get(address).text
        seen += [int(found) for found in ROW.findall(shown)]
        older = re.search(r'href="(/console/conversations\?after=[^"]+)"', shown)
        address = older[1].replace("&amp;", "&") if older else None
    assert seen == made[::-1]


def test_needs_are_found_by_blind_tags_and_shown_by_name(world: World) -> None:
    own, other = world.text(MIGUEL, "hello"), world.text(ROSA, "hello")
    vault, now = world.house.vault, world.clock.now().timestamp()
    world.house.database.write(lambda connection: tag(connection, vault, own, ["need:mental_health"], now))
    shown = world.member().get("/console/conversations?need=mental_health").text
    assert f"/console/conversations/{own}" in shown
    assert f"/console/conversations/{other}" not in shown
    assert '<span class="tag">Mental health</span>' in shown


@pytest.mark.parametrize(
    ("state", "expected"), [("waiting", "waits"), ("coach", "held"), ("opted_out", "out"), ("assistant", "free")]
)
def test_each_state_finds_its_own(world: World, state: str, expected: str) -> None:
    names = ("waits", "held", "out", "free")
    own = {name: world.text(f"+1555010{n}", "hello") for n, name in enumerate(names)}
    vault, now = world.house.vault, world.clock.now().timestamp()
    dana = world.house.database.write(
        lambda connection: add_coach(connection, vault, "Dana", "+15550109", ("en",), True, now)
    )
    open_case(world, own["waits"])
    open_case(world, own["held"], holder=dana)
    world.house.database.write(
        lambda connection: connection.execute(
            update(conversation).where(conversation.c.id == own["out"]).values(opted_out_at=now)
        )
    )
    listed = world.member().get(f"/console/conversations?state={state}").text.partition('<ul class="rows">')[2]
    assert ROW.findall(listed) == [str(own[expected])]


def test_an_urgent_case_is_a_crisis_whatever_was_said_last(world: World) -> None:
    own, other = world.text(MIGUEL, "ok"), world.text(ROSA, "ok")
    open_case(world, own, Urgency.CRISIS)
    ana = world.member()
    crisis = ana.get("/console/conversations?risk=crisis").text.partition('<ul class="rows">')[2]
    assert ROW.findall(crisis) == [str(own)]
    calm = ana.get("/console/conversations?risk=none").text.partition('<ul class="rows">')[2]
    assert ROW.findall(calm) == [str(other)]


def test_numbers_are_masked_and_words_cannot_become_markup(world: World) -> None:
    own = world.text(MIGUEL, "<script>alert(1)</script> & more")
    ana = world.member()
    for path in ("/console/conversations", f"/console/conversations/{own}"):
        shown = ana.get(path).text
        assert MIGUEL not in shown
        assert "…00" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in shown


def test_the_words_are_not_in_the_list(world: World) -> None:
    world.text(MIGUEL, "a very private sentence")
    assert "private" not in world.member().get("/console/conversations").text


def test_long_conversations_are_read_part_by_part(world: World) -> None:
    for n in range(130):
        world.clock.forward(1)
        world.text(MIGUEL, f"text number {n}.")
    own = world.conversation(MIGUEL)
    ana = world.member()
    newest = ana.get(f"/console/conversations/{own}").text
    assert "text number 129." in newest
    assert "text number 29." not in newest
    older = re.search(r"\?before=(\d+)", newest)
    assert older is not None
    first = ana.get(f"/console/conversations/{own}?before={older[1]}").text
    assert [n for n in range(130) if f"text number {n}." in first] == list(range(30))


def test_every_kind_of_note_is_a_sentence_and_a_new_kind_is_shown_plainly(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    vault, now = world.house.vault, world.clock.now().timestamp()
    notes = [
        Note("case_opened", {"reason": "asked", "urgency": "normal"}),
        Note("alerted", {"rung": 0, "coaches": [], "human_phone": True}),
        Note("coach_note", {"coach": 99, "text": "Call back <tomorrow>"}),
        Note("moon_phase", {"phase": "full"}),
    ]
    world.house.database.write(lambda connection: write_notes(connection, vault, own, None, notes, now))
    shown = world.member().get(f"/console/conversations/{own}").text
    assert "A case was opened: they asked for a person." in shown
    assert "Alert sent to the organization&#39;s phone." in shown
    assert "Call back &lt;tomorrow&gt;" in shown
    assert "Moon phase (phase: full)." in shown
    assert plain("moon_phase") == "moon phase"


def test_every_read_is_noted(world: World) -> None:
    own = world.text(MIGUEL, "hello")
    ana = world.member()
    before = len(world.audited())
    ana.get("/console/conversations")
    ana.get(f"/console/conversations/{own}")
    noted = world.audited()[before:]
    assert [(action, subject) for _, action, subject in noted] == [
        ("list_conversations", None),
        ("read", f"conversation:{own}"),
    ]
    assert all(actor.startswith("staff:") for actor, _, _ in noted)


def test_a_coach_works_at_the_desk_and_opens_only_what_they_hold(world: World) -> None:
    waits, held, foreign, free = (world.text(f"+1555010{n}", f"words {n}") for n in (0, 1, 2, 3))
    vault, now = world.house.vault, world.clock.now().timestamp()

    def coach(name: str, phone: str) -> int:
        return world.house.database.write(lambda c: add_coach(c, vault, name, phone, ("en",), True, now))

    dana, ben = coach("Dana", "+15550108"), coach("Ben", "+15550109")
    open_case(world, waits)
    open_case(world, held, holder=dana)
    open_case(world, foreign, holder=ben)
    browser = world.member("coach", coach_id=dana)
    assert browser.get("/console/conversations").headers["location"] == "/console/desk"
    with browser.stream("GET", "/console/conversations/live") as stream:
        assert "row" not in stream.read().decode()
    assert browser.get(f"/console/conversations/{held}").status_code == 200
    for other in (waits, foreign, free, 9999):
        assert browser.get(f"/console/conversations/{other}").status_code == 404
        with browser.stream("GET", f"/console/conversations/{other}/live") as stream:
            assert "words" not in stream.read().decode()


def test_after_an_erasure_the_page_says_so_and_shows_nothing(world: World) -> None:
    own = world.text(MIGUEL, "a very private sentence")
    world.all_read()  # a text that nobody has read yet outlives an erasure
    now = world.clock.now().timestamp()
    world.house.database.write(lambda connection: erase_conversation(connection, own, now))
    ana = world.member()
    shown = ana.get(f"/console/conversations/{own}").text
    assert "This person asked us to delete everything" in shown
    assert "private" not in shown
    assert f"/console/conversations/{own}" not in ana.get("/console/conversations").text


@pytest.mark.parametrize(
    "query",
    ["?need=x&state=y&risk=z&after=nonsense", "?after=1e999:1", "?after=nan:5", "?after=1:9999999999999999999999"],
)
def test_odd_addresses_show_the_list_and_no_error(world: World, query: str) -> None:
    assert world.member().get(f"/console{query}").status_code == 200


def test_a_conversation_that_does_not_exist_is_told_kindly(world: World) -> None:
    ana = world.member()
    for path in ("/console/conversations/9999", "/console/conversations/99999999999999999999999"):
        answer = ana.get(path)
        assert answer.status_code == 404
        assert "There is no such conversation" in answer.text
