"""A real SMTP server on 127.0.0.1 that keeps what it gets and makes trouble on demand."""

from __future__ import annotations

import asyncio
import email
import email.policy
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class MailServer:
    """``mails`` is what arrived. ``refuse[address]`` is answered to RCPT, ``after_data`` to the words themselves."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuse: dict[str, str] = {}
        self.after_data: str | None = None
        self.vanish = False  # take the words, then end the connection without an answer
        self.slow_seconds = 0.0  # between taking the words and saying so
        self.logins: list[str] = []
        self.port = 0
        self.changed = threading.Condition()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.after_data is not None:
            return self.after_data
        mail = email.message_from_bytes(bytes(envelope.content or b""), policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        with self.changed:
            self.mails.append(mail)
            self.changed.notify_all()
        await asyncio.sleep(self.slow_seconds)
        if self.vanish:
            server.transport.close()
        return "250 OK"

    def login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        self.logins.append(data.login.decode())
        return AuthResult(success=data.password == b"right")

    def to(self, address: str) -> list[EmailMessage]:
        with self.changed:
            return [mail for mail in self.mails if mail["To"] == address]

    def wait(self, address: str, count: int = 1, timeout: float = 60.0) -> list[EmailMessage]:
        """The mails to ``address`` as soon as there are ``count``."""
        end = time.monotonic() + timeout
        while len(found := self.to(address)) < count:
            if time.monotonic() > end:
                raise AssertionError(f"{len(found)} mails in {timeout} s, expected {count}")
            time.sleep(0.01)
        return found


class _AnyPort(Controller):
    """Port 0 takes a free one; the controller's own look whether it listens must know which."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(
    host: str = "127.0.0.1", starttls: ssl.SSLContext | None = None, logins: bool = False
) -> Iterator[MailServer]:
    """A running server; ``starttls`` offers encryption with that certificate and insists on it."""
    server = MailServer()
    controller = _AnyPort(
        server,
        hostname=host,
        port=0,
        tls_context=starttls,
        require_starttls=starttls is not None,
        authenticator=server.login if logins else None,
        auth_required=logins,
        auth_require_tls=False,
    )
    controller.start()
    server.port = controller.port
    try:
        yield server
    finally:
        controller.stop()
