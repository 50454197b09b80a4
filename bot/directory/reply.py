"""Lists of places as the lines of a text message, within the room there is.

What does not fit goes in this order: the towns of addresses, addresses, hours, whole places from
the end, and long names. A phone number is never cut and never left out, nor is a meeting's time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.directory.letters import plain_letters
from bot.directory.reply_words import NEED_WORDS, WORDS
from bot.directory.text_cleaning import shortened

LEAST_ROOM = 90
"""The longest words for a phone number with a number in front and a bit of a name."""

SHORTEST_NAME = 12


@dataclass(frozen=True)
class _Line:
    name: str
    what: str
    phone: str
    address: str
    hours: str
    far: str
    when: str = ""


def render_lists(lists: Sequence[Mapping[str, Any]], language: str, room: int) -> str:
    """``lists`` as in :meth:`bot.directory.search.Found.as_values`, at most ``room`` septets.

    One line per place, numbered; with several needs the best of each comes first, then the
    second of each. Lists that had to look farther, or found nothing, say so in a line of their
    own. Only letters of GSM-7's basic table. No lists give an empty text. Raises ``ValueError`` for less room than
    ``LEAST_ROOM``.
    """
    if room < LEAST_ROOM:
        raise ValueError(f"a list of places needs room for {LEAST_ROOM} letters, not {room}")
    words = WORDS["es" if language == "es" else "en"]
    needs = NEED_WORDS["es" if language == "es" else "en"]
    notes = _notes(lists, words, needs)
    lines = [_line(place, scope, words) for scope, place in numbered(lists)]
    for attempt in _attempts(notes, lines, sum(bool(each["places"]) for each in lists)):
        if len(attempt) <= room:
            return attempt
    return _least(lines, notes, room)


def _notes(lists: Sequence[Mapping[str, Any]], words: Mapping[str, str], needs: Mapping[str, str]) -> list[str]:
    place = str(lists[0].get("place") or "") if lists else ""
    said = [words["at"].format(place=place)] if place else []
    for each in lists:
        need = needs.get(str(each["need"]), str(each["need"]).replace("_", " "))
        # One honest sentence is enough: what was asked for says more than how far it is.
        note = each.get("note") or (each["scope"] if each["scope"] in ("none", "wide") else "")
        if each["scope"] == "none":
            note = "none"
        if note in words:
            said.append(words[note].format(need=need))
    return [plain_letters(note) for note in dict.fromkeys(said)]


def numbered(lists: Sequence[Mapping[str, Any]]) -> list[tuple[str, Mapping[str, Any]]]:
    """Scope and place in the order of their numbers: the best of each list, then the second of each; none twice."""
    depth = max((len(each["places"]) for each in lists), default=0)
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for turn in range(depth):
        for each in lists:
            if turn < len(each["places"]):
                place = each["places"][turn]
                found.setdefault(str(place["id"]), (str(each["scope"]), place))
    return list(found.values())


def _line(place: Mapping[str, Any], scope: str, words: Mapping[str, str]) -> _Line:
    miles = place.get("miles")
    far = words[scope] if scope in ("state", "national") else ""
    if miles is not None and scope != "national":
        far = f"{float(miles):g} {words['miles']}"
    name, what, phone, address, hours = (
        plain_letters(str(place.get(field) or "")).strip() for field in ("name", "what", "phone", "address", "hours")
    )
    only = plain_letters(words.get(str(place.get("only") or ""), ""))
    if only and only.partition(" ")[0].lower() not in f"{name} {what}".lower() and only.split()[-1] not in what.lower():
        what = f"{what}, {only}" if what else only
    when = plain_letters(str(place.get("when") or ""))
    return _Line(name, what, phone, address, "" if when else hours, plain_letters(far), when)


def _attempts(notes: list[str], lines: list[_Line], lists: int) -> list[str]:
    """From everything to less and less, each a whole text; short names come before a list without any place."""
    texts = [_text(notes, lines, lines, lines)]
    lines = [replace(line, address=line.address.partition(", ")[0]) for line in lines]
    texts.append(_text(notes, lines, lines, lines))
    for kept in range(len(lines) - 1, -1, -1):
        texts.append(_text(notes, lines, lines[:kept], lines))
    for kept in range(len(lines) - 1, -1, -1):
        texts.append(_text(notes, lines, [], lines[:kept]))
    for kept in range(len(lines) - 1, 0, -1):
        if kept == lists - 1:
            texts.extend(_short_names(notes, lines[:lists]))
        texts.extend(_tight_then_loose(notes, lines[:kept]))
    return texts


def _short_names(notes: list[str], lines: list[_Line]) -> list[str]:
    """The best place of each list, by name and phone alone."""
    bare = [replace(line, what="", far="") for line in lines]
    sizes = (max(len(line.name) for line in lines), 24, 18, SHORTEST_NAME)
    shorter = [[replace(line, name=shortened(line.name, size)) for line in bare] for size in sizes]
    return [_text(notes, each, [], []) for each in shorter]


def _tight_then_loose(notes: list[str], lines: list[_Line]) -> list[str]:
    """Fewer places make room again: their hours and addresses come back if they fit."""
    return [_text(notes, lines, lines, lines), _text(notes, lines, [], lines), _text(notes, lines, [], [])]


def _text(notes: list[str], lines: list[_Line], with_address: list[_Line], with_hours: list[_Line]) -> str:
    said = [
        _said(number, line, number <= len(with_address), number <= len(with_hours))
        for number, line in enumerate(lines, start=1)
    ]
    return "\n".join([*notes, *said])


def _said(number: int, line: _Line, address: bool, hours: bool) -> str:
    # An address is the way to a place without a phone, so there it stays.
    street = line.address if address or not line.phone else ""
    who = f"{line.name}, {line.what}" if line.what else line.name
    who = f"{line.when}: {who}" if line.when else who
    parts = [who, line.phone, street, line.hours if hours else "", line.far]
    said = [part[:1].upper() + part[1:] for part in parts if part]
    return f"{number}) " + ". ".join([*(part.removesuffix(".") for part in said[:-1]), *said[-1:]])


def _least(lines: list[_Line], notes: list[str], room: int) -> str:
    """One place: its phone (or address) whole, its name as long as it may be."""
    if not lines:
        return _cut_notes(notes, room)
    line = lines[0]
    way = line.phone or line.address
    if len(f"1) {way}") > room:
        way = shortened(way, room - 3)
    left = room - len(f"1) . {way}")
    name = shortened(line.name, left) if left >= SHORTEST_NAME else ""
    bare = f"1) {name}. {way}" if name else f"1) {way}"
    with_notes = "\n".join([*notes, bare])
    return with_notes if len(with_notes) <= room else bare


def _cut_notes(notes: list[str], room: int) -> str:
    kept = list(notes)
    while len(kept) > 1 and len("\n".join(kept)) > room:
        kept.pop()
    return "\n".join(kept)


def render_card(card: Mapping[str, Any], language: str) -> str:
    """The full card of one place (values of :mod:`bot.directory.card`), in one paragraph, the most useful first.

    Whoever puts it into a text cuts what is too much from its end.
    """
    words = WORDS["es" if language == "es" else "en"]
    line = _line(card, "near", words)
    cost, checked = str(card.get("cost") or ""), str(card.get("verified_on") or "")
    parts = [
        f"{line.name}, {line.what}" if line.what else line.name,
        line.phone,
        line.address,
        line.when,
        str(card.get("week") or ""),
        line.far,
        str(card.get("eligibility") or ""),
        f"{words['cost']}: {cost}" if cost else "",
        str(card.get("how") or ""),
        str(card.get("website") or ""),
        f"{words['checked']} {checked}" if checked else "",
    ]
    said = [plain_letters(part).strip().rstrip(".") for part in parts if part]
    return ". ".join(part[:1].upper() + part[1:] for part in said if part) + "."
