"""Opening hours as a text message says them."""

from datetime import datetime

import pytest

from bot.directory.hours import Span
from bot.directory.hours_words import hours_words, span_words
from tests.unit.directory.builders import schedules

MONDAY_NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001  # the wall clock of a place
MONDAY_EVENING = MONDAY_NOON.replace(hour=20)
MONDAY_NIGHT = MONDAY_NOON.replace(hour=2)


@pytest.mark.parametrize(
    ("hours", "now", "english", "spanish"),
    [
        ("Mon-Fri 9-5", MONDAY_NOON, "today 9-5", "hoy 9-5"),
        ("Mon-Fri 9-5", MONDAY_EVENING, "tomorrow 9-5", "mañana 9-5"),
        ("Sat 10am-2pm", MONDAY_NOON, "Sat 10-2", "sáb 10-2"),
        ("24/7", MONDAY_NIGHT, "open 24 hours", "abierto 24 horas"),
        ("daily 8pm-7am", MONDAY_NIGHT, "open until 7am", "abierto hasta 7am"),
        ("Mon 24 hours", MONDAY_NOON, "today 24 hours", "hoy 24 horas"),
        ("Mon 9-11am, 1pm-3pm", MONDAY_NOON, "today 1-3pm", "hoy 1-3pm"),
        ("1st Wed 6-7pm", MONDAY_NOON, "Dec 2 6-7pm", "2 dic 6-7pm"),
        ("Mon 7pm-8:30pm", MONDAY_NOON, "today 7-8:30pm", "hoy 7-8:30pm"),
    ],
)
def test_what_is_said(hours: str, now: datetime, english: str, spanish: str) -> None:
    assert hours_words(schedules(hours), now, "en") == english
    assert hours_words(schedules(hours), now, "es") == spanish


WEDNESDAY_EVENING = MONDAY_NOON.replace(day=25, hour=18)  # the next day is Thanksgiving


@pytest.mark.parametrize(
    ("hours", "now", "english", "spanish"),
    [
        ("Mon-Fri 9-5", WEDNESDAY_EVENING, "tomorrow is a holiday, call first", "mañana es feriado, llama antes"),
        ("Thu 9-5", MONDAY_NOON, "Thu is a holiday, call first", "jue es feriado, llama antes"),
        (
            "last Fri 9-5",
            MONDAY_NOON.replace(month=12, day=1),
            "Dec 25 is a holiday, call first",
            "25 dic es feriado, llama antes",
        ),
        ("Wed-Fri 4pm-10pm", WEDNESDAY_EVENING, "today 4-10pm", "hoy 4-10pm"),
        ("Fri 9-5", WEDNESDAY_EVENING, "Fri 9-5", "vie 9-5"),
        ("24/7", WEDNESDAY_EVENING, "open 24 hours", "abierto 24 horas"),
    ],
)
def test_no_office_hours_are_promised_for_a_holiday(hours: str, now: datetime, english: str, spanish: str) -> None:
    assert hours_words(schedules(hours), now, "en") == english
    assert hours_words(schedules(hours), now, "es") == spanish


def test_unknown_hours_are_not_talked_about() -> None:
    assert hours_words((), MONDAY_NOON, "en") is None


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (9 * 60, 17 * 60, "9-5"),
        (8 * 60 + 30, 16 * 60 + 30, "8:30-4:30"),
        (5 * 60 + 30, 13 * 60, "5:30am-1pm"),
        (7 * 60, 9 * 60, "7-9am"),
        (19 * 60, 21 * 60, "7-9pm"),
        (12 * 60, 13 * 60, "12-1"),
        (12 * 60, 20 * 60, "12pm-8pm"),
        (22 * 60, 30 * 60, "10pm-6am"),
        (16 * 60, 24 * 60, "4pm-12am"),
        (0, 1440, "24 hours"),
    ],
)
def test_nobody_wonders_whether_it_is_morning_or_evening(opens: int, closes: int, said: str) -> None:
    assert span_words(Span(opens, closes)) == said
