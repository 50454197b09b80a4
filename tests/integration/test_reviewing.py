"""Reviewers say of single texts whether they were understood, tag, remark, and ask each other to look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import House
from bot.message import Risk, RiskKind
from bot.outcome import Note
from bot.store.conversations import find_conversation
from bot.store.database import Database
from bot.store.erasure import erase_conversation
from bot.store.journal import write_notes
from bot.store.judgements import judgements_of, queue, queue_counts
from bot.store.remarks import remarks_of
from bot.store.thread import read_thread
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

MIGUEL, ROSA, LEO = "+15550100", "+15550101", "+15550103"
CALM = {"act": "seek", "needs": ["jobs"], "confidence": 0.9, "language": "en", "risk": "none", "about": "unknown"}


@pytest.fixture
def world(house: House) -> World:
    clock = SettableClock()
    return World(replace(house, clock=clock), clock)


def texted(world: World, phone: str, body: str, *kinds: str, **other: object) -> int:
    """``phone`` texts, the line notes what it made of it; the id of the text."""
    own, vault, now = world.text(phone, body), world.house.vault, world.clock.now().timestamp()
    with world.house.database.read() as connection:
        text = read_thread(connection, vault, own).texts[-1].id
    notes = [Note("understood", {**CALM, **other}), *(Note(kind) for kind in kinds)]
    world.house.database.write(lambda c: write_notes(c, vault, own, None, notes, now, text))
    return text


def waiting(world: World) -> list[tuple[int, int]]:
    with world.house.database.read() as connection:
        return [(one.urgency, one.message_id) for one in queue(connection, world.house.vault)]


def test_missed_dangers_wait_first_then_corrections_then_what_was_unsure(world: World) -> None:
    unsure = texted(world, LEO, "hmm the thing", "unsure")
    misread = texted(world, MIGUEL, "they cut my lights")
    missed = texted(world, ROSA, "i said my goodbyes")
    ana = world.member()
    wrong = {"word": "wrong", "act": "seek", "need-housing": "yes", "risk": "none"}
    assert post(ana, f"/console/texts/{misread}/judge", f"/console/texts/{misread}", **wrong) == 303
    danger = {"word": "wrong", "act": "other", "risk": "crisis", "kind": "suicide", "about": "self"}
    assert post(ana, f"/console/texts/{missed}/judge", f"/console/texts/{missed}", **danger) == 303
    assert waiting(world) == [(0, missed), (2, misread), (3, unsure)]
    with world.house.database.read() as connection:
        assert queue_counts(connection) == (2, 1)
        own = find_conversation(connection, world.house.vault, ROSA)
        assert own is not None
        said = judgements_of(connection, world.house.vault, own)[missed].should
    assert said is not None
    assert (said.act, said.risk, said.kind) == ("crisis", Risk.CRISIS, RiskKind.SUICIDE)
    actions = [(action, subject) for _, action, subject in world.audited()]
    assert ("text_wrong", f"text:{missed}") in actions
    assert ("read_text", f"text:{missed}") in actions


def test_right_is_one_click_and_can_be_taken_back(world: World) -> None:
    text = texted(world, LEO, "hmm the thing", "unsure")
    ana, page = world.member(), f"/console/texts/{text}"
    talk = f"/console/conversations/{world.conversation(LEO)}"
    assert post(ana, f"{page}/judge", talk, word="right", back="conversation") == 303
    assert waiting(world) == []
    assert "Understood rightly" in ana.get(talk).text
    assert post(ana, f"{page}/judge", page, word="undo") == 303
    assert waiting(world) == [(3, text)]


def test_a_correction_that_cannot_be_is_told_what_is_missing(world: World) -> None:
    text = texted(world, LEO, "i feel like nothing")
    ana, page = world.member(), f"/console/texts/{text}"
    token = {"word": "wrong", "act": "other", "risk": "crisis", "kind": ""}
    assert post(ana, f"{page}/judge", page, **token) == 422
    assert post(ana, f"{page}/judge", page, word="wrong", act="seek", risk="none") == 422
    assert waiting(world) == []


def test_a_colleague_who_is_named_finds_it_in_their_inbox_and_is_done_with_it(world: World) -> None:
    text = texted(world, MIGUEL, "they cut my lights")
    ana, kim = world.member(), world.member("admin", "kim@example.org")
    page, talk = f"/console/texts/{text}", f"/console/conversations/{world.conversation(MIGUEL)}"
    kims = next(one for one in ("1", "2") if f'<option value="{one}">kim' in ana.get(page).text)
    sent = {"body": "Please look at this one.", "mention": kims, "text": str(text), "follow_up": "2199-01-01"}
    assert post(ana, f"{talk}/remarks", page, **sent) == 303
    assert "Please look at this one." in kim.get("/console/inbox").text
    assert "not yet" in ana.get("/console/inbox").text  # her own day to look again has not come
    errand = kim.get("/console/inbox").text.split('name="errand" value="')[1].split('"')[0]
    assert post(ana, "/console/inbox", errand=errand) == 303  # not hers: nothing happens
    assert "Please look" in kim.get("/console/inbox").text
    assert post(kim, "/console/inbox", errand=errand) == 303
    assert "Nothing waits for you" in kim.get("/console/inbox").text
    assert ("staff:1", f"mention:staff:{kims}", "remark:1") in world.audited()


def test_tags_are_kept_found_and_lie_blind(world: World) -> None:
    texted(world, MIGUEL, "they cut my lights")
    texted(world, ROSA, "need food")
    ana, talk = world.member(), f"/console/conversations/{world.conversation(MIGUEL)}"
    assert post(ana, f"{talk}/tags", talk, **{"mark-tone": "yes", "mark-nonsense": "yes"}) == 303
    assert 'name="mark-tone" value="yes" checked' in ana.get(talk).text
    found = ana.get("/console/conversations?mark=tone").text
    assert talk in found
    assert f"/console/conversations/{world.conversation(ROSA)}" not in found
    assert post(ana, f"{talk}/tags", talk) == 303
    assert "checked" not in ana.get(talk).text


def test_what_reviewers_wrote_goes_with_the_person(world: World) -> None:
    text = texted(world, MIGUEL, "they cut my lights")
    own, database = world.conversation(MIGUEL), world.house.database
    ana, page = world.member(), f"/console/texts/{text}"
    post(ana, f"{page}/judge", page, word="wrong", act="seek", risk="none", **{"need-housing": "yes"})
    post(ana, f"/console/conversations/{own}/remarks", page, body="a remark", text=str(text))
    world.all_read()
    now = world.clock.now().timestamp()
    database.write(lambda connection: erase_conversation(connection, own, now))
    assert _left(database, world) == ({}, [])
    assert ana.get(page).status_code == 404


def _left(database: Database, world: World) -> tuple[dict[int, object], list[object]]:
    own = world.conversation(MIGUEL)
    with database.read() as connection:
        judged = judgements_of(connection, world.house.vault, own)
        return dict(judged), list(remarks_of(connection, world.house.vault, own))
