"""A misread text is rewritten, approved, and lands as a patch that git takes and as files that a training reads."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.app import House
from bot.outcome import Note
from bot.store.conversations import find_conversation
from bot.store.erasure import erase_conversation
from bot.store.examples import approved_examples
from bot.store.journal import write_notes
from bot.store.thread import read_thread
from bot.teaching.examples import patch_of, write_folder
from tests.integration.assistant_line import ROOT
from tests.integration.console_world import World, post
from tests.integration.engine import SettableClock

MIGUEL = "+15550100"
SAID = "im Tonya in Camden, they cut my lights, call 215-555-0134"
CALM = {"act": "seek", "needs": ["jobs"], "confidence": 0.9, "language": "en", "risk": "none", "about": "unknown"}
FORM = {"act": "seek", "need-housing": "yes", "risk": "none", "language": "en", "consent": "yes"}
GOOD = "the electric company shut me off"


def world_with(house: House, teaching: str) -> tuple[World, int]:
    """A line with one misread text; ``teaching`` is the setting."""
    clock = SettableClock()
    settings = house.settings.model_copy(update={"warmline_teaching": teaching})
    world = World(replace(house, clock=clock, settings=settings), clock)
    own, vault, now = world.text(MIGUEL, SAID), house.vault, clock.now().timestamp()
    with house.database.read() as connection:
        text = read_thread(connection, vault, own).texts[-1].id
    house.database.write(lambda c: write_notes(c, vault, own, None, [Note("understood", CALM)], now, text))
    return world, text


def approved(world: World) -> list[str]:
    with world.house.database.read() as connection:
        return [one.example.text for one in approved_examples(connection, world.house.vault)]


def test_with_the_policy_off_nothing_is_approved(house: House) -> None:
    world, text = world_with(house, "off")
    ana, page = world.member(), f"/console/teach/{text}"
    assert "Teaching is off" in ana.get(page).text
    assert post(ana, page, page, do="approve", words=GOOD, **FORM) == 422
    assert approved(world) == []


def test_the_draft_hides_who_it_was_and_what_is_left_is_refused(house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    draft = ana.get(page).text.partition("<textarea")[2].partition("</textarea>")[0]
    assert "215" not in draft
    assert "Camden" not in draft
    for words in ("call 215-555-0134", "write me@example.org", "my id is 123456", "im [name]", ""):
        assert post(ana, page, page, do="approve", words=words, **FORM) == 422
    without = {name: value for name, value in FORM.items() if name != "consent"}
    assert post(ana, page, page, do="approve", words=GOOD, **without) == 422
    assert approved(world) == []


def test_an_approved_text_becomes_a_patch_that_git_takes(house: House, tmp_path: Path) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    assert post(ana, page, page, do="approve", words=GOOD, **FORM) == 303
    assert GOOD in ana.get("/console/teach").text
    (tmp_path / "teaching.patch").write_text(ana.get("/console/teach.patch").text, "utf-8")
    checked = subprocess.run(["git", "apply", "--check", str(tmp_path / "teaching.patch")], cwd=ROOT, check=False)
    assert checked.returncode == 0
    actions = [action for _, action, _ in world.audited()]
    assert "teach_approve" in actions
    assert "export_examples" in actions


def test_an_approved_text_outlives_the_person_and_can_be_taken_out(house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    post(ana, page, page, do="approve", words=GOOD, **FORM)
    with house.database.read() as connection:
        own = find_conversation(connection, house.vault, MIGUEL)
    assert own is not None
    world.all_read()
    house.database.write(lambda connection: erase_conversation(connection, own, world.clock.now().timestamp()))
    assert approved(world) == [GOOD]
    number = ana.get("/console/teach").text.partition('name="example" value="')[2].partition('"')[0]
    assert post(ana, "/console/teach/approved", "/console/teach", example=number) == 303
    assert approved(world) == []


def test_trainings_read_the_approved_texts_from_the_data_directory(house: House, data_dir: Path) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    post(ana, page, page, do="approve", words=GOOD, **FORM)
    with house.database.read() as connection:
        own = [one.example for one in approved_examples(connection, house.vault)]
    assert write_folder(data_dir, own) == 1
    file = data_dir / "nlu" / "housing.yml"
    assert yaml.safe_load(file.read_text("utf-8"))["nlu"] == [{"intent": "seek/housing", "examples": f"- {GOOD}\n"}]
    assert file.stat().st_mode & 0o077 == 0
    assert write_folder(data_dir, []) == 0
    assert not file.exists()


def test_what_the_program_learned_meanwhile_is_not_learned_twice(tmp_path: Path, house: House) -> None:
    world, text = world_with(house, "on")
    ana, page = world.member(), f"/console/teach/{text}"
    post(ana, page, page, do="approve", words=GOOD, **FORM)
    with house.database.read() as connection:
        own = [one.example for one in approved_examples(connection, house.vault)]
    (tmp_path / "housing.yml").write_text(f"nlu:\n- intent: seek/housing\n  examples: |\n    - {GOOD}\n", "utf-8")
    assert patch_of(own, tmp_path) == ""
    assert write_folder(tmp_path / "var", own, tmp_path) == 0


def test_texts_of_somebody_who_stopped_are_not_used(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    world, text = world_with(house, "on")
    world.text(MIGUEL, "STOP")
    ana, page = world.member(), f"/console/teach/{text}"
    from bot.conversation import Person
    from bot.store.conversations import save_person

    own, vault, now = world.conversation(MIGUEL), house.vault, world.clock.now().timestamp()
    house.database.write(lambda c: save_person(c, vault, own, Person(opted_out=True), now))
    assert post(ana, page, page, do="approve", words=GOOD, **FORM) == 422
    assert approved(world) == []
