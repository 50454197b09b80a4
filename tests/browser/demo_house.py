"""A house with something on every page of the console: people, cases, places, corrections, trainings, holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, select

from bot.conversation import Block, CaseState, Person
from bot.demo.stories import STORIES
from bot.desk.schedule import Shift
from bot.directory_source.load import import_path
from bot.misuse.block import BlockWhy
from bot.outcome import Note, Offer
from bot.store.blocks import save_block
from bot.store.cases import cases_of, save_case
from bot.store.conversations import save_person
from bot.store.demo import add_demo_coach, add_demo_person
from bot.store.directory_tables import directory_place
from bot.store.directory_use import record_offers
from bot.store.examples import add_example, begin_training, end_training
from bot.store.holds import set_hold
from bot.store.journal import write_notes
from bot.store.judgements import save_judgement
from bot.store.place_standing import PERSON, report_place
from bot.store.remarks import MENTION, Ask, add_remark
from bot.store.reviews import save_view, set_marks
from bot.store.schedules import add_days_off, set_week
from bot.store.staff import invite, staff_by_email
from bot.store.thread import read_thread
from bot.teaching.correction import Correction
from bot.teaching.examples import Example
from tests.browser.conftest import Town
from tests.integration.busy_line import BusyLine
from tests.integration.directory_world import ROW, fill_map, write_csv
from tests.integration.test_model_in_use import archive

FIRST_PHONE, BEN = 120, "+15550151"
UNDERSTOOD = {
    "act": "seek", "needs": ["jobs"], "zip": "19104", "confidence": 0.42, "language": "en", "risk": "none",
    "risk_kind": None, "about": "unknown", "rules": [], "desk": False,
}  # fmt: skip
OLD = {"verified_on": "2024-03-01"}
PLACES = (
    ROW,
    ROW | OLD | {"organization": "Southside Pantry", "service": "Food pantry", "needs": "food"},
    ROW | OLD | {"organization": "Harbor Shelter", "service": "Beds, open all night", "needs": "housing"},
)
FIGURES = {"blind": {"needs": {"micro_f1": {"all": 0.94}}, "acts": {"right": {"all": 0.93}}}}


def fill_house(town: Town, folder: Path, reader: str) -> dict[str, str]:
    """Fill the house for ``reader`` (an e-mail address of staff); the ids that ``route_table.py`` speaks of."""
    dana = town.house.database.write(lambda c: add_demo_coach(c, town.house.vault, town.now()))
    assert dana is not None
    ben = town.coach("Ben", BEN)
    ids = {"none": "987654", "nowhere": str(uuid4()), "word": "utter_welcome", "ben": str(ben)}
    ids |= _people(town, dana, ben) | _places(town, folder)
    BusyLine(town.house, town.now()).week(10)
    town.house.database.write(lambda c: ids.update(_kept(c, town, ids, dana, reader)))
    _models(town.house.settings.warmline_data_dir / "models")
    return ids


def _people(town: Town, dana: int, ben: int) -> dict[str, str]:
    """The invented people of the demo; four of them have the cases of the table."""
    database, vault, now = town.house.database, town.house.vault, town.now()
    wanted = {3: ("own", dana), 6: ("waiting", None), 2: ("other", ben), 4: ("ended", dana)}
    found = {}
    for number, story in enumerate(STORIES):
        phone = f"+15550{FIRST_PHONE + number}"
        at = now - 3_600 * (number + 1)
        database.write(lambda c, phone=phone, story=story, at=at: add_demo_person(c, vault, phone, story, at, dana))
        if number not in wanted:
            continue
        (name, holder), talk = wanted[number], town.conversation(phone)
        with database.read() as connection:
            case, texts = cases_of(connection, vault, talk)[-1], read_thread(connection, vault, talk).texts
        if name in ("own", "other"):
            held = replace(case, state=CaseState.HELD, holder_id=holder, closed_at=None, outcome=None, on_web=True)
            database.write(lambda c, talk=talk, held=held: save_case(c, vault, talk, held))
        found |= {name: str(case.id), f"{name}_talk": str(talk), f"{name}_text": str(texts[0].id)}
    return found


def _places(town: Town, folder: Path) -> dict[str, str]:
    """Three places; one was reported, two are stale, and something was looked for in vain."""
    database, now = town.house.database, town.now()
    fill_map(database)
    import_path(database, write_csv(folder / "county.csv", *PLACES), "county")
    with database.read() as connection:
        first = connection.execute(select(directory_place.c.id).order_by(directory_place.c.name)).scalars().first()
    assert first is not None
    offers = [Offer("legal", "none", "", (), "19104")] * 7 + [Offer("housing", "wide", "", (first,), "45750")] * 4
    database.write(lambda c: (report_place(c, first, "dead", PERSON, now), record_offers(c, offers, now)))
    return {"place": str(first)}


def _kept(connection: Connection, town: Town, ids: dict[str, str], coach: int, reader: str) -> dict[str, str]:
    """What staff did: corrections, remarks, views, holds, blocks, holidays, trainings. Returns Ana's id."""
    vault, now = town.house.vault, town.now()
    invite(connection, vault, "ana@example.org", "staff", now)
    ana, kim = (staff_by_email(connection, vault, email) for email in ("ana@example.org", reader))
    assert ana is not None
    assert kim is not None
    talk, text, other = int(ids["own_talk"]), int(ids["own_text"]), int(ids["other_talk"])
    write_notes(connection, vault, talk, None, [Note("understood", UNDERSTOOD)], now, text)
    should = Correction("relapse", ("housing",))
    save_judgement(connection, vault, text, talk, ana.id, should, 2, now)
    add_remark(connection, vault, talk, text, ana.id, "Please look: is that housing?", [Ask(kim.id, MENTION, now)], now)
    set_marks(connection, vault, talk, ("good_example",), now)
    save_view(connection, vault, kim.id, "Housing, not happy", {"need": "housing", "ended": "unhappy"})
    approved = Example("they cut my lights", "seek/housing", "en", "housing.yml")
    add_example(connection, vault, approved, ana.id, now)
    end_training(connection, begin_training(connection, kim.id, 1, now - 900), "not_loaded", now - 600)
    set_week(connection, coach, [Shift(day, 9 * 60, 17 * 60) for day in range(5)], "America/New_York")
    add_days_off(connection, None, [date(2099, 12, 25)], "Christmas")
    set_hold(connection, talk, now, now)
    save_block(connection, other, Block(BlockWhy.SPAM, f"staff:{ana.id}", now))
    _opted_out(connection, town, int(ids["ended_talk"]))
    return {"ana": str(ana.id)}


def _opted_out(connection: Connection, town: Town, talk: int) -> None:
    vault, now = town.house.vault, town.now()
    save_person(connection, vault, talk, Person(opted_out=True), now)
    write_notes(connection, vault, talk, None, [Note("opted_out", {"by_carrier": False})], now)


def _models(models: Path) -> None:
    """The figures of a model in use and of the one before it, as a training leaves them."""
    models.mkdir()
    better: dict[str, Any] = {"blind": {"needs": {"micro_f1": {"all": 0.96}}, "acts": {"right": {"all": 0.91}}}}
    for name, figures in (("assistant", better), ("previous", FIGURES)):
        (models / f"{name}.report.json").write_text(json.dumps(figures), "utf-8")
        (models / f"{name}.json").write_text(json.dumps({"made_of": name}), "utf-8")
        archive(models / f"{name}.tar.gz", name)
