"""What handling one event results in. The mailbox saves all of it in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.conversation import Case, Person
from bot.message import Danger, Meaning, Say


@dataclass(frozen=True)
class Speech:
    """One text to send. Either ``says`` (rendered in ``language``) or ``body`` (a human's own words).

    ``to`` is the conversation of the phone that gets it.
    """

    to: int
    author: str  # assistant, coach, system
    says: tuple[Say, ...] = ()
    body: str | None = None
    language: str = "en"
    coach_id: int | None = None
    segments: int = 3
    after_stop: bool = False  # may be sent to a phone that opted out (its confirmation, a crisis text)
    alert: bool = False  # an alert of the desk: its failure climbs the ladder
    discreet: bool = False  # others may read this phone: no need is named


@dataclass(frozen=True)
class Timer:
    """An event for later in the same mailbox. A pending timer of the same name is replaced."""

    name: str
    at: float
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Post:
    """An event for another conversation's mailbox. ``once``: not if one of its kind waits there already."""

    conversation_id: int
    kind: str
    payload: Mapping[str, Any]
    once: bool = False


@dataclass(frozen=True)
class CoachChange:
    """New duty state of a coach; ``None`` leaves a field as it is."""

    coach_id: int
    on_call: bool | None = None
    away: bool | None = None
    last_case_at: float | None = None
    back_until: float | None = None


@dataclass(frozen=True)
class CaseResult:
    """What became known of a closed case. ``by_coach``: only if that coach held it last; ``None`` leaves a field.

    ``outcome`` is one of ``desk.closing.OUTCOMES``; ``helped`` is the person's own 1 (no) to 5 (a lot).
    """

    case_id: int
    outcome: str | None = None
    helped: int | None = None
    by_coach: int | None = None


@dataclass(frozen=True)
class Offer:
    """What one search for one need found; ``scope`` and ``note`` as in :mod:`bot.directory.found`.

    ``again``: further places of a search that was answered before.
    """

    need: str
    scope: str
    note: str
    places: tuple[str, ...]
    zip: str | None
    again: bool = False


@dataclass(frozen=True)
class PlaceReport:
    """A person who was sent to a place says that it is ``dead``, ``moved`` or ``closed``, or ``works``."""

    place_id: str
    outcome: str


@dataclass(frozen=True)
class Note:
    """A journal entry. ``detail`` is sealed; it may hold meanings, never a person's words."""

    kind: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Outcome:
    """Filled by the journey while it handles one event, then saved whole or not at all."""

    person: Person
    speeches: list[Speech] = field(default_factory=list)
    timers: list[Timer] = field(default_factory=list)
    cancelled_timers: list[str] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    coach_changes: list[CoachChange] = field(default_factory=list)
    results: list[CaseResult] = field(default_factory=list)
    case: Case | None = None  # new or changed case of this conversation
    memory: Mapping[str, Any] | None = None  # the assistant's new memory
    memory_changed: bool = False
    meaning: Meaning | None = None
    danger: Danger | None = None
    offers: list[Offer] = field(default_factory=list)
    reports: list[PlaceReport] = field(default_factory=list)
    erase: bool = False

    def note(self, kind: str, /, **detail: Any) -> None:
        self.notes.append(Note(kind, detail))
