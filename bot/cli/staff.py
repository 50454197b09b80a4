"""``warmline staff``: who may use the console."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings

if TYPE_CHECKING:
    from bot.app import House

app = typer.Typer(help="Who may use the console.", no_args_is_help=True)


@app.callback()
def staff() -> None:
    """Who may use the console."""


@app.command()
def add(
    email: Annotated[str, typer.Option(help="The person signs in with it.")],
    role: Annotated[str, typer.Option(help="staff, admin or coach.")],
    phone: Annotated[str, typer.Option(help="For a coach: the phone they take cases with, like +15550100.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Invite somebody: prints a one-time link to set a password. Known people get a new link."""
    from bot.console.pages.welcome import welcome_link
    from bot.store.audit import write_audit
    from bot.store.staff import invite

    with open_house_from_settings() as house:
        now = house.clock.now().timestamp()
        coach_id = _coach(house, phone) if phone else _coach_of_email(house, email) if role == "coach" else None
        try:
            code = house.database.write(lambda connection: invite(connection, house.vault, email, role, now, coach_id))
        except ValueError as error:
            fail(f"{str(error).capitalize()}.")
        house.database.write(lambda connection: write_audit(connection, BY_COMMAND, "invite", f"role:{role}", now))
        link = welcome_link(house.settings.warmline_public_url, code)
    if as_json:
        typer.echo(json.dumps({"email": email, "role": role, "link": link}))
        return
    typer.echo(f"Hand this link to {email}. It works once and for three days:\n{link}")
    if role == "coach" and coach_id is None:
        typer.echo("They can do nothing at the desk yet: no coach has this e-mail address. Add --phone of the coach.")


def _coach_of_email(house: House, email: str) -> int | None:
    """The coach whose alerts go to this address, if there is one."""
    from bot.store.coaches import coach_by_email

    with house.database.read() as connection:
        found = coach_by_email(connection, house.vault, email)
    return found.id if found else None


def _coach(house: House, phone: str) -> int:
    """The id of the coach with ``phone``; ends the command if there is none."""
    from bot.privacy import clean_phone
    from bot.store.coaches import coach_by_conversation
    from bot.store.conversations import find_conversation

    try:
        number = clean_phone(phone)
    except ValueError as error:
        fail(f"--phone: {error}.")
    with house.database.read() as connection:
        conversation_id = find_conversation(connection, house.vault, number)
        found = coach_by_conversation(connection, house.vault, conversation_id) if conversation_id else None
    if found is None:
        fail("No coach has this phone; add them first with `warmline coach add`.")
    return found.id
