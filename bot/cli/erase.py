"""``warmline erase``: destroys what is kept of one person, at their wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.app import House

app = typer.Typer(add_completion=False)


@app.command()
def erase(
    phone: Annotated[str, typer.Argument(help="The person's phone, like +15550100.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Even while a case is open.")] = False,
) -> None:
    """Destroy texts, notes, cases, needs and place of one person. If they opted out, that is kept, hashed."""
    try:
        number = clean_phone(phone)
    except ValueError as error:
        fail(f"PHONE: {error}.")
    with open_house_from_settings() as house:
        conversation = _find(house, number, force)
        if not yes and not typer.confirm(f"Destroy everything kept of the person at {mask_phone(number)}?"):
            fail("Nothing was destroyed.")
        _erase(house, conversation)
    typer.echo(
        "Everything kept of this person is destroyed; the carrier is asked to forget its copies within minutes, while "
        "the line runs. Backups hold it until they are replaced. An unread text of theirs is still answered."
    )


def _find(house: House, number: str, force: bool) -> int:
    from bot.store.cases import open_case_of
    from bot.store.coaches import coach_by_conversation
    from bot.store.conversations import find_conversation
    from bot.store.holds import is_held

    with house.database.read() as connection:
        found = find_conversation(connection, house.vault, number)
        if found is None:
            fail("There is no conversation with this phone.")
        if coach_by_conversation(connection, house.vault, found) is not None:
            fail("This is a coach's phone; take the coach off first (`warmline coach off`).")
        case = open_case_of(connection, house.vault, found)
        held = is_held(connection, found)
    if held:
        fail("A legal hold is on this person; nothing may be destroyed (`warmline hold PHONE off` ends it).")
    if case is not None and not force:
        fail(f"Case {case.code} of this person is open; close it first, or add --force.")
    return found


def _erase(house: House, conversation: int) -> None:
    from bot.store.audit import write_audit
    from bot.store.retention import erase_person

    now = house.clock.now().timestamp()

    def save(connection: Connection) -> None:
        erase_person(connection, conversation, now)
        write_audit(connection, BY_COMMAND, "erase", f"conversation:{conversation}", now)

    house.database.write(save)
