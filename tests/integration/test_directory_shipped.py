"""The data that ships with Warmline: the national lines and the fictional sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.directory.reply import render_lists
from bot.directory_source.load import DATA, load_national, load_sample, remove_sample
from bot.message import NEEDS
from bot.store.database import Database
from bot.store.directory import SqlDirectory
from bot.store.directory_export import count_directory
from tests.integration.directory_world import StoppedClock, directory_file, fill_map, offered

SAMPLE_ZIPS = ("19104", "45750", "87501")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Database]:
    """Both loaded; these tests only read."""
    for database in directory_file(migrated_sqlite, tmp_path_factory.mktemp("shipped") / "directory.db"):
        load_national(database)
        load_sample(database)
        yield database


@pytest.fixture(scope="module")
def directory(shipped: Database) -> SqlDirectory:
    return SqlDirectory(shipped, StoppedClock())


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("zip_code", SAMPLE_ZIPS)
def test_every_need_is_answered_nearby(directory: SqlDirectory, zip_code: str, need: str) -> None:
    (found,) = directory.find([need], zip_code, "en", [], 4).lists
    assert found.scope == "near"
    assert 2 <= len(found.places) <= 4
    assert all(place.phone for place in found.places)


@pytest.mark.parametrize("zip_code", SAMPLE_ZIPS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_two_needs_fit_into_three_segments(directory: SqlDirectory, zip_code: str, language: str) -> None:
    lists = directory.find(["treatment", "housing"], zip_code, language, [], 3).as_values()["lists"]
    text = render_lists(lists, language, 3 * 153)
    assert len(text.splitlines()) >= 4
    for place in (lists[0]["places"][0], lists[1]["places"][0]):
        assert place["phone"] in text


def test_without_a_zip_every_need_has_a_national_line(directory: SqlDirectory) -> None:
    for found in directory.find([*NEEDS, "violence", "medicine"], None, "en", [], 3).lists:
        assert found.scope == "national", found.need
        assert found.places


def test_far_from_everything_the_states_own_line_comes_first(directory: SqlDirectory) -> None:
    (found,) = directory.find(["treatment"], "16901", "en", [], 3).lists
    assert (found.scope, [place.name for place in found.places]) == ("state", ["Example Pennsylvania Recovery Line"])


def test_a_zip_that_does_not_exist_is_said_so(directory: SqlDirectory) -> None:
    found = directory.find(["food"], "00000", "en", [], 3)
    assert (found.zip_known, found.lists[0].scope) == (False, "national")
    assert directory.find(["food"], "19104", "en", [], 3).zip_known


def test_spanish_speakers_get_the_spanish_way_to_988(directory: SqlDirectory) -> None:
    (found,) = directory.find(["talk"], None, "es", [], 1).lists
    assert found.places[0].phone == "llama al 988 y oprime 2, o envía AYUDA al 988"


def test_lines_for_some_people_and_lines_that_ended_are_in_nobodys_list(directory: SqlDirectory) -> None:
    named = {place.name for each in directory.find(NEEDS, None, "en", [], 9).lists for place in each.places}
    assert named == {"988 Lifeline", "Crisis Text Line", "SAMHSA Helpline", "SAMHSA text line", "SafeSpot", "211"}


def test_the_sample_shelters_give_no_address_and_no_distance(directory: SqlDirectory) -> None:
    for zip_code in SAMPLE_ZIPS:
        (found,) = directory.find(["violence"], zip_code, "en", [], 3).lists
        assert found.scope == "near"
        assert [(place.address, place.miles) for place in found.places] == [(None, None)]


def test_no_real_number_is_among_the_sample() -> None:
    text = (DATA / "sample" / "sample.csv").read_text(encoding="utf-8")
    numbers = re.findall(r"\b\d{3}-\d{3}-\d{4}\b", text)
    assert len(numbers) > 100
    assert all(re.fullmatch(r"\d{3}-555-01\d\d", number) for number in numbers)


def test_every_national_line_on_offer_was_verified(shipped: Database) -> None:
    lines = [place for place in offered(shipped).values() if place.source == "national"]
    assert all(line.verified_on == date(2026, 11, 22) for line in lines)
    assert not any("273-8255" in line.phone for line in lines)


def test_the_counts_tell_local_places_from_national_lines(shipped: Database) -> None:
    with shipped.read() as connection:
        counts = count_directory(connection, date(2026, 11, 23))
    assert counts.local == counts.sources["sample"]
    assert all(counts.needs[need] >= 6 for need in NEEDS)
    assert (counts.unplaced, counts.stale, counts.without_phone) == (0, 0, 0)


def test_loading_twice_does_nothing_and_the_sample_can_leave(database: Database, tmp_path: Path) -> None:
    fill_map(database)
    assert load_national(database) is not None
    assert load_sample(database) is not None
    assert load_national(database) is None
    assert load_sample(database) is None
    assert remove_sample(database) > 100
    assert {place.source for place in offered(database).values()} == {"national"}
    assert remove_sample(database) == 0
    again = load_sample(database)
    assert again is not None
    assert again.added > 100
