"""Tells English from Spanish, also in a few words without accents."""

from __future__ import annotations

import threading

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from sentences.normalise import looks_spanish

SURE = 0.75  # short texts are often both ("no", "ok"): below this the conversation's language stays


class LinguaLanguages:
    """``ports.Languages`` over lingua; its models are loaded at the first text."""

    def __init__(self) -> None:
        self._detector: LanguageDetector | None = None
        self._lock = threading.Lock()

    def of(self, text: str, before: str) -> str:
        """``en`` or ``es``; ``before`` when the text does not tell."""
        letters = sum(char.isalpha() for char in text)
        if letters < 4:
            return before
        if looks_spanish(text.lower()):  # words that only Spanish has outweigh "GED", "AA" or a ZIP beside them
            return "es"
        best = self._loaded().compute_language_confidence_values(text)[0]
        if best.value < SURE:
            return before
        return "es" if best.language == Language.SPANISH else "en"

    def _loaded(self) -> LanguageDetector:
        with self._lock:
            if self._detector is None:
                self._detector = LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.SPANISH).build()
            return self._detector
