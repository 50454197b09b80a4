"""All danger rules, one file per kind of danger or of sign."""

from __future__ import annotations

from bot.safety.rule import Rule
from bot.safety.rules import (
    abuse,
    at_home,
    concern,
    despair,
    farewell,
    injury,
    intake,
    medical,
    overdose,
    plainly,
    psychosis,
    self_harm,
    suicide,
    violence,
)

RULES: tuple[Rule, ...] = (
    *plainly.RULES,
    *suicide.RULES,
    *farewell.RULES,
    *despair.RULES,
    *self_harm.RULES,
    *overdose.RULES,
    *intake.RULES,
    *medical.RULES,
    *injury.RULES,
    *violence.RULES,
    *abuse.RULES,
    *at_home.RULES,
    *psychosis.RULES,
    *concern.RULES,
)
