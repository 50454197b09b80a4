"""Why Twilio says no, as a table: is it worth trying again, did the person opt out, what must staff know.

One table serves both moments at which Twilio refuses: at once (the answer to our request)
and later (``ErrorCode`` in a receipt). Source: Twilio's error dictionary.
"""

from __future__ import annotations

from bot.message import Fate, Refusal, SendResult

_RATE, _LOGIN, _ADDRESS = 20429, 20003, 20404

# Our own settings or account are at fault: the text waits until somebody mends them.
_MEND = {
    _LOGIN: "Twilio does not accept our login. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
    20005: "The Twilio account is not active. Look at the account in the Twilio console.",
    _ADDRESS: "Twilio does not know the address we call. Check TWILIO_ACCOUNT_SID and TWILIO_API_URL.",
    21212: "Twilio says our sender number is not valid. Check TWILIO_PHONE_NUMBER.",
    21603: "Twilio got no sender. Check TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID.",
    21606: "Our sender number cannot send texts. Check TWILIO_PHONE_NUMBER.",
    21609: "Twilio cannot call back our public address. Check WARMLINE_PUBLIC_URL.",
    21659: "Our sender number is not a Twilio number. Check TWILIO_PHONE_NUMBER.",
    21660: "Our sender number belongs to another Twilio account. Check TWILIO_PHONE_NUMBER.",
    21701: "Twilio does not know our messaging service. Check TWILIO_MESSAGING_SERVICE_SID.",
    21703: "Our messaging service has no number to send from. Add one in the Twilio console.",
    21704: "Our messaging service has no number at all. Add one in the Twilio console.",
    30002: "The Twilio account is suspended. Look at the account in the Twilio console.",
}
# Nobody's fault and soon over.
_LATER = {
    408: "Twilio did not get our whole request. It is sent again.",
    _RATE: "We send faster than Twilio allows. The text is sent again a little later.",
    21611: "The queue of our number at Twilio is full. The text is sent again a little later.",
    30001: "The queue at Twilio was full. The text can be sent again.",
}
# Sending the same text to the same phone again would end the same way.
_FINAL = {
    21211: "This is not a phone number that can get texts. Check it with the person.",
    21217: "This is not a phone number that can get texts. Check it with the person.",
    21408: "Our Twilio account may not text this country. An admin can allow it in the Twilio console.",
    21602: "The text was empty.",
    21608: "A trial account of Twilio can only text numbers that were verified there.",
    21612: "Twilio has no way to send from our number to this phone.",
    21614: "This number cannot get texts; it may be a landline. Call instead.",
    21617: "The text was longer than 1,600 characters.",
    21635: "This number is a landline and cannot get texts. Call instead.",
    30003: "The phone was off or out of reach for hours. Try again later, or call.",
    30004: "The phone or its network blocks texts from us. Call instead.",
    30005: "This number does not exist or is not in service.",
    30006: "This number is a landline, or its network cannot get our texts. Call instead.",
    30007: "The phone network filtered the text as unwanted. Use other words, and tell an admin if it happens again.",
    30008: "The phone network lost the text and gave no reason.",
    30022: "The phone networks' limit on our number was reached. Tell an admin.",
    30023: "The phone networks' limit for today was reached. Tell an admin.",
    30027: "The phone networks' limit for today was reached. Tell an admin.",
    30032: "Our toll-free number is not verified yet. An admin must finish that in the Twilio console.",
    30034: "Our number is not registered with the phone networks (A2P 10DLC). An admin must do that at Twilio.",
}
_OPTED_OUT = {
    21610: "This phone opted out of our texts. Only the person can undo that, by texting START.",
}

_TABLE = {
    code: Refusal(code, retry, opts_out, desk)
    for rows, retry, opts_out in (
        (_MEND, True, False),
        (_LATER, True, False),
        (_FINAL, False, False),
        (_OPTED_OUT, False, True),
    )
    for code, desk in rows.items()
}
_BY_STATUS = {401: _LOGIN, 403: _LOGIN, 404: _ADDRESS, 429: _RATE}


def refusal_for(code: int) -> Refusal:
    """The row for ``code``; a code that is not in the table is final, and its row names it (0: none given)."""
    named = f"with code {code}, which we do not know" if code else "and gave no reason"
    return _TABLE.get(code) or Refusal(code, False, False, f"Twilio did not deliver the text {named}. Tell an admin.")


def judge(status: int, code: int | None) -> SendResult:
    """What an answer other than success says about a send.

    ``status`` is the HTTP status, ``code`` Twilio's own error code if the body had one.
    """
    if status >= 500:  # it may have broken before or after it took the text
        return SendResult(Fate.UNKNOWN)
    if code not in _TABLE:
        by_status = _ADDRESS if 300 <= status < 400 else status  # a redirect: not Twilio's door
        code = _BY_STATUS.get(by_status, by_status if by_status in _TABLE else code)
    refusal = refusal_for(code or 0)
    return SendResult(Fate.LATER if refusal.retry else Fate.REFUSED, refusal=refusal)
