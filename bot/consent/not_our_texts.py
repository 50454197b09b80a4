"""What sounds like "no more texts" and is none."""

from __future__ import annotations

from bot.safety.pieces import one_of

# Somebody else's texts, a wish for a human, or a life to stop rather than a text.
NOT_ABOUT_US = one_of(
    """
    (?:he|she|they|him|her|ex|exes|boyfriend|girlfriend|husband|dealer|plug|my (?:<kin>|boss))(?: (?:says|said|will|do
      |does|did|can|to|would|just|please|the|not|never|keeps?|is|has|my|is not|s)){0,4} (?:stop|stopped|stopping|quit
      |block|keep (?:on )?(?:texting|messaging|sending|writing|calling|contacting)|text|texting|send|sending)
    (?:stop|quit|block) (?:texting|messaging|contacting|writing) (?:my|him|her|them|that
      |the)(?! (?:[a-z]{1,10} )?(?:phone|number|line)
      | [a-z]{1,10} (?:at this (?:number|phone)|[.,] (?:he|she) is (?:[0-9]|a kid|a minor)))
    (?:stop|quit) (?:sending|texting|messaging)(?: me)?(?: (?:the same|these|those|all these))? (?:lists?|links?
      |places?|numbers?|resources|the same|phone numbers)
    (?:mandes|manden|mande|mandarme|mandar)(?: (?:mas|puras|esas))? (?:listas?|lugares|numeros|links?)
    (?:can|could) (?:somebody|someone|anybody|we|you|yall)(?: ~~)? (?:call|talk|(?<!this )(?<!my )phone)
      |over the phone|ring me
    can a (?:coach|person)|in (?:spanish|english)|en (?:ingles|espanol)
      |(?<!you do )(?<!yall do )(?<!you will )(?<!yall will )(?:not|never) (?:stop|quit) (?:texting|messaging)
      |to my email|el cable|a (?:judge|gym)|order of protection|told my (?:[a-z]{1,10} ){0,2}(?:<kin>|plug|dealer
      |boss)|me dijo|dice que|indeed
    group chat|that do(?:es)? not want (?:em|them)|que no mande$|delete my number if
    unsub(?:scribe)? from (?:life|<drugs>)|mi ex(?: ~)? (?:deja|deje|para|escrib[a-z]{1,6})|(?:el|ella) no deja de
    (?:cancel|end) (?:my )?(?:appointment|appt|lease|insurance)
    (?:lo que|solo) (?:quiero|necesito) es|(?:pasame|paseme|pasenme|ponme|poneme|comunicame|comuniqueme
      |comunicenme) (?:a|con)|(?:hablar|platicar) con (?:alguien|una persona|un humano|un coach)
    (?<!not )(?<!not want to )(?:give|get|send|put|want|need|let me talk to|talk to) (?:me )?(?:on )?(?:with )?(?:a
      |an actual|a real|somebody|someone) ?(?:real |live |actual )?(?:human|person|coach|somebody|someone
      |people)?(?: (?:real|live))?$
    quiero que me llame|(?:a|an)(?: [a-z]{1,8})? (?:human|person|human being)(?: being)? to (?:call|talk|ring|help)
      |need a person
    have (?:someone|somebody|a person|a coach) call|yo pedi (?:trabajo|ayuda|casa|comida)|lo demas si
    no need to send (?:the|an) (?:address|list|link)|have to (?:quit|stop) texting|(?:he|she|they) said (?:it is
      |its) over
    (?:daughter|son|mother|mom|dad|sister|brother|ex|wife|husband) (?:texted|wrote)|using buddies|telcel|gmail
      |telemarketers?
    no para de escribirme
    (?:(?<!yall )(?<!you )do not|not to|(?<!yall )(?<!you )never) (?:take|remove|drop|delete|lose|loose|forget|erase
      |close|cut|kick)(?: off)? (?:me|us|(?:my|this) (?:name|number|phone|spot))(?! back)
    did(?: ~)? (?:lose|loose|forget|erase|delete) (?:my|this) number
    (?:(?<!yall )(?<!you )(?<!they )do not|^never|not to|not want to|not ready to) (?:stop|quit|end|cancel|pause|kill
      |lose|turn off) (?:sending|the|these|my|your|getting|receiving|checking|writing|daily)
    (?:(?:they|he|she|hed|shed|theyd|theyll)(?: (?:will|would|can|could|wants?|wanted|is|are|trying|tries|going|about
      |has|had|have|may|might|not|to|do|does|did|needs?|just|said|let|should)){0,5}|(?:doctor|doc|dr|clinic|psych
      |nurse|counselor|therapist|caseworker|staff|provider|prescriber|insurance|po|p o|officer|judge|landlord|cps|court
      |medicaid|program|shelter|mom|sponsor)(?: (?:will|would|can|could|wants?|wanted|is|are|trying|tries|going|about
      |has|had|have|may|might|not|to|do|does|did|needs?|just|said|let|should)){1,5}) (?:take|taking|get|remove
      |removing|drop) me(?: off| out| from|$)(?! (?:of )?(?:your|yalls|this (?:list|text)|these|the text))
    (?:get|take) (?:me|us) out (?:of )?the system|need (?:someone|somebody|anybody|help) to (?:get|take) me off
    do not text (?:[.,] )?(?:just |please |only )?call|(?:home|here|watching|around)(?: now
      | right now)? [.,]? ?(?:please )?do not text
    (?:he|she|they|dude|everybody|everyone|(?:my|all my) (?:<kin>|family|boss|coach|po)) (?:said|says|say|told me
      |tells me|wrote|wrote me|texted|texted me)(?: to| that| like)?(?: me)? (?:do not|never|stop|quit|lose|delete
      |forget|leave|ill block|i will block)(?!(?: [a-z]{1,10}){1,2} (?:this|our|his|her) (?:phone|number|line))
    (?:why|did|have|why did) (?:you|yall|you all) (?:just |already |all )?(?:remove|take|drop|delete|stop|quit
      |kick) (?:me|texting|sending|messaging|writing|checking)
    (?:how come|why) (?:you|yall)(?: all)? (?:do not|never)|why do not (?:you|yall)(?: all)? (?:text|write|message
      |contact|check)
    ^(?:so |and )?you do not (?:even )?(?:text|write|message) me|my (?:coach|counselor|therapist|case ?worker
      |lawyer) quit
    (?:stop|quit|do not) (?:texting|messaging|text|message|writing|write) me (?:so (?:early|late|fast|much|often|many)
      |before|at night|when|while|until|till|between|during|tomorrow|in the|after (?!today|this)|the same)
    [.,] (?:evenings?|nights?|mornings?|weekends?|after [0-9]{1,2}|before [0-9]{1,2})(?: (?:is|are))? (?:ok|fine|good
      |better)
    (?:what happens|will i|do i|can i)(?: ~~)? if i (?:opt out|unsubscribe|text stop|say stop)|(?:my|the) old number
      |list of (?:people|folks|banned)
    (?:him|her|them|my (?:[a-z]{1,10} )?(?:<kin>|boss|dealer|plug)) (?:to|needs to) cut it out
    no (?:me )?(?:manden|escriban|envien)(?: mas)?(?: (?:textos?|mensajes?))? (?:de noche|en la (?:noche|manana|tarde)
      |(?:despues|antes) de las|cuando|mientras|tan temprano|tan tarde)
    no de recibir|(?:drinking|using|smoking|drugs|dope|weed|meth|it)(?: ,)? not (?:stop |quit |getting )?(?:your|these
      |the|yalls) (?:texts|messages)
    (?:tomar|beber|usar|fumar|consumir|drogas?|bebida|vicio|alcohol)(?: ,)? no (?:de )?(?:dejar |parar )?(?:los|sus
      |estos) (?:mensajes|textos)
    que mi [a-z]{1,10}(?: ~)? no me (?:mande|escriba|textee)|no (?:me )?quiero (?:cancelar los|parar los
      |dar(?:me)? de baja|salir(?:me)? de la lista|dejar de recibir)
    (?:wait|waiting|housing|shelter|bed|beds|voucher|section 8|transplant|trespass|banned) ?list|waitlist
    list (?:for|at) (?:a |the )?(?:section|housing|beds?|shelter|detox|rehab|rooms?|apartments?|apt|place)
    (?:off|from|out of)(?: of)? (?:the|my|his|her|our|this|that|a|any|their)(?: (?:light|water|gas|electric|sex
      |offender|old|family|court))? (?:lease|bills?|eviction|registry|loan|title|deed|birth certificate|mortgage
      |warrant|utilities|contract|rent|apartment|house|home)
    opt(?:ing|ed)?(?: me)? out of (?:my|his|her|their|a|treatment|rehab|medicaid|school|therapy|(?:the|this) (?:group
      |plea|class|classes|plan|study|insurance|work|house))
    not let me take my name
    (?:not|never) (?:want|need|ask for|asked for)(?: (?:any|more|the|your|just|a)){0,2} (?:texts?|messages?
      |texting) [.,]? ?(?:but )?i (?:just |really )?(?:need|want|asked for)(?! (?:you|yall|out|off|to (?:stop|be|opt
      |unsubscribe|get off|cancel|end|not)|them|these|it|this|no|my|nothing|sleep|peace|quiet))
    (?:can|could|may|let) (?:i|me|we) (?:please |just )?(?:speak|talk) (?:to|with) (?:a|an|some|somebody|someone
      |anyone|anybody|my coach|the coach)
    (?:just|instead|please|better|rather you|can you|could you|you can|need to|[.,]) call me(?! (?:again|anymore
      |no more|or|names|a|either))
    call me (?:instead|asap)|(?:just|please) call(?: please)?$
    (?:yall|you|you all) never (?:ever )?(?:text|message|contact|write|call)(?: me)?(?! (?:me )?(?:again|no more
      |anymore))
    (?:yall|you all|you) (?:do not|never|did not|have not) (?:text|write|message|call|answer)(?: me)? back
    (?:they|he|she|nobody|no one|my (?:[a-z]{1,10} )?(?:<kin>|coach|counselor|caseworker|therapist|lawyer|family|po)
      |the (?:coach|counselor|shelter|clinic|place|court|program|people|office))(?: (?:just|still|even|really
      |also))? (?:never|do not|does not)(?: even| ever)? (?:text|message|contact|write|call) (?:me|us|back)
    (?:why|did|have)(?: (?:did|have))? (?:the|your|my|all the|all my)(?: daily)? (?:texts?|messages?|check ?ins?
      |reminders?)(?: just| all)? (?:stop|quit|end)
    (?:got|had|has|have|received|there (?:is|are|was|were)) no more (?:texts?|messages?)
    get no more (?:texts?|messages?) (?:from my|since|after|why)
    (?:can|could|should|do|did|if|when) i (?:stop|quit) sending|stop (?:the |these |all |getting )?spam (?:calls?
      |callers?|mail)|done with (?:my|todays)(?: daily)? check ?in(?:$| (?:what|now|today))
    check ?ins? with (?:my |the |a )?(?:po|p o|probation|parole|officer|court|judge|doctor|case ?worker)
    (?:this|these|it|them) (?:off|out|stop|quit|end|to stop|to quit|to end)(?: (?:the|my|in|all|this|your|i|mean
      |inside)){0,3} (?:head|brain|mind|thoughts?|voices|cravings?|urges?|pain|nightmares|flashbacks|shakes|sweats|gas
      |water|lights?|smoke|alarms?|stove)
    (?<!i get )(?:this|these|it|them)(?: (?:off|out|stop|quit|end|to stop|to quit|to end))? [.,] (?:the|i mean
      |i mean the|all the
      |all|these)? ?(?:thoughts?|voices|cravings?|urges?|pain|nightmares|flashbacks|shakes|sweats|chills|seizures
      |infections|panic|gas|lights?|smoke|pills|drugs|headaches?)
    these (?:voices|thoughts|cravings|urges|nightmares|seizures|shakes|headaches|pains)|drop off (?:needles|sharps
      |these)
    donate (?:these|them|it)|take donations
    debt people|(?:debt|bill) collectors?(?: ~)? (?:stop|quit)
    no (?:me|nos) (?:borren|quiten|saquen|quitaran|sacaran|eliminen)|no (?:borren|eliminen|pierdan|olviden|quiten) mi
    no (?:quiero|quisiera) que (?:me |nos )?(?:quiten|saquen|borren|dejen|paren)|no (?:dejen|paren|dejes|pares
      |deje) de
    (?<!numero )(?<!esto )(?<!celular )no (?:deja|dejan|para|paran) de (?:escribir|mandar|contactar|molestar)(?:me)?
    lista de (?:espera|vivienda|camas?|albergues?|casas?|agresores|seccion|registro)
    (?:van|va|quieren|quiere|iban|iba|vayan)(?: a)? (?:dar|darme) de baja(?! de (?:la lista|sus|los))
    baja (?:de|del|en|por) (?:la |el |mi )?(?:vida|escuela|medicaid|seguro|trabajo|vivienda|estampillas|renta|clases?
      |enfermedad|embarazo|universidad|ejercito|iglesia|medicare)
    (?:de|del|de la|de el|de mi) (?:contrato|lease|renta|biles?|deuda|titulo|carro|registro|apartamento|luz|cargo)
    (?:<drogas>)(?: ~)? ya no l[ao]s|(?:textos?|mensajes?) [.,]? ?(?:yo )?(?:solo )?(?:quiero|necesito) (?:una?|ayuda
      |comida|casa|cama|trabajo|hablar|que (?:alguien|me llamen?|una persona))
    (?:mejor|solo) (?:me )?(?:llamen(?:me)?|llamame|llameme|llaman)|[.,] (?:por favor )?(?:llamenme|llamame|llameme)
    (?:stop|quit) check ?ins? (?:on )?(?:his|her|him|their|them|that|if|whether|the|my|every)|(?:list|lista) (?:for
      |para)(?! (?:these|the texts|texts|this|messages|your|no|recibir|los|mensajes|textos))
    un ?sub(?:scribe)? from (?!(?:this|these|those|your|yalls|you|the|all|it|here|there|getting|receiving|texts?
      |messages|everything|ya|u)(?![a-z]))[a-z]{1,20}
    (?:make|get) (?:a|an|the|my|that|some|this)(?! (?:program|number|text|texting|thing|line|bot|service|machine
      |robot))(?: [a-z]{1,12}){1,3} (?:quit|stop|to quit|to stop) (?:texting|calling|messaging|sending|writing)
    (?:if|when|once|after) i (?:get|come|go|am) off (?:of )?(?:this|the|your) (?:list|text)
    told (?:him|her|them|the|my|that|this)(?: [a-z]{1,12}){0,3} to (?:lose|forget|delete|block) (?:my|this)
    (?:notifications?|alerts|subscription|account|emails?|internet|texts?|messages?|reminders|cuenta|mensajes
      |textos|avisos|notificaciones)(?: ~)? (?:for|from|of|with|de|del) (?:my |the |mi )?(?:facebook|fb
      |instagram|tiktok|hulu|netflix|spotify|youtube|snapchat|twitter|whatsapp|linkedin|amazon|walmart|temu|ebay
      |spectrum|comcast|xfinity|verizon|t mobile|chase|wells fargo|planet fitness|doordash|uber|lyft|cash app|venmo
      |paypal|directv|sirius|yahoo|tinder|disney|peacock|onlyfans|grindr|metro pcs|email|e mail|bank|landlord
      |dealer|game|games|job|indeed|school app)
    (?:unsubscribe|un subscribe|cancel|cancelo|cancelar|opt out|turn off|stop|quit|delete
      |get off)(?: ~)? (?:facebook|fb|instagram|tiktok|hulu|netflix|spotify|youtube|snapchat|twitter|whatsapp
      |linkedin|amazon|walmart|temu|ebay|spectrum|comcast|xfinity|verizon|t mobile|chase|wells fargo|planet fitness
      |doordash|uber|lyft|cash app|venmo|paypal|directv|sirius|yahoo|tinder|disney|peacock|onlyfans|grindr|metro pcs)
    (?:lo|la|los|las) doy de baja|(?:he|she|they) (?:will not|never|does not|would not|can not)(?: ~)? leave my phone
    (?:manden|mandes|mande|mandarme|mandar|enviarme|envien|enviar)(?: (?:mas|puros|puras|tantos|tantas|los|las|esos
      |esas|otro|otra|de esos|de esas|a)){0,2} (?:trabajos?|listas?|direcciones|direccion|lugares|casas|camas|citas
      |albergues?|numeros|links?|papeles|juntas|empleos?|shelters?|iglesias?|comida|recursos|opciones|refugios?
      |clinicas?|formularios?|apartamentos?)
    (?:para que|pa que|como hago que|hacer que|quiero que|que) (?!ustedes|ya |uds|me |por favor|dejen
      |deje |no )(?:[a-z]{1,10} ){1,3}(?:deje|dejen|pare|paren) de (?:mandar|escribir|llamar|textear|enviar
      |molestar)(?:me|nos|le)?
    (?:textos?|mensajes?)(?: ~)? [.,]? ?(?:yo )?(?:mejor |solo )?(?:quiero|necesito|prefiero|ocupo) (?:voz
      |llamadas?|una llamada|que me (?:hable|hablen|llamen|llame|marquen)|hablar)
    i mean not stop|not stop just|cuando (?:lo|los|esto) lean|no (?:mas|quiero) (?:textos
      |mensajes) [.,] (?:llamenme|marquenme|hablenme)
    (?:stop|quit) check ?ins? on(?! me| us)
    texting and driving|(?:number|me|texting) (?:i|she|he) (?:told|said to|said) (?:him|her|them|my)
    do not send (?:me )?anything (?:with|in|that|past|far|over|near|about|like|to my)(?! (?:this|these|future))
    (?:off|from|out of)(?: of)? (?:the|my|your) (?:ride|van|bed|stroller|detox|job|pantry|food|christmas|class|meeting
      |visitors?|visit|guest|clinic|drug|med|medication|transport|toy|coat|cleaning|chore|prayer|guest) list
    (?:turn|turning) (?:off )?(?:the |my )?notifications?(?: off)? (?:on|for|at|from|until|when) (?!(?:you|yall
      |this (?:list|line|number|sender)))[a-z]{1,20}
    no need to send (?:a|an|the|anyone|someone|somebody|him|her|police|cops|that one)
    bother (?:sending|texting|messaging) (?:me (?:there|to|back|that|the)|him|her|them|my)
    (?:consent|permission|authorization) (?:for|to|of) (?!(?:be |get |receive )?(?:forget|remove|texts?|texted
      |texting|messages?|messaged|messaging|contact|contacted|these|this|receive|you|yall))[a-z]{1,20}
    (?:permiso|consentimiento) (?:de|a|para) (?!(?:recibir|mandar|mandarme|mensajes|textos|que me|que usen|enviar
      |enviarme|contactar|contactarme|escribirme|sus|los))[a-z]{1,20}
    (?:(?<!case is )closed|dead number|cerro|cerraron|no sirve|malo|turned me away|out of service
      |disconnected)(?: ~)?(?: [.,])?(?: please| so)? (?:remove|take|delete|quitenlo|borrenlo|quiten|saquenlo)
    keep my name (?:off|out)(?: of)? (?:your system|the system|the records|your records|any records|it|this)
    de baja (?:a |de |del |en )?(?:el |la |los |mi |un |al )?(?:gimnasio|gym|luz|agua|gas|carro|internet|cable
      |tarjeta|cuenta|banco|renta|troca|negocio|clase)
    (?:mandarme|mandarnos|manden) (?:al|a (?:la|el|los|las|otro|ese|esa|un|una|iglesia|casa))(?! (?:numero
      |celular|telefono))|prefiero que me (?:llamen|hablen|marquen)
    (?:mensajes|textos|manden|escriban) (?:ahora|hoy|en este momento|por ahora)(?: [.,])? (?:luego|despues
      |mas tarde|el esta|ella esta|estoy|ando|esta aqui)
    (?:mi (?:<pariente>|suegra|patron)|el|ella|cobrador(?:es)?|un (?:tipo|vato|senor)) (?:me |nos )?(?:sigue|siguen
      |manda|mandan|escribe|escriben|no para|no paran) (?:mandando|mensajes|textos|escribiendo|de)
    deje de (?:escribirme|mandarme|textearme)(?: (?:textos|mensajes))? mi (?:<pariente>|suegra)
    (?:texts?|messages?|voices|mensajes?|textos?) (?:in|inside|from|del|de|desde) (?:my|the|la|el|mi)? ?(?:head|tv
      |walls?|radio|diablo|devil|god|tele|cabeza)
    (?:text|message|mensaje|texto) (?:from|de) (?:my|his|her|mi|su)|ankle monitor|tracker|tracking
      |se (?:me )?perdio|numero (?:esta|era) mal
    (?:numero|cuenta) (?:de|del) (?!(?:su|sus|la|esta|celular|telefono|ahi|aqui|ustedes|todo|esa|ese|los|tu|mi|el
      |telefonos|una|por|inmediato)(?![a-z]))[a-z]{1,20}
    tell them to (?:stop|quit)|ventilator|mi amor|lugar cerrado|decia cerrado|in my head|mensajes del diablo|(?:dije
      |quiere|quieren) que ya no (?:me|le)
      |(?:not (?:mean |want )?to|meant to|mean to|interested in) unsubscribe
    (?<!yall )(?<!you )do not unsubscribe|not trying to (?:unsubscribe|get off|stop the)|(?:did|do) not mean (?:to
      )?(?:take|get|stop|unsubscribe)
    """
)
