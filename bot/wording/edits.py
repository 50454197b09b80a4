"""What staff changed in the texts, and the catalog that comes of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.wording.catalog import Catalog
from bot.wording.house_words import Finding, flaws


class State(StrEnum):
    """``WAITS`` for a second reader; ``DROPPED``: refused, or something newer came."""

    LIVE = "live"
    WAITS = "waits"
    DROPPED = "dropped"
    ASIDE = "aside"


@dataclass(frozen=True)
class Edit:
    """One change of one text. ``text`` is ``None`` for "back to the shipped text"; times are epoch seconds."""

    id: int
    response: str
    language: str
    text: str | None
    shipped: str
    state: State
    written_by: str
    written_at: float
    read_by: str | None = None
    read_at: float | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.response, self.language


def newest(edits: Iterable[Edit]) -> Mapping[tuple[str, str], Edit]:
    """For each text the edit that decides what goes out: the newest that ever went live."""
    found: dict[tuple[str, str], Edit] = {}
    for edit in sorted(edits, key=lambda edit: edit.id):
        if edit.state in (State.LIVE, State.ASIDE):
            found[edit.key] = edit
    return found


def base_of(edits: Iterable[Edit], language: str) -> int:
    """The newest edit in ``language`` that goes out, went out or may yet; 0 for none.

    Whoever writes over another one than their page showed writes over words that they did not see.
    """
    kept = (edit.id for edit in edits if edit.language == language and edit.state is not State.DROPPED)
    return max(kept, default=0)


def in_use(edit: Edit | None, shipped: Catalog) -> bool:
    """Whether the words of ``edit`` go out: not when they are the shipped ones, set aside, or fit no more."""
    if edit is None or edit.text is None or edit.state is not State.LIVE or edit.response not in shipped.names:
        return False
    now = shipped.text(edit.response, edit.language)
    return edit.text != now and not flaws(edit.text, now)


def problems(edit: Edit | None, shipped: Catalog) -> list[Finding]:
    """Why a live edit cannot be used any more, as after an upgrade with a new gap; empty when all is well."""
    if edit is None or edit.text is None or edit.state is not State.LIVE or edit.response not in shipped.names:
        return []
    return flaws(edit.text, shipped.text(edit.response, edit.language))


def outdated(edit: Edit | None, shipped: Catalog) -> bool:
    """Whether the shipped text changed since staff wrote theirs, so that they should look again."""
    if edit is None or edit.text is None or edit.response not in shipped.names:
        return False
    now = shipped.text(edit.response, edit.language)
    return edit.shipped != now and edit.text != now


def merged(shipped: Catalog, edits: Iterable[Edit]) -> Catalog:
    """The catalog with what staff wrote; ``shipped`` itself when nothing of theirs is in use."""
    used = [edit for edit in newest(edits).values() if in_use(edit, shipped)]
    if not used:
        return shipped
    texts = {name: dict(variants) for name, variants in shipped.texts.items()}
    for edit in used:
        texts[edit.response][edit.language] = edit.text or ""
    return Catalog(texts, shipped.topics)
