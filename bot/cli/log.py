"""``warmline log``: one conversation in order, for those who hold the key. Reading it is audited."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings
from bot.privacy import clean_phone, mask_phone

if TYPE_CHECKING:
    from bot.app import House

ALL = 1_000_000
app = typer.Typer(add_completion=False)


@app.command()
def log(
    case_or_phone: Annotated[str, typer.Argument(help="A case code like B27, or a phone like +15550100.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")] = False,
) -> None:
    """Show what was said, what was understood and what was done, oldest first."""
    with open_house_from_settings() as house:
        conversation = _find(house, case_or_phone)
        whole = _read(house, conversation)
    if as_json:
        typer.echo(json.dumps(whole, ensure_ascii=False))
        return
    typer.echo(f"Conversation {conversation}, phone {whole['phone']}, cases {', '.join(whole['cases']) or 'none'}")
    for entry in whole["entries"]:
        typer.echo(_as_text(entry))


def _find(house: House, case_or_phone: str) -> int:
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


def _read(house: House, conversation: int) -> dict[str, Any]:
    from bot.store.audit import write_audit
    from bot.store.cases import cases_of
    from bot.store.conversations import phone_of
    from bot.store.journal import notes_of
    from bot.store.messages import texts_of

    now = house.clock.now().timestamp()
    # First the audit: nobody reads what could not be noted.
    house.database.write(
        lambda connection: write_audit(connection, BY_COMMAND, "read", f"conversation:{conversation}", now)
    )
    with house.database.read() as connection:
        texts = texts_of(connection, house.vault, conversation, ALL)
        notes = notes_of(connection, house.vault, conversation, ALL)
        cases = [case.code for case in cases_of(connection, house.vault, conversation)]
        phone = mask_phone(phone_of(connection, house.vault, conversation) or "")
    return {"conversation": conversation, "phone": phone, "cases": cases, "entries": in_order(texts, notes)}


def in_order(texts: list[dict[str, Any]], notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Texts and notes as one list. At the same moment: what came in, why it was answered so, what went out."""
    entries = [(text["created_at"], 0 if text["direction"] == "in" else 2, text["id"], _text(text)) for text in texts]
    entries += [(note["at"], 1, note["id"], _note(note)) for note in notes]
    return [entry for *_, entry in sorted(entries, key=lambda each: each[:3])]


def _text(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "at": _moment(row["created_at"]),
        "kind": "text",
        "direction": row["direction"],
        "author": row["author"],
        "body": row["body"],
        "media": row["media"],
        "status": row["status"],
        "error_code": row["error_code"],
    }


def _note(row: dict[str, Any]) -> dict[str, Any]:
    return {"at": _moment(row["at"]), "kind": "note", "note": row["kind"], "detail": row["detail"]}


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _as_text(entry: dict[str, Any]) -> str:
    when = entry["at"][:19].replace("T", " ")
    if entry["kind"] == "note":
        detail = ", ".join(f"{key}={value}" for key, value in entry["detail"].items() if value not in (None, [], ""))
        return f"{when}    · {entry['note']}{': ' + detail if detail else ''}"
    arrow = "→" if entry["direction"] == "in" else "←"
    return f"{when}  {arrow} {entry['author']} ({entry['status']}): {entry['body']}"
