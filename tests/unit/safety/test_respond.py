"""Danger that no rule knows: what the trained model and the assistant think, on the way of a text."""

from __future__ import annotations

import pytest

from bot.consent.keywords import Keyword, keyword, keyword_words
from bot.conversation import PendingCheck, Urgency
from bot.danger_model.reader import RulesAndModel
from bot.message import About, Danger, Meaning, Risk, RiskKind
from bot.safety.respond import look_for_danger
from tests.unit.small_world import DANA, MEANINGS, World

ODD = "the kite is on the tuesday"
NO = "no im not thinking about suicide"
SEEN = Danger(Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER, ("model, near crisis/overdose_other",))
READ = Danger(Risk.CRISIS, RiskKind.SUICIDE, About.SELF, ("model",))
ASKED = PendingCheck(RiskKind.SUICIDE, About.SELF, 1.0)


class Shy:
    """A model that sees danger in every text."""

    def look(self, text: str) -> Danger:
        return SEEN


def test_what_only_the_model_sees_is_danger() -> None:
    assert look_for_danger(RulesAndModel(None), ODD, None).risk is Risk.NONE
    assert look_for_danger(RulesAndModel(Shy()), ODD, None) == SEEN


def test_a_clear_no_to_our_question_is_not_taken_for_danger_again() -> None:
    assert look_for_danger(RulesAndModel(Shy()), NO, ASKED).risk is Risk.NONE


@pytest.mark.parametrize("word", [word for words in keyword_words().values() for word in words])
def test_a_lone_keyword_means_what_it_says(word: str) -> None:
    shy = look_for_danger(RulesAndModel(Shy()), word.upper(), None)
    reads_the_phone = keyword(word) is Keyword.NOT_SAFE
    assert shy == (SEEN if reads_the_phone else Danger())


@pytest.mark.parametrize("answer", ["no but the blue ones are gone", "idk", "yes", ODD])
def test_any_other_answer_to_our_question_is_looked_at_by_both(answer: str) -> None:
    assert look_for_danger(RulesAndModel(Shy()), answer, ASKED).risk is Risk.CRISIS


def test_the_crisis_text_and_an_urgent_case_come_of_what_the_model_sees() -> None:
    world = World("Amy", model=Shy())
    outcome = world.text(DANA, ODD)
    assert world.heard(DANA) == ["utter_crisis_overdose_other"]
    assert world.cases[DANA].urgency is Urgency.CRISIS
    assert outcome.danger is not None
    assert outcome.danger.reasons == SEEN.reasons


def test_a_crisis_that_only_the_assistant_sees_is_asked_about_and_a_no_clears_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(MEANINGS, ODD, Meaning("crisis", confidence=0.9, danger=READ))
    monkeypatch.setitem(MEANINGS, NO, Meaning("crisis", confidence=0.9, danger=READ))
    world = World("Amy")
    world.text(DANA, ODD)
    assert world.heard(DANA) == ["utter_check_suicide_self"]
    assert DANA not in world.cases
    world.text(DANA, NO)
    assert world.heard(DANA)[-1] == "utter_check_cleared"
    assert DANA not in world.cases


def test_the_assistants_crisis_confirms_what_would_only_be_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    maybe = "whats the point anymore"
    monkeypatch.setitem(MEANINGS, maybe, Meaning("crisis", confidence=0.9, danger=READ))
    world = World("Amy")
    world.text(DANA, maybe)
    assert world.heard(DANA) == ["utter_crisis_suicide_self"]
