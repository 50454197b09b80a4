"""Reading the answer to a danger check. Only a clear "no danger" lowers it; every doubt goes to a human."""

from __future__ import annotations

from enum import StrEnum

from bot.conversation import PendingCheck
from bot.message import About, Danger, Risk, RiskKind
from bot.safety.normal import normal
from bot.safety.pieces import one_of


class CheckAnswer(StrEnum):
    """``CLEAR_NO``: plainly no danger, whichever words that took. ``YES``: danger. ``UNSURE``: all else."""

    CLEAR_NO = "clear_no"
    YES = "yes"
    UNSURE = "unsure"


_LAUGH = "(?: (?:lol|haha|lmao|jaja|dear|honey|hun|sir|maam|man|bro|mija|mijo))?"
# A lone "n" reads "and" in plain spelling.
_NO = one_of(
    f"""
    ^(?:no|nope|nah|nahh|naw|nop|noo|never|nel|n|no no|no no no|hell no|heck no|no way|absolutely not|of course not
      |definitely not|not at all|no sir|no maam|nossir|uh uh|nuh uh|para nada|pa nada|claro que no|jamas|nunca
      |no senora?|por supuesto que no|no gracias|no thanks?|no thank you|and$){_LAUGH}(?:$| [.,]| (?:i am|it is|not
      |nothing|thanks|thank|gracias|i would|i do|i did|i have|i was|i need|i want|i asked|i meant|i just|i got
      |can you|could you|where|just|no|nada|estoy|solo|para|nunca|quiero un|necesito|no estoy|danger|thoughts|plans
      |911|nobody is|no one is|he is|she is|they are|never|and i mean it|like that|dear|promise|es que|tranquil[oa]
      |todo|that was))
    """
)
_DENIAL = one_of(
    """
    (?:^|i am )not (?:suicidal|in danger|going to (?:hurt|kill) (?:<self>|nobody|anybody|anyone)|thinking (?:about
      |of) (?:it|that|suicide|killing <self>|hurting <self>|dying|ending my life))
    (?:no|never) (?:plans|thoughts|intention|intentions) (?:to|of|like|about)|^nothing like that|^not like that
    ^i am safe|^(?:i )?would never (?:hurt|do|kill)|^i do not want to (?:die|hurt <self>|kill <self>)
    ^no estoy (?:pensando en|en peligro)|^no es eso|^estoy a salvo|^nada de eso
    ^no quiero (?:morir|morirme|matarme|hacerme dano)|^no pienso en (?:eso|morir|suicidarme)
    """
)
_YES = one_of(
    """
    ^(?:yes|yeah|yea|yep|yup|yas|yess|yeas|ya|y|yesemoji|sure|(?:i am|i do|i did|i have)(?: too)?$|i think so
      |i guess|of course|always|all the time|every (?:day|night)|tonight|right now|sometimes|somtimes|kind of
      |sort of|sorta|a little|a bit|lately|si|sip|sii|simon|aja|claro(?! que no)|a veces|un poco|siempre|creo que si
      |todos los dias|esta noche|asi es|pues si|la verdad si|hoy)
    """
)
_DOUBT = one_of(
    """
    maybe|not sure|unsure|do not know|dont know|perhaps|i guess|guess so|(?:think|hope|believe) so|not really
    kind of|kinda|sort of|sorta|sometimes|yet|but|except|for now|right now|not today|not tonight|not at this moment
    anymore|a little|a bit|depends|supposed to be|hopefully|might|prefer not|rather not|none of your|does it matter
    who cares|why|what if|even if|hard to say|either way|today
    tal vez|quizas?|no se|a veces|todavia|aun no|creo|mas o menos|pero|por ahora|ahora no|hoy no|un poco|depende
    ojala|espero|puede ser|prefiero no|que importa|para que
    """
)
_SAFE = one_of(
    """
    (?:i am|he is|she is|they are|we are|it is|is|kid is|everyone is|my (?:[a-z]{1,12} )?(?:<kin>) is)(?: (?:all
      |totally|doing|perfectly|now|ok and|fine and|back))? (?:safe|ok|okay|fine|good|alright|home|alive|awake
      |breathing fine|with (?:me|us|my|his|her|a|the)|right here|at (?:home|work|my|his|her|the hospital|detox|rehab
      |a meeting)|in (?:rehab|treatment|detox|the hospital|good hands|his room fine))(?! (?:to text|to talk|for))
    safe (?:and sound|now|here|at|where)|^safe$|(?:woke|waking) up
    (?:he|she|they) (?:finally |just )?(?:answered|called|texted|came home|showed up|picked up|replied|is talking)
    was (?:just )?(?:asleep|sleeping|at work|joking|with a friend)|false alarm|can not get to me
    nobody is (?:hurting|here)|no one is (?:hurting|in danger)|not in (?:any )?danger
    paramedics (?:are|is) (?:here|with)|ambulance (?:is|came|took)
    (?:esta|estoy|estan|estamos)(?: (?:ya|todo|muy|todos))? (?:a salvo|bien|en casa|segur[oa]s?|despiert[oa]
      |tranquil[oa]s?|conmigo|con (?:mi|su|la|el|nosotros)|en (?:el hospital|rehab|detox|un programa))
    a salvo|ya (?:contesto|aparecio|llego|desperto|hablo)|falsa alarma|no hay peligro|no estoy en peligro
    no corre peligro
    """
)
_NOT_SAFE = one_of(
    """
    not (?:safe|ok|okay|fine|good|really|right|alright|at all|home|answering|breathing|with)|unsafe|is here
    in danger(?! here)|can not talk|no (?:esta|estoy|estan) (?:a salvo|segur[oa]s?|bien)|en peligro
    no (?:contesta|aparece|responde)|esta aqui|gone missing|missing|still not|no puedo hablar
    """
)
_UNSAFE_DENIED = one_of(
    "(?:not|nobody is|no one is|nobody|no one)(?: (?:at all|in|any|really)){0,2} (?:in )?(?:any )?danger|no "
    "estoy en peligro|no corre peligro|no hay peligro|is here (?:with me|safe|eating)|paramedics (?:is|are) here"
)


def asks_about_safety(kind: RiskKind, about: About) -> bool:
    """Whether the check asks "Are you (they) safe?", so that a yes means safe, not danger.

    Must agree with the wording of ``utter_check_<kind>_<self|other>`` (contract section 7): somebody
    else's safety, and abuse, are asked for; all other questions name the danger itself.
    """
    return about is About.OTHER or kind is RiskKind.ABUSE


def read_check_answer(text: str, asked: PendingCheck, seen: Danger) -> CheckAnswer:
    """Read ``text`` as the answer to the question ``asked``.

    ``seen`` is what the danger screen saw in this same text: words of danger beside a "no" make it unclear.
    """
    words = normal(text)
    danger_again = seen.risk in (Risk.CHECK, Risk.CRISIS)
    if asks_about_safety(asked.kind, asked.about):
        return _read_safety(words, danger_again)
    return _read_danger(words, danger_again)


def _read_danger(words: str, danger_again: bool) -> CheckAnswer:
    """The answer to a question such as "Are you thinking about suicide?"."""
    denied = _NO.search(words) is not None or _DENIAL.search(words) is not None
    if danger_again:
        return CheckAnswer.UNSURE if denied else CheckAnswer.YES
    if _DENIAL.search(words):
        words = words.replace(" but ", " ")
    if denied and _DOUBT.search(words) is None and not _takes_back(words):
        return CheckAnswer.CLEAR_NO
    if not denied and _YES.search(words):
        return CheckAnswer.YES
    return CheckAnswer.UNSURE


def _read_safety(words: str, danger_again: bool) -> CheckAnswer:
    """The answer to a question such as "Are they safe right now?"."""
    safe = _SAFE.search(words) is not None
    unsafe = _NOT_SAFE.search(words) is not None and _UNSAFE_DENIED.search(words) is None
    doubtful = _DOUBT.search(words.replace("right now", "")) is not None
    yes, no = _YES.search(words) is not None, _NO.search(words) is not None
    if danger_again or unsafe:
        return CheckAnswer.UNSURE if yes or safe else CheckAnswer.YES
    if doubtful:
        return CheckAnswer.UNSURE
    if safe or (yes and _bare(words)):
        return CheckAnswer.CLEAR_NO
    return CheckAnswer.YES if no else CheckAnswer.UNSURE


_TAKEN_BACK = one_of(
    """
    ^no(?:pe)? (?:yes|yeah|si)|yes i am|i lied|wait|actually|la verdad si|jk yes|not$|never mind i am
    """
)
_BARE_YES = one_of(
    "^(?:yes|yeah|yea|yep|yup|ya|y|yesemoji|si|sip|sii|simon|aja|sure|of course|claro|claro que si|correct|they "
    "are|he is|she is|i am|we are)(?: [.,])?(?: (?:yes|i am|they are|he is|she is|we are|it is|thank you|thanks|"
    "maam|sir|now|por favor|gracias|senora|yesemoji|gracias a dios|thank god)){0,2}$"
)


def _takes_back(words: str) -> bool:
    return _TAKEN_BACK.search(words) is not None


def _bare(words: str) -> bool:
    return _BARE_YES.search(words) is not None
