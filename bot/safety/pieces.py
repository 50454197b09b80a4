"""The pieces that danger patterns are written with, and how a pattern becomes a regular expression.

A pattern is a line in the plain spelling of :mod:`bot.safety.normal`:

- ``<kin>`` stands for a piece below;
- ``~`` stands for up to three words, ``~~`` for up to eight, never across a mark;
- ``^`` and ``$`` are the start and the end of a clause, not only of the text;
- a line that begins with ``|`` goes on with the line above;
- the rest is a regular expression without ``*``, ``+`` or open ``{n,}``: every repeat has an
  end, so no text can make matching slow.
"""

from __future__ import annotations

import re

WORD = "[a-z0-9]{1,20}"

PIECES: dict[str, str] = {
    # people
    "kin": (
        "sons?|daughters?|kids?|child|children|baby|babies|toddler|infant|boys?|girls?|brother|bro|sister|sis|"
        "mom|mother|mama|mum|momma|dad|father|daddy|papa|husband|hubby|wife|wifey|partner|boyfriend|girlfriend|"
        "fiancee?|ex|friends?|bestie|buddy|buddies|homie|homies|homeboy|homegirl|roommate|roomate|roomie|"
        "housemate|neighbor|uncle|unc|aunt|auntie|cousin|cuz|nephew|niece|grandson|grandaughter|granddaughter|"
        "grandma|grandmother|granny|grandpa|grandfather|grandbaby|sponsee|sponsor|coworker|student|client|tenant|"
        "man|guy|dude|lady|woman|teen|teenager|twin|tentmate|patient|stepson|stepdad|stepdaughter|stepmom|"
        "daughter in law|son in law|baby daddy|baby mama|person|stranger|soldier|vet"
    ),
    "pariente": (
        "hij[oa]s?|herman[oa]s?|espos[oa]|marido|mujer|novi[oa]|mama|papa|madre|padre|amig[oa]s?|prim[oa]|ti[oa]|"
        "sobrin[oa]|niet[oa]s?|abuel[oa]|compa|pana|carnal|carnalito|carnala|vecin[oa]|bebe|nen[eoa]s?|nin[oa]s?|"
        "muchach[oa]|chav[oa]|cunad[oa]|suegr[oa]|pareja|companer[oa]|senora?|roommate|jef[ea]|compadre|comadre|"
        "ahijad[oa]|ex|viej[oa]|chamac[oa]|chic[oa]|tipo|hombre|joven|bro|roomie|padrino|sponsor"
    ),
    "they": (
        "he|she|they|somebody|someone|bro|homie|(?:my|our|his|her|the|this|a|some|another|his|ur|your)"
        f"(?: {WORD}){{0,3}} (?:<kin>)"
    ),
    "him": f"him|her|them|(?:my|our|his|the|this|that)(?: {WORD}){{0,1}} (?:<kin>)",
    "ellos": f"el|ella|ellos|alguien|(?:mi|mis|su|un|una|la|el|este|esta|nuestr[oa])(?: {WORD}){{0,1}} (?:<pariente>)",
    "self": "my ?self|me self",
    # wishing and meaning to
    "wants": (
        "wants? to|wanted to|wanting to|want too|would like to|wish i could|wishes (?:he|she) could|ready to|"
        "need to|about to|going to|trying to|rather|plan to|planning to|planning on|plan on|prefer to|decided to"
    ),
    "will": (
        "going to|will|about to|might|may|could|should|want to|wants to|wanting to|wanted to|trying to|try to|"
        "thinking about|thinking of|think about|think of|thought about|thoughts of|thoughts about|plan to|"
        "planning to|planning on|ready to|need to|feel like|feels like|tempted to|thinking i should|ways to|"
        "ways of|talking about|talking of|threatened to|threatening to|threatens to|keep|decided to|rather|better"
    ),
    "voy": (
        "voy a|va a|quiero|quiere|quisiera|pienso|piensa|pensando en|ganas de|queria|quise|iba a|trate de|"
        "trato de|tratando de|intente|intento|intentando|dice que se|decidi|necesito|necesita|prefiero|deberia|"
        "debo|puedo|estoy por|esta por|amenaza con|se quiere|me quiero|quieren|quieres|pueda|forma de|como"
    ),
    # things
    "pills": (
        "pills?|meds|medicine|medication|tablets?|tylenol|xanax|bars|perc|percocets?|oxys?|oxycontin|subs|"
        "suboxone|methadone|gabapentin|neurontin|trazodone|seroquel|benzo|valium|ativan|ambien|sleeping pills|"
        "antidepressants|insulin|aspirin|advil|ibuprofen|benadryl|vicodin|norcos?|adderall|zoloft|"
        "pain patch(?:es)?|patch(?:es)?|gumm(?:y|ies)|edibles?|blues?|pressed"
    ),
    "drugs": (
        "<pills>|fentanyl|heroin|dope|tranq|meth|ice|crystal|crack|coke|cocaine|molly|ecstasy|k2|spice|kratom|"
        "xylazine|bag|baggie|shot|bumps?|lines?|needles?|syringe|foil|rig|pipe|speedball|liquor|vodka|whiskey|"
        "alcohol|fifth|drinks?|drank|drunk|drinking|smoked?|smoking|snorted|shot up|injected|used|using|high|hit|"
        "batch|vape|weed|opioids?|opiates?|narcan|overdosed?|took|swallowed|relapsed|dose|needleemoji|pillemoji"
    ),
    "drogas": (
        "pastillas?|pildoras?|medicinas?|xanax|metadona|suboxone|fentanilo|heroina|chiva|cristal|hielo|coca|"
        "perico|crack|piedra|tecata|droga|drogas|jeringa|aguja|papel aluminio|foil|azul|azules|percs?|trago|"
        "alcohol|cerveza|vodka|tequila|narcan|sobredosis|uso|use|consumio|metio|meti|inyecte|inyecto|fumo|fume|"
        "tomo|tome|bolsita|dosis|frasco|drogado|drogada"
    ),
    "gun": "gun|pistol|rifle|shotgun|glock|revolver|firearm|strap|9mm|ar15|22|38|45|357|gunemoji",
    "blade": "knife|blade|razor|razor blade|box cutter|machete|scissors|knifeemoji",
    "noose": "rope|noose|belt|cord|ropeemoji",
    "arma": "pistola|arma|escopeta|rifle|cuete|fusca|gunemoji",
    "filo": "cuchillo|navaja|machete|hoja|gillette|knifeemoji",
    # places from which people fall
    "edge": (
        "bridge|ledge|roof|rooftop|overpass|cliff|balcony|parking deck|parking garage|train tracks|"
        "railroad tracks|tracks|rails|subway platform|top floor|edge"
    ),
    "orilla": "puente|azotea|techo|balcon|barranco|precipicio|vias(?: del tren)?|riel|orilla|edificio|ventana",
    "traffic": (
        "traffic|the road|the highway|the street|the freeway|(?:a|the|that|an oncoming) (?:truck|train|bus|semi|car)"
    ),
    # bodies
    "wrist": "wrists?|arms?|legs?|thighs?|stomach|skin|throat|neck|hips?|veins?",
    "blue": "blue|gr[ae]y|purple|blueish|bluish|ashy|white as a ghost",
    # time
    "soon": (
        "tonight|today|now|right now|tomorrow|this time|this (?:morning|evening|afternoon|weekend|week)|again|soon"
    ),
    "pronto": "hoy|esta noche|ahora|ya|manana|hoy mismo|otra vez|hoy en la noche",
    "more": "anymore|any more|no more|any longer|nomore|again",
}

_CLAUSE_START = r"(?:(?<![ a-z0-9.,?])|(?<=[.,?] ))"
_CLAUSE_END = r"(?: (?=[.,?])|(?![ a-z0-9.,?]))"
_GAPS = (
    ("(?: ~~)?", f"(?: {WORD}){{0,8}}"),
    ("(?: ~~)", f"(?: {WORD}){{0,8}}"),
    ("(?: ~)?", f"(?: {WORD}){{0,3}}"),
    ("(?:~ )?", f"(?:{WORD} ){{0,3}}"),
    (" ~~ ", f"(?: {WORD}){{0,8}} "),
    (" ~ ", f"(?: {WORD}){{0,3}} "),
)
_PIECE = re.compile(r"<([a-z]+)>")


def spell_out(pattern: str) -> str:
    """Replace pieces and gaps of one pattern by regular expression text.

    Raises KeyError for a piece that does not exist, ValueError for a gap in a wrong place.
    """
    while match := _PIECE.search(pattern):
        pattern = pattern[: match.start()] + f"(?:{PIECES[match.group(1)]})" + pattern[match.end() :]
    pattern = pattern.replace("^", _CLAUSE_START).replace("$", _CLAUSE_END)
    for written, meant in _GAPS:
        pattern = pattern.replace(written, meant)
    if "~" in pattern:
        raise ValueError(f"a gap stands where none can be: {pattern}")
    return pattern


def one_of(block: str) -> re.Pattern[str]:
    """Compile a block of patterns, one a line, into one expression that finds any of them."""
    block = re.sub(r"\n\s{1,40}\|", "|", block)
    lines = [spell_out(line.strip()) for line in block.splitlines() if line.strip()]
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(lines) + r")(?![a-z0-9])")
