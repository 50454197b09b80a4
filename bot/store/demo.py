"""Writes the invented people of the demo, and takes them away again: they carry a blind tag of their own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bot.conversation import Person
from bot.demo.stories import COACH, LINE, THEY, Story
from bot.privacy import Vault
from bot.store.coaches import add_coach
from bot.store.conversations import conversation_for, find_conversation, save_person
from bot.store.erasure import erase_conversation
from bot.store.journal import tag
from bot.store.tables import coach, conversation, conversation_tag, handoff, journal, message
from bot.store.text_counts import count_text

TAG = "demo:yes"
COACH_PHONE, COACH_NAME = "+15550119", "Dana (demo)"
ANSWERED_SECONDS, CLOSED_SECONDS, TURN_SECONDS = 90.0, 1500.0, 60.0


def add_demo_coach(connection: Connection, vault: Vault, now: float) -> int | None:
    """The coach of the demo, never on call; ``None`` if somebody has that number already."""
    if find_conversation(connection, vault, COACH_PHONE) is not None:
        return None
    made = add_coach(connection, vault, COACH_NAME, COACH_PHONE, ("en", "es"), False, now)
    own = connection.execute(select(coach.c.conversation_id).where(coach.c.id == made)).scalar_one()
    tag(connection, vault, own, [TAG], now)
    return made


def add_demo_person(
    connection: Connection, vault: Vault, phone: str, story: Story, at: float, holder: int | None
) -> bool:
    """One person whose story began at ``at``; false if the number is somebody's already."""
    if find_conversation(connection, vault, phone) is not None:
        return False
    own = conversation_for(connection, vault, phone, at)
    case_id = _case(connection, own, story, at, holder) if story.reason else None
    last = at
    for number, (side, body) in enumerate(story.turns):
        moment = at + number * TURN_SECONDS
        connection.execute(insert(message).values(_text(vault, own, side, body, moment, case_id, holder)))
        count_text(connection, own, side == THEY, moment)
        last = moment if side == THEY else last
    if story.risk == "crisis":
        detail = vault.seal_json({"kind": "suicide", "about": "self"})
        connection.execute(insert(journal).values(conversation_id=own, at=at, kind="crisis", detail_sealed=detail))
    save_person(connection, vault, own, Person(language=story.language), at)
    connection.execute(update(conversation).where(conversation.c.id == own).values(last_text_at=last, risk=story.risk))
    needs = [f"need:{need}" for need in story.needs]
    tag(connection, vault, own, [TAG, *needs, f"act:{story.act}", f"language:{story.language}"], last)
    return True


def has_demo(connection: Connection, vault: Vault) -> bool:
    """Whether invented people are here."""
    tagged = select(conversation_tag.c.conversation_id).where(conversation_tag.c.tag_index.in_(vault.indexes(TAG)))
    return connection.execute(tagged.limit(1)).first() is not None


def wipe_demo(connection: Connection, vault: Vault, now: float) -> int:
    """Take every invented person and the coach away; returns how many conversations went."""
    found = select(conversation_tag.c.conversation_id).where(conversation_tag.c.tag_index.in_(vault.indexes(TAG)))
    ids = list(connection.execute(found).scalars())
    for own in ids:
        erase_conversation(connection, own, now)
    coaches = select(coach.c.id).where(coach.c.conversation_id.in_(ids))
    gone = list(connection.execute(coaches).scalars())
    # Somebody real may have been given a case to the demo's coach: it waits for another then.
    connection.execute(update(handoff).where(handoff.c.holder_id.in_(gone)).values(holder_id=None))
    connection.execute(delete(coach).where(coach.c.id.in_(gone)))
    connection.execute(delete(conversation).where(conversation.c.id.in_(ids)))
    return len(ids)


def _text(
    vault: Vault, own: int, side: str, body: str, at: float, case_id: int | None, holder: int | None
) -> dict[str, Any]:
    return {
        "conversation_id": own,
        "direction": "in" if side == THEY else "out",
        "author": {THEY: "recoveree", LINE: "assistant", COACH: "coach"}[side],
        "coach_id": holder if side == COACH else None,
        "case_id": case_id,
        "body_sealed": vault.seal(body),
        "created_at": at,
        "status": "received" if side == THEY else "delivered",
    }


def _case(connection: Connection, own: int, story: Story, at: float, holder: int | None) -> int:
    values: dict[str, Any] = {
        "code": f"D{own % 100:02}", "conversation_id": own, "urgency": story.urgency, "reason": story.reason,
        "rung": 0, "opened_at": at, "state": "alerting",
    }  # fmt: skip
    if not story.waits:
        values |= {
            "state": "closed", "holder_id": holder, "taken_at": at + ANSWERED_SECONDS / 2, "helped": story.helped,
            "answered_at": at + ANSWERED_SECONDS, "closed_at": at + CLOSED_SECONDS, "outcome": "talked",
        }  # fmt: skip
    case_id: int = connection.execute(insert(handoff).values(**values).returning(handoff.c.id)).scalar_one()
    return case_id
