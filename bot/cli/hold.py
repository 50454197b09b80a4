"""``warmline hold``: a court or the law asks that nothing of a person is destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
        from bot.store.audit import write_audit
        from bot.store.conversations import find_conversation
        from bot.store.holds import set_hold

        now = house.clock.now().timestamp()

        def change(connection: Connection) -> bool | None:
            found = find_conversation(connection, house.vault, number)
            if found is None:
                return None
            changed = set_hold(connection, found, now if state == "on" else None)
            write_audit(connection, BY_COMMAND, f"hold_{state}", f"conversation:{found}", now, reference[:120] or None)
            return changed

        changed = house.database.write(change)
    if changed is None:
        fail("There is no conversation with this phone.")
    typer.echo(f"The hold on {mask_phone(number)} {'is' if changed else 'was'} {state}.")
