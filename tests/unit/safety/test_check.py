"""The answer to a danger check: only a clear no lowers danger, and a yes may be the good news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import PendingCheck
from bot.message import About, RiskKind
from bot.safety.check import CheckAnswer, asks_about_safety, read_check_answer
from bot.safety.screen import screen

SUICIDE = PendingCheck(RiskKind.SUICIDE, About.SELF, 0.0)
SOMEBODY_ELSE = PendingCheck(RiskKind.OVERDOSE, About.OTHER, 0.0)
ABUSE = PendingCheck(RiskKind.ABUSE, About.SELF, 0.0)


def answer(text: str, asked: PendingCheck) -> CheckAnswer:
    return read_check_answer(text, asked, screen(text))


@pytest.mark.parametrize(
    "text",
    [
        "no", "No.", "NO!!!", "nah", "nope", "no thanks", "no im ok not like that", "nah im safe just tired",
        "no gracias estoy bien", "no im not suicidal lol just tired", "hell no i got kids to live for",
        "no, no estoy pensando en suicidarme", "no pienso en eso", "im safe. promise", "i dont want to die",
        "no i need a bed tonight", "No, dear. I am sad but I am not thinking of ending my life.", "n",
        "nope nobody is hurting me",
    ],
)  # fmt: skip
def test_a_clear_no_to_are_you_thinking_about_suicide(text: str) -> None:
    assert answer(text, SUICIDE) is CheckAnswer.CLEAR_NO


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "si",
        "Sí",
        "yeah",
        "sometimes",
        "a veces",
        "yes tonight",
        "👍",
        "i think about killing myself",
        "no puedo más",
    ],
)
def test_danger_to_are_you_thinking_about_suicide(text: str) -> None:
    assert answer(text, SUICIDE) is CheckAnswer.YES


@pytest.mark.parametrize(
    "text",
    [
        "idk", "no idk", "no se", "not really", "not yet", "not tonight", "maybe", "no one cares",
        "no but i have a gun",
        "no i want to die", "no more pain", "im fine", "can i get a ride", "where is the food bank", "", "👎", "lol",
        "no point in talking", "what if i was",
    ],
)  # fmt: skip
def test_anything_else_is_not_clear(text: str) -> None:
    assert answer(text, SUICIDE) is CheckAnswer.UNSURE


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yes", CheckAnswer.CLEAR_NO),
        ("Sí, está a salvo", CheckAnswer.CLEAR_NO),
        ("they're safe, home now", CheckAnswer.CLEAR_NO),
        ("no he is fine he was just asleep", CheckAnswer.CLEAR_NO),
        ("nah she answered, she was at work", CheckAnswer.CLEAR_NO),
        ("no", CheckAnswer.YES),
        ("she is not safe", CheckAnswer.YES),
        ("he wont wake up", CheckAnswer.YES),
        ("hes not answering", CheckAnswer.YES),
        ("yes but hes blue", CheckAnswer.UNSURE),
        ("i think so", CheckAnswer.UNSURE),
        ("for now", CheckAnswer.UNSURE),
        ("no sé", CheckAnswer.UNSURE),
    ],
)
def test_are_they_safe_right_now(text: str, meant: CheckAnswer) -> None:
    assert answer(text, SOMEBODY_ELSE) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yes im safe, at my moms", CheckAnswer.CLEAR_NO),
        ("si estoy a salvo", CheckAnswer.CLEAR_NO),
        ("no im safe where i am", CheckAnswer.CLEAR_NO),
        ("no", CheckAnswer.YES),
        ("hes here", CheckAnswer.YES),
        ("yeah for now", CheckAnswer.UNSURE),
        ("its safe to text", CheckAnswer.UNSURE),  # answers the second question only
        ("can you find me food", CheckAnswer.UNSURE),
    ],
)
def test_are_you_safe(text: str, meant: CheckAnswer) -> None:
    assert answer(text, ABUSE) is meant


def test_one_word_means_the_opposite_after_the_other_question() -> None:
    assert answer("yes", SUICIDE) is CheckAnswer.YES
    assert answer("yes", ABUSE) is CheckAnswer.CLEAR_NO
    assert answer("no", SUICIDE) is CheckAnswer.CLEAR_NO
    assert answer("no", ABUSE) is CheckAnswer.YES


@pytest.mark.parametrize("kind", list(RiskKind))
def test_only_abuse_and_other_people_are_asked_about_by_safety(kind: RiskKind) -> None:
    assert asks_about_safety(kind, About.OTHER)
    assert asks_about_safety(kind, About.SELF) == (kind is RiskKind.ABUSE)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for asked in (SUICIDE, SOMEBODY_ELSE, ABUSE):
        assert isinstance(answer(text, asked), CheckAnswer)


@pytest.mark.parametrize("text", ["no", "nah im safe just tired", "yes", "not really", "idk"])
def test_dress_does_not_change_the_answer(text: str) -> None:
    for asked in (SUICIDE, SOMEBODY_ELSE, ABUSE):
        meant = answer(text, asked)
        assert {answer(dressed, asked) for dressed in (text.upper(), f" {text} ", f"{text}.", f"{text} 🙂")} == {meant}
