"""The console's cookies: names, flags, and the two that carry proof by themselves.

- ``warmline_session``: a random token; the database knows its hash.
- ``warmline_form``: a random seed; a form is ours if it holds the seed's HMAC.
- ``warmline_step``: sealed; whose password was right, on the way to the second step.
- ``warmline_known``: signed; says that somebody signed in from this browser before.

All are HttpOnly. Over https they are Secure and carry the ``__Host-`` prefix, so that no other
site under the same domain can set them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from bot.privacy import Vault

KNOWN_SECONDS = 90 * 24 * 3600
SESSION, FORM, KNOWN, STEP = "warmline_session", "warmline_form", "warmline_known", "warmline_step"


class Cookies:
    """Reads and sets cookies; ``public_url`` decides whether they are Secure."""

    def __init__(self, vault: Vault, public_url: str) -> None:
        self._secure = public_url.startswith("https://")
        self._prefix = "__Host-" if self._secure else ""
        self._form_key = vault.purpose_key("console forms").encode()
        self._known = URLSafeTimedSerializer(vault.purpose_key("known browsers"), salt="known")

    def read(self, request: Request, name: str) -> str:
        return request.cookies.get(self._prefix + name, "")

    def set(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        """Set a cookie for the browser's session, or for ``seconds``."""
        response.set_cookie(
            self._prefix + name,
            value,
            max_age=seconds,
            path="/",
            secure=self._secure,
            httponly=True,
            # The session must survive a click on a link in a mail. So must the seed of the forms: a page that comes
            # without it would draw a new one, and every open form of this browser would be too old. No post from
            # another site brings either.
            samesite="lax" if name in (SESSION, FORM) else "strict",
        )

    def clear(self, response: Response, name: str) -> None:
        response.delete_cookie(self._prefix + name, path="/", secure=self._secure, httponly=True)

    def form_seed(self, request: Request) -> str:
        """The seed of this browser, a new one if it has none."""
        return self.read(request, FORM) or secrets.token_urlsafe(24)

    def form_token(self, seed: str) -> str:
        """What a form must bring to prove that our page made it."""
        return hmac.new(self._form_key, seed.encode(), hashlib.sha256).hexdigest()

    def form_is_ours(self, request: Request, token: str) -> bool:
        seed = self.read(request, FORM)
        return bool(seed) and hmac.compare_digest(self.form_token(seed).encode(), token.encode())

    def remember_browser(self, response: Response, staff_id: int) -> None:
        """From now on wrong passwords of strangers do not keep ``staff_id`` out of this browser."""
        value = self._known.dumps([staff_id, secrets.token_urlsafe(12)])
        self.set(response, KNOWN, str(value), KNOWN_SECONDS)

    def known_browser(self, request: Request, staff_id: int) -> str | None:
        """The browser's own mark if ``staff_id`` signed in from it before."""
        try:
            owner, mark = self._known.loads(self.read(request, KNOWN), max_age=KNOWN_SECONDS)
        except (BadSignature, ValueError):
            return None
        return str(mark) if owner == staff_id else None
