"""The wordings of "no more texts", and what sounds like one and is none; read by :mod:`bot.consent.optout`."""

from __future__ import annotations

from bot.safety.pieces import one_of

_TEXTS = (
    "texts?|texting|messages?|messaging|sms|check ?ins?|daily check|reminders?|notifications?|alerts|spam|"
    "mensajes?|textos?|recordatorios?|text thing"
)
_TEXTOS = "textos?|mensajes?|mensajitos|recordatorios?|avisos?|sms"
_NOT_A_LIST = (
    "(?! (?:me )?(?:the same|lists?|links?|places?|that|those places|988|about|back|so (?:fast|much)|"
    "like|numbers|resources|meeting))"
)

_ENGLISH = f"""
    (?:stop|quit|stahp|sotp|stp|cease|do not|never) (?:ever )?(?:keep )?(?:texting|text in|testing|text|messaging
      |message|contacting|contact|spamming|spam|writing|write|sending texts to
      |sending messages to)(?: ever)? (?:to )?(?:me|this|my|us|here|again|anymore|it anymore|it$|it no more|no more
      |back$|this number|please|$){_NOT_A_LIST}(?! (?:after|before|at night|when|while|until|between|during
      |tomorrow))
    (?:stop|quit|cease|sotp|stahp|do not|never)(?: ~)? (?:sending|send)(?: (?:me|us))?(?: (?:any|any more|all|all of
      |all these|these|this|those|them|so many|your|more)){{0,4}} ?(?:{_TEXTS}|stuff|things|these|them|this|anything
      |it)
    (?:stop|quit) (?:bothering|checking(?: up)? on|checking in on|hitting)(?: me)?(?: up)? (?:me|by|with
      |w)? ?(?:{_TEXTS}|these|up|by text)
    (?:stop|quit) (?:hitting|hit) (?:me|my phone|us) up|(?:stop|quit) (?:hitting|buzzing) my (?:line|phone|cell)
    (?:stop|quit) (?:bothering|spamming) (?:me|my phone)(?: with(?: ~)? (?:{_TEXTS}))?$
    (?:quit|stop) (?:blowing|buzzing)(?: up)? my phone|blowing (?:my phone up|up my phone)
    (?:stop|quit|end|cancel|kill|halt|pause|turn off|shut off|turn|shut|disable|enough|enough of|enough with
      |knock it off with|done with|no more|not any more|i (?:have )?had enough of|hold)(?: (?:with|of|all|all of|the
      |these|those|this|your|my|ur|yalls|you alls|any|more|getting|getting these)){{0,4}} (?:{_TEXTS})
    (?:turn|shut|switch) (?:these|those) off|how (?:do|can|would) i (?:turn|shut|switch) (?:these|them|this|it) off
    (?:not|no longer|never|dont)(?: ~)? (?:want|wish|need|consent|care|agree|interested|asked?|sign(?:ed)? up
      |ask)(?: (?:to|for|in|it))?(?: (?:keep|be|get|getting|receive|receiving|have))?(?: (?:to|any|any more|more
      |these|those|the|your|yalls|all|of|further|future|daily|check in|so many)){{0,4}} (?:{_TEXTS}
      |get these anymore)
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
    remove (?:me|my number|my name|this number|my phone)(?: please)?(?:$| from| off)|delete my number
    (?:lose|loose|forget|erase|remove|delete) (?:my|this) (?:number|phone number)|forget you ever had this number
    leave my (?:phone|number) alone|leave me alone with (?:these|the|your) (?:{_TEXTS})
    unsub(?:scribe|scribed|cribe)?(?: (?:me|please|now|from))?$
    (?:unsub|unsubscribe|unsubcribe|unsuscribe) (?:me|from|us|this|please)
    (?:want|like|trying|how do i|how can i|can i|please|need) (?:to )?(?:unsubscribe|unsub|opt out|get off this list
      |get off the list|get off your list)
    opt (?:me |us |my number )?out|opting out|cancel (?:my |the )?(?:subscription|subscribtion|text thing)
    (?:quit|stop) it with (?:the|these|your|all these) (?:{_TEXTS})
    ^(?:please )?(?:cancel|end|stop|no more of) (?:these|this stuff)(?: please)?$|please (?:kindly )?stop sending$
    (?:quit|stop) getting these$|not trying to get these (?:{_TEXTS})|^stop por (?:favor|dios)
    (?:do not|no need to) send (?:me |us )?(?:no more|any more|any)(?: of (?:these|those|them))?(?:$| on my)
    (?:please|kindly) (?:kindly )?(?:cease|discontinue|desist)(?: (?:this|these))?$
    (?:wish|want|care|need) to (?:receive|get) (?:these|them|this|those)(?: anymore| any longer)?$
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
    would like to be (?:removed|taken off)|(?:remove|take) [0-9]{{3}} ?[0-9]{{4}}(?: (?:off|out|from)|$)
    (?:take|remove|get) (?:the|his|her|my|this)(?: (?:late )?[a-z]{{1,12}})? number (?:off|out|away|from)(?! my phone)
    (?:remove|take) (?:me|him|her|us) (?:off|out|from)(?: of)? (?:the|your|these) (?:{_TEXTS})
    take me off(?: of)? (?:this|these)$|checking in on me by text
    \\A(?:stp|sotp|stpo|stopp|stoop|s t o p|cancle|qiut)(?: please)?\\Z|\\Astop(?: [.,]? ?stop){{1,3}}\\Z
    (?:un ?enroll|deactivate|unlist|discontinue|strike|wipe|delist) (?:me|my|this|messages|service)(?: (?:number
      |phone|name|info))?(?: from| off| please|$)
    (?:not|rather not|no longer) (?:want to )?hear from (?:this|you|yall|your)|(?:revoke|withdraw) (?:my )?consent
    do not (?:keep|bother) (?:texting|messaging|sending)(?! (?:any|some)? ?(?:help|police|cops))
    leave off (?:texting|messaging)
    do not hit me up (?:no more|anymore|again)|do not want to be (?:a )?part of this$
    (?:want|be|get me|take me|^) ?off (?:of )?(?:yalls|you alls|your|the|this) (?:list|text (?:thing|list))$
    end (?:this|my) subscription
    (?:stop|quit) (?:texing|mesaging|messageing|texring)|(?:send|text) (?:me )?nothing else
    (?:will not be needing|no longer needs?|not need) (?:the|these|this|your) (?:{_TEXTS}|service)(?: any ?more
      | any longer|$)
    ^block me$|(?:going to|about to|will|gonna) block (?:this|you|your|yall)
    report(?:ing)? (?:this number|you) if you (?:text|message)|next (?:text|message) i get
    no need to (?:keep )?(?:text|texting|message|messaging|send(?! (?:any|some|help|no)))|get me off of here
    want out of (?:this|the|your) (?:text|list)
    not interested (?:in )?(?:stop|getting|these|your) ?(?:texting|texts?|messages?)?|shoot these texts
    (?:i|you can) stop sending (?:them|em|these|it)|do not need the (?:{_TEXTS})|please stop these
    keep(?:s)? buzzing stop|(?:want|turn) them off(?: for good)?(?= [.,]? ?the messages)
    (?:texts|messages) ~~ [.,] (?:so )?(?:stop|quit)$|stop these$|not write (?:me )?(?:anymore|back)
    ^(?:please |pls |ok |hey )?stop (?:please|now|now please|already|thanks|thank you)$|^please stop$
    ^stop stop(?: stop)?$|^(?:i want to |please )?(?:be )?(?:removed|unsubscribed)(?: please)?$
    (?:do not|not) want (?:any )?more of (?:these|them|this)|done getting (?:these|them|your)
    (?:would )?(?:rather|prefer) (?:not|you not|that you not|you did not|you do not|if you did not)(?: to)? (?:get
      |receive|text
      |message|hear from|send)(?: (?:me|these|them|this|any|you|us|anymore))
    can you (?:like |please |just )?not text me|like not text me|can i be taken off
    (?:quit|stop) sending$|(?:cut|shut) these off|\\Aturn it off\\Z|how (?:do|can) you (?:turn|shut
      |switch) (?:this|these
      |it|them) off
    take me (?:off|out) (?:now|please|altogether|of it|of this (?:group|thing|damn thing)|of yalls group)
    take me off [.,]|need to take me off$|^(?:please )?take me (?:off|out)$|get me off (?:of )?this$
    \\A(?:please )?(?:remove|discontinue|delete me|remove me)(?: please)?\\Z
      |not interested (?:anymore )?[.,]? ?(?:please )?remove
    please remove (?:it|this)$|remove it from your|delete me$|erase me (?:from|off)|(?:yall|you
      |ahead and) (?:can )?drop me$
    drop me from (?:it|this)(?:$| (?:list|thing))|let me go from the list
    (?:close|forget|strike|remove) (?:his|her|my|this) number$|my number(?: (?:is|be))? (?:struck|removed
      |taken off)
    number (?:is |be )?(?:removed|taken off)|cut it out with (?:the|these|your)|off with the (?:daily )?(?:texts
      |messages)
    ^(?:please )?cease (?:contact|and desist)|discontinue (?:the |this )?(?:service|messages|texts)|(?:to be
      |please be) unsubscribed
      |un subscribe (?:me|my)
    (?:come|leave|be) off (?:of )?(?:the|your|this) (?:text )?list|leave (?:the|your|this)(?: [a-z]{{1,10}})? list
    not send (?:these |this )?to this phone|make (?:these|them) quit|make these stop|get these to (?:quit|stop)
      |to not get these
    make (?:this|these|it) end for good|word to get off|not want (?:this|them|these) on (?:it|the|my)
    (?:i|ill) (?:will )?block (?:this number|you) if|i am blocking (?:you|yall|this)|stpo texting
    not need these (?:no more|anymore)|these to end|(?:no more|quit) of these|shut my account down|take (?:it
      |this) off your list
    (?:please )?no more (?:texts|messages|of these)|do not send me (?:another|any more)(?: one)?(?: of these)?$
    end (?:it|them|this) (?:please|pls)$|withdraw from (?:the|this|your) text
"""
_SPANISH = f"""
    (?:ya )?no (?:mas|quiero|necesito)(?: (?:mas|los|sus|estos|recibir|de)){{0,3}} (?:texts|messages)
    ^no (?:texts|messages)(?: please)?$
    (?:no|ya no|nunca)(?: (?:mas|quiero|kiero|deseo|necesito|queremos|me interesan?))?(?: (?:recibir|que me lleguen
      |mas|los|sus|estos|tus|de|esos|ningun|tantos)){{0,4}} (?:{_TEXTOS})
    (?:no|ya no)(?: (?:me|nos))?(?: (?:vuelvan|vuelva|sigan) (?:a )?)? ?(?:escriban?|escribas|texteen?|textees
      |textes|contacten?|contactes|escribir|escribirme|contactar|molesten con|manden|mandes|envien|mande)(?: (?:mas
      |nada|ya|por favor|nunca|a este numero|otra vez|{_TEXTOS}|(?:mas |los |sus |estos |tantos )(?:{_TEXTOS})))?$
    (?:no|ya no)(?: (?:me|nos))? (?:manden|mandes|envien|mande|sigan mandando|escriban|escriba|texteen
      |contacten)(?: (?:mas|los|sus|estos|tantos|esos|nada de)){{0,3}} (?:{_TEXTOS}|mas|nunca|por favor)
    no (?:vuelvan|vuelva) a (?:escribir|mandar|textear|contactar)
    (?:dejen?|deja|deje|paren?|pare|(?:parale|parenle)(?: a)?|pongan|basta|ya basta|stop|cancelen?
      |cancelar|cancelo|cancela|quiten|quitar|terminen|suspendan)(?: (?:de|con|los|sus|estos|mis|ya|mandar
      |mandarme|enviar|enviarme|molestar con|recibir|esos)){{0,4}} (?:{_TEXTOS})
    (?:dejen?|deja|deje|paren?|pare) de (?:escribirme|escribir|textearme|mandarme|textear|enviarme|contactarme
      |molestarme con)(?! listas?)
    (?:quitenme|quiteme|quitame|borrenme|borreme|eliminenme)(?: (?:ya|por favor))?(?:$| (?:de|del|ya)(?: (?:aqui
      |esto|todo)))
    (?:quitenme|quiteme|quitame|saquenme|saqueme|sacame|borrenme|borreme|eliminenme)(?: (?:ya|por favor))? (?:de
      |del)(?: (?:esta|la|su|esa|sus|esto de))? (?:lista|{_TEXTOS})
    (?:quiten|quite|borren|borre|eliminen|elimine|saquen|pierdan|pierda|olviden) (?:mi|este) (?:numero|nombre)
    (?:denme|deme|darme|doy|dar) de baja
    como (?:me salgo|cancelo|hago para que ya no|le hago para que ya no|me doy de baja)
    me salgo de (?:esto|la lista)
    no (?:pedi|solicite) (?:estos|sus|los|ningun) (?:{_TEXTOS})|siguen? (?:llegando|mandando)(?: ~)? (?:{_TEXTOS})
    (?:voy|vamos) a bloquear|los bloqueo|me cobran cada mensaje|ya dije que no
    ya les dije que no me (?:escriban|manden)|que ya no me (?:lleguen|manden|escriban)|ya no manden$
    no me apunte a esto|no (?:quiero|quiere|deseo|queremos) recibir (?:nada|cosas|lo)(?: mas)?(?: de (?:ustedes
      |uds|aqui))?$
    no me (?:manden|escriban|envien) nada(?: mas)? de|no me lleguen (?:mas )?(?:{_TEXTOS}|cosas)
    dejen de (?:fregar|molestar|chingar)$|\\A(?:ya )?paren(?: ya)?(?: por favor)?\\Z|desuscrib(?:ir|irme|anme)
    (?:cancelar|cancelen) (?:mi|la) suscripcion|dame de baja|(?:solicito|pido) la baja|\\Abaja por favor\\Z
    ya no (?:los|las) (?:quiero|necesito|ocupo) [.,]|que me quiten de (?:la|su) lista|quiero salirme de (?:esto|la)
    (?:retirar|fuera) (?:el|mi|este) numero|parar (?:los?|sus|estos) (?:text|textos|mensajes|texts)
    (?:bloqueados|los bloqueo) si|los voy a reportar|no ocupo que me (?:esten )?(?:mandando|manden|escriban)
    borra(?:r|n)? mi (?:contacto|numero)
    no quiere (?:recibir )?(?:mas |sus |los |estos )(?:{_TEXTOS})|no quiero que me lleguen (?:cosas|mas)
    ya no necesito que me (?:escriban|manden|texteen)|para de (?:escribirme|mandarme|textearme)
    alto a (?:los|estos|sus|tantos) (?:{_TEXTOS})|ya estuvo con (?:los|sus|tantos) (?:{_TEXTOS})
    (?:quitar|borrar|sacar|eliminar) (?:mi|este) (?:numero|nombre) de
    (?:pide|pido|quiero|solicito) (?:la |mi )?baja de (?:esta|la|su|sus)|^cancelen esto(?: por favor)?$
    (?:saquenme|saqueme|sacame|sakenme|saquen|saquenlo|quitame|quiteme|quitenme|quitenlo|borrenme|borrame|remuevanme
      |quiten)(?: ya)? (?:de|d|del)(?: (?:la|su|el|ese))? ?(?:ahi|aqui|alli|lista|sistema|list|grupo|programa
      |contactos)
    (?:pueden|puede|podria|podrian) (?:sacar|quitar|borrar)(?:me)? (?:de|del|mi numero)|favor (?:de )?(?:eliminar
      |borrar)(?:lo)?(?: mi)?
    (?:borren|cancelen|canselen|eliminen) mi (?:cel|celular|numero|telefono)|(?:quitenlo|saquenlo
      |borrenlo)(?: por favor)?$
    (?:no|nunca mas) (?:me )?(?:sigan|sigas) (?:mandando|escribiendo)|(?:ya )?no (?:me )?manden (?:nada mas|mas nada
      |otro|nada$)
    no (?:quiero|autorizo|deseo) que me (?:escriban|manden|texteen|textien|esten)|(?:ya )?no me textien
      |nunca mas me escriban
    (?:ya )?no hace falta que me (?:texteen|escriban|manden)|no me tienen que (?:mandar|escribir)
    (?:prefiero|preferiria|quisiera) (?:que (?:ya )?no me (?:lleguen|llegaran|escriban|escribieran|manden)|no recibir)
    retiro mi (?:permiso|consentimiento)|alto con (?:los|sus)|terminen con esto|como se quita esto|se puede apagar esto
    (?:paren|dejen) de (?:mandar|joder con)|hasta aqui llegue con (?:los|sus)|dejenme en paz con (?:sus|los)
      |fuera de mi telefono
    olvidense? de (?:mi numero|mandarme)|yo (?:nunca|no) (?:me apunte|pedi) (?:en |a )?esto|(?:ya )?no (?:ocupo
      |quiero) que me esten
    no deseo seguir recibiendo|no (?:quiero|deseo) (?:estar en|ser parte de) (?:su|la|el) (?:programa|lista)
    (?:que palabra|donde le pico|como le hago)(?: ~)? (?:para|pa) que (?:ya )?no (?:me )?lleguen
"""
WISH = one_of(_ENGLISH + _SPANISH)

# Somebody else's texts, a wish for a human, or a life to stop rather than a text.
NOT_ABOUT_US = one_of(
    """
    (?:he|she|they|him|her|ex|exes|boyfriend|girlfriend|husband|dealer|plug|my (?:<kin>|boss))(?: (?:says|said|will|do
      |does|did|can|to|would|just|please|the|not|never|keeps?|is|has|my|is not|s)){0,4} (?:stop|stopped|stopping|quit
      |block|keep|text|texting|send|sending)
    (?:stop|quit|block) (?:texting|messaging|contacting|writing) (?:my|him|her|them|that|the)(?! (?:phone|number))
    (?:stop|quit) (?:sending|texting|messaging)(?: me)?(?: (?:the same|these|those|all these))? (?:lists?|links?
      |places?|numbers?|resources|the same|phone numbers)
    (?:mandes|manden|mande|mandarme|mandar)(?: (?:mas|puras|esas))? (?:listas?|lugares|numeros|links?)
    (?:can|could) (?:somebody|someone|anybody|we|you|yall)(?: ~~)? (?:call|talk|phone)|over the phone|ring me
    can a (?:coach|person)|in (?:spanish|english)|en (?:ingles|espanol)|(?:not|never) (?:stop|quit) (?:texting
      |messaging)|to my email|el cable|a (?:judge|gym)|order of protection|told my (?:[a-z]{1,10} ){0,2}(?:<kin>
      |plug|dealer|boss)|me dijo|dice que|indeed
    group chat|that do(?:es)? not want (?:em|them)|que no mande$|delete my number if
    unsub(?:scribe)? from (?:life|<drugs>)|mi ex(?: ~)? (?:deja|deje|para|escrib)|(?:el|ella) no deja de
    (?:cancel|end) (?:my )?(?:appointment|appt|lease|insurance)
    (?:lo que|nomas) (?:quiero|ocupo|necesito) es|(?:pasame|paseme|pasenme|ponme|poneme|comunicame|comuniqueme
      |comunicenme) (?:a|con)|(?:hablar|platicar) con (?:alguien|una persona|un humano|un coach)
    (?:give|get|send|put|want|need|let me talk to|talk to) (?:me )?(?:on )?(?:with )?(?:a|an actual|a real|somebody
      |someone) ?(?:real |live |actual )?(?:human|person|coach|somebody|someone|people)?(?: (?:real|live))?$
    quiero que me llame|(?:a|an)(?: [a-z]{1,8})? (?:human|person|human being)(?: being)? to (?:call|talk|ring|help)
      |need a person
    have (?:someone|somebody|a person|a coach) call|yo pedi (?:trabajo|ayuda|casa|comida)|lo demas si
    no need to send (?:the|an) (?:address|list|link)|have to (?:quit|stop) texting|(?:he|she|they) said (?:it is
      |its) over
    (?:daughter|son|mother|mom|dad|sister|brother|ex|wife|husband) (?:texted|wrote)|using buddies|telcel|gmail
      |telemarketers?
    (?:no|please) do not take me off|no para de escribirme
    """
)
