"""The second step: a six-digit code from a phone (TOTP), or a recovery code.

Between the two steps an encrypted cookie says whose password was right. At the first sign-in it
also carries the new secret, which is kept only when a code proves that a phone has it.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

import pyotp
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from bot.console.sign_in.cookies import STEP, Cookies
from bot.errors import CannotDecrypt
from bot.ports import Clock
from bot.privacy import Vault
from bot.store.audit import write_audit
from bot.store.database import Database
from bot.store.second_step import new_recovery_codes, set_secret, spend_recovery_code, spend_step
from bot.store.staff import StaffMember, staff_by_id

SECONDS = 600.0  # for the way from the password to the code
PERIOD, SLACK = 30, 1  # seconds of a code; how many of them a phone's clock may be off
_KIND = "second step"


@dataclass(frozen=True)
class Begun:
    """Somebody whose password was right. ``secret`` is a new one to set up, else empty; ``where`` they want to go."""

    member: StaffMember
    where: str
    secret: str


class SecondStep:
    """Asks for the second step. ``required``: of all staff and admins; else only of those who set it up."""

    def __init__(self, database: Database, vault: Vault, clock: Clock, cookies: Cookies, required: bool) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._cookies = cookies
        self._required = required

    def asked_of(self, role: str) -> bool:
        """Whether everybody of this role needs it."""
        return self._required and role in ("staff", "admin")

    def needed(self, member: StaffMember) -> bool:
        return bool(member.totp) or self.asked_of(member.role)

    def begin(self, response: Response, member: StaffMember, where: str) -> None:
        """Their password was right; remember that for ten minutes in this browser."""
        secret = "" if member.totp else pyotp.random_base32()
        sealed = self._vault.seal_json([_KIND, member.id, self._now(), where, secret, member.password_hash])
        self._cookies.set(response, STEP, urlsafe_b64encode(sealed).decode(), int(SECONDS))

    def begun(self, request: Request) -> Begun | None:
        """Whose password was right in this browser; ``None`` if nobody's, or it is too long ago."""
        try:
            sealed = urlsafe_b64decode(self._cookies.read(request, STEP))
            kind, staff_id, at, where, secret, password_hash = self._vault.open_json(sealed)
        except (CannotDecrypt, NotBase64, ValueError):
            return None
        if kind != _KIND or not 0 <= self._now() - at <= SECONDS:
            return None
        with self._database.read() as connection:
            member = staff_by_id(connection, self._vault, staff_id)
        if member is None or member.password_hash != password_hash or bool(member.totp) == bool(secret):
            return None
        return Begun(member, where, secret)

    def address(self, begun: Begun, org: str) -> str:
        """What the QR code holds."""
        return pyotp.TOTP(begun.secret).provisioning_uri(name=begun.member.email, issuer_name=org)

    def set_up(self, begun: Begun, code: str) -> list[str] | None:
        """Keep the new secret if ``code`` is of it; the recovery codes, to be shown once. ``None`` for a wrong code."""
        step = self._step_of(begun.secret, code)
        if step is None:
            return None
        own, now = begun.member.id, self._now()

        def save(connection: Connection) -> list[str] | None:
            if not set_secret(connection, self._vault, own, begun.secret, step):
                return None
            codes = new_recovery_codes(connection, own)
            write_audit(connection, f"staff:{own}", "second_step_set", f"staff:{own}", now)
            return codes

        return self._database.write(save)

    def right(self, member: StaffMember, code: str) -> bool:
        """Whether ``code`` is good, now and for the first time."""
        if not member.totp:
            return False
        step, now = self._step_of(member.totp, code), self._now()

        def spend(connection: Connection) -> bool:
            if step is not None:
                return spend_step(connection, member.id, step)
            if not spend_recovery_code(connection, member.id, code):
                return False
            write_audit(connection, f"staff:{member.id}", "recovery_code_used", f"staff:{member.id}", now)
            return True

        return self._database.write(spend)

    def end(self, response: Response) -> None:
        self._cookies.clear(response, STEP)

    def _step_of(self, secret: str, code: str) -> int | None:
        """Which time step ``code`` is of; every one is compared, in constant time."""
        digits = "".join(code.split()).encode()
        here, totp = int(self._now()) // PERIOD, pyotp.TOTP(secret)
        fits = [
            step
            for step in range(here - SLACK, here + SLACK + 1)
            if hmac.compare_digest(totp.generate_otp(step).encode(), digits)
        ]
        return fits[-1] if fits else None

    def _now(self) -> float:
        return self._clock.now().timestamp()
