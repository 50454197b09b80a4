"""What came of a click, in words for a page. By text the line would say the same with its commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.console.visit import Visit
from bot.message import Say
from bot.store.steps import step_answer
from bot.wording.catalog import Catalog
from bot.wording.fill import fill

HELD = "Your text was not sent yet. Please look at it once more."
ON_PAGE: Mapping[str, str] = {
    "utter_coach_took": "Case {code} is yours. What you send here goes to the person from the line's number.",
    "utter_coach_taken_by": "{coach} was a moment faster and has case {code} now. Thank you for being there.",
    "utter_coach_holds_already": "You hold case {code} already.",
    "utter_coach_nothing_waits": "That case does not wait any more. Thank you for being there.",
    "utter_coach_not_holding": "You do not hold this case any more, so nothing was sent.",
    "utter_coach_passed": "Case {code} goes to the next coach. Thank you for saying so.",
    "utter_coach_done": "Case {code} is closed; the automated helper has it again. Thank you. Take a break.",
    "utter_coach_supervisor": "A second person is being called to case {code}. Please stay with the person.",
    "utter_coach_note_saved": "Your note is kept. The person never sees it.",
    "utter_coach_not_sent": "That did not work, and nothing was sent. Please try again, or call in a second person.",
    "utter_coach_person_silent": (
        "The person asked for no more texts, so yours was not sent. The case stays open until you close it."
    ),
    "utter_coach_person_stopped": (
        "The person asked for no more texts, so the case ends. Please do not write to them another way."
    ),
    "utter_coach_phone_not_safe": (
        "Your text was not sent: others may read that phone, and the person has been silent. "
        "Write when they text again."
    ),
    "utter_coach_kept": "Case {code} stays open and yours.",
    "utter_coach_gone": "Case {code} is closed. Thank you all the same.",
    "utter_coach_not_yours": "{coach} has case {code}, so nothing was sent.",
    "utter_coach_step_in_hint": "{coach} has case {code}. As a supervisor you can step in.",
    "utter_coach_transfer_sent": "{coach} is asked to take case {code}. Until they do, it stays yours.",
    "utter_coach_transfer_nobody": "That coach cannot be asked. Case {code} is still yours.",
    "utter_coach_only_supervisors": "Only a supervisor can step in, so nothing was done.",
    "utter_coach_nothing_held": "That text does not wait any more.",
    "utter_coach_blocked": (
        "The number is blocked and case {code} is closed. Danger from it still reaches the desk. Your supervisor knows."
    ),
    "utter_coach_block_urgent": (
        "Case {code} is urgent, so the number was not blocked. Hand the case over, or call in a second person."
    ),
    "utter_coach_held_own_danger": HELD,
    "utter_coach_held_promise": HELD,
    "utter_coach_held_phone": HELD,
    "utter_coach_held_address": HELD,
    "utter_coach_held_dose": HELD,
}
WENT_WELL: Mapping[str, str] = {
    "coach_said": "Sent. Below your text you see when it arrives.",
    "coach_note": "Your note is kept. The person never sees it.",
    "keep": "The case stays open.",
    "answer_held": "Done.",
    "pass": "The case goes to the next coach.",
}
ON_ITS_WAY = "This takes longer than usual. It is kept, it happens once, and the page shows it by itself."
BAD = frozenset(
    {
        "utter_coach_not_holding",
        "utter_coach_not_sent",
        "utter_coach_person_silent",
        "utter_coach_person_stopped",
        "utter_coach_phone_not_safe",
        "utter_coach_not_yours",
        "utter_coach_only_supervisors",
        "utter_coach_transfer_nobody",
        "utter_coach_block_urgent",
    }
)


@dataclass(frozen=True)
class Said:
    """``tone`` is good, wait or bad."""

    sentence: str
    tone: str


def answer_to(visit: Visit) -> Said | None:
    """The answer to the click that ``?answer=`` names, if it was this visitor's own."""
    number = visit.query("answer")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    house = visit.console.house
    with house.database.read() as connection:
        answer = step_answer(connection, house.vault, int(number))
    if answer is None or visit.who.coach_id is None or answer.coach_id != visit.who.coach_id:
        return None
    if not answer.handled:
        return Said(ON_ITS_WAY, "wait")
    sentences = [_sentence(say, visit.console.words.catalog()) for say in answer.says]
    if not sentences:
        return Said(WENT_WELL.get(answer.kind, "Done."), "good")
    return Said(" ".join(sentences), "bad" if any(say.name in BAD for say in answer.says) else "good")


def _sentence(say: Say, catalog: Catalog) -> str:
    known = ON_PAGE.get(say.name)
    return fill(known if known else catalog.text(say.name, "en"), say.values, catalog, "en")
