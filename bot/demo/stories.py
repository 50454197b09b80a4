"""What the invented people of the demo text and hear. Nobody of them exists."""

from __future__ import annotations

from dataclasses import dataclass

THEY, LINE, COACH = "they", "line", "coach"


@dataclass(frozen=True)
class Story:
    """One conversation. ``turns``: who writes, and what. ``reason`` and ``urgency`` are of its case, if it has one.

    ``waits``: the case is open and nobody has taken it. ``helped`` is the answer of the day after, 1 to 5.
    """

    turns: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    act: str = "seek"
    language: str = "en"
    risk: str = "none"
    reason: str = ""
    urgency: str = "normal"
    waits: bool = False
    helped: int | None = None


STORIES = (
    Story(
        (
            (THEY, "i need a ride to my interview tmrw morning"),
            (LINE, "Example Rides can help. Call 555-0140 today. Want more options? Text MORE."),
            (THEY, "thank u so much"),
            (LINE, "Glad it helps. Text any time."),
        ),
        ("transportation", "jobs"),
    ),
    Story(
        (
            (THEY, "my landlord is putting us out friday, me and 2 kids"),
            (LINE, "That is a lot. Example Housing Help takes calls now: 555-0141. Do you want to talk to a coach?"),
            (THEY, "yes please"),
            (COACH, "Hi, this is Dana, a coach. I am here. Shall we call them together?"),
            (THEY, "ok yes. thank you"),
        ),
        ("housing",),
        act="coach",
        reason="asked",
        helped=5,
    ),
    Story(
        (
            (THEY, "i called the shelter you gave me, nobody picks up. this is useless"),
            (LINE, "I am sorry. Thank you for telling us. We will check that number. Here is another: 555-0142."),
        ),
        ("housing",),
        act="complaint",
        reason="asked",
        helped=1,
    ),
    Story(
        (
            (THEY, "I used last night after 4 months clean"),
            (LINE, "Thank you for telling us. One night does not undo four months. Do you want to talk to a coach?"),
            (THEY, "yeah"),
            (COACH, "I am glad you wrote. I have been there. How are you right now?"),
        ),
        ("talk",),
        act="relapse",
        risk="concern",
        reason="relapse",
        helped=4,
    ),
    Story(
        (
            (THEY, "dont see a reason to keep going tonight"),
            (LINE, "Are you thinking about suicide? You can call or text 988 at any hour. A coach is being asked now."),
            (THEY, "kind of"),
            (COACH, "I am here with you. Are you alone right now?"),
            (THEY, "my sister is here"),
        ),
        ("talk",),
        act="crisis",
        risk="crisis",
        reason="danger",
        urgency="crisis",
        helped=4,
    ),
    Story(
        (
            (THEY, "busco comida para mi familia, somos 4"),
            (LINE, "La despensa Example da comida hoy hasta las 5. Llame al 555-0143."),
            (THEY, "muchas gracias"),
        ),
        ("food",),
        language="es",
    ),
    Story(
        (
            (THEY, "necesito hablar con una persona por favor"),
            (LINE, "Claro. Le aviso a una persona ahora. Si es una emergencia, llame al 911 o al 988."),
        ),
        ("talk",),
        act="coach",
        language="es",
        reason="asked",
        waits=True,
    ),
    Story(
        (
            (THEY, "90 days clean today!!"),
            (LINE, "Ninety days! That is huge. Well done."),
        ),
        ("activities",),
        act="milestone",
    ),
    Story(
        (
            (THEY, "where can i get narcan near me"),
            (LINE, "Example Health gives naloxone for free, no questions: 555-0144."),
        ),
        ("harm_reduction",),
    ),
    Story(
        (
            (THEY, "can somebody help w expungement. got a record from 2015"),
            (LINE, "Example Legal Aid helps with records. Call 555-0145, Monday to Friday."),
            (THEY, "do they have saturday hours"),
        ),
        ("legal",),
        act="more",
    ),
)
