"""More Spanish wordings of "no more texts" (the language of the patterns: :mod:`bot.safety.pieces`)."""

from __future__ import annotations

_TEXTOS = (
    "textos?|testos?|tecstos?|mensajes?|mensajitos?|textitos|recordatorios?|avisos?|abisos?|notificaciones|"
    "notificacion|"
    "sms|mensages?|menzajes?|envios|texts|reminders|messages"
)
_SUS = "los|sus|estos|tus|mis|tantos|tanto|tanta|esos|todos los|mas|esas|estas|las"
_AQUI = (
    "mas|ma|mass|nada|na|nda|ya|por favor|por fa|porfas|plis|please|nunca|jamas|aqui|por aqui|otra vez|gracias|"
    "grasias|y "
    "gracias|pues|pe|vaa|hombre|por este medio|por texto|a mi tampoco|por fabor|a (?:este|su|ese) (?:nmro|numero|"
    "celular|telefono|fon|tel)|"
    "a mi (?:numero|celular|telefono)|al celular|cosas|eso|esto|ni nada|aca|de ustedes|bro|wey|por aca|tampoco"
)
_SACAR = (
    "saquenme|saqueme|sacame|saquenos|saquenlo|saquen|quitenme|quiteme|quitame|quitenos|quitenlo|quiten|borrenme|"
    "borreme|"
    "borrame|borrenlo|borren|bajenme|bajeme|bajame|eliminenme|elimineme|eliminen|remuevanme|remuevame|remuevan|"
    "desapuntenme|desapunteme|desapuntame|retirenme|retiren|tumbenme|kitarme|quitarme|sacarme|borrarme|sacas|"
    "me (?:saquen|saque|quiten|quite|borren|borre|eliminen|elimine|retiren|saca|sacan|quita|quitan|borra|borran)"
)
_NUMERO = "numero|nmro|telefono|celular|tel|contacto|fon|num|celu"

MENSAJES = f"""
    (?:{_SACAR})(?: (?:ya|por favor|porfa|please|a mi|asap))? (?:de|del)(?: (?:la|su|sus|tu|tus|esta|esa|este|ese
      |estos|esos|los|el|todos los|todas sus)){{0,2}} (?:lista|list|listas|sistema|registros?|base de datos
      |{_TEXTOS}|texting|(?:cosa|vaina|cosas|grupo|servicio|programa) de (?:los )?(?:{_TEXTOS})
      |lista de [a-z]{{1,10}})(?! (?:si|cuando|por no|de espera))
    (?:pueden|puede|podrian|podria|puedes|podrias|quiero|quisiera|pido|deseo|favor de|solicito)(?: (?:usted|ustedes
      |por favor|que me))? (?:sacarme|quitarme|borrarme|eliminarme|retirarme|sacar|quitar|borrar|retirar|eliminar
      |ser retirado|ser eliminado|ser borrado)(?: [a-z]{{1,6}})? (?:de|del)(?: (?:la|su|sus|esta|esa|los|ese|el
      |estos|este)){{1,2}} (?:lista|sistema|base de datos|{_TEXTOS}|programa de (?:{_TEXTOS}))(?! (?:si|cuando
      |por no|de espera))
    desapunt(?:enme|eme|ame|enos)(?: de esto| por favor| ya)?$|(?:bajenme|bajeme) de (?:esto|eso)$
    (?:saquen|saque|saca|quiten|quite|quita|borren|borre|borra|vorren|eliminen|elimine|elimina|remuevan|remueva
      |retiren|retire|tiren|tire|tumben|suelten|suelte|pierdan|desactiven|den de baja|remover|retirar|quitar
      |eliminar|borrar) (?:ya )?(?:mi|este|nuestro|el) (?:{_NUMERO})(?: (?:mio|ya|por favor|plis|please|asap|hombre
      |gracias|de (?:su|la|sus|esa|ese)(?: [a-z]{{1,10}})?|de ahi|mio de esa vaina|ok)){{0,3}}$
    (?:pueden|puede|podrian|podria|ya pueden|favor de) (?:tirar|soltar|quitar|borrar|olvidarse de|olvidar|sacar
      |remover|retirar|eliminar) (?:de )?(?:mi|este|su) (?:{_NUMERO})|(?:se olvide|olvidarse|olvidense) de mi numero
    quiero que desaparezca mi (?:{_NUMERO})|\\Aborra contacto\\Z|delete mi numero|remuevan mi
    (?:dejen?|deja|deje|dejar|paren?|parar|cesen|eviten|para) de (?:escribirme|escribirnos|mandarme|mandarnos
      |enviarme|textearme|contactarme|molestarme|enviar|mandar|textear|texear|escribir|escrivir|mandar me
      |molestar)(?: (?:ya|mas|por favor|aqui|a este (?:{_NUMERO})|a mi (?:{_NUMERO})|por texto|tantos?|los|sus
      |estos|estas|esas|esos|cosas|{_TEXTOS})){{0,4}}$
    (?:dejen?|deja|deje|dejar|paren?|parar|cesen) de (?:mandar|mandarme|mandarnos|enviar|enviarme|llegar
      |llegarme)(?: (?:tantos?|los|sus|estos|mas|todos)){{0,2}} (?:{_TEXTOS})|dejen de te?xt?ear a este numero
    (?:quiero|deseo|pido|quisiera|solicito) (?:dejar|parar) de recibir (?:esto|estos|sus|los|mas|{_TEXTOS})
      |(?:pueden|podrian|puede) (?:dejar|parar) de (?:checar|checarme|preguntar)(?: (?:como (?:ando|estoy)
      |por mi))?$
    (?:ya )?(?:no|nunca mas|jamas) (?:me |nos |le |les )?(?:(?:vuelvan|vuelva
      |vayan) a |ocupan |tienen que |hace falta que me )?(?:escriban?|escrivan|escribas|manden|mande|mandes|mnden
      |envien|envie|enbien|contacten|textien|texteen|texteen|marquen|escribir|escribirme|mandar|mandarme|enviar
      |enviarme|textear|contactar)(?: (?:{_AQUI}|(?:(?:{_SUS}|ningun|otro) ){{0,2}}(?:{_TEXTOS}))){{1,4}}$
    ^(?:por favor |mejor |ya mejor |oigan |a la gran |pucha ){{0,2}}ya (?:ni|no) (?:me |nos |le )?(?:escriban
      |textien|texteen|contacten|manden)$|favor de (?:ya )?no (?:me )?(?:escribir|textear|textearme|mandar|enviar
      |contactar)(?: (?:mas|aqui|{_TEXTOS})){{0,3}}$
    no (?:le |me |nos )?(?:escriban|manden|texteen|contacten)(?: (?:mas|ya|nada|{_TEXTOS})){{0,3}} a (?:este
      |ese) (?:{_NUMERO})(?! (?:en la|de|por la|a esta|despues|antes|cuando|si|mientras|hasta|tan))
    no (?:contacten|usen|textien|molesten) (?:a )?este (?:{_NUMERO})
    (?:mandarme|enviarme) mas (?:{_TEXTOS}|eso al celular)(?: por favor)?$
    (?:ya )?no (?:me )?busquen por (?:texto|mensaje|este medio)|no me (?:marquen|llamen) ni (?:me )?(?:escriban
      |manden)
    ya no me (?:esten|anden|sigan) (?:mandando|escribiendo|texteando|llegando)(?: (?:{_AQUI}|{_TEXTOS})){{0,2}}$
    (?:ya )?no (?:quiero|deseo|queremos|quisiera|me interesa|necesito|autorizo)(?: (?:mas
      |que))? ?(?:me |nos |le )?(?:lleguen|yeguen|llegue|llegen|manden|escriban|escribiendo|texteen
      |anden (?:escribiendo|mandando)|esten (?:mandando|escribiendo)|sigan (?:mandando|escribiendo|texteando
      |checando))(?: (?:{_AQUI}|(?:(?:{_SUS}) ){{0,2}}(?:{_TEXTOS}))){{0,3}}$
    (?:ya )?no (?:quiero|deseo|queremos|me interesa|tengo interes en)(?: seguir)? (?:recibir|recibiendo
      |recivir) (?:mas|nada|sus|los|estos|estas|cosas|info|comunicacion|esto|{_TEXTOS})(?! (?:llamadas|golpes))
    (?:ya )?no (?:deseo|quiero|autorizo) (?:mas )?(?:comunicacion|el servicio de (?:{_TEXTOS})|mas (?:{_TEXTOS})
      |estar en (?:eso|esto|lo) de los (?:{_TEXTOS})|seguir en (?:eso|esto|lo) de los (?:{_TEXTOS}))
    prefiero no recibir (?:nada|mas|mensajes|textos)(?: (?:de ustedes|por aqui|mas))?$
    no quiero (?:st?os|estos|esos|tus|sus) (?:{_TEXTOS})|(?:ya )?no (?:los |las )?necesit(?:o|amos|an|a)(?: (?:mas
      |los|sus|estos|tus|de)){{0,2}} (?:{_TEXTOS}|estos avisos)
    (?:no|ya no) (?:hace falta|es necesario|tiene caso|hay necesidad de|ocupan
      |hay para) (?:de )?(?:que )?(?:me |le |nos )?(?:sigan |esten |anden )?(?:mandando(?:me)?|escribiendo(?:me)?
      |checando|texteando|contacten|manden|escriban|mande y mande|enviar|buscando por (?:texto|aqui))(?: (?:{_AQUI}
      |(?:(?:{_SUS}) ){{0,2}}(?:{_TEXTOS}))){{0,3}}$
    ya no (?:tienen que|hace falta) (?:seguirme )?(?:mandando|mandarme|mas (?:{_TEXTOS}))
    (?:darse|darme|dar me|dan|den|darnos|dame|den me) de baja (?:de|del)(?: (?:este|estos|sus|los|su|el|la
      |esta)){{1,2}} (?:servicio$|servicio de|lista|{_TEXTOS}|programa de (?:{_TEXTOS}))
    (?:me|nos) dan de baja$|la baja es lo que quiero|opcion de baja
    hasta (?:aqui|hoy)(?: (?:llego|llegamos|llegue|le dejamos|quedamos))?(?: (?:yo|con|de))? ?(?:los|sus|tus|tantos
      |estos) (?:{_TEXTOS})|hasta aqui le dejamos(?: con)? ?(?:los|sus)? ?(?:{_TEXTOS})?$
    (?:ya estuvo(?: bueno)?|esta bueno ya|ya basta|basta|ahi muere|punto final|alto|ya chole|ya cortenle|ya parenle
      |ya bajenle|ya me harte|me canse|ya me canse|a la goma|sueltame en banda|en paz|sueltenme|no mas
      |parenle)(?: (?:de|con|a))? (?:tantos|tanto|tanta|los|sus|estos|tus|el)? ?(?:{_TEXTOS}|mensajito|spam)
    (?:detengan|detenga|terminen|termine|cesen|cesar|apaguen|suspendan|suspenda|concluyan|concluir|desactiven
      |anulen|cancelen|finalicen|corten|paren|pare|interrumpan|desactivar|desactivame|terminar con
      |renuncio a)(?: ya)?(?: (?:{_SUS}|esto de los|lo de los|eso de los)){{1,2}} (?:{_TEXTOS})
    \\A(?:terminar|parar|desactivar|cancelar|detener|suspender|finalizar|quitar
      |apagar) (?:los |estos |mis |el )?(?:{_TEXTOS}|suscripcion|servicio)(?: por favor)?\\Z
      |^para los mensajes(?: por favor)?$
    (?:los|me los) pueden parar$|(?:pueden|podrian|puedes) (?:parar|quitar|cancelar|apagar|detener
      |terminar)(?: por favor)? (?:los|mis|sus|estos) (?:{_TEXTOS})
    (?:revoco|retiro|quito|cancelo|anulo) (?:todo )?(?:mi|el) (?:consentimiento|permiso|autorizacion)|no (?:doy|di
      |he dado)(?: (?:mi|ningun))? (?:consentimiento|permiso|autorizacion)(?: (?:de|para) (?:que me (?:escriban
      |manden)|{_TEXTOS}|mandar))?$|no autorizo el uso de mi numero
    (?:ni un|ningun) (?:{_TEXTOS}) mas|ya no (?:ching|chinguen|frieguen|molesten) con (?:sus|los) (?:{_TEXTOS})
    no mas (?:{_TEXTOS}|mensajito|spam)|^sin (?:{_TEXTOS})$
    (?:para que|que) (?:ya )?dejen de llegar(?:me)?(?: (?:estas cosas|esto|cosas|los textos|estos))?$
      |tienen que dejar de (?:escribirme|mandarme|textearme)(?! (?:listas|trabajos))
    de no mandarme mas (?:{_TEXTOS})|(?:ya )?no quiero ver (?:mas|estos|sus|los)(?: [a-z]{{1,5}})? ?(?:{_TEXTOS})
      |que se acabe (?:esto|lo) de los (?:{_TEXTOS})
    no me busquen con (?:sus|los) (?:{_TEXTOS})|(?:pueden|podrian|puede) por favor (?:parar|quitar|cancelar
      |terminar) (?:los|mis|sus|estos) (?:{_TEXTOS})
    fuera de mi (?:celular|telefono|cel)$|dejenme en paz con tant[ao]s? (?:{_TEXTOS})
    (?:quiero|me quiero|quisiera|puedo|me voy a|deseo) salir(?:me)? (?:de (?:sus|los|estos)|del (?:grupo
      |programa) de) (?:{_TEXTOS})|me voy de (?:sus|los) (?:{_TEXTOS})|como (?:me )?(?:salgo|quito|borro|desapunto
      |desuscribo) (?:de )?(?:esta lista|su lista|estos|los (?:{_TEXTOS}))
    lista de no (?:llamar|contactar|molestar|textear)|lista de los que no quieren nada
    (?:cierren|cancelen|anulen|borren|cierre|cancele) mi (?:cuenta|registro|inscripcion|suscripcion)
    (?:si|como) (?:me )?(?:vuelven|siguen) (?:a )?(?:escribir|mandar|mandando|escribiendo
      |texteando)(?: ~)? (?:los reporto|los bloqueo|los demando)|si me (?:llega|mandan) (?:uno
      |otro)(?: mas)?(?: ~)? (?:reporto|demando|bloqueo)
    ya (?:les |le )?(?:puse|mande|escribi|conteste) stop|ya pueden dejar de (?:escribir|mandar|textear
      |checar)(?:me)?
    ultimo mensaje que me (?:llega|llegue|mandan)|\\A(?:cancelar|salir|desuscribir|desuscribirme|eliminar
      |terminar)\\Z
    no gasten (?:sus )?(?:{_TEXTOS}) en mi|ahorrense (?:los|sus) (?:{_TEXTOS})|apaguen el grifo de (?:{_TEXTOS})
    (?:mi|los) (?:{_TEXTOS}) ya cumplieron|ya no (?:le|nos) (?:manden|escriban|texteen)(?: (?:{_AQUI})){{0,2}}$
    ya no (?:quiero|queremos|keremos) (?:saber )?nada (?:de|con) ustedes|no quiero saber de ustedes$
      |(?:ya )?no se molesten en (?:escribir|mandar)
    sin mas (?:{_TEXTOS})|no me (?:siga|sigan|sigas) (?:mandando|escribiendo|texteando)(?: (?:{_AQUI})){{0,2}}$
      |no me lleguen mas$
    (?:les |le )?(?:ruego|suplico|pido|encargo) (?:que )?(?:quiten|quitar|borren|borrar|retiren|retirar|eliminar
      |saquen) (?:mi|su|el|este|ese) (?:{_NUMERO})
    (?:me|nos) (?:quiten|saquen|borren|quite|borre) de (?:su|sus|los|el) (?:whatsapp|{_TEXTOS}|computadora|sistema
      |lista)
    mi (?:{_NUMERO}) desaparezca de|ya no me (?:agreguen|incluyan) (?:a|en) (?:sus|los) (?:{_TEXTOS}|envios|lista)
    ya no (?:le|les|me|nos) (?:lleguen|llegue|manden) (?:mas )?(?:{_TEXTOS})|apaga(?:me)? (?:esos|estos
      |los) (?:{_TEXTOS})|apaguen (?:los|sus|estos) (?:{_TEXTOS})
    (?:este|mi) numero ya no es para mandar(?:le|me)?|no doy permiso (?:de|para) (?:que )?(?:usen|usar) mi numero
    estar chingando con (?:sus|los|tantos) (?:{_TEXTOS})|ya no hace falta que me esten (?:mandando|escribiendo)
"""
