"""The words that do something by themselves, as the line understands them: people's, and coaches'."""

from __future__ import annotations

from starlette.responses import Response

from bot.consent.keywords import Keyword, keyword_words
from bot.console.looks import note_look
from bot.console.people.access import staff_only
from bot.console.visit import Visit

MEANINGS = {
    Keyword.STOP: ("No more texts, at once", "One last text says so, with 988 and how to come back."),
    Keyword.START: ("Texts again", "The only way back after STOP. Staff cannot do it for them."),
    Keyword.HELP: (
        "Who we are",
        "A phone to call, 988 and 911, how to stop, a coach if they want. Twice: a coach.",
    ),
    Keyword.PRIVACY: ("Who may read this", "The limits of privacy, in plain words."),
    Keyword.DELETE: ("Delete what is kept", "It waits while an urgent case is open, or while a legal hold stands."),
    Keyword.SHORT: ("Shorter answers", "From then on each answer fits into one text."),
    Keyword.NO_CALL: ("Only ways to text", "Places are named with a way to text or write, not with calls alone."),
    Keyword.NOT_SAFE: ("Somebody else may read", "Nothing is sent unasked any more, and no text names what was asked."),
}
COACHES = (
    ("TAKE, TAKE A12", "Take the case that waits, or that one."),
    ("PASS", "Leave it to the next coach."),
    ("DONE", "Close the case. In a crisis it asks first."),
    ("NOTE …", "Keep a private note. The person does not get it."),
    ("TRANSFER TO …", "Offer the case to another coach."),
    ("SUPERVISOR", "Call a supervisor in."),
    ("STEP IN A12", "For supervisors: take a case over."),
    ("LIST", "What waits now."),
    ("AWAY, BACK", "No alerts; alerts again."),
    ("HELP", "This list, by text."),
)


def show(visit: Visit) -> Response:
    staff_only(visit)
    note_look(visit, "read_keywords")
    words = keyword_words()
    rows = [(words[keyword], *MEANINGS[keyword]) for keyword in Keyword]
    return visit.page("keywords.html", rows=rows, coaches=COACHES)
