"""The rule tables themselves: named once, free of runaway repeats, each one of use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from bot.message import Risk
from bot.safety import check, exceptions, subject
from bot.safety.pieces import one_of, spell_out
from bot.safety.rule import Rule
from bot.safety.rules import RULES
from tests.unit.safety.texts import training_texts


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for rule in RULES:
        for pattern in (rule._pattern, rule._also, *rule.unless, *rule.softer):
            if pattern is not None:
                yield rule.name, pattern
    for module in (exceptions, check, subject):
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__}.{name}", value


def _open_repeats(tree: Any) -> bool:
    """Whether a parsed expression holds a repeat without an end."""
    parser: Any = re._parser  # type: ignore[attr-defined]  # the only way to read a compiled pattern's structure
    for operation, argument in tree:
        if operation in (parser.MAX_REPEAT, parser.MIN_REPEAT):
            if argument[1] is parser.MAXREPEAT or _open_repeats(argument[2]):
                return True
        elif operation is parser.BRANCH:
            if any(_open_repeats(branch) for branch in argument[1]):
                return True
        elif operation is parser.SUBPATTERN:
            if _open_repeats(argument[3]):
                return True
        elif operation in (parser.ASSERT, parser.ASSERT_NOT) and _open_repeats(argument[1]):
            return True
    return False


def test_every_repeat_in_every_pattern_has_an_end() -> None:
    """What keeps a 100 KB text from making the screen slow."""
    parser: Any = re._parser  # type: ignore[attr-defined]  # see above
    unbounded = {name for name, pattern in _patterns() if _open_repeats(parser.parse(pattern.pattern))}
    assert not unbounded
    assert _open_repeats(parser.parse("a(?:b|c+)"))


def test_rules_have_names_of_their_own_and_a_kind_where_one_belongs() -> None:
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []
    assert all((rule.kind is None) == (rule.tier is Risk.CONCERN) for rule in RULES)


def test_every_rule_sees_something_in_the_training_texts() -> None:
    reasons = {reason for text in training_texts() for reason in text.seen.reasons}
    assert {rule.name for rule in RULES} - reasons == set()


def test_gaps_stand_for_a_few_words_and_never_cross_a_mark() -> None:
    gap = one_of("took ~ pills")
    assert gap.search("took all of my pills")
    assert not gap.search("took one . two pills")
    assert not gap.search("took one two three four pills")


def test_a_gap_or_a_piece_that_cannot_be_is_an_error() -> None:
    with pytest.raises(ValueError, match="gap"):
        spell_out("took ~")
    with pytest.raises(KeyError):
        spell_out("<nobody>")


def test_a_rule_says_which_part_of_it_is_missing() -> None:
    rule = Rule("trial", None, Risk.CHECK, None, english="blue", spanish="azul", also="lips", unless=(one_of("sky"),))
    assert rule.look("lips blue") is not None
    assert rule.look("blue") is None
    assert rule.look("lips blue sky") is None
