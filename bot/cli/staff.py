"""``warmline staff``: who may use the console."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.app import House
    from bot.store.staff import StaffMember

T = TypeVar("T")

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


@app.command()
def reset(email: Annotated[str, typer.Argument(help="Whose phone or password is lost.")]) -> None:
    """Forget somebody's password and second step, sign them out everywhere, and print a new one-time link."""
    from bot.console.pages.welcome import welcome_link
    from bot.store.second_step import forget_second_step
    from bot.store.staff import invite, shut_out

    with open_house_from_settings() as house:
        member = _member(house, email)
        now = house.clock.now().timestamp()

        def renew(connection: Connection) -> str:
            shut_out(connection, member.id)
            forget_second_step(connection, member.id)
            return invite(connection, house.vault, email, member.role, now, member.coach_id)

        code = _signed_out(house, member, "sign_in_reset", renew)
        link = welcome_link(house.settings.warmline_public_url, code)
    typer.echo(f"Make sure that it is really {email} who asks. Then hand them this link, good once and for three days:")
    typer.echo(link)


@app.command("sign-out")
def sign_out(email: Annotated[str, typer.Argument(help="Who is to be signed out.")]) -> None:
    """Sign somebody out in every browser. They can sign in again."""
    with open_house_from_settings() as house:
        _signed_out(house, _member(house, email), "sign_out_everywhere", lambda _connection: None)
    typer.echo(f"{email} is signed out everywhere.")


@app.command()
def off(email: Annotated[str, typer.Argument(help="Who may not use the console any more.")]) -> None:
    """Take somebody's access away at once. `staff add` invites them again."""
    from bot.store.second_step import forget_second_step
    from bot.store.staff import shut_out

    with open_house_from_settings() as house:
        member = _member(house, email)

        def shut(connection: Connection) -> None:
            shut_out(connection, member.id)
            forget_second_step(connection, member.id)

        _signed_out(house, member, "access_taken", shut)
    typer.echo(f"{email} cannot sign in any more, and is signed out everywhere.")


def _member(house: House, email: str) -> StaffMember:
    from bot.store.staff import staff_by_email

    with house.database.read() as connection:
        found = staff_by_email(connection, house.vault, email)
    if found is None:
        fail("Nobody with this e-mail address was invited.")
    return found


def _signed_out(house: House, member: StaffMember, action: str, work: Callable[[Connection], T]) -> T:
    """Do ``work`` and end all sessions of ``member``, in one transaction with its line in the audit."""
    from bot.store.audit import write_audit
    from bot.store.staff_sessions import close_sessions_of

    now = house.clock.now().timestamp()

    def save(connection: Connection) -> T:
        result = work(connection)
        close_sessions_of(connection, member.id)
        write_audit(connection, BY_COMMAND, action, f"staff:{member.id}", now)
        return result

    return house.database.write(save)


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
