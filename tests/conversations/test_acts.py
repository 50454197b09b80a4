"""Every act, in English and Spanish: it is understood, and answered with the words that belong to it."""

from __future__ import annotations

import pytest

from bot.message import ACTS
from tests.whole_line import DANA, WholeLine

# What Dana texts, and what her phone shows for it.
SAID = {
    "seek": (("we need some food", "ZIP"), ("necesitamos comida", "postal")),
    "coach": (("can i talk to a real person", "coach"), ("quiero hablar con una persona de verdad", "coach")),
    "greet": (("good morning", "What do you need"), ("buenos dias", "Qué necesitas")),
    "affirm": (("yes thats right", "Tell me what you need"), ("si asi es", "Dime qué necesitas")),
    "deny": (("nope", "I am here when you need"), ("no gracias", "Aquí estoy cuando necesites")),
    "thanks": (("thank you so much", "You are welcome"), ("muchas gracias", "De nada")),
    "goodbye": (("ok talk to you later bye", "Take good care"), ("adios, hasta luego", "Puedes escribir")),
    "more": (("any other places?", ""), ("hay otros lugares?", "")),
    "location": (("19104", ""), ("19104", "")),
    "milestone": (("90 days clean today!!", "great news"), ("hoy cumplo 90 dias limpio", "gran noticia")),
    "relapse": (("i slipped and used last night", "Thank you for telling"), ("recai anoche", "Gracias por")),
    "bot_question": (("are you a robot", "automated helper"), ("eres un robot?", "no una persona")),
    "complaint": (("the number you gave me is disconnected", ""), ("el numero que me dieron no sirve", "")),
    "wrong_number": (("you have the wrong number", ""), ("numero equivocado", "")),
    "other": (("whats the capital of france", "can't help with that"), ("quien gano el juego", "no puedo ayudar")),
}  # fmt: skip
CRISES = ("i want to kill myself tonight", "me quiero matar esta noche")
STOPS = ("please stop texting me", "ya no me manden mensajes")


def test_every_act_is_told_here() -> None:
    assert {*SAID, "crisis", "opt_out"} == set(ACTS)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("act", SAID)
def test_an_act_is_understood_and_answered_in_its_language(line: WholeLine, act: str, language: str) -> None:
    body, shown = SAID[act][language == "es"]
    line.text(DANA, "hola" if language == "es" else "hello")
    reply = line.text(DANA, body)
    understood = line.notes(DANA, "understood")[-1]
    assert understood["act"] == act, understood
    assert understood["language"] == language
    assert understood["risk"] in ("none", "concern"), understood
    assert shown.lower() in reply.lower(), reply
    assert reply


@pytest.mark.parametrize("body", CRISES)
def test_the_act_is_a_crisis_and_a_human_is_called_at_once(line: WholeLine, body: str) -> None:
    reply = line.text(DANA, body)
    assert line.notes(DANA, "understood")[-1]["risk"] == "crisis"
    assert "988" in reply
    assert line.case(DANA).urgency == "crisis"


@pytest.mark.parametrize("body", STOPS)
def test_a_wish_for_no_more_texts_is_obeyed(line: WholeLine, body: str) -> None:
    line.text(DANA, "hello")
    assert "START" in line.text(DANA, body)
    assert line.text(DANA, "i need food") == ""


@pytest.mark.parametrize("body", ["i want to quit using", "i wanna stop drinking for good", "quiero dejar de usar"])
def test_who_wants_to_quit_using_is_never_silenced(line: WholeLine, body: str) -> None:
    line.text(DANA, "hello")
    assert line.text(DANA, body)
    assert not line.notes(DANA, "opted_out")
    assert line.text(DANA, "i need food")
