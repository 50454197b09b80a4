"""The filters of the list of conversations as fields of a form: read, and written again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from zoneinfo import ZoneInfo

from bot.console.days import day_of, whole_days
from bot.store.conversation_filters import CHOICES, Wanted
from bot.store.word_search import split_words

FIELDS = (*CHOICES, "coach", "from", "to")
MOST_WORDS_LETTERS = 200


def read_fields(value: Callable[[str], str]) -> dict[str, str]:
    """The fields that are set to something that exists; ``words`` and ``after`` are read apart."""
    found = {name: value(name) for name, choices in CHOICES.items() if value(name) in choices}
    if value("coach").isascii() and value("coach").isdigit() and len(value("coach")) < 10:
        found["coach"] = value("coach")
    return found | {name: value(name) for name in ("from", "to") if day_of(value(name)) is not None}


def wanted_of(fields: Mapping[str, str], words: str, after: str, zone: ZoneInfo) -> Wanted:
    """What ``fields`` ask for. Days are whole days on the clock of ``zone``."""
    since, until = whole_days(fields.get("from", ""), fields.get("to", ""), zone)
    return Wanted(
        **{name: fields.get(name, "") for name in CHOICES},
        coach=int(fields["coach"]) if "coach" in fields else None,
        since=since,
        until=until,
        words=split_words(words[:MOST_WORDS_LETTERS]),
        after=_keyset(after),
    )


def keyset(at: tuple[float, int]) -> str:
    """The place in the list as a field."""
    return f"{at[0]!r}:{at[1]}"


def _keyset(text: str) -> tuple[float, int] | None:
    at, _, last = text.partition(":")
    try:
        found = float(at), int(last)
    except ValueError:
        return None
    return found if isfinite(found[0]) and abs(found[1]) < 2**53 else None
