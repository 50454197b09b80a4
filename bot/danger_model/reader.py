"""Danger as the line sees it: rules and model together (``bot.safety.witnesses.with_model``)."""

from __future__ import annotations

from pathlib import Path

import structlog

from bot.danger_model.files import CARD_FILE, DangerModelUnusable, load_model, models_folder
from bot.danger_model.model import DangerModel, Vectors
from bot.message import Danger
from bot.ports import DangerReader
from bot.safety.screen import screen
from bot.safety.witnesses import with_model

log = structlog.get_logger()


class RulesAndModel:
    """Implements ``ports.DangerReader``. ``model`` is None while the rules serve alone."""

    def __init__(self, model: DangerReader | None, data_dir: Path | None = None) -> None:
        self._model = model
        self._data_dir = data_dir
        self._made = _made(data_dir)

    @property
    def encoder(self) -> Vectors | None:
        """The model's sentence encoder, for others to use: a second one would cost 60 MB."""
        return self._model.encoder if isinstance(self._model, DangerModel) else None

    def look(self, text: str) -> Danger:
        """The danger in ``text``, with the reasons of both. Never raises, whatever the text holds."""
        seen = screen(text)
        model = self._model
        if model is None:
            return seen
        try:
            return with_model(seen, model.look(text))
        except Exception as error:  # noqa: BLE001  # whatever breaks in the model, what the rules saw must be answered
            log.error("danger_model_failed", kind=type(error).__name__)
            return seen

    def is_newest(self) -> bool:
        """Whether it looks with the model that lies on the disk now."""
        return _made(self._data_dir) == self._made

    def renew(self) -> None:
        """Take a newly trained model into use, if there is one. One that cannot be read changes nothing."""
        made = _made(self._data_dir)
        if self._data_dir is None or made == self._made:
            return
        try:
            self._model = load_model(self._data_dir)
        except DangerModelUnusable as error:
            log.error("danger_model_not_renewed", advice=str(error))
            return
        self._made = made
        log.info("danger_model_renewed")


def open_danger_reader(data_dir: Path) -> RulesAndModel:
    """Rules and the trained model of the data directory; rules alone, loudly, if it cannot be used."""
    try:
        return RulesAndModel(load_model(data_dir), data_dir)
    except DangerModelUnusable as error:
        log.error("danger_model_missing", advice=str(error))
        return RulesAndModel(None, data_dir)


def _made(data_dir: Path | None) -> tuple[int, int] | None:
    """Differs between two models: the card is written last, so that a model is whole when it changes."""
    try:
        card = (models_folder(data_dir) / CARD_FILE).stat() if data_dir else None
    except OSError:
        return None
    return (card.st_mtime_ns, card.st_ino) if card else None
