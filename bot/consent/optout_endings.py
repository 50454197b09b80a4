"""Wishes in two clauses: one names our texts, or this phone as a wrong one; another says "take it off", "quítenlo".

Neither is a wish by itself ("your texts help me", "please stop"); together they are plain to any reader.
The language of the patterns: :mod:`bot.safety.pieces`.
"""

from __future__ import annotations

_TEXTS = "texts?|messages?|msgs?|reminders?|alerts?|notifications?|check ?ins?|pings?"
_TEXTOS = "textos?|mensajes?|mensajitos?|recordatorios?|avisos?|notificaciones|notificacion"
_PHONE = "phone|number|line|cell|tablet|ipad|telephone"

NAMED = f"""
    (?:your|yalls|you alls|these)(?: [a-z]{{1,12}})? (?:{_TEXTS})
    (?:you|yall|you all|you people|ya will)(?: (?:keep|just|are|all|still|been|have|always|only|was|were
      |people)){{0,3}} (?:text|texted|texting|messaged|messaging|buzzing|blowing|sending|sent|popped|popping)
    (?:still|keep|keeps|been|now) (?:getting|receiving|texting) (?:these|them|your|recovery|me)|on the texts
    (?:never|not|did not) (?:sign|signed) up|(?:signed|put) (?:me|us) (?:up|on here|on this)|(?:signed
      |put) my number
    (?:not|never|nobody)(?: ever)? (?:ask|asked) for (?:this|these)|wrong (?:number|person|guy|box)
    (?:got|get) (?:this|a new) (?:phone )?number|(?:had|owned|has) this (?:{_PHONE}) before|used this phone before
    this (?:number|phone|line|tablet)(?: here)? (?:is|belongs|goes|used to|now|was)|this number from
    this (?:is|here is|the|a|an)(?: [a-z]{{1,14}}){{0,4}} (?:{_PHONE})(?! (?:to|for) )
    (?:my|the|our) (?:work|company|new work|kids|school|church|store|shop|family|lock)(?: [a-z]{{1,8}})? (?:phone
      |cell|line|tablet|screen)
    these (?:got to|have to|need to|keep|come|come in|came|are coming|here)
    (?:every|each|one) (?:text|message|time it buzzes|time you text|time yall text)|(?:your|one) (?:text
      |message) (?:came|dinged|comes|went)|per text|cents a text|by the message
    (?:you|yall|you people) keep (?!me )[a-z]{{1,12}}|cause of yall|this thing (?:goes|keeps|buzzes|beeps|dings)
      |mass texts|text thing|text list|texting thing|the program texts|at this number
    (?:phone|it) (?:keeps )?(?:goes|going|go|went) off (?:at|every|during|all|in)|my phone (?:keeps |is )?(?:buzz
      |buzzing|blowing|dinging|chirping)
    (?:sus|estos|tus|tantos|tanto|tanta|esos)(?: [a-z]{{1,10}})? (?:{_TEXTOS})|ver sus (?:{_TEXTOS})
    (?:cada|otro|puro|ni un) (?:texto|mensaje) (?:de ustedes|que (?:me )?(?:mandan|llega|llegan)|de recovery|suyo)
    (?:me|nos|le|les) (?:siguen |andan |estan )?(?:llegan|llegando|mandan|mandando|escriben
      |escribiendo)(?: [a-z]{{1,9}})? (?:{_TEXTOS}|lo de ustedes|esto|esta cosa)
    (?:me|nos|le) siguen llegando|(?:los|tantos) (?:textos|mensajes) (?:llegan|me)|por (?:cada texto|cada mensaje
      |sus textos|estos mensajes|texto)
    (?:yo )?(?:nunca|no|jamas) (?:me )?(?:apunte|pedi|inscribi|firme)(?: (?:a|para|en))?(?: (?:esto|eso|nada
      |estos))?
    me apuntaron|me apunto|dio mi numero|puso mi numero|dieron mi numero|numero equivocado
    este (?:numero|telefono|celular|tel|aparato)(?: (?:ya|lo|se|no|es|era|pasa|le|queda|que|termina)){{1,2}}
      |a este numero
    (?:el telefono es|ya no tiene este|traigo su celular|traigo yo|cambio de (?:celular|telefono|numero))
"""

_BEFORE = (
    "(?:(?:please|pls|kindly|so|just|now|ok|okay|yo|hey|hi|bro|bruh|and|then|or|go ahead and|go on and|go head and|"
    "can you|could you|can yall|you can|yall can|would you|need you to|i need you to|i want you to|"
    "i am asking you to|"
    "i ask you to|we ask you to|quick favor|yall got to|you got to|yall have to|you have to|yall need to|"
    "you need to|"
    "again|respectfully|seriously|dude|man|maam|sir|hola|would yall|will you|i ask that you|you may|yall may|"
    "if you could|"
    "i would like you to|i need yall to|need yall to|somebody|anyway|feel free to|i am asking to|ask you to|nah|"
    "nope|but|"
    "time to|you all|you guys|yall|do me a favor and) ){0,4}"
)
_AFTER = (
    "(?: (?:please|thanks|thank you|now|today|tonight|already|for good|asap|right|right now|for real|ok|immediately|"
    "yall|too|completely|permanently|and thanks|thx|por favor|of here|of there|of this|of it|here|there|all|"
    "forever|do it|"
    "this|whatever this is|man|bro|folks|guys|god bless|tho|though|from here|from there|to it|to this|then|"
    "before i lose it|"
    "before i lose my job|on your end|from whatever this is|from this thing|from your end|again|ever|all of it|guey|"
    "of whatever this is|off of there|from it|or else|srsly|lol|dawg|fam|hon|honey|dear|friend|the text thing|"
    "as well|"
    "at once|effective immediately|this week|this number|this phone|of that|omg)){0,4}"
)
_NUMBER = (
    "(?:my|our|this|the|his|her|my moms|my work|my old|the old|this here|that) (?:[a-z]{1,7} )?(?:number|name|"
    "phone|line|"
    "cell|contact|info|digits|telephone|tablet)"
)
_WHOM = f"me|us|it|him|her|this|this one|that one|mine|both|[0-9]{{2,4}}|{_NUMBER}"
# Cries for help may be worded like these, so that our texts must be named beside them.
_RISKY = (
    "leave (?:me|us) (?:alone|be|off|out)|get (?:me|us) out|pull (?:me|us) out|no more (?:to this phone|texts|"
    "please|ever|hear me|for me|after today)|please no more|so no more|i am not interested|that is enough|"
    "be the end of it|(?:i|we|i still|still|me i|she|he) (?:want|wants) (?:off|out)|(?:end|kill) (?:it|this|"
    "that)|(?:shut|turn|cut) (?:it|them|this|these|that|yours) (?:off|down|out)|shut off"
)
_QUIT = (
    "(?:stop|quit|cease|cancel|discontinue|terminate|halt)(?: (?:it|this|them|these|those|yours|them all|"
    "all of it|all of them|that|already|with it))?|knock (?:it|that) off|leave it off|they stop|"
    "that they cease|that they stop|(?:them|it|these) to (?:stop|end|quit|cease)|(?:i want|i would like|"
    "i need) (?:them|these) (?:over|ended|gone|stopped|to (?:stop|end|quit|cease))|do not send (?:here|more|"
    "any more|no more|it|them|these|any|me any)|undo (?:it|that|this)|scrap it|can this be (?:turned off|"
    "stopped|cancelled|canceled|ended)|make (?:them|this) quit|make it zero|let (?:it|this|them) (?:end|"
    "end here|be over|stop)|get lost|(?:end|kill) (?:them|these|those|yours)"
)
_TAKE = (
    f"get (?:me|us|it) off|(?:take|scratch|kick|cut|strike|knock|bump|cross|keep|leave|wipe|"
    f"lay) (?:{_WHOM}) (?:off|out|down|loose)|"
    f"(?:remove|remuve|erase|unsubscribe|un ?subscribe|unlist|release|purge|bin|scrub|drop|scratch|delete|wipe|"
    f"unhook|unsign|"
    f"unenroll|un ?register|retire|remove and delete|disconnect|cancel)(?: (?:{_WHOM}|them|these))?|"
    f"permanently remove|"
    "get (?:me|us) off (?:here|this|the thing|of here|of there|of this)|take me off (?:here|this|it|there|"
    "of here|of this)|"
    "get (?:my name|my number) out(?: of there)?|close (?:me out|out my name|out my number|this number|my account)|"
    "mark me off|wipe me out(?: of your system)?|scratch my name out|"
    "i am off this|i (?:want|would like) it (?:removed|gone|off)|remove it from there|(?:i|we) want to be (?:off|"
    "removed|taken off)|cancel my (?:membership|enrollment|account|subscription|thing)"
)
_QUITEN = (
    "(?:quit|kit|borr|baj|elimin|remuev|desapunt|desconect|retir|desactiv|vorr|cancel|bloque)(?:en|e|a|ee)(?:me|"
    "mee|nos|lo|los|la)|"
    "me (?:borran|quitan|desapuntan|dan de baja|eliminan|los quitan|borras|quitas|retiran|pueden borrar|"
    "pueden quitar)|"
    "pueden (?:borrarme|quitarme|eliminarme)|quiero (?:que me (?:borren|quiten)|cancelar|salirme|darme de baja)|"
    "quisiera cancelar|"
    "(?:quiten|quite|quita|borren|borre|borra|borrame|eliminen|elimine|retiren|remuevan|remueva)(?: (?:mi|el|"
    "este|ese))? (?:numero|"
    "telefono|celular|tel|mio|nombre)(?: ese| mio)?|quiten|borren|eliminen|elimine|retiren|no escriban aqui|"
    "no manden nada|no manden|"
    "no escriban|no los manden?|no los mande|no lo usen|dejen de (?:enviar|mandar|escribir|texear|textear)|"
    "no me manden(?: ninguno)?|"
    "no le manden|no quiero (?:recibir )?(?:mas|ninguno|nada) (?:textos|mensajes)|prefiero salirme|no me escriban"
)
_SAQUEN = (
    "saquenme|saqueme|sacame|saquenos|saquenlo|me sacan|paren|parenle|paren ya|parenle ya|paren todo|que paren|"
    "favor de parar|"
    "no los quiero|no quiero ninguno|ni uno quiero|cancelen"
)
_ANTES = (
    "(?:(?:por favor|porfavor|bueno|compa|ya|mejor|pues|asi que|y|les pido|favor de|porfa|oigan|oiga|ahora|a mi|"
    "que|so|de una vez|"
    "les pido que|"
    "pero|hagame el favor y) ){0,3}"
)
_DESPUES = (
    "(?: (?:por favor|por fa|porfavor|por favorcito|plis|ya|please|gracias|y gracias|de ahi|de aqui|de una vez|"
    "de ese|de eso|de esto|"
    "aqui|hoy|asap|"
    "porfas|pues|hombre|carnal|jaja|tambien|pero ya|inmediatamente|antes del lunes|para siempre)){0,3}"
)

ENDED = f"""
    ^{_BEFORE}(?:{_RISKY}|{_QUIT}|{_TAKE}){_AFTER}$
    ^{_ANTES}(?:{_QUITEN}|{_SAQUEN}){_DESPUES}$
"""

# What no cry for help is worded like needs less beside it.
HINTED = """
    texts|texting|messages(?! (?:to|from|for) )|msgs|spam|signed (?:me |us )?up(?! for (?!this|these|texts|it))
    on here automatic|signing up for (?:this|these|a lifetime)|(?:my|this|our|new) number|gave yall|robot|computer
    (?:this|work|school|new|charge|group home|borrowed) (?:phone|line|cell|tablet|ipad)|your client|yours
      |yall (?:keep|ask|asked)
    textos|mensajes|mensajitos?|este (?:numero|celular|telefono)|numero|me apunto|los necesito|les pidio|encuestas?
"""

PLAINLY_ENDED = f"""
    ^{_BEFORE}(?:{_QUIT}|{_TAKE}){_AFTER}$
    ^{_ANTES}(?:{_QUITEN}){_DESPUES}$
"""
