"""An encoder's weights in small, for tests of the code that computes with them."""

from __future__ import annotations

import numpy as np

from assistant.encoder.graph import LAYERS, WIDTH

WORDS, PLACES, WIDE = 50, 16, 64


def made_up_weights() -> dict[str, np.ndarray]:
    """Weights under the published names; the words are 50 and the layers narrow, so that it is quick."""
    random = np.random.default_rng(7)

    def some(*shape: int) -> np.ndarray:
        return (random.normal(size=shape) * 0.2).astype(np.float32)

    found = {
        "embeddings.word_embeddings.weight": some(WORDS, WIDTH),
        "embeddings.position_embeddings.weight": some(PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": some(2, WIDTH),
        "embeddings.LayerNorm.weight": 1 + some(WIDTH),
        "embeddings.LayerNorm.bias": some(WIDTH),
    }
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        shapes = {
            "attention.self.query": (WIDTH, WIDTH),
            "attention.self.key": (WIDTH, WIDTH),
            "attention.self.value": (WIDTH, WIDTH),
            "attention.output.dense": (WIDTH, WIDTH),
            "intermediate.dense": (WIDE, WIDTH),
            "output.dense": (WIDTH, WIDE),
        }
        for name, shape in shapes.items():
            found[f"{layer}.{name}.weight"] = some(*shape)
            found[f"{layer}.{name}.bias"] = some(shape[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            found[f"{layer}.{name}.weight"] = 1 + some(WIDTH)
            found[f"{layer}.{name}.bias"] = some(WIDTH)
    return found
