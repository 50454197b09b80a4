"""``warmline coach``: who answers when a person wants a human."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.app import House
    from bot.conversation import Coach

LANGUAGES = ("en", "es")
app = typer.Typer(help="Peer coaches: add, list, take off.", no_args_is_help=True)


@app.command()
def add(
    name: Annotated[str, typer.Option(help="First name; people see it when the coach answers.")],
    phone: Annotated[str, typer.Option(help="The coach's own phone, like +15550100. Nobody sees it.")],
    language: Annotated[list[str] | None, typer.Option(help="en or es; give it twice for both.")] = None,
    on_call: Annotated[bool, typer.Option("--on-call", help="Gets alerts from now on.")] = False,
) -> None:
    """Add a coach, or change one whose phone is known."""
    languages = tuple(dict.fromkeys(language or ["en"]))
    if not name.strip() or len(name) > 40:
        fail("--name: expected a first name of at most 40 letters.")
    if not set(languages) <= set(LANGUAGES):
        fail(f"--language: expected {' or '.join(LANGUAGES)}.")
    number = _number(phone)
    with open_house_from_settings() as house:
        from bot.store.audit import write_audit
        from bot.store.coaches import add_coach

        now = house.clock.now().timestamp()

        def save(connection: Connection) -> None:
            coach = add_coach(connection, house.vault, name.strip(), number, languages, on_call, now)
            write_audit(connection, BY_COMMAND, "coach added", f"coach:{coach}", now)

        house.database.write(save)
    typer.echo(f"{name.strip()} is a coach now, {'on call' if on_call else 'not on call (text BACK to begin)'}.")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False) -> None:
    """Show every coach, whether they are on call, and what they hold."""
    with open_house_from_settings() as house:
        coaches = [_shown(house, coach) for coach in _coaches(house)]
    if as_json:
        typer.echo(json.dumps(coaches, ensure_ascii=False))
        return
    for each in coaches:
        duty = "away" if each["away"] else "on call" if each["on_call"] else "off duty"
        languages = "+".join(each["languages"])
        typer.echo(
            f"{each['id']:>4}  {each['name']:<20} {each['phone']:<6} {languages:<6} {duty:<9} "
            f"{each['open_cases']} open cases"
        )
    if not coaches:
        typer.echo("There is no coach yet. Add one: warmline coach add --name Dana --phone +15550100 --on-call")


@app.command()
def off(
    who: Annotated[str, typer.Argument(help="The coach's phone, or the number that `coach list` shows.")],
    pass_on: Annotated[bool, typer.Option("--pass-on", help="Hand their open cases to the next coach first.")] = False,
) -> None:
    """Take a coach off for good: their phone is nobody's coach from now on."""
    with open_house_from_settings() as house:
        coach = _find(house, who)
        if coach.open_cases and not pass_on:
            fail(f"{coach.name} holds {coach.open_cases} open cases. Let them finish, or add --pass-on.")
        if coach.open_cases:
            _hand_on(house, coach)
            typer.echo(
                f"{coach.name} gets no more alerts, and their cases go to the next coach. "
                "Run `coach off` again in a minute."
            )
            return
        _take_off(house, coach)
    typer.echo(f"{coach.name} is no coach any more.")


def _number(phone: str) -> str:
    try:
        return clean_phone(phone)
    except ValueError as error:
        fail(f"--phone: {error}.")


def _coaches(house: House) -> tuple[Coach, ...]:
    from bot.store.coaches import all_coaches

    with house.database.read() as connection:
        return all_coaches(connection, house.vault)


def _find(house: House, who: str) -> Coach:
    from bot.store.conversations import find_conversation

    number = None if who.isdigit() and len(who) < 7 else _number(who)
    with house.database.read() as connection:
        conversation = find_conversation(connection, house.vault, number) if number else None
    found = [
        coach
        for coach in _coaches(house)
        if (number and coach.conversation_id == conversation) or (not number and coach.id == int(who))
    ]
    if not found:
        fail("There is no such coach; `warmline coach list` shows all.")
    return found[0]


def _shown(house: House, coach: Coach) -> dict[str, Any]:
    from bot.store.conversations import phone_of

    with house.database.read() as connection:
        phone = phone_of(connection, house.vault, coach.conversation_id) or ""
    return {
        "id": coach.id,
        "name": coach.name,
        "phone": mask_phone(phone),
        "languages": list(coach.languages),
        "on_call": coach.on_call,
        "away": coach.away,
        "open_cases": coach.open_cases,
    }


def _hand_on(house: House, coach: Coach) -> None:
    """No more alerts for them; their cases hear that they pass."""
    from bot.outcome import CoachChange
    from bot.store.cases import board
    from bot.store.coaches import change_coach
    from bot.store.events import add_event, lock_conversation

    now = house.clock.now().timestamp()

    def save(connection: Connection) -> None:
        held = sorted(case.conversation_id for case in board(connection) if case.holder_id == coach.id)
        for conversation in held:
            lock_conversation(connection, conversation)
            add_event(connection, house.vault, conversation, "pass", {"coach_id": coach.id}, now)
        change_coach(connection, CoachChange(coach.id, on_call=False))

    house.database.write(save)


def _take_off(house: House, coach: Coach) -> None:
    from bot.store.audit import write_audit
    from bot.store.coaches import deactivate

    now = house.clock.now().timestamp()

    def save(connection: Connection) -> None:
        deactivate(connection, coach.id, now)
        write_audit(connection, BY_COMMAND, "coach taken off", f"coach:{coach.id}", now)

    house.database.write(save)
