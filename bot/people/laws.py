"""What nobody may do to a sign-in, so that the line never loses its last administrator. Plain decisions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.errors import WarmlineError

ADMIN = "admin"
ROLES = ("staff", "admin", "coach")


class Refusal(WarmlineError):
    """Something that may not be done to somebody's sign-in or shifts; the message says why and what to do."""


@dataclass(frozen=True)
class By:
    """Who does it: the name in the audit, and the id of their own sign-in (none on the command line)."""

    actor: str
    now: float
    staff_id: int | None = None


def must_not_be_own(by: By, staff_id: int, what: str) -> None:
    """Nobody raises, lowers or shuts out themselves."""
    if by.staff_id == staff_id:
        raise Refusal(f"You cannot {what} for yourself. Ask another administrator.")


def must_leave_an_admin(able_admins: Collection[int], staff_id: int, keeps: bool = False) -> None:
    """``able_admins``: those who can sign in now. ``keeps``: ``staff_id`` stays one of them."""
    if staff_id in able_admins and len(able_admins) == 1 and not keeps:
        raise Refusal(
            "This is the last administrator who can sign in. Invite another one, and let them set a password first."
        )
