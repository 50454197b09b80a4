"""One plain spelling for matching: what a text says once its disguises are off.

``normal("Iʼm gonna k i l l  m¥self!!")`` is never shown to people. It holds lower-case ASCII
words with single spaces between them, and ``.`` ``,`` ``?`` as words of their own where a
sentence breaks. ``normal(normal(text)) == normal(text)`` for every text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.safety.spelling import DANGER_WORDS, GLUE_WORDS, KEY_WORDS, SHORTHAND

MARKS = frozenset(".,?")

_EMOJI = {
    "🔫": "gunemoji", "🔪": "knifeemoji", "🗡": "knifeemoji", "💊": "pillemoji", "⚰": "coffinemoji",
    "🪦": "coffinemoji", "💉": "needleemoji", "🩸": "bloodemoji", "🪢": "ropeemoji", "🆘": "help",
    "😂": "lol", "🤣": "lol", "👍": "yesemoji", "✅": "yesemoji", "👎": "noemoji", "❌": "noemoji",
}  # fmt: skip
_CHARACTERS: dict[str, str] = {sign: f" {word} " for sign, word in _EMOJI.items()}
_CHARACTERS |= dict.fromkeys("’‘´`ʼʹ′＇", "'")
_CHARACTERS |= dict.fromkeys('\n\r;:…!¡()[]"“”«»', ".") | {"¿": " ", "–": ",", "—": ","}
# Letters of other alphabets that look like ours.
_CHARACTERS |= dict(zip("аеорсухіѕјԁɡ", "aeopcyxisjdg", strict=True))
_TABLE = str.maketrans(_CHARACTERS)
_LETTER_SIGNS = str.maketrans({"!": "i", "¡": "i", "¥": "y"})
_INSIDE_WORD = re.compile(r"(?<=[a-z])[!¡¥](?=[a-z])")

_CONTRACTIONS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bo\.? ?d'(?:ed|d)\b", "overdosed"),
        (r"\bo\.? ?d'?ing\b", "overdosing"),
        (r"\bo\.d\.?(?![a-z])", "od"),
        (r"\bcan't\b", "can not"),
        (r"\bwon't\b", "will not"),
        (r"\bain't\b", "is not"),
        (r"n't\b", " not"),
        (r"\bi'ma\b", "i am going to"),
        (r"'m\b", " am"),
        (r"'re\b", " are"),
        (r"'ll\b", " will"),
        (r"'ve\b", " have"),
        (r"\b(i|he|she|they|we|you)'d\b", r"\1 would"),
        (r"\b(he|she|it|that|what|who|there|nobody|everything|somebody|someone)'s\b", r"\1 is"),
    )
)
_TOKEN = re.compile(r"[a-z0-9@$*|]+|[.,?]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_LEET = str.maketrans("0134579@$|", "oleastgasl")
_LEET_I = str.maketrans("013457@$|", "oieastasi")
_NOT_STEMS = {"don": "do", "can": "can", "won": "will", "didn": "did", "isn": "is", "doesn": "does", "ain": "is"}
_LONGEST_GLUED = 40
# The fourth "help" in a row, or the fiftieth emoji, says no more than the third.
_ENOUGH = 3
_BEFORE_TO = frozenset(("want", "wants", "going", "need", "trying", "ready", "about", "have", "got", "plan"))
_GLUED_TO = frozenset(("myself", "me", "him", "her", "himself", "herself"))


def normal(text: str) -> str:
    """Return ``text`` in the plain spelling described above. Never raises."""
    tokens = [token for raw in _TOKEN.findall(_clean(text)) for token in _undisguise(raw)]
    words = [word for token in _joined(tokens) for word in _spelled(token)]
    return " ".join(_tidy(words))


def _clean(text: str) -> str:
    """Fold characters: case, accents, quotes, look-alikes, invisible marks, emoji."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = _INSIDE_WORD.sub(lambda match: match.group().translate(_LETTER_SIGNS), text)
    text = text.translate(_TABLE)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) not in ("Mn", "Cf"))
    for pattern, plain in _CONTRACTIONS:
        text = pattern.sub(plain, text)
    return text.replace("'", "")


def _undisguise(token: str) -> Iterator[str]:
    """Read digits, signs and stars that stand for letters, and stretched letters."""
    if token in MARKS:
        yield token
        return
    if _STRETCHED.search(token):
        token = _unstretched(token)
    if not token.isalpha():
        token = _letters_behind_signs(token)
    yield from re.findall(r"[a-z0-9]+", token)


def _unstretched(token: str) -> str:
    single = _STRETCHED.sub(r"\1", token)
    double = _STRETCHED.sub(r"\1\1", token)
    if single in DANGER_WORDS or single in GLUE_WORDS or single in SHORTHAND:
        return single
    return double


def _letters_behind_signs(token: str) -> str:
    for table in (_LEET, _LEET_I):
        letters = token.translate(table)
        if any(c.isalpha() for c in token) and letters in DANGER_WORDS:
            return letters
    if "*" in token.strip("*"):
        for word in DANGER_WORDS:
            if len(word) == len(token) and all(a in (b, "*") for a, b in zip(token, word, strict=True)):
                return word
    return token


def _joined(tokens: list[str]) -> Iterator[str]:
    """Join spaced letters (``k i l l``, ``k.i.l.l``) and split negations (``don t``)."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if after == "t" and token in _NOT_STEMS:
            yield from (_NOT_STEMS[token], "not")
            at += 2
        elif (token, after) == ("o", "d"):
            yield "od"
            at += 2
        elif len(token) == 1 and token.isalpha() and (run := _letter_run(tokens, at)):
            words, at = run
            yield from words
        else:
            yield token
            at += 1


def _letter_run(tokens: list[str], start: int) -> tuple[list[str], int] | None:
    """Words spelled letter by letter from ``start`` on, and where they end; None if there are none."""
    letters, at = "", start
    while at < len(tokens) and len(letters) < _LONGEST_GLUED:
        if len(tokens[at]) == 1 and tokens[at].isalpha():
            letters += tokens[at]
        elif tokens[at] not in MARKS:
            break
        at += 1
    if len(letters) < 3:
        return None
    words = _unglued(letters)
    return (words, at) if words else None


def _unglued(letters: str) -> list[str] | None:
    """Split ``letters`` into known words, one of them a danger word; None if that cannot be done."""
    best: list[list[str] | None] = [None] * (len(letters) + 1)
    best[0] = []
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 12), end):
            before, word = best[start], letters[start:end]
            if before is not None and (word in DANGER_WORDS or word in GLUE_WORDS):
                candidate = [*before, word]
                current = best[end]
                if current is None or len(candidate) < len(current):
                    best[end] = candidate
    words = best[-1]
    if not words or not any(word in DANGER_WORDS for word in words):
        return None
    # Two words in one may be a word of its own ("shotgun"); "killmyself" is not.
    return words if len(words) != 2 or words[-1] in _GLUED_TO else None


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


_NEAR_KEY_WORDS = {near: word for word in KEY_WORDS for near in (word, *_deletions(word))}
_REAL_WORDS = frozenset(
    (
        "suicides",
        "suicida",
        "suicidas",
        "suicidarse",
        "overdoses",
        "seizures",
        "breeding",
        "blending",
        "pastilla",
        "tomorrows",
    )
)


def _spelled(token: str) -> list[str]:
    """Write shorthand out, mend a small typo in a key word, split glued words."""
    if token in SHORTHAND:
        return SHORTHAND[token].split()
    if len(token) < 7 or len(token) > _LONGEST_GLUED or token in _REAL_WORDS or token in DANGER_WORDS:
        return [token]
    if token in _NEAR_KEY_WORDS:
        return [_NEAR_KEY_WORDS[token]]
    if len(token) <= 15:
        for near in sorted(_deletions(token)):
            if near in _NEAR_KEY_WORDS and near[:1] == _NEAR_KEY_WORDS[near][:1]:
                return [_NEAR_KEY_WORDS[near]]
    words = _unglued(token) if token.isalpha() else None
    # What comes out must itself be plain, or a second pass would change it again.
    return [plain for word in words for plain in SHORTHAND.get(word, word).split()] if words else [token]


def _tidy(words: list[str]) -> list[str]:
    tidy: list[str] = []
    for each in words:
        word = "to" if each == "2" and tidy and tidy[-1] in _BEFORE_TO else each
        if word in MARKS and (not tidy or tidy[-1] in MARKS):
            if tidy and word == "?":
                tidy[-1] = word
            continue
        if tidy[-_ENOUGH:] == [word] * _ENOUGH:
            continue
        tidy.append(word)
    while tidy and tidy[-1] in (".", ","):
        tidy.pop()
    return tidy
