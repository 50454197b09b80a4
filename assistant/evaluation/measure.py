"""Lets a reader read the test texts and gathers every figure in one report."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.cases import (
    BLIND_FOLDER,
    Case,
    Reading,
    blind_rows,
    reading_of,
    reading_of_label,
    reading_of_parse,
)
from assistant.evaluation.danger_figures import danger_figures
from assistant.evaluation.meaning_figures import meaning_figures
from assistant.evaluation.misspell import misspell
from assistant.understanding.model import Reader
from assistant.understanding.output import output_of

Understand = Callable[[str], Reading]
MISSPELLED_SEEDS = (1, 2, 3)


def understand_with(reader: Reader) -> Understand:
    """Return what gives the reading of one text by ``reader``."""
    return lambda text: reading_of_parse(output_of(reader.read(text)))


def blind_report(understand: Understand, folder: Path = BLIND_FOLDER) -> dict[str, Any] | None:
    """Return the figures on the blind texts; None if there are none."""
    ordinary = _cases(blind_rows(folder), understand)
    grave = _cases(blind_rows(folder, danger=True), understand)
    if not ordinary:
        return None
    report = {**meaning_figures(ordinary), "danger": danger_figures(grave, ordinary)}
    # Requests among near misses are harder than ordinary ones, and worth a look of their own.
    calm = [case for case in grave if case.truth.risk != "crisis"]
    if calm:
        report["beside_danger"] = meaning_figures(calm)
    return report


def misspelled_report(understand: Understand, folder: Path = BLIND_FOLDER) -> dict[str, Any] | None:
    """Return what is lost when a fifth of the words are misspelled; None without texts."""
    rows = blind_rows(folder)
    if not rows:
        return None
    plain = meaning_figures(_cases(rows, understand))
    scores = []
    for seed in MISSPELLED_SEEDS:
        chance = random.Random(seed)
        bad = [{**row, "text": misspell(row["text"], chance)} for row in rows]
        scores.append(meaning_figures(_cases(bad, understand)))
    before = plain["needs"]["micro_f1"]["all"]
    after = sum(score["needs"]["micro_f1"]["all"] for score in scores) / len(scores)
    acts = sum(score["acts"]["right"]["all"] for score in scores) / len(scores)
    return {"micro_f1": round(after, 4), "micro_f1_lost": round(before - after, 4), "act_right": round(acts, 4)}


def held_out_report(rows: Iterable[Mapping[str, Any]], languages: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the figures on training texts, each read by a reader that had not seen it.

    ``rows``: what ``read_held_out`` gives; ``languages``: the language of each text.
    """
    cases = [
        Case(row["text"], languages.get(row["text"], "en"), reading_of_label(row["label"]), reading_of_parse(row))
        for row in rows
    ]
    if not cases:
        return None
    # Training texts give no ZIPs to compare with.
    report = {name: figure for name, figure in meaning_figures(cases).items() if name != "zip_right"}
    return {**report, "danger": _without_texts(danger_figures(cases, cases))}


def speed_report(reader: Reader, folder: Path = BLIND_FOLDER) -> dict[str, float] | None:
    """Return how long a text takes, in milliseconds; None without texts."""
    texts = [row["text"] for row in blind_rows(folder)]
    if not texts:
        return None
    reader.read(texts[0])
    spans = sorted(_seconds(reader, text) for text in texts)
    return {
        "p50_ms": round(1000 * spans[len(spans) // 2], 2),
        "p95_ms": round(1000 * spans[int(len(spans) * 0.95)], 2),
    }


def _seconds(reader: Reader, text: str) -> float:
    start = time.perf_counter()
    reader.read(text)
    return time.perf_counter() - start


def _cases(rows: Sequence[Mapping[str, Any]], understand: Understand) -> list[Case]:
    return [Case(row["text"], row["language"], reading_of(row), understand(row["text"])) for row in rows]


def _without_texts(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: figure for name, figure in figures.items() if name not in ("missed", "crisis_as_check")}
