"""What the phones show: every text of their conversations, read from the store, so a reload loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import House
from bot.console.live import LivePart
from bot.console.moments import Moments
from bot.console.visit import static_address, template_environment
from bot.message import Delivery
from bot.privacy import is_made_up
from bot.store.messages import texts_of
from bot.store.phones import SimulatedPhone, make_phone, other_phones, own_phones, phones_mark

HERE = Path(__file__).parent
STATIC = HERE / "static"
PEOPLE = ("+15550100", "+15550101")
MOST_PHONES = 8
TEXTS = 80
LOOK_SECONDS = 0.4  # a text should show up as fast as on a phone
ARRIVED = (Delivery.SENT, Delivery.DELIVERED)
EXAMPLES = (
    "need a job n a ride 19104",
    "nobody to watch my kids",
    "quiero hablar con alguien",
    "I can't do this anymore",
)
COACH_EXAMPLES = ("LIST", "TAKE", "DONE", "HELP")


@dataclass(frozen=True)
class PhoneScreen:
    """One phone and the texts on it, oldest first. ``title`` says whose it is."""

    phone: SimulatedPhone
    title: str
    texts: tuple[ScreenText, ...]

    @property
    def face(self) -> str:
        """One letter or digit for the picture of its owner."""
        if self.phone.coach:
            return self.phone.coach[:1]
        last_word = self.title.rpartition(" ")[2]
        return last_word[:1].upper()

    @property
    def examples(self) -> tuple[str, ...]:
        return COACH_EXAMPLES if self.phone.coach else EXAMPLES


@dataclass(frozen=True)
class ScreenText:
    """One text as its phone shows it. ``own``: sent from this phone. ``at`` is epoch seconds."""

    id: int
    own: bool
    body: str
    segments: int
    at: float


class PhonePage:
    """Renders the page and its live part. Safe in threads."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._templates = template_environment(HERE / "templates")
        self._templates.globals.update(
            moment=Moments(house.settings.zone, house.clock),
            org=house.settings.warmline_org_name,
            own_static=lambda name: static_address(name, "/phone/static", STATIC),
        )

    def whole(self, trouble: str = "", number: str = "") -> str:
        """The page as HTML; ``trouble`` is what was wrong with the phone ``number`` to add."""
        for number in PEOPLE:
            self._make(number)
        return self._render("phone.html", trouble=trouble, number=number)

    def live(self) -> LivePart:
        """The screens, anew whenever a text comes or arrives."""
        return LivePart(self._mark, lambda: self._render("screens.html"), look_seconds=LOOK_SECONDS)

    def add(self, number: str) -> None:
        """Put another person's phone on the page. Raises ``ValueError`` with a sentence."""
        if not is_made_up(number):
            raise ValueError("Only made-up numbers work here: +1555 and then 01 and two digits, like +15550103.")
        self._make(number)

    def _make(self, number: str) -> None:
        now = self._house.clock.now().timestamp()
        self._house.database.write(lambda connection: make_phone(connection, self._house.vault, number, now))

    def _mark(self) -> object:
        with self._house.database.read() as connection:
            return phones_mark(connection)

    def _render(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(screens=self._screens(), **values)

    def _screens(self) -> list[PhoneScreen]:
        vault = self._house.vault
        with self._house.database.read() as connection:
            people = own_phones(connection, vault, PEOPLE)
            without = [phone.conversation_id for phone in people]
            phones = [*people, *other_phones(connection, vault, without, MOST_PHONES - len(people))]
            screens, persons = [], 0
            for phone in phones:
                persons += not (phone.coach or self._is_organisations(phone))
                title = self._title(phone, persons)
                rows = texts_of(connection, vault, phone.conversation_id, TEXTS)
                screens.append(PhoneScreen(phone, title, _arrived(rows)))
        return screens

    def _title(self, phone: SimulatedPhone, persons: int) -> str:
        if phone.coach:
            return f"Coach {phone.coach}"
        return "The organization" if self._is_organisations(phone) else f"Person {persons}"

    def _is_organisations(self, phone: SimulatedPhone) -> bool:
        """Whether it is the phone that is called when no coach is free."""
        return phone.number == self._house.settings.warmline_human_phone


def _arrived(rows: list[dict[str, Any]]) -> tuple[ScreenText, ...]:
    """What the phone itself sent, and what really reached it."""
    return tuple(
        ScreenText(row["id"], row["direction"] == "in", row["body"], row["segments"], row["created_at"])
        for row in rows
        if row["direction"] == "in" or row["status"] in ARRIVED
    )
