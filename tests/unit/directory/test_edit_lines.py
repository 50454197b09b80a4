"""Phones and hours as staff write them: what is read is what is shown again."""

from __future__ import annotations

import pytest

from bot.directory.hours_lines import are_plain, hours_lines, read_hours_lines
from bot.directory.phone_lines import phone_lines, read_phone_lines
from bot.directory.records import Owner, Schedule

OWN = "6f1c1f3e-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    "line",
    [
        "215-555-0101",
        "215-555-0101 x12",
        "Spanish: 215-555-0102",
        "fax: 215-555-0103",
        "tty: 215-555-0104 (evenings)",
        "988 (call or text 988)",
        "1-800-555-0105 (Intake desk)",
        "Spanish sms: 215-555-0106",
    ],
)
def test_a_phone_line_comes_back_as_it_was(line: str) -> None:
    assert phone_lines(read_phone_lines(line, OWN, "by hand")) == line


def test_words_before_a_number_are_kept_as_what_it_is_for() -> None:
    (phone,) = read_phone_lines("Front desk: (215) 555-0101", OWN, "by hand")
    assert (phone.number, phone.type, phone.description) == ("+12155550101", "voice", "Front desk")
    assert phone.owner == Owner(service_at_location_id=OWN)


@pytest.mark.parametrize("wrong", ["call us", "215-555", "0", "1234", "215-555-0101\nask Maria"])
def test_what_is_no_number_is_said_so(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)phone number"):
        read_phone_lines(wrong, OWN, "by hand")


@pytest.mark.parametrize(
    "lines",
    [
        "Mon-Fri 9am-5pm",
        "Mon-Fri 9am-5pm\nSat 10am-2:30pm",
        "Mon, Wed 8am-12pm\nMon, Wed 1pm-5pm",
        "24/7",
        "daily 6pm-2am",
        "Mon 24 hours",
        "Fri, Sat 8pm-midnight",
        "1st Wed 6pm-7pm",
        "last Fri 7pm-8:30pm",
        "Mon, Tue 12am-6am",
    ],
)
def test_hours_come_back_as_they_were(lines: str) -> None:
    assert hours_lines(read_hours_lines(lines, OWN, "by hand")) == lines


def test_hours_are_told_the_same_in_whatever_order_they_come() -> None:
    read = read_hours_lines("Sat 10am-2pm; Mon-Fri 9-5", OWN, "by hand")
    assert hours_lines(read) == hours_lines(tuple(reversed(read))) == "Mon-Fri 9am-5pm\nSat 10am-2pm"


def test_hours_that_nobody_can_read_are_not_guessed() -> None:
    with pytest.raises(ValueError, match="cannot read these hours"):
        read_hours_lines("most days", OWN, "by hand")


def test_seasons_have_no_words_here_and_are_told_apart() -> None:
    owner = Owner(service_at_location_id=OWN)
    monthly = Schedule("1", owner, freq="MONTHLY", bymonthday="1,15", opens_at="09:00", closes_at="10:00")
    assert not are_plain([monthly])
    assert are_plain(read_hours_lines("Mon-Fri 9-5", OWN, "by hand"))
