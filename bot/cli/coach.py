"""``warmline coach``: who answers when a person wants a human."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.coach_lookup import coaches_of, find_coach, read_phone
from bot.cli.coach_schedule import day_off, duty, extra_shift, holiday, schedule
from bot.cli.house import command_by, fail, open_house_from_settings
from bot.privacy import mask_phone

if TYPE_CHECKING:
    from bot.app import House
    from bot.conversation import Coach

app = typer.Typer(help="Peer coaches: add, list, take off, and when they are on duty.", no_args_is_help=True)
app.add_typer(schedule, name="schedule")
app.add_typer(holiday, name="holiday")
app.command("day-off")(day_off)
app.command("extra")(extra_shift)
app.command("duty")(duty)


@app.command()
def add(
    name: Annotated[str, typer.Option(help="First name; people see it when the coach answers.")],
    phone: Annotated[str, typer.Option(help="The coach's own phone, like +15550100. Nobody sees it.")],
    language: Annotated[list[str] | None, typer.Option(help="en or es; give it twice for both.")] = None,
    on_call: Annotated[bool, typer.Option("--on-call", help="Gets alerts from now on.")] = False,
    supervisor: Annotated[bool, typer.Option("--supervisor", help="Is called when coaches need help.")] = False,
    topic: Annotated[
        list[str] | None, typer.Option(help="A need they know about, like housing; give it again.")
    ] = None,
    max_cases: Annotated[int, typer.Option(min=1, max=50, help="Holding so many, they are asked last.")] = 1,
    email: Annotated[str, typer.Option(help="Alerts go there too, if e-mail is set up.")] = "",
) -> None:
    """Add a coach, or change one whose phone is known. Shifts stay as they are."""
    from bot.people.coaching import add_coach, profile_problem
    from bot.store.coaches import Profile

    languages, topics = tuple(dict.fromkeys(language or ["en"])), tuple(dict.fromkeys(topic or ()))
    profile = Profile(languages, on_call, supervisor, topics, max_cases, email.lower())
    problem = profile_problem(name, profile)
    if problem is not None:
        fail(f"--{problem.field}: {problem.expected}.")
    number = read_phone(phone)
    with open_house_from_settings() as house:
        by = command_by(house)
        house.database.write(lambda connection: add_coach(connection, house.vault, by, name, number, profile))
    what = "supervisor" if supervisor else "coach"
    typer.echo(f"{name.strip()} is a {what} now, {'on call' if on_call else 'not on call (text BACK to begin)'}.")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False) -> None:
    """Show every coach, whether they are on call, and what they hold."""
    with open_house_from_settings() as house:
        coaches = [_shown(house, coach) for coach in coaches_of(house)]
    if as_json:
        typer.echo(json.dumps(coaches, ensure_ascii=False))
        return
    for each in coaches:
        state = (
            "away" if each["away"] else "on duty" if each["on_duty"] else "on call" if each["on_call"] else "off duty"
        )
        languages, role = "+".join(each["languages"]), "  supervisor" if each["supervisor"] else ""
        typer.echo(
            f"{each['id']:>4}  {each['name']:<20} {each['phone']:<6} {languages:<6} {state:<9} "
            f"{each['open_cases']} open cases{role}"
        )
    if not coaches:
        typer.echo("There is no coach yet. Add one: warmline coach add --name Dana --phone +15550100 --on-call")


@app.command()
def off(
    who: Annotated[str, typer.Argument(help="The coach's phone, or the number that `coach list` shows.")],
    pass_on: Annotated[bool, typer.Option("--pass-on", help="Hand their open cases to the next coach first.")] = False,
) -> None:
    """Take a coach off for good: their phone is nobody's coach from now on."""
    from bot.people.coaching import hand_on_cases, take_off

    with open_house_from_settings() as house:
        coach, by = find_coach(house, who), command_by(house)
        if coach.open_cases and not pass_on:
            fail(f"{coach.name} holds {coach.open_cases} open cases. Let them finish, or add --pass-on.")
        if coach.open_cases:
            house.database.write(lambda connection: hand_on_cases(connection, house.vault, by, coach))
            typer.echo(f"{coach.name} is let go, and their cases go to the next coach.")
        house.database.write(lambda connection: take_off(connection, by, coach))
    typer.echo(f"{coach.name} is no coach any more.")


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
        "on_duty": coach.on_duty_at(house.clock.now().timestamp()),
        "supervisor": coach.supervisor,
        "topics": list(coach.topics),
        "max_cases": coach.max_cases,
        "by_email": coach.email_conversation_id is not None,
        "open_cases": coach.open_cases,
    }
