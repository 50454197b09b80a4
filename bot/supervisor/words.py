"""What the supervisor tells whoever started the line."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from bot.settings import Settings
from bot.supervisor.addresses import own_address
from bot.supervisor.steps import Prepared

WAITS = {
    "line": "the web service to answer",
    "database": "the database",
    "assistant": "the assistant to load its model (about 20 seconds)",
}


def say(text: str) -> None:
    """What cannot be said (a closed pipe, a full disk) must stop no line."""
    with suppress(OSError, ValueError):
        print(text, flush=True)


def waiting(problems: Mapping[str, str]) -> str:
    """What the line waits for, as one sentence."""
    return f"Waiting for {' and '.join(WAITS.get(part, part) for part in problems)} …"


def ready(settings: Settings, prepared: Prepared, seconds: float) -> str:
    """How to use the line, now that it is ready."""
    address = own_address(settings)
    lines = [f"\nThe line is ready ({seconds:.0f} seconds).", ""]
    if settings.carrier == "simulator":
        lines.append(f"  Phone simulator   {address}/phone   text as a person, answer as the coach Dana")
    lines.append(f"  Console           {address}/console")
    if prepared.invitation:
        lines += [
            f"  First sign-in     {prepared.invitation}",
            f"                    This link works once. Set a password, then sign in as {prepared.invited}.",
        ]
    return "\n".join([*lines, "", "  Ctrl-C stops everything.", ""])


def sample_warning(settings: Settings) -> str | None:
    """Said loudly when real people could be sent to places that do not exist."""
    if settings.carrier == "simulator" or not settings.sample_directory:
        return None
    return (
        "\n*** WARNING: WARMLINE_SAMPLE_DIRECTORY is on with a real carrier. People who text are told\n"
        "*** about places that DO NOT EXIST. Use this for trials only.\n"
    )
