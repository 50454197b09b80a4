"""The record of ``warmline understand``: the contract's fields, danger from both screens."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cli.understand import record
from bot.danger_model.reader import RulesAndModel
from bot.message import About, Danger, Risk, RiskKind
from bot.ports import DangerReader

FIELDS = ["text", "language", "act", "needs", "risk", "risk_kind", "about", "zip", "confidence"]


RULES = RulesAndModel(None)


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
    found = record(
        parsed("need a job n a ride 19104", "seek", needs=needs, zip="19104", about="self"),
        English(),
        RulesAndModel(None),
    )
    assert list(found) == FIELDS
    assert found["needs"] == ["jobs", "transportation"]
    assert (found["zip"], found["risk"], found["about"], found["confidence"]) == ("19104", "none", "self", 0.8124)


def test_danger_that_only_the_rules_see_counts() -> None:
    found = record(parsed("i want to kill myself", "other"), English(), RULES)
    assert (found["act"], found["risk"], found["risk_kind"]) == ("crisis", "crisis", "suicide")


class Watchful:
    """Asks about everything."""

    def look(self, text: str) -> Danger:
        return Danger(Risk.CHECK, RiskKind.OVERDOSE, About.OTHER, ("test",))


@pytest.mark.parametrize(("eyes", "risk", "act"), [(RULES, "check", "other"), (Watchful(), "crisis", "crisis")])
def test_a_crisis_that_only_the_assistant_sees_is_asked_about(eyes: DangerReader, risk: str, act: str) -> None:
    parse = parsed("hello", "crisis", risk="crisis", risk_kind="overdose", about="other")
    found = record(parse, English(), eyes)
    assert (found["risk"], found["act"], found["risk_kind"], found["about"]) == (risk, act, "overdose", "other")


@pytest.mark.parametrize(("read", "risk"), [("none", "none"), ("check", "concern"), ("concern", "concern")])
def test_the_act_is_crisis_exactly_when_the_risk_is(read: str, risk: str) -> None:
    found = record(parsed("hello", "crisis", risk=read), English(), RULES)
    assert (found["act"], found["risk"]) == ("other", risk)


def test_a_cry_that_sounds_like_an_opt_out_is_none() -> None:
    found = record(parsed("make it stop", "opt_out"), English(), Watchful())
    assert (found["risk"], found["act"]) == ("check", "other")
    assert record(parsed("enough of your texts now", "opt_out"), English(), RULES)["act"] == "opt_out"
