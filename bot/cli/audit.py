"""``warmline audit``: whether the record of who saw and did what is whole."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings

ACCOUNTING = "`warmline audit disclosures`; the accounting that a person may ask for"
app = typer.Typer(help="Check the record of who saw and did what.", no_args_is_help=True)


@app.callback()
def audit() -> None:
    """Check the record of who saw and did what."""


@app.command()
def verify(
    seal: Annotated[str, typer.Option(help="A seal that you kept elsewhere, from `warmline audit seal`.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Check every row, and that none was changed, taken out or cut off. Exit code 1 if one was."""
    with open_house_from_settings() as house:
        from bot import audit_seal

        try:
            elsewhere = audit_seal.read_text(seal) if seal else None
        except ValueError as error:
            fail(f"--seal: {error}.")
        data_dir = house.settings.warmline_data_dir
        sealed = (data_dir / audit_seal.FILE).exists()
        try:
            head = audit_seal.verify(house.database, house.vault, data_dir, elsewhere)
        except audit_seal.AuditBroken as error:
            if as_json:
                typer.echo(json.dumps({"whole": False, "problem": str(error)}))
            fail(str(error))
        audit_seal.renew_seal(house.database, house.vault, data_dir, house.clock.now().timestamp())
    if as_json:
        typer.echo(json.dumps({"whole": True, "rows": head.count, "sealed": sealed, "hash": head.hash.hex()}))
        return
    typer.echo(f"The audit is whole: {head.count} rows.")
    if not sealed and not seal:
        typer.echo("There was no seal, so a cut-off end could not be seen. One is made now.")


@app.command()
def seal() -> None:
    """Print the audit's count and hash, to keep on paper or in another system."""
    with open_house_from_settings() as house:
        from bot.audit_seal import renew_seal

        now = house.clock.now().timestamp()
        typer.echo(renew_seal(house.database, house.vault, house.settings.warmline_data_dir, now).as_text)


@app.command()
def disclosures(
    case_or_phone: Annotated[str, typer.Argument(help="A case code like B27, or a phone like +15550100.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """The accounting of disclosures: when, by whom and why a person's record was given out."""
    with open_house_from_settings() as house:
        from bot.cli.log import find_talk
        from bot.disclosure import EXPORT, moment
        from bot.store.audit import rows_about, write_audit

        subject = f"conversation:{find_talk(house, case_or_phone)}"
        now = house.clock.now().timestamp()
        house.database.write(lambda c: write_audit(c, BY_COMMAND, "list_disclosures", subject, now, ACCOUNTING))
        with house.database.read() as connection:
            rows = rows_about(connection, EXPORT, subject)
    found = [{"at": moment(row.at), "by": row.actor, "why": row.why} for row in rows]
    if as_json:
        typer.echo(json.dumps(found))
        return
    for one in found:
        typer.echo(f"{one['at']}  {one['by']}  {one['why']}")
    if not found:
        typer.echo("This record was never given out.")
