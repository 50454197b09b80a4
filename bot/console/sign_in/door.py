"""Signing in and out: the one place where a password is compared and a session begins."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from bot.console.sign_in.browser_name import browser_name
from bot.console.sign_in.cookies import SESSION, Cookies
from bot.console.sign_in.lock import KnownBrowserLock, stranger_waits, wait_after
from bot.console.sign_in.passwords import Passwords
from bot.console.sign_in.second_step import SecondStep
from bot.ports import Clock
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.database import Database
from bot.store.staff import (
    StaffMember,
    change_hash,
    clear_failures,
    count_failure,
    set_password,
    staff_by_code,
    staff_by_email,
    staff_by_id,
    take_try,
)
from bot.store.staff_sessions import (
    TOUCH_SECONDS,
    Visitor,
    close_session,
    close_sessions_of,
    open_session,
    touch_session,
    visitor_of,
)


class Door:
    """Lets staff in and out. All methods wait for the database; call them from a thread."""

    def __init__(
        self, database: Database, vault: Vault, clock: Clock, cookies: Cookies, second_step: SecondStep
    ) -> None:
        self.second_step = second_step
        self._database = database
        self._vault = vault
        self._clock = clock
        self._cookies = cookies
        self._passwords = Passwords()
        self._known_browsers = KnownBrowserLock()

    def visitor(self, request: Request, touch: bool = True) -> Visitor | None:
        """Who is signed in; with ``touch`` their fifteen minutes begin anew."""
        token = self.token(request)
        if not token:
            return None
        now = self._clock.now().timestamp()
        with self._database.read() as connection:
            found = visitor_of(connection, self._vault, token, now)
        if found is None or (self.second_step.asked_of(found.visitor.role) and not found.strong):
            return None
        if touch and now - found.seen_at > TOUCH_SECONDS:
            self._database.write(lambda connection: touch_session(connection, token, now))
        return found.visitor

    def token(self, request: Request) -> str:
        """What this browser proves its session with; empty if it has none."""
        return self._cookies.read(request, SESSION)

    def member(self, staff_id: int) -> StaffMember | None:
        with self._database.read() as connection:
            return staff_by_id(connection, self._vault, staff_id)

    def check(self, request: Request, email: str, password: str) -> StaffMember | None:
        """Who signs in with ``email`` and ``password``; ``None`` for every kind of no.

        Raises :class:`Crowded` in a flood of sign-ins, but never for a browser that they signed in from before.
        """
        with self._database.read() as connection:
            member = staff_by_email(connection, self._vault, email)
        known = member is not None and self._cookies.known_browser(request, member.id) is not None
        # The hash is computed in every case: how long an answer takes tells nothing.
        right = self._passwords.right(member.password_hash if member else None, password, patient=known)
        if member is None:
            return None
        if self.must_wait(request, member):
            return None
        if not right:
            self.failed(request, member)
            return None
        self._renew_hash(member, password)
        return member

    def must_wait(self, request: Request, member: StaffMember) -> bool:
        """Whether this browser failed too often to try again already."""
        mark, now = self._cookies.known_browser(request, member.id), self._clock.now().timestamp()
        return self._known_browsers.waits(mark, now) if mark else stranger_waits(member, now)

    def take_try(self, request: Request, member: StaffMember) -> bool:
        """Whether a code may be tried now. It counts as wrong until :meth:`open` forgets it: guesses at once add up."""
        mark, now = self._cookies.known_browser(request, member.id), self._clock.now().timestamp()
        if mark:
            return self._known_browsers.take_try(mark, now)
        return self._database.write(lambda connection: take_try(connection, member.id, now, wait_after))

    def wrong_code(self, member: StaffMember) -> None:
        """The try that was taken was wrong: the audit tells it."""
        now = self._clock.now().timestamp()
        about = f"staff:{member.id}"
        self._database.write(lambda connection: write_audit(connection, "stranger", "sign_in_failed", about, now))

    def open(self, request: Request, response: Response, staff_id: int, strong: bool = False) -> None:
        """Begin a new session in this browser; a former one of it ends. ``strong``: after the second step.

        Only now are failures forgotten: a right password alone is half of the way.
        """
        now, former = self._clock.now().timestamp(), self.token(request)
        if mark := self._cookies.known_browser(request, staff_id):
            self._known_browsers.succeeded(mark)
        browser = browser_name(request.headers.get("user-agent", ""))

        def begin(connection: Connection) -> str:
            if former:
                close_session(connection, former)
            clear_failures(connection, staff_id)
            token = open_session(connection, staff_id, now, strong, browser)
            write_audit(connection, f"staff:{staff_id}", "sign_in", None, now, "two steps" if strong else None)
            return token

        self._cookies.set(response, SESSION, self._database.write(begin))
        self._cookies.remember_browser(response, staff_id)

    def close(self, request: Request, response: Response, visitor: Visitor) -> None:
        """End this browser's session."""
        token, now = self.token(request), self._clock.now().timestamp()

        def end(connection: Connection) -> None:
            close_session(connection, token)
            write_audit(connection, visitor.actor, "sign_out", None, now)

        self._database.write(end)
        self._cookies.clear(response, SESSION)

    def invited(self, code: str) -> StaffMember | None:
        """Whose one-time code this is, if it is still good."""
        with self._database.read() as connection:
            return staff_by_code(connection, self._vault, code, self._clock.now().timestamp())

    def complaint(self, password: str, email: str) -> str | None:
        """What is wrong with a new password, as a sentence."""
        return self._passwords.complaint(password, email)

    def set_password(self, code: str, password: str) -> int | None:
        """Spend a one-time code on a password; the owner is signed out everywhere. ``None`` if it is spent."""
        password_hash, now = self._passwords.hash(password), self._clock.now().timestamp()

        def spend(connection: Connection) -> int | None:
            owner = set_password(connection, code, password_hash, now)
            if owner is not None:
                close_sessions_of(connection, owner)
                write_audit(connection, f"staff:{owner}", "set_password", f"staff:{owner}", now)
            return owner

        return self._database.write(spend)

    def failed(self, request: Request, member: StaffMember) -> None:
        """A wrong password: count it, for this browser or for all that we do not know."""
        mark, now = self._cookies.known_browser(request, member.id), self._clock.now().timestamp()
        if mark:
            self._known_browsers.failed(mark, now)
        wait = 0.0 if mark else wait_after(member.failures + 1)

        def count(connection: Connection) -> None:
            if not mark:
                count_failure(connection, member.id, now + wait if wait else None)
            write_audit(connection, "stranger", "sign_in_failed", f"staff:{member.id}", now)

        self._database.write(count)

    def _renew_hash(self, member: StaffMember, password: str) -> None:
        if member.password_hash and self._passwords.outdated(member.password_hash):
            new_hash = self._passwords.hash(password)
            self._database.write(lambda connection: change_hash(connection, member.id, new_hash))
