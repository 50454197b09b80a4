"""One response in one language, as its page shows it: what goes out, what waits, what was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.console.visit import Visit
from bot.store.staff import staff_by_id
from bot.store.wording import edits_of, writers
from bot.wording.catalog import LANGUAGES, Catalog
from bot.wording.edits import Edit, State, base_of, in_use, newest, outdated, problems
from bot.wording.example import Example, example, spoken
from bot.wording.fill import gaps
from bot.wording.house_words import Draft, Finding, is_safety, look_over


@dataclass(frozen=True)
class Seen:
    """A draft as it would arrive, and what the house says about it."""

    shown: Example
    findings: Sequence[Finding]

    @property
    def barred(self) -> bool:
        return any(finding.grave for finding in self.findings)


@dataclass(frozen=True)
class Side:
    """``text`` is in the box; ``now`` goes out. ``base`` is the newest edit that the page shows (0: none yet)."""

    language: str
    shipped: str
    now: str
    text: str
    base: int
    seen: Seen
    changed: bool
    outdated_from: str  # what was shipped when staff wrote theirs; empty when it still is
    trouble: Sequence[str]  # why staff's words cannot go out
    waiting: Edit | None
    waiting_seen: Seen | None
    history: Sequence[Edit]
    gaps: Sequence[str]


def safety(visit: Visit, response: str) -> bool:
    """Whether two people must read a change of ``response``."""
    return is_safety(response, *visit.console.words.shipped.texts[response].values())


def look(visit: Visit, response: str, language: str, text: str) -> Seen:
    """How ``text`` would arrive in the place of ``response``."""
    house, words = visit.console.house.settings.said_of_the_house, visit.console.words
    catalog = words.catalog()
    said = spoken(text, catalog, language, house)
    draft = Draft(response, language, text, words.shipped.text(response, language), said)
    return Seen(example(text, catalog, language, house), look_over(draft))


def read_sides(visit: Visit, response: str, drafts: Mapping[str, str]) -> list[Side]:
    """Both languages; ``drafts`` are texts by language that somebody wrote and that are not saved."""
    with visit.console.house.database.read() as connection:
        edits = edits_of(connection, response)
    return [_side(visit, response, language, edits, drafts.get(language)) for language in LANGUAGES]


def _side(visit: Visit, response: str, language: str, edits: Sequence[Edit], draft: str | None) -> Side:
    shipped: Catalog = visit.console.words.shipped
    own = [edit for edit in edits if edit.language == language]
    live = newest(own).get((response, language))
    used = in_use(live, shipped)
    said = shipped.text(response, language)
    now = live.text if used and live and live.text else said
    waiting = next((edit for edit in reversed(own) if edit.state is State.WAITS), None)
    text = draft if draft is not None else now
    return Side(
        language,
        said,
        now,
        text,
        base_of(own, language),
        look(visit, response, language, text),
        used,
        live.shipped if live and outdated(live, shipped) and live.state is State.LIVE else "",
        _trouble(live, shipped),
        waiting,
        look(visit, response, language, waiting.text) if waiting and waiting.text else None,
        own[::-1],
        sorted(gaps(said)),
    )


def _trouble(live: Edit | None, shipped: Catalog) -> list[str]:
    if live is not None and live.state is State.ASIDE:
        return ["They could not be turned into a text, so they were set aside."]
    return [finding.sentence for finding in problems(live, shipped)]


def names_of(visit: Visit, edits: Sequence[Edit]) -> Mapping[str, str]:
    """E-mail addresses by the name in the audit ("staff:3")."""
    house, found = visit.console.house, {}
    with house.database.read() as connection:
        for staff_id in writers(edits):
            member = staff_by_id(connection, house.vault, staff_id)
            found[f"staff:{staff_id}"] = member.email if member else "Somebody who left"
    return found
