"""Step 7's words: the answer's responses become one text of a few segments.

The list of places takes whatever room the sentences leave. When even the sentences are too
long, they lose their last ones, the least needed: texts in ``data/responses/`` are written so
that what matters most comes first. A text about danger, consent or privacy is never shortened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.directory.reply import LEAST_ROOM, render_lists
from bot.message import Say
from bot.wording.alphabet import EXTENDED, fold_accents, fold_lookalikes, is_gsm7
from bot.wording.catalog import Catalog
from bot.wording.fill import fill
from bot.wording.segments import LIMIT, fits, fold, trim

_RESOURCES = "utter_resources"
_FIRM = ("utter_welcome", "utter_privacy", "utter_bot_privacy", "utter_delete")
_DANGER = re.compile(r"\b(911|988)\b")
_PLACES = "{lists}"
_SENTENCE_GAP = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True)
class _Part:
    """One response in words. ``firm``: not to be shortened. ``lists``: places still to be rendered."""

    name: str
    text: str
    firm: bool = False
    lists: tuple[Mapping[str, Any], ...] = ()


def compose(
    says: Sequence[Say],
    catalog: Catalog,
    language: str,
    house: Mapping[str, str],
    segments: int = LIMIT,
    discreet: bool = False,
) -> str:
    """``says`` as one text, folded, of at most ``segments`` segments (never more than ``LIMIT``).

    ``house`` holds ``org`` and ``human_phone`` (may be empty: the response without it is
    chosen). A wish for fewer segments gives way, up to ``LIMIT``, to a text that names 911 or
    988. ``discreet`` is for a phone that others may read: needs are not named.
    A missing value leaves no hole. Raises :class:`bot.wording.catalog.WordingError` for a name
    that is in no file. Nothing to say is an empty text.
    """
    parts = _different([_part(say, catalog, language, house, discreet) for say in says])
    limit = _limit(parts, segments)
    parts = _with_places(_shorten(parts, limit), limit, language)
    text = fold(_join(parts))
    return text if fits(text, limit) else trim(text, limit)


def _part(say: Say, catalog: Catalog, language: str, house: Mapping[str, str], discreet: bool) -> _Part:
    name = _variant(say.name, catalog, bool(house.get("human_phone")))
    values = {**say.values, **house}
    if name == _RESOURCES:
        return _resources(values, catalog, language, discreet)
    text = fill(catalog.text(name, language), values, catalog, language, discreet)
    return _Part(name, text, firm=name.startswith(_FIRM) or bool(_DANGER.search(text)))


def _variant(name: str, catalog: Catalog, has_phone: bool) -> str:
    """Of ``x``, ``x_phone`` and ``x_no_phone`` the one that fits the house."""
    base = name.removesuffix("_no_phone").removesuffix("_phone")
    better = f"{base}_phone" if has_phone else f"{base}_no_phone"
    return next((each for each in (better, base) if each in catalog.names), name)


def _resources(values: Mapping[str, Any], catalog: Catalog, language: str, discreet: bool) -> _Part:
    """The list with its hint at more. Needs without any place get an honest sentence of their own."""
    lists = tuple(each for each in values.get("lists") or () if isinstance(each, Mapping))
    filled = tuple(each for each in lists if each.get("places"))
    empty = [str(each.get("need", "")) for each in lists if not each.get("places")]
    more = catalog.text("utter_resources_more", language) if values.get("more") else ""
    text = catalog.text(_RESOURCES, language).replace("{more}", more) if filled else ""
    if empty or not filled:
        none = fill(catalog.text("utter_resources_none", language), {"needs": empty}, catalog, language, discreet)
        text = f"{none}\n{text}"
    return _Part(_RESOURCES, text.strip(), lists=filled)


def _different(parts: Sequence[_Part]) -> list[_Part]:
    """Without empty parts and without what was already said, as when two steps offer a coach."""
    return list({part.text: part for part in reversed(parts) if part.text}.values())[::-1]


def _limit(parts: Sequence[_Part], wished: int) -> int:
    """The wish, or as much more as the firm parts and the question after them need."""
    limit = max(1, min(wished, LIMIT))
    needed = [part for part in parts if part.firm or part is parts[-1]]
    if any(part.firm for part in parts):
        while limit < LIMIT and _room(needed, limit) < 0:
            limit += 1
    return limit


def _shorten(parts: Sequence[_Part], limit: int) -> list[_Part]:
    """``parts`` with fewer sentences, until they fit and one place of each list fits beside them.

    The longest gives first; the last part, usually the question, gives when nobody else can.
    Then whole parts go, the last of them stays.
    """
    kept = list(parts)
    while _room(kept, limit) < LEAST_ROOM * sum(bool(part.lists) for part in kept):
        soft = [index for index, part in enumerate(kept) if not part.firm and not part.lists]
        longer = [index for index in soft if len(_SENTENCE_GAP.split(kept[index].text)) > 1]
        if longer:
            first = [index for index in longer if index != len(kept) - 1] or longer
            index = max(first, key=lambda each: len(kept[each].text))
            kept[index] = replace(kept[index], text=" ".join(_SENTENCE_GAP.split(kept[index].text)[:-1]))
        elif soft and len(kept) > 1:
            del kept[soft[0]]  # the last one, if it is the only one: danger above all
        else:
            break
    return kept


def _with_places(parts: Sequence[_Part], limit: int, language: str) -> list[_Part]:
    """``parts`` with their lists rendered into the room that is left; a list without room is left out."""
    kept = list(parts)
    for waiting in range(sum(bool(part.lists) for part in parts), 0, -1):
        index = next(index for index, part in enumerate(kept) if part.lists)
        room = _room(kept, limit) // waiting
        if room < LEAST_ROOM:
            del kept[index]
            continue
        places = render_lists(kept[index].lists, language, room)
        kept[index] = replace(kept[index], text=kept[index].text.replace(_PLACES, places), lists=())
    return kept


def _join(parts: Sequence[_Part]) -> str:
    """One text: places, and what follows the welcome, begin on a line of their own."""
    text = ""
    for before, part in zip((None, *parts), parts, strict=False):
        own_line = "\n" in part.text or (before and ("\n" in before.text or before.name.startswith("utter_welcome")))
        text += ("\n" if own_line else " ") + part.text
    return text.strip()


def _room(parts: Sequence[_Part], limit: int) -> int:
    """How many letters of places fit into ``limit`` segments beside ``parts``; negative when too long."""
    text = fold_accents(fold_lookalikes(_join(parts).replace(_PLACES, "")))
    if is_gsm7(text):
        used = sum(2 if char in EXTENDED else 1 for char in text)
        return (160 if limit == 1 else 153 * limit) - used
    # Anything that is not in the SMS alphabet turns the whole text into 16 bits a letter.
    used = len(text.encode("utf-16-le")) // 2
    return (70 if limit == 1 else 67 * limit) - used
