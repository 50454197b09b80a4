"""Figures for what was understood: needs, acts, opt-outs, places, and how sure it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.evaluation.cases import Case
from assistant.evaluation.shares import DIGITS, counted, f1, share, share_of
from assistant.understanding.labels import ACTS, NEEDS

LANGUAGES = ("en", "es")
BINS = 10


def meaning_figures(cases: Sequence[Case]) -> dict[str, Any]:
    """Return every figure about ordinary meaning, JSON-ready. ``cases``: at least one."""
    return {
        "texts": len(cases),
        "needs": _needs(cases),
        "acts": _acts(cases),
        "out_of_scope": _out_of_scope(cases),
        "opt_out": _opt_out(cases),
        "zip_right": share_of(cases, lambda case: case.found.zip == case.truth.zip),
        "calibration": _calibration(cases),
    }


def by_language(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """Return the cases of each language, and all of them."""
    parts = {language: [case for case in cases if case.language == language] for language in LANGUAGES}
    return {"all": list(cases), **parts}


def _needs(cases: Sequence[Case]) -> dict[str, Any]:
    truth, found = [case.truth.needs for case in cases], [case.found.needs for case in cases]
    one = [case for case in cases if len(case.truth.needs) == 1]
    several = [case for case in cases if len(case.truth.needs) > 1]
    return {
        "one_exact": share_of(one, _exact),
        "several_exact": share_of(several, _exact),
        "one_texts": len(one),
        "several_texts": len(several),
        "extra_per_one_need_text": share(sum(len(case.found.needs - case.truth.needs) for case in one), len(one)),
        "micro_f1": {
            name: f1([case.truth.needs for case in part], [case.found.needs for case in part])
            for name, part in by_language(cases).items()
        },
        "each": {need: counted(truth, found, need) for need in NEEDS},
        "confusion": _pairs(slip for case in one for slip in _need_slips(case)),
        "matrix": _pairs(
            (true, seen) for case in one for true in case.truth.needs for seen in sorted(case.found.needs)
        ),
    }


def _exact(case: Case) -> bool:
    return case.truth.needs == case.found.needs


def _need_slips(case: Case) -> Iterable[tuple[str, str]]:
    (true,) = case.truth.needs
    if true in case.found.needs:
        return [("", extra) for extra in case.found.needs - {true}]
    return [(true, taken) for taken in sorted(case.found.needs)] or [(true, "")]


def _acts(cases: Sequence[Case]) -> dict[str, Any]:
    truth = [frozenset({case.truth.act}) for case in cases]
    found = [frozenset({case.found.act}) for case in cases]
    each = {act: counted(truth, found, act) for act in ACTS}
    return {
        "right": {name: share_of(part, _act_right) for name, part in by_language(cases).items()},
        "each": {act: row for act, row in each.items() if row["texts"] or row["false_alarms"]},
        "confusion": _pairs((case.truth.act, case.found.act) for case in cases if not _act_right(case)),
        "matrix": _pairs((case.truth.act, case.found.act) for case in cases),
    }


def _act_right(case: Case) -> bool:
    return case.truth.act == case.found.act


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[list[Any]]:
    """Return [true, found, count], the commonest first."""
    counts = Counter(pairs)
    return [[true, found, times] for (true, found), times in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]


def _out_of_scope(cases: Sequence[Case]) -> dict[str, Any]:
    outside = [case for case in cases if case.truth.act == "other" and not case.truth.needs]
    return {
        "texts": len(outside),
        "no_need": share_of(outside, lambda case: not case.found.needs),
        "recognised": share_of(outside, lambda case: case.found.act == "other" and not case.found.needs),
    }


def _opt_out(cases: Sequence[Case]) -> dict[str, Any]:
    wishes = [case for case in cases if case.truth.act == "opt_out"]
    taken = [case for case in cases if case.truth.act != "opt_out" and case.found.act == "opt_out"]
    return {
        "texts": len(wishes),
        "seen": share_of(wishes, lambda case: case.found.act == "opt_out"),
        "false_alarms": len(taken),
        "share_of_others": share(len(taken), len(cases) - len(wishes)),
        "false_alarm_texts": [case.text for case in taken],
    }


def _calibration(cases: Sequence[Case]) -> dict[str, Any]:
    """How often the act is right where the assistant is this sure of it."""
    bins: list[dict[str, Any]] = []
    error = 0.0
    for number in range(BINS):
        inside = [case for case in cases if min(int(case.found.confidence * BINS), BINS - 1) == number]
        if inside:
            sure = sum(case.found.confidence for case in inside) / len(inside)
            right = sum(map(_act_right, inside)) / len(inside)
            error += abs(sure - right) * len(inside) / len(cases)
            bins.append({"texts": len(inside), "sure": round(sure, DIGITS), "right": round(right, DIGITS)})
    return {"bins": bins, "error": round(error, DIGITS)}
