"""Gives a speech its words: a response by name in the person's language, or a human's own words."""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from bot.conversation import Case
from bot.outcome import Speech
from bot.store.snapshots import Rendered
from bot.wording.catalog import Catalog
from bot.wording.compose import compose
from bot.wording.live import LiveWords
from bot.wording.segments import count_segments, fold

log = structlog.get_logger()
LONGEST_BODY = 1600  # the carrier's limit


class SpeechRenderer:
    """Callable as the worker's ``render``. ``house`` holds ``org`` and ``human_phone``."""

    def __init__(self, words: LiveWords, house: Mapping[str, str]) -> None:
        self._words = words
        self._house = house

    def __call__(self, speech: Speech, case: Case | None) -> Rendered:
        body = fold(speech.body)[:LONGEST_BODY] if speech.body is not None else self._said(speech)
        return Rendered(speech, body, count_segments(body))

    def _said(self, speech: Speech) -> str:
        """The responses in words; the shipped words when staff's cannot be rendered, which staff then see."""
        catalog = self._words.catalog()
        if catalog is self._words.shipped:
            return self._compose(speech, catalog)
        try:
            return self._compose(speech, catalog)
        # Whatever is wrong with an edit, the person must get an answer; it is logged, and shown to staff.
        except Exception as error:  # noqa: BLE001
            names = {say.name for say in speech.says}
            log.error("edited_words_failed", error=type(error).__name__)  # no names: they tell needs
            self._words.give_up(names)
            return self._compose(speech, self._words.shipped)

    def _compose(self, speech: Speech, catalog: Catalog) -> str:
        return compose(speech.says, catalog, speech.language, self._house, speech.segments, discreet=speech.discreet)
