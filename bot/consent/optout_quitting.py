"""Still more English wordings of "no more texts": quit, stop and leave off with what we do, and who asks how.

The language of the patterns: :mod:`bot.safety.pieces`.
"""

from __future__ import annotations

_DOING = (
    "texting|messaging|msging|pinging|writing|contacting|buzzing|bugging|spamming|blowing up|hitting up|"
    "writin|pinging up|bombarding|pestering|hounding"
)
_PLACE = (
    "this (?:house|number|phone|line|address|cell|tablet|thing)|my (?:phone|cell|line|watch|old lady|client|house)|"
    "our (?:phone|line|number|office)|the (?:order|shop|store|office|church|house|work|front desk) (?:phone|line)"
)
_TEXTS = "texts|texting|messages?|messaging|msgs|notifications?|alerts|reminders|check ?ins|pings|notices"

QUITTING = f"""
    (?:stop|quit|stahp|stopp|cease|leave off|lay off|do not|quit it with|you will stop|please stop) (?:{_DOING}
      |text|contact|message|buzz|ping)(?: to| at)? (?:{_PLACE})(?! (?:so|before|at night|when|while|until|till
      |between|during))
    (?:stop|quit|cease|leave off) (?:pinging|messaging|msging|pestering|bombarding|hounding|buzzing|bugging) (?:me
      |us)(?: (?:please|now|already|man|yall|bro|asap|all day|every day|with (?:the|these|your) (?:{_TEXTS})))?$
    (?:stop|quit|cease) (?:contacting|texting|messaging|sending|writing) (?:to )?(?:her|him|it|them|my (?:client
      |daughter|son|mom|husband|wife|kid)) ?(?:at this (?:number|phone)|on this phone|she is not a addict|(?:he
      |she) is (?:12|a kid))
    (?:yall|you|you all|yous) (?:can|could|may) (?:go ahead and )?(?:stop|quit) (?:texting|messaging|writing
      |sending|now|any ?time|at any time|checking on me|checking up on me|rememberin me)(?: (?:me|now|please|thanks
      |yall|these|i found|i got|like))?(?: (?:a|my|them) [a-z]{{1,10}})?$
    feel free to (?:quit|stop)(?: (?:texting|messaging|sending|these|me|anytime|now|any time|them)){{0,3}}$
    (?:why (?:are|is)|how come) (?:you|yall|you all|you people|i|this number|we) (?:am )?still (?:texting|messaging
      |contacting|sending|getting (?:these|texts|messages|your)|writing)
    why am i still (?:getting|receiving) (?:these|texts|messages|your|this)|are (?:you|yall) still texting me
    (?:still|keep|kept|been) (?:getting|receiving|sending|texting)(?: ~)? (?:after|since) i (?:said|told|asked|sent
      |texted|put|replied|typed|wrote)(?: ~)? (?:stop|quit|no more|end|cancel|unsubscribe|to quit|to stop)
    (?:sent|texted|typed|replied|put|wrote|said)(?: (?:you|yall|it))? (?:stop|end|quit|cancel
      |unsubscribe)(?: ~)? (?:and|but)(?: ~)? still (?:get|getting|texting|sending|coming)
    (?:sent|texted|typed|replied)(?: (?:you|yall))? stop (?:last|yesterday|twice|three times|already|two|3 times
      |2 times|[0-9] times|like)|already (?:sent|texted|typed|replied|put) stop|(?:i|still) want stop$
    message since i asked you to quit|i (?:already )?(?:asked|told) (?:you|yall) to (?:quit|stop) (?:texting
      |messaging|sending|this|these)|(?:stop|end) (?:thing|word|button|keyword) (?:did not|does not|is not
      |do not) work
    (?:how|where|what)(?: ~)? (?:make|stop|end|kill|shut off|cancel) (?:these|the|your) (?:{_TEXTS})(?: (?:stop
      |quit|off|from coming|coming))?$|how can i make it where you (?:can|do) not text me|make me not get these
    (?:how|where)(?: ~)? (?:sign out|log out|opt out|unsubscribe)(?: of| from)? ?(?:this|these|the texts
      |your texts)?$
    (?:hit the brakes on|pull the plug on|pump the brakes on|put an end to|shut down|lay off|chill with
      |ease off with) (?:them|these|the|your|all the|all these)(?: [a-z]{{1,8}})? (?:{_TEXTS})
    pull the plug on these$|go away (?:texts|text|messages|robot|bot)$|no more (?:pings|notices|check ups|alerts
      |of these (?:ever|please|texts)|of your (?:{_TEXTS}|notes)|writing(?: me)?$|texting)
    (?:you|yall) (?:are|is) (?:cut off|blocked|off the roster)$|^blocked after this|uninstall yourself from my
    (?:i|we) (?:want|wants|need) (?:nothing|no texts|no messages|no contact) (?:from you|from yall|else from you
      |to do with (?:these|your) (?:{_TEXTS}))|(?:nobody here|we|i) (?:wants?|needs?) (?:no )?texts from (?:you
      |yall)$
    do not want (?:anything|nothing|any of this|none of this) from (?:you|yall)(?: people)?(?: (?:again|anymore
      |no more|ever))?$|no more (?:out of|from) (?:you|yall)$
    do not need (?:yall|you|you all|you people) (?:texting|messaging|writing|pinging)(?: me)?|do not owe you a reply
    (?:get|stay) (?:off|out of) my (?:line|phone|inbox|cell)$|not (?:trying|wanting|looking) to be on (?:nobodys
      |anybodys|your|yalls|any|no) (?:text )?list
    no (?:calls|emails) no texts|no texts no (?:calls|mail|emails)|no text tomorrow|no (?:comms|contact) please$
    (?:my )?(?:formal )?goodbye to (?:the|your|this) (?:text )?list|i (?:want|would like) my number off
    (?:last one|this) be the last (?:text|message|one)(?: (?:i get|you send|from you|from yall|please))?$
    (?:yours|your text|your message|that one) to be the last(?: one)?(?: too)?$|should be last from you
    (?:kindly|please|we ask that you|ask that you|asks that you) (?:stop|quit|not|cease) (?:text|texting|messaging
      |message|contact|contacting) (?:it|this|here|us|this one)$|quit sending to (?:it|this|me)$
    (?:want|asking you|like you|need you|tell yall|tell you|ask you|beg you|begging you) to (?:quit|stop
      |cease) (?:texting|messaging|sending|writing|contacting|pinging)(?: (?:me|us|this|here|these|it|my phone
      |{_TEXTS}))?(?: (?:please|now|anymore|already|today))?$
    (?:stop|quit|cease) (?:writing|writin|texting|messaging|sending)(?: (?:to|at))? (?:this house|my house|here
      |us here)
    delete (?:me|my number|my name|mine|us) (?:from|off|out)(?: of)? (?:wherever|everything|everywhere|all your
      |your|yalls|whatever)
    (?:remove|delete|erase) (?:me|us|this number|my number) (?:from|off) (?:everything|wherever|whatever|all of it
      |every list)|off (?:every|any) list you have|^off (?:the|your) list(?: please)?
    ^(?:please )?(?:remove|delete|unsubscribe|discharge|release|unlist|unlink|excuse) (?:me|us|my number
      |this number)(?: (?:from (?:this|these|it|here|the text thing|your texts)|today|now|please|asap|immediately
      |kindly|permanently|right|right now|thanks|today please)){{1,3}}$
    discharge me from the text|^kindly (?:remove|unsubscribe|discontinue|stop|cease)(?: (?:it|this|me|us
      |my number))?$|^permanently remove(?: me| my number)?$|\\A(?:halt|uninstall|unlist|unfollow|out please
      |off please)\\Z
    ^(?:please |ok |bruh |bro |yo |dude |omg |just |pls |so |would you |now ){{1,2}}(?:stop|stopp|stahp
      |quit)(?: (?:please|now|already|it|omg|yall|damn|texting|dude|bro)){{1,3}}$|\\A(?:bruh|bro|yo|omg|dude|please
      |pls) (?:stop|stahp|stopp)\\Z|\\Astopp? omg\\Z
    \\A(?:please )?(?:cancel|end|halt) (?:everything|all texts|all messages|texts|messages|these texts|service)\\Z
    (?:we|i is|i am|im) (?:all )?done here (?:with|[.,])(?: with)? ?(?:these|the|your)? ?(?:{_TEXTS})
    (?:stop|quit|cease) (?:sending|mailing|texting)(?: [a-z]{{1,12}}){{1,3}} to (?:this|my|our) (?:number|phone
      |line|cell|tablet)
    (?:stop|quit) reminding me$|lets not text (?:anymore|no more|any more)|do not (?:hmu|hit me up
      |text back) (?:again|ever|anymore|no more)
    (?:do not|not) want (?:you|yall) to (?:keep (?:checking|texting|messaging|writing|pinging|contacting|sending)
      |text|message|contact|write)(?: (?:on|up on|in on|to))?(?: me)?(?: (?:anymore|any more|no more|again|ever))?$
    consent (?:is )?(?:withdrawn|revoked|denied|removed)|(?:be )?excused from the(?: daily)? (?:{_TEXTS})
      |all (?:texts|messages) end
    (?:one|1) more (?:text|message)(?: ~)? and i(?: am| will| am going to)? (?:filing|calling|reporting|suing
      |blocking|file|call|report|sue|block)|(?:text|message) me again and (?:i|ill|i will|i am)
    (?:need|want|asking|ask) (?:yall|you|you all) (?:to not|not to) (?:text|message|contact|write|send)(?: (?:it|me
      |this|us|here|anything|these))?(?: (?:anymore|again|any more|no more|at all|please))?$
    (?:want|need|like)(?: to have)? (?:the|these|your|all)(?: [a-z]{{1,8}})? (?:{_TEXTS}) (?:discontinued|stopped
      |over|gone|ended|cancelled|canceled|off|turned off|removed)|be grateful if they (?:ended|stopped)
    (?:take|get|remove|leave|drop|lay|keep|cut) (?:[a-z0-9]{{1,10}} )?(?:me|us|[0-9]{{3,4}}) (?:off|out of
      |from) (?:your|yalls) (?:outreach|list|texts|system|mailing|contacts)|lay me off the list
    (?:what|which) (?:word|code|button|number)(?: ~)? (?:so|to|for)(?: ~)? (?:quit|stop|end|off)(?: (?:coming|these
      |the texts|texting))?$
    ^(?:please |just |you can |go ahead and |yall can |so ){{0,2}}(?:(?:scratch|cross|take) (?:me
      |us) off (?:the list|your list|it)|cross me off|close out my name|scratch my name (?:off|out))(?: (?:please
      |now|yall|for good|thanks)){{0,2}}$
"""
