"""The pages of the console by group: what each is for, and who may open it. A new page is one line here.

The menu, the help page and the tests read this list; a page that is not in it cannot be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

COACH, STAFF, ADMIN = "coach", "staff", "admin"
EVERYBODY = frozenset({COACH, STAFF, ADMIN})
OFFICE = frozenset({STAFF, ADMIN})
ADMINS = frozenset({ADMIN})
SHORT = 6  # so many pages stand in the bar; more get a menu of their own


@dataclass(frozen=True)
class Entry:
    """A page: its address, its name in the menu, one sentence on what it is for, the roles that may open it."""

    path: str
    name: str
    about: str
    roles: frozenset[str]


@dataclass(frozen=True)
class Group:
    """Pages of one kind. ``folds``: in a long menu they are shown when one is among them, or wants them."""

    name: str
    entries: tuple[Entry, ...]
    folds: bool = True


GROUPS = (
    Group(
        "Today",
        (
            Entry("/console", "Home", "What needs you first, and how the line did last night.", OFFICE),
            Entry("/console/desk", "Desk", "Who waits for a human now, and whom coaches talk with.", EVERYBODY),
            Entry("/console/conversations", "Conversations", "Find what was said, by words or by topic.", OFFICE),
            Entry(
                "/console/inbox", "Inbox", "Where colleagues named you, and what you wanted to look at again.", OFFICE
            ),
        ),
        folds=False,
    ),
    Group(
        "How it goes",
        (
            Entry(
                "/console/desk/figures", "Desk figures", "Are we keeping our promise? Waits, and if it helped.", OFFICE
            ),
            Entry("/console/desk/figures/crises", "Crises", "What happened when in each crisis, step by step.", OFFICE),
            Entry("/console/desk/figures/coaches", "Coaches' load", "Who of the coaches may need a rest.", OFFICE),
            Entry("/console/desk/figures/report", "Monthly report", "A month on paper, for people outside.", OFFICE),
            Entry("/console/unmet", "Unmet needs", "What people looked for and we had no good answer to.", OFFICE),
        ),
    ),
    Group(
        "Places",
        (
            Entry(
                "/console/places",
                "Places to check",
                "Places to call: reported as wrong, or not checked lately.",
                OFFICE,
            ),
            Entry(
                "/console/places/find",
                "Find a place",
                "Look places up by name, town or need; staff edit them there.",
                EVERYBODY,
            ),
            Entry("/console/places/map", "Map of places", "Where help is, and where there is none.", OFFICE),
            Entry("/console/places/new", "Add a place", "Write a place that no source has.", OFFICE),
            Entry(
                "/console/places/import",
                "Import and export",
                "Bring in a file of places, or take the directory out.",
                OFFICE,
            ),
        ),
    ),
    Group(
        "The assistant",
        (
            Entry("/console/teach", "Teach it", "Texts that were misread, rewritten so that it can learn.", OFFICE),
            Entry(
                "/console/teach/training",
                "Training",
                "How good the assistant is, learning anew, and the way back.",
                OFFICE,
            ),
            Entry("/console/words", "Words", "Every text the line sends: read it, change it, go back.", OFFICE),
        ),
    ),
    Group(
        "People",
        (
            Entry("/console/people", "On duty", "Who is on duty now and this week, and when nobody is.", EVERYBODY),
            Entry("/console/people/coaches", "Coaches", "Who answers people, and in which hours.", OFFICE),
            Entry("/console/people/holidays", "Holidays", "Days on which no weekly hours count.", OFFICE),
            Entry("/console/people/sign-ins", "Sign-ins", "Who may use this console, and as what.", ADMINS),
        ),
    ),
    Group(
        "The house",
        (
            Entry(
                "/console/people/opt-outs", "Opt-outs", "Phones that get no texts, because the person said so.", OFFICE
            ),
            Entry("/console/blocked", "Blocked numbers", "Numbers that get no answers, why, and by whom.", OFFICE),
            Entry("/console/people/retention", "What is kept", "How long things are kept, and legal holds.", OFFICE),
            Entry(
                "/console/keywords",
                "Keywords",
                "Words that do something by themselves, as the line takes them.",
                OFFICE,
            ),
            Entry("/console/settings", "Settings", "What the line was started with, and how to change it.", OFFICE),
            Entry("/console/audit", "Audit", "Who looked at what, and who changed what.", ADMINS),
        ),
    ),
    Group(
        "Help and you",
        (
            Entry("/console/help", "Help", "What each page is for, and the tour through them.", EVERYBODY),
            Entry("/console/me", "My sign-ins", "Where you are signed in, and signing out there.", EVERYBODY),
        ),
    ),
)


@dataclass(frozen=True)
class Link:
    """An entry in somebody's menu. ``current`` is "page" on the page itself, "true" below it, else empty."""

    entry: Entry
    current: str


@dataclass(frozen=True)
class Fold:
    """The pages of one group in somebody's menu. ``here``: they are on one of them."""

    name: str
    links: tuple[Link, ...]
    folds: bool

    @property
    def here(self) -> bool:
        return any(link.current for link in self.links)


@dataclass(frozen=True)
class Menu:
    """What somebody may open, by group; no group is empty."""

    groups: tuple[Fold, ...]

    @property
    def short(self) -> bool:
        return sum(len(group.links) for group in self.groups) <= SHORT


def entries_for(role: str) -> Iterator[Entry]:
    """The pages that ``role`` may open, in the order of the menu."""
    return (entry for group in GROUPS for entry in group.entries if role in entry.roles)


def menu_for(role: str, path: str) -> Menu:
    """The menu of somebody with ``role`` who looks at ``path``."""
    here = nearest(role, path)
    found = []
    for group in GROUPS:
        entries = [entry for entry in group.entries if role in entry.roles]
        links = tuple(Link(entry, _current(entry, here, path)) for entry in entries)
        if links:
            found.append(Fold(group.name, links, group.folds))
    return Menu(tuple(found))


def nearest(role: str, path: str) -> Entry | None:
    """The page that ``path`` is, or belongs to: ``/console/desk/7`` belongs to the desk. Home has nothing below it."""
    above = [
        entry
        for entry in entries_for(role)
        if path == entry.path or (entry.path != "/console" and path.startswith(f"{entry.path}/"))
    ]
    return max(above, key=lambda entry: len(entry.path), default=None)


def _current(entry: Entry, here: Entry | None, path: str) -> str:
    if entry is not here:
        return ""
    return "page" if path == entry.path else "true"
