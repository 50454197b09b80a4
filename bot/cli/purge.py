"""``warmline purge``: destroys what people said longer ago than the retention time."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.house import BY_COMMAND, open_house_from_settings

app = typer.Typer(add_completion=False)


@app.command()
def purge(as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False) -> None:
    """Destroy texts, notes and closed cases older than WARMLINE_RETENTION_DAYS. Works beside a running line."""
    with open_house_from_settings() as house:
        from bot.purging import purge as destroy_old

        days = house.settings.warmline_retention_days
        total = destroy_old(house.database, house.vault, house.clock, days, BY_COMMAND)
    typer.echo(
        json.dumps(asdict(total))
        if as_json
        else f"Destroyed, older than {days} days: {total.texts} texts, {total.notes} notes, {total.cases} cases; "
        f"{total.people} people silent since then are forgotten."
    )
