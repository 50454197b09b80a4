"""The form of a place: one clear sentence at the field, and nobody must mend what they did not touch."""

from __future__ import annotations

import pytest

from bot.directory.edits import FIELDS
from bot.directory.place_form import NO_NAME, NO_NEED, NO_WAY, NO_ZIP, check_form

GOOD = {
    **dict.fromkeys(FIELDS, ""),
    "organization": "Southside Pantry",
    "service": "Food pantry",
    "needs": "food",
    "phones": "215-555-0101",
    "address": "9 Oak St",
    "city": "Philadelphia",
    "state": "Pennsylvania",
    "zip": "19104-1234",
    "hours": "Mon-Fri 9-5",
    "languages": "Spanish, English",
    "website": "example.org",
    "coverage": "local",
}


def test_a_whole_form_is_read_and_made_uniform() -> None:
    checked = check_form(GOOD, {}, secret=False)
    assert checked.errors == {}
    values = checked.values
    assert (values["state"], values["zip"], values["languages"]) == ("PA", "19104", "en, es")
    assert values["website"] == "http://example.org"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("phones", "ask for Maria", "phone number"),
        ("hours", "most mornings", "Mon-Fri 9am-5pm"),
        ("website", "javascript:alert(1)", "no web address"),
        ("email", "office at example", "no e-mail address"),
        ("zip", "191", "Write five digits"),
        ("state", "Narnia", "is no state"),
        ("minimum_age", "-4", "is no age"),
        ("latitude", "95", "no position"),
        ("languages", "¿?", "do not know the language"),
        ("coverage", "the moon", "Please choose"),
        ("description", "x" * 5000, "too long"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(field: str, typed: str, sentence: str) -> None:
    checked = check_form(GOOD | {field: typed}, {}, secret=False)
    assert sentence in checked.errors[field]
    assert set(checked.errors) == {field}


def test_a_place_needs_a_name_a_need_a_way_and_a_town() -> None:
    nothing = check_form(dict.fromkeys(FIELDS, "") | {"coverage": "local"}, {}, secret=False)
    assert nothing.errors == {"organization": NO_NAME, "needs": NO_NEED, "phones": NO_WAY, "zip": NO_ZIP}


def test_a_secret_place_has_no_street() -> None:
    assert set(check_form(GOOD, {}, secret=True).errors) == {"address"}
    secret = GOOD | {"address": ""}
    assert check_form(secret, {}, secret=True).errors == {}
    told = check_form(secret | {"how_to_apply": "Ring at 9 Oak Street.", "cost": "9 dollars a day"}, {}, secret=True)
    assert set(told.errors) == {"how_to_apply"}


def test_what_a_source_left_broken_does_not_stand_in_the_way_of_another_field() -> None:
    before = GOOD | {"needs": "", "website": "htp:/broken", "minimum_age": "20", "maximum_age": "10"}
    checked = check_form(before | {"cost": "Free"}, before, secret=False)
    assert checked.errors == {}
    assert checked.values["cost"] == "Free"


def test_taking_the_last_way_to_get_there_is_refused() -> None:
    before = GOOD | {"phones": ""}
    assert check_form(before | {"address": ""}, before, secret=False).errors == {"phones": NO_WAY}


def test_ages_that_do_not_fit_are_said_where_one_mends_them() -> None:
    assert set(check_form(GOOD | {"minimum_age": "30", "maximum_age": "20"}, {}, secret=False).errors) == {
        "maximum_age"
    }


def test_tags_are_text_no_more() -> None:
    assert check_form(GOOD | {"service": "<script>x</script>Food"}, {}, secret=False).values["service"] == "Food"
