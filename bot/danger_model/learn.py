"""Learning the heads from labelled texts, and what held-out texts get from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.danger_model.examples import Example
from bot.danger_model.folds import FOLDS, fold_of_each
from bot.danger_model.grams import Floats, grams, learn_counter
from bot.danger_model.head import fit_head
from bot.danger_model.model import TIERS, Heads, highest
from bot.danger_model.neighbours import neighbours_of
from bot.message import About, RiskKind

KINDS = tuple(RiskKind)


@dataclass(frozen=True)
class Material:
    """Labelled texts with what is computed from each once.

    ``parts`` are the stretches of all texts, the whole text always first; ``owners`` says whose
    each is; ``counted`` and ``vectors`` belong to the parts. ``wholes``: the place of each text's
    own part.
    """

    examples: Sequence[Example]
    owners: NDArray[np.int64]
    counted: Sequence[Counter[str]]
    vectors: Floats

    @property
    def wholes(self) -> NDArray[np.int64]:
        return np.unique(self.owners, return_index=True)[1].astype(np.int64)


@dataclass(frozen=True)
class HeldOut:
    """What each text gets from heads that have not seen it: probabilities per tier, kind and person."""

    risk: Floats
    kind: Floats
    other: Floats


def learn(material: Material, chosen: NDArray[np.int64]) -> Heads:
    """Heads that have seen the ``chosen`` texts (places in ``material.examples``)."""
    wholes = material.wholes[chosen]
    examples = [material.examples[place] for place in chosen]
    counted = [material.counted[place] for place in wholes]
    counter = learn_counter(counted)
    neighbours, vectors = neighbours_of(examples, material.vectors[wholes])
    rows = counter.rows(counted)
    grave = np.array([[each.risk.rank >= tier.rank for tier in TIERS] for each in examples], np.float32)
    danger = np.array([place for place, each in enumerate(examples) if each.kind is not None], np.int64)
    someone = np.array([place for place, each in enumerate(examples) if each.about is not About.UNKNOWN], np.int64)
    kinds = np.array([[examples[place].kind is kind for kind in KINDS] for place in danger], np.float32)
    others = np.array([[examples[place].about is About.OTHER] for place in someone], np.float32)
    return Heads(
        counter,
        neighbours,
        fit_head("sigmoid", tuple(TIERS), vectors, rows, grave),
        fit_head("softmax", KINDS, vectors[danger], rows.only(danger), kinds),
        fit_head("sigmoid", ("other",), vectors[someone], rows.only(someone), others),
    )


def held_out(material: Material) -> HeldOut:
    """Cross-validation: every text is judged by heads that saw neither it nor a near-duplicate."""
    many = len(material.examples)
    found = HeldOut(*(np.zeros((many, width), np.float32) for width in (len(TIERS), len(KINDS), 1)))
    folds = fold_of_each([each.text for each in material.examples], material.vectors[material.wholes])
    for fold in range(FOLDS):
        heads = learn(material, np.flatnonzero(folds != fold))
        tested = np.flatnonzero(folds == fold)
        risk, kind, other = judge(heads, material, tested)
        found.risk[tested], found.kind[tested], found.other[tested] = risk, kind, other
    return found


def judge(heads: Heads, material: Material, chosen: NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """Probabilities for the ``chosen`` texts: per tier (their gravest stretch), per kind, of "other"."""
    parts = np.flatnonzero(np.isin(material.owners, chosen))
    place_of = {int(owner): place for place, owner in enumerate(chosen)}
    owners = [place_of[int(owner)] for owner in material.owners[parts]]
    rows = heads.counter.rows([material.counted[int(part)] for part in parts])
    vectors = heads.neighbours.features(material.vectors[parts])
    shares = heads.risk.shares(vectors, rows)
    # Kind and person are read off the stretch that looks most like danger.
    order = np.lexsort((-shares[:, 1], np.array(owners)))
    gravest = order[np.unique(np.array(owners)[order], return_index=True)[1]]
    kind = heads.kind.shares(vectors, rows)[gravest]
    other = heads.about.shares(vectors, rows)[gravest]
    return highest(shares, owners, len(chosen)), kind, other


def count_parts(parts: Sequence[str]) -> list[Counter[str]]:
    """The grams of each part."""
    return [grams(part) for part in parts]
