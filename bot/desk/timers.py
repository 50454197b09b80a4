"""The desk's timers: their names, and how long each waits where no setting says so."""

from __future__ import annotations

ALERT_TIMER = "alert"  # nobody holds the case: climb the ladder
HOLDER_TIMER = "holder"  # the person waits for the holder's answer, or nobody has written for long
CLOSING_TIMER = "closing"  # DONE to a crisis was asked about and nobody answered
OFFER_TIMER = "offer"  # the coach who was asked to take the case over has not
CARE_TIMER = "care"  # in a coach's own mailbox: their words may be about their own danger, and they have not said
DEBRIEF_TIMER = "debrief"  # a crisis was closed: ask the coach how they are, even if they gave no number
WHILE_HELD = (HOLDER_TIMER, CLOSING_TIMER, OFFER_TIMER)

CLOSING_SECONDS = 300.0
OFFER_SECONDS = 300.0
CRISIS_OFFER_SECONDS = 120.0
CARE_SECONDS = 300.0
DEBRIEF_SECONDS = 900.0
IDLE_SECONDS = 2 * 3600.0
IDLE_AGAIN_SECONDS = 8 * 3600.0
