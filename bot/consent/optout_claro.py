"""Spanish wordings that name our texts or end the contact: bórrenme, ya no manden nada, fuera de su lista.

The language of the patterns: :mod:`bot.safety.pieces`.
"""

from __future__ import annotations

_TEXTOS = (
    "textos?|testos?|mensajes?|mensages?|menzajes?|mensajitos?|recordatorios?|avisos?|notificaciones|sms|"
    "encuestas|envios"
)
_ANTES = (
    "(?:(?:por favor|porfa|porfavor|plis|ya|mejor|pues|y|ahora|ahorita|a mi|oigan|oiga|oye|so|no|nah|asi que|que|"
    "solo|nomas|entonces|tonces|disculpe|perdon|chamo) ){0,4}"
)
_YA = (
    "(?: (?:por favor|por fa|porfa|porfas|porfavor|plis|please|ya|gracias|grasias|hoy|de ahi|de aqui|de una vez|pues|"
    "pue|pe|asap|ustedes|a mi|carnal|compa|hombre|wey|ya estuvo|y ya|y todos contentos|de todo|de esa vaina|"
    "inmediatamente|para siempre|no sean gachos|cuanto antes|tambien)){0,4}"
)
_BORREN = (
    "borrenme|borreme|borrame|borrenmee|vorrenme|quitenme|quitenmee|quiteme|quitame|kitenme|kitame|desapuntenme|"
    "desapunteme|desapuntame|remuevame|remuevanme|remuevame|desactivenme|desactiveme|retirenme|retireme|eliminenme|"
    "elimineme|eliminame|bloqueenme|bloqueeme"
)
_MANDEN = "manden|mandes|mnden|escriban|escrivan|texteen|textien|testeen|envien|enbien"
_LISTA = "lista|list|sistema|directorio|registro|base de datos|contactos|envios"

CLARO = f"""
    ^{_ANTES}(?:{_BORREN}){_YA}$|^{_ANTES}(?:{_BORREN}) (?:ya estuvo|plis|carnal|pue$|ustedes a mi)
    ^{_ANTES}(?:{_BORREN}|saquenme|saken me|sakenme|sacame) (?:de|del|dl) (?:(?:la|su|sus|tus|tu|los|todos
      |sus) ){{0,2}}(?:{_LISTA}|{_TEXTOS})(?! (?:de espera|si|cuando|de vivienda|de camas?))
    (?:sepan de mi|sus mensajes|sus textos) [.,] (?:borren|vorren|eliminen) todo{_YA}$
    ^{_ANTES}(?:eliminen|elimine|remuevan|remueva|desactiven)(?: por favor| porfavor| porfa| porfis){{1,2}}$
    (?:me|nos) (?:pueden?|podrian?|puedes) (?:retirar|borrar|quitar|sacar|desapuntar|eliminar|remover) (?:de
      |del)(?: (?:la
      |su|sus|los|el|esta)){{0,2}} (?:(?:programa|sistema|servicio|lista|grupo) de (?:{_TEXTOS})|{_TEXTOS}|(?:lista
      |sistema|contactos)(?! (?:de espera|si|cuando|por no|de vivienda)))
    ^{_ANTES}me (?:borran|desapuntan|desapuntas|desactivan)(?: (?:por favor|porfa|ya|de aqui|de ahi))?$
    (?:a ustedes )?les pido (?:que me (?:quiten|borren|saquen)|que ya no me (?:agreguen|incluyan|escriban|manden)
      |dejar de (?:escribirme|mandarme|textearme))(?:$| (?:a|de|en) (?:sus|su|la|los) (?:{_LISTA}|{_TEXTOS}))
    (?<!dije que )(?<!quiere que )(?<!quieren que )(?:ya no|nunca mas|yano) (?:me |le |nos )?(?:{_MANDEN}) (?:nada|nd
      |na|cosas|mas|ninguno|nunca|jamas
      |eso|esto)(?! (?:{_LISTA}|listas|lugares|de (?!drogas?|eso|esto|ustedes|nada|recuperacion)|trabajos?|citas?
      |direcciones|tarde|noche|a la))
    yano (?:me )?(?:{_MANDEN})|ya no se l[oa]s (?:manden|mande|envien)|ya no me (?:testeen|tecsteen)
    ya no (?:me )?(?:mande|manden) esas preguntas|ya no (?:me )?(?:esten|anden) (?:texteando|escribiendo|mandando)
    por favor (?:ya )?(?:no|nunca) (?:me )?(?:manden|escriban)(?: nada)? (?:de drogas )?(?:aqui|por aqui)
    por favor ya nunca (?:me )?(?:escriban|manden|texteen)|ni (?:para|pa) bien ni (?:para|pa) mal me escriban
    favor de (?:ya )?no (?:mandar|enviar|escribir)(?:me)?(?: mas)? (?:{_TEXTOS})|favor de (?:suspender|desactivar)los?$
    (?:favor de |pueden |quiero )(?:removerme|quitarme|sacarme|borrarme
      |desapuntarme) de (?:todos |los |sus ){{0,2}}(?:{_TEXTOS})
    (?:pueden|podrian|puede|quiero que|pido que|favor de) (?:dejar|dejen|parar|paren) de (?:mandar|enviar|escribir)(?:me
      |nos)? (?:eso|esto|cosas|todo eso)(?! (?:a mi (?:hij|ex|espos)))
    no (?:me )?gasten (?:mas )?(?:sus )?(?:{_TEXTOS}|saldo) (?:en|con|conmigo)|gasten sus (?:{_TEXTOS}) en
    (?:ya )?no l[oa]s quiero (?:recibir(?! en)|en mi (?:celular|telefono|tel))|(?:deseo
      |quier[oe]) ser contactad[oa] por este
    (?:ya )?no (?:quier[oe]|dese[oa]|queremos) ser (?:contactad[oa]s?|molestad[oa]s? por)(?! por (?:mi|el|ella))
    ^{_ANTES}(?:fuera|salida|salir|baja) de (?:la|su|esta) lista{_YA}$|(?:quede|quedar|estar) fuera de su (?:{_LISTA})
    ya no me (?:agreguen|incluyan|apunten|anoten|inscriban)(?:$| (?:a|en) (?:sus|su|esto|eso|mas|la lista$))
    (?:cambie de (?:opinion|idea) [.,] )no me (?:apunten|anoten|inscriban)|no queria suscribirme
    ^{_ANTES}(?:no me (?:apunten|inscriban) [.,] fue mi)
    no (?:necesito|ocupo|puedo|tengo (?:saldo|dinero|datos)|tengo (?:porque|por que)|le veo (?:el )?caso|quiero
      |deseo)(?: (?:a|de|para))? (?:seguir |estar )?(?:recibir|recibiendo|recibirlos|recibiendolos)(?: (?:esto|estos
      |eso|ninguno|mas))?$
    (?:no (?:lo|los|las) (?:pedi|necesito|ocupo)|{_TEXTOS}) [.,] (?:por favor |mejor |ya ){{0,2}}(?:cancelen|cancelenlo
      |cancelenlos|cancela|cancela todo|quisiera cancelar|quiero cancelar){_YA}$
    \\A(?:por favor )?(?:cancela|cancelen|cancelar|cancele) todo(?: por favor)?\\Z|\\A(?:ya )?quisiera cancelar\\Z
    (?:donde (?:le )?(?:pico|aprieto)|que (?:pongo|mando|palabra|codigo)|codigo|boton|palabra)(?: (?:es el|es|pongo
      |hay|mando))? (?:pa|para) (?:cancelar|terminar|salirme|quitarme|desuscribirme|borrarme)(?:$
      | (?:los|esto|estos|sus)(?: (?:{_TEXTOS}))?$)
    ya no (?:necesito|ocupo|necesitamos|quiero) (?:los de ustedes|lo de ustedes|su servicio|sus servicios)$
    (?:quiten|saquen|saken|borren|eliminen|bajen|quitar|sacar|borrar) (?:mi|el|este) (?:nmro|nmero|numero|[0-9]{{3}}
      |mio)(?: ese| de ahi| de ai| d ai| de aqui)?(?:$| (?:de (?:su|la|sus) (?:{_LISTA})|de una vez|y ya))
    \\Aquitar numero\\Z|[.,] quitar numero$|bajenlo de la lista$
    (?:bye|bye bye|adios|ciao|chao|me graduo de|salgo de|renuncio a)(?: (?:a
      |de))? ?(?:sus |los )?(?:{_TEXTOS})(?! (?:de|del) )|(?:ciao|chao|adios|bye) lista
    que ya no me lleguen? (?:nada|ninguno)(?! de )
    (?:modo|manera|forma) (?:de |para )que (?:ya )?no (?:me )?lleguen$
    dejen de estar (?:chingando|fregando|molestando)$|(?:no|ya no) insistan con (?:tanto|tantos|sus) (?:{_TEXTOS})
    noo? quiero mas (?:{_TEXTOS})|no quiero(?: mas)? [a-z]{{1,10}} ni (?:{_TEXTOS})|no mas (?:encuestas|textos) ni
    (?:ni un|ni uno) (?:recado|mensaje|texto) mas|ni encuestas ni (?:{_TEXTOS})|ya ni (?:me )?(?:escriban|manden
      |texteen)
    tampoco (?:me )?vuelvan a (?:escribir|mandar)(?:me)?|(?:no me vuelvan a buscar|ya no me busquen) por (?:aqui|aca)
    no (?:voy a|pienso) leer(?:los)? [.,] no (?:me )?manden|no se molesten en (?:textear|escribir|mandar)(?:me)?
    solo quiero que (?:ya )?(?:paren|dejen) (?:de (?:escribirme|mandarme)|los (?:{_TEXTOS}))
    (?:ya )?no (?:me )?pregunten mas como (?:voy|estoy|ando)$|nomas (?:textos|mensajes) por fabor
    (?:los )?voy a (?:reportar|marcar|denunciar)(?:los)? (?:como spam|a la fcc|con la fcc)|los voy a marcar como spam
"""
