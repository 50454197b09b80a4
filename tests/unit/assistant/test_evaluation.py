"""Figures counted by hand, bars read and held, the same misspellings every time."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from assistant.evaluation.bars import BARS_FILE, BarsUnreadable, figure_at, judge, read_bars
from assistant.evaluation.cases import Case, Reading, RecordsUnreadable, blind_rows, read_records
from assistant.evaluation.danger_figures import danger_figures
from assistant.evaluation.meaning_figures import meaning_figures
from assistant.evaluation.measure import blind_report, misspelled_report
from assistant.evaluation.misspell import misspell
from assistant.evaluation.picture import confusion_svg
from assistant.evaluation.words import detail_lines, verdict_lines


def reading(
    act: str = "seek", needs: str = "", risk: str = "none", kind: str | None = None, sure: float = 1.0
) -> Reading:
    return Reading(act, frozenset(needs.split()), risk, kind, "self", None, sure)


def case(truth: Reading, found: Reading, language: str = "en", text: str = "a text") -> Case:
    return Case(text, language, truth, found)


CASES = [
    case(reading(needs="jobs"), reading(needs="jobs")),
    case(reading(needs="jobs"), reading(needs="jobs food")),
    case(reading(needs="food"), reading(needs="jobs"), "es"),
    case(reading(needs="food housing"), reading(needs="food housing")),
    case(reading("other"), reading("other")),
    case(reading("other"), reading(needs="legal")),
    case(reading("opt_out"), reading("opt_out")),
    case(reading("thanks"), reading("opt_out", sure=0.5), text="enough, thanks"),
]


def test_needs_are_counted() -> None:
    needs = meaning_figures(CASES)["needs"]
    assert (needs["one_exact"], needs["several_exact"]) == (pytest.approx(1 / 3, abs=1e-4), 1.0)
    assert needs["each"]["jobs"] == {
        "texts": 2, "recall": 1.0, "precision": pytest.approx(2 / 3, abs=1e-4), "false_alarms": 1,
    }  # fmt: skip
    assert needs["micro_f1"]["es"] == 0.0
    assert needs["micro_f1"]["all"] == pytest.approx(8 / 12, abs=1e-4)
    assert needs["confusion"] == [["", "food", 1], ["food", "jobs", 1]]


def test_acts_opt_outs_and_texts_out_of_scope_are_counted() -> None:
    figures = meaning_figures(CASES)
    assert figures["acts"]["right"]["all"] == 0.75
    assert figures["out_of_scope"] == {"texts": 2, "no_need": 0.5, "recognised": 0.5}
    assert (figures["opt_out"]["seen"], figures["opt_out"]["false_alarm_texts"]) == (1.0, ["enough, thanks"])
    assert figures["calibration"]["bins"][0] == {"texts": 1, "sure": 0.5, "right": 0.0}
    assert figures["calibration"]["error"] == pytest.approx(1 / 16 + 1 / 8, abs=1e-3)


def test_danger_is_counted_by_kind_and_every_missed_text_is_named() -> None:
    cases = [
        case(reading(risk="crisis", kind="suicide"), reading(risk="crisis", kind="suicide")),
        case(reading(risk="crisis", kind="suicide"), reading(risk="check", kind="abuse"), text="checked"),
        case(reading(risk="check", kind="abuse"), reading(), text="missed"),
        case(reading(), reading(risk="crisis")),
        case(reading(risk="concern"), reading()),
    ]
    ordinary = [case(reading(needs="jobs"), reading(risk="check")), case(reading("thanks"), reading(risk="check"))]
    figures = danger_figures(cases, ordinary)
    assert figures["seen"] == pytest.approx(2 / 3, abs=1e-4)
    assert (figures["crisis_as_crisis"], figures["kind_right"]) == (0.5, 0.5)
    assert figures["each"]["abuse"] == {"texts": 1, "seen": 0.0, "crisis_as_crisis": None}
    assert figures["missed"] == [{"risk": "check", "text": "missed"}]
    assert figures["crisis_as_check"] == ["checked"]
    assert figures["near_misses"] == {"texts": 2, "crisis": 0.5, "crisis_or_check": 0.5}
    assert figures["ordinary_needs"] == {"texts": 1, "crisis": 0.0, "crisis_or_check": 1.0}


def test_a_figure_is_held_against_its_bar_and_an_unmeasured_one_fails_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bars.yml"
    path.write_text(
        "bars:\n- {what: a, figure: x.y, at_least: 0.9, safety: yes}\n- {what: b, figure: x.z, at_most: 0.1}\n"
        "- {what: c, figure: gone.y, at_least: 1}\n"
    )
    verdicts = judge(read_bars(path), {"x": {"y": 0.8, "z": 0.1}})
    assert [(verdict.value, verdict.failed, verdict.bar.safety) for verdict in verdicts] == [
        (0.8, True, True),
        (0.1, False, False),
        (None, False, False),
    ]
    lines = list(verdict_lines(verdicts, {"x": {"y": 0.7}}))
    assert lines[1].startswith("MISS")
    assert "0.700" in lines[1]


@pytest.mark.parametrize("content", ["", "bars: 3", "bars: [{what: a}]", "bars: [{what: a, figure: b}]", "{"])
def test_a_spoiled_file_of_bars_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "bars.yml").write_text(content)
    with pytest.raises(BarsUnreadable):
        read_bars(tmp_path / "bars.yml")


def test_every_bar_of_the_project_names_a_figure_that_exists() -> None:
    blind = {
        **meaning_figures(CASES),
        "danger": danger_figures([case(reading(risk="crisis", kind="suicide"), reading())] * 2 + CASES, CASES),
    }
    report: dict[str, Any] = {"blind": blind, "line": blind, "held_out": blind, "misspelled": {"micro_f1_lost": 0.01}}
    report["blind"]["zip_right"] = 1.0
    missing = [bar.figure for bar in read_bars(BARS_FILE) if figure_at(report, bar.figure) is None]
    assert not missing


def test_reports_come_from_test_files(tmp_path: Path) -> None:
    rows = [{"text": "need a job", "language": "en", "act": "seek", "needs": ["jobs"], "risk": "none"}]
    grave = [
        {"text": "bye all", "language": "en", "act": "crisis", "needs": [], "risk": "crisis", "risk_kind": "suicide"}
    ]
    assert blind_report(lambda text: reading(), tmp_path) is None
    (tmp_path / "blind_one.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "blind_danger.jsonl").write_text("\n".join(map(json.dumps, grave)))
    assert [row["text"] for row in blind_rows(tmp_path)] == ["need a job"]
    report = blind_report(lambda text: reading(needs="jobs"), tmp_path)
    assert report is not None
    assert report["needs"]["one_exact"] == 1.0
    assert report["danger"]["missed"] == [{"risk": "crisis", "text": "bye all"}]
    lost = misspelled_report(lambda text: reading(needs="jobs" if text == "need a job" else ""), tmp_path)
    assert lost is not None
    assert 0 <= lost["micro_f1_lost"] <= 1
    assert any("missed crisis: bye all" in line for line in detail_lines({"held_out": None, "blind": report}))


def test_records_of_the_line_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"text": "hi", "act": "greet", "needs": [], "risk": "none", "risk_kind": null, "about": "self"}\n')
    assert read_records(path)["hi"].act == "greet"
    path.write_text('{"text": "hi"}\n')
    with pytest.raises(RecordsUnreadable):
        read_records(path)
    with pytest.raises(RecordsUnreadable):
        read_records(tmp_path / "none.jsonl")


def test_a_fifth_of_the_words_is_misspelled_the_same_way_for_the_same_seed() -> None:
    text = "somebody please help finding another apartment " * 100
    once, twice = misspell(text, random.Random(1)), misspell(text, random.Random(1))
    assert once == twice
    changed = sum(a != b for a, b in zip(text.split(), once.split(), strict=True)) / len(text.split())
    assert 0.1 < changed < 0.25


def test_the_picture_is_well_formed_and_shows_what_was_confused() -> None:
    picture = confusion_svg(("jobs", "food", "legal"), [["jobs", "jobs", 9], ["food", "jobs", 2]], "Needs & more")
    root = ElementTree.fromstring(picture)  # noqa: S314  # our own picture
    texts = [element.text for element in root.iter() if element.text]
    assert "Needs & more" in texts
    assert {"9", "2", "jobs", "food"} <= set(texts)
    assert "legal" not in texts
