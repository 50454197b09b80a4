"""The plain CSV: good lines in, wrong lines named, broken files refused."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.needs import TOPICS
from bot.directory.plain_csv_row import COLUMNS
from bot.directory.report import BrokenFile, Reading
from tests.unit.directory.builders import read_lines

GOOD = {
    "organization": "Northside Works",
    "service": "Job help",
    "needs": "jobs, education",
    "phone": "215-555-0101",
    "address": "12 Elm St",
    "city": "Philadelphia",
    "state": "pa",
    "zip": "19104",
    "hours": "Mon-Fri 9-5",
    "languages": "English; Spanish",
    "verified_on": "2026-11-01",
}


def a_file(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read(*rows: dict[str, str]) -> Reading:
    return read_lines(a_file(*rows))


def test_a_good_line_becomes_a_place() -> None:
    reading = read(GOOD)
    assert not reading.rejected
    assert not reading.warnings
    records = reading.records
    (service,) = records.services
    assert (service.name, service.needs, service.coverage) == ("Job help", ("jobs", "education"), "local")
    assert records.phones[0].number == "+12155550101"
    assert (records.addresses[0].state_province, records.addresses[0].postal_code) == ("PA", "19104")
    assert [each.code for each in records.languages] == ["en", "es"]
    assert records.schedules[0].byday == "MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"organization": " "}, "no name"),
        ({"needs": "jobs, magic"}, "'magic' are not known"),
        ({"needs": ""}, "needs column is empty"),
        ({"phone": "call us"}, "not a phone number"),
        ({"phone": "", "address": ""}, "no way to get there"),
        ({"zip": "1910X"}, "no ZIP code"),
        ({"state": "Elsewhere"}, "two letters"),
        ({"hours": "Mon 5-7"}, "am or pm"),
        ({"verified_on": "last week"}, "2026-11-22"),
        ({"latitude": "north"}, "decimal degree"),
        ({"latitude": "1000"}, "degree on the globe"),
        ({"minimum_age": "-4"}, "between 0 and 130"),
        ({"confidential": "maybe"}, "yes or no"),
        ({"coverage": "galaxy"}, "local, state or national"),
        ({"coverage": "state", "state": ""}, "two letters"),
        ({"status": "perhaps"}, "not one of"),
        ({"languages": "Klingonese!"}, "language code"),
        ({"timezone": "Eastern"}, "time zone"),
        ({"phone_words": "call 988"}, "does not hold the number"),
        ({"phone_words": "call 215-555-0101 " + "and wait " * 8}, "longer than"),
        ({"priority": "high"}, "no number"),
    ],
)
def test_a_wrong_line_is_rejected_with_its_number_and_reason(change: dict[str, str], reason: str) -> None:
    other = GOOD | {"organization": "Second Start"}
    reading = read(other, GOOD | change)
    assert len(reading.records.services) == 1, "the good line stays"
    (problem,) = reading.rejected
    assert problem.where == "line 3"
    assert reason in problem.reason


def test_a_rejected_line_that_is_known_keeps_its_last_good_form() -> None:
    named = GOOD | {"id": "row-1"}
    place_id = read(named).records.service_at_locations[0].id
    assert read(named | {"phone": "call us"}).kept == {place_id}


def test_ids_are_the_same_next_time_and_differ_between_sources() -> None:
    first, again = read(GOOD), read(GOOD | {"phone": "215-555-0102"})
    assert first.records.service_at_locations[0].id == again.records.service_at_locations[0].id
    other = read_lines(a_file(GOOD), "city")
    assert other.records.service_at_locations[0].id != first.records.service_at_locations[0].id


def test_the_same_line_twice_is_rejected() -> None:
    (problem,) = read(GOOD, GOOD).rejected
    assert (problem.where, problem.reason) == ("line 3", "is the same place as line 2")


def test_the_zero_that_a_spreadsheet_ate_comes_back_with_a_warning() -> None:
    reading = read(GOOD | {"zip": "2139"})
    assert reading.records.addresses[0].postal_code == "02139"
    assert "leading zero" in reading.warnings[0].reason


def test_script_tags_and_formulas_become_plain_text() -> None:
    reading = read(GOOD | {"service": "<script>alert(1)</script>Job <b>help</b>", "description": "=1+1"})
    assert reading.records.services[0].name == "Job help"


def test_words_for_spanish_speakers_are_a_number_of_their_own() -> None:
    reading = read(
        GOOD | {"phone": "741741", "phone_words": "text HOME to 741741", "phone_words_es": "envía HOLA al 741741"}
    )
    assert [(each.language, each.description) for each in reading.records.phones] == [
        ("", "text HOME to 741741"),
        ("es", "envía HOLA al 741741"),
    ]


def test_an_unknown_column_is_a_warning() -> None:
    reading = read_lines(a_file(GOOD, columns=(*COLUMNS, "fax")))
    assert "'fax'" in reading.warnings[0].reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "missing: organization, needs"),
        ("name,phone\nA,1", "missing: organization, needs"),
        ("organization,needs,needs\n", "names a column twice: needs"),
        ('organization,needs,phone\nA,jobs,"215-555', "no whole CSV"),
    ],
)
def test_a_broken_file_is_refused_whole(text: str, sentence: str) -> None:
    with pytest.raises(BrokenFile, match=sentence):
        read_lines(text)


def test_more_cells_than_the_header_are_not_guessed_at() -> None:
    reading = read_lines("organization,needs,phone\nA,jobs,215-555-0101,extra\n")
    assert reading.rejected[0].reason == "has more cells than the header"


@pytest.mark.parametrize(
    ("head", "good", "wrong"),
    [
        ("id,organization,needs,phone", "7,A,jobs,215-555-0101", "7,A,jobs,education,215-555-0101"),
        ("organization,needs,phone", "A,jobs,215-555-0101", "A,jobs,215-555-0101,extra"),
        ("organization,needs,phone", '"Hope, Inc",jobs,215-555-0101', "Hope, Inc,jobs,215-555-0101"),
        (
            "organization,needs,address,city,zip",
            'A,jobs,"1 Elm St, Suite 4",Camden,08103',
            "A,jobs,1 Elm St, Suite 4,Camden,08103",
        ),
    ],
    ids=str,
)
def test_a_line_with_a_comma_too_many_keeps_its_place_as_it_was(head: str, good: str, wrong: str) -> None:
    (known,) = read_lines(f"{head}\n{good}\n").records.service_at_locations
    reading = read_lines(f"{head}\n{wrong}\n")
    assert not reading.records.service_at_locations
    assert known.id in reading.kept


cells = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), cells), max_size=4))
def test_no_cell_breaks_the_reading_and_every_line_is_accounted_for(rows: list[dict[str, str]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    reading = read_lines(text.getvalue())
    assert reading.read == len(reading.records.service_at_locations) + len(reading.rejected)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    sentence = "."
    try:
        read_lines(f"organization,needs\n{text}")
    except BrokenFile as error:
        sentence = str(error)
    assert sentence.endswith(".")


def test_the_guide_names_every_column_and_every_need() -> None:
    guide = (Path(__file__).resolve().parents[3] / "docs" / "directory-csv.md").read_text(encoding="utf-8")
    assert [name for name in (*COLUMNS, *TOPICS) if f"`{name}`" not in guide] == []


def test_other_peoples_lines_are_kept_without_what_cannot_be_read() -> None:
    messy = GOOD | {"needs": "Emergency Food", "hours": "Lunch Mon-Fri", "zip": "n/a", "maximum_age": "999"}
    reading = read_lines(a_file(messy), lenient=True)
    (service,) = reading.records.services
    assert (service.needs, service.maximum_age) == (("food",), None)
    assert service.description == "Hours: Lunch Mon-Fri"
    assert [each.reason.split(":")[0] for each in reading.warnings] == [
        "zip left out",
        "maximum_age left out",
        "opening hours kept as words",
    ]


def test_a_cell_with_several_numbers_is_several_phones() -> None:
    reading = read(GOOD | {"phone": "215-555-0101, TTY: 215-555-0102 or Spanish: 215-555-0103"})
    assert [(each.number[-3:], each.type, each.language) for each in reading.records.phones] == [
        ("101", "voice", ""),
        ("102", "tty", ""),
        ("103", "voice", "es"),
    ]
