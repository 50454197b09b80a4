"""Coaches' words are looked at before they go out. What is found is held back until the coach says SEND.

Rules, in the order in which a coach is told of them. They are meant to be read and changed by people
who know coaching; each is patterns in the plain spelling of :mod:`bot.safety.normal`.

A rule that holds back too much costs a coach one word (SEND). A rule that misses may cost a person
their safety, or a coach theirs: so doubt holds back. What must pass at once is asking directly about
suicide, the public lines (988, 911, toll-free numbers, short codes) and how to give naloxone.
"""

from __future__ import annotations

import re

from bot.message import About, Danger, Risk
from bot.safety.normal import normal
from bot.safety.pieces import one_of

OWN_DANGER, PROMISE, PHONE, ADDRESS, DOSE = "own_danger", "promise", "phone", "address", "dose"

# Words of danger that the danger rules, made for people who seek help, do not know from tired helpers.
_OWN = one_of(
    """
    (?:drink|drinking|drank|smoke|smoking|use|using|shoot|shooting|work|working) (?:my ?self|me) (?:to death
      |dead|stupid
      |unconscious|into (?:the|a|my) (?:ground|grave))
    i (?:can not|do not|will not|cannot)(?: (?:even|really|just))? (?:want to |wanna )?(?:do this|go on
      |keep going|take
      (?:it|this)|be here|live)(?: (?:anymore|any more|no more|either|myself|much longer|any longer))?$
    i (?:just )?(?:relapsed|used|slipped|drank|am drunk|am high|am using|started using
      |started drinking)(?: (?:again|today
      |tonight|last night|yesterday|too|myself|last week|this morning))?$
    i (?:want|need|am going|might|may) (?:to )?(?:a )?(?:use|drink|fix|get high|get drunk|relapse)(?: (?:too
      |myself|tonight|right now
      |so bad|again|today))?$
    i (?:wish i (?:was|were)|would rather be) dead|i am (?:done with|tired of) (?:life|living|being alive)
    (?:voy a|quiero|me voy a) (?:tomar|beber|consumir|drogarme|emborracharme)(?: (?:hasta morir|hasta morirme))
    (?:yo )?(?:recai|consumi)(?: (?:otra vez|hoy|ayer|anoche|tambien))?$|ya no puedo (?:mas|con esto|seguir)$
    """
)
# Asking is good practice, and most of a coach's words are about the other: not the coach's own danger.
_ABOUT_YOU = re.compile(
    r"(?<![a-z])(?:you|your|yourself|u|ur|urself|te|tu|ti|tus|usted|contigo|estas|tienes|has|quieres|piensas)(?![a-z])"
)
_I = re.compile(r"(?<![a-z])(?:i|me|my|myself|im|yo|mi|me voy)(?![a-z])")
# Told of another time: what makes a peer coach a peer.
# Saying back what the other said is good practice too.
_SAID_BACK = re.compile(
    r"(?:hear|heard|said|say|told me|sounds like|glad|sorry|when|if|that|dijiste|dices|escucho que) you "
)
_LONG_AGO = one_of(
    """
    (?:years?|months|decades) ago|back then|back when|when i was|used to|in my (?:using|drinking|past
      |old) ?(?:days|life)?
    i have been there|been there|before i got (?:sober|help|here)|my own recovery|i (?:was|felt) (?:there
      |that way|the same)
    hace (?:anos|meses|mucho)|antes yo|cuando yo|yo tambien (?:pase|estuve)
    """
)

_PROMISE = one_of(
    """
    i promise|promise you|i swear|i guarantee|you have my word|trust me nothing
    i (?:will|am going to|gonna|can)(?: (?:come|go|drive))? (?:save|rescue|come get|come for|pick) you
    i (?:will|am going to|can) (?:come|go|drive) (?:over|get you|to you|there|see you|pick you up)
      |i am (?:coming|on my way)
    (?:help|someone|somebody|they|police|cops|an ambulance|the ambulance|ambulance|a team) (?:is|are) (?:on the way
      |on its way|on their way|coming)
    (?:nothing|nobody|no one) (?:bad )?(?:will|can|is going to) (?:happen to|hurt|touch|get) you
    i (?:will|would) (?:never|not) (?:let (?:anything|you|that|anyone)|leave you|tell (?:anyone|anybody|a soul
      |nobody))
    (?:we|they|i) (?:will|would) (?:never|not) tell|between (?:us|you and me)|(?:your|our) secret|stays between
      |no one will know
    nobody will (?:know|find out)|they (?:will|would|can) ?not take your (?:kids?|children|baby)
    you (?:will|are going to) (?:be (?:fine|ok|okay|safe)|get (?:the|a) bed|get in)(?: (?:for sure|i know it
      |no matter what))
    i will (?:always )?be (?:here|there)(?: for you)? (?:always|forever|any ?time|no matter what|all night)
    te (?:lo )?(?:prometo|juro)|le (?:prometo|juro)|voy por (?:ti|usted)|voy a (?:ir por ti|rescatarte|salvarte
      |buscarte)
    (?:ya )?va (?:la )?ayuda|la ambulancia (?:ya )?va|ya va(?:n)? para (?:alla|tu casa)|voy en camino
      |nada te va a pasar
    no (?:le|se lo) (?:voy a decir|dire|digo|cuento) a nadie|queda entre nosotros|nadie (?:se va a enterar|lo sabra)
    no te van a quitar a tus hijos
    """
)
_ADDRESS = one_of(
    """
    my (?:place|house|apartment|apt|address|home|room|couch) (?:is|at|on|tonight|if)
    (?:come|stay|crash|sleep|meet)(?: ~)? (?:at |to |over to |on )?my (?:place|house|apartment|apt|home|couch|room)
    i (?:live|stay) (?:at|on|off|near|by|in)|(?:meet|see) (?:me|us) (?:at|by|in|on|behind|outside)|come over to mine
    (?:mi casa|mi apartamento|mi direccion|mi cuarto) (?:es|esta|queda)|(?:ven|vente|quedate|duerme) (?:a
      |en) mi (?:casa
      |apartamento|cuarto)
    (?:yo )?vivo (?:en|por|cerca)|nos vemos en|te espero en|te veo en
    """
)
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?\s+(?:[nsew]\.?\s+|north\s+|south\s+|east\s+|west\s+)?(?:[\w'.]+\s+){1,4}?"
    r"(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|ter|terrace|hwy|highway|pkwy|"
    r"cir|circle|sq|square)\b"
    r"|\b(?:calle|avenida|av\.|carrera)\s+[\w.]+(?:\s+[\w.]+){0,3}?\s*#?\s*\d{1,5}\b"
    r"|\b(?:apt|apartment|unit|suite|apto|room)\.?\s*#?\s*\d+[a-z]?\b",
    re.IGNORECASE,
)
_DOSE = one_of(
    """
    (?:[0-9]{1,4}|a|one|two|three|four|five|six|half|half a|another|quarter|quarter of a|an extra|one more
      |two more|un|una
      |dos|tres|media|otra)(?: (?:more|mas))? ?(?:mg|mgs|mcg|milligrams?|ml|cc|grams?|pills?|tabs?|tablets?
      |strips?|capsules?
      |caps|bars?|units?|pastillas?|tabletas?|miligramos?|tiras?|gotas?)
    [0-9]{1,4}(?:mg|mcg|ml|cc)|(?:double|halve|skip|cut|lower|raise|up|increase|stop taking) (?:your|the
      |ur) (?:dose|dosage
      |meds|medication|methadone|suboxone|subs|medicine|pills)
    taper(?:ing)?(?: ~)? (?:off|down|by)|(?:take|use|try) (?:half|less|more|a little|a bit
      |some)(?: ~)? (?:of )?(?:your
      |the|ur)? ?(?:dose|meds|methadone|suboxone|subs|xanax|benzos?|gabapentin|kratom|pills|valium|klonopin)
    (?:dobla|duplica|baja|sube|deja|salta|corta) (?:tu|la|tus|las) (?:dosis|medicinas?|medicamentos?|metadona
      |pastillas)
    (?:toma|usa|tomate) (?:media|la mitad|menos|mas|otra|dos|una)(?: ~)? (?:dosis|pastillas?|metadona|suboxone)
    """
)
_NALOXONE = re.compile(r"narcan|naloxone|naloxona|nasal spray|kloxxado")

_DIGITS = (
    ("zero", "cero", "oh"), ("one", "uno"), ("two", "dos"), ("three", "tres"), ("four", "cuatro"), ("five", "cinco"),
    ("six", "seis"), ("seven", "siete"), ("eight", "ocho"), ("nine", "nueve"),
)  # fmt: skip
_DIGIT_WORDS = {word: str(digit) for digit, words in enumerate(_DIGITS) for word in words}
_SPELLED = re.compile(r"\b(?:" + "|".join(_DIGIT_WORDS) + r")\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[\s().,/·•_-]{0,3}\d){6,14}(?!\d)")
_TOLL_FREE = ("800", "888", "877", "866", "855", "844", "833")


def why_held_back(body: str, danger: Danger) -> tuple[str, ...]:
    """The names of the rules that hold ``body`` back, gravest first; empty when it may go.

    ``danger`` is what the danger screen saw in it; whose danger it is, is decided here.
    """
    words = normal(body)
    found = (
        (OWN_DANGER, speaks_of_own_danger(body, danger)),
        (PROMISE, _PROMISE.search(words) is not None),
        (PHONE, _has_private_number(body)),
        (ADDRESS, _ADDRESS.search(words) is not None or _STREET.search(body) is not None),
        (DOSE, _DOSE.search(words) is not None and _NALOXONE.search(words) is None),
    )
    return tuple(name for name, held in found if held)


def speaks_of_own_danger(body: str, danger: Danger) -> bool:
    """Whether a coach's words may be about a danger of their own, now."""
    words = normal(body)
    if _LONG_AGO.search(words):
        return False
    if _OWN.search(words):
        return True
    grave = danger.risk in (Risk.CRISIS, Risk.CHECK) and danger.about is not About.OTHER
    if not grave or _SAID_BACK.search(words):
        return False
    return _ABOUT_YOU.search(words) is None or (_I.search(words) is not None and "?" not in body)


def _has_private_number(body: str) -> bool:
    spelled = _SPELLED.sub(lambda word: _DIGIT_WORDS[word[0].lower()], body)
    return any(_is_private(re.sub(r"\D", "", found[0])) for found in _NUMBER.finditer(spelled))


def _is_private(digits: str) -> bool:
    """A toll-free number is a public line's."""
    national = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return not (len(national) == 10 and national.startswith(_TOLL_FREE))
