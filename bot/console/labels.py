"""The house's names for things, as staff read them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.rank import DeskCase
from bot.message import About, Risk

NEEDS: Mapping[str, str] = {
    "jobs": "Jobs",
    "transportation": "Rides",
    "childcare": "Child care",
    "housing": "Housing",
    "food": "Food",
    "clothing": "Clothing",
    "legal": "Legal help",
    "education": "Education",
    "treatment": "Treatment",
    "mental_health": "Mental health",
    "healthcare": "Health care",
    "harm_reduction": "Harm reduction",
    "meetings": "Meetings",
    "family": "Family support",
    "benefits": "Benefits",
    "activities": "Activities",
    "talk": "Someone to talk to",
}
ACTS: Mapping[str, str] = {
    "seek": "Looks for help",
    "coach": "Asks for a person",
    "greet": "Says hello",
    "affirm": "Says yes",
    "deny": "Says no",
    "thanks": "Says thanks",
    "goodbye": "Says goodbye",
    "more": "Wants more options",
    "location": "Gives a place",
    "milestone": "Shares progress",
    "relapse": "Used, or strong cravings",
    "opt_out": "Wants no more texts",
    "bot_question": "Asks about the line",
    "complaint": "Is not happy",
    "wrong_number": "Wrong number",
    "crisis": "In danger",
    "other": "Something else",
}
RISKS: Mapping[str, str] = {
    "crisis": "Crisis",
    "check": "May be a crisis",
    "concern": "Concern",
    "none": "No risk seen",
}
DANGERS: Mapping[str, str] = {
    "suicide": "thoughts of suicide",
    "self_harm": "self-harm",
    "overdose": "overdose",
    "medical": "a medical emergency",
    "violence": "violence",
    "abuse": "abuse",
    "psychosis": "a mental health emergency",
}
ABOUT: Mapping[str, str] = {"self": "the person who texts", "other": "somebody else", "unknown": "not clear who"}
LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Spanish"}
STATES: Mapping[str, str] = {
    "assistant": "With the assistant",
    "waiting": "Waits for a person",
    "coach": "With a coach",
    "opted_out": "Opted out",
    "blocked": "Blocked",
}
REASONS: Mapping[str, str] = {
    "asked": "they asked for a person",
    "talk": "they want someone to listen",
    "danger": "danger",
    "assistant_down": "the assistant was out of order",
    "fault": "a fault on our side",
    "came_late": "their text reached us late",
    "relapse": "they used, or have strong cravings",
    "blocked": "the number was blocked",
}
DELIVERIES: Mapping[str, str] = {
    "pending": "Waiting to go out",
    "sending": "On its way",
    "sent": "Sent",
    "delivered": "Delivered",
    "failed": "Not delivered",
    "unknown": "Not known if it arrived",
    "held_back": "Held back: they opted out",
}
HELD_BACK: Mapping[str, str] = {
    "own_danger": "It may be about you, not about the person. Is it?",
    "promise": "It makes a promise that may not hold.",
    "phone": "It has a phone number in it. Never give your own.",
    "address": "It names an address or a place to meet. Never your own home.",
    "dose": "It speaks of a dose. Only a doctor or nurse can do that.",
}
# Why somebody may see a number; the name is what the audit keeps.
NUMBER_REASONS: Mapping[str, str] = {
    "emergency": "Emergency help is on the phone and needs the number",
    "asked": "The person asked for a call",
    "mandated": "The law or a supervisor asks for it",
}
# Why a number is blocked; the names are misuse.block.BlockWhy.
BLOCKS: Mapping[str, str] = {
    "harassment": "Harassment or threats to us",
    "spam": "Spam or a machine",
    "wrong_number": "Wrong number",
}
SEEN: Mapping[str, str] = {"unread": "Not read yet", "not_reviewed": "Not reviewed", "reviewed": "Reviewed"}
ENDED: Mapping[str, str] = {
    "unhappy": "The person was not happy",
    "resources": "They got resources",
    "talked": "A coach talked with them",
    "follow_up": "A follow-up is due",
    "crisis_handled": "A crisis was handled",
    "no_answer": "The person did not answer",
    "done": "Closed without a word",
    "opted_out": "They wanted no more texts",
}
STEPS: Mapping[str, str] = {
    "text": "Crisis text went out",
    "opened": "Case opened",
    "alert": "First alert went out",
    "taken": "A coach took it",
    "words": "First human words",
    "outcome": "The coach said how it ended",
    "debrief": "The coach was asked how they are, and answered",
}
ANSWERS: Mapping[str, str] = {"none": "They wrote last", "undelivered": "A text did not arrive"}
QUEUES: Mapping[str, str] = {
    "reported": "Reported by people",
    "stale": "Not verified for a year",
    "out": "Taken out",
}
QUEUES_EMPTY: Mapping[str, str] = {
    "reported": "Nobody reported a problem",
    "stale": "Every place was verified within a year",
    "out": "No place is taken out",
}
QUEUES_EMPTY_WHY: Mapping[str, str] = {
    "reported": "When somebody texts that a number is dead or a place has moved, it shows up here.",
    "stale": "Places show up here when nobody has checked them for a year.",
    "out": "Places that you mark as dead, moved or closed show up here, so that you can bring them back.",
}
PLACE_REPORTS: Mapping[str, str] = {
    "dead": "Phone reported dead",
    "moved": "Reported as moved",
    "closed": "Reported as closed",
}
OUTCOMES: Mapping[str, str] = {"works": "Works", "dead": "Phone dead", "moved": "Moved", "closed": "Closed"}
OUTCOMES_DONE: Mapping[str, str] = {
    "works": "Noted as verified today. It is offered again.",
    "dead": "Noted. Nobody is sent there until it works again.",
    "moved": "Noted. People get its phone, but not its address.",
    "closed": "Noted. Nobody is sent there any more.",
    "undo": "Taken back. It is as it was before your last word.",
    "too_late": "Nothing was taken back: your word was taken back already, or staff said something newer since.",
}
TOLD: Mapping[str, str] = {
    "works": "Checked: it works",
    "dead": "Phone dead",
    "moved": "Moved",
    "closed": "Closed: taken out",
    "undone": "Took the last word back",
}
PLACE_STATES: Mapping[str, str] = {
    "offered": "Offered to people",
    "out": "Taken out by staff",
    "retired": "Dropped by its source",
}
REACH: Mapping[str, str] = {
    "local": "People nearby",
    "state": "Everybody in a state",
    "national": "The whole country",
}
TOPIC_NAMES: Mapping[str, str] = {**NEEDS, "violence": "Safety from violence", "medicine": "Medicines and poison"}
UNMET: Mapping[str, str] = {
    "none": "Nothing at all",
    "national": "Only national lines",
    "state": "Only statewide",
    "far": "Over 10 miles away",
    "closed": "Nothing open",
}
MARKS: Mapping[str, str] = {
    "good_example": "Good example",
    "missed_need": "Missed a need",
    "wrong_place": "Wrong place",
    "tone": "Tone",
    "slow": "Too slow",
    "safety": "Safety",
    "discuss": "To discuss",
}
TEACHING: Mapping[str, str] = {
    "waits": "waits in the teaching queue",
    "taught": "approved for training",
    "set_aside": "not used for training",
    "done": "nothing to teach",
}
TRAININGS: Mapping[str, str] = {
    "taken": "The new model is in use",
    "not_loaded": "The new model passed, but Rasa did not load it. What to do stands above",
    "refused": "The new model missed a bar and was refused",
    "unchanged": "Nothing had changed",
    "failed": "The training failed; the model in use stays",
}
ERRANDS: Mapping[str, str] = {"mention": "You were named", "follow_up": "Look again"}
URGENCIES: Mapping[str, str] = {
    "0": "Missed danger",
    "1": "Danger read wrongly",
    "2": "Misread",
    "3": "Not sure",
}
TABLES: Mapping[str, Mapping[str, str]] = {
    "need": NEEDS,
    "act": ACTS,
    "risk": RISKS,
    "danger": DANGERS,
    "about": ABOUT,
    "language": LANGUAGES,
    "state": STATES,
    "reason": REASONS,
    "delivery": DELIVERIES,
    "answer": ANSWERS,
    "seen": SEEN,
    "ended": ENDED,
    "step": STEPS,
    "queue": QUEUES,
    "queue_empty": QUEUES_EMPTY,
    "queue_empty_why": QUEUES_EMPTY_WHY,
    "report": PLACE_REPORTS,
    "outcome": OUTCOMES,
    "outcome_done": OUTCOMES_DONE,
    "unmet": UNMET,
    "told": TOLD,
    "place_state": PLACE_STATES,
    "reach": REACH,
    "topic": TOPIC_NAMES,
    "held_back": HELD_BACK,
    "block": BLOCKS,
    "mark": MARKS,
    "teaching": TEACHING,
    "errand": ERRANDS,
    "training": TRAININGS,
    "urgency": URGENCIES,
}


def plain(name: str) -> str:
    """A name of the code that has no label yet, readable."""
    return name.replace("_", " ").strip()


def label(table: str, name: object) -> str:
    """The label of ``name`` in one of :data:`TABLES`; a new name is shown plainly."""
    key = str(name)
    return TABLES[table].get(key) or plain(key)


def why(one: DeskCase) -> str:
    """Why a case stands where it stands in line, in a sentence."""
    kinds = ", ".join(label("danger", kind) for kind in one.kinds)
    about = " (somebody else is in danger)" if one.about == About.OTHER else ""
    if one.danger is Risk.CRISIS:
        return f"In danger: {kinds}{about}." if kinds else "Marked as urgent."
    if one.danger is Risk.CHECK:
        return f"May be in danger: {kinds}{about}." if kinds else "Danger was seen in the last day."
    if one.danger is Risk.CONCERN:
        return "A hard moment: use, cravings or no hope."
    reason = label("reason", one.reason)
    return f"{reason[:1].upper()}{reason[1:]}."
