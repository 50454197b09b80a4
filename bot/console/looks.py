"""Every look at something is noted with why: nobody types a reason, the line says what it knows itself.

A why has up to three parts: the occasion (a case waits, a colleague asked, nobody read it yet), what
was chosen on the page, and which page led there. The first is the line's own knowledge; the last is
what the browser says. Numbers are those of cases and conversations; a choice that would tell what
somebody needs or said is named without its value, for beside the row of the one who is opened next it
would be theirs (docs/decisions/0067-a-reason-for-every-look.md).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from urllib.parse import parse_qsl, urlsplit

from bot.console.days import day_of
from bot.console.home.periods import TITLES
from bot.console.navigation import ADMIN, nearest
from bot.console.visit import Visit
from bot.conversation import Urgency
from bot.store.audit import write_audit
from bot.store.conversation_filters import CHOICES
from bot.store.standing import OpenCase, Standing, standing_of

SEALED = ("need", "act", "language", "mark")  # what lies sealed or blind in the database stays untold here
NAMED = (*SEALED, "coach", "actor", "action", "about", "number", "topic", "q", "view")  # told without a value
YES = frozenset({"yes"})
VALUES: Mapping[str, frozenset[str]] = {
    **{name: frozenset(values) for name, values in CHOICES.items() if name not in SEALED},
    "period": frozenset(TITLES),
    "all": YES,
    "missing": YES,
}
_SPAN = {"days": r"\d{1,3}", "weeks": r"\d{1,3}", "month": r"20\d\d-\d\d"}
_ONE = re.compile(r"/console/(conversations|desk|texts)/(\d{1,15})")
_ONES = {"conversations": "conversation", "desk": "case", "texts": "text"}
_SIGNING_IN = ("/console/sign-in", "/console/code", "/console/welcome")
BY_ADDRESS = "opened by its address"


def note_look(visit: Visit, action: str, subject: str | None = None, occasion: str = "") -> None:
    """Note that the visitor looks, before they see anything. ``occasion`` holds no word or number of a person."""
    actor, now, why = visit.who.actor, visit.console.now(), why_of(visit, occasion)
    visit.console.house.database.write(lambda connection: write_audit(connection, actor, action, subject, now, why))


def occasion_of(visit: Visit, conversation_id: int) -> str:
    """What there is in a conversation that gives the visitor a reason to look at it."""
    with visit.console.house.database.read() as connection:
        found = standing_of(connection, conversation_id, visit.who.staff_id, visit.console.now())
    return occasion_in_words(found, visit.who.coach_id) if found else ""


def occasion_in_words(standing: Standing, coach_id: int | None) -> str:
    """``coach_id`` is the coach behind the sign-in, if there is one."""
    found = [_case(standing.case, coach_id)] if standing.case else []
    if standing.errand:
        found.append("a colleague asked them to look" if standing.errand == "mention" else "a follow-up is due")
    if not standing.read:
        found.append("not read yet")
    elif not standing.reviewed:
        found.append("not reviewed yet")
    return ", ".join(found) or "nothing open there"


def _case(case: OpenCase, coach_id: int | None) -> str:
    name = f"{'urgent ' if case.urgency is Urgency.CRISIS else ''}case {case.id}"
    if coach_id is not None and case.holder_id == coach_id:
        return f"holds {name}"
    if coach_id is not None and case.offered_to == coach_id:
        return f"{name} is offered to them"
    return f"{name} waits" if case.holder_id is None else f"{name} is with a coach"


def why_of(visit: Visit, occasion: str = "") -> str:
    """The why of a look: never empty."""
    request, public = visit.request, urlsplit(visit.console.house.settings.warmline_public_url)
    chosen = choices(request.url.query)
    way = way_here(request.headers.get("referer", ""), request.url.path, {request.url.netloc, public.netloc})
    return "; ".join(part for part in (occasion, f"chosen: {chosen}" if chosen else "", way) if part)


def choices(query: str) -> str:
    """What the address chose on its page, without a word that somebody could have typed into it."""
    found = []
    for name, value in parse_qsl(query[:2000]):
        if name in NAMED:
            found.append(name)
        elif value in VALUES.get(name, ()) or (name in _SPAN and re.fullmatch(_SPAN[name], value)):
            found.append(f"{name} {value}")
        elif name in ("from", "to") and (day := day_of(value)):
            found.append(f"{name} {day}")
    return ", ".join(dict.fromkeys(found))


def way_here(referer: str, path: str, ours: Collection[str]) -> str:
    """The page that led to ``path``, as the browser tells it; only pages of the hosts that are ``ours``."""
    said = urlsplit(referer[:2000])
    if not said.path.startswith("/console") or said.netloc not in ours:
        return BY_ADDRESS
    if said.path == path.removesuffix("/live"):
        return "page kept open" if path.endswith("/live") else "from the same page"
    chosen = choices(said.query)
    return f"from {_page(said.path)}{f' ({chosen})' if chosen else ''}"


def _page(path: str) -> str:
    if one := _ONE.fullmatch(path):
        return f"{_ONES[one[1]]} {one[2]}"
    if path in _SIGNING_IN:
        return "signing in"
    entry = nearest(ADMIN, path)
    return entry.name if entry else "another page"
