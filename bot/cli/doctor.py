"""``warmline doctor``: what is wrong with this line, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import FAILED, one_sentence
from bot.errors import SettingsError, WarmlineError

if TYPE_CHECKING:
    from bot.doctor.finding import Finding

MARKS = {"ok": "  ok  ", "care": " CARE ", "wrong": "WRONG "}
app = typer.Typer(add_completion=False)


@app.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False) -> None:
    """Check settings, database, Rasa, model, carrier, clock, disk and directory. Exit code 1 if anything is wrong."""
    with one_sentence():
        findings = []
        for finding in _look():
            findings.append(finding)
            if not as_json:
                typer.echo(f"{MARKS[finding.state]} {finding.what}: {finding.is_}")
                if finding.do:
                    typer.echo(f"        → {finding.do}")
        wrong = sum(finding.state == "wrong" for finding in findings)
        if as_json:
            typer.echo(json.dumps({"ok": not wrong, "checks": [each.as_values() for each in findings]}))
        elif not wrong:
            typer.echo("Nothing is wrong.")
        raise typer.Exit(FAILED if wrong else 0)


def _look() -> Iterator[Finding]:
    from bot.doctor.defaults import look_at_defaults
    from bot.doctor.finding import ok, wrong
    from bot.doctor.machine import look_at_machine
    from bot.settings import read_settings

    try:
        settings = read_settings()
    except SettingsError as error:
        yield wrong("settings", str(error), "Correct it in .env or the environment; .env.example lists all.")
        return
    yield ok("settings", f"read; carrier {settings.carrier}")
    yield from look_at_defaults(settings)
    yield from look_at_machine(settings)

    from sqlalchemy.exc import DBAPIError

    from bot.app import open_house
    from bot.doctor.house import look_at_house
    from bot.doctor.outside import look_outside

    try:
        house = open_house(settings)
    except DBAPIError as error:
        do = "Check WARMLINE_DATABASE_URL, and that the server runs."
        yield wrong("database", f"cannot be opened ({type(error.orig).__name__})", do)
        return
    except WarmlineError as error:
        yield wrong("database", str(error), "Correct WARMLINE_SECRET_KEY or the key file.")
        return
    try:
        yield from look_at_house(house)
        yield from look_outside(house)
    finally:
        house.close()
