"""Gives a speech its words: a response by name in the person's language, or a human's own words."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation import Case
from bot.outcome import Speech
from bot.store.snapshots import Rendered
from bot.wording.catalog import Catalog
from bot.wording.compose import compose
from bot.wording.segments import count_segments, fold

LONGEST_BODY = 1600  # the carrier's limit


class SpeechRenderer:
    """Callable as the worker's ``render``. ``house`` holds ``org`` and ``human_phone``."""

    def __init__(self, catalog: Catalog, house: Mapping[str, str]) -> None:
        self._catalog = catalog
        self._house = house

    def __call__(self, speech: Speech, case: Case | None) -> Rendered:
        if speech.body is not None:
            body = fold(speech.body)[:LONGEST_BODY]
        else:
            body = compose(
                speech.says, self._catalog, speech.language, self._house, speech.segments, discreet=speech.discreet
            )
        return Rendered(speech, body, count_segments(body))
