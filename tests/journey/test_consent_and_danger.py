"""Keywords, opt-outs, phones that are not safe, and danger above all: contract sections 6 and 7."""

from __future__ import annotations

import pytest

from bot.store.holds import set_hold
from tests.whole_line import COACH_AMY, DANA, HUMAN_PHONE, WholeLine

STOP_WORDS = (
    "STOP", "stopall", "Unsubscribe", "cancel", "END", "quit", "revoke", "OPTOUT", "alto", "PARAR", "baja", " stop. ",
    "stop texting me", "no más mensajes",
)  # fmt: skip


@pytest.mark.parametrize("wish", STOP_WORDS)
def test_a_wish_to_end_the_texts_is_confirmed_once_and_obeyed(line_without_rasa: WholeLine, wish: str) -> None:
    line = line_without_rasa
    confirmation = line.text(DANA, wish)
    assert "988" in confirmation
    assert "START" in confirmation
    assert line.text(DANA, "what about now") == ""
    assert line.text(DANA, wish) == ""
    assert line.text(DANA, "YES") == ""


def test_the_carriers_own_confirmation_is_not_repeated(line_without_rasa: WholeLine) -> None:
    assert line_without_rasa.text(DANA, "STOP", opt_out="STOP") == ""
    assert line_without_rasa.text(DANA, "hello") == ""


@pytest.mark.parametrize("cry", ["I want to stop using", "i wanna quit", "quiero dejar de usar"])
def test_wanting_to_stop_using_is_no_opt_out(line_without_rasa: WholeLine, cry: str) -> None:
    assert line_without_rasa.text(DANA, cry) != ""
    assert not getattr(line_without_rasa.person(DANA), "opted_out")  # noqa: B009


def test_only_start_brings_the_texts_back(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "STOP")
    assert line.text(DANA, "START") != ""
    assert line.text(DANA, "HELP") != ""


@pytest.mark.parametrize("words", ["ya no más", "no puedo más", "make it stop", "I'm done", "I’m done"])
def test_words_that_may_be_danger_are_asked_about_and_opt_nobody_out(line_without_rasa: WholeLine, words: str) -> None:
    reply = line_without_rasa.text(DANA, words)
    assert "?" in reply
    assert not getattr(line_without_rasa.person(DANA), "opted_out")  # noqa: B009


def test_stop_and_danger_in_one_text(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    reply = line.text(DANA, "stop texting me, im taking the pills")
    assert "911" in reply or "988" in reply
    assert line.case(DANA).urgency == "crisis"
    assert line.text(DANA, "ok") == ""


def test_danger_from_a_phone_that_opted_out(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "STOP")
    only = line.text(DANA, "i want to kill myself")
    assert "988" in only
    assert line.case(DANA).urgency == "crisis"
    assert len(line.inbox(COACH_AMY)) == 1
    assert line.text(DANA, "i will kill myself") == ""


@pytest.mark.parametrize(
    ("words", "needle"),
    [
        ("i want to kill myself", "988"),
        ("me quiero matar", "988"),
        ("my son wont wake up his lips are blue", "911"),
        ("he is hitting me right now", "911"),
        ("I’m gonna kill myself 🔫", "988"),
    ],
)
def test_a_crisis_gets_its_text_and_an_urgent_case_in_the_same_turn(
    line_without_rasa: WholeLine, words: str, needle: str
) -> None:
    line = line_without_rasa
    assert needle in line.text(DANA, words)
    assert line.case(DANA).urgency == "crisis"


def test_the_direct_question_and_a_clear_no(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    question = line.text(DANA, "whats the point anymore")
    assert "Are you thinking about suicide?" in question
    line.text(DANA, "no")
    assert line.cases(DANA) == []


@pytest.mark.parametrize("answer", ["yes", "idk", "do you know any good jobs"])
def test_the_direct_question_and_anything_but_a_clear_no(line_without_rasa: WholeLine, answer: str) -> None:
    line = line_without_rasa
    line.text(DANA, "whats the point anymore")
    line.text(DANA, answer)
    assert line.case(DANA).urgency == "crisis"


def test_the_direct_question_and_five_minutes_of_silence(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "whats the point anymore")
    assert line.cases(DANA) == []
    line.wait(301)
    assert line.case(DANA).urgency == "crisis"
    assert len(line.inbox(HUMAN_PHONE)) == 1


def test_help_names_a_human_and_help_twice_offers_one(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    first = line.text(DANA, "HELP")
    for needle in ("988", "911", "STOP", HUMAN_PHONE[-4:]):
        assert needle in first
    assert "YES" in line.text(DANA, "HELP")
    line.text(DANA, "yes")
    assert line.case(DANA).reason == "asked"


def test_delete_asks_once_and_then_removes_everything(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "HELP")
    assert line.text(DANA, "DELETE") != ""
    assert line.text(DANA, "YES") != ""
    assert [note["kind"] for note in line.notes(DANA)] == ["erased"]


def test_delete_is_refused_while_a_legal_hold_stands(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "HELP")
    house, own = line.house, line.conversation(DANA)
    house.database.write(lambda connection: set_hold(connection, own, 1.0, 1.0))
    assert "the law" in line.text(DANA, "DELETE")
    line.text(DANA, "YES")
    assert line.notes(DANA, "erase_refused_by_hold")
    assert not line.notes(DANA, "erased")


def test_delete_waits_while_an_urgent_case_is_open(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "i want to kill myself")
    line.text(DANA, "DELETE")
    line.text(DANA, "yes")
    assert line.notes(DANA, "crisis")


def test_a_phone_that_is_not_safe_reveals_nothing_and_gets_no_unprompted_text(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.text(DANA, "NOT SAFE")
    line.text(DANA, "coach")
    before = len(line.inbox(DANA))
    line.wait(1000)
    assert len(line.inbox(DANA)) == before
    line.text(COACH_AMY, "hello")
    who = line.text(DANA, "who is this?")
    assert "recovery" not in who.lower()


def test_a_picture_without_words_gets_an_answer(line_without_rasa: WholeLine) -> None:
    assert line_without_rasa.text(DANA, "", media=1) != ""
