"""``warmline erase``: destroys what is kept of one person, at their wish."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.house import command_by, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

app = typer.Typer(add_completion=False)


@app.command()
def erase(
    phone: Annotated[str, typer.Argument(help="The person's phone, like +15550100.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Even while a case is open.")] = False,
    proof: Annotated[bool, typer.Option("--proof", help="Erase nothing; tell what is still kept of them.")] = False,
) -> None:
    """Destroy texts, notes, cases, needs and place of one person. If they opted out, that is kept, hashed."""
    try:
        number = clean_phone(phone)
    except ValueError as error:
        fail(f"PHONE: {error}.")
    with open_house_from_settings() as house:
        from bot.people.erasing import erase as erase_now
        from bot.people.erasing import must_be_erasable, person_with, prove_erased

        vault, by = house.vault, command_by(house)
        if proof:
            typer.echo(house.database.write(lambda connection: prove_erased(connection, vault, by, number)).sentence)
            return
        with house.database.read() as connection:
            own = person_with(connection, vault, number)
            must_be_erasable(connection, vault, own, force)
        if not yes and not typer.confirm(f"Destroy everything kept of the person at {mask_phone(number)}?"):
            fail("Nothing was destroyed.")
        house.database.write(lambda connection: erase_now(connection, vault, by, own, force))
    typer.echo(
        "Everything kept of this person is destroyed; the carrier is asked to forget its copies within minutes, while "
        "the line runs. Backups hold it until they are replaced. An unread text of theirs is still answered. "
        "`warmline erase PHONE --proof` tells later whether all is done."
    )
