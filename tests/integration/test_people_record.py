"""Opt-outs, holds, settings, keywords, and the audit with its filters, file and check."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest

from bot.console import clicks
from bot.console.people.settings_words import GROUPS, SECRET
from bot.conversation import Block, Person
from bot.misuse.block import BlockWhy
from bot.outcome import Note
from bot.settings import Settings
from bot.store.blocks import save_block
from bot.store.conversations import save_person
from bot.store.holds import is_held
from bot.store.journal import write_notes
from bot.store.staff_tables import audit
from tests.conftest import KEY
from tests.integration.people_world import ANA, KIM, MIGUEL, PEOPLE, ROSA, PeopleWorld, fill
from tests.integration.people_world import world as world  # a fixture
from tests.integration.test_audit import unguarded


def opted_out(world: PeopleWorld, phone: str, by_carrier: bool) -> int:
    own, vault, now = world.text(phone, "STOP"), world.house.vault, world.clock.now().timestamp()
    noted = [Note("opted_out", {"by_carrier": by_carrier})]
    world.house.database.write(lambda c: save_person(c, vault, own, Person(opted_out=True), now))
    world.house.database.write(lambda c: write_notes(c, vault, own, None, noted, now))
    return own


def test_opt_outs_are_masked_and_nobody_of_staff_can_undo_them(world: PeopleWorld) -> None:
    opted_out(world, MIGUEL, by_carrier=False)
    opted_out(world, ROSA, by_carrier=True)
    page = world.member("staff", ANA).get(f"{PEOPLE}/opt-outs").text
    assert "Only the person can undo it" in page
    rows = re.findall(r"<tr>.*?</tr>", page.partition("<tbody>")[2], re.S)
    assert ["…01" in rows[0], "taken by the carrier" in rows[0]] == [True, True]
    assert ["…00" in rows[1], "By text to the line" in rows[1]] == [True, True]
    assert MIGUEL not in page
    assert page.count("<form") == 1  # signing out


def test_a_hold_is_put_on_by_phone_and_taken_off_by_administrators_only(world: PeopleWorld) -> None:
    kim, ana, talk = world.member("admin", KIM), world.member("staff", ANA), world.text(MIGUEL, "hello")
    page, who = f"{PEOPLE}/retention", f"staff:{world.id_of(KIM)}"

    def held() -> bool:
        with world.house.database.read() as connection:
            return is_held(connection, talk)

    assert "There is no conversation with this phone." in fill(kim, page, phone=ROSA, do="on").text
    assert "Put a hold on" not in ana.get(page).text
    assert "The hold is on" in fill(kim, page, phone=MIGUEL, reference="CV-2026-17", do="on").text
    assert held()
    assert "…00" in ana.get(page).text
    assert "The hold is off" in fill(kim, page, conversation=str(talk), do="off").text
    assert not held()
    subject = f"conversation:{talk}"
    assert world.audited_why("hold_on") == [(who, subject, "CV-2026-17")]
    assert world.audited_why("hold_off") == [(who, subject, None)]


def test_a_blocked_number_is_listed_with_reason_and_name_and_taken_back_from_there(
    world: PeopleWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clicks, "PATIENCE_SECONDS", 0.0)  # nobody works here: the click is posted and not waited for
    ana, talk, now = world.member("staff", ANA), world.text(MIGUEL, "buy now"), world.clock.now().timestamp()
    block = Block(BlockWhy.SPAM, f"staff:{world.id_of(ANA)}", now)
    assert "No number is blocked" in ana.get("/console/blocked").text
    world.house.database.write(lambda c: save_block(c, talk, block))
    page = ana.get("/console/blocked").text
    for words in ("…00", "Spam or a machine", ANA):
        assert words in page
    answer = fill(ana, f"/console/conversations/{talk}/block", "/console/blocked", why="", back="/console/blocked")
    assert "Blocked numbers" in answer.text
    assert world.audited_why("unblock") == [(f"staff:{world.id_of(ANA)}", f"conversation:{talk}", None)]


def test_settings_are_all_shown_and_no_secret_is(world: PeopleWorld) -> None:
    page = world.member("staff", ANA).get("/console/settings").text
    assert all(f"<code>{name.upper()}</code>" in page for name in Settings.model_fields)
    assert KEY not in page
    assert str(world.house.settings.warmline_database_url or "no address") not in page
    listed = [name for _, group in GROUPS for name, _ in group]
    assert sorted(listed) == sorted(Settings.model_fields)
    hidden = {name for name in Settings.model_fields if re.search("token|secret|_url$|sid$|password", name)}
    assert hidden - SECRET == {"rasa_url", "twilio_api_url", "twilio_messaging_service_sid", "warmline_public_url"}


def test_keywords_are_those_that_the_line_obeys(world: PeopleWorld) -> None:
    page = world.member("staff", ANA).get("/console/keywords").text
    for word in ("STOP", "ALTO", "UNSTOP", "AYUDA", "PRIVACIDAD", "BORRAR", "NO LLAMAR", "NOT SAFE"):
        assert f">{word}</code>" in page


def test_the_audit_is_filtered_by_who_what_when_and_which_conversation(world: PeopleWorld) -> None:
    kim, ana = world.member("admin", KIM), world.member("staff", ANA)
    talk = world.text(MIGUEL, "words of the person")
    ana.get(f"/console/conversations/{talk}")
    ana.get("/console/conversations")

    def shown(query: str) -> list[str]:
        page = html.unescape(kim.get(f"/console/audit?{query}").text)
        cells = re.findall(r'<td data-name="What">(.*?)</td>', page)
        return [cell.strip() for cell in cells]

    actor = f"staff:{world.id_of(ANA)}"
    assert shown(f"actor={actor}&action=read") == ["Read"]
    assert shown(f"about=conversation&number={talk}") == ["Read"]
    assert shown(f"about=conversation&number={talk + 1}") == []
    assert shown(f"actor={actor}&about=case&number={talk}") == []
    assert shown("to=2001-01-01") == []
    assert shown("from=2001-01-01&action=list_conversations") == ["List conversations"]
    assert "List conversations" in shown("before=junk&from=junk&about=junk")
    assert ANA in kim.get(f"/console/audit?actor={actor}").text


def test_the_audit_is_read_page_by_page_to_its_first_row(world: PeopleWorld) -> None:
    kim = world.member("admin", KIM)
    for _ in range(60):
        kim.get("/console/audit")
    pages, address = 0, "/console/audit"
    seen: list[str] = []
    while address:
        page = html.unescape(kim.get(address).text)
        seen += re.findall(r'<tr id="row-(\d+)">', page)
        older = re.search(r'href="(/console/audit\?[^"]*before=\d+)">Older', page)
        address, pages = (older[1] if older else ""), pages + 1
    assert pages == 2
    numbers = [int(number) for number in seen]
    assert numbers == list(range(numbers[0], 0, -1))


def test_the_file_of_the_audit_holds_the_filtered_rows_and_is_noted(world: PeopleWorld) -> None:
    kim = world.member("admin", KIM)
    kim.get("/console/settings")
    answer = kim.get("/console/audit.csv?action=read_settings")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[0] == ["row", "time", "who", "who_address", "what", "about", "why"]
    assert [row[2:5] for row in rows[1:]] == [[f"staff:{world.id_of(KIM)}", KIM, "read_settings"]]
    assert world.audited()[-1][1] == "export_audit"


def test_the_check_says_whether_the_audit_is_whole(world: PeopleWorld) -> None:
    kim = world.member("admin", KIM)
    answer = fill(kim, "/console/audit/verify", "/console/audit")
    assert "The audit is whole: all" in answer.text

    change = audit.update().where(audit.c.id == 2).values(actor="staff:9")
    unguarded(world.house.database, lambda connection: connection.execute(change))
    answer = fill(kim, "/console/audit/verify", "/console/audit")
    assert "Row 2 of the audit was changed." in answer.text
    assert 'role="alert"' in answer.text
    assert world.audited()[-1][1] == "verify_audit:broken"
