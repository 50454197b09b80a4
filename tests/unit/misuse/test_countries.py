"""Which numbers are from a country that gets texts from us."""

from __future__ import annotations

import pytest

from bot.misuse.countries import Countries, read_countries

HOME = Countries(("US", "PR", "CA"))


@pytest.mark.parametrize("phone", ["+12155550100", "+15550100", "+17875550100", "+14165550100", "22395"])
def test_numbers_at_home_are_answered(phone: str) -> None:
    assert HOME.include(phone)


@pytest.mark.parametrize("phone", ["+18765550100", "+18095550100", "+447700900100", "+525555550100", "+88213300100"])
def test_numbers_abroad_are_not_also_where_the_country_code_is_ours(phone: str) -> None:
    assert not HOME.include(phone)


def test_a_star_lets_everybody_in() -> None:
    assert Countries(("*",)).include("+447700900100")


def test_codes_are_read_and_checked() -> None:
    assert read_countries("us, ca") == ("US", "CA")
    for wrong in ("", "USA", "US,XX", " , "):
        with pytest.raises(ValueError, match="like US,CA"):
            read_countries(wrong)
