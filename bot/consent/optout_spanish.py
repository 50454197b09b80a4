"""Spanish wordings of "no more texts" (the language of the patterns: :mod:`bot.safety.pieces`)."""

from __future__ import annotations

_TEXTOS = "textos?|mensajes?|mensajitos|recordatorios?|avisos?|sms"
_NOTAS = "textos|mensajes?|mensajitos|sms|(?<=mas )texto"

SPANISH = f"""
    (?:ya )?no (?:mas|quiero|necesito)(?: (?:mas|los|sus|estos|recibir|de)){{0,3}} (?:texts|messages)
    ^no (?:texts|messages)(?: please)?$
    (?:no|ya no|nunca)(?: (?:mas|quiero|kiero|deseo|necesito|queremos|me interesan?))?(?: (?:recibir|que me lleguen|mas
      |los|sus|estos|tus|de|esos|ningun|tantos)){{0,4}} (?:{_NOTAS}|(?:(?<=mas )|(?<=sus )|(?<=estos ))(?:{_TEXTOS}))
    ya no (?:quiero|deseo|necesito)(?: (?:recibir|los|las)){{0,2}} (?:{_TEXTOS})
    (?:no|ya no)(?: (?:me|nos))?(?: (?:vuelvan|vuelva|sigan) (?:a )?)? ?(?:escriban?|escribas|texteen?|textees
      |textes|contacten?|contactes|escribir|escribirme|contactar|molesten con|manden|mandes|envien|mande)(?: (?:mas
      |nada|ya|por favor|nunca|a este numero|otra vez|{_TEXTOS}|(?:mas |los |sus |estos |tantos )(?:{_TEXTOS})))?$
    (?:no|ya no)(?: (?:me|nos))? (?:manden|mandes|envien|mande|sigan mandando|escriban|escriba|texteen
      |contacten)(?: (?:mas|los|sus|estos|tantos|esos|nada de)){{0,3}} (?:{_TEXTOS}|mas|nunca|por favor)
    no (?:vuelvan|vuelva) a (?:escribir|mandar|textear|contactar)
    (?:dejen?|deja|deje|paren?|pare|(?:parale|parenle)(?: a)?|basta|ya basta|stop|cancelen?
      |cancelar|cancelo|cancela|quiten|quitar|terminen|suspendan)(?: (?:de|con|los|sus|estos|mis|ya|mandar
      |mandarme|enviar|enviarme|molestar con|recibir|esos)){{0,4}} (?:{_TEXTOS})
    (?:dejen?|deja|deje|paren?|pare) de (?:escribirme|escribir|textearme|mandarme|textear|enviarme|contactarme
      |molestarme con)(?! listas?)
    (?:quitenme|quiteme|quitame|borrenme|borreme|eliminenme)(?: (?:ya|por favor))?(?:$| (?:de|del|ya) (?:aqui|todo))
    (?:quitenme|quiteme|quitame|saquenme|saqueme|sacame|borrenme|borreme|eliminenme)(?: (?:ya|por favor))? (?:de
      |del)(?: (?:esta|la|su|esa|sus|esto de))? (?:lista|{_TEXTOS})
    (?:quiten|quite|borren|borre|eliminen|elimine|saquen|pierdan|pierda|olviden) (?:mi|este) (?:numero|nombre)
    (?:denme|deme|darme|doy|dar) de baja
    \\Acomo cancelo(?: [?])?\\Z|como cancelo (?:esto|(?:los|estos|sus|mis) (?:{_TEXTOS}))|como me doy de baja
    como me salgo de (?:(?:la|su|esta) lista|(?:esto de )?(?:los|sus|estos) (?:{_TEXTOS}))|me salgo de la lista
    no (?:pedi|solicite) (?:estos|sus|los|ningun) (?:{_TEXTOS})|siguen? (?:llegando|mandando)(?: ~)? (?:{_TEXTOS})
    los (?:voy|vamos) a bloquear(?! a )|(?:voy|vamos) a bloquear(?:$|los| (?:este|su|sus|el) numeros?)
    los bloqueo|me cobran cada mensaje
    ya dije que no(?: (?:me (?:escriban|manden)|mas|quiero (?:mas|{_NOTAS})))|(?:{_NOTAS}) y ya dije que no
    ya les dije que no me (?:escriban|manden)|ya no manden$|que ya no me (?:escriban(?:$| mas)|(?:lleguen|manden)(?:$
      | mas$| (?:(?:mas|sus|estos|tantos|los) ){{0,2}}(?:{_TEXTOS}|nada|cosas|esto)))
    no me apunte a esto|no (?:quiero|quiere|deseo|queremos) recibir (?:nada|cosas|lo)(?: mas)?(?: de (?:ustedes
      |uds|aqui))?$
    no me (?:manden|escriban|envien) nada(?: mas)? de (?:nada|esto|eso|ustedes|uds|aqui|la corte)
      |no me lleguen (?:mas )?(?:{_TEXTOS}|cosas)
    dejen de (?:fregar|molestar|chingar)$|\\A(?:ya )?paren(?: ya)?(?: por favor)?\\Z|desuscrib(?:ir|irme|anme)
    (?:cancelar|cancelen) (?:mi|la) suscripcion|dame de baja|(?:solicito|pido) la baja|\\Abaja por favor\\Z
    ya no los (?:quiero|necesito) [.,]|que me quiten de (?:la|su) lista
    quiero salirme de (?:(?:la|su|esta) lista|(?:los|sus|estos) (?:{_TEXTOS}))
    (?:retirar|fuera) (?:el|mi|este) numero|parar (?:los?|sus|estos) (?:text|textos|mensajes|texts)
    (?:bloqueados|los bloqueo) si|los voy a reportar
    borra(?:r|n)? mi (?:contacto|numero)
    no quiere (?:recibir )?(?:mas |sus |los |estos )(?:{_TEXTOS})|no quiero que me lleguen (?:cosas|mas(?:$
      | (?:{_TEXTOS})))
    para de (?:escribirme|mandarme|textearme)
    alto a (?:los|estos|sus|tantos) (?:{_TEXTOS})|ya estuvo con (?:los|sus|tantos) (?:{_TEXTOS})
    (?:quitar|borrar|sacar|eliminar) (?:mi|este) (?:numero|nombre) de
    (?:pide|pido|quiero|solicito) (?:la |mi )?baja de (?:esta|la|su|sus|los) (?:lista|{_TEXTOS})
      |^cancelen esto(?: por favor)?$
    (?:saquenme|saqueme|sacame|sakenme|saquenlo|quitame|quiteme|quitenme|quitenlo|borrenme|borreme|borrame|remuevanme
      |me (?:saquen|quiten|borren))(?: ya)?(?: por favor)? (?:de|del)(?: (?:la|su|sus|el|ese|esta|esa))? (?:lista|list
      |sistema|contactos)(?! (?:si|cuando|por no))
    (?:quitame|quiteme|quitenme|borrenme|borreme|borrame|remuevanme)(?: ya)? (?:de (?:ahi|alli)|del (?:grupo
      |programa)(?! de))
    ^(?:por favor )?saquenme del grupo$|(?:textos?|mensajes?|mi numero)(?: ~)? [.,] saquenme de (?:ahi|aqui)
    saquenme de (?:aqui|ahi) [.,] yo (?:nunca|no) me apunte
    (?:pueden|puede|podria|podrian) (?:por favor )?(?:sacar|quitar|borrar|eliminar)(?:me)? (?:de (?:la|su|sus|esta)
      |(?:mi|este)) (?:lista|contactos|sistema|numero)(?! (?:si|cuando|por no))
    ya pueden quitar(?:me)?$|ya pueden quitar (?:mi|este)(?:$| numero)
    favor (?:de )?(?:eliminar|borrar|quitar|retirar|sacar) (?:mi|este|el) (?:numero|contacto|telefono|celular)
    numero(?: ~)?(?: [.,])? favor de (?:borrarlo|quitarlo|eliminarlo)
    (?:borren|cancelen|canselen|eliminen) mi (?:celular|numero|telefono)
    (?:celular|telefono|numero|textos?|mensajes?)(?: ~)?(?: [.,?])? (?:quitenlo|saquenlo|borrenlo)
    (?:no|nunca mas) (?:me )?(?:sigan|sigas) (?:mandando|escribiendo|texteando)(?: (?:mas|nada|por favor))?$
    (?:ya )?no (?:me )?manden (?:nada mas|mas nada|nada|otro (?:{_TEXTOS}))$
    no (?:quiero|autorizo|deseo|necesito) que me (?:(?:sigan |esten )?(?:escriban|escribiendo|textien|texteando
      |contacten)(?: (?:mas|ya|nunca|por favor))?$|(?:(?:sigan|esten) mandando|manden) (?:mas$|(?:mas |sus |los |estos
      |tantos )?(?:{_TEXTOS}|cosas|nada$|esto$)))
    (?:ya )?no me textien(?:$| (?:mas|nunca|por favor))|nunca mas me (?:escriban|manden (?:nada|{_TEXTOS}))
    (?:ya )?no hace falta que me (?:escriban(?: mas| ya)?$|manden (?:mas$|(?:mas |sus |los |estos )?(?:{_TEXTOS}
      |nada$)))
    no me tienen que (?:mandar (?:nada|mas$|{_TEXTOS})|escribir(?: mas| nada)?$)
    (?:prefiero|preferiria|quisiera|me gustaria) que (?:ya )?no me (?:(?:lleguen|llegaran|manden|mandaran)(?: (?:mas|sus
      |estos|tantos|los)){{0,2}} (?:{_TEXTOS})|(?:lleguen|llegaran)(?: mas)?$|(?:escriban|escribieran)(?: mas| ya
      | nunca)?$)
    (?:prefiero|preferiria|quisiera) no recibir (?:esto|estos|nada|mas|(?:mas |sus |estos |los )?(?:{_TEXTOS}))$
    retiro mi (?:permiso|consentimiento)|alto con (?:los|sus|estos|tantos) (?:{_TEXTOS})
    terminen con esto(?: por favor)?(?: [.,])? (?:de )?(?:los|sus|estos) (?:{_TEXTOS})
    \\Acomo se quita esto(?: [?])?\\Z|como se quita esto del? (?:mi |este )?(?:telefono|celular)
    \\Ase puede apagar esto(?: [?])?\\Z|(?:paren|dejen) de mandar$
    dejen de joder con (?:los|sus|estos|tantos|tanto) (?:{_TEXTOS})|hasta aqui llegue con (?:los|sus
      |estos) (?:{_TEXTOS})
    dejenme en paz con (?:sus|los|estos|tantos) (?:{_TEXTOS}|cosas)|fuera de mi telefono$
    como (?:paro|detengo|quito|apago) (?:los|estos|sus) (?:{_TEXTOS})|quiero salir de (?:la|su|esta) lista
    no me (?:llamen|manden mensajes) ni me (?:escriban|manden mensajes)
    me dan de baja por favor|no me vuelvan? a (?:escribir|contactar|mandar (?:nada|mas|{_TEXTOS}))
    olvid(?:ense|ese|ate) de (?:mi numero|escribirme|mandarme (?:(?:mas |sus )?(?:{_TEXTOS}|cosas)|nada|esto))
    yo (?:nunca|no) me apunte (?:en |a |para )?esto
    no deseo seguir recibiendo (?:esto|estos|(?:mas |sus |estos |estas |las ){{0,2}}(?:{_TEXTOS}|comunicaciones))
    no (?:quiero|deseo) (?:estar en|ser parte de) (?:(?:su|la|el|este|esta) (?:programa|lista) de (?:{_TEXTOS})|(?:su
      |esta) lista$)
    ya no (?:quiero|deseo) (?:estar en|ser parte de) (?:la|esta|su) lista$
    (?:que palabra|donde le pico|como le hago|como hago|que hago)(?: ~)? para que (?:ya )?no (?:me )?(?:lleguen|llegen
      |escriban|manden)(?:$| (?:(?:mas|estos|sus|tantos|los) ){{0,2}}(?:{_TEXTOS}|mas$|estos$|nada$))
"""
