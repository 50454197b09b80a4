"""English wordings that name our texts or end the contact: off the list, no part of this, close my file.

The language of the patterns: :mod:`bot.safety.pieces`.
"""

from __future__ import annotations

_TEXTS = "texts?|texting|textin|messages?|messaging|msgs|mesages|notifications|alerts|pings"
_ANYMORE = "anymore|any more|no more|nomore|any longer"
_PLEASE = (
    "(?:(?:please|pls|plz|so|just|now|ok|okay|hey|hi|yo|and|nah|no|nope|bro|dude|man|yall|you|can|could|would|kindly|"
    "go ahead and|go on and|time to|for the last time|omg|thanks|thank you|bruh) ){0,4}"
)
_NOW = (
    "(?: (?:please|pls|plz|now|for good|asap|today|tonight|already|thanks|thank you|lol|haha|for real|too|permanently|"
    "immediately|forever|yall|bro|man|fam|tho|right now|right away|la lista|de la lista|of la lista|por favor|ya)){0,3}"
)

PLAINLY = f"""
    ^{_PLEASE}(?:take|pull|scratch|leave|kick|strike|drop) (?:me|us) off{_NOW}$
    ^{_PLEASE}(?:take|pull|scratch|leave) (?:me|us) off (?:la lista|so it does not|so it do not|i do not (?:fool|mess
      |deal)|before (?:i|it) (?:block|bounces))
    ^{_PLEASE}(?:yeet|scratch|strike|bump) (?:me|us) (?:from|off)(?: of)? (?:the|this|your|yalls) list{_NOW}$
    ^{_PLEASE}(?:remove|deactivate|unsubscribe|unlist){_NOW}$|\\A(?:remover|elimine|deactivate|remove)\\Z
    ^{_PLEASE}(?:remove|remov|remuve|remoev|deactivate|unlist) (?:me|us|my (?:number|numbr|nummber|name
      |phone))(?:{_NOW}$
      | (?:from|frm|form|off)(?: (?:future (?:stuff|{_TEXTS})|list|ur contacts|your contacts))(?![a-z]))
    ^{_PLEASE}pull my (?:number|name){_NOW}$|lose this contact$|(?:like|want) you to delete mine$
    (?:can|could|may) (?:i|we|my number) (?:please )?(?:get|be) removed{_NOW}$|^(?:i )?wld like (?:2|to) be removed
    (?:form|link|button|website|number|email|word) (?:for|to) (?:being|be|get|getting) (?:removed|taken off
      |unsubscribed)$
    (?:click|push|press|tap|hit|type) to be (?:removed|taken off|unsubscribed)(?:$| from (?:this|these|your)(?: list)?$)
    (?:my|our|his|her) name (?:struck|stricken|taken|off|gone|erased|scratched) (?:from|off|of) (?:the|your|this) list$
    (?:keep|leave|take|get) my name (?:out|off)(?: of)? your (?:computer|phone|texts|robot|machine)
    (?:keep|leave|take) (?:this|the) (?:cell|phone|number|line|tablet|one) (?:off|out)(?: of)? (?:of )?(?:your
      |whatever|yalls)(?: text)? list
    unsubscribe (?:please|por favor|o como|ya
      |como|now|me|asap|thanks|gracias|y|like a)|(?:quiero|tratando de|quisiera|deseo) unsubscribe
    (?:how come|why) i can not unsubscribe|(?:can not|will not let me|does not let me) unsubscribe(?:$| like a)
    (?:tired|sick|sick to death) of (?:yall|you all|you people|you|the program) (?:texting|textin|messaging|buzzing
      |buzzin|pinging|blowing me up|writing)(?: me)?(?: all day| every day)?$
    \\A(?:so )?(?:tired|sick) of (?:the|these|your|yalls)(?: [a-z]{{1,8}})? (?:alerts|texts|messages|notifications)\\Z
    (?:stop|quit|cease) (?:buzzin|textin|pingin|msgin|messagin|spammin) (?:me|us|my phone|this)
    (?:stop|quit|cease) (?:texting|messaging|contacting|pinging) my (?:son|daughter|kid|child) [.,] (?:he
      |she) is (?:[0-9]|only|a (?:kid|child|minor)|just)
    not want (?:to be )?(?:a |any |no )?part of (?:this|the|your)(?: (?:program|text|texting|thing|service
      |list)){{0,3}}(?: (?:{_ANYMORE}))?$
    (?:want|wants) no part of (?:this|your|the)(?: (?:program|text|texting|thing|list|service)){{0,3}}{_NOW}$
    no need (?:to|for you to|for yall to) follow ?up(?: (?:with|on) (?:me|us))?(?: (?:again|now or later|now
      |{_ANYMORE}|thanks|thank you|please))?$
    no longer (?:wish|want|care|would like|desire)(?: to)? (?:participate|take part|be enrolled|be contacted|be texted
      |be messaged|be part of this|be a part of this)(?: (?:in|with) (?:this|your
      |the text|the texting)(?: [a-z]{{1,10}})?)?$
    (?:not|no longer) (?:be )?(?:using|needing) (?:this|your|yalls|the text) (?:service|text line|texting
      |thing)(?: (?:{_ANYMORE}))?$|(?:canceling|cancelling|cancel) my thing (?:with|w) (?:yall|you)
    ready to be done with (?:this|your|the) (?:service|texts|texting|text line)|hereby (?:resign|unsubscribe
      |withdraw|opt out|revoke) (?:from |my )?(?:this|your|the text|consent|permission)
    (?:resign|withdraw|exit|leave|out) (?:from|of)?(?: )?(?:this|the|your) (?:group text|text chain|text thread|texting
      |text loop|texts)(?! (?:with|from) (?:my|him|her))
    (?:^{_PLEASE}|go on and |go ahead and )(?:kindly )?(?:close|shut)(?: (?:out|down))? my file{_NOW}(?:$
      | and (?:stop|quit|do not))
    (?:close|shut|cancel) (?:out )?this number with your (?:service|program|line)
    make (?:these|the|your) (?:{_TEXTS}) not (?:come|show|send)|make it stop [.,] the (?:texting|texts|messages)
    make sure (?:that )?i do not (?:get|receive) any (?:more )?(?:{_TEXTS})
    (?:^|please )(?:never again|do not ever|never ever) text me|do not text(?: me)? do not (?:call|email)
    (?:no|not|do not|never) (?:please )?send (?:any )?(?:further|more|other|messages|texts|again)(?: (?:{_TEXTS}
      |please))?$|do not send (?:me )?any more links [.,] texts
    no (?:mre|mor|moar|moer|more) (?:messges|mesages|messeges|texs|txts|textes|msges|messags)
    not want (?:no|any|this|your|a|some) (?:program|robot|bot|computer|service|strangers|machine) (?:texting|textin
      |messaging|writing)(?: me)?$
    (?:not|no) need (?:to have )?(?:yall|you all|you people) (?:to )?(?:text|message|check on|write) me
    (?:not|never) want (?:to (?:get|see) )?(?:another|one more|a single) (?:message|text)(?: (?:from (?:you|yall)
      |{_ANYMORE}|again|ever|on (?:here|this phone)))?$
    (?:filing|file|complaint|report|reporting|reported|complain|reportar(?:los)?)(?: ~)? (?:with|to|at|a|con
      |ante) (?:the|la) fcc(?! [?])|fcc complaint|tcpa
    (?:can|could) not (?:get|have|be getting|be having) (?:these|yall) (?:here no ?more|on (?:here|this phone))$
    need yall gone(?:$| (?:by|before|off|asap|now))|not need (?:nothing|anything) else from (?:yall|you all)
    save (?:your|yalls) (?:thumbs|texts|fingers)
    changed my mind (?:about signing up|[.,] do not (?:sign me up|enroll me|add me))$
    (?:yall|you all) can (?:just )?(?:let me go|stop|quit|close me out|mark me off|take it down)(?: (?:now
      |please))?(?! [?])$
    ^(?:so )?yall got to (?:stop|quit)$|(?:yall|you) can (?:stop|quit) the ones that
    \\A(?:where is|wheres) the off (?:switch|button)(?: [?])?\\Z|go away and do not come back to my phone
    (?:like|want|wanted|prefer) (?:to )?not (?:to )?(?:see|get|receive) (?:these|your (?:{_TEXTS}))$
    (?:is not|not) got to keep (?:texting|textin) (?:me|us)
    no need to keep (?:me|us) on (?:here|this|the list|your list)|not have to keep me on here
    forget about me [.,] i do not want no (?:program|text)|wish they ?would (?:quit|stop) coming
"""
