"""What the danger screen sees in the texts of people in danger, and in those of people who are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.message import About, Danger, Risk, RiskKind
from bot.safety.screen import screen, strongest
from tests.unit.safety.never_missed import NEVER_MISSED

SELF, OTHER = About.SELF, About.OTHER

IN_DANGER = [
    ("id rather not be alive at this point", RiskKind.SUICIDE, SELF),
    ("gonna hang myself in the garage", RiskKind.SUICIDE, SELF),
    ("dying is all i think about anymore", RiskKind.SUICIDE, SELF),
    ("all i can think about is unaliving", RiskKind.SUICIDE, SELF),
    ("the rope's already up", RiskKind.SUICIDE, SELF),
    ("theres no me after this weekend", RiskKind.SUICIDE, SELF),
    ("ya tengo la soga lista", RiskKind.SUICIDE, SELF),
    ("stop texting me im taking the pills", RiskKind.SUICIDE, SELF),
    ("my cousin keeps texting that he dont wanna be alive no more", RiskKind.SUICIDE, OTHER),
    ("me quiero morir, ya no aguanto", RiskKind.SUICIDE, SELF),
    ("mi amiga dice q se quiere suicidar", RiskKind.SUICIDE, OTHER),
    ("burned myself with a lighter on purpose tonight", RiskKind.SELF_HARM, SELF),
    ("me estoy cortando los brazos", RiskKind.SELF_HARM, SELF),
    ("i shot too much, everything's going dark", RiskKind.OVERDOSE, SELF),
    ("my lil brother took a perc and now hes slumped", RiskKind.OVERDOSE, OTHER),
    ("no despierta mi novia y tiene los labios morados", RiskKind.OVERDOSE, OTHER),
    ("gave her the nasal spray twice, still nothing", RiskKind.OVERDOSE, OTHER),
    ("my chest is crushing and my left arm is tingling", RiskKind.MEDICAL, SELF),
    ("been detoxing from alcohol 2 days, shaking and seeing spiders", RiskKind.MEDICAL, SELF),
    ("mi papa tiene dolor de pecho y suda mucho", RiskKind.MEDICAL, OTHER),
    ("im about to go shoot my landlord", RiskKind.VIOLENCE, SELF),
    ("somebody is breaking into my apartment right now", RiskKind.VIOLENCE, SELF),
    ("tengo una pistola y voy a matar a mi jefe", RiskKind.VIOLENCE, SELF),
    ("my husband strangled me last night", RiskKind.ABUSE, SELF),
    ("mi novio me encerro en el cuarto", RiskKind.ABUSE, SELF),
    ("my stepdad comes in my room at night and touches me", RiskKind.ABUSE, SELF),
    ("the fbi put cameras in my walls and they are coming for me tonight", RiskKind.PSYCHOSIS, SELF),
    ("oigo voces que me dicen cosas feas", RiskKind.PSYCHOSIS, SELF),
    ("my son hasn't slept in 5 days and thinks he's jesus", RiskKind.PSYCHOSIS, OTHER),
]

IN_NO_DANGER = [
    "is the rope up at the gym",
    "there is no me time with three kids",
    "can you help me find a dentist, this toothache is killing me",
    "my phone is dying gotta go",
    "i want to stop using",
    "my brother died of an overdose 3 years ago and i need a grief group",
    "where do i get narcan",
    "i could kill for a cigarette",
    "shoot me the address",
    "my car broke down on the bridge and i need a ride",
    "i used to cut but havent in years, need a therapist",
    "i had a heart attack last year and need a cardiologist",
    "my sponsor is gonna kill me for missing group",
    "im safe, he moved out of state last year",
    "me muero de hambre, donde dan comida",
    "busco narcan gratis",
    "antes me queria morir, hoy cumplo dos años limpia",
    "no im not thinking about suicide",
    "me toca recoger a mi nieta, hay camion?",
    "me robaron la mochila con mis papeles, donde saco otra id",
    "do they pay you while you are in the program",
    "my aunt stays in detox till monday, i need someone for her kids",
    "grandpa is gone now and i need help with the rent",
    "they wont let me enroll without a diploma",
    "the smell in here. breaks my heart",
    "the stress of this eviction is going to kill me, who can help",
    "se quemo el apartamento de arriba y necesito un lugar",
    "mi hijo quiere entrar a la universidad",
    "can i come back for more narcan",
    "will they pay for this training",
    "my landlord is not letting me have a dog",
    "im out, me jalo pal jale",
    "i have chosen a different route with my church",
    "nothing left to prove, just living clean",
    "what do hot shot loads pay out of odessa",
    "our landlord is bleeding us dry",
    "rode the train all the way to the end of the line",
    "your parcel is held at the depot",
    "you see where im going with this",
    "me despido del programa, gracias",
    "if i run it by my po",
]

ASKED_ABOUT = [
    "ya no más",
    "no puedo más",
    "make it stop",
    "I'm done",
    "everyone would be better off without me",
    "idk if i can keep myself safe",
    "you all were good to me. you wont hear from me again",
    "gracias por todo, ya no van a saber de mi",
]


@pytest.mark.parametrize("text", NEVER_MISSED)
def test_a_plain_danger_is_seen_by_rules_alone(text: str) -> None:
    assert screen(text).risk in (Risk.CHECK, Risk.CRISIS)


@pytest.mark.parametrize(("text", "kind", "about"), IN_DANGER)
def test_danger_is_a_crisis_of_its_kind(text: str, kind: RiskKind, about: About) -> None:
    seen = screen(text)
    assert (seen.risk, seen.kind, seen.about) == (Risk.CRISIS, kind, about)
    assert seen.reasons


@pytest.mark.parametrize("text", IN_NO_DANGER)
def test_a_figure_of_speech_a_past_or_a_need_is_no_danger(text: str) -> None:
    assert screen(text).risk in (Risk.NONE, Risk.CONCERN)


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_words_that_may_be_danger_are_asked_about(text: str) -> None:
    seen = screen(text)
    assert (seen.risk, seen.kind) == (Risk.CHECK, RiskKind.SUICIDE)


def test_a_slip_is_a_concern_and_names_no_kind() -> None:
    assert screen("i relapsed last night") == Danger(Risk.CONCERN, None, About.SELF, ("relapse",))


def test_no_before_a_new_sentence_takes_nothing_back() -> None:
    assert screen("no i want to die").risk is Risk.CRISIS
    assert screen("i am not going to kill myself").risk is Risk.NONE


def test_a_past_loss_does_not_hide_todays_danger() -> None:
    assert screen("my brother died last year and i want to kill myself").risk is Risk.CRISIS
    assert screen("5 years ago i tried to kill myself").risk is Risk.NONE


def test_a_song_brings_a_question_when_the_wish_is_ones_own() -> None:
    assert screen("that song is so good").risk is Risk.NONE
    assert screen("listening to that song and i want to die").risk is Risk.CHECK


def test_an_excuse_far_away_excuses_nothing() -> None:
    far = "we went out to eat and had a good time and the kids played and it got late and dark. "
    assert screen("my coworker killed time at lunch. " + far * 2 + "now i want to kill myself").risk is Risk.CRISIS


@pytest.mark.parametrize("text", [text for text, _, _ in IN_DANGER] + IN_NO_DANGER + ASKED_ABOUT)
def test_dress_does_not_change_the_verdict(text: str) -> None:
    seen = screen(text)
    curly = text.replace("'", "’")
    for dressed in (
        text.upper(),
        curly,
        f"  {text}  ",
        f"{text} 🙏",
        f"{text}!!",
        f"“{text}”",
        text.replace(" ", "  "),
    ):
        assert screen(dressed) == seen


@given(st.text(max_size=500))
def test_any_text_at_all_gets_a_verdict(text: str) -> None:
    assert isinstance(screen(text), Danger)


def test_danger_is_found_anywhere_in_a_very_long_text() -> None:
    for before in (0, 1500, 1950, 5000, 30_000):
        assert screen("bla " * (before // 4) + "i want to kill myself " + "bla " * 500).risk is Risk.CRISIS


def test_opinions_add_up_and_the_gravest_gives_the_kind() -> None:
    model = Danger(Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER, ("model",))
    rules = Danger(Risk.CHECK, RiskKind.SUICIDE, About.SELF, ("cannot_go_on",))
    both = strongest([rules, model, Danger()])
    assert both == Danger(Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER, ("cannot_go_on", "model"))
    assert strongest([]) == Danger()


@pytest.mark.parametrize("laugh", ["lol", "😂", "jajaja"])
def test_a_laugh_turns_an_answer_into_a_question_and_never_into_silence(laugh: str) -> None:
    assert screen(f"im gonna kill myself {laugh}").risk is Risk.CHECK
