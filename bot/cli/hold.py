"""``warmline hold``: a court or the law asks that nothing of a person is destroyed."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from bot.cli.house import command_by, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

app = typer.Typer(add_completion=False)


@app.command()
def hold(
    phone: Annotated[str, typer.Argument(help="The person's phone, like +15550100.")],
    state: Annotated[Literal["on", "off"], typer.Argument(help="on or off.")],
    reference: Annotated[str, typer.Option(help="The paper that asks for it, like a docket number. No names.")] = "",
) -> None:
    """Stop purge, erase and DELETE for one person, or let them go on. Recorded in the audit."""
    try:
        number = clean_phone(phone)
    except ValueError as error:
        fail(f"PHONE: {error}.")
    with open_house_from_settings() as house:
        from bot.people.holding import hold_phone, let_go_phone

        by, work = command_by(house), hold_phone if state == "on" else let_go_phone
        changed = house.database.write(lambda connection: work(connection, house.vault, by, number, reference))
    typer.echo(f"The hold on {mask_phone(number)} {'is' if changed else 'was'} {state}.")
