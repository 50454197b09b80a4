"""Step 5: texts that are nothing but a keyword. Danger is looked at before them."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bot.safety.normal import normal
from bot.safety.pieces import one_of


class Keyword(StrEnum):
    """What a lone keyword asks for. YES is not among them: it answers a question, nothing else."""

    STOP = "stop"
    START = "start"
    HELP = "help"
    PRIVACY = "privacy"
    DELETE = "delete"
    SHORT = "short"
    NO_CALL = "no_call"
    NOT_SAFE = "not_safe"


_WORDS: dict[str, Keyword] = {
    **dict.fromkeys(
        (
            "stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out",
            "alto", "parar", "baja",
        ),
        Keyword.STOP,
    ),
    **dict.fromkeys(("start", "unstop"), Keyword.START),
    **dict.fromkeys(("help", "info", "ayuda"), Keyword.HELP),
    **dict.fromkeys(("privacy", "privacidad"), Keyword.PRIVACY),
    **dict.fromkeys(("delete", "delete me", "borrar", "borrarme"), Keyword.DELETE),
    **dict.fromkeys(("short", "corto"), Keyword.SHORT),
    **dict.fromkeys(("no call", "no calls", "nocall", "no llamar", "no llamadas", "sin llamadas"), Keyword.NO_CALL),
    **dict.fromkeys(("not safe", "notsafe", "no seguro", "no es seguro"), Keyword.NOT_SAFE),
}  # fmt: skip

# Said in more words, and nothing else said: somebody else may read this phone.
_PHONE_NOT_SAFE = one_of(
    """
    (?:it is )?not safe to text(?: me)?(?: here| on this phone| on here)?
    (?:my|this|the) (?:phone|cell|number|cell phone) (?:is )?(?:not|never|unsafe|not really) ?(?:safe|private|mine
      |my own)?
    (?:phone|text|texting|texts) (?:is )?not safe
    (?:this )?(?:is )?not (?:even )?my phone(?: <more>)?
    (?:this|it) (?:is )?(?:a |my )?(?:<kin>|shared|borrowed|friends|moms|husbands|boyfriends|sisters|brothers
      |somebody elses) phone
    (?:this|my) phone is shared|i share this phone
    (?:he|she|they|somebody|someone|my (?:<kin>))(?: (?:can|will|always|also))? (?:check|checks|read|reads|see|sees
      |look|looks|go|goes|look at|looks at|looks through|goes through|goes thru|monitors|watches) (?:through )?(?:my
      |this|all my|the) (?:phone|texts|messages|cell)
    no es seguro (?:este|mi|escribir|textear|escribirme)(?: (?:telefono|celular|numero|aqui|a este (?:telefono
      |numero)))?
    (?:este|mi) (?:telefono|celular|numero) no es (?:seguro|mio|privado)|no es mi (?:telefono|celular)
    este no es mi (?:telefono|celular)
    (?:me (?:revisan?|leen?|checan?)|(?:el|ella|mi (?:<pariente>)) (?:me )?(?:revisa|lee|checa)|revisan?
      |leen?) (?:el|mi|mis|los|este) (?:telefono|celular|mensajes|textos)
    (?:telefono|celular) (?:compartido|prestado)
    """
)
_NOT_LETTERS = re.compile(r"[^a-z]+")
_LOUD_HELP = re.compile(r"^\W*(?:help|ayuda)\W*!\W*!\W*$", re.IGNORECASE)


def keyword(text: str) -> Keyword | None:
    """The keyword ``text`` consists of, in any case, with any signs or emoji around it; else None.

    "HELP!!" is a cry, not the keyword: see :func:`bot.consent.optout.help_me`.
    """
    if len(text) > 200 or _LOUD_HELP.match(text):
        return None
    found = _WORDS.get(_letters(text))
    if found is None and _PHONE_NOT_SAFE.fullmatch(normal(text)):
        return Keyword.NOT_SAFE
    return found


def keyword_words() -> dict[Keyword, tuple[str, ...]]:
    """The lone words of each keyword, English first, as staff are shown them."""
    return {each: tuple(word for word, meant in _WORDS.items() if meant is each) for each in Keyword}


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    plain = "".join(c for c in folded if unicodedata.category(c) not in ("Mn", "Cf"))
    return _NOT_LETTERS.sub(" ", plain).strip()
