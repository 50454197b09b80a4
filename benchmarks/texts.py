"""What people write in the benchmark, and in which order: 6 of 10 needs with a ZIP, 2 follow-ups, 2 other.

None of these sentences is training data of either side.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

ZIPS = ("19104", "45750", "87501")


class Kind(StrEnum):
    NEED = "a need with a ZIP"
    FOLLOW_UP = "a follow-up"
    OTHER = "other"


@dataclass(frozen=True)
class Step:
    """One text of a person."""

    kind: Kind
    body: str


NEEDS = (
    "I am looking for a place to sleep tonight, {}",
    "is there any sober house with space around {}",
    "my rent is late and I need help to pay it. I live in {}",
    "where could my family get groceries this week {}",
    "food bank close to {} please",
    "we have nothing to eat until friday {}",
    "I would like to find a job that hires people with a record {}",
    "help me write a resume, I am in {}",
    "need warm clothes for a job interview {}",
    "winter coat for my daughter {}",
    "how do I get a ride to my clinic from {}",
    "bus tickets for work, zip {}",
    "someone to watch my kids while I go to group {}",
    "day care I can pay for near {}",
    "I have court next week and no lawyer. {}",
    "can somebody help me clear my record in {}",
    "I want to finish my GED {}",
    "computer classes for adults near {}",
    "I want to get into detox {}",
    "outpatient program for drinking in {}",
    "methadone clinic in {}",
    "I need a counselor for my depression {}",
    "looking for a therapist who takes medicaid {}",
    "need a dentist who sees people without insurance {}",
    "doctor for a check up near {}",
    "where can I get narcan in {}",
    "clean needles program near {}",
    "is there an AA meeting I can walk to tonight {}",
    "are there any SMART recovery groups in {}",
    "support group for parents of people who use {}",
    "how do I sign up for food stamps {}",
    "I lost my ID and need a new one {}",
    "sober things to do on weekends near {}",
    "I want to volunteer somewhere {}",
)
MORE = ("MORE", "more please", "do you have other places", "any different ones?", "show me more")
THANKS = ("thank you", "thanks a lot", "thanks, that helps", "ok thank you so much", "ty")
GREETINGS = ("hello", "hi there", "hey", "good morning", "hello, is anyone there")
OTHER = (
    "is a robot writing these answers to me",
    "who can read what I write here",
    "does this cost money",
    "I have 60 days clean today",
    "today is one year sober for me",
    "what is this number for and who runs it",
    "how does this text thing work exactly",
)

# Greeting first, MORE only after a need, thanks near the end.
SCRIPT = ("hello", "need", "more", "need", "need", "other", "need", "thanks", "need", "need")
STARTS = tuple(place for place, name in enumerate(SCRIPT) if name not in ("more", "thanks"))
PEOPLE_PER_AREA = 100
AREAS = tuple(area for area in range(201, 990) if area % 100 not in (11, 55))


def phone(number: int) -> str:
    """A phone that belongs to nobody, 555-01xx in some area; ``number`` counts from 0."""
    area = AREAS[(number // PEOPLE_PER_AREA) % len(AREAS)]
    return f"+1{area}55501{number % PEOPLE_PER_AREA:02d}"


class Person:
    """Somebody with a phone who texts through the script once, from ``start`` on."""

    def __init__(self, phone: str, choice: random.Random, start: int = 0) -> None:
        self.phone = phone
        self._steps = self._write(choice, start)
        self.next: Step | None = next(self._steps, None)

    def take(self) -> Step:
        """The text to send now. Raises ``LookupError`` when nothing is left to say."""
        step = self.next
        if step is None:
            raise LookupError("This person has nothing more to say.")
        self.next = next(self._steps, None)
        return step

    def _write(self, choice: random.Random, start: int) -> Iterator[Step]:
        for name in SCRIPT[start:]:
            if name == "need":
                yield Step(Kind.NEED, choice.choice(NEEDS).format(choice.choice(ZIPS)))
            elif name == "more":
                yield Step(Kind.FOLLOW_UP, choice.choice(MORE))
            elif name == "thanks":
                yield Step(Kind.FOLLOW_UP, choice.choice(THANKS))
            else:
                yield Step(Kind.OTHER, choice.choice(GREETINGS if name == "hello" else OTHER))


class Crowd:
    """All people of one run of one side; nobody's phone is used twice. The same seed, the same texts."""

    def __init__(self, seed: int) -> None:
        self._choice = random.Random(seed)
        self._count = 0

    def newcomer(self, anywhere: bool = False) -> Person:
        """A new person, at the script's beginning or ``anywhere`` in it."""
        start = self._choice.choice(STARTS) if anywhere else 0
        person = Person(phone(self._count), self._choice, start)
        self._count += 1
        return person
