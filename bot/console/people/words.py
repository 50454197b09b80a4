"""The words of the pages about people: roles, states, what was done, and what the audit's names mean."""

from __future__ import annotations

from collections.abc import Mapping

ROLES: Mapping[str, tuple[str, str]] = {
    "coach": ("Coach", "sees the desk, and the texts of the person they talk with"),
    "staff": ("Staff", "reads every conversation and figure, keeps places and hours"),
    "admin": ("Administrator", "also invites people, changes coaches and roles, and reads the audit"),
}
STATES: Mapping[str, str] = {
    "active": "Can sign in",
    "invited": "Invited, no password yet",
    "lapsed": "The link ran out unused",
    "off": "Switched off",
}
DONE: Mapping[str, str] = {
    "role": "Changed. They are signed out everywhere; it counts from their next sign-in.",
    "sign_out": "They are signed out everywhere. They can sign in again.",
    "off": "They cannot sign in any more, and are signed out everywhere.",
    "added": "Added. Set their weekly hours next, or leave them free.",
    "profile": "Saved.",
    "same": "Nothing was different, so nothing was saved.",
    "phone": "From now on this phone takes cases. The old one is nobody's coach.",
    "hours": "The weekly hours are saved. Alerts follow them from now on.",
    "clear": "No weekly hours any more: alerts come at any hour while on call.",
    "day_off": "The days off are saved.",
    "undo_off": "The day off is taken back.",
    "extra": "The extra shift is saved.",
    "undo_extra": "The extra shift is taken back.",
    "taken_off": "They are a coach no more.",
    "letting_go": "Their cases are being handed on. Take them off in a moment, when they hold none.",
    "holiday": "The holiday is saved.",
    "no_holiday": "It is no holiday any more.",
    "hold_on": "The hold is on. Nothing of this person is destroyed until you take it off.",
    "erased": "Everything kept of this person is destroyed. The carrier is asked to forget its copies within minutes.",
    "hold_off": "The hold is off. What is old will be destroyed as usual.",
}
# Actors of the audit who are no sign-in.
ACTORS: Mapping[str, str] = {
    "command line": "The command line",
    "stranger": "Somebody not signed in",
    "line": "The line itself",
}


def action_words(action: str) -> str:
    """ "role_changed" as "Role changed"; "show_number:asked" as "Show number: asked"."""
    plain = action.replace("_", " ").replace(":", ": ")
    return plain[:1].upper() + plain[1:]
