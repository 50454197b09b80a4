"""A crisis from the first text to the debrief: what the checklist reads from what was noted."""

from __future__ import annotations

import html
import re

from bot.desk.checklist import CrisisFacts, Mark, checklist
from bot.outcome import Note
from bot.store.coaches import Profile, save_coach
from bot.store.crisis_cases import crises
from bot.store.journal import write_notes
from bot.store.tables import message
from tests.integration.busy_line import DAY, HOUR, BusyLine
from tests.integration.desk_world import DANA, MIGUEL, DeskWorld, press, world
from tests.integration.engine import wait_until

__all__ = ["world"]


def read(world: DeskWorld) -> list[CrisisFacts]:
    now = world.clock.now().timestamp()
    with world.house.database.read() as connection:
        return crises(connection, (now - DAY, now + DAY), now)


def marks(world: DeskWorld, facts: CrisisFacts) -> dict[str, str]:
    return {step.name: str(step.mark) for step in checklist(facts, world.clock.now().timestamp())}


def test_a_crisis_as_it_happens_fills_its_own_checklist(world: DeskWorld) -> None:
    house, now = world.house, world.clock.now().timestamp()
    dana = house.database.write(lambda c: save_coach(c, house.vault, "Dana", DANA, Profile(("en",), on_call=True), now))
    world.text(MIGUEL, "i want to kill myself")
    wait_until(
        lambda: len(read(world)) == 1 and read(world)[0].alert_at is not None and read(world)[0].text_at is not None
    )
    assert marks(world, read(world)[0]) == {
        "text": "done", "opened": "done", "alert": "done", "taken": "later", "words": "later", "outcome": "later",
        "debrief": "later",
    }  # fmt: skip
    client = world.desk(dana, "dana@example.org")
    here = f"/console/desk/{read(world)[0].case_id}"
    press(client, "/console/desk", "/console/desk/take", case="next")
    press(client, here, f"{here}/step", do="say", body="Hello, Dana here. I am with you.")
    press(client, here, f"{here}/step", do="done", outcome="4", safe="yes")
    assert marks(world, read(world)[0])["debrief"] == "later"
    press(client, here, f"{here}/step", do="fine")
    wait_until(lambda: set(marks(world, read(world)[0]).values()) == {"done"})
    page = world.member().get("/console/desk/figures/crises").text
    assert "Nothing missing" in page
    assert "style=" not in page
    assert "kill" not in page
    assert world.audited()[-1][1] == "read_crisis_checklists"


def test_a_coach_who_answers_the_debrief_from_their_phone_has_answered(world: DeskWorld) -> None:
    dana = world.coach("Dana", DANA)
    now, line = world.clock.now().timestamp(), BusyLine(world.house, world.clock.now().timestamp())
    line.case(
        line.person(1), HOUR, 60.0, urgency="crisis", holder_id=dana, taken_at=now - HOUR + 30, outcome="crisis_handled"
    )  # fmt: skip
    assert read(world)[0].debrief_at is None
    own, vault = world.conversation(DANA), world.house.vault
    note = Note("debrief_answered", {"coach": dana, "wants_talk": False})
    world.house.database.write(lambda c: write_notes(c, vault, own, None, [note], now - 600))
    assert read(world)[0].debrief_at == now - 600


def test_what_was_left_out_is_shown(world: DeskWorld) -> None:
    """By hand: a case becomes urgent after 10 minutes, is taken, and closed without a word or an outcome."""
    now = world.clock.now().timestamp()
    line, dana, start = BusyLine(world.house, now), world.coach("Dana", DANA), now - 2 * DAY
    own, vault = line.person(1), world.house.vault
    line.case(
        own,
        2 * DAY,
        None,
        urgency="crisis",
        holder_id=dana,
        taken_at=start + 700,
        closed_at=start + 4000,
        outcome="done",
    )
    for kind, after in (("case_opened", 0), ("case_urgent", 600), ("case_taken", 700), ("case_closed", 4000)):
        world.house.database.write(
            lambda c, kind=kind, after=after: write_notes(c, vault, own, None, [Note(kind)], start + after)
        )
    line.text(own, 2 * DAY - 602, inbound=False, status="failed")
    now_open = (now - 3 * DAY, now)
    with world.house.database.read() as connection:
        (facts,) = crises(connection, now_open, now)
    assert (facts.urgent_at, facts.taken_at, facts.held_at) == (start + 600, start + 700, None)
    found = {step.name: (step.mark, step.after) for step in checklist(facts, now)}
    assert found == {
        "text": (Mark.MISSING, None), "opened": (Mark.DONE, 0.0), "alert": (Mark.MISSING, None),
        "taken": (Mark.DONE, 100.0), "words": (Mark.MISSING, None), "outcome": (Mark.MISSING, None),
        "debrief": (Mark.MISSING, None),
    }  # fmt: skip
    page = world.member().get("/console/desk/figures/crises?days=7&missing=yes").text
    assert "5 missing" in page
    assert "missing: it could not be delivered" in page
    assert "after 1 min 40 s" in page


def test_danger_while_a_coach_is_there_needs_no_alert(world: DeskWorld) -> None:
    now = world.clock.now().timestamp()
    line, dana, start = BusyLine(world.house, now), world.coach("Dana", DANA), now - HOUR
    own, vault = line.person(1), world.house.vault
    line.case(own, HOUR, 60.0, urgency="crisis", holder_id=dana, taken_at=start + 30, closed_at=None, state="held")
    for kind, after in (("case_taken", 30), ("case_urgent", 600)):
        world.house.database.write(
            lambda c, kind=kind, after=after: write_notes(c, vault, own, None, [Note(kind)], start + after)
        )
    (facts,) = read(world)
    assert facts.held_at == start + 30
    assert marks(world, facts)["alert"] == "spared"


def test_crises_come_page_by_page(world: DeskWorld) -> None:
    now = world.clock.now().timestamp()
    line = BusyLine(world.house, now)
    for number in range(23):
        line.case(line.person(number), HOUR + number * 60, urgency="crisis", code=f"C{number}")
    client = world.member()
    first = client.get("/console/desk/figures/crises?days=1").text
    assert first.count('class="card crisis"') == 20
    assert "C0</a>" in first
    older = first.partition("&after=")[2].partition('"')[0]
    rest = client.get(f"/console/desk/figures/crises?days=1&after={older}").text
    assert rest.count('class="card crisis"') == 3
    assert "C22</a>" in rest
    assert client.get("/console/desk/figures/crises?after=nonsense").status_code == 200
    assert "No urgent case" in client.get("/console/desk/figures/crises?month=2020-01").text


def test_what_lacks_a_step_is_found_behind_many_that_lack_none(world: DeskWorld) -> None:
    """The newest 105 cases lack nothing: their people left. Behind them 25 wait to be looked at, on two pages."""
    now = world.clock.now().timestamp()
    line = BusyLine(world.house, now)
    own = line.person(1)
    for number in range(130):
        left = {"state": "abandoned", "outcome": "opted_out"} if number < 105 else {}
        line.case(own, HOUR + number * 1000, None, urgency="crisis", **left)
        line.text(own, HOUR + number * 1000 - 2, inbound=False)
    world.house.database.write(lambda c: c.execute(message.update().values(sent_at=message.c.created_at + 1)))
    ana, path = world.member(), "/console/desk/figures/crises?days=7&missing=yes"
    first = ana.get(path).text
    assert first.count('class="card crisis"') == 20
    older = re.search(r'href="([^"]+after=[^"]+)"', first)
    assert older is not None
    second = ana.get(html.unescape(older[1])).text
    assert second.count('class="card crisis"') == 5
    assert "after=" not in second
