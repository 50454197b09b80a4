"""Ana changes the words in the console; Kim reads those that two must read."""

from __future__ import annotations

import html
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient
from typer.testing import CliRunner

from bot.app import House
from bot.cli.main import app
from bot.store.wording import add_edit, edits_of, lock_words
from bot.wording.canned import load_canned
from bot.wording.catalog import load_catalog
from bot.wording.edits import State
from tests.conftest import KEY
from tests.integration.console_world import TOKEN, World, post, send
from tests.integration.engine import SettableClock
from tests.integration.side_by_side import beside
from tests.unit.wording.samples import CANNED, RESPONSES

THANKS, WELCOME = "/console/words/utter_thanks", "/console/words/utter_welcome"


@pytest.fixture
def world(house: House) -> World:
    return World(house, SettableClock())


def save(client: TestClient, page: str, text: str, language: str = "en", base: str = "") -> int:
    return post(client, page, do="save", language=language, text=text, base=base or base_on(client, page, language))


def base_on(client: TestClient, page: str, language: str = "en") -> str:
    """What ``page`` says it was made of; all its forms of one language say the same."""
    forms = rf'name="language" value="{language}">\s*<input type="hidden" name="base" value="(\d+)"'
    found = set(re.findall(forms, client.get(page).text))
    assert len(found) < 2
    return found.pop() if found else "0"


def states(world: World, response: str) -> list[State]:
    with world.house.database.read() as connection:
        return [edit.state for edit in edits_of(connection, response)]


def goes_out(world: World, name: str, language: str = "en") -> str:
    return world.line.words.catalog().text(name, language)


def test_ana_changes_a_text_and_goes_back(world: World) -> None:
    ana, shipped = world.member("staff"), goes_out(world, "utter_thanks")
    assert save(ana, THANKS, "Any time.") == 303
    assert goes_out(world, "utter_thanks") == "Any time."
    assert save(ana, THANKS, "Gladly.") == 303
    page = ana.get(THANKS).text
    assert "ana@example.org" in page
    assert "Use this again" in page
    old = re.search(r'name="edit" value="(\d+)"', page)
    assert old is not None
    assert post(ana, THANKS, do="old", language="en", edit=old[1], base=base_on(ana, THANKS)) == 303
    assert goes_out(world, "utter_thanks") == "Any time."
    assert post(ana, THANKS, do="shipped", language="en", base=base_on(ana, THANKS)) == 303
    assert goes_out(world, "utter_thanks") == shipped
    done = [(action, subject) for _, action, subject in world.audited() if action.endswith("_words")]
    assert ("change_words", "words:en:utter_thanks") in done
    assert ("undo_words", "words:en:utter_thanks") in done


def test_a_text_that_breaks_a_rule_is_not_saved_and_not_lost(world: World) -> None:
    ana, shipped = world.member("staff"), goes_out(world, "utter_thanks")
    ana.get(THANKS)
    token = re.search(r'name="form_token" value="([^"]+)"', ana.get(THANKS).text)
    assert token is not None
    fields = {
        "form_token": token[1],
        "do": "save",
        "language": "en",
        "text": "This is confidential, {name}",
        "base": "0",
    }
    answer = ana.post(THANKS, data=fields)
    assert answer.status_code == 422
    assert "This is confidential, {name}" in answer.text
    assert "Must be mended:" in answer.text
    assert goes_out(world, "utter_thanks") == shipped


def test_two_who_write_at_once_do_not_overwrite_each_other(world: World) -> None:
    ana, ben = world.member("staff"), world.member("staff", "ben@example.org")
    assert save(ana, THANKS, "Any time.") == 303
    assert save(ben, THANKS, "Gladly.", base="0") == 409
    assert goes_out(world, "utter_thanks") == "Any time."


def test_a_text_that_waits_is_not_thrown_away_by_somebody_who_did_not_see_it(world: World) -> None:
    kim, lee = world.member("admin", "kim@example.org"), world.member("admin", "lee@example.org")
    shipped = goes_out(world, "utter_welcome")
    kims, lees = shipped.replace("Hi", "Hello"), shipped.replace("Hi", "Hey")
    seen = base_on(lee, WELCOME)
    assert save(kim, WELCOME, kims, base=seen) == 303
    late = send(lee, WELCOME, do="save", language="en", text=lees, base=seen)
    assert late.status_code == 409
    assert "kim@example.org wrote" in late.text
    assert lees in html.unescape(late.text), "his words are still in the box"
    assert post(lee, WELCOME, do="shipped", language="en", base=seen) == 409
    assert states(world, "utter_welcome") == [State.WAITS]
    assert save(lee, WELCOME, lees) == 303, "he saw hers by now"
    assert states(world, "utter_welcome") == [State.DROPPED, State.WAITS]


def test_going_back_does_not_go_over_words_that_were_not_seen(world: World) -> None:
    ana, ben = world.member("staff"), world.member("staff", "ben@example.org")
    for text in ("Any time.", "Gladly."):
        assert save(ana, THANKS, text) == 303
    old = re.search(r'name="edit" value="(\d+)"', ana.get(THANKS).text)
    assert old is not None
    seen = base_on(ana, THANKS)
    assert save(ben, THANKS, "With pleasure.") == 303
    late = send(ana, THANKS, do="shipped", language="en", base=seen)
    assert (late.status_code, "Nothing was changed: somebody changed this text" in late.text) == (409, True)
    assert post(ana, THANKS, do="old", language="en", edit=old[1], base=seen) == 409
    assert post(ana, THANKS, do="shipped", language="en") == 409, "a form that does not say what it showed"
    assert goes_out(world, "utter_thanks") == "With pleasure."


def test_mending_words_and_looking_at_them_does_not_hide_what_came_meanwhile(world: World) -> None:
    ana, ben = world.member("staff"), world.member("staff", "ben@example.org")
    seen = base_on(ana, THANKS)
    assert save(ben, THANKS, "With pleasure.") == 303
    assert save(ana, THANKS, "This is confidential, {name}", base=seen) == 409
    looked = send(ana, f"{THANKS}/look", THANKS, language="en", text="Any time.", base=seen)
    assert "Somebody changed this text meanwhile" in looked.text


def test_two_who_save_in_one_moment_do_not_overwrite_each_other(on_postgres: House) -> None:
    house = on_postgres
    world = World(house, SettableClock())
    ana = world.member("staff")
    token = TOKEN.search(ana.get(THANKS).text)
    assert token is not None
    fields = {"form_token": token[1], "do": "save", "language": "en", "text": "Any time.", "base": "0"}

    def bens(connection: Connection) -> None:
        lock_words(connection)
        add_edit(connection, "utter_thanks", "en", "Gladly.", "-", State.LIVE, "staff:2", 5.0)

    assert beside(house, bens, lambda: ana.post(THANKS, data=fields)).result(60).status_code == 409
    assert goes_out(world, "utter_thanks") == "Gladly."


def test_a_safety_text_needs_an_admin_and_a_second_pair_of_eyes(world: World) -> None:
    ana, kim = world.member("staff"), world.member("admin", "kim@example.org")
    shipped = goes_out(world, "utter_welcome")
    hello = shipped.replace("Hi", "Hello")
    assert post(ana, WELCOME, "/console/words", do="save", language="en", text=hello, base="0") == 403
    assert save(kim, WELCOME, hello) == 303
    assert goes_out(world, "utter_welcome") == shipped
    waits = re.search(r'name="edit" value="(\d+)"', ana.get(WELCOME).text)
    assert waits is not None
    assert "I read it. Let it go out" not in kim.get(WELCOME).text
    assert post(kim, WELCOME, do="agree", edit=waits[1]) == 403
    assert post(ana, THANKS, WELCOME, do="agree", edit=waits[1]) == 404, "it is no edit of that text"
    assert post(ana, WELCOME, do="agree", edit=waits[1]) == 303
    assert goes_out(world, "utter_welcome") == hello
    assert post(ana, WELCOME, do="agree", edit=waits[1]) == 404
    assert post(kim, WELCOME, do="shipped", language="en", base=base_on(kim, WELCOME)) == 303
    assert goes_out(world, "utter_welcome") == shipped


def test_what_is_not_wanted_does_not_go_out(world: World) -> None:
    ana, kim = world.member("staff"), world.member("admin", "kim@example.org")
    shipped = goes_out(world, "utter_welcome")
    save(kim, WELCOME, shipped.replace("Hi", "Hello"))
    waits = re.search(r'name="edit" value="(\d+)"', ana.get(WELCOME).text)
    assert waits is not None
    assert "Waits for a second reader" in ana.get("/console/words?view=look").text
    assert post(ana, WELCOME, do="refuse", edit=waits[1]) == 303
    assert goes_out(world, "utter_welcome") == shipped
    assert "Nothing needs a look" in ana.get("/console/words?view=look").text


def test_staff_see_that_the_shipped_text_changed_beneath_theirs(world: World) -> None:
    world.house.database.write(
        lambda c: add_edit(c, "utter_thanks", "en", "Any time.", "What we shipped once.", State.LIVE, "staff:1", 5.0)
    )
    ana = world.member("staff")
    assert "Shipped text changed" in ana.get("/console/words?view=look").text
    assert "What we shipped once." in ana.get(THANKS).text
    assert "1 text of ours needs a look" in ana.get("/console").text
    assert save(ana, THANKS, "Any time.") == 303
    assert "The shipped text changed since we wrote ours" not in ana.get(THANKS).text


def test_words_set_aside_are_on_the_home_page(world: World) -> None:
    ana = world.member("staff")
    save(ana, THANKS, "Any time.")
    world.line.words.give_up({"utter_thanks"})
    assert goes_out(world, "utter_thanks") != "Any time."
    assert "1 text of ours needs a look" in ana.get("/console").text
    assert "Our words are not in use" in ana.get(THANKS).text


def test_a_text_is_found_by_its_words(world: World) -> None:
    ana = world.member("staff")
    page = ana.get("/console/words?q=De+nada").text
    assert "utter_thanks" in page
    assert "utter_welcome_unsafe" not in page
    assert "No text has these words" in ana.get("/console/words?q=zebra").text


def test_the_download_is_what_a_developer_commits(world: World, tmp_path: Path) -> None:
    ana, kim = world.member("staff"), world.member("admin", "kim@example.org")
    long = "Thank you for telling me. " * 6 + "It is 'good' to: hear #that from you."
    save(kim, THANKS, long)
    save(ana, "/console/words/utter_need_jobs", 'work "near" you', "es")
    file = ana.get("/console/words.zip")
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        archive.extractall(tmp_path)
    assert sorted(path.name for path in (tmp_path / "responses").iterdir()) == ["small_talk.yml", "words.yml"]
    for path in RESPONSES.glob("*.yml"):
        written = tmp_path / "responses" / path.name
        if not written.exists():
            written.write_text(path.read_text("utf-8"), "utf-8")
    again, shipped = load_catalog(tmp_path / "responses"), load_catalog(RESPONSES)
    assert again.text("utter_thanks", "en") == long
    assert again.text("utter_need_jobs", "es") == 'work "near" you'
    same = {(n, each) for n in shipped.names for each in ("en", "es") if again.text(n, each) == shipped.text(n, each)}
    assert len(same) == 2 * len(shipped.names) - 2
    before = (RESPONSES / "small_talk.yml").read_text("utf-8").splitlines()
    after = (tmp_path / "responses/small_talk.yml").read_text("utf-8").splitlines()
    assert [line for line in before if line.startswith(("#", "version", "  utter"))] == [
        line for line in after if line.startswith(("#", "version", "  utter"))
    ]


def test_ready_words_of_coaches_are_changed_like_all_others(world: World, tmp_path: Path) -> None:
    ana, new = world.member("staff"), "I hear how hard that is. Do you want to tell me more?"
    assert "That sounds hard" in ana.get("/console/words?topic=ready_replies").text
    assert save(ana, "/console/words/ready_hard", new) == 303
    offered = load_canned(CANNED).as_in(world.line.words.catalog()).replies_in("en", {})
    assert ("That sounds hard", new) in [reply for _, group in offered for reply in group]
    step, words = "/console/words/script_stay", ana.get("/console/words/script_stay").text
    assert "a second person reads it before it goes out" in words
    assert post(ana, step, "/console/words", do="save", language="en", text="I am here.", base="0") == 403
    kim = world.member("admin", "kim@example.org")
    assert save(kim, step, "I am here with you.", "en") == 303
    waits = re.search(r'name="edit" value="(\d+)"', ana.get(step).text)
    assert waits is not None
    assert post(ana, step, do="agree", edit=waits[1]) == 303
    shutil.copytree(CANNED, tmp_path / "canned")
    with zipfile.ZipFile(io.BytesIO(ana.get("/console/words.zip").content)) as archive:
        archive.extractall(tmp_path)
    again, shipped = load_canned(tmp_path / "canned").words(), load_canned(CANNED).words()
    changed = {
        (name, language): text
        for topic, texts in again.items()
        for name, both in texts.items()
        for language, text in both.items()
        if text != shipped[topic][name][language]
    }
    assert changed == {("ready_hard", "en"): new, ("script_stay", "en"): "I am here with you."}


def test_words_go_out_to_files_and_come_back_by_command(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = world.house
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(house.settings.warmline_data_dir))
    monkeypatch.setenv("WARMLINE_DATABASE_URL", house.database.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)
    folder = tmp_path / "responses"
    shutil.copytree(RESPONSES, folder)
    assert save(world.member("staff"), THANKS, "Any time.") == 303
    told = CliRunner().invoke(app, ["words", "export", "--to", str(folder)])
    assert (told.exit_code, "small_talk.yml" in told.stdout) == (0, True)
    assert load_catalog(folder).text("utter_thanks", "en") == "Any time."
    house.database.write(lambda c: add_edit(c, "utter_thanks", "en", None, "-", State.LIVE, "staff:1", 5.0))
    welcome = folder / "welcome.yml"
    welcome.write_text(welcome.read_text("utf-8").replace("Hi from", "Hello from"), "utf-8")
    told = CliRunner().invoke(app, ["words", "import", str(folder)])
    assert "Took 2 texts; 1 of them wait" in told.stdout
    world.line.words.refresh()
    assert goes_out(world, "utter_thanks") == "Any time."
    assert goes_out(world, "utter_welcome").startswith("Hi from")
    welcome.write_text(welcome.read_text("utf-8").replace("911 or 988", "somebody"), "utf-8")
    told = CliRunner().invoke(app, ["words", "import", str(folder)])
    assert told.exit_code == 1
    assert "Nothing was taken" in told.stderr
