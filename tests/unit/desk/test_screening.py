"""Coaches' words before they go out: what waits for their word, and what must pass at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.screening import ADDRESS, DOSE, OWN_DANGER, PHONE, PROMISE, why_held_back
from bot.safety.screen import screen

HELD = {
    OWN_DANGER: [
        "gonna drink myself dead", "I want to kill myself too", "i cant do this anymore", "I just relapsed",
        "honestly i want to die", "i am thinking about ending it tonight", "I wish I was dead", "i need a drink so bad",
        "i used last night", "I took a bunch of pills", "i'm gonna end it", "voy a tomar hasta morirme",
        "ya no puedo más", "me quiero morir",
    ],
    PROMISE: [
        "I promise you will be ok", "I'm on my way", "I will come get you", "help is on the way", "I won't tell anyone",
        "this stays between us", "they won't take your kids", "te lo prometo", "voy por ti", "no le diré a nadie",
    ],
    PHONE: [
        "my number is 555 010 0142", "call me at (215) 555-0142", "215.555.0142",
        "text me two one five five five five zero one four two", "+1 215 555 0142",
    ],
    ADDRESS: [
        "come stay at my place tonight", "I live at 412 Pine St", "meet me at the library", "123 N Main Street apt 4",
        "vivo en la calle 5", "ven a mi casa",
    ],
    DOSE: [
        "take 2 mg of suboxone", "just take half a pill", "skip your dose today", "take two pills",
        "you can taper down by yourself", "toma media pastilla",
    ],
}  # fmt: skip
PASSES = [
    # Asking directly, and saying back what was said, is what a coach should do.
    "Are you thinking about suicide?", "Do you want to kill yourself?", "Have you thought about how you would do it?",
    "Are you thinking of hurting yourself tonight?", "Are you safe right now?", "did you overdose?",
    "You said you took a bunch of pills. How many? Are you alone?",
    "I hear that you want to die. I am glad you told me.",
    "Do you have pills or a gun near you?", "I am worried about you. Can you put the pills away?",
    "¿Estás pensando en suicidarte?", "¿Estás a salvo?", "¿Has consumido hoy?",
    # Public lines, and first aid.
    "Call or text 988 any hour", "988 or 1-800-662-4357 works all night", "Text HOME to 741741", "Call 911 if you can",
    "Do you have naloxone? Give one dose, then another dose after 3 minutes",
    "Give two doses of narcan if they don't wake up",
    # What makes a peer a peer.
    "I was there ten years ago. I wanted to die every day. It got better.", "I lost my brother to an overdose",
    "I have been there too, I used to drink every day", "My sponsor told me: play the tape forward",
    # All the rest.
    "Take a breath.", "Done crying?", "me", "me too", "ok", "I'm so tired today haha", "that sounds so hard",
    "Where are you? I want to know what city so I can find the right number.", "Let me look for a bed in 19104",
    "The shelter opens at 7. It is near the library.", "There are two meetings tonight, at 6 and 8:30",
    "How many days sober are you? 12 is huge", "I can stay here and text with you for a while", "what is your zip code",
    "Respira conmigo. Estoy aquí.", "cuéntame más",
]  # fmt: skip


@pytest.mark.parametrize(("why", "body"), [(why, body) for why, bodies in HELD.items() for body in bodies])
def test_a_text_waits_for_the_coachs_word(why: str, body: str) -> None:
    assert why in why_held_back(body, screen(body))


@pytest.mark.parametrize("body", PASSES)
def test_a_good_text_passes_at_once(body: str) -> None:
    assert why_held_back(body, screen(body)) == ()


def test_the_gravest_reason_comes_first() -> None:
    body = "gonna drink myself dead, call me 215-555-0142"
    assert why_held_back(body, screen(body)) == (OWN_DANGER, PHONE)


@given(st.text(max_size=400))
def test_strange_texts_break_nothing(body: str) -> None:
    assert set(why_held_back(body, screen(body))) <= set(HELD)


@given(st.integers(0, 99), st.sampled_from(["({}) {}-{}", "{}-{}-{}", "{} {} {}", "{}.{}.{}", "{}{}{}", "+1{}{}{}"]))
def test_a_phone_number_in_any_spelling_waits(last: int, form: str) -> None:
    body = "here: " + form.format("215", "555", f"01{last:02}") + " ok?"
    assert PHONE in why_held_back(body, screen(body))
