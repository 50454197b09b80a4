"""Puts what a text says of people and places beside its meaning, where no retraining is needed.

"closer", "open now", "2" and a lone town are short for what the list or the question before them
was about; a model that sees one text at a time cannot know that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.directory.hints import Hints
from bot.directory.town_reader import NOWHERE
from bot.message import Meaning

ZIP_FORM = "zip_form"
_MAY_BE_A_PLACE = frozenset({"location", "other", "seek"})
_GRAVE = frozenset({"crisis", "opt_out", "coach", "relapse"})


def asks_place(memory: Mapping[str, Any] | None) -> bool:
    """Whether the assistant waits for the person's ZIP or town."""
    return (memory or {}).get("form") == ZIP_FORM


def has_list(memory: Mapping[str, Any] | None) -> bool:
    """Whether the person has a list of places to refer to."""
    return bool(((memory or {}).get("slots") or {}).get("listed"))


def beside(meaning: Meaning, hints: Hints, memory: Mapping[str, Any] | None) -> Meaning:
    """``meaning`` with the place and the references that ``hints`` found. Danger stays as it is."""
    if hints.again or (hints.town.slip and meaning.act not in _MAY_BE_A_PLACE):
        hints = replace(hints, town=NOWHERE)  # "alright" is no slip of Albright
    if hints.town.zip and not meaning.zip:
        meaning = replace(meaning, zip=hints.town.zip)
    if meaning.act in _GRAVE:
        return meaning
    if has_list(memory) and hints.again:
        return replace(meaning, act="more", needs=(), detail=None)
    if has_list(memory) and hints.wants.report:
        return replace(meaning, act="complaint", needs=(), detail=None)
    if hints.town.whole and not meaning.needs:
        return replace(meaning, act="location", detail=None)
    if hints.town.whole and asks_place(memory):
        return replace(meaning, act="location", needs=(), detail=None)
    return meaning
