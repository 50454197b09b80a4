"""The form of a coach's profile, read."""

from __future__ import annotations

from bot.gateway.form import Form
from bot.message import NEEDS
from bot.people.coaching import LANGUAGES, profile_problem
from bot.people.laws import Refusal
from bot.privacy import clean_phone
from bot.store.coaches import Profile

FIELDS = {
    "name": "First name",
    "language": "Languages",
    "topic": "Topics",
    "email": "E-mail for alerts",
    "max-cases": "Cases at once",
}


def read_profile(form: Form) -> Profile:
    """The profile that the form describes. Raises :class:`Refusal` with what is wrong."""
    profile = typed_profile(form)
    problem = profile_problem(form.text("name"), profile)
    if problem is not None:
        raise Refusal(f"{FIELDS[problem.field]}: {problem.expected}.")
    return profile


def typed_profile(form: Form) -> Profile:
    """The form as it was sent, to show it again."""
    cases = form.text("max_cases")
    return Profile(
        tuple(language for language in LANGUAGES if form.text(f"language-{language}")),
        bool(form.text("on_call")),
        bool(form.text("supervisor")),
        tuple(need for need in NEEDS if form.text(f"topic-{need}")),
        int(cases) if cases.isascii() and cases.isdigit() and len(cases) < 4 else 0,
        form.text("email").strip().lower()[:200],
    )


def read_phone(form: Form) -> str:
    """The phone of the form as E.164. Raises :class:`Refusal`."""
    try:
        return clean_phone(form.text("phone"))
    except ValueError as error:
        raise Refusal(f"Phone: {error}.") from error
