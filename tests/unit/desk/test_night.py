"""What is said about the hours without a coach."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.night import night_values

ZONE = "America/New_York"


def values(now: str, opens: str, language: str) -> dict[str, str]:
    return night_values(
        *(datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE)).timestamp() for at in (now, opens)), ZONE, language
    )


@pytest.mark.parametrize(
    ("now", "opens", "english", "spanish"),
    [
        ("2026-11-20T02:00", "2026-11-20T08:00", ("2 am", "at 8 am"), ("2 am", "a las 8 am")),
        ("2026-11-20T12:05", "2026-11-20T13:30", ("12:05 pm", "at 1:30 pm"), ("12:05 pm", "a la 1:30 pm")),
        ("2026-11-20T22:10", "2026-11-21T00:00", ("10:10 pm", "tomorrow at 12 am"), ("10:10 pm", "mañana a las 12 am")),
        ("2026-11-20T22:00", "2026-11-23T09:00", ("10 pm", "on Monday at 9 am"), ("10 pm", "el lunes a las 9 am")),
        ("2026-12-23T22:00", "2027-01-04T09:00", ("10 pm", "on Jan 4 at 9 am"), ("10 pm", "el 4 ene a las 9 am")),
        ("2026-10-31T23:00", "2026-11-01T08:00", ("11 pm", "tomorrow at 8 am"), ("11 pm", "mañana a las 8 am")),
    ],
)
def test_the_time_is_told_as_people_say_it(
    now: str, opens: str, english: tuple[str, str], spanish: tuple[str, str]
) -> None:
    assert tuple(values(now, opens, "en").values()) == english
    assert tuple(values(now, opens, "es").values()) == spanish
