"""Sign-ins to the console: inviting, changing a role, a new link, signing out, switching off.

Every function works inside the caller's transaction and writes its own line in the audit. Each
raises :class:`Refusal` before it has changed anything.
"""

from __future__ import annotations

from sqlalchemy import Connection

from bot.people.laws import ADMIN, ROLES, By, Refusal, must_leave_an_admin, must_not_be_own
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.second_step import forget_second_step
from bot.store.staff import StaffMember, able_admins, invite, set_role, shut_out, staff_by_email, staff_by_id
from bot.store.staff_sessions import close_sessions_of

NOBODY = "Nobody with this sign-in was invited."


def invite_new(connection: Connection, vault: Vault, by: By, email: str, role: str, coach_id: int | None = None) -> str:
    """Invite somebody whose address is not known yet; returns the one-time code."""
    if staff_by_email(connection, vault, email) is not None:
        raise Refusal("Somebody with this e-mail address was invited before. Open their page to send a new link.")
    return invite_again(connection, vault, by, email, role, coach_id)


def invite_again(
    connection: Connection, vault: Vault, by: By, email: str, role: str, coach_id: int | None = None
) -> str:
    """Invite somebody, or give a known one a new code and this role."""
    known = staff_by_email(connection, vault, email)
    if known is not None:
        _may_have_role(connection, by, known, role, coach_id)
    try:
        code = invite(connection, vault, email, role, by.now, coach_id)
    except ValueError as error:
        raise Refusal(f"{str(error).capitalize()}.") from error
    member = staff_by_email(connection, vault, email)
    subject = f"staff:{member.id}" if member else None
    change = _change(known, role, coach_id)
    if known is not None and change:
        close_sessions_of(connection, known.id)
    write_audit(connection, by.actor, "invite", subject, by.now, change or f"as {role}")
    return code


def change_role(
    connection: Connection, vault: Vault, by: By, staff_id: int, role: str, coach_id: int | None
) -> StaffMember:
    """Another role, or another coach behind the sign-in; returns the member as they were.

    It signs them out everywhere: a page that is open and live was drawn for the role they had.
    """
    member = _member(connection, vault, staff_id)
    if role not in ROLES:
        raise Refusal(f"Expected a role: {', '.join(ROLES)}.")
    _may_have_role(connection, by, member, role, coach_id)
    change = _change(member, role, coach_id)
    if change:
        set_role(connection, staff_id, role, coach_id)
        close_sessions_of(connection, staff_id)
        write_audit(connection, by.actor, "role_changed", f"staff:{staff_id}", by.now, change)
    return member


def reset_sign_in(connection: Connection, vault: Vault, by: By, staff_id: int) -> str:
    """Forget password and second step, sign them out everywhere; returns a new one-time code."""
    member = _member(connection, vault, staff_id)
    must_not_be_own(by, staff_id, "reset the sign-in")
    _shut(connection, staff_id)
    code = invite(connection, vault, member.email, member.role, by.now, member.coach_id)
    write_audit(connection, by.actor, "sign_in_reset", f"staff:{staff_id}", by.now)
    return code


def sign_out_everywhere(connection: Connection, vault: Vault, by: By, staff_id: int) -> None:
    """They can sign in again."""
    _member(connection, vault, staff_id)
    close_sessions_of(connection, staff_id)
    write_audit(connection, by.actor, "sign_out_everywhere", f"staff:{staff_id}", by.now)


def switch_off(connection: Connection, vault: Vault, by: By, staff_id: int) -> None:
    """They cannot sign in any more, at once; an invitation that waits is void."""
    member = _member(connection, vault, staff_id)
    must_not_be_own(by, staff_id, "switch off the access")
    must_leave_an_admin(able_admins(connection), staff_id)
    _shut(connection, staff_id)
    write_audit(connection, by.actor, "access_taken", f"staff:{staff_id}", by.now, f"was {member.role}")


def _member(connection: Connection, vault: Vault, staff_id: int) -> StaffMember:
    found = staff_by_id(connection, vault, staff_id)
    if found is None:
        raise Refusal(NOBODY)
    return found


def _may_have_role(connection: Connection, by: By, member: StaffMember, role: str, coach_id: int | None) -> None:
    if (role, coach_id) != (member.role, member.coach_id):
        must_not_be_own(by, member.id, "change the role")
        must_leave_an_admin(able_admins(connection), member.id, keeps=role == ADMIN)


def _shut(connection: Connection, staff_id: int) -> None:
    shut_out(connection, staff_id)
    forget_second_step(connection, staff_id)
    close_sessions_of(connection, staff_id)


def _change(member: StaffMember | None, role: str, coach_id: int | None) -> str:
    """What changes, before and after; empty if nothing does."""
    if member is None:
        return ""
    parts = [f"role {member.role} → {role}"] if role != member.role else []
    if coach_id != member.coach_id:
        parts.append(f"coach {member.coach_id or 'none'} → {coach_id or 'none'}")
    return ", ".join(parts)
