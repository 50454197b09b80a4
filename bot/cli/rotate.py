"""``warmline rotate``: seals everything anew with the newest key, so that the older ones can be taken away."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.house import BY_COMMAND, open_house_from_settings

app = typer.Typer(add_completion=False)


@app.command()
def rotate(
    restarted: Annotated[
        bool, typer.Option("--restarted", help="Every process knows the new key; no text came since.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Seal everything anew with the first key of WARMLINE_SECRET_KEY. Works beside a running line; may be repeated."""
    with open_house_from_settings() as house:
        from bot.key_change import change_key

        done = change_key(house, BY_COMMAND, sure=restarted)
    if done.doubled and not as_json:
        typer.echo(f"{done.doubled} numbers have two conversations; `warmline doctor` says why and what to do.")
    typer.echo(
        json.dumps(asdict(done))
        if as_json
        else f"Sealed anew: {done.rows} rows, {done.wishes} wishes. Nothing here needs an older key now: take it "
        "out of WARMLINE_SECRET_KEY and start the line anew. Keep it as long as you keep backups made with it."
    )
