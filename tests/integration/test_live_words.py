"""What staff change in the texts goes out at once from every process, and never keeps a person from an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from bot.clock import SystemClock
from bot.message import Say
from bot.outcome import Speech
from bot.store.database import Database, make_engine
from bot.store.wording import add_edit, all_edits, settle_edit
from bot.wording.catalog import Catalog, load_catalog
from bot.wording.edits import State, in_use, newest, outdated, problems
from bot.wording.live import LiveWords
from bot.wording.speech import SpeechRenderer
from tests.unit.wording.samples import HOUSE, RESPONSES

THANKS, WELCOME = "utter_thanks", "utter_welcome"
SHIPPED = load_catalog(RESPONSES)


def write(database: Database, response: str, text: str | None, state: State = State.LIVE) -> int:
    shipped = SHIPPED.text(response, "en")
    return database.write(lambda c: add_edit(c, response, "en", text, shipped, state, "staff:1", 5.0))


def words_of(database: Database, shipped: Catalog = SHIPPED, look: float = 0.0) -> LiveWords:
    return LiveWords(database, SystemClock(), shipped, look)


def said(words: LiveWords, response: str = THANKS) -> str:
    return SpeechRenderer(words, HOUSE)(Speech(1, "assistant", (Say(response),)), None).body


def test_an_edit_goes_out_from_another_process_without_a_restart(database: Database) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    elsewhere = Database(make_engine(url))
    words = words_of(elsewhere)
    assert said(words) == SHIPPED.text(THANKS, "en")
    write(database, THANKS, "Any time.")
    assert said(words) == "Any time."
    write(database, THANKS, "Gladly.")
    assert said(words) == "Gladly."
    write(database, THANKS, None)
    assert said(words) == SHIPPED.text(THANKS, "en")
    elsewhere.close()


def test_a_safety_text_goes_out_when_somebody_else_has_read_it(database: Database) -> None:
    words, text = words_of(database), SHIPPED.text(WELCOME, "en").replace("Hi", "Hello")
    first = write(database, WELCOME, text, State.WAITS)
    assert said(words, WELCOME).startswith("Hi ")
    second = write(database, WELCOME, text, State.WAITS)
    assert not database.write(lambda c: settle_edit(c, first, State.LIVE, "staff:2", 6.0)), "a newer one took its place"
    assert database.write(lambda c: settle_edit(c, second, State.LIVE, "staff:2", 6.0))
    assert said(words, WELCOME).startswith("Hello ")


def test_nothing_is_asked_of_the_database_for_text_after_text(database: Database) -> None:
    asked: list[str] = []
    write(database, THANKS, "Any time.")
    words = words_of(database, look=3600.0)
    said(words)

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    assert {said(words) for _ in range(50)} == {"Any time."}
    assert asked == []
    words.refresh()
    assert len(asked) <= 2, "one small mark (and SQLite's BEGIN); no words while nothing changed"


def test_an_upgrade_beneath_an_edit_is_seen_and_a_gap_that_came_puts_it_out_of_use(database: Database) -> None:
    write(database, THANKS, "Any time.")
    with database.read() as connection:
        edit = newest(all_edits(connection))[THANKS, "en"]
    reworded = Catalog({**SHIPPED.texts, THANKS: {"en": "Glad to help.", "es": "De nada."}})
    assert outdated(edit, reworded)
    assert said(words_of(database, reworded)) == "Any time."
    with_gap = Catalog({**SHIPPED.texts, THANKS: {"en": "Glad to help, says {org}.", "es": "De nada, {org}."}})
    assert not in_use(edit, with_gap)
    assert [finding.grave for finding in problems(edit, with_gap)] == [True]
    assert said(words_of(database, with_gap)) == "Glad to help, says Warmline."
    assert not outdated(edit, SHIPPED)


def test_words_that_cannot_be_rendered_give_way_to_the_shipped_ones_everywhere(database: Database) -> None:
    write(database, THANKS, "Any time.")
    words = words_of(database)
    assert said(words) == "Any time."
    # No edit that can be saved does this; should one ever, the person still gets an answer.
    broken = {**words.catalog().texts, THANKS: {"en": None, "es": None}}
    words._current = replace(SHIPPED, texts=broken)  # type: ignore[arg-type]  # broken on purpose
    words._look_seconds = 3600.0
    assert said(words) == SHIPPED.text(THANKS, "en")
    with database.read() as connection:
        assert [edit.state for edit in all_edits(connection)] == [State.ASIDE]
    assert said(words_of(database)) == SHIPPED.text(THANKS, "en")


def test_while_the_database_cannot_be_read_the_words_stay(database: Database) -> None:
    write(database, THANKS, "Any time.")
    words = words_of(database)
    assert said(words) == "Any time."

    def refuse(*_: object) -> None:
        from sqlalchemy.exc import OperationalError

        raise OperationalError("SELECT", None, RuntimeError("gone"))

    event.listen(database.engine, "before_cursor_execute", refuse)
    assert said(words) == "Any time."
    event.remove(database.engine, "before_cursor_execute", refuse)


@pytest.mark.parametrize("text", ["Any time, {coach}.", "Any time {"])
def test_what_came_into_the_table_another_way_is_checked_again(database: Database, text: str) -> None:
    write(database, THANKS, text)
    assert said(words_of(database)) == SHIPPED.text(THANKS, "en")
