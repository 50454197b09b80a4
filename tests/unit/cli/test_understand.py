"""The record of ``warmline understand``: the contract's fields, danger from both screens."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cli.understand import record

FIELDS = ["text", "language", "act", "needs", "risk", "risk_kind", "about", "zip", "confidence"]


class English:
    def of(self, text: str, before: str) -> str:
        return "en"


def parsed(text: str, act: str, **changes: Any) -> dict[str, Any]:
    ranking = [{"name": act, "confidence": 0.8}, {"name": "other", "confidence": 0.1}]
    return {
        "text": text,
        "intent": {"name": act, "confidence": 0.81239},
        "intent_ranking": ranking,
        "needs": [],
        "zip": None,
        "risk": "none",
        "risk_kind": None,
        "about": "unknown",
        **changes,
    }


def test_the_fields_are_exactly_the_contract_s() -> None:
    needs = [{"need": "transportation", "confidence": 0.9}, {"need": "jobs", "confidence": 0.8}]
    found = record(parsed("need a job n a ride 19104", "seek", needs=needs, zip="19104", about="self"), English())
    assert list(found) == FIELDS
    assert found["needs"] == ["jobs", "transportation"]
    assert (found["zip"], found["risk"], found["about"], found["confidence"]) == ("19104", "none", "self", 0.8124)


def test_danger_that_only_the_rules_see_counts() -> None:
    found = record(parsed("i want to kill myself", "other"), English())
    assert (found["act"], found["risk"], found["risk_kind"]) == ("crisis", "crisis", "suicide")


def test_danger_that_only_the_model_sees_counts() -> None:
    found = record(parsed("hello", "crisis", risk="crisis", risk_kind="overdose", about="other"), English())
    assert (found["act"], found["risk_kind"], found["about"]) == ("crisis", "overdose", "other")


@pytest.mark.parametrize("risk", ["none", "check", "concern"])
def test_the_act_is_crisis_exactly_when_the_risk_is(risk: str) -> None:
    found = record(parsed("hello", "crisis", risk=risk), English())
    assert found["act"] == "other"
    assert found["risk"] == risk
