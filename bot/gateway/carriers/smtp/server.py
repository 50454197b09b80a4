"""Where e-mail goes out: the mail server that a setting names, as a checked value."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 587, "smtps": 465}
EXPECTED = "expected an address like smtp://user:password@mail.example.org:587"


@dataclass(frozen=True)
class MailServer:
    """``tls`` from the first byte (smtps), else STARTTLS unless the server is on this machine."""

    host: str
    port: int
    tls: bool
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def on_this_machine(self) -> bool:
        """A login and an alert may go in clear only where nobody can listen in between."""
        return self.host in ("localhost", "127.0.0.1", "::1")


def read_mail_server(url: str) -> MailServer:
    """The server that ``url`` names. Raises ``ValueError`` with what is expected, never with the address itself."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(EXPECTED) from None
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(EXPECTED)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port or PORTS[parts.scheme], parts.scheme == "smtps", user, password)
