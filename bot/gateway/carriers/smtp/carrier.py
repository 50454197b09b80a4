"""Sends alerts by e-mail. The first line of a text is its subject, the rest after a blank line its body.

An e-mail cannot be looked up once it is handed over: what may have gone out is not sent again.
"""

from __future__ import annotations

import smtplib
import ssl
import time
from collections.abc import Collection
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from bot.errors import CannotLookUp
from bot.gateway.carriers.smtp.server import MailServer
from bot.message import Fate, OutboundText, Refusal, SendResult

CONNECT_SECONDS, GOODBYE_SECONDS = 4.0, 1.0
FIRST_REFUSAL, FIRST_FINAL = 400, 500  # codes of the mail server: "not now", and from there on "never"


class SmtpCarrier:
    """``bot.ports.Carrier`` for e-mail addresses; one connection a send, safe in threads.

    ``sender`` is our address, ``name`` what stands beside it. ``timeout`` (seconds) bounds a whole
    send. ``trust`` takes the place of the machine's certificates.
    """

    name = "smtp"

    def __init__(
        self, server: MailServer, sender: str, org: str, timeout: float = 10.0, trust: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._sender = sender
        self._org = org
        self._timeout = timeout
        self._trust = trust or ssl.create_default_context()

    def send(self, text: OutboundText) -> SendResult:
        """Hand ``text`` over once; the result says how sure we are that it was taken."""
        end = time.monotonic() + self._timeout
        try:
            client = self._connect(end)
        except (OSError, smtplib.SMTPException) as error:
            return SendResult(Fate.LATER, refusal=_trouble(error))
        try:
            return self._hand_over(client, text, end)
        finally:
            _leave(client)

    def find(self, text: OutboundText, known_sids: Collection[str] = ()) -> str | None:
        """Raises :class:`CannotLookUp`, always."""
        raise CannotLookUp("Nobody can ask a mail server what became of an e-mail.")

    def problem(self) -> str | None:
        """``None`` when the server takes our login now, else a sentence for operators."""
        try:
            _leave(self._connect(time.monotonic() + self._timeout))
        except (OSError, smtplib.SMTPException) as error:
            return _trouble(error).desk
        return None

    def _connect(self, end: float) -> smtplib.SMTP:
        server, seconds = self._server, min(CONNECT_SECONDS, self._timeout)
        client: smtplib.SMTP
        if server.tls:
            client = smtplib.SMTP_SSL(server.host, server.port, timeout=seconds, context=self._trust)
        else:
            client = smtplib.SMTP(server.host, server.port, timeout=seconds)
        try:
            _bound(client, end)
            if not server.tls and not server.on_this_machine:
                client.starttls(context=self._trust)
            _bound(client, end)
            client.ehlo_or_helo_if_needed()
            if server.user:
                _bound(client, end)
                client.login(server.user, server.password)
        except BaseException:
            client.close()
            raise
        return client

    def _hand_over(self, client: smtplib.SMTP, text: OutboundText, end: float) -> SendResult:
        message = self._message(text)
        try:
            _bound(client, end)
            code, _ = client.mail(self._sender)
            if code < FIRST_REFUSAL:
                _bound(client, end)
                code, _ = client.rcpt(text.to)
            if code >= FIRST_REFUSAL:
                return _refused(code)
        except (OSError, smtplib.SMTPException) as error:
            return SendResult(Fate.LATER, refusal=_trouble(error))
        try:
            _bound(client, end)
            code, _ = client.data(message.as_bytes())
        except smtplib.SMTPDataError as error:  # said before a word of ours went out
            return _refused(error.smtp_code)
        except (OSError, smtplib.SMTPException):
            return SendResult(Fate.UNKNOWN)
        return _refused(code) if code >= FIRST_REFUSAL else SendResult(Fate.SENT, sid=f"email:{text.message_id}")

    def _message(self, text: OutboundText) -> EmailMessage:
        subject, _, body = text.body.partition("\n")
        message = EmailMessage(policy=SMTP)
        message["From"] = formataddr((self._org, self._sender))
        message["To"] = text.to
        message["Subject"] = " ".join(subject.split())
        message["Date"] = format_datetime(text.created_at)
        # Always the same for the same alert: a mail server that sees it twice can tell.
        message["Message-ID"] = f"<alert-{text.message_id}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"  # no out-of-office answers, please
        message.set_content(body.strip() or subject)
        return message


def _bound(client: smtplib.SMTP, end: float) -> None:
    """Give the next answer what is left of the time."""
    left = end - time.monotonic()
    if left <= 0 or client.sock is None:
        raise TimeoutError
    client.sock.settimeout(left)


def _leave(client: smtplib.SMTP) -> None:
    """Say goodbye if there is time; what was taken is taken."""
    with suppress(OSError, smtplib.SMTPException):
        if client.sock is not None:
            client.sock.settimeout(GOODBYE_SECONDS)
        client.quit()
    client.close()


def _refused(code: int) -> SendResult:
    final = code >= FIRST_FINAL
    sentence = (
        "The mail server refuses this address. Check it with the coach." if final else "The mail server says: later."
    )
    return SendResult(Fate.REFUSED if final else Fate.LATER, refusal=Refusal(code, not final, False, sentence))


def _trouble(error: Exception) -> Refusal:
    """What operators read; without the server's own words, which may quote an address."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Refusal(
            error.smtp_code, True, False, "The mail server does not accept our login. Check WARMLINE_SMTP_URL."
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Refusal(0, True, False, "The mail server offers no encryption. Use another one, or smtps://.")
    name = type(error).__name__
    return Refusal(0, True, False, f"The mail server cannot be used ({name}). Check WARMLINE_SMTP_URL and the network.")
