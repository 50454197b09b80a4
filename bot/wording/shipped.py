"""All texts as they are shipped: the line's in ``data/responses/``, the coaches' ready words in ``data/canned/``."""

from __future__ import annotations

from pathlib import Path

from bot.wording.canned import FILES, Canned, load_canned
from bot.wording.catalog import Catalog, load_catalog

DATA = Path("data")
RESPONSES, CANNED = "responses", "canned"


def load_shipped(data: Path = DATA) -> Catalog:
    """The catalog that staff may change. Raises :class:`bot.wording.yaml_file.WordingError`."""
    return with_ready_words(load_catalog(data / RESPONSES), load_canned(data / CANNED))


def with_ready_words(catalog: Catalog, canned: Canned) -> Catalog:
    """``catalog`` with each ready word as a text of its own, so that staff change all of them in one way."""
    ready = canned.words()
    topics = {name: topic for topic, texts in ready.items() for name in texts}
    texts = {name: said for texts in ready.values() for name, said in texts.items()}
    return Catalog({**catalog.texts, **texts}, {**catalog.topics, **topics})


def file_of(topic: str) -> str:
    """The file of a topic, as seen from ``data/``."""
    return f"{CANNED}/{FILES[topic]}" if topic in FILES else f"{RESPONSES}/{topic}.yml"
