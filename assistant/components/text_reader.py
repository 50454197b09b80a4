"""Rasa's pipeline in one component: act, needs, detail, danger and ZIP of a text."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.understanding.held_out import write_held_out
from assistant.understanding.model import Reader, load_reader
from assistant.understanding.output import output_of
from assistant.understanding.training import Example, train_and_hold_out
from assistant.understanding.vectors import RememberedVectors
from sentences.encoder import Encoder, EncoderMissing, all_cores

logger = logging.getLogger(__name__)
DATA_DIR_SETTING = "WARMLINE_DATA_DIR"


def encoder_folder() -> Path:
    """Return where the sentence encoder lies."""
    return Path(os.environ.get(DATA_DIR_SETTING, "var")) / "encoder"


def load_encoder(threads: int = 1) -> Encoder | None:
    """Load the encoder from the data directory; None, and a loud log line, without."""
    try:
        return Encoder(encoder_folder(), threads)
    except EncoderMissing as error:
        logger.error("The assistant works on word counts alone and understands less. %s", error)
        return None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TextReader(GraphComponent, IntentClassifier):
    """Trains and runs the reader inside Rasa's graph.

    Rasa's graph checks the names and hints of these methods, so they are spelled
    as it wants them.
    """

    def __init__(self, model_storage: ModelStorage, resource: Resource, reader: Reader | None = None) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._reader = reader

    @classmethod
    def required_components(cls) -> list[type]:
        """Name what must run before: nothing."""
        return []

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default configuration: there is nothing to configure."""
        return {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TextReader:
        """Make an untrained component."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Train on all examples and store the result."""
        examples = [Example(message.get(TEXT), message.get_full_intent()) for message in training_data.intent_examples]
        encoder = load_encoder(all_cores())
        remembered = RememberedVectors(encoder, encoder_folder()) if encoder else None
        self._reader, held_out = train_and_hold_out(examples, remembered, logger.info)
        if remembered:
            remembered.save()
        with self._model_storage.write_to(self._resource) as folder:
            self._reader.save(folder)
            write_held_out(folder, held_out)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TextReader:
        """Load a trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, load_reader(folder, load_encoder()))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as it is: nothing after this needs features."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Write what each message means into it."""
        if self._reader is None:
            raise RuntimeError("This text reader was not trained.")
        for message in messages:
            text = message.get(TEXT) or ""
            # A leading slash is a command to Rasa; in a person's text it is a slip.
            if text.lstrip().startswith("/"):
                message.set(TEXT, text.lstrip(" /"))
            for name, value in output_of(self._reader.read(text)).items():
                message.set(name, value, add_to_output=True)
        return messages
