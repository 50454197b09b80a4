"""What coaches do to a case, event by event, in the mailbox of the person's conversation.

Texts and clicks are the same events; a click's payload says ``via: web`` (see ``desk.page``).

========== ============================================ ==============================
kind       payload beside ``coach_id``                  does
========== ============================================ ==============================
take       ``code`` or ``any``                          takes the case
pass                                                    leaves it to the next
done       ``confirmed``, ``outcome`` 1 to 5            closes it; a crisis is asked about first
keep                                                    no to "really done?"
coach_said ``body``                                     words for the person, screened
answer_held ``answer``: send, me or change              what becomes of words held back
coach_note ``body``                                     a private note
supervisor                                              calls a second human
transfer   ``to``: a coach's id                         asks another coach to take over
step_in                                                 a supervisor takes over
coach_block ``why``: a ``misuse.block.BlockWhy``        blocks the number and ends the case
outcome    ``case_id``, ``number`` 1 to 5               how a closed case ended
debrief    ``number`` 1 or 2                            after a crisis: OK, or wants to talk
release    ``why``                                      the coach is gone or hands over
========== ============================================ ==============================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import Coach, Event, Snapshot
from bot.desk.care import call_supervisor, debrief_answered
from bot.desk.case import DeskRules
from bot.desk.closing import done, keep_open, save_outcome_number
from bot.desk.holding import answer_held, coach_said, sign_of_life, take_note
from bot.desk.taking import let_go, offer, pass_on, step_in, take
from bot.misuse.block import coach_blocks
from bot.outcome import Outcome
from bot.safety.screen import screen

Step = Callable[[Snapshot, Outcome, Coach, Event], None]


class Steps:
    """Knows which decision each kind of step asks."""

    def __init__(self, rules: DeskRules) -> None:
        self._rules = rules
        self._steps: Mapping[str, Step] = {
            "take": take,
            "pass": lambda snapshot, outcome, coach, _: pass_on(snapshot, outcome, coach),
            "done": done,
            "keep": lambda snapshot, outcome, coach, _: keep_open(snapshot, outcome, coach),
            "coach_said": self._said,
            "answer_held": lambda snapshot, outcome, coach, event: answer_held(
                snapshot, outcome, coach, str(event.payload.get("answer")), rules
            ),
            "coach_note": take_note,
            "supervisor": self._supervisor,
            "transfer": lambda snapshot, outcome, coach, event: offer(
                snapshot, outcome, coach, int(event.payload.get("to") or 0)
            ),
            "step_in": step_in,
            "coach_block": coach_blocks,
            "outcome": lambda _, outcome, coach, event: save_outcome_number(outcome, coach, event),
            "debrief": lambda snapshot, outcome, coach, event: debrief_answered(
                snapshot, outcome, coach, str(event.payload.get("number")) == "2"
            ),
        }

    def decide(self, snapshot: Snapshot, event: Event, outcome: Outcome) -> Coach | None:
        """Carry one step out; returns the coach who made it, ``None`` if they are no coach any more."""
        coach_id = int(event.payload.get("coach_id") or 0)
        if event.kind == "release":  # also of coaches who are none any more
            let_go(snapshot, outcome, coach_id, str(event.payload.get("why", "gone")))
            return None
        coach = next((one for one in snapshot.coaches if one.id == coach_id), None)
        step = self._steps.get(event.kind)
        if coach is None or step is None:
            outcome.note("unknown_coach", step=event.kind)
            return None
        step(snapshot, outcome, coach, event)
        return coach

    def _supervisor(self, snapshot: Snapshot, outcome: Outcome, coach: Coach, _: Event) -> None:
        call_supervisor(snapshot, outcome, coach, self._rules)
        sign_of_life(snapshot, outcome, coach)

    def _said(self, snapshot: Snapshot, outcome: Outcome, coach: Coach, event: Event) -> None:
        # The rules alone: the model learned from people who seek help, and takes "Take a breath" for a cry.
        seen = screen(str(event.payload.get("body", "")))
        coach_said(snapshot, outcome, coach, event, seen, self._rules)
