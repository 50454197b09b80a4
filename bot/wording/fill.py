"""Gaps in texts and the values that go into them, said in plain words of the language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.wording.catalog import Catalog

_GAP = re.compile(r"\{([a-z_]+)\}")
_CODED = ("urgency", "kind")  # values that are codes of the house, not words
_MOST_NEEDS = 3


def gaps(text: str) -> frozenset[str]:
    """The names in braces of ``text``."""
    return frozenset(_GAP.findall(text))


def fill(text: str, values: Mapping[str, Any], catalog: Catalog, language: str, discreet: bool = False) -> str:
    """``text`` with each gap filled once; what stands in braces inside a value stays as it is.

    A value that is missing or empty becomes the words of ``utter_missing_<gap>`` where there
    are some, else nothing. ``discreet``: needs are not named.
    """
    needs = () if discreet else values.get("needs")
    known = {**values, "needs": needs}

    def words(gap: re.Match[str]) -> str:
        said = _spoken(gap[1], known.get(gap[1]), catalog, language)
        if said:
            return said
        instead = _word(f"utter_missing_{gap[1]}", None, catalog, language)
        return instead[:1].upper() + instead[1:] if gap.start() == 0 else instead

    return _tidy(_GAP.sub(words, text))


def _spoken(gap: str, value: object, catalog: Catalog, language: str) -> str:
    if gap == "needs":
        return needs_in_words(_strings(value), catalog, language)
    if gap in _CODED:
        return _word(f"utter_{gap}_{value}", f"utter_{gap}_any", catalog, language) or str(value or "")
    if gap == "minutes" and value is not None:
        return str(value)
    said = ", ".join(_strings(value)) if isinstance(value, list | tuple) else " ".join(str(value or "").split())
    if gap == "human_phone":
        said = _phone(said)
    elif gap == "coach":
        said = said.partition(" ")[0]  # a coach is known to people by the first name alone
    return said


def needs_in_words(needs: Sequence[str], catalog: Catalog, language: str) -> str:
    """Like "jobs", "jobs and food", "jobs, food and rides"; "help" for none, many or unknown ones."""
    names = [f"utter_need_{need}" for need in dict.fromkeys(needs)]
    if not 0 < len(names) <= _MOST_NEEDS or any(name not in catalog.names for name in names):
        return catalog.text("utter_need_any", language)
    words = [catalog.text(name, language) for name in names]
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {catalog.text('utter_join_and', language)} {words[-1]}"


def _word(name: str, otherwise: str | None, catalog: Catalog, language: str) -> str:
    for candidate in (name, otherwise):
        if candidate in catalog.names and candidate is not None:
            return catalog.text(candidate, language)
    return ""


def _strings(value: object) -> list[str]:
    return [" ".join(str(each).split()) for each in value] if isinstance(value, list | tuple) else []


def _phone(number: str) -> str:
    """A US number as people write it; any other as it is."""
    match = re.fullmatch(r"\+1(\d{3})(\d{3})(\d{4})", number)
    return "-".join(match.groups()) if match else number


def _tidy(text: str) -> str:
    """Without the traces of a gap that stayed empty: doubled spaces, a space or comma before a full stop."""
    closer = re.sub(r" +(?=[.,:;!?](?:\s|$)|\n|$)", "", re.sub(r" {2,}", " ", text))
    return re.sub(r",(?=[.!?])", "", closer).strip()
