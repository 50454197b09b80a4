"""Shorthand of text messages and what it stands for, per language.

Only forms with one common meaning are here. ``k`` is "okay" in English and "que"
in Spanish, so the tables are never mixed.
"""

from __future__ import annotations

ENGLISH = {
    "u": "you", "ur": "your", "urs": "yours", "ya'll": "y'all", "r": "are", "n": "and", "nd": "and",
    "w": "with", "w/": "with", "w/o": "without", "wo": "without", "b4": "before", "2day": "today",
    "2nite": "tonight", "2night": "tonight", "tonite": "tonight", "tmrw": "tomorrow", "tmr": "tomorrow",
    "2mrw": "tomorrow", "2moro": "tomorrow", "tomm": "tomorrow", "rn": "right now", "idk": "i don't know",
    "idc": "i don't care", "idgaf": "i don't care", "imma": "i'm going to", "ima": "i'm going to",
    "im": "i'm", "ive": "i've", "dont": "don't", "cant": "can't", "wont": "won't", "didnt": "didn't",
    "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't", "aint": "ain't", "whats": "what's",
    "thats": "that's", "tryna": "trying to", "finna": "going to", "boutta": "about to", "bouta": "about to",
    "gonna": "going to", "gon": "going to", "wanna": "want to", "gotta": "got to", "lemme": "let me",
    "gimme": "give me", "kinda": "kind of", "outta": "out of", "smth": "something", "sumthin": "something",
    "somethin": "something", "sum1": "someone", "some1": "someone", "any1": "anyone", "no1": "no one",
    "ppl": "people", "pls": "please", "plz": "please", "plss": "please", "thx": "thanks", "thnx": "thanks",
    "ty": "thank you", "tysm": "thank you so much", "thnks": "thanks", "yw": "you're welcome", "np": "no problem",
    "k": "okay", "kk": "okay", "ok": "okay", "nvm": "never mind", "smh": "shaking my head",
    "fr": "for real", "frfr": "for real", "ngl": "not going to lie", "tbh": "to be honest", "btw": "by the way",
    "asap": "as soon as possible", "bc": "because", "cuz": "because", "cus": "because", "coz": "because",
    "b/c": "because", "tho": "though", "thru": "through", "msg": "message", "txt": "text", "txts": "texts",
    "hrs": "hours", "hr": "hour", "mins": "minutes", "wk": "week", "wks": "weeks", "yr": "year",
    "yrs": "years", "mo": "month", "appt": "appointment", "apt": "apartment", "meds": "medicine",
    "hw": "homework", "bday": "birthday", "bf": "boyfriend", "gf": "girlfriend", "fam": "family",
    "mtg": "meeting", "mtgs": "meetings", "hmu": "text me", "lmk": "let me know", "wya": "where are you",
    "wyd": "what are you doing", "dv": "domestic violence", "od": "overdose", "od'd": "overdosed",
    "oded": "overdosed", "oding": "overdosing", "od'ing": "overdosing", "kms": "kill myself",
    "kys": "kill yourself", "sh": "self harm", "wit": "with", "dat": "that", "dis": "this", "da": "the",
    "tha": "the", "nuthin": "nothing", "nothin": "nothing", "lookin": "looking", "workin": "working",
    "doin": "doing", "goin": "going", "gettin": "getting", "usin": "using",
}

SPANISH = {
    "q": "que", "k": "que", "ke": "que", "qe": "que", "xq": "porque", "pq": "porque", "xk": "porque",
    "porq": "porque", "x": "por", "xfa": "por favor", "xfavor": "por favor", "porfa": "por favor",
    "porfis": "por favor", "pls": "por favor", "plis": "por favor", "tmb": "también", "tb": "también",
    "tbn": "también", "tambien": "también", "d": "de", "t": "te", "m": "me", "n": "en", "dnd": "donde",
    "dond": "donde", "cdo": "cuando", "cuand": "cuando", "toy": "estoy", "toi": "estoy", "stoy": "estoy",
    "ta": "está", "pa": "para", "pal": "para el", "pa'": "para", "p'": "para", "bn": "bien", "mñn": "mañana",
    "mnn": "mañana", "ntp": "no te preocupes", "grax": "gracias", "grx": "gracias", "grasias": "gracias",
    "gcs": "gracias", "salu2": "saludos", "finde": "fin de semana", "msj": "mensaje", "msjs": "mensajes",
    "tel": "teléfono", "cel": "celular", "tqm": "te quiero mucho", "ntnc": "entonces", "entons": "entonces",
    "nomas": "nada más", "nmas": "nada más", "aki": "aquí", "kiero": "quiero", "nesecito": "necesito",
    "nececito": "necesito", "nesesito": "necesito", "necesit": "necesito", "ocupo": "necesito",
    "alguin": "alguien", "trbjo": "trabajo", "trabj": "trabajo", "hijole": "híjole", "ahorita": "ahora",
    "orita": "ahora", "asta": "hasta", "aser": "hacer", "aver": "a ver",
}  # fmt: skip

# Words that English texts practically never hold ("no", "me" and "a" are in both).
SPANISH_SIGNS = frozenset({
    "que", "el", "los", "las", "un", "una", "de", "del", "en", "por", "para", "con", "sin", "pero", "como", "donde",
    "cuando", "quien", "porque", "xq", "pq", "tmb", "necesito", "ocupo", "quiero", "busco", "tengo", "estoy", "soy",
    "esta", "hay", "puedo", "puede", "ayuda", "ayudame", "ayuden", "gracias", "hola", "adios", "mis", "yo", "ya",
    "se", "le", "su", "trabajo", "comida", "hijo", "hija", "esposo", "esposa", "bueno", "muy", "mas", "aqui",
    "alguien", "nada", "todo", "tambien", "dia", "noches", "tardes", "buenas", "buenos", "cerca", "ropa", "vivir",
    "cual", "cuanto",
})  # fmt: skip
