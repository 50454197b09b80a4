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

from bot.directory.reply import LEAST_ROOM, render_card, render_lists
from bot.message import Say
from bot.wording.alphabet import EXTENDED, fold_accents, fold_lookalikes, is_gsm7
from bot.wording.catalog import Catalog
from bot.wording.fill import fill
from bot.wording.segments import LIMIT, fits, fold, trim

_RESOURCES = "utter_resources"
_FIRM = ("utter_welcome", "utter_privacy", "utter_bot_privacy", "utter_delete_")
_DANGER = re.compile(r"\b(911|988)\b")
_NO_RESOURCES = "utter_resources_none"
_PLACES = "{lists}"
_ALONE = ("utter_welcome", _RESOURCES)
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
    A missing value leaves no hole. Raises :class:`bot.wording.yaml_file.WordingError` for a name
    that is in no file. Nothing to say is an empty text.
    """
    parts = _different([part for say in says for part in _parts(say, catalog, language, house, discreet)])
    limit = _limit(parts, segments)
    parts = _with_places(_shorten(parts, limit), limit, language)
    text = fold(_join(parts))
    return text if fits(text, limit) else trim(text, limit)


def _parts(say: Say, catalog: Catalog, language: str, house: Mapping[str, str], discreet: bool) -> list[_Part]:
    name = _variant(say.name, catalog, bool(house.get("human_phone")))
    values = {**say.values, **house}
    if name == _RESOURCES:
        return _resources(values, catalog, language, discreet)
    if isinstance(values.get("card"), Mapping):
        values["card"] = render_card(values["card"], language)
    text = fill(catalog.text(name, language), values, catalog, language, discreet)
    return [_Part(name, text, firm=name.startswith(_FIRM) or bool(_DANGER.search(text)))]


def _variant(name: str, catalog: Catalog, has_phone: bool) -> str:
    """Of ``x``, ``x_phone`` and ``x_no_phone`` the one that fits the house."""
    base = name.removesuffix("_no_phone").removesuffix("_phone")
    better = f"{base}_phone" if has_phone else f"{base}_no_phone"
    return next((each for each in (better, base) if each in catalog.names), name)


def _resources(values: Mapping[str, Any], catalog: Catalog, language: str, discreet: bool) -> list[_Part]:
    """The list with its hint at more; needs without any place get an honest sentence before it."""
    lists = tuple(each for each in values.get("lists") or () if isinstance(each, Mapping))
    filled = tuple(each for each in lists if each.get("places"))
    empty = [str(each.get("need", "")) for each in lists if not each.get("places")]
    parts = []
    if empty or not filled:
        none = fill(catalog.text(_NO_RESOURCES, language), {"needs": empty}, catalog, language, discreet)
        parts.append(_Part(_NO_RESOURCES, none))
    if filled:
        more = catalog.text("utter_resources_more", language) if values.get("more") else ""
        text = catalog.text(_RESOURCES, language).replace("{more}", more).strip()
        parts.append(_Part(_RESOURCES, text, lists=filled))
    return parts


def _different(parts: Sequence[_Part]) -> list[_Part]:
    """Without empty parts and without what was already said, as when two steps offer a coach."""
    return list({part.text: part for part in reversed(parts) if part.text}.values())[::-1]


def _limit(parts: Sequence[_Part], wished: int) -> int:
    """The wish, or as much more as the firm parts, the places and the question after them need."""
    limit = max(1, min(wished, LIMIT))
    needed = [part for part in parts if part.firm or part.lists or part is parts[-1]]
    if any(part.firm for part in parts):
        while limit < LIMIT and _too_long(needed, limit):
            limit += 1
    return limit


def _shorten(parts: Sequence[_Part], limit: int) -> list[_Part]:
    """``parts`` with fewer sentences, until they fit and one place of each list fits beside them.

    The one of most sentences gives first, then whole parts go; the last part, usually the question, gives
    when nobody else can.
    """
    kept = list(parts)
    while _too_long(kept, limit):
        soft = [index for index, part in enumerate(kept) if not part.firm and not part.lists]
        before = [index for index in soft if index != len(kept) - 1]
        longest = max(before or soft, key=lambda index: len(_sentences(kept[index])), default=None)
        if longest is not None and len(_sentences(kept[longest])) > 1:
            kept[longest] = replace(kept[longest], text=" ".join(_sentences(kept[longest])[:-1]))
        elif longest is not None and len(kept) > 1:
            del kept[longest]
        else:
            break
    return kept


def _too_long(parts: Sequence[_Part], limit: int) -> bool:
    return _room(parts, limit) < LEAST_ROOM * sum(bool(part.lists) for part in parts)


def _sentences(part: _Part) -> list[str]:
    return _SENTENCE_GAP.split(part.text)


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
    """One text: places, and what follows them or the welcome, begin on a line of their own."""
    text = ""
    for before, part in zip((None, *parts), parts, strict=False):
        own_line = part.name == _RESOURCES or (before is not None and before.name.startswith(_ALONE))
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
