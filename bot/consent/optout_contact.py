"""More English wordings of "no more texts": lists and numbers, letting us go, consent taken back.

The language of the patterns: :mod:`bot.safety.pieces`.
"""

from __future__ import annotations

_TEXTS = "texts|texting|messages?|messaging|msgs|notifications?|alerts|reminders|check ?ins|pings|notices"
_OURS = "the|this|your|yalls|ya|ur|you alls|that|these|any|all|yer"
_NUMBER = "number|digits|contact|contact info|info|cell|phone number"
_OFF = (
    "take|get|remove|drop|pull|delete|scratch|erase|kick|bump|strike|yeet|cross|knock|leave|keep|cut|scrub|wipe|"
    "purge|"
    "remoev|removed|clear|boot"
)
_WHOM = (
    "me|us|him|her|the [a-z]{1,8} phone|my mom|my moms|my dad|my kid|my husband|my wife|my number|our number|"
    "this number|my name|my phone|"
    "this phone|my cell|my line|this line|[0-9]{3}(?: [a-z0-9]{1,9})?"
)
_DONE = (
    "anymore|any more|no more|no mo|any longer|again|ever again|now|please|thanks|thank you|ever|at all|from here on"
)

CONTACT = f"""
    (?:{_OFF}) (?:{_WHOM})(?: (?:please|now|all the way|right))? (?:off|from|out|out of|outta
      |form)(?: of)? (?:{_OURS})(?: [a-z]{{1,12}}){{0,2}} (?:roster|rolls|rollcall|call sheet|mailing list
      |text lists?|texting list|distribution|group texts?|text group|robo texts?|text program|text blast|blast
      |{_TEXTS})
    (?:{_OFF}) (?:{_WHOM})(?: please)? (?:off|from|out|out of|form)(?: of)? (?:your|yalls|ya|ur|you alls|this
      |every)(?: [a-z]{{1,12}})? (?:lists?|system|database|contacts|records|phone book|rolodex|files)(?! (?:for|at
      |of|if)(?! me))
    (?:take|get|leave|keep) (?:me|us|it) off(?: of)? (?:the|this|your) (?:texting|text|list) (?:list|thing|lift|one)
    (?:bin|pull|scrub|retire|release|purge|trash|dump|toss|unlist|burn|ditch|chuck|shred|scratch|loose|forget about
      |unsave|wipe) (?:my|this|our) (?:{_NUMBER})(?: (?:please|now|for good|off))?$
    (?:forget|delete|erase|remove|lose|loose) (?:my|our) (?:contact|contact info|digits|info)(?: (?:please|now))?$
    (?:take|pull|get|leave|remove|scratch) (?:our|my) (?:number|digits) (?:off|out)(?! (?:of )?(?:the|my|his
      |her) (?:lease|bill|case|wait|waiting|shelter|housing|section|clinic|court))
    (?:want|like|have|had|need) my (?:number|digits|contact) (?:gone|withdrawn|deleted|erased|scrubbed|off)(?! the)
    (?:put|place|add) (?:me|us|my number|this number|this phone) on (?:the|your|a|that)? ?(?:do not|no) (?:text
      |call|contact|message)(?: list)?|do not (?:text|contact|message) list
    (?:how (?:do|can|would) (?:i|we|you)|can i|could i|want to|need to|like to|trying to|way to|let me|ready to
      |time to|going to) (?:get|be|come|go)(?: taken| removed)? (?:off|out)(?: of)? (?:this|the|your|yalls
      |these) (?:text|texts|text thing|texting thing|texting|message list|messages|text program|text group
      |group text|alerts|reminders)
    (?:can|could|may|how do|how can|want to|like to|need to) (?:i|we|)? ?(?:please )?(?:get|be) (?:removed
      |taken off|deleted|unsubscribed|unenrolled)(?: (?:from|off))? (?:receiving|getting
      |(?:{_OURS})(?: [a-z]{{1,10}})? (?:list|{_TEXTS}))
    (?:want|wants|need) (?:off|out)(?: of)? (?:your|yalls|this|the|these)(?: [a-z]{{1,10}})? (?:{_TEXTS}|text
      |text list|text thing|texting thing|text program|group text|mailing list)
    (?:want|like|wants) to be off (?:of )?(?:them|your list|these|the (?:{_TEXTS})|your (?:{_TEXTS}))$
    \\A(?:take|get) me off (?:of )?(?:the list|here|of here)(?: please)?\\Z|get me off (?:here|there|of there)$
    (?:leave|quit|bow out of|drop out of|done with|out of|exit|resign from|withdraw from) (?:the|this|your
      |yalls) (?:text|texting|message|messaging|group text|text message)(?: (?:thing|group|list|program|service
      |chat|line))?$
    (?:cancel|end|stop) (?:my |the |this )?(?:enrollment|subscription|participation|signup|membership) (?:in|to
      |with) (?:the|this|your|these)(?: [a-z]{{1,10}})? (?:text|texts|text program|texting|messages|text service)
    cancel (?:me|us) (?:off|out|from)(?: of)? (?:the|this|your|these) (?:text|texts|list|messages|text thing)
    (?:un ?register|un ?enroll|un ?sign|disenroll|unsubscibe|unsubcribe|unsubscibed|un sub|opt) (?:me|us) ?(?:out
      |please|pls|now|from|off)?(?: (?:this|these|here|your (?:list|texts)|and [a-z]{{1,4}}))?$|i opt to be left off
    how (?:do|can) i un ?(?:register|enroll|sub|subscribe)$|tell me how to un ?(?:register|subscribe)
    (?:revok(?:e|ing|ed)|withdraw(?:ing|n)?|take back|taking back|rescind(?:ing)?) (?:my|any|all|the) (?:consent
      |permission|authorization)(?: (?:effective|for texts|to be|to text|to contact|to message|you believe|now
      |immediately)|$)|no longer consent$
    (?:never|not|did not) (?:gave|give|given|consent to|consented to|agree to|agreed to|authorize
      |authorized)(?: you| yall)? ?(?:permission |consent )?(?:to |for )?(?:text|texts|message|messages
      |these (?:{_TEXTS})|be texted|me on my phone)
    (?:further|continued|future|additional) (?:{_TEXTS}|contact|communications?) (?:to|at|on) this (?:number|phone
      |line)
    (?:no|zero|cease|end|stop|negative on any|discontinue|terminate|decline)(?: all| any)? (?:further|future
      |more) (?:communications?|correspondence|contact|contacts|messages|word|texts|texting|notices|replies
      |outreach|pings|check ups|alerts)(?! (?:with|from|between|to)(?! (?:you|yall|me from|this)))
    (?:terminate|discontinue|cease|end|halt|stop|quit) all (?:{_TEXTS}|text|replies|transmissions|communications?
      |contact) ?(?:to (?:this|my|our) (?:line|number|phone|cell))?$
    (?:want|like|receive|send) (?:zero|none of|no) (?:{_TEXTS}|messages)(?: (?:{_DONE}))?$
    (?:do not|never) (?:send|mail|shoot)(?: (?:me|us))? (?:nothing|anything|any more|no more|more|another
      |another one|none)(?: (?:else|more|to (?:this|my|our) (?:phone|number|line|house)|of (?:these|those
      |your notes|your texts)|{_DONE}))?$
    no send (?:anymore|no more|more)|no (?:reason|point) (?:in )?(?:for )?(?:the )?(?:keep )?(?:sending|texting
      |texts to continue)(?: me)?
    (?:^|please |so |just |and |thanks |but |then |you )do not(?: (?:ever|bother|you|yall))? (?:reach out|message
      |text|contact|check on|check in on|check up on|ask|come to|hmu|hit up|hit|bug|bother|ping|buzz
      |write)(?: (?:to )?(?:me|us|here|this (?:number|phone|line)|it))?(?: up)? (?:anymore|any more|no more|no mo
      |ever again|on here|on this (?:phone|number))(?! (?:about|if|when|until|than|questions|after))
    (?:please )?do not reach out(?: to me)? (?:again|anymore|no more|any more)|please do not reach out to me$
    no (?:need|reason|use|point)(?: to| in| for you to| for yall to) (?:keep |keep on |be )?(?:check
      |checking) (?:up|in|on me|up on me|in on me|on us)(?: on me)?(?: (?:{_DONE}))?$
    no (?:need|reason|use|point)(?: to| in| for you to| for yall to) (?:keep in touch|keep it up|write
      |reply or write again|write back or write again|contact (?:me|us)|reach out|send me (?:these|those|them|this
      |any more|texts)|send (?:these|those|them|any more|more)|keep (?:texting|sending|messaging|writing
      |pinging))(?: (?:me|us|these|this|stuff|{_DONE}))?$
    (?:not|will not|wont)(?: be)? (?:need|needing|reading|wanting|using) (?:these|your|yalls|any more|no more
      |any of your)(?: daily)? (?:{_TEXTS})
    (?:not|will not) be needing (?:these|them|yalls) (?:no more|anymore|any more)|(?:no
      |not any) need of the(?: [a-z]{{1,9}})? messages
    (?:is|am|are) not reading (?:these|them|your (?:{_TEXTS})) (?:no more|anymore|any more)
    (?:over|done with|good on|through with|finished with|enough of|all set on|no mas on|eff off with|girl bye with
      |no thank you (?:on|to) any|knock it off with|cool it with|done reading|done getting
      |through getting) (?:all )?(?:the|these|your|yalls|them|future|getting)(?: (?:daily|damn|stupid|group|the
      |these))? (?:{_TEXTS}|buzzing|texts)
    like to be done (?:getting|receiving) (?:these|them|your)|(?:want|like|need|wish) (?:to )?(?:stop
      |quit) (?:receiving|getting) ?(?:these|them|your (?:{_TEXTS})|(?:{_TEXTS}))?$
    (?:want|like|need|wish|let|make|have|ask that)(?: for)? (?:the|these|your|yalls|all|all the
      |them)(?: [a-z]{{1,8}})? (?:{_TEXTS}) (?:to |would )?(?:be )?(?:stop|end|cease|quit|stopped|ended|gone|over
      |off|end here|quit coming)(?! at)
    (?:(?:{_TEXTS})|these|those) (?:got to|have to|need to|must|can|should|could|please|ought to) (?:stop|end|quit
      |cease)(?: (?:coming|now|please|today|already|yall|for good))?$
    (?:can|could) (?:yall|you|we) (?:just |please )?not do (?:the|these|your) (?:{_TEXTS})(?: (?:{_DONE}))?
    (?:can|could) (?:the|these|your|my)(?: [a-z]{{1,8}})? (?:{_TEXTS}|messages?|text) (?:please )?(?:stop|end|quit
      |be (?:ended|stopped|cancelled|canceled|turned off))
    (?:the|these|your)(?: [a-z]{{1,9}})? (?:{_TEXTS}) can (?:stop|end|quit)|(?:all )?(?:texts|alerts|notifications
      |reminders) off(?: please)?$|(?:texts|messages) no$
    (?:id rather|rather|prefer)(?: that)? (?:yall|you) (?:did not|not|do not|would not|stop|quit) (?:text|texting
      |messaging|message|write)(?: me)? (?:here|on here|this (?:phone|number)|again|anymore)
    (?:rather|prefer) not (?:to )?(?:get|receive|have) (?:these|them|your (?:{_TEXTS}))(?: (?:{_DONE}))?$
      |rather not be on (?:here|this list|your list|the list)
    (?:mind|please|kindly|consider|appreciate you|appreciate it if you)(?: just)? not (?:to )?(?:messaging|texting
      |writing|contacting|pinging|text|message|contact)(?: me)?(?: (?:{_DONE}))?$
    take me off? (?:of )?(?:the|this|your) (?:lst|lsit|liat|lits|texting lift|texting list|text lst)|not (?:wish
      |want|care|like|interested)(?: to be| in being) (?:contacted|texted|messaged|emailed)
    (?:please|and|just) do not (?:message|text|contact|hmu|send)(?: me| us)?$|want my (?:data|number
      |info) (?:deleted|erased|removed)|do not call list(?: ~)?(?: [.,])?(?: ~)? put me on it
    if you (?:would|could) not keep (?:these|them) coming|(?:wish|wished) (?:they|these|yall|you)(?: would
      | will)? (?:quit|stop) (?:coming|texting|sending|messaging)
"""
