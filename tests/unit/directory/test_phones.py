"""Phone numbers as sources write them and as people hear them."""

import pytest

from bot.directory.phones import same_digits, spoken_number, stored_number


@pytest.mark.parametrize(
    ("said", "number", "extension"),
    [
        ("215-555-0101", "+12155550101", ""),
        ("(215) 555-0101 ext. 12", "+12155550101", "12"),
        ("1 215 555 0101", "+12155550101", ""),
        ("2155550101.0", "+12155550101", ""),
        ('"215.555.0101"', "+12155550101", ""),
        ("988", "988", ""),
        ("678-678", "678678", ""),
        ("211", "211", ""),
    ],
)
def test_numbers_out_of_files(said: str, number: str, extension: str) -> None:
    assert stored_number(said) == (number, extension)


@pytest.mark.parametrize("said", ["", "call us", "555-0101", "12", "215-555-0101-99999999"])
def test_what_cannot_be_called_is_refused_with_the_words(said: str) -> None:
    with pytest.raises(ValueError, match=r"phone number"):
        stored_number(said)


@pytest.mark.parametrize(
    ("number", "extension", "spoken"),
    [
        ("+12155550101", "", "215-555-0101"),
        ("+18005550101", "", "1-800-555-0101"),
        ("+12155550101", "4", "215-555-0101 x4"),
        ("741741", "", "741741"),
        ("+442079460000", "", "+442079460000"),
    ],
)
def test_numbers_as_they_are_said(number: str, extension: str, spoken: str) -> None:
    assert spoken_number(number, extension) == spoken


def test_words_must_hold_the_number_they_stand_for() -> None:
    assert same_digits("text HOME to 741741", "741741")
    assert same_digits("call 1-800-555-0101", "+18005550101")
    assert not same_digits("call 988", "741741")
