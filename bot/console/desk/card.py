"""The handoff card: what a coach should know before the first word. No text of the person in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.console.desk.access import CaseSight
from bot.console.story import Offer, offered_ids, offers_of
from bot.console.visit import Visit
from bot.conversation import Case
from bot.store.conversation_list import needs_of
from bot.store.thread import Facts, Thread, place_names, read_facts, read_thread
from bot.store.zip_areas import SqlAreas

MOST_OFFERS = 6


@dataclass(frozen=True)
class Card:
    """``place`` is a ZIP with its town; ``gave`` are places that the assistant named, newest first.

    ``dangers`` are kinds of danger seen; ``why`` are the rules that saw them. ``earlier`` are former cases.
    """

    facts: Facts
    needs: tuple[str, ...]
    place: str
    gave: tuple[Offer, ...]
    dangers: tuple[str, ...]
    why: tuple[str, ...]
    earlier: tuple[Case, ...]


def read_card(visit: Visit, connection: Connection, seen: CaseSight) -> tuple[Card, Thread]:
    """The card of a case and the newest part of the conversation."""
    vault = visit.console.house.vault
    facts = read_facts(connection, vault, seen.conversation_id)
    if facts is None:  # a case without its conversation: the foreign key forbids it
        raise LookupError("the conversation of a case is gone")
    thread = read_thread(connection, vault, seen.conversation_id)
    seen_notes = [note.detail for note in thread.notes if note.kind in ("crisis", "check")]
    kinds = dict.fromkeys(str(detail.get("kind")) for detail in reversed(seen_notes))
    why = dict.fromkeys(str(rule) for detail in reversed(seen_notes) for rule in detail.get("rules", ()))
    return Card(
        facts,
        needs_of(connection, vault, [facts.id]).get(facts.id, ()),
        place_of(connection, facts.person.zip),
        offers_of(thread, place_names(connection, offered_ids(thread)))[:MOST_OFFERS],
        tuple(kinds),
        tuple(why),
        tuple(case for case in facts.cases if case.id != seen.case.id),
    ), thread


def place_of(connection: Connection, zip: str | None) -> str:
    """ "19104, Philadelphia, PA", as much of it as is known."""
    if zip is None:
        return ""
    area = SqlAreas(connection).of_zip(zip)
    return f"{zip}, {area.city}, {area.state}" if area else zip
