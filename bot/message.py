"""The plain values that travel through the house. No behaviour, no outside world."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

NEEDS = (
    "jobs",
    "transportation",
    "childcare",
    "housing",
    "food",
    "clothing",
    "legal",
    "education",
    "treatment",
    "mental_health",
    "healthcare",
    "harm_reduction",
    "meetings",
    "family",
    "benefits",
    "activities",
    "talk",
)

ACTS = (
    "seek",
    "coach",
    "greet",
    "affirm",
    "deny",
    "thanks",
    "goodbye",
    "more",
    "location",
    "milestone",
    "relapse",
    "opt_out",
    "bot_question",
    "complaint",
    "wrong_number",
    "crisis",
    "other",
)


class Risk(StrEnum):
    """How near danger is; ``max`` by :attr:`rank` adds several opinions up."""

    NONE = "none"
    CONCERN = "concern"
    CHECK = "check"
    CRISIS = "crisis"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {risk: rank for rank, risk in enumerate(Risk)}  # asked hundreds of times a text


class RiskKind(StrEnum):
    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    OVERDOSE = "overdose"
    MEDICAL = "medical"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    PSYCHOSIS = "psychosis"


class About(StrEnum):
    """Who is in danger: the texter, somebody else, or not known."""

    SELF = "self"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Danger:
    """What the safety screen saw in one text, and the names of the rules that saw it."""

    risk: Risk = Risk.NONE
    kind: RiskKind | None = None
    about: About = About.UNKNOWN
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class InboundText:
    """One text as the carrier brought it.

    ``sid`` is the carrier's MessageSid, ``sender`` and ``recipient`` are E.164 numbers,
    ``opt_out_type`` is STOP, START or HELP when the carrier already acted on a keyword.
    ``missed_at`` is set when the carrier could not bring it: then it came to the carrier at that time (epoch seconds).
    """

    sid: str
    sender: str
    recipient: str
    body: str
    media: int = 0
    opt_out_type: str | None = None
    missed_at: float | None = None


@dataclass(frozen=True)
class Meaning:
    """What a text means, from Rasa's NLU. Absent (``None``) while Rasa cannot answer."""

    act: str
    needs: tuple[str, ...] = ()
    detail: str | None = None
    zip: str | None = None
    confidence: float = 0.0
    danger: Danger = field(default_factory=Danger)


@dataclass(frozen=True)
class Say:
    """A response by name with its values; the wording renders it at the end of the journey."""

    name: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What the assistant answered to one meaning: things to say, things to do, its new memory."""

    says: tuple[Say, ...]
    deeds: tuple[tuple[str, Mapping[str, Any]], ...]
    memory: Mapping[str, Any] | None
    replayed: bool = False


@dataclass(frozen=True)
class OutboundText:
    """One text on its way out. ``message_id`` is our own row; ``to`` is an E.164 number.

    ``not_after`` (``time.monotonic``): once that moment has passed it must not leave any more, somebody else
    may have taken it over.
    """

    message_id: int
    to: str
    body: str
    created_at: datetime
    not_after: float = math.inf


class Fate(StrEnum):
    """What is known of a send after asking the carrier."""

    SENT = "sent"
    REFUSED = "refused"  # final; sending again would be refused again
    LATER = "later"  # the carrier surely did not take it; try again later
    UNKNOWN = "unknown"  # it may have gone out; look it up before trying again


@dataclass(frozen=True)
class Refusal:
    """Why a carrier said no, as a row of its failure table.

    ``desk`` is a sentence for staff without a number or a word of the text in it.
    """

    code: int
    retry: bool
    opts_out: bool
    desk: str


@dataclass(frozen=True)
class SendResult:
    fate: Fate
    sid: str | None = None
    refusal: Refusal | None = None


class Delivery(StrEnum):
    """A text's state at the carrier. Receipts may only move it up this list."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"
    HELD_BACK = "held_back"  # not sent on purpose: the phone opted out meanwhile


@dataclass(frozen=True)
class Receipt:
    """A delivery receipt of the carrier for one of our texts.

    ``message_id`` is our own row, when the carrier's call named it: then the receipt finds its
    text even before its ``sid`` was stored, or when the fate of the send was unknown.
    """

    sid: str
    status: Delivery
    refusal: Refusal | None = None
    message_id: int | None = None
