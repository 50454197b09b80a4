"""``warmline staff``: who may use the console."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import command_by, fail, open_house_from_settings

if TYPE_CHECKING:
    from bot.app import House
    from bot.store.staff import StaffMember

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
    from bot.people.sign_ins import invite_again

    with open_house_from_settings() as house:
        by = command_by(house)
        coach_id = _coach(house, phone) if phone else _coach_of_email(house, email) if role == "coach" else None
        code = house.database.write(lambda connection: invite_again(connection, house.vault, by, email, role, coach_id))
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


@app.command()
def reset(email: Annotated[str, typer.Argument(help="Whose phone or password is lost.")]) -> None:
    """Forget somebody's password and second step, sign them out everywhere, and print a new one-time link."""
    from bot.console.pages.welcome import welcome_link
    from bot.people.sign_ins import reset_sign_in

    with open_house_from_settings() as house:
        member, by = _member(house, email), command_by(house)
        code = house.database.write(lambda connection: reset_sign_in(connection, house.vault, by, member.id))
        link = welcome_link(house.settings.warmline_public_url, code)
    typer.echo(f"Make sure that it is really {email} who asks. Then hand them this link, good once and for three days:")
    typer.echo(link)


@app.command("sign-out")
def sign_out(email: Annotated[str, typer.Argument(help="Who is to be signed out.")]) -> None:
    """Sign somebody out in every browser. They can sign in again."""
    from bot.people.sign_ins import sign_out_everywhere

    with open_house_from_settings() as house:
        member, by = _member(house, email), command_by(house)
        house.database.write(lambda connection: sign_out_everywhere(connection, house.vault, by, member.id))
    typer.echo(f"{email} is signed out everywhere.")


@app.command()
def off(email: Annotated[str, typer.Argument(help="Who may not use the console any more.")]) -> None:
    """Take somebody's access away at once. `staff add` invites them again."""
    from bot.people.sign_ins import switch_off

    with open_house_from_settings() as house:
        member, by = _member(house, email), command_by(house)
        house.database.write(lambda connection: switch_off(connection, house.vault, by, member.id))
    typer.echo(f"{email} cannot sign in any more, and is signed out everywhere.")


def _member(house: House, email: str) -> StaffMember:
    from bot.store.staff import staff_by_email

    with house.database.read() as connection:
        found = staff_by_email(connection, house.vault, email)
    if found is None:
        fail("Nobody with this e-mail address was invited.")
    return found


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
