"""``warmline purge``: destroys what people said longer ago than the retention time."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.house import BY_COMMAND, open_house_from_settings

DAY = 86_400.0
app = typer.Typer(add_completion=False)


@app.command()
def purge(as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False) -> None:
    """Destroy texts, notes and closed cases older than WARMLINE_RETENTION_DAYS. Works beside a running line."""
    with open_house_from_settings() as house:
        from bot.store.audit import write_audit
        from bot.store.directory_use import forget_old_use
        from bot.store.retention import Destroyed, destroy_some

        now = house.clock.now().timestamp()
        days = house.settings.warmline_retention_days
        before = now - days * DAY
        total = Destroyed()
        while some := house.database.write(lambda connection: destroy_some(connection, before, now)):
            total += some
        house.database.write(lambda connection: forget_old_use(connection, now))
        house.database.write(lambda connection: write_audit(connection, BY_COMMAND, "purge", f"days:{days}", now))
    typer.echo(
        json.dumps(asdict(total))
        if as_json
        else f"Destroyed, older than {days} days: {total.texts} texts, {total.notes} notes, {total.cases} cases; "
        f"{total.people} people silent since then are forgotten."
    )
