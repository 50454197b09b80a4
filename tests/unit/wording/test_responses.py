"""The rules of the house for every sentence in data/responses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.message import NEEDS, RiskKind
from bot.wording.alphabet import fold_accents, fold_lookalikes, is_gsm7
from bot.wording.fill import gaps
from bot.wording.reading import grade, longest_sentence
from bot.wording.segments import count_segments, fold
from tests.unit.wording.samples import RESPONSES, ROOT, real_catalog, sentences, spoken

BOTH = ("en", "es")
ABOUT = ("self", "other")
GAPS = {"org", "human_phone", "needs", "zip", "coach", "lists", "more", "now", "next", "town", "count", "card"}
COACH_GAPS = {"org", "code", "urgency", "minutes", "coach", "word", "cases", "kind", "names", "count"}
TWO_SEGMENTS = re.compile(
    "utter_(crisis|check|help|privacy|bot_privacy|assistant_down|other_medicine|other_child|case_waiting_end|case_night|coach_commands)"
)
NEVER = re.compile(
    r"\b(addicts?|junkies?|alcoholics?|abusers?|drunks?|clean|dirty|committed suicide|confidential\w*|secretly|"
    r"rescue\w*|on the way|no matter what|guarantee\w*|promise you|you should|you must|why did you|"
    r"adictos?|adictas?|drogadict\w+|alcoh[oó]lic\w+|borrach\w+|limpi[oa]s?|suci[oa]s?|confidencial\w*|viene en camino|"
    r"te prometo|debes|por qué lo hiciste)\b",
    re.IGNORECASE,
)
NAMES_ABUSE = re.compile(
    r"abus|violen|partner|spouse|husband|domestic|traffick|pareja|marido|esposo|maltrat|golpe|trata\b|799-7233|88788",
    re.I,
)
TIMES = re.compile(r"\b(soon|shortly|right away|in a minute|pronto|enseguida|en un momento|minutos)\b", re.IGNORECASE)


def texts() -> list[tuple[str, str]]:
    return [(name, language) for name in sentences() for language in BOTH]


@pytest.mark.parametrize("name", sentences())
def test_english_can_be_read_in_the_sixth_grade(name: str) -> None:
    assert grade(spoken(name, "en")) <= 6


@pytest.mark.parametrize("name", sentences())
def test_spanish_sentences_are_short(name: str) -> None:
    assert longest_sentence(spoken(name, "es")) <= 24


@pytest.mark.parametrize(("name", "language"), texts())
def test_text_stays_within_its_segments(name: str, language: str) -> None:
    text = spoken(name, language)
    assert is_gsm7(fold_accents(fold_lookalikes(text)))
    assert count_segments(fold(text)) <= (2 if TWO_SEGMENTS.match(name) else 1)


@pytest.mark.parametrize(("name", "language"), texts())
def test_text_blames_nobody_and_promises_nothing(name: str, language: str) -> None:
    assert not NEVER.search(spoken(name, language))


@pytest.mark.parametrize(("name", "language"), texts())
def test_no_text_names_abuse(name: str, language: str) -> None:
    assert not NAMES_ABUSE.search(spoken(name, language))


@pytest.mark.parametrize("name", sentences())
def test_gaps_are_known_and_the_same_in_both_languages(name: str) -> None:
    english, spanish = (gaps(real_catalog().text(name, language)) for language in BOTH)
    assert english == spanish
    assert english <= (COACH_GAPS if name.startswith(("utter_coach_", "utter_human_phone")) else GAPS)
    assert "{" not in spoken(name, "en") + spoken(name, "es")


@pytest.mark.parametrize("kind", RiskKind)
@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("language", BOTH)
def test_every_danger_has_its_text_with_911_and_988_and_a_person_but_no_time(
    kind: RiskKind, about: str, language: str
) -> None:
    text = spoken(f"utter_crisis_{kind}_{about}", language)
    assert "911" in text
    assert "988" in text
    assert ("I am asking a person from our team" in text) if language == "en" else ("Le pido a" in text)
    assert ("if you can" in text) if language == "en" else ("si puedes" in text)
    assert not TIMES.search(text)


@pytest.mark.parametrize("kind", RiskKind)
@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("language", BOTH)
def test_every_doubt_has_a_question_a_person_and_988(kind: RiskKind, about: str, language: str) -> None:
    text = spoken(f"utter_check_{kind}_{about}", language)
    assert "?" in text
    assert "COACH" in text
    assert "988" in text
    assert not re.search(r"\b(YES|SÍ)\b", text), "a yes answers the question about danger and nothing else"


def test_the_questions_about_danger_are_the_agreed_ones() -> None:
    assert "Are you thinking about suicide?" in spoken("utter_check_suicide_self", "en")
    assert "¿Estás pensando en suicidarte?" in spoken("utter_check_suicide_self", "es")
    assert spoken("utter_check_abuse_self", "en").startswith("Are you safe? Is it safe to text?")
    for kind in RiskKind:
        assert spoken(f"utter_check_{kind}_other", "en").startswith("Are they safe right now?")
        assert spoken(f"utter_check_{kind}_other", "en").count("?") == 1


@pytest.mark.parametrize(("name", "language"), [(name, "es") for name in sentences() if "988" in spoken(name, "es")])
def test_spanish_says_how_to_reach_988_in_spanish(name: str, language: str) -> None:
    # The welcome must fit one segment and answers there name only the number; a coach knows the way.
    if not name.startswith(("utter_welcome", "utter_coach_danger")):
        assert re.search("oprime 2|AYUDA al 988", spoken(name, language))


def test_overdose_and_stopping_are_told_as_reviewed() -> None:
    overdose = spoken("utter_crisis_overdose_other", "en")
    for step in ("not breathing", "address", "naloxone", "every 5 seconds", "3 min", "on their side", "Stay", "988"):
        assert step in overdose
    assert "unlock the door" in spoken("utter_crisis_overdose_self", "en")
    for language in BOTH:
        assert "1-800-222-1222" in spoken("utter_other_medicine", language)
        assert "911" in spoken("utter_other_medicine", language)


def test_privacy_is_one_reviewed_text_with_its_limits() -> None:
    for language in BOTH:
        assert spoken("utter_privacy", language) == spoken("utter_bot_privacy", language)
    text = spoken("utter_privacy", "en")
    for word in ("staff", "phone company", "holds your phone", "Limits", "life", "child", "court", "DELETE"):
        assert word in text


def test_the_first_reply_says_everything_it_must() -> None:
    for name in ("utter_welcome", "utter_welcome_unsafe"):
        for language in BOTH:
            text = spoken(name, language)
            assert len(text) <= 155
            for word in ("Warmline", "HELP", "STOP", "911", "988"):
                assert word in text
        assert "automated" in spoken(name, "en")
        assert "may read this" in spoken(name, "en")
        assert "Rates may apply" in spoken(name, "en")
    assert "recover" not in spoken("utter_welcome_unsafe", "en") + spoken("utter_welcome_unsafe", "es")


def test_an_opt_out_is_confirmed_with_988_and_the_way_back() -> None:
    for name in ("utter_opted_out", "utter_opt_out", "utter_coach_optout"):
        for language in BOTH:
            assert "988" in spoken(name, language)
            assert "START" in spoken(name, language)


def test_after_an_opt_out_danger_brings_nothing_but_911_and_988() -> None:
    for language in BOTH:
        text = spoken("utter_crisis_after_stop", language)
        assert "911" in text
        assert "988" in text
        assert "Warmline" not in text
        assert "START" not in text


def test_who_is_this_reveals_nothing() -> None:
    for language in BOTH:
        text = spoken("utter_who_is_this", language)
        assert not re.search("recover|recuper|coach|988|treat|tratam|help|ayuda|Warmline", text, re.IGNORECASE)


def test_alerts_hold_a_code_an_urgency_and_minutes_and_nothing_else() -> None:
    allowed = {"utter_coach_alert": {"code", "urgency", "minutes"}, "utter_coach_alert_crisis": {"code", "minutes"}}
    allowed["utter_coach_alert_email"] = {"org", "code", "urgency", "minutes"}
    for name in ("utter_human_phone_alert", "utter_human_phone_call", "utter_coach_alert_email_crisis"):
        allowed[name] = {"code", "minutes", "org"}
    allowed |= {name: {"count", "minutes"} for name in ("utter_coach_outage", "utter_coach_outage_late")}
    allowed |= {name: {"org", "count", "minutes"} for name in ("utter_coach_outage_email", "utter_human_phone_outage")}
    allowed["utter_human_phone_outage_call"] = {"org", "count"}
    for name, known in allowed.items():
        for language in BOTH:
            assert gaps(real_catalog().text(name, language)) == known
            assert "911" not in spoken(name, language)


def test_every_need_and_kind_of_danger_has_plain_words() -> None:
    wanted = {f"utter_need_{need}" for need in NEEDS} | {f"utter_kind_{kind}" for kind in RiskKind}
    assert wanted <= real_catalog().names


def test_every_response_named_anywhere_exists() -> None:
    files = [ROOT / "domain.yml", *(ROOT / "data" / "rules").glob("*.yml"), *(ROOT / "data" / "stories").glob("*.yml")]
    files += [path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")]
    missing = []
    for path in files:
        for name in re.findall(r"\butter_(?!message\()\w+", path.read_text(encoding="utf-8")):
            # A name that ends with "_" is the beginning of several: utter_crisis_{kind}_{about}.
            known = (
                any(each.startswith(name) for each in real_catalog().names)
                if name[-1] == "_"
                else (name in real_catalog().names)
            )
            if not known:
                missing.append(f"{path.relative_to(ROOT)}: {name}")
    assert not missing


def test_phone_numbers_in_texts_are_national_lines_of_the_directory() -> None:
    folder = ROOT / "data" / "directory" / "national"
    known = {number for path in folder.rglob("*") if path.is_file() for number in _long_numbers(path)}
    for path in RESPONSES.glob("*.yml"):
        assert _long_numbers(path) <= known


def _long_numbers(path: Path) -> set[str]:
    """The ten digits of every long US number in a file, however it is written."""
    written = re.findall(r"\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}(?!\d)", path.read_text(encoding="utf-8"))
    return {re.sub(r"\D", "", number) for number in written}
