"""For whom a place is looked for: the groups and the age that a person's own words say.

People ask for themselves and for others by turns. ``request`` is the text that asked last and those that
belong to it (a ZIP, "closer"); it may be for anybody, and all that it says counts. Of ``earlier`` texts only
what they said of themselves does: the age of a son is not that of his mother an hour later.
All texts are normalised, the oldest first.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.directory.hint_words import AGE, DENIED, GROUP_PATTERNS, OF_ANOTHER
from bot.directory.wants import OLDEST

YOUNGEST_TEXTER, ADULT, SENIOR = 10, 18, 60
SEXES = frozenset({"women", "men"})


def groups_said(earlier: Sequence[str], request: Sequence[str], age: int | None) -> tuple[str, ...]:
    """Groups of :data:`bot.directory.traits.GROUPS`; the sex that the request says stands alone."""
    who = _groups(request)
    before = _groups([OF_ANOTHER.sub(" . ", text) for text in earlier])
    who |= before - SEXES if who & SEXES else before
    if age is not None and age < ADULT:
        who.add("youth")
    if age is not None and age >= SENIOR:
        who.add("seniors")
    return tuple(group for group in GROUP_PATTERNS if group in who)


def age_said(earlier: Sequence[str], request: Sequence[str]) -> int | None:
    """The age said last, in years; of a young child it says nothing about who asks."""
    for text in reversed(request):
        for years, _ in reversed(_ages(text)):
            return years
    for text in reversed(earlier):
        for years, of_self in reversed(_ages(text)):
            if of_self:
                return years
    return None


def _groups(texts: Sequence[str]) -> set[str]:
    plain = " . ".join(texts)
    found = set()
    for group, pattern in GROUP_PATTERNS.items():
        if any(not DENIED.search(plain[: said.start()]) for said in pattern.finditer(plain)):
            found.add(group)
    return found


def _ages(text: str) -> list[tuple[int, bool]]:
    """The ages in a text, each with whether they say it of themselves."""
    found = []
    for match in AGE.finditer(text):
        years, of_self = int(match[1]), match.group().startswith(("i", "tengo"))
        if YOUNGEST_TEXTER <= years <= OLDEST and (of_self or match["years"]):
            found.append((years, of_self))
    return found
