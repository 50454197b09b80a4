"""Ana looks for conversations: by words, by what they were about, by how they went."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import House
from bot.console.list_form import read_fields, wanted_of
from bot.console.pages import conversations
from bot.store.coaches import add_coach
from bot.store.journal import tag
from bot.store.word_search import fold, split_words
from tests.integration.busy_line import DAY, HOUR, BusyLine
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

FORM, LIST = "/console/conversations/search", "/console/conversations"
ROW = re.compile(r'class="row-link" href="/console/conversations/(\d+)"')
HIDDEN = re.compile(r'name="(after|looked|words|form_token)" value="([^"]*)"')


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


@pytest.fixture
def line(world: World) -> BusyLine:
    return BusyLine(world.house, world.clock.now().timestamp())


class Ana:
    """Her browser, with the list open."""

    def __init__(self, world: World) -> None:
        self.client = world.member()

    def finds(self, **fields: str) -> list[int]:
        return [int(found) for found in ROW.findall(self.searches(**fields))]

    def searches(self, **fields: str) -> str:
        token = re.search(r'name="form_token" value="([^"]+)"', self.client.get(LIST).text)
        assert token is not None
        answer = self.client.post(FORM, data={"form_token": token[1], **fields}, follow_redirects=True)
        assert answer.status_code == 200
        return answer.text

    def lists(self, query: str) -> list[int]:
        return [int(found) for found in ROW.findall(self.client.get(f"{LIST}?{query}").text)]


@given(st.text(max_size=80))
def test_words_are_folded_whatever_was_typed(text: str) -> None:
    words = split_words(text)
    assert len(words) <= 6
    assert all(word == fold(word) or fold(fold(word)) == fold(word) for word in words)


@given(st.dictionaries(st.sampled_from(["need", "coach", "from", "to", "seen", "risk"]), st.text(max_size=12)))
def test_no_field_breaks_the_list(fields: dict[str, str]) -> None:
    from zoneinfo import ZoneInfo

    read = read_fields(lambda name: fields.get(name, ""))
    wanted_of(read, fields.get("need", ""), fields.get("to", ""), ZoneInfo("America/New_York"))


def test_words_are_found_in_one_text_by_their_beginnings(world: World, line: BusyLine) -> None:
    miguel, rosa, leo = (line.person(number) for number in (1, 2, 3))
    line.text(miguel, HOUR, body="My landlord wants the RENT by friday")
    line.text(rosa, HOUR + 1, body="el casero pide la renta, ¿dónde pido ayuda?")
    line.text(leo, HOUR + 2, body="my landlord is ok")
    line.text(leo, HOUR, body="current parent")
    ana = Ana(world)
    assert ana.finds(words="rent") == [miguel, rosa]
    assert ana.finds(words="landlord rent") == [miguel]
    assert ana.finds(words="DONDE") == [rosa]
    assert "No conversation has these words" in ana.searches(words="bus")


def test_what_the_line_wrote_is_found_too(world: World, line: BusyLine) -> None:
    miguel = line.person(1)
    line.text(miguel, HOUR)
    line.text(miguel, HOUR - 5, inbound=False, body="Harbor House opens at nine")
    assert Ana(world).finds(words="harbor") == [miguel]


def test_a_search_is_noted_without_its_words_and_no_address_has_them(world: World, line: BusyLine) -> None:
    line.text(line.person(1), HOUR, body="landlord")
    ana = Ana(world)
    before = len(world.audited())
    shown = ana.searches(words="landlord")
    assert [(action, subject) for _, action, subject in world.audited()[before:]] == [
        ("list_conversations", None),
        ("search_conversations", None),
    ]
    assert not re.search(r'(href|action)="[^"]*landlord', shown)


def test_a_search_whose_time_is_up_goes_on_where_it_stopped(
    world: World, line: BusyLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [line.person(number) for number in range(50)]
    for number, own in enumerate(people):
        line.text(own, HOUR + number, body="landlord" if number in (3, 45) else "hello")
    monkeypatch.setattr(conversations, "PATIENCE_SECONDS", -1.0)
    ana, found, steps = Ana(world), list[int](), 0
    shown = ana.searches(words="landlord")
    while True:
        found += [int(one) for one in ROW.findall(shown)]
        steps += 1
        fields = dict(HIDDEN.findall(shown.partition('class="looked"')[2]))
        if not fields.get("after"):
            break
        shown = ana.client.post(FORM, data=fields, headers={"HX-Request": "true"}).text
        assert "<html" not in shown
    assert found == [people[3], people[45]]
    assert steps == 3
    assert "Looked through all 50 conversations" in shown


def test_the_ones_about_housing_where_the_person_was_not_happy(world: World, line: BusyLine) -> None:
    miguel, rosa, leo, eva = (line.person(number) for number in (1, 2, 3, 4))
    for own in (miguel, rosa, leo, eva):
        line.text(own, HOUR * own)
    for own in (miguel, rosa, leo):
        line.need(own, HOUR, "housing")
    vault = world.house.vault
    line.case(miguel, DAY, helped=2, outcome="resources")
    line.case(leo, DAY, helped=5, outcome="talked")
    world.house.database.write(lambda c: tag(c, vault, rosa, ["act:complaint", "language:es"], line.now))
    line.case(eva, DAY, helped=1)
    ana = Ana(world)
    assert set(ana.lists("need=housing&ended=unhappy")) == {miguel, rosa}
    assert ana.lists("ended=talked") == [leo]
    assert ana.lists("language=es&act=complaint") == [rosa]


def test_by_coach_and_by_day(world: World, line: BusyLine) -> None:
    vault = world.house.vault
    dana = world.house.database.write(lambda c: add_coach(c, vault, "Dana", "+15550108", ("en",), False, line.now))
    miguel, rosa = line.person(1), line.person(2)
    line.text(miguel, HOUR)
    line.text(rosa, 5 * DAY)
    line.case(rosa, 5 * DAY, holder_id=dana)
    ana = Ana(world)
    assert ana.lists(f"coach={dana}") == [rosa]
    day = world.clock.now().astimezone(world.house.settings.zone).date().isoformat()
    assert miguel in ana.lists(f"to={day}")
    assert rosa not in ana.lists(f"from={day}")


def test_what_was_read_and_reviewed_is_so_until_the_person_writes_again(world: World, line: BusyLine) -> None:
    miguel, rosa = line.person(1), line.person(2)
    line.text(miguel, HOUR)
    line.text(rosa, HOUR)
    ana = Ana(world)
    page = f"{LIST}/{miguel}"
    assert "Mark as reviewed" in ana.client.get(page).text
    assert ana.lists("seen=unread") == [rosa]
    assert post(ana.client, f"{page}/reviewed", page=page, reviewed="yes") == 303
    assert ana.lists("seen=reviewed") == [miguel]
    assert ana.lists("seen=not_reviewed") == [rosa]
    assert ("reviewed", f"conversation:{miguel}") in [(what, whom) for _, what, whom in world.audited()]
    line.text(miguel, -60)
    assert ana.lists("seen=reviewed") == []
    assert set(ana.lists("seen=unread")) == {miguel, rosa}


def test_views_are_kept_sealed_and_are_ones_own(world: World, line: BusyLine) -> None:
    line.text(line.person(1), HOUR)
    ana = Ana(world)
    views = f"{LIST}/views"
    assert post(ana.client, views, page=LIST, name="Unhappy about housing", need="housing", ended="unhappy") == 303
    shown = ana.client.get(LIST).text
    assert 'href="/console/conversations?need=housing&amp;ended=unhappy"' in shown
    assert "Unhappy about housing" in shown
    other = world.member("admin", "kim@example.org")
    assert "Unhappy about housing" not in other.get(LIST).text
    dropped = re.search(r'name="drop" value="(\d+)"', shown)
    assert dropped is not None
    assert post(other, views, page=LIST, drop=dropped[1]) == 303
    assert "Unhappy about housing" in ana.client.get(LIST).text
    assert post(ana.client, views, page=LIST, drop=dropped[1]) == 303
    assert "Unhappy about housing" not in ana.client.get(LIST).text
