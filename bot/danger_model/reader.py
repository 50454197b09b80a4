"""Danger as the line sees it: rules and model together (``bot.safety.screen.with_model``)."""

from __future__ import annotations

from pathlib import Path

import structlog

from bot.danger_model.files import DangerModelUnusable, load_model
from bot.message import Danger
from bot.ports import DangerReader
from bot.safety.screen import screen, with_model

log = structlog.get_logger()


class RulesAndModel:
    """Implements ``ports.DangerReader``. ``model`` is None while the rules serve alone."""

    def __init__(self, model: DangerReader | None) -> None:
        self._model = model

    def look(self, text: str) -> Danger:
        """The danger in ``text``, with the reasons of both. Never raises, whatever the text holds."""
        seen = screen(text)
        if self._model is None:
            return seen
        try:
            return with_model(seen, self._model.look(text))
        except Exception as error:  # noqa: BLE001  # whatever breaks in the model, what the rules saw must be answered
            log.error("danger_model_failed", kind=type(error).__name__)
            return seen


def open_danger_reader(data_dir: Path) -> RulesAndModel:
    """Rules and the trained model of the data directory; rules alone, loudly, if it cannot be used."""
    try:
        return RulesAndModel(load_model(data_dir))
    except DangerModelUnusable as error:
        log.error("danger_model_missing", advice=str(error))
        return RulesAndModel(None)
