"""One text of a recoveree on its way through the steps of the journey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.conversation import LATE_SECONDS, Event, Person, Snapshot
from bot.directory.hints import Hints
from bot.message import Danger, Meaning, Say
from bot.outcome import Outcome, Speech


@dataclass
class Turn:
    """What is known and decided so far. Steps read it, add to it, and say when it is finished.

    ``says`` become one text at the end of the journey. ``also`` is set when a step answered
    something (a danger check) and what the person asked besides may still be answered.
    """

    snapshot: Snapshot
    event: Event
    body: str
    danger: Danger
    meaning: Meaning | None
    outcome: Outcome
    says: list[Say] = field(default_factory=list)
    after_stop: bool = False
    also: bool = False
    welcome: bool = True
    hints: Hints = field(default_factory=Hints)

    @property
    def now(self) -> float:
        return self.snapshot.now

    @property
    def person(self) -> Person:
        return self.outcome.person

    @property
    def photo(self) -> bool:
        return bool(self.event.text and self.event.text.media)

    @property
    def opt_out_type(self) -> str | None:
        return self.event.text.opt_out_type if self.event.text else None

    @property
    def missed(self) -> bool:
        """The carrier could not bring this text when it was written; it was found in the carrier's list."""
        return bool(self.event.payload.get("missed"))

    @property
    def too_old(self) -> bool:
        """Missed, and so long ago that an automatic answer would not fit any more."""
        return self.missed and self.now - self.event.created_at > LATE_SECONDS

    def came_after(self, asked_at: float) -> bool:
        """Whether this text may answer what was asked then: it may have waited, or been found late, since before."""
        return self.event.created_at >= asked_at

    def change_person(self, **changes: Any) -> None:
        self.outcome.person = replace(self.outcome.person, **changes)

    def say(self, name: str, values: Mapping[str, Any] | None = None) -> None:
        self.says.append(Say(name, values or {}))

    def finish(self) -> Outcome:
        """Turn what was said into one text, with the welcome before it at first contact."""
        if self.says and self.person.unsafe and self.now - self.event.created_at > LATE_SECONDS:
            self.outcome.note("late_reply_held", says=[say.name for say in self.says])
        elif self.says:
            says = tuple(self.says)
            if self.welcome and not self.person.welcomed and not self.person.opted_out:
                says = (Say("utter_welcome_unsafe" if self.person.unsafe else "utter_welcome"), *says)
                self.change_person(welcomed=True)
            speech = Speech(
                self.snapshot.conversation_id,
                "assistant",
                says,
                language=self.person.language,
                segments=1 if self.person.short else 3,
                after_stop=self.after_stop,
                discreet=self.person.unsafe,
            )
            # The answer to a text comes before what the desk does because of it.
            self.outcome.speeches.insert(0, speech)
        # A text that is found late was written before others that are read already.
        self.change_person(last_text_at=max(self.event.created_at, self.person.last_text_at or 0.0))
        return self.outcome
