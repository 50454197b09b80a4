"""``warmline log``: one conversation in order, for those who hold the key. Reading it is audited."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings
from bot.privacy import clean_phone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.app import House

# The names of disclosure.PURPOSES, which a quick `--help` need not open the store for.
REASONS = ("treatment", "person", "emergency", "court", "oversight", "operations")
app = typer.Typer(add_completion=False)


@app.command()
def log(
    case_or_phone: Annotated[str, typer.Argument(help="A case code like B27, or a phone like +15550100.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: an export, which is noted as one.")] = False,
    purpose: Annotated[str, typer.Option(help=f"Why it is read or given out: {', '.join(REASONS)}.")] = "",
    consent: Annotated[str, typer.Option(help="Reference of the paper that allows it. No names.")] = "",
) -> None:
    """Show what was said, what was understood and what was done, oldest first."""
    if as_json and not purpose and sys.stdin.isatty():
        purpose = typer.prompt(f"Purpose ({', '.join(REASONS)})", err=True)
        consent = consent or typer.prompt("Reference of the consent", default="", show_default=False, err=True)
    if purpose and purpose not in REASONS:
        fail(f"--purpose: expected one of {', '.join(REASONS)}.")
    with open_house_from_settings() as house:
        conversation = find_talk(house, case_or_phone)
        whole = _read(house, conversation, as_json, purpose, consent)
    if as_json:
        typer.echo(json.dumps(whole, ensure_ascii=False))
        return
    typer.echo(f"Conversation {conversation}, phone {whole['phone']}, cases {', '.join(whole['cases']) or 'none'}")
    for entry in whole["entries"]:
        typer.echo(_as_text(entry))
    typer.echo(whole["notice"])


def find_talk(house: House, case_or_phone: str) -> int:
    """The conversation of a case code or a phone; ends the command with a sentence when there is none."""
    from bot.store.cases import conversation_of_code
    from bot.store.conversations import find_conversation

    with house.database.read() as connection:
        found = conversation_of_code(connection, case_or_phone.strip())
        if found is None:
            try:
                found = find_conversation(connection, house.vault, clean_phone(case_or_phone))
            except ValueError:
                fail("Expected a case code like B27, or a phone like +15550100.")
    if found is None:
        fail("There is no conversation with this case code or phone.")
    return found


def _read(house: House, conversation: int, export: bool, purpose: str, consent: str) -> dict[str, Any]:
    from bot.disclosure import note_export, whole_record
    from bot.store.audit import write_audit

    now = house.clock.now().timestamp()

    def note(connection: Connection) -> None:
        if export:
            note_export(connection, BY_COMMAND, conversation, purpose, consent, now)
        else:
            write_audit(connection, BY_COMMAND, "read", f"conversation:{conversation}", now, _why(purpose, consent))

    house.database.write(note)  # first the audit: nobody reads what could not be noted
    with house.database.read() as connection:
        return whole_record(connection, house.vault, conversation)


def _why(purpose: str, consent: str) -> str:
    """Why somebody at the machine reads along; who gives no purpose is not asked for one, but it can be seen."""
    where = "on a terminal" if sys.stdout.isatty() else "into a file or a program"
    given = [f"{name}={value}" for name, value in (("purpose", purpose), ("consent", consent[:60])) if value]
    return "; ".join(("`warmline log`", where, *(given or ["no purpose given"])))


def _as_text(entry: dict[str, Any]) -> str:
    when = entry["at"][:19].replace("T", " ")
    if entry["kind"] == "note":
        detail = ", ".join(f"{key}={value}" for key, value in entry["detail"].items() if value not in (None, [], ""))
        return f"{when}    · {entry['note']}{': ' + detail if detail else ''}"
    arrow = "→" if entry["direction"] == "in" else "←"
    return f"{when}  {arrow} {entry['author']} ({entry['status']}): {entry['body']}"
