"""Step 5: wishes in free words: no more texts, help now, who are you.

The law asks to honour any reasonable wording of "no more texts"; a person who wants to stop
*using*, or wants somebody to stop *hitting*, must never be silenced for it.
"""

from __future__ import annotations

import re

from bot.consent.not_our_texts import NOT_ABOUT_US
from bot.consent.optout_claro import CLARO
from bot.consent.optout_contact import CONTACT
from bot.consent.optout_endings import ENDED, HINTED, NAMED, PLAINLY_ENDED
from bot.consent.optout_english import ENGLISH
from bot.consent.optout_mensajes import MENSAJES
from bot.consent.optout_plainly import PLAINLY
from bot.consent.optout_quitting import QUITTING
from bot.consent.optout_spanish import SPANISH
from bot.safety.normal import normal
from bot.safety.pieces import one_of

_WISH = one_of(ENGLISH + CONTACT + QUITTING + PLAINLY + SPANISH + MENSAJES + CLARO)
_NAMED = one_of(NAMED)
_ENDED = one_of(ENDED)
_HINTED = one_of(HINTED)
_PLAINLY_ENDED = one_of(PLAINLY_ENDED)


def wants_no_texts(text: str) -> bool:
    """Whether ``text``, in whatever words, clearly asks that our texts end.

    Lone carrier keywords are read by :func:`bot.consent.keywords.keyword`, not here.
    """
    words = normal(text[:_LONGEST])
    return (_WISH.search(words) is not None or _in_two_clauses(words)) and NOT_ABOUT_US.search(words) is None


def _in_two_clauses(words: str) -> bool:
    """Whether one clause of ``words`` names our texts, or hints at them, and another says to end it."""
    if _ENDED.search(words) is None:
        return False
    hinted = _PLAINLY_ENDED.search(words) is not None and _HINTED.search(words) is not None
    return hinted or _NAMED.search(words) is not None


# An opt-out longer than the longest text message does not exist.
_LONGEST = 2000

_HELP_ME = one_of(
    """
    (?:please |god |omg |someone |somebody |can (?:you|someone|somebody|anyone) |could you |will you |i (?:really 
      |just )?)?(?:help me|need help|need some help|needs help|help us|help now|help please
      |help help(?: help)?)(?: (?:please|now|right now|asap|bad|someone|somebody|today|help|me|im
      |por favor))?(?: please)?(?: \\?)?
    (?:someone|somebody|please) help|please somebody|sos
    (?:por favor )?(?:ayudame|ayudeme|ayudenme|ayuda por favor|ayuda ayuda|necesito (?:su |tu |de su )?ayuda
      |me (?:puedes?|pueden|podrian?) ayudar|auxilio|socorro)(?: (?:por favor|ya|ahora|urgente))?(?: \\?)?
    """
)
_LOUD_HELP = re.compile(r"^\W*(?:help|ayuda)\W*!\W*!\W*$", re.IGNORECASE)

_WHO = one_of(
    """
    who (?:the (?:hell|fuck|heck) |tf |in the world )?(?:is|are|dis|this|be) ?(?:this|you|dis|it|that|there|texting
      calling|yall|texting me
      texting my [a-z]{1,12})?(?: (?:texting|messaging|calling|writing)(?: ~)?)?(?: please)?$
    who (?:this|dis)(?: is)?$|who is (?:texting|messaging|calling|writing)
    who is this(?: ~)? (?:texting|number|from)|who am i (?:talking|texting) (?:to|with)
    whose (?:number|phone) is this|what (?:is this|number is this|is this number|is this about)$
    do i know you|i do not (?:know|recognize) (?:this|your) number
    (?:why|how) (?:is|did|do) (?:this|you) (?:number )?(?:in|get|have) my|why (?:are )?you texting (?:me|my)
    new phone who|is this (?:a )?(?:drug|rehab|treatment|recovery|hospital) (?:line|place|number|program)
    quien (?:es|eres|habla|me escribe|escribe|manda|son|me manda|esta escribiendo)(?: (?:usted|ustedes|este
      |por favor|esto))?(?: \\?)?$
    de (?:quien|parte de quien) (?:es|son) ?(?:este|el)? ?(?:numero)?|de parte de quien
    que (?:numero|numero es|es) (?:este|esto|es este)|lo conozco|la conozco
    """
)


def help_me(text: str) -> bool:
    """Whether ``text`` is nothing but a cry for help: "help me", "HELP!!", "ayúdame".

    ``HELP`` alone is a keyword, and "help me find a job" is a request like any other.
    """
    return _LOUD_HELP.match(text) is not None or _HELP_ME.fullmatch(normal(text[:_LONGEST])) is not None


def who_is_this(text: str) -> bool:
    """Whether ``text`` asks who is texting."""
    return _WHO.search(normal(text[:_LONGEST])) is not None
