"""Rules, danger model and the assistant's reader: what each says alone, and what they say together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.message import About, Danger, Risk, RiskKind
from bot.safety.rules import RULES
from bot.safety.screen import screen, strongest
from bot.safety.witnesses import DOUBT, UNEASE, with_model, with_second_opinion

LOOSE = sorted(rule.name for rule in RULES if not rule.plain)
READ = Danger(Risk.CRISIS, RiskKind.ABUSE, About.OTHER, ("reader",))


def test_the_assistants_crisis_confirms_what_would_be_asked_and_asks_by_itself() -> None:
    asked = Danger(Risk.CHECK, RiskKind.SUICIDE, About.SELF, ("cannot_go_on",))
    confirmed = with_second_opinion(asked, READ)
    assert (confirmed.risk, confirmed.reasons) == (Risk.CRISIS, ("cannot_go_on", "reader"))
    alone = with_second_opinion(Danger(), READ)
    assert (alone.risk, alone.kind, alone.about) == (Risk.CHECK, RiskKind.ABUSE, About.OTHER)


def test_the_assistants_lesser_worry_only_shows_on_lists_and_lowers_nothing() -> None:
    worry = Danger(Risk.CHECK, RiskKind.ABUSE, About.OTHER, ("reader",))
    assert with_second_opinion(Danger(), worry).risk is Risk.CONCERN
    crisis = Danger(Risk.CRISIS, RiskKind.OVERDOSE, About.SELF, ("rule",))
    for read in (Danger(), worry, READ):
        assert with_second_opinion(crisis, read).risk is Risk.CRISIS
        assert with_second_opinion(crisis, read).kind is not None


def test_a_rule_that_may_misfire_needs_a_second_witness() -> None:
    seen = screen("my daughter stabbed me in the back money wise again")
    assert seen.risk is Risk.CRISIS
    assert with_model(seen, Danger(reasons=DOUBT)).risk is Risk.CHECK
    for worried in (Danger(reasons=UNEASE), Danger(Risk.CONCERN, None, About.SELF, ("model",))):
        assert with_model(seen, worried).risk is Risk.CRISIS
    assert with_model(Danger(), Danger(reasons=UNEASE)) == with_model(Danger(), Danger(reasons=DOUBT)) == Danger()


def test_staff_still_hear_of_a_rule_that_nobody_confirms() -> None:
    seen = screen("my daughter stabbed me in the back money wise again")
    alone = with_model(seen, Danger())
    assert (alone.risk, alone.kind, alone.reasons) == (Risk.CONCERN, None, seen.reasons)
    assert with_second_opinion(alone, Danger(Risk.CRISIS, RiskKind.ABUSE, About.SELF, ("reader",))).risk is Risk.CHECK


def test_two_rules_ask_whatever_the_model_thinks() -> None:
    seen = screen("work is beating me i wanna die")
    assert len(seen.reasons) > 1
    assert with_model(seen, Danger()).risk is Risk.CHECK


RULES_SAY = st.builds(
    lambda risk, names: Danger(risk, None, About.SELF, tuple(sorted(names))) if names else Danger(),
    st.sampled_from([risk for risk in Risk if risk is not Risk.NONE]),
    st.sets(st.sampled_from(LOOSE), max_size=3),
)
MODEL_SAYS = st.sampled_from(
    [
        Danger(),
        Danger(reasons=DOUBT),
        Danger(reasons=UNEASE),
        *(Danger(risk, None, About.SELF, ("model",)) for risk in Risk if risk is not Risk.NONE),
    ]
)


@given(RULES_SAY, RULES_SAY, MODEL_SAYS, MODEL_SAYS)
def test_no_witness_lowers_another(rules: Danger, more: Danger, model: Danger, surer: Danger) -> None:
    whole = with_model(rules, model).risk.rank
    assert whole >= model.risk.rank
    assert with_model(strongest((rules, more)), model).risk.rank >= whole
    if _surety(surer) >= _surety(model):
        assert with_model(rules, surer).risk.rank >= whole
    plain = replace(rules, risk=Risk.CRISIS, reasons=(*rules.reasons, "says_it_plainly"))
    assert with_model(plain, model).risk is Risk.CRISIS


def _surety(model: Danger) -> tuple[int, int]:
    return model.risk.rank, ((), DOUBT, UNEASE, ("model",)).index(model.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "i want to kill myself",
        "im suicidal",
        "quiero suicidarme",
        "me voy a matar hoy",
        "gonna end my life",
        "me mato el domingo, despues del futbol",
    ],
)
def test_plain_words_need_nobody_s_agreement(text: str) -> None:
    assert with_model(screen(text), Danger()).risk is Risk.CRISIS


def test_the_model_raises_what_the_rules_do_not_see() -> None:
    read = Danger(Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER, ("model",))
    assert with_model(Danger(), read) == read
    assert with_model(Danger(Risk.CHECK, RiskKind.MEDICAL, About.OTHER, ("rule",)), read).risk is Risk.CRISIS
