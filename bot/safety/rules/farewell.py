"""Suicide in signs: saying goodbye, having the means at hand, standing where one can fall."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import BY_ANOTHER
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.SUICIDE
_AWAY = one_of(
    "camping|vacation|a trip|visiting|going to my|at my (?:mom|mother|sister|dad)s?|back (?:mon|on|next|sunday)|"
    "got a car|spring cleaning|of this shift"
)
_GOODBYE = """
    (?:nobody|no one|somebody|someone|they|you)(?: (?:will|is going to|can|should))? finds? me (?:til|till|until|for
      |tomorrow|monday|dead|hanging|in the)
    (?:my|her|his|the|this is) (?:last|final) (?:text|message|words?|goodbye|day alive|night alive|day on earth
      |call ever)
    this is (?:my|her|his) (?:last|final|farewell)(?: (?:text|call|goodbye))?
    last time i (?:text|write|will|bother)
    (?:goodbye|good bye|bye|farewell)(?: to)? (?:world|cruel|forever|everyone|everybody|yall|all|my friends
      |my family|my kids|mom|mama|life|for good)
    (?:goodnight|good night|gn|sleep) forever|peace out world
    tell (?:my|the|our|all my) (?:~ )?(?:<kin>|family|mama|girls|boys) (?:i|that i|daddy|mommy|mama|i will|she
      |it) ~ (?:love|loved|loves|sorry|fault)
    tell them (?:i|it) (?:love|loved|was not)|tell (?:my|the) <kin> i (?:love|loved|is not|am sorry)
    by the time (?:anybody|anyone|you|somebody|they|i) (?:reads?|sees?|gets?|finds?)
    i will be gone(?: (?:by|soon|tonight))?|(?:find|finds|found) my body|be the one to find me|after i am gone
    when i am gone|(?:do not|dont) look for me
    (?:will not|not going to|is not going to|can not promise i will) be (?:here|alive|around|on this earth
      |making it)(?: (?:much longer|by|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday
      |for court|for christmas|after|when|no more|anymore|in the morning)| ~ (?:dead|alive))
    be here when the sun
    not (?:making|going to make) it to (?:christmas|monday|friday|tomorrow|morning|my|the weekend|new years)
    will not need (?:it|them|that|this|any of it|an apt|an apartment|nothing|anything) (?:where|after (?:today
      |tonight)|when i am gone|anymore where)
    (?<!see )where i am goin(?:g)?(?! to)
    (?:there is|is|will be) no me (?:after|anymore|no more|tomorrow)
    no more pain after|see (?:you|yall|him|her|them) on the other side(?! of)
    (?:going|go) (?:home )?to (?:jesus|heaven|god|the lord|be with my|him tonight|her tonight)
    (?:be|am) with ~~ in heaven|see my ~ again tonight|leav(?:e|ing) this (?:world|earth|life)|off this earth
    out of this world|off the earth
    will not be a problem after|problem after tonight
    i am (?:coming|going) to (?:join|be with|see) (?:him|her|them|my)(?: ~)? (?:tonight|soon|in heaven)
    pray for my soul|god forgive me (?:for what|tonight|i am going|when)|forgive me god|(?:someone
          |somebody) (?:to )?(?:know|remember) my name
    (?:safe|kids|dog|cat|mama)(?: ~)? before i do it|before i go forever
    (?:not|never) (?:coming|going) (?:back|to come back)(?: <more>)?$|semper fi ~ table
    leave (?:my|the) kids ~ before i
"""
_ADIOS = """
    (?:ultima vez que|ultimo mensaje(?! que me (?:llega|mandan|manden))|mi ultima noche|mi ultimo dia)
          |me despido(?: de)?(?! (?:del programa|por ahora))|se despidio de todos
    (?:despidiendo|despidiendose)|adios (?:a todos|mundo|para siempre|mis)|no me busquen(?! por (?:texto|mensaje))
          |nadie me va a extranar
    (?:dile|diganle|digale|diles|dile a)(?: a)? (?:mi|mis)(?: ~)? (?:que )?(?:los|la|lo|las) (?:amo|quiero|ame
      |quise)
    (?:ya )?no (?:las?|los?|voy a) (?:voy a )?(?:ocupar|necesitar|molestar|estar)(?: (?:donde|mas|aqui))?
    esta noche me voy|hoy me voy|me voy (?:al cielo|con mi ~ al cielo|de este mundo|para siempre)
    hoy se acaba todo|esta noche acabo|ya no voy a (?:estar|regresar|volver|molestar)|no me voy a regresar
    que dios me perdone|ya estuvo me voy|descansar de este mundo|ya (?:lo )?decidi
"""
_ANOTHER_SAID = """
    (?:he|she|<kin>|they)(?: (?:just|has|had|is|keeps?|also))? (?:said|says|saying|texted|texts|texting|posted|wrote
      |told|sent|called|messaged|left|took|put)
    (?:<pariente>|el|ella)(?: (?:me|se|ya|nos)){0,2} (?:dijo|dice|mando|escribio|puso|publico|despidio|dejo|llamo)
"""
_SAID_BY_ANOTHER = one_of(_ANOTHER_SAID)

RULES = (
    Rule(
        "goodbye", _KIND, Risk.CRISIS, About.SELF,
        english=_GOODBYE, spanish=_ADIOS,
        unless=(_AWAY, _SAID_BY_ANOTHER, one_of(
            """
            summer|old job|coworkers?|work early|entro a trabajar|por hoy
            they asked where
            """
        )),
    ),
    Rule(
        "goodbye_of_another", _KIND, Risk.CRISIS, About.OTHER,
        english=_GOODBYE, spanish=_ADIOS,
        also=_ANOTHER_SAID,
        unless=(_AWAY, one_of(
            """
            summer|old job|coworkers?|work early|entro a trabajar|por hoy
            they asked where
            """
        )),
    ),
    Rule(
        "means_at_hand", _KIND, Risk.CRISIS, None,
        english="""
        (?:<pills>) (?:is |are )?(?:all )?(?:lined up|counted out|laid out|crushed up|in front of me|in my mouth
          |ready)
        (?:lined up|counted|laid out) (?:~ )?(?:<pills>)
        (?:sitting|standing|out)(?: ~~) with (?:the|a|his|her|my) (?:pistol|gun|rifle|shotgun|rope|noose)
        (?:<gun>|<blade>|<noose>|<pills>) (?:is |are |right |here )?(?:in|on|to|against|at|next to|by|beside
          |under) (?:my|his|her|the) (?:own )?(?:hands?|lap|mouth|head|neck|throat|chest|table|bed|pillow|drawer
          |nightstand|wrist|temple|garage|closet|seat|dash)
        (?<!two dollar )(?:gun|pistol|shotgun|rifle|glock) (?:loaded|here with me|out)|loaded (?:gun|pistol|shotgun)
        (?:holding|held|hold|got|have|has|grabbed|took|bought) (?:a |the |my |his |her )?(?:loaded )?(?:<gun>
          |<noose>|noose)(?: (?:and|here|out|in|right|next|to|ready|today))
        (?:tied|made|tying) (?:a|the) (?:noose|rope)|noose
        (?:^|the |my )rope(?:s| is) (?:already |all )?(?:up|hung|ready)(?! (?:at|for|to|on|down|in))
        (?:staring|looking|keep looking) at (?:the|my|his|a|it|these) ?(?:<gun>|<blade>|<pills>
          |drawer)?(?: right)? (?:pistol|gun|knife|pills|rope|it and)
        (?:pistol|gun) is in the drawer
        (?:counting|lined up|saving(?! (?:battery|money|gas))|saved|stash(?:ed|ing)|hoarding|stockpil(?:ing|ed)|hid
          |hiding)(?: ~)? (?:<pills>)
        round in the chamber|bottle in front of me ~ counting
        (?:razor|knife|blade|gun|pistol) (?:on|to|against|at) (?:my|his|her) (?:neck|throat|wrist|head|skin)
        keep the knife next
        (?:locked|took|left|shut|drove|ran|went|sitting)(?: ~~) (?:with|and) (?:a|the|his|her|my) (?:<gun>|razor
          |knife|rope)
        (?:took|grabbed|got) the (?:shotgun|gun|pistol|rifle)
        (?:is|am|are) (?:~ )?with (?:the|a|his) (?:pistol|gun|shotgun|rifle)
        enough (?:~ )?to (?:go to sleep|die|end (?:it|this|everything|things|all|my (?:life|pain|suffering))
          |kill (?:<self>|himself|herself
          |an? (?:horse|elephant|cow|army)|us both|me and|[0-9]{1,3} people))|gunemoji me
        (?:got|have|has|bought|saved|took)(?: ~)? enough (?:~ )?to kill(?! (?:weeds|time|bugs|the))
          |enough (?:<drugs>) (?:~ )?to (?:kill(?! the)|die|end (?:it|this|my life|me))
          |me gunemoji|pillemoji pillemoji pillemoji
        getting the pills out
        i already took em|already took (?:them|it|em)(?: all)?|pics? of pills|there (?:was|is) a rope
        """,
        spanish="""
        (?:<arma>|<filo>|soga|cuerda|pastillas) (?:aqui|en (?:la|mi|el|su) (?:mano|mesa|boca|cabeza|cuarto|cama)
          |cargad[oa]|conmigo|en la mano)
        (?:tengo|tiene|agarro|saco|traigo|trae|compre) (?:la|el|una?|las) (?:<arma>|soga|cuerda)(?: (?:cargad[oa]
          |aqui|conmigo|y|en|list[oa]|colgad[oa]|amarrad[oa]|puesta))
        (?:soga|cuerda) (?:ya )?(?:esta )?(?:lista|colgada|amarrada)|con una soga|gunemoji
        ya tengo todo (?:listo|preparado)|me tome todas las pastillas|ya me (?:las )?tome|tomo todas las pastillas
        """,
        leads=False, unless=(BY_ANOTHER, one_of(
            """
            gunsmith|security guard|armed license|hunting|rope swing|gun (?:show|rights|charge)|in the past
            already took it
            """
        ),),
    ),
    Rule(
        "place_to_fall", _KIND, Risk.CRISIS, None,
        english="""
        ^on (?:the|a|my) (?:roof|rooftop|ledge|bridge|overpass)(?: of)?(?! to)
        (?:on|at) the porch with (?:the|a|his) (?:gun|pistol|rifle)
        (?:i am|am|he is|she is|they are|is|sitting|standing|stood|parked|up|out|climbed|^)(?: ~)? (?:on|at
          |on top of|up on|off|over) (?:the|a|this|that|my|some)(?: <w>)? (?:bridge|ledge|overpass|cliff
          |train tracks|railroad tracks|parking deck)(?! (?:to|for|and fed))
        (?:standing|sitting|i am|he is|she is|up|^) (?:~ )?(?:on|at) (?:the|a|my)(?: top of the)? (?:roof|rooftop
          |balcony|tracks)(?! to)
        thinking about (?:the|that|jumping|this) (?:bridge|<edge>)|up on the parking deck
        (?:cross|crossed|pass) that bridge|(?:bridge|edge) and (?:jump|i am done|i am ready)
        (?:at|by) the (?:river|lake|water) ~~ (?:not coming back|jump|ready|is not coming back)
        thinking about the lake
        """.replace("<w>", "[a-z]{1,12}"),
        spanish="""
        (?:en|estoy|parad[oa]|subi|esta|encima|arriba)(?: ~)? (?:el|la|las|del|un) (?:puente|azotea
          |vias(?: del tren)?|barranco|precipicio|orilla)(?: y| $|$| ya| dice| viendo)
        (?:tirar|aventar|brincar|tirarme|aventarme|tirarse|aventarse)(?: ~)? (?:del|de la|por la|desde) (?:<orilla>
          |techo)
        """,
        leads=False, unless=(one_of(
            """
            fireworks|ducks|pictures|fishing|fishin|closed|stop|station|bus|sleep on the tracks|pretty this time
            graffiti|took pictures|dormia|roofing|fixing|leak|caved
            """
        ),),
    ),
)  # fmt: skip
