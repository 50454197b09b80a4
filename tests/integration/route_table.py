"""Who gets what at which address: the one list. A new address needs a line here, or a test fails.

``in``: they reach the page, or the form is read. ``sign-in``: they are led to the sign-in.
``gone``: a live part ends at once and shows nothing. 403 and 404: refused; 404 where even
knowing that it exists would be too much. ``unlinked`` is a coach's sign-in without a coach.

The cases: ``own`` is held by the coach who asks, ``waiting`` by nobody, ``other`` by another
coach, ``ended`` is closed and was theirs, ``none`` does not exist. ``own_talk`` … are their conversations.
``place`` is in the directory, ``nowhere`` is not.
``ana`` is a member of staff, ``ben`` a coach.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ROLES = ("anonymous", "unlinked", "coach", "staff", "admin")
TABLE = """
GET  /                                      in       in    in    in    in
POST /sms/inbound                           403      403   403   403   403
POST /sms/status                            403      403   403   403   403
POST /voice/status                            403      403   403   403   403
POST /actions/webhook                       403      403   403   403   403
GET  /health/live                           in       in    in    in    in
GET  /health/ready                          in       in    in    in    in
GET  /metrics                               in       in    in    in    in
GET  /console/static/console.css            in       in    in    in    in
GET  /console/sign-in                       in       in    in    in    in
POST /console/sign-in                       in       in    in    in    in
GET  /console/code                          sign-in  sign-in sign-in sign-in sign-in
POST /console/code                          sign-in  sign-in sign-in sign-in sign-in
GET  /console/welcome                       in       in    in    in    in
POST /console/welcome                       in       in    in    in    in

GET  /console                               sign-in  in    in    in    in
GET  /console/home.csv                      sign-in  403   403   in    in
GET  /console/conversations                 sign-in  in    in    in    in
GET  /console/conversations/live            gone     gone  gone  in    in
POST /console/conversations/search          sign-in  403   403   in    in
POST /console/conversations/views           sign-in  403   403   in    in
POST /console/conversations/{own_talk}/reviewed sign-in 403  403  in   in
POST /console/conversations/{none}/reviewed sign-in  403   403   404   404
GET  /console/conversations/{own_talk}      sign-in  404   in    in    in
GET  /console/conversations/{waiting_talk}  sign-in  404   404   in    in
GET  /console/conversations/{other_talk}    sign-in  404   404   in    in
GET  /console/conversations/{ended_talk}    sign-in  404   404   in    in
GET  /console/conversations/{none}          sign-in  404   404   404   404
GET  /console/conversations/{own_talk}/live     gone  gone  in    in    in
GET  /console/conversations/{waiting_talk}/live gone  gone  gone  in    in
GET  /console/conversations/{other_talk}/live   gone  gone  gone  in    in
GET  /console/conversations/{ended_talk}/live   gone  gone  gone  in    in
POST /console/conversations/{own_talk}/phone    sign-in  404  in   in  in
POST /console/conversations/{waiting_talk}/phone sign-in 404  404  in  in
POST /console/conversations/{other_talk}/phone  sign-in  404  404  in  in
POST /console/conversations/{own_talk}/block    sign-in  403  403  in  in
POST /console/conversations/{own_talk}/export   sign-in  403  403  in  in
POST /console/conversations/{none}/export       sign-in  403  403  404 404
POST /console/conversations/{none}/block        sign-in  403  403  404 404
GET  /console/conversations/{own_talk}/erase    sign-in  403  403  403 in
GET  /console/conversations/{none}/erase        sign-in  403  403  403 404
POST /console/conversations/{own_talk}/erase    sign-in  403  403  403 in
POST /console/conversations/{none}/erase        sign-in  403  403  403 404

GET  /console/me                            sign-in  in    in    in    in
POST /console/me/sign-out                   sign-in  in    in    in    in
GET  /console/help                          sign-in  in    in    in    in
POST /console/help/tour                     sign-in  in    in    in    in

GET  /console/desk                          sign-in  in    in    in    in
GET  /console/desk/live                     gone     in    in    in    in
POST /console/desk/take                     sign-in  403   in    403   403
GET  /console/desk/figures                  sign-in  403   403   in    in
GET  /console/desk/figures.csv              sign-in  403   403   in    in
GET  /console/desk/figures/crises           sign-in  403   403   in    in
GET  /console/desk/figures/coaches          sign-in  403   403   in    in
GET  /console/desk/figures/report           sign-in  403   403   in    in
GET  /console/desk/figures/report.csv       sign-in  403   403   in    in
GET  /console/desk/{own}                    sign-in  404   in    in    in
GET  /console/desk/{waiting}                sign-in  404   in    in    in
GET  /console/desk/{other}                  sign-in  404   404   in    in
GET  /console/desk/{ended}                  sign-in  404   in    in    in
GET  /console/desk/{none}                   sign-in  404   404   404   404
GET  /console/desk/{own}/live               gone     in    in    in    in
GET  /console/desk/{waiting}/live           gone     in    in    in    in
GET  /console/desk/{other}/live             gone     in    in    in    in
POST /console/desk/{own}/step               sign-in  403   in    403   403
POST /console/desk/{waiting}/step           sign-in  403   in    403   403
POST /console/desk/{other}/step             sign-in  403   404   403   403
POST /console/desk/{none}/step              sign-in  403   404   403   403
POST /console/desk/{own}/put                sign-in  404   in    in    in
POST /console/desk/{other}/put              sign-in  404   404   in    in
POST /console/desk/{own}/places             sign-in  404   in    in    in
POST /console/desk/{other}/places           sign-in  404   404   in    in
POST /console/desk/{own}/number             sign-in  404   in    in    in
POST /console/desk/{waiting}/number         sign-in  404   403   in    in
POST /console/desk/{other}/number           sign-in  404   404   in    in
POST /console/desk/{ended}/number           sign-in  404   403   in    in

GET  /console/places                        sign-in  403   403   in    in
POST /console/places                        sign-in  403   403   in    in
GET  /console/places/find                   sign-in  in    in    in    in
POST /console/places/find                   sign-in  in    in    in    in
GET  /console/places/new                    sign-in  403   403   in    in
POST /console/places/new                    sign-in  403   403   in    in
GET  /console/places/map                    sign-in  403   403   in    in
POST /console/places/map                    sign-in  403   403   in    in
GET  /console/places/import                 sign-in  403   403   in    in
POST /console/places/import                 sign-in  403   403   in    in
POST /console/places/import/answer          sign-in  403   403   404   404
GET  /console/places/export.json            sign-in  403   403   in    in
GET  /console/places/export.zip             sign-in  403   403   in    in
GET  /console/places/{place}                sign-in  in    in    in    in
GET  /console/places/{nowhere}              sign-in  404   404   404   404
GET  /console/places/{place}/edit           sign-in  403   403   in    in
POST /console/places/{place}/edit           sign-in  403   403   in    in
POST /console/places/{place}/step           sign-in  403   403   in    in
POST /console/places/{nowhere}/step         sign-in  403   403   404   404
GET  /console/unmet                         sign-in  403   403   in    in
GET  /console/unmet.csv                     sign-in  403   403   in    in

POST /console/conversations/{own_talk}/tags     sign-in  403 403 in  in
POST /console/conversations/{none}/tags         sign-in  403 403 404 404
POST /console/conversations/{own_talk}/remarks  sign-in  403 403 in  in
POST /console/conversations/{none}/remarks      sign-in  403 403 404 404
GET  /console/texts/{own_text}              sign-in  403   403   in    in
GET  /console/texts/{none}                  sign-in  403   403   404   404
POST /console/texts/{own_text}/judge        sign-in  403   403   in    in
POST /console/texts/{none}/judge            sign-in  403   403   404   404
GET  /console/teach                         sign-in  403   403   in    in
GET  /console/teach/training                sign-in  403   403   in    in
POST /console/teach/training                sign-in  403   403   403   in
GET  /console/teach/training/live           gone     gone  gone  in    in
POST /console/teach/training/back           sign-in  403   403   403   in
POST /console/teach/training/use            sign-in  403   403   403   in
GET  /console/teach.patch                   sign-in  403   403   in    in
POST /console/teach/approved                sign-in  403   403   in    in
GET  /console/teach/{own_text}              sign-in  403   403   in    in
GET  /console/teach/{none}                  sign-in  403   403   404   404
POST /console/teach/{own_text}              sign-in  403   403   in    in
POST /console/teach/{none}                  sign-in  403   403   404   404
GET  /console/inbox                         sign-in  403   403   in    in
POST /console/inbox                         sign-in  403   403   in    in
GET  /console/people                        sign-in  403   in    in    in
GET  /console/people/sign-ins               sign-in  403   403   403   in
POST /console/people/sign-ins               sign-in  403   403   403   in
GET  /console/people/sign-ins/{ana}         sign-in  403   403   403   in
GET  /console/people/sign-ins/{none}        sign-in  403   403   403   404
POST /console/people/sign-ins/{ana}         sign-in  403   403   403   in
POST /console/people/sign-ins/{none}        sign-in  403   403   403   404
GET  /console/people/coaches                sign-in  403   403   in    in
POST /console/people/coaches                sign-in  403   403   403   in
GET  /console/people/coaches/{ben}          sign-in  403   403   in    in
GET  /console/people/coaches/{none}         sign-in  403   403   404   404
POST /console/people/coaches/{ben}          sign-in  403   403   403   in
POST /console/people/coaches/{none}         sign-in  403   403   403   404
POST /console/people/coaches/{ben}/number   sign-in  403   403   403   in
POST /console/people/coaches/{none}/number  sign-in  403   403   403   404
POST /console/people/coaches/{ben}/hours    sign-in  403   403   in    in
POST /console/people/coaches/{none}/hours   sign-in  403   403   404   404
GET  /console/people/holidays               sign-in  403   403   in    in
POST /console/people/holidays               sign-in  403   403   in    in
GET  /console/people/opt-outs               sign-in  403   403   in    in
GET  /console/people/retention              sign-in  403   403   in    in
POST /console/people/retention              sign-in  403   403   403   in
GET  /console/blocked                       sign-in  403   403   in    in
GET  /console/settings                      sign-in  403   403   in    in
GET  /console/keywords                      sign-in  403   403   in    in
GET  /console/audit                         sign-in  403   403   403   in
GET  /console/audit.csv                     sign-in  403   403   403   in
POST /console/audit/verify                  sign-in  403   403   403   in
GET  /console/words                         sign-in  403   403   in    in
GET  /console/words.zip                     sign-in  403   403   in    in
GET  /console/words/{word}                  sign-in  403   403   in    in
GET  /console/words/{none}                  sign-in  403   403   404   404
POST /console/words/{word}                  sign-in  403   403   403   in
POST /console/words/{word}/look             sign-in  403   403   in    in

GET  /phone                                 in       in    in    in    in
GET  /phone/live                            in       in    in    in    in
GET  /phone/static/phone.css                in       in    in    in    in
POST /phone/send                            in       in    in    in    in
POST /phone/add                             in       in    in    in    in

POST /console/sign-out                      sign-in  sign-in sign-in sign-in sign-in
"""
# What a form must hold to come as far as the question whether they may.
FORMS = {
    "/step": {"do": "note", "note": "a note"},
    "{place}/step": {"do": "works"},
    "{nowhere}/step": {"do": "works"},
    "/put": {"body": "Hello", "put": "there"},
    "/places": {"need": "jobs", "zip": "", "outcome": "undo", "place": "none"},
    "/number": {"reason": "asked"},
    "/phone": {"unsafe": "yes"},
    "/block": {"why": "spam"},
    "/remarks": {"body": "a remark"},
    "/judge": {"word": "right"},
    "/erase": {"do": "erase", "digits": "none"},
    "/export": {"purpose": "court", "consent": "docket 12"},
    "/words/{word}": {"do": "save", "language": "en", "text": "not saved: no 988 in it", "base": "0"},
    "/look": {"language": "en", "text": "not saved"},
    "/help/tour": {"do": "skip"},
    "/take": {"case": "next"},
    "/phone/send": {"from": "+15550150", "body": ""},
    "/phone/add": {"phone": "no number"},
}


@dataclass(frozen=True)
class Line:
    """One address with the answer that each role gets, in the order of ``ROLES``."""

    method: str
    path: str
    answers: tuple[str, ...]

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path as the application knows them."""
        return self.method, re.sub(r"/static/.*", "/static", re.sub(r"\{\w+\}", "{id}", self.path))

    @property
    def form(self) -> dict[str, str]:
        ends = [end for end in FORMS if self.path.endswith(end)]
        return FORMS[max(ends, key=len)] if ends else {}


def read_table() -> list[Line]:
    lines = [line.split() for line in TABLE.splitlines() if line]
    return [Line(method, path, tuple(answers)) for method, path, *answers in lines]
