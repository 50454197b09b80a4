"""When coaches are on duty, as staff type it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from bot.app import House
from bot.cli.main import app
from tests.conftest import KEY

AMY, SUE = "+15550102", "+15550105"
Warmline = Callable[..., Result]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture
def warmline(house: House, monkeypatch: pytest.MonkeyPatch) -> Warmline:
    """Runs one command on the house's database, where Amy is a coach who is not on call."""
    monkeypatch.setenv("WARMLINE_DATA_DIR", str(house.settings.warmline_data_dir))
    monkeypatch.setenv("WARMLINE_SECRET_KEY", KEY)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ("coach", *arguments))

    assert run("add", "--name", "Amy", "--phone", AMY).exit_code == 0
    return run


def duty(warmline: Warmline, at: str) -> tuple[list[str], str | None]:
    found = json.loads(warmline("duty", "--at", at, "--json").stdout)
    return found["on_duty"], found["next"]


def test_a_week_is_set_shown_and_cleared(warmline: Warmline) -> None:
    done = warmline("schedule", "set", AMY, "Mon-Fri 9-17", "Sat 20:00-8:00")
    assert done.stdout == "Amy is on duty Mon-Fri 9:00-17:00, Sat 20:00-8:00 (America/New_York).\n"
    assert duty(warmline, "2026-11-20 10:00") == (["Amy"], "2026-11-21T20:00-05:00")
    assert duty(warmline, "2026-11-22 02:00") == (["Amy"], "2026-11-23T09:00-05:00")
    assert duty(warmline, "2026-11-22 12:00") == ([], "2026-11-23T09:00-05:00")
    assert "Mon-Fri 9:00-17:00, Sat 20:00-8:00" in warmline("schedule", "show").stdout
    assert warmline("schedule", "clear", AMY).exit_code == 0
    assert duty(warmline, "2026-11-22 12:00") == (["Amy"], None)
    assert "no schedule: any hour" in warmline("schedule", "show", AMY).stdout


def test_days_off_extra_shifts_and_holidays_change_single_days(warmline: Warmline) -> None:
    warmline("schedule", "set", AMY, "daily 9-17")
    warmline("day-off", AMY, "2026-12-24", "--until", "2026-12-27")
    warmline("extra", AMY, "2026-12-25", "18:00-22:00")
    warmline("holiday", "add", "2026-12-28", "Office closed")
    assert duty(warmline, "2026-12-24 10:00") == ([], "2026-12-25T18:00-05:00")
    assert duty(warmline, "2026-12-25 19:00") == (["Amy"], "2026-12-29T09:00-05:00")
    assert "2026-12-28  Office closed" in warmline("holiday", "list").stdout
    shown = warmline("schedule", "show", AMY).stdout
    assert "also 2026-12-25 18:00-22:00" in shown
    assert "off  2026-12-24" in shown
    warmline("extra", AMY, "2026-12-25", "--undo")
    warmline("day-off", AMY, "2026-12-24", "--undo")
    warmline("holiday", "remove", "2026-12-28")
    assert duty(warmline, "2026-12-24 10:00") == (["Amy"], "2026-12-28T09:00-05:00")
    assert "There are no holidays" in warmline("holiday", "list").stdout


def test_a_coach_may_live_in_another_time_zone(warmline: Warmline) -> None:
    warmline("schedule", "set", AMY, "daily 9-17", "--zone", "America/Los_Angeles")
    assert duty(warmline, "2026-11-20 11:59") == ([], "2026-11-20T12:00-05:00")
    assert duty(warmline, "2026-11-20 19:30") == (["Amy"], "2026-11-21T12:00-05:00")


def test_a_supervisor_with_topics_and_e_mail_is_added_and_their_address_is_not_shown(warmline: Warmline) -> None:
    done = warmline(
        "add", "--name", "Sue", "--phone", SUE, "--supervisor", "--on-call", "--topic", "housing", "--max-cases", "3",
        "--email", "Sue@Example.org",
    )  # fmt: skip
    assert done.stdout == "Sue is a supervisor now, on call.\n"
    listed = warmline("list", "--json").stdout
    sue = json.loads(listed)[1]
    assert (sue["supervisor"], sue["topics"], sue["max_cases"], sue["by_email"]) == (True, ["housing"], 3, True)
    assert "example.org" not in listed.lower()
    assert "on duty" in warmline("list").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("schedule", "set", AMY, "always"), "'always': expected shifts like"),
        (("schedule", "set", AMY, "daily 9-17", "--zone", "Moon"), "--zone: expected the name of a time zone"),
        (("day-off", AMY, "Christmas"), "'Christmas': expected a day like 2026-12-25."),
        (("day-off", AMY, "2026-12-25", "--until", "2026-12-24"), "--until: expected a day after the first one"),
        (("extra", AMY, "2026-12-25", "18-22"), "Amy has no schedule"),
        (("holiday", "remove", "2026-12-25"), "2026-12-25 was no holiday"),
        (("duty", "--at", "noon"), "--at: expected a moment like"),
        (("add", "--name", "Al", "--phone", SUE, "--topic", "golf"), "--topic: expected one of jobs,"),
        (("add", "--name", "Al", "--phone", SUE, "--email", "a@b"), "--email: expected an address like"),
    ],
)
def test_a_mistake_is_one_sentence(warmline: Warmline, arguments: tuple[str, ...], sentence: str) -> None:
    result = warmline(*arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1
