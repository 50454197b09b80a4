"""A publisher's own headings, told by a mapping."""

from __future__ import annotations

import pytest

from bot.directory.address_text import WholeAddress, read_whole_address
from bot.directory.hours_lists import parted_hours
from bot.directory.mapping import read_mapping
from bot.directory.report import BrokenFile
from bot.directory_source.mapped import shipped_mappings

SAID = {
    "files": {
        "*.csv": {
            "table": "place",
            "columns": {
                "organization": "Who",
                "needs": {"from": "Kind", "values": {"Soup Kitchen": "food"}, "else": "benefits"},
                "state": {"is": "PA"},
                "hours": {"text": "{Days} {From}-{To}"},
                "whole_address": "Where",
            },
        }
    }
}


def cells(**row: str) -> dict[str, str] | None:
    return read_mapping("county", SAID).blocks[0].cells(row)


def test_headings_values_constants_and_texts() -> None:
    found = cells(
        Who="Northside",
        Kind="soup  kitchen",
        Days="Mon-Fri",
        From="9:00",
        To="5 PM",
        Where="1 Elm St, Reading, PA 19601",
    )
    assert found == {
        "organization": "Northside",
        "needs": "food",
        "state": "PA",
        "hours": "Mon-Fri 9:00-5 PM",
        "address": "1 Elm St",
        "city": "Reading",
        "zip": "19601",
    }


def test_what_no_value_names_and_what_is_not_there() -> None:
    found = cells(Who="Northside", Kind="Choir", Days="Mon-Fri", From="", To="")
    assert found is not None
    assert (found["needs"], found["hours"]) == ("benefits", "Mon-Fri")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (None, "needs `files:`"),
        ({"files": {"a.csv": {"table": "spells", "columns": {}}}}, "no table 'spells'"),
        ({"files": {"a.csv": {"table": "place", "columns": {"colour": "x"}}}}, "no column colour"),
        ({"files": {"a.csv": {"table": "place", "columns": {"phone": 7}}}}, "needs a heading"),
        ({"files": {"a.csv": {"table": "place"}}}, "needs `table:` and `columns:`"),
    ],
)
def test_a_wrong_mapping_is_refused_in_a_sentence(said: object, sentence: str) -> None:
    with pytest.raises(BrokenFile, match=sentence):
        read_mapping("county", said)


def test_the_shipped_mappings_are_whole() -> None:
    assert {each.name for each in shipped_mappings()} == {
        "legal-aid-by-location",
        "list-with-days-and-times",
        "services-by-uuid",
    }


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12 Elm St, Philadelphia, PA 19104, USA", WholeAddress("12 Elm St", "Philadelphia", "PA", "19104")),
        ("24 Elm St, Suite #4, Miami, FL 33133", WholeAddress("24 Elm St, Suite #4", "Miami", "FL", "33133")),
        ("315 S. Elm Street Philadelphia, PA 19107", WholeAddress("315 S. Elm Street Philadelphia", "", "PA", "19107")),
        ("1 Elm St, Springfield, Illinois 62701-1234", WholeAddress("1 Elm St", "Springfield", "IL", "62701")),
        ("State: FL", WholeAddress(state="FL")),
        ("Behind the old mill", WholeAddress("Behind the old mill")),
        ("", WholeAddress()),
    ],
)
def test_whole_addresses(text: str, address: WholeAddress) -> None:
    assert read_whole_address(text) == address


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        (
            "Sunday: Closed Monday: 9:00-17:00  Tuesday: 8:30-12:00 , 13:00-17:00",
            "Monday: 9:00-17:00; Tuesday: 8:30-12:00, 13:00-17:00",
        ),
        ("Mon, Tues, Fri: 12-8pm, Wed: 9-5pm, Sat: 9-1pm", "Mon, Tues, Fri: 12-8pm; Wed: 9-5pm; Sat: 9-1pm"),
        ("24hours", "24 hours"),
        ("Mon-Fri 9-5", "Mon-Fri 9-5"),
    ],
)
def test_hours_in_a_row(text: str, parted: str) -> None:
    assert parted_hours(text) == parted
