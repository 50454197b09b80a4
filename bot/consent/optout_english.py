"""English wordings of "no more texts" (the language of the patterns: :mod:`bot.safety.pieces`)."""

from __future__ import annotations

_TEXTS = (
    "texts?|texting|messages?|messaging|sms|check ?ins?|daily check|reminders?|notifications?|alerts|spam|"
    "mensajes?|textos?|recordatorios?|text thing"
)
# Who wants no reminder may have answered our question; only "no more of them" ends all texts.
_NOTES = "texts?|texting|messages?|messaging|sms|notifications?|alerts|spam|mensajes?|textos?|text thing"
_REMINDERS = "check ?ins?|daily check|reminders?|recordatorios?"
_ENOUGH = "anymore|any more|no more|any longer|texts?|messages?"
_NOT_A_LIST = (
    "(?! (?:me )?(?:the same|lists?|links?|places?|that|those places|988|about|back|so (?:fast|much)|"
    "like|numbers|resources|meeting))"
)

ENGLISH = f"""
    (?:stop|quit|stahp|sotp|stp|cease|do not|never) (?:ever )?(?:keep )?(?:texting|text in|testing|text|messaging
      |message|contacting|contact|spamming|spam|writing|write|sending texts to
      |sending messages to)(?: ever)? (?:to )?(?:me|this|my (?:phone|number|cell|line|mobile)|us|here|again|anymore
      |it anymore|it$|it no more|no more|back$|this number|please){_NOT_A_LIST}(?! (?:after|before|at night|when|while
      |until|between|during|tomorrow))
    (?:stop|quit|cease|sotp|stahp|do not|never)(?: ~)? (?:sending|send)(?: (?:me|us))?(?: (?:any|any more|anymore|all
      |all of|all these|these|this|those|them|so many|your|more)){{0,4}} ?(?:{_TEXTS}|stuff|things|these|them|this
      |anything|it)
    (?:stop|quit) (?:bothering|checking(?: up)? on|checking in on|hitting)(?: me)?(?: up)? (?:me|by|with
      |w)? ?(?:{_TEXTS}|these|up|by text)
    (?:stop|quit) (?:hitting|hit) (?:me|my phone|us) up|(?:stop|quit) (?:hitting|buzzing) my (?:line|phone|cell)
    (?:stop|quit) (?:bothering|spamming) (?:me|my phone)(?: with(?: ~)? (?:{_TEXTS}))?$
    (?:quit|stop|tired of (?:you|yall)|sick of (?:you|yall)) (?:blowing|buzzing)(?: up)? my phone(?: up)?
    (?:stop|quit|end|cancel|kill|halt|pause|turn off|shut off|turn|shut|disable|enough|enough of|enough with
      |knock it off with|done with|no more|not any more|i (?:have )?had enough of|hold)(?: (?:with|of|all|all of|the
      |these|those|this|your|my|ur|yalls|you alls|any|more|getting|getting these)){{0,4}} (?:{_TEXTS})
    (?<!going to )(?<!about to )(?<!trying to )(?<!will )(?<!they )(?:turn|shut|switch) (?:these|those) off
    how (?:do|can|would) (?:i|you) (?:turn|shut|switch) (?:these|this) off$
    \\Ahow (?:do|can|would) i (?:turn|shut|switch) (?:them|it) off(?: [?])?\\Z
    (?:not|no longer|never|dont)(?: ~)? (?:want|wish|need|consent|care|agree|interested|asked?|sign(?:ed)? up
      |ask)(?: (?:to|for|in|it))?(?: (?:keep|be|get|getting|receive|receiving|have))?(?: (?:to|no|any|any more|more
      |these|those|the|your|yalls|all|of|further|future|daily|check in|so many)){{0,4}} (?:{_NOTES}|get these anymore
      |(?:(?<=more )|(?<=these ))(?:{_REMINDERS})|(?:{_REMINDERS})(?= (?:{_ENOUGH})))
    no longer (?:want|need)(?: (?:the|your|these|daily)){{0,2}} (?:{_REMINDERS})
    (?:not|no longer|never) want (?:to (?:get|receive) )?(?:these|them|those|em)(?: (?:anymore|no more
      |any more))?(?:$| [.,]? ?(?:the )?(?:{_TEXTS}))
    (?:these|the|all|those|your|this|daily) (?:{_TEXTS})(?: ~)? (?:to )?stop
    make (?:the|these|this) (?:{_TEXTS}) stop|(?:get|getting|got)(?: ~)? (?:{_TEXTS}) (?:after|and) i (?:said|told)
    told (?:you|yall|you all) (?:all )?to stop|been told (?:to )?stop|said (?:no more|stop) (?:text|message)
    already said stop
    (?:take|get|remove|drop|pull|delete|scratch|erase|keep) (?:me|us|my (?:number|name|phone|cell|info)
      |this (?:number|phone)) (?:off|from|out|out of)(?: of)?(?: (?:this|the|your|yalls|you alls|that|all
      |of))?(?: [a-z]{{1,9}})? (?:list|lists|system|database|contacts|text thing)
    (?:take|get|remove) (?:my number|this number|my name) (?:off|from|out|out of)(?: of)?(?: (?:this|your|yalls
      |the))? (?:list|phone|phones|thing|line|here)
    get off (?:of )?(?:this|the|your) (?:list|text list)
    take me off$|take (?:my|this) (?:number|name)(?: off| out)
    remove (?:me|my number|my name|this number|my phone)(?: please)?(?:$| (?:from|off) (?:it|here|there|all)$)
    remove (?:me|my number|my name|this number|my phone) (?:from|off)(?: of)?(?: (?:the|this|your|yalls|these|any|all
      |whatever)){{0,2}}(?: [a-z]{{1,9}})? (?:lists?|systems?|service|database|records|contacts|{_TEXTS})
      |delete my number
    (?:lose|loose|forget|erase|remove|delete) (?:my|this) (?:number|phone number)|forget you ever had this number
    leave my (?:phone|number) alone|leave me alone with (?:these|the|your) (?:{_TEXTS})
    unsub(?:scribe|scribed|cribe)?(?: (?:me|please|now|from))?$
    (?:unsub|unsubscribe|unsubcribe|unsuscribe) (?:me|from|us|this|please)
    (?:want|like|trying|how do i|how can i|can i|please|need) (?:to )?(?:unsubscribe|unsub|get off this list
      |get off the list|get off your list)
    (?:opt (?:me |us |my number )?out|opting out)(?! of (?!this|these|your|yalls|all|it|receiving|getting|further|future
      |any|(?:the )?(?:programs?|service|list|{_TEXTS})))
    cancel (?:my |the )?(?:subscription|subscribtion|text thing)
    (?:quit|stop) it with (?:the|these|your|all these) (?:{_TEXTS})
    ^(?:please )?(?:cancel|end|stop|no more of) (?:these|this stuff)(?: please)?$|please (?:kindly )?stop sending$
    (?:quit|stop) getting these$|not trying to get these (?:{_TEXTS})|^stop por (?:favor|dios)
    (?:do not|no need to) send (?:me |us )?(?:no more|any more|any)(?: of (?:these|those|them))?(?:$| on my)
    (?:please|kindly) (?:kindly )?(?:cease|discontinue|desist)(?: (?:this|these))?$
    (?:not|no longer|never) (?:wish|want|care|need) to (?:receive (?:these|them|this|those)|get (?:these|those
      |(?:them|this)(?= (?:{_ENOUGH}))))(?: (?:{_ENOUGH}))?$
    (?:need|want) (?:these|them) (?:anymore|any more|no more|any longer) [.,]? ?(?:please |so |you can )?(?:stop|end
      |quit|take me off|i am (?:good|doing))
    (?:not (?:want|need)|no longer (?:want|need)) (?:your|yalls|you alls)(?: [a-z]{{1,12}})? (?:{_TEXTS})
    no further (?:communication|contact|texts?|messages?)|not to be (?:contacted|texted|messaged)
    done with (?:you|yall|you all) texting|(?:you|yall|you all) can (?:stop|quit) (?:now|writing|texting)$
    (?:you|yall|you all) can (?:stop|quit) (?:writing|texting|messaging)(?! (?:him|her|them|my|the|when|if|at))
    (?:sign|signed) up for (?:this|these|it|any of this) [.,]? ?(?:and )?(?:so )?(?:please )?(?:stop|end it|end this
      |get me off|take me off|i would like out|remove)|remov(?:e|ed) (?:my|this) number from
    (?:charges?|charged|cost) (?:me )?(?:per|for each|for every|by the) (?:text|message)(?: ~)? (?:stop|end|quit)
    (?:texts|messages) ~~ [.,] (?:please )?(?:stop|end|quit|cancel) (?:them|these|em|this)
    (?:want|wish|need|like) to be (?:removed|taken off|deleted)(?: (?:from|off|of))? (?:here|(?:the|this|your|yalls
      |these)(?: (?:text|texting|message|contact|program|programs))? (?:lists?|system|service|{_TEXTS}))
    would like to be (?:removed|taken off)$|(?:remove|take) [0-9]{{3}} ?[0-9]{{4}}(?: (?:off|out|from)|$)
    (?:take|remove|get) (?:the|his|her|my|this)(?: (?:late )?[a-z]{{1,12}})? number (?:off|out|away|from)(?! my phone)
    (?:remove|take) (?:me|him|her|us) (?:off|out|from)(?: of)? (?:the|your|these) (?:{_TEXTS})
    take me off(?: of)? (?:this|these)$|checking in on me by text
    \\A(?:stp|sotp|stpo|stopp|stoop|s t o p|cancle|qiut)(?: please)?\\Z|\\Astop(?: [.,]? ?stop){{1,3}}\\Z
    (?<!going to )(?<!about to )(?<!will )(?<!they )(?:un ?enroll|deactivate|unlist|discontinue|strike|wipe
      |delist) (?:me|my|this|messages|service)(?: (?:number|phone|name|info))?(?: from| off| please|$)
    (?:(?:not|no longer) (?:want|wish|care|need) to|(?:rather
      |prefer) not(?: to)?) hear (?:anything )?from (?:this (?:service|number|program|thing|line)|you|yalls?
      |your (?:service|program|bot|group))|(?:revoke|withdraw) (?:my )?consent
    do not (?:keep|bother) (?:texting|messaging|sending)(?! (?:any|some)? ?(?:help|police|cops))
    leave off (?:texting|messaging)
    do not hit me up (?:no more|anymore|again)|do not want to be (?:a )?part of this$
    (?:(?<!not )want to be|want|get me|take me|^) ?off (?:of )?(?:yalls|you alls|your|the|this) (?:list|text (?:thing
      |list))$
    end (?:this|my) subscription
    (?:stop|quit) (?:texing|mesaging|messageing|texring)|(?:send|text) (?:me )?nothing else
    (?:will not be needing|no longer needs?|not need) (?:the|these|this|your) (?:{_TEXTS}|service)(?: any ?more
      | any longer|$)
    ^block me$|(?:(?:i|i am|we|we are) (?:going to|about to|will|got to)|^(?:going|about) to) block (?:this|you|your
      |yall)
    report(?:ing)? (?:this number|you) if you (?:text|message)|next (?:text|message) i get
    no need to (?:keep )?(?:text|texting|message|messaging|send(?! (?:any|some|help|no)))(?! (?:me )?(?:back|tomorrow
      |first|later|the))|get me off of here
    want out of (?:this|the|your) (?:text|list)
    not interested (?:in )?(?:(?:getting|receiving|any|any more|these|your) ){{0,3}}(?:{_NOTES})|shoot these texts
    not interested(?: anymore)?(?: [.,])? (?:so )?(?:please )?(?:stop|remove)|you can stop sending (?:them|these|it)
    do not need the (?:{_NOTES})|please stop these(?:$| (?:{_TEXTS}))
    keep(?:s)? buzzing stop|(?:want|turn) them off(?: for good)?(?= [.,]? ?the messages)
    (?:texts|messages) ~~ [.,] (?:so )?(?:stop|quit)$|^(?:so )?stop these$|do not write (?:me )?(?:anymore|back)
    ^(?:please |pls |ok |hey )?stop (?:please|now|now please|already|thanks|thank you)$|^please stop$
    ^stop stop(?: stop)?$|^(?:i want to |please )?(?:be )?(?:removed|unsubscribed)(?: please)?$
    (?:^|please )do not (?:text|message|contact)\\Z
    not want (?:any )?more of (?:these|your)(?:$| (?:{_TEXTS}))|done getting (?:(?:these|them|your) (?:{_TEXTS})|these$)
    (?:rather|prefer) not (?:to )?(?:get|receive) (?:these(?:$| (?:{_ENOUGH}))|(?:(?:these|any|any more|more|your
      |further) ){{1,3}}(?:{_NOTES}))
    (?:rather|prefer) (?:that |if )?(?:you|yall) (?:not|did not|do not|would not|stop|stopped|quit) (?:text|texting
      |message|messaging|contact|contacting)(?: me)?(?: (?:{_ENOUGH}|again|at all|please))?$
    (?:rather|prefer) (?:that |if )?(?:you|yall) (?:not|did not|do not|would not) send (?:me )?(?:these$|any ?more$
      |(?:any|more|any more|these|the|your) (?:{_NOTES}))
    can you (?:like |please |just ){{0,2}}not text me(?: (?:{_ENOUGH}|again|please|at all)){{0,2}}$
    \\Acan i be taken off$|can i be taken off(?: of)? (?:this|your|yalls|the)(?: text| texting)? list(?! (?:for|at|of
      |if))
    (?<!i )(?:quit|stop) sending$|(?:^|please |just |can you )(?:cut|shut) these off(?! me)|\\Aturn it off\\Z
    take me off (?:now|please|altogether)(?: please| now)?$|(?:^|please |just )take me off of it$
    (?:^|please |just )take me (?:off|out)(?: of)? (?:this|yalls|your) (?:damn |stupid )?(?:group|thing)(?: text)?$
    take me off(?: of)? this (?:damn |stupid |dumb )thing|apply to me (?:no more|anymore) [.,] take me out
    take me (?:off|out)(?: of)? (?:yall|yalls|your|the|this) group text|^please take me off$
    \\A(?:bro |yo )?get me off (?:of )?this\\Z|\\A(?:please )?(?:remove|discontinue|remove me)(?: please)?\\Z
    (?:receive|see|get) (?:these|this|them|it)(?: [.,])?(?: please)? remove (?:it|this)$
    (?:texts|messages|wrong number)(?: ~)? [.,] (?:please )?remove it$
    remove it from your (?:lists?|system|records|database|contacts|phone|texts?)
    erase me (?:from|off)(?: of)? (?:here|there|(?:this|the|your|yalls)(?: text)? (?:list|system|thing))
    (?<!if )(?<!when )(?<!where )(?:yall|you) can drop me$|(?<!they )go (?:a )?head and drop me$
      |(?<!they )go ahead and drop me$
    (?:^|please |just |you can |yall can )drop me from (?:it|this|your)(?:$| (?:list|thing))
    (?:can|please|just) let me (?:go from|off)(?: of)? (?:the|this|your)(?: text)? list
    (?:close|strike|remove) (?:his|her|my|this) number$
    (?:that|want|like|have|need|get) my number (?:is |be |to be )?(?:struck|removed
      |taken off)(?! (?:from |of )?(?:the (?!(?:text|texting )?list$)|my|a|section))
    cut it out with (?:all )?(?:the|these|your)(?: daily)? (?:{_TEXTS})
    (?:it|f|fuck|lay|back) off with (?:the|these|your)(?: daily)? (?:{_TEXTS})
    ^(?:please )?cease (?:contact(?! with)|and desist(?! (?:letter|order|notice|paper|from)))
    (?:^|please |kindly |can you )discontinue (?:(?:the|this|these|your|all) ){{0,2}}(?:service|{_NOTES})
    (?:to be|please be) unsubscribed|un subscribe (?:me|my)
    (?:time i|time to|want to|like to|ready to) (?:come|get|be) off (?:of )?(?:this|your|yalls|the text) (?:text )?list
    (?:want|like|ready|time|how do i|how can i)(?: to)? leave (?:this|your|yalls|the)(?: (?:text|texting|message
      |programs?))? list$
    (?:do|please) not send (?:these |this |any more )?to this phone
    (?:texts|messages)(?: ~)? [.,] (?:please )?make (?:these|them) (?:quit|stop)$
    (?:word|send|text|type|reply)(?: ~)? to (?:not get these$|(?:get these to|make these) (?:quit|stop))
    reply (?:with )?(?:a|the|what) word to get off
    blocked [0-9]{{1,2}} of your numbers|make these (?:{_TEXTS}) end
    not want (?:this|these|them) on (?:my (?:new |work |kids )?(?:phone|cell|screen)|this phone|the new (?:one|phone
      |number))
    (?:i|ill|will) block (?:this number|you|yall) if (?:you|yall)|i am block(?:ing|in) (?:you|yall|this (?:number|line))
    not need these (?:{_ENOUGH})(?:$| [.,] the (?:{_NOTES}))|need these to end$
    no more of these(?: please)?(?:$| (?:{_TEXTS}))|(?:^|please |just |so |can you )shut my account down
    (?:my|this|wrong) number(?: ~)?(?: [.,])?(?: please)? take (?:it|this) off(?: (?:your|the|this) list)?$
    do not send (?:me )?another (?:text|message|one of these)
      |not helping (?:me )?[.,] (?:so )?(?:please )?do not send me another
    ^end (?:these|them) please$
    (?:texts?|messages?) (?:pop|popping|show|showing|coming|come)(?: ~)? [.,] (?:please )?end (?:it|this
      |them)(?: please)?$
    withdraw from (?:the|this|your) text|stpo texting|^text me no more$|still texting me [.,]? ?(?:please )?(?:stop
      |quit)$
    ^(?:please )?do not check (?:in|up) on me (?:{_ENOUGH}|again)|(?:^|please )cease (?:all )?(?:communications?|texting
      |messaging)
    (?:stop|quit|do not) (?:calling|call|texting|text) (?:and|or) (?:texting|text|calling|call) (?:me|us|this)
    wrong number(?: [.,])? (?:so )?(?:please )?(?:do not|stop|quit) text(?:ing)?$
"""
