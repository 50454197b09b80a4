"""Every sentence the line sends, by response name and language, read from ``data/responses/``.

The files are in Rasa's own response format: a first variant in English and, beside it, one for
``language = es``. Rasa reads the same files, so that both sides know the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.wording.yaml_file import WordingError, read_yaml

LANGUAGES = ("en", "es")
_SPANISH = [{"type": "slot", "name": "language", "value": "es"}]


@dataclass(frozen=True)
class Catalog:
    """``texts``: response name -> language (``en``, ``es``) -> text with gaps such as ``{org}``.

    ``topics``: response name -> the topic it belongs to, which is its file without ``.yml``.
    """

    texts: Mapping[str, Mapping[str, str]]
    topics: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.texts)

    def text(self, name: str, language: str) -> str:
        """The text of ``name``; English for a language the line does not speak.

        Raises :class:`WordingError` for a name that no file holds. This is the one place where
        texts are looked up; what staff changed is in the catalog that ``live.LiveWords`` gives.
        """
        variants = self.texts.get(name)
        if variants is None:
            raise WordingError(f"There is no response {name} in data/responses; add it there in English and Spanish.")
        return variants[language if language in LANGUAGES else "en"]


def load_catalog(folder: Path) -> Catalog:
    """Read every ``*.yml`` of ``folder``. Raises :class:`WordingError`: nothing half-read is used."""
    texts: dict[str, Mapping[str, str]] = {}
    home: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        for name, variants in _responses(path).items():
            if name in texts:
                raise WordingError(f"{path.name}: {name} is already in {home[name]}; keep one of the two.")
            texts[name], home[name] = _by_language(path.name, name, variants), path.name
    if not texts:
        raise WordingError(f"There are no response files (*.yml) in {folder}.")
    return Catalog(texts, {name: file.removesuffix(".yml") for name, file in home.items()})


def _responses(path: Path) -> Mapping[str, Any]:
    content = read_yaml(path)
    responses = content.get("responses") if isinstance(content, dict) else None
    if not isinstance(responses, dict):
        raise WordingError(f"{path.name}: there is no 'responses:' with names under it.")
    return responses


def _by_language(file: str, name: str, variants: object) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for variant in variants if isinstance(variants, list) else []:
        text = variant.get("text") if isinstance(variant, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise WordingError(f"{file}: {name} has a variant without a text.")
        condition = variant.get("condition")
        if condition not in (None, _SPANISH):
            raise WordingError(f"{file}: {name} has a condition other than 'slot language = es'.")
        language = "en" if condition is None else "es"
        if language in found:
            raise WordingError(f"{file}: {name} has two texts for '{language}'; keep one.")
        found[language] = text.strip()
    missing = [language for language in LANGUAGES if language not in found]
    if missing:
        raise WordingError(f"{file}: {name} has no text for '{missing[0]}'.")
    return found
