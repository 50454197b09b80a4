"""Ana keeps the directory in the console; a coach reads it; nothing anybody typed is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import House
from bot.directory_source.load import import_path
from bot.store.coaches import add_coach
from bot.store.directory_tables import directory_place
from bot.store.place_standing import PERSON, report_place
from tests.integration.console_world import World, post
from tests.integration.directory_world import ROW, fill_map, names, offered, write_csv
from tests.integration.engine import SettableClock

FIND, NEW, MAP = "/console/places/find", "/console/places/new", "/console/places/map"
SECOND = ROW | {
    "organization": "Second Start",
    "phone": "215-555-0102",
    "city": "Marietta",
    "state": "OH",
    "zip": "45750",
}
FLEEING = ROW | {"organization": "Harbor House", "service": "Domestic violence shelter", "needs": "housing"}
FORM = re.compile(r'name="version" value="([^"]+)"')


@pytest.fixture
def world(house: House, tmp_path: Path) -> World:
    fill_map(house.database)
    import_path(house.database, write_csv(tmp_path / "county.csv", ROW, SECOND, FLEEING), "county")
    return World(house, SettableClock())


def own(world: World, name: str = "Northside Works") -> str:
    return next(place.id for place in offered(world.house.database).values() if place.name == name)


def version(client: TestClient, place: str) -> str:
    found = FORM.search(client.get(f"/console/places/{place}/edit").text)
    assert found is not None
    return found[1]


def edit(client: TestClient, place: str, seen: str = "", **fields: str) -> int:
    page = f"/console/places/{place}/edit"
    fields.setdefault("needs", "jobs")
    return post(client, page, version=seen or version(client, place), **fields)


def step(client: TestClient, place: str, do: str, **fields: str) -> int:
    return post(client, f"/console/places/{place}/step", page=f"/console/places/{place}", do=do, **fields)


def sent(client: TestClient, path: str, **fields: str) -> str:
    """The page that answers a form."""
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(path).text)
    assert token is not None
    return client.post(path, data={"form_token": token[1], **fields}).text


def test_ana_puts_a_number_right_and_takes_it_back(world: World) -> None:
    ana, place = world.member("staff"), own(world)
    assert edit(ana, place, phones="215-555-0155\nSpanish: 215-555-0156", hours="Sat 10-2") == 303
    now = offered(world.house.database)[place]
    assert (now.phone, now.phone_es) == ("215-555-0155", "215-555-0156")
    page = ana.get(f"/console/places/{place}").text
    assert "Phones changed" in page
    assert "ana@example.org" in page
    assert "stays when county is imported again" in page
    change = re.findall(r'name="change" value="(\d+)"', page)
    assert len(change) == 2
    for number in change:
        assert step(ana, place, "take_back", change=number) == 303
    assert offered(world.house.database)[place].phone == "215-555-0101"
    assert "Taken back by ana@example.org" in ana.get(f"/console/places/{place}").text
    told = {action for _, action, subject in world.audited() if subject == f"place:{place}"}
    assert told == {"place_changed", "place_take_back", "read_place"}


def test_what_cannot_be_read_is_said_at_the_field_and_everything_typed_stays(world: World) -> None:
    ana, place = world.member("staff"), own(world)
    typed = {
        "phones": "ask for <Maria>",
        "hours": "most mornings",
        "website": "javascript:alert(1)",
        "zip": "99999",
        "description": "A long story that took an hour to write",
        "cost": "Free on <b>Mondays</b>",
    }
    page = sent(ana, f"/console/places/{place}/edit", version=version(ana, place), needs="jobs", **typed)
    for sentence in ("cannot read a phone number", "Write them like Mon-Fri 9am-5pm", "This is no web address"):
        assert page.count(sentence) == 2  # above, and at the field
    assert "A long story that took an hour to write" in page
    assert "ask for &lt;Maria&gt;" in page
    assert "Free on &lt;b&gt;Mondays" in page
    assert offered(world.house.database)[place].phone == "215-555-0101"
    unknown = sent(ana, f"/console/places/{place}/edit", version=version(ana, place), needs="jobs", zip="19199")
    assert "We do not know the ZIP code 19199" in unknown


def test_two_at_once_the_second_sees_what_the_first_wrote(world: World) -> None:
    ana, place = world.member("staff"), own(world)
    ben = world.member("admin", "ben@example.org")
    seen = version(ana, place)
    assert edit(ben, place, cost="Free") == 303
    page = sent(ana, f"/console/places/{place}/edit", version=seen, needs="jobs", cost="10 dollars")
    assert "Somebody changed this place while you were writing" in page
    assert "Changed meanwhile. It says now: Free" in page
    assert 'value="10 dollars"' in page
    assert edit(ana, place, cost="10 dollars") == 303
    assert "10 dollars" in ana.get(f"/console/places/{place}").text


def test_a_new_place_is_offered_at_once(world: World) -> None:
    ana = world.member("staff")
    assert post(ana, NEW, organization="Southside Pantry", service="Food pantry", coverage="local") == 422
    fields = {"needs": "food", "phones": "215-555-0107", "zip": "19104", "hours": "24/7", "coverage": "local"}
    assert post(ana, NEW, organization="Southside Pantry", service="Food pantry", **fields) == 303
    assert "Southside Pantry" in names(world.house.database)
    page = ana.get(f"/console/places/{own(world, 'Southside Pantry')}").text
    assert "Added to the directory" in page
    assert "No import touches it" in page


def test_a_place_is_taken_out_and_brought_back(world: World, tmp_path: Path) -> None:
    ana, place, second = world.member("staff"), own(world), own(world, "Second Start")
    assert step(ana, place, "closed") == 303
    assert "Taken out since" in ana.get(f"/console/places/{place}").text
    assert step(ana, place, "works") == 303
    assert "Taken out since" not in ana.get(f"/console/places/{place}").text
    import_path(world.house.database, write_csv(tmp_path / "county.csv", ROW), "county")
    assert "no longer lists it" in ana.get(f"/console/places/{second}").text
    assert step(ana, second, "bring_back") == 303
    assert "Second Start" in names(world.house.database)


def test_a_shelters_address_is_nowhere_until_staff_write_that_it_is_public(world: World) -> None:
    ana, place = world.member("staff"), own(world, "Harbor House")
    for path in (f"/console/places/{place}", f"/console/places/{place}/edit"):
        assert "12 Elm St" not in ana.get(path).text
    assert "Phone only" in ana.get(FIND).text
    assert step(ana, place, "public", address="", zip="nonsense") == 422
    assert edit(ana, place, needs="housing", address="5 Secret Lane") == 422
    address = {"address": "7 Open St", "city": "Philadelphia", "state": "PA", "zip": "19104"}
    assert step(ana, place, "public", **address) == 303
    assert "7 Open St" in ana.get(f"/console/places/{place}").text
    assert step(ana, place, "secret") == 303
    assert "7 Open St" not in ana.get(f"/console/places/{place}").text


def test_a_place_is_found_and_several_are_verified_at_once(world: World) -> None:
    ana = world.member("staff")
    world.house.database.write(lambda c: report_place(c, own(world), "dead", PERSON, world.clock.now().timestamp()))
    page = sent(ana, FIND, words="marietta", need="jobs")
    assert "Second Start" in page
    assert "Northside Works" not in page
    assert "No place was found" in sent(ana, FIND, words="atlantis")
    both = {"place": [own(world), own(world, "Second Start")]}
    page = sent(ana, FIND, words="", do="verify", **both)  # type: ignore[arg-type]  # a field may be there twice
    assert "2 places noted as verified today" in page
    assert "Phone reported dead" not in page
    assert post(ana, "/console/places", outcome="all_work", view="stale", place=own(world)) == 303
    works = [subject for _, action, subject in world.audited() if action == "place_works"]
    assert len(works) == 3


def test_a_coach_reads_and_changes_nothing(world: World) -> None:
    now = world.clock.now().timestamp()
    dana = world.house.database.write(
        lambda c: add_coach(c, world.house.vault, "Dana", "+15550102", ("en",), True, now)
    )
    coach, place = world.member("coach", "dana@example.org", dana), own(world)
    page = coach.get(f"/console/places/{place}").text
    assert "215-555-0101" in page
    assert "History" not in page
    assert "Edit this place" not in page
    assert coach.get(f"/console/places/{place}/edit").status_code == 403
    for path in (f"/console/places/{place}/edit", f"/console/places/{place}/step", NEW):
        assert post(coach, path, page=FIND, do="closed", organization="X") == 403
    assert post(coach, FIND, do="verify", place=place) == 403
    assert world.house.database.write(lambda c: c.execute(directory_place.select()).first()) is not None


def test_the_map_and_its_list_show_what_may_be_found_and_no_shelter(world: World) -> None:
    ana = world.member("staff")
    page = ana.get(MAP).text
    assert page.count("<circle") == 2
    assert "Second Start" in page
    assert "Harbor House" not in page
    assert "1 phone-only place is on no map" in page
    assert "There is none here" in sent(ana, MAP, box="10,11,10,11")
    assert "No place with an address helps with this yet" in sent(ana, MAP, need="food")
    near = sent(ana, MAP, need="jobs", box="39.9,40.0,-75.3,-75.1")
    assert ("Northside Works" in near, "Second Start" in near) == (True, False)
    assert sent(ana, MAP, box="nan,inf,1,2").count("<circle") == 2


def test_nonsense_is_refused(world: World) -> None:
    ana, place = world.member("staff"), own(world)
    assert ana.get("/console/places/00000000-0000-4000-8000-000000000000").status_code == 404
    assert step(ana, place, "explode") == 422
    assert step(ana, place, "take_back", change="-1") == 303
    assert step(ana, place, "take_back", change="9" * 15) == 303
    assert ana.post(f"/console/places/{place}/step", data={"do": "closed"}).status_code == 403
    assert "Northside Works" in names(world.house.database)
