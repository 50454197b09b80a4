"""All danger rules, one file per kind of danger."""

from __future__ import annotations

from bot.safety.rule import Rule
from bot.safety.rules import abuse, concern, medical, overdose, psychosis, self_harm, suicide, violence

RULES: tuple[Rule, ...] = (
    *suicide.RULES,
    *self_harm.RULES,
    *overdose.RULES,
    *medical.RULES,
    *violence.RULES,
    *abuse.RULES,
    *psychosis.RULES,
    *concern.RULES,
)
