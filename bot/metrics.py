"""Figures for operators. Labels hold states and kinds only, never anything about a person."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

registry = CollectorRegistry()

texts_accepted = Counter("warmline_texts_accepted", "Texts stored", registry=registry)
texts_repeated = Counter("warmline_texts_repeated", "Texts that the carrier brought again", registry=registry)
texts_missed = Counter("warmline_texts_missed", "Texts found in the carrier's list", registry=registry)
texts_missed_failed = Counter(
    "warmline_texts_missed_failed", "Texts of the carrier's list that could not be stored", registry=registry
)
texts_sent = Counter("warmline_texts_out", "Outcomes of sends", ["fate"], registry=registry)
events_handled = Counter("warmline_events_handled", "Mailbox events handled", ["kind"], registry=registry)
event_failures = Counter("warmline_event_failures", "Events whose handling failed", registry=registry)
reply_seconds = Histogram(
    "warmline_reply_seconds",
    "From a text's acceptance to the end of its handling",
    buckets=(0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 120),
    registry=registry,
)
# The last day's, asked of the database at each scrape.
texts_held_off = Gauge(
    "warmline_texts_held_off", "Texts of the last 24 hours that were kept and not answered", ["why"], registry=registry
)
cases_open = Gauge("warmline_cases_open", "Open cases", ["urgency"], registry=registry)
# The last day's cases, by urgency; asked of the database at each scrape.
desk_asked = Gauge("warmline_desk_asked", "Cases opened in the last 24 hours", ["urgency"], registry=registry)
desk_late = Gauge(
    "warmline_desk_over_promise", "Of those, waited longer than all rungs together", ["urgency"], registry=registry
)
desk_unanswered = Gauge(
    "warmline_desk_unanswered", "Of those, ended without a human's answer", ["urgency"], registry=registry
)
desk_answer_seconds = Gauge(
    "warmline_desk_first_answer_seconds",
    "Of those, time to the first human answer; NaN when there was none",
    ["urgency", "quantile"],
    registry=registry,
)
conversations_due = Gauge("warmline_conversations_due", "Conversations with work waiting", registry=registry)
chores_failed = Counter("warmline_chores_failed", "Chores of the house that failed", ["chore"], registry=registry)
