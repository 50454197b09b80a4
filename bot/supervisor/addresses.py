"""Under which addresses the parts of a line find each other, and people find the line."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.settings import Settings

ACTIONS_PATH = "/actions/webhook"  # as in bot.actions_route, which would bring half the service with it
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  # looked for, not listened on
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def inner_address(settings: Settings) -> str:
    """The service's base address for processes on this machine."""
    host = settings.warmline_host
    if host in EVERYWHERE:
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.warmline_port}"


def own_address(settings: Settings) -> str:
    """The base address for a person's browser: the public one, if it was set; else this machine's."""
    if settings.warmline_public_url != type(settings).model_fields["warmline_public_url"].default:
        return settings.warmline_public_url
    return inner_address(settings).replace("//127.0.0.1", "//localhost")


def own_rasa_port(settings: Settings) -> int | None:
    """The port of loopback where we start Rasa; ``None`` when ``RASA_URL`` names one that others run."""
    parts = urlsplit(settings.rasa_url)
    return (parts.port or 5005) if parts.hostname in LOOPBACK else None
