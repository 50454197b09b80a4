"""Giving a conversation out: one record as a whole, with the notice that the law wants beside it, noted in the audit.

42 CFR 2.32 wants a notice with each disclosure made with consent, and 2.25 and 2.31 that it can be told later
to whom and why: each export names its purpose and the paper with the consent. Both go into the audit.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from bot.privacy import Vault, mask_phone
from bot.store.audit import write_audit
from bot.store.cases import cases_of
from bot.store.conversations import phone_of
from bot.store.journal import notes_of
from bot.store.messages import texts_of

NOTICE = (
    "42 CFR part 2 prohibits unauthorized use or disclosure of these records. They tell of somebody's care for "
    "substance use. Whoever gets them may use them and pass them on only as the person's written consent or the law "
    "allows, and may not use them against the person in a court or before an authority without the person's consent or "
    "a court order under this law. A copy of the consent, or a clear account of what it allows, belongs with them."
)
# Why a record is given out. The name is what the audit keeps.
PURPOSES: Mapping[str, str] = {
    "treatment": "Their care, with another provider",
    "person": "The person asked for their own record",
    "emergency": "A medical emergency",
    "court": "A court order under 42 CFR part 2",
    "oversight": "An audit or evaluation of this line",
    "operations": "Running this line",
}
EXPORT, NOT_GIVEN = "export", "not given"
LONGEST_CONSENT = 60
ALL = 1_000_000


def note_export(
    connection: Connection, actor: str, conversation_id: int, purpose: str, consent: str, now: float
) -> None:
    """Note who gives the record out, why, and on which paper; before anything is read."""
    why = f"purpose={purpose or NOT_GIVEN} consent={consent[:LONGEST_CONSENT] or NOT_GIVEN}"
    write_audit(connection, actor, EXPORT, f"conversation:{conversation_id}", now, why)


def whole_record(connection: Connection, vault: Vault, conversation_id: int) -> dict[str, Any]:
    """Everything of one conversation in order, with the notice, as JSON values. The number is masked."""
    texts = texts_of(connection, vault, conversation_id, ALL)
    notes = notes_of(connection, vault, conversation_id, ALL)
    return {
        "notice": NOTICE,
        "conversation": conversation_id,
        "phone": mask_phone(phone_of(connection, vault, conversation_id) or ""),
        "cases": [case.code for case in cases_of(connection, vault, conversation_id)],
        "entries": in_order(texts, notes),
    }


def in_order(texts: list[dict[str, Any]], notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Texts and notes as one list. At the same moment: what came in, why it was answered so, what went out."""
    entries = [(text["created_at"], 0 if text["direction"] == "in" else 2, text["id"], _text(text)) for text in texts]
    entries += [(note["at"], 1, note["id"], _note(note)) for note in notes]
    return [entry for *_, entry in sorted(entries, key=lambda each: each[:3])]


def moment(seconds: float) -> str:
    """Epoch seconds as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _text(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("direction", "author", "body", "media", "status", "error_code")
    return {"at": moment(row["created_at"]), "kind": "text", **{key: row[key] for key in kept}}


def _note(row: dict[str, Any]) -> dict[str, Any]:
    return {"at": moment(row["at"]), "kind": "note", "note": row["kind"], "detail": row["detail"]}
