"""Conversations as people have them: in order, with changes of mind, with nothing forgotten."""

from __future__ import annotations

from tests.whole_line import COACH_AMY, DANA, WholeLine


def test_first_contact_says_who_we_are_and_only_once(line: WholeLine) -> None:
    first = line.text(DANA, "hello")
    for needle in ("automated", "911", "988", "STOP", "HELP"):
        assert needle in first
    assert "automated" not in line.text(DANA, "hello")


def test_the_zip_is_asked_once_and_remembered(line: WholeLine) -> None:
    assert "ZIP" in line.text(DANA, "i need food")
    assert "Example" in line.text(DANA, "19104")
    second = line.text(DANA, "and a job")
    assert "ZIP" not in second
    assert "Example" in second


def test_two_needs_in_one_text_get_both(line: WholeLine) -> None:
    reply = line.text(DANA, "need a job n a ride to the interview 19104")
    offered = line.notes(DANA, "assistant")[-1]["offered"]
    assert [each["need"] for each in offered] == ["jobs", "transportation"]  # type: ignore[attr-defined]
    assert all(each["places"] for each in offered)  # type: ignore[attr-defined]
    assert "Example" in reply


def test_more_gives_other_places(line: WholeLine) -> None:
    first = line.text(DANA, "i need a job 19104")
    second = line.text(DANA, "MORE")
    names = {part.split(",")[0] for part in first.split(") ")[1:]}
    assert names
    assert all(name not in second for name in names)


def test_spanish_is_answered_in_spanish(line: WholeLine) -> None:
    reply = line.text(DANA, "hola, necesito comida para mis hijos")
    assert "ZIP" in reply or "postal" in reply
    assert "What" not in reply


def test_thanks_after_resources_is_not_a_new_search(line: WholeLine) -> None:
    line.text(DANA, "i need food 19104")
    reply = line.text(DANA, "thank you so much")
    assert "Example" not in reply
    assert reply


def test_a_crisis_in_the_middle_of_the_zip_question(line: WholeLine) -> None:
    line.text(DANA, "i need a place to stay")
    reply = line.text(DANA, "actually i want to kill myself")
    assert "988" in reply
    assert "ZIP" not in reply
    assert line.case(DANA).urgency == "crisis"


def test_a_coach_asked_for_in_anger(line: WholeLine) -> None:
    line.text(DANA, "i need a place to stay")
    line.text(DANA, "stop sending me lists get me a real person")
    assert line.case(DANA).state == "alerting"


def test_after_the_coach_the_assistant_is_back_and_asks_for_no_zip(line: WholeLine) -> None:
    line.coach(COACH_AMY, "Amy")
    line.text(DANA, "i need food")
    line.text(DANA, "coach")
    line.text(COACH_AMY, "TAKE")
    line.text(DANA, "i need a job 19104")
    assert line.inbox(DANA)[-1] == line.inbox(DANA)[-1]
    assert "Example" not in line.inbox(DANA)[-1]  # the bot is silent while a coach holds the case
    line.text(COACH_AMY, "DONE")
    reply = line.text(DANA, "hi")
    assert reply
    assert "ZIP" not in reply


def test_relapse_is_met_without_blame_and_with_a_coach(line: WholeLine) -> None:
    reply = line.text(DANA, "i slipped last night")
    assert "YES" in reply
    line.text(DANA, "yes please")
    assert line.case(DANA).state == "alerting"


def test_what_is_not_understood_ends_at_a_human(line: WholeLine) -> None:
    for nonsense in ("qwzx", "zzxqv", "plmk"):
        assert line.text(DANA, nonsense)
    assert line.case(DANA).state == "alerting"


def test_after_twelve_hours_no_earlier_need_comes_up(line: WholeLine) -> None:
    line.text(DANA, "i need detox 19104")
    line.wait(13 * 3600)
    reply = line.text(DANA, "hi")
    assert "treatment" not in reply.lower()
    assert "detox" not in reply.lower()
    assert "ZIP" not in line.text(DANA, "i need food")  # the ZIP is remembered


def test_one_segment_answers_on_wish(line: WholeLine) -> None:
    line.text(DANA, "hello")
    line.text(DANA, "SHORT")
    assert len(line.text(DANA, "i need food 19104")) <= 160
