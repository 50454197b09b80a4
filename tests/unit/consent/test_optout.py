"""Wishes in free words: no more texts, help now, who are you."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.consent.keywords import Keyword, keyword
from bot.consent.optout import help_me, wants_no_texts, who_is_this

_FOLDER = Path(__file__).parents[3] / "data" / "nlu"


def _texts(intent: str, files: str = "*.yml") -> list[str]:
    return [
        line.removeprefix("- ").strip()
        for path in sorted(_FOLDER.glob(files))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if entry["intent"] == intent
        for line in entry["examples"].splitlines()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "stop texting me", "STOP PLEASE", "quit sending me stuff", "lose my number", "take me off the list",
        "Please remove me from your system.", "unsubscribe me", "i dont want any more texts from you",
        "yall need to quit blowing up my phone", "stop texting me im taking the pills",
        "no más mensajes", "dejen de escribirme", "ya no me manden nada", "quítenme de su lista", "denme de baja",
        "can i be taken off this list", "can you not text me anymore", "I'd rather not get these anymore",
        "im done getting these", "no more of these please", "please discontinue these messages",
        "im leaving. dont text",
        "if yall dont stop texting me im calling a lawyer", "no i dont want a coach. stop texting me",
        "my number is on your list, dont need the check ins anymore", "me pueden sacar de su lista por favor",
        "no quiero que me escriban más", "hasta aquí llegué con sus mensajes", "no me llamen ni me escriban",
        "scrub my number", "take us off your roster", "put me on the do not text list", "quit pinging me",
        "no need to keep checking up on me", "no more pings please", "why are yall still texting me",
        "i want the texts to end", "stop contacting us at this number", "im revoking my consent to be texted",
        "how do i get off this text thing", "let these messages end", "uninstall yourself from my phone",
        "your texts wake the baby. take me off", "wrong person, i never signed up. remove it please",
        "this is our shop phone. cut it out", "yall text every day. discontinue it now",
        "desapúntenme", "retiren mi número", "ya no me busquen por texto", "no hace falta que me sigan escribiendo",
        "no me interesa recibir nada", "revoco mi consentimiento", "ya estuvo bueno de tanto mensaje",
        "desactiven los avisos", "este teléfono es de la tienda, quítenlo", "me siguen llegando sus textos. paren",
        "i get it, drugs bad. stop texting me", "can i get removed", "do you have a form for being removed",
        "i dont want to be part of this texting thing", "no need to follow up with me", "please kindly close my file",
        "no longer wish to participate", "stop texting my son. he is 14", "bórrenme plis", "me desapuntan?",
        "no gasten mensajes en mí", "ya no manden nada porfa, me duele verlo", "no quiero ser contactado",
        "que este número quede fuera de su directorio",
    ],
)  # fmt: skip
def test_a_wish_about_the_texts_is_honoured(text: str) -> None:
    assert wants_no_texts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to stop using", "i wanna quit", "i need to stop drinking", "make it stop", "ya no más", "no puedo más",
        "stop hitting me", "he wont stop hitting me", "stop sending me lists get me a human",
        "leave me alone and let me die",
        "my ex wont stop texting me", "how do i stop texting my dealer", "get me off the streets",
        "take me off methadone",
        "dont text me after 6 he gets home", "cancel my appointment",
        "no texts came yesterday, where is my coach", "im done",
        "ya no me mandes listas, ponme a una persona",
        "i dont want any more of this life", "I do not want any more of this, I'm ready for detox",
        "i just want to make it end for good", "erase me from this earth", "can i be taken off methadone",
        "can i be taken off the registry", "please help get me off this", "my doctor wants to take me off, im scared",
        "i'd rather you not send me to the mens shelter", "i dont want this on my record", "did yall drop me",
        "did you lose my number? nobody called", "please dont lose my number", "they let me go from the list",
        "do i have to leave the shelter list", "can they remove me from my apartment", "dont take me off the list",
        "how do i opt out of my lease", "take my name off the light bill", "the bank shut my account down",
        "power company bout to discontinue service", "no more of these pills for me", "i cut it out with the pills",
        "im better off with the texts", "did not hear from you yesterday", "yall never text me back",
        "why did the texts stop", "please dont stop the check ins", "no i dont need a reminder", "i need to get this",
        "no i dont want daily check ins", "please dont contact my po", "my kids dont contact me anymore",
        "not interested in getting a job right now just housing", "dont text me, call me", "stop texting me so early",
        "i dont need texts i need a bed tonight", "she said lose my number",
        "how do you turn it off. my brain wont quit",
        "sáquenme de aquí por favor", "no me quiten de la lista", "me pueden sacar de mi casa si no pago",
        "no quiero que me estén pegando", "no quiero que me manden a la cárcel", "tengo ansias, cómo se quita esto",
        "hasta aquí llegué con los golpes", "favor de borrar mi récord", "mi hijo está preso, sáquenlo por favor",
        "me van a dar de baja del programa", "voy a bloquear a mi dealer", "no borren mi numero",
        "cómo cancelo mi cita",
        "no quiero estar en la lista de espera, necesito cama hoy", "yo no pedí esto, pedí comida", "no texto bien",
        "how do i unsubscribe from hulu", "how do i unsubscribe from my mother in law", "stop spam callers how",
        "how do i turn off notifications for facebook", "i told the bill collector to lose my number",
        "how do i make a collection agency quit texting me", "dont know how to quit checkin his breathing",
        "please dont lose this number", "take my name off the list for the tuesday bed",
        "if i get off this list someday do yall forget me", "your list has a dead number, remove it",
        "your texts are great. i want to quit for good", "no more addresses, i have that one",
        "dont send me anything with stairs", "no need to send a ride", "take me off the ride list, got a car",
        "he took my phone. get me out", "i want to revoke my consent for the clinic", "kill me, my phone is dead",
        "these thoughts have to stop", "quit texting and driving, the judge said",
        "stop. wrong city, i said dayton", "no gracias", "ya no quiero texto, quiero voz",
        "no quiero textos ahorita, quiero que me hable alguien", "dejen de mandarme trabajos de noche",
        "ya no me manden más direcciones", "no manden más papeles ni links", "cómo doy de baja el internet",
        "cómo hago para que mi suegra deje de escribirme", "mi ex me sigue mandando mensajes",
        "me quitaron el teléfono. sáquenme", "su lista tiene un número malo, quítenlo", "quiero salir de esto",
        "quiero dejar de beber, no de recibir sus textos. cómo le hago", "quiero dejar la droga no los mensajes",
        "i wanna quit drinking, not your texts. where do i start", "my dealer keeps blowing up my phone",
        "my girl is blowing my phone up from county, where do families go",
        "take me off suboxone for good", "please dont leave me off", "can i get removed from the registry",
        "i dont want to be part of this world anymore", "no need to follow up with my po", "i no longer wish to live",
        "can cps close my file", "i dont want to unsubscribe please", "quítenme el dolor por favor", "sáquenme de ahí",
        "bórrenme los cargos", "me pueden quitar los cargos", "me dejaron fuera de la lista",
        "quisiera cancelar la cita", "dejen de mandarme al mismo lugar, necesito otro refugio",
        "i said stop because of the pills. dont unsubscribe me", "aint tryna unsubscribe, tryna get clean",
        "i didnt mean take me off",
    ],
)  # fmt: skip
def test_a_cry_for_help_is_never_an_opt_out(text: str) -> None:
    assert not wants_no_texts(text)
    assert keyword(text) is None


def test_who_asks_to_be_deleted_is_asked_before_anything_ends() -> None:
    assert keyword("delete me") is Keyword.DELETE
    assert not wants_no_texts("delete me")


# The usual wordings are the rules' own business. Those by other authors were written to be hard, and what no rule sees
# of them the trained model does: data/bars.yml holds both together to 95 %.
@pytest.mark.parametrize(("files", "share"), [("opt_out.yml", 0.9), ("opt_out.es.yml", 0.9), ("*.yml", 0.75)])
def test_opt_outs_of_the_training_texts_are_seen(files: str, share: float) -> None:
    wishes = _texts("opt_out", files)
    seen = [text for text in wishes if wants_no_texts(text) or keyword(text) is Keyword.STOP]
    assert len(wishes) >= 40
    assert len(seen) / len(wishes) >= share


@pytest.mark.parametrize("intent", ["relapse", "coach", "seek/treatment", "seek/talk", "complaint", "deny", "goodbye"])
def test_nobody_is_silenced_who_did_not_ask_for_it(intent: str) -> None:
    texts = _texts(intent)
    assert len(texts) >= 50
    assert [text for text in texts if wants_no_texts(text)] == []


@pytest.mark.parametrize(
    "text", ["help me", "HELP!!", "i need help", "please help me", "ayúdame", "necesito ayuda", "someone help"]
)
def test_a_cry_for_help(text: str) -> None:
    assert help_me(text)
    assert keyword(text) is None


@pytest.mark.parametrize(
    "text", ["HELP", "help me find a job", "i need help with rent", "can you help my son", "thanks for the help"]
)
def test_a_keyword_or_a_request_is_no_cry_for_help(text: str) -> None:
    assert not help_me(text)


@pytest.mark.parametrize(
    "text",
    [
        "who is this",
        "who dis",
        "Whos this?",
        "who are you",
        "whose number is this",
        "quién es",
        "de quien es este numero",
    ],
)
def test_who_is_this(text: str) -> None:
    assert who_is_this(text)


@pytest.mark.parametrize(
    "text", ["who can help me find a bed", "who is the judge in that court", "this is Marta", "quien da comida"]
)
def test_other_questions_ask_for_something_else(text: str) -> None:
    assert not who_is_this(text)


@pytest.mark.parametrize("text", ["stop texting me", "help me", "who is this", "i wanna quit", "no más mensajes"])
def test_dress_does_not_change_the_reading(text: str) -> None:
    for dressed in (text.upper(), f"  {text} ", f"{text} 🙏", f"“{text}”"):
        assert (wants_no_texts(dressed), help_me(dressed), who_is_this(dressed)) == (
            wants_no_texts(text),
            help_me(text),
            who_is_this(text),
        )


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert {wants_no_texts(text), help_me(text), who_is_this(text)} <= {True, False}
