"""Learning the heads from labelled texts, and what held-out texts get from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.counted import Counted
from bot.danger_model.examples import Example
from bot.danger_model.head import fit_head
from bot.danger_model.model import STRETCH_POWER, Heads, highest
from bot.danger_model.rows import Floats
from bot.message import About
from sentences.adapter import held_out as kept_apart


@dataclass(frozen=True)
class Material:
    """Labelled texts with what is computed from each once.

    ``parts`` are the stretches of all texts, the whole text always first; ``owners`` says whose
    each is; ``counted`` and ``vectors`` belong to the parts. ``wholes``: the place of each text's
    own part.
    """

    examples: Sequence[Example]
    owners: NDArray[np.int64]
    counted: Counted
    vectors: Floats

    @property
    def wholes(self) -> NDArray[np.int64]:
        return np.unique(self.owners, return_index=True)[1].astype(np.int64)


@dataclass(frozen=True)
class HeldOut:
    """What texts get from heads that have not seen them: probabilities per tier, kind and person.

    ``places``: which of the examples they are, in the order of the rows.
    """

    places: NDArray[np.int64]
    risk: Floats
    kind: Floats
    other: Floats


def learn(material: Material, chosen: NDArray[np.int64]) -> Heads:
    """Heads that have seen the ``chosen`` texts (places in ``material.examples``)."""
    wholes = material.wholes[chosen]
    examples = [material.examples[place] for place in chosen]
    counter = material.counted.learn_counter(wholes)
    vectors = material.vectors[wholes]
    rows = material.counted.rows(counter, wholes)
    someone = np.array([place for place, each in enumerate(examples) if each.about is not About.UNKNOWN], np.int64)
    others = np.array([[examples[place].about is About.OTHER] for place in someone], np.float32)
    topics = tuple(sorted({each.topic for each in examples}))
    told = np.array([[each.topic == topic for topic in topics] for each in examples], np.float32)
    return Heads(
        counter,
        fit_head("softmax", topics, vectors, rows, told),
        fit_head("sigmoid", ("other",), vectors[someone], rows.only(someone), others),
    )


def learn_and_judge(material: Material) -> tuple[Heads, HeldOut]:
    """The heads, and what texts get from them that neither they nor the encoder saw, near-duplicates included."""
    kept = kept_apart([each.text for each in material.examples])
    heads, places = learn(material, np.flatnonzero(~kept)), np.flatnonzero(kept)
    return heads, HeldOut(places, *judge(heads, material, places))


def judge(heads: Heads, material: Material, chosen: NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """Probabilities for the ``chosen`` texts: per tier (their gravest stretch), per kind, of "other"."""
    parts = np.flatnonzero(np.isin(material.owners, chosen))
    place_of = {int(owner): place for place, owner in enumerate(chosen)}
    owners = [place_of[int(owner)] for owner in material.owners[parts]]
    rows = material.counted.rows(heads.counter, parts)
    vectors = material.vectors[parts]
    shares, kinds, others = heads.judge(vectors, rows)
    shares[~np.isin(parts, material.wholes)] **= STRETCH_POWER
    # Kind and person are read off the stretch that looks most like danger.
    order = np.lexsort((-shares[:, 1], np.array(owners)))
    gravest = order[np.unique(np.array(owners)[order], return_index=True)[1]]
    return highest(shares, owners, len(chosen)), kinds[gravest], others[gravest]
