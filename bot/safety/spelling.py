"""How people in danger spell: shorthand, typos, slang. Only forms with one common meaning.

Every value is already in the plain form that :mod:`bot.safety.normal` writes, so that
normalising a normalised text changes nothing.
"""

from __future__ import annotations

_PLAIN = {
    # negations, written out so that one pattern reads "will not wake up" in any spelling
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "cannot": "can not",
    "wont": "will not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
    "aint": "is not", "havent": "have not", "hasnt": "has not", "hadnt": "had not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "ion": "i do not", "iont": "i do not", "donot": "do not",
    "dnt": "do not", "cnt": "can not", "dunno": "do not know", "idk": "i do not know", "idc": "i do not care",
    # pronouns
    "im": "i am", "ive": "i have", "hes": "he is", "shes": "she is", "theyre": "they are", "theyr": "they are",
    "youre": "you are", "its": "it is", "thats": "that is", "whats": "what is", "whos": "who is",
    "theres": "there is", "u": "you", "ur": "your", "r": "are", "n": "and", "nd": "and",
    "ima": "i am going to", "imma": "i am going to", "imm": "i am", "myslef": "myself", "mysef": "myself",
    "meself": "myself", "hisself": "himself", "theirselves": "themselves", "themself": "themselves", "themselfs":
    "themselves", "b": "be", "em": "them", "sum1": "someone", "some1": "someone", "sumone": "someone",
    # will and wish
    "gonna": "going to", "gunna": "going to", "gon": "going to", "finna": "going to", "goin": "going",
    "boutta": "about to", "bouta": "about to", "boutto": "about to", "wanna": "want to", "wana": "want to",
    "tryna": "trying to", "gotta": "got to", "hafta": "have to", "outta": "out of", "kinda": "kind of",
    "lemme": "let me", "shoulda": "should have", "woulda": "would have", "coulda": "could have", "wnat": "want",
    "wan": "want", "wna": "want to",
    # time
    "rn": "right now", "tonite": "tonight", "2nite": "tonight", "2night": "tonight", "tonigt": "tonight",
    "tn": "tonight", "nite": "night", "tmrw": "tomorrow", "tmr": "tomorrow", "tomorow": "tomorrow",
    "2day": "today", "2morrow": "tomorrow", "anymor": "anymore", "nomore": "no more", "yr": "year", "yrs": "years",
    "hr": "hour", "hrs": "hours", "mins": "minutes", "sec": "seconds", "secs": "seconds", "wk": "week", "mos": "months",
    # little words
    "w": "with", "wit": "with", "bc": "because", "cuz": "because", "cus": "because", "coz": "because",
    "bout": "about", "abt": "about", "jus": "just", "jst": "just", "pls": "please", "plz": "please", "plss": "please",
    "tok": "took", "tooken": "took", "muhc": "much", "mcuh": "much", "tha": "the", "da": "the", "dat": "that",
    "sumthin": "something", "somethin": "something", "smthing": "something", "smthn": "something",
    "smth": "something", "nothin": "nothing", "nuthin": "nothing", "nun": "nothing", "evrything": "everything",
    "eveything": "everything", "everythin": "everything", "everythings": "everything is", "ppl": "people",
    "dis": "this", "hlep": "help", "hepl": "help", "halp": "help", "hel": "help", "fone": "phone",
    "fr": "for real", "txt": "text", "txts": "texts", "txting": "texting", "txtin": "texting", "msg": "message",
    "msgs": "messages", "msging": "messaging", "bf": "boyfriend", "gf": "girlfriend", "fam": "family",
    "thru": "through",
    # danger
    "kms": "kill myself", "kys": "kill yourself", "ctb": "kill myself", "unalived": "killed", "unaliving": "killing",
    "unalive": "kill", "sewerslide": "suicide", "sewercide": "suicide", 
    "od": "overdose", "ods": "overdoses", "oded": "overdosed", "oding": "overdosing", "oveerdose": "overdose",
    "killin": "killing", "dyin": "dying", "dieing": "dying", "tryin": "trying", "breathin": "breathing",
    "breathng": "breathing", "breth": "breathe", "breating": "breathing", 
    "bleedin": "bleeding", "livin": "living", "shakin": "shaking", "movin": "moving", "takin": "taking",
    "hittin": "hitting", "beatin": "beating", "chokin": "choking", "followin": "following", "watchin": "watching",
    "hearin": "hearing", "seein": "seeing", "tellin": "telling", "sayin": "saying", "talkin": "talking",
    "thinkin": "thinking", "thinkn": "thinking", "feelin": "feeling", "bein": "being", "doin": "doing",
    "fallin": "falling", "noddin": "nodding", "turnin": "turning", "wakin": "waking", "gettin": "getting",
    "givin": "giving", "usin": "using", "plannin": "planning", "cuttin": "cutting", "burnin": "burning",
    "hurtin": "hurting", "comin": "coming", "walkin": "walking", "lookin": "looking", "holdin": "holding",
    "leavin": "leaving", "puttin": "putting", "keepin": "keeping", "makin": "making", "sleepin": "sleeping",
    "drinkin": "drinking", "puken": "puking", "throwin": "throwing", "coughin": "coughing", "standin": "standing",
    "sittin": "sitting", "jumpin": "jumping", "startin": "starting", "threatnin": "threatening", "beggin": "begging",
    "chasin": "chasing", "overdosin": "overdosing", "endin": "ending", "slumpin": "slumping", "respondin": "responding",
    "textin": "texting", "messagin": "messaging", "sendin": "sending", "blowin": "blowing", "hidin": "hiding",
    "convulsin": "convulsing", "smackin": "smacking", "kickin": "kicking",
    "fent": "fentanyl", "fetty": "fentanyl", "fenty": "fentanyl", "narcaned": "narcan", "narcanned": "narcan",
    "narcans": "narcan", "narcam": "narcan", "naloxone": "narcan", "naloxona": "narcan", "narkan": "narcan",
    "xans": "xanax", "xannies": "xanax", "xanies": "xanax", "benzos": "benzo", "klonopin": "benzo", "percs": "perc",
    "lipps": "lips", "uncouncious": "unconscious", "unconcious": "unconscious", "unconsious": "unconscious",
    "siezure": "seizure", "seisure": "seizure", "siezures": "seizures", "lockd": "locked",
}  # fmt: skip

_SPANISH = {
    "q": "que", "k": "que", "ke": "que", "qe": "que", "xq": "porque", "pq": "porque", "xk": "porque", "porq": "porque",
    "x": "por", "d": "de", "toy": "estoy", "stoy": "estoy", "toi": "estoy", "ta": "esta", "pa": "para",
    "kiero": "quiero", "kiere": "quiere", "kieres": "quieres", "kise": "quise", "qiero": "quiero", "aki": "aqui",
    "qiere": "quiere", "kien": "quien", "keria": "queria", "nesecito": "necesito", "nececito": "necesito",
    "ocupo": "necesito", "nomas": "solo", "nadamas": "solo", "tmb": "tambien", "tb": "tambien", "bn": "bien",
    "xfa": "por favor", "porfa": "por favor", "porfis": "por favor", "haci": "asi", "asta": "hasta", "ahorita": "ahora",
    "orita": "ahora", "ayudenme": "ayudame", "ayudeme": "ayudame", "aiuda": "ayuda", "alluda": "ayuda",
    "pastiyas": "pastillas", "pistolas": "pistola", "sovredosis": "sobredosis", "sobredocis": "sobredosis",
    "suisidio": "suicidio", "suisidarme": "suicidarme", "suicidarce": "suicidarse", "suisidarse": "suicidarse",
    "respirra": "respira", "golpia": "golpea", "golpiando": "golpeando", "vosez": "voces", "boces": "voces",
    "voses": "voces", "morirrme": "morirme", "mui": "muy", "ase": "hace", "aser": "hacer",
    "msj": "mensaje", "msjs": "mensajes", "msjes": "mensajes", "textearme": "escribirme", "texteen": "escriban",
    "pos": "pues", "ps": "pues", "cel": "celular", "kitenme": "quitenme", "kiten": "quiten",
}  # fmt: skip

SHORTHAND: dict[str, str] = {word: plain for word, plain in {**_PLAIN, **_SPANISH}.items() if word.isascii()}

# Words worth finding behind spaced letters ("k i l l"), digits ("k1ll"), stars ("k*ll") and stretching ("diiie").
DANGER_WORDS = frozenset((
    "kill", "killing", "killed", "myself", "himself", "herself", "die", "dying", "died", "dead", "death",
    "suicide", "suicidal", "suicidio", "suicidarme", "gun", "knife", "pills", "overdose", "overdosed",
    "overdosing", "blood", "bleeding", "breathe", "breathing", "narcan", "hurt", "cut", "cutting", "rape", "raped",
    "stab", "shoot", "shot", "hang", "rope", "jump", "bridge", "heroin", "fentanyl", "help", "murder", "abuse",
    "abused", "hitting", "beating", "choking", "morir", "morirme", "matar", "matarme", "muerto", "muerta", "muero",
    "sobredosis", "pistola", "pastillas", "ayuda", "cortarme", "respira", "vivir", "unresponsive", "unconscious",
    "seizure", "ayudame", "ayudanos", "suicidarse",
))  # fmt: skip
# What may stand between them when everything is written in one piece ("iwanttokillmyself").
GLUE_WORDS = frozenset((
    "i", "im", "am", "me", "my", "to", "want", "wanna", "going", "gonna", "end", "it", "all", "life", "be",
    "alive", "live", "not", "do", "dont", "cant", "wont", "will", "no", "more", "anymore", "need", "the", "a",
    "of", "he", "she", "is", "please", "tonight", "now", "just", "quiero", "voy", "la", "ya", "mas", "se", "que",
))  # fmt: skip
# Longer words that a single wrong, missing, doubled or swapped letter must not hide.
KEY_WORDS = (
    "suicide", "suicidal", "suicidarme", "suicidio", "overdose", "overdosed", "overdosing", "breathing",
    "unconscious", "unresponsive", "bleeding", "fentanyl", "seizure", "tonight", "tomorrow", "sobredosis",
    "pastillas", "hallucinating", "strangled", "threatened", "ambulance", "anymore", "kidnapped", "methadone",
)  # fmt: skip
