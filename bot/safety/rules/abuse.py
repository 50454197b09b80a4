"""Abuse: a partner, a relative, a pimp, a caretaker who hurts, locks in, forces."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import LAUGHING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule
from bot.safety.rules.at_home_words import CLOSE, OVER_NOW

_KIND = RiskKind.ABUSE

RULES = (
    Rule(
        "hurts_me", _KIND, Risk.CRISIS, None,
        english=f"""
        (?:hits|beats|chokes|slaps|punches|kicks|rapes|burns|strangles|whips|molests|drugs) (?:me|us)(?! (?:up|off))
        (?:has|had|got|grabbed|drags?|pulled|pulls)(?: ~)? by (?:the|her|my|his) (?:hair|throat|neck|arm)
        hear (?:smacking|hitting|slapping|beating|her scream|him hitting)
        (?:beaten|beat|hit|choked|strangled|burned|slapped|kicked|attacked) by (?:his|her|my|their) (?:<kin>)
        is hitting (?:him|her|my)
        (?:he|she|boyfriend|girlfriend|husband|wife|bf|ex|dad|stepdad) (?:~ )?broke (?:my|her|his) (?:arm|nose|jaw
          |rib|ribs|wrist|finger|hand|leg|teeth|tooth|collarbone)
        (?:tonight|today|next time|says) (?:~ )?(?:he|she) will finish (?:me|her|him)
        (?:(?:{CLOSE}|parents|brothers|cousins|caretaker|guards?)(?: ~)?|who|just|keeps|started|and|is|always|will
          |going to|stop|stopped|be
          |gets? drunk and) (?:hit|hits|hitting|beat|beats|beating|choke|choked|chokes|choking|strangled
          |strangles|strangling|punch(?:ed|es|ing)?|slap(?:ped|s|ping)?|kick(?:ed|s|ing)?|shov(?:ed|es|ing)
          |push(?:ed|es|ing)|burn(?:ed|s|ing)|bit|bites|drag(?:ged|s|ging)|throw(?:s|ing)|threw|rap(?:ed|es|ing)
          |molest(?:ed|s|ing)|slam(?:med|s|ming)|hurt(?:s|ing)?|abus(?:ed|es|ing)|whoop(?:ed|s|ing)|jump(?:s|ed) on
          |put(?:s)? (?:his|her) hands|pin(?:ned|s)) (?:up |on |his |her )?(?:me|us)(?! (?:all out
          |a (?:rope|bone|party)|to (?:write|say|think|know|it|the)|at|up with|with (?:the
          |a) (?:text|list|info)|off|loose|slack|some|hard|different|that|when))
        (?:put|puts|putting|got|laid|lays|has)(?: ~)? hands? (?:on|around) (?:me|my|us)
        hands (?:around|on) my (?:neck|throat)
        (?:stop|quit|keeps|keep) (?:hitting|beating|hurting|choking|touching) (?:me|us|on me|my (?:kids?|children
          |son|daughter|baby
          |mom|sister|brother|ass))(?! (?:up|over))
        (?:black eye|busted lip|bruises?|broke my (?:arm|nose|jaw|rib|ribs|wrist|phone|finger))(?: ~~) (?:he|she|him
          |her|husband|bf|boyfriend|from)
        (?:he|she|him|boyfriend|husband|bf|ex)(?: ~~) (?:black eye|busted my lip|broke my (?:arm|nose|jaw|rib|ribs
          |wrist|phone|finger))
        beats? (?:my|the) (?:mom|kids?|mother|son|daughter|sister)
        getting (?:beat|hit|abused)(?: ~)? (?:by|at home|every|again)
        (?:he|she|they|<kin>|boyfriend|husband)(?: ~)? (?:hit|hits|hitting|beat|beats|beating|hurting|hurts
          |chok(?:ed|es|ing)|strangl(?:ed|ing)|abus(?:es|ed|ing)|molest(?:ed|s|ing)|touch(?:es|ed|ing)|punch(?:ed|es
          |ing)|whips?|slaps?|slapped) (?:up |on )?(?:her|him|them|my (?:kids?|son|daughter|mom|mother|sister|baby
          |grandkids?|grandson|granddaughter|friend|grandma)|the (?:kids?|baby|child(?:ren)?)|his (?:kids?|wife
          |girlfriend)|her (?:kids?|baby|mom|again))(?! (?:up with|up for|at|in (?:madden|the game)))
        """,
        spanish="""
        golpeand(?:ola|olo|ome)|pegand(?:ole|ome)|(?:golpiando|golpeando|pegando) a (?:mi|su|la)
        (?:esta|estan|anda) (?:golpeando|pegando|maltratando|ahorcando|pateando)
        le (?:pega|pego|esta pegando|rompio)(?: ~)? (?:a )?(?:mi|su|el|la|los|las)
        (?<!se )(?<!nostalgia )(?<!tristeza )(?<!ansiedad )(?<!malilla )(?:me|nos|la|lo|le) (?:pega(?! (?:el (?:sol
          |frio|hambre|aire|calor|sueno|bajon)|la (?:malilla|cruda
          |nostalgia|tristeza|ansiedad|depresion|soledad)|(?:duro|bien) (?:diciembre|la|el|esta)))|pego|golpea
          |golpeo|esta pegando|esta golpeando
          |ahorca|ahorco
          |estrangul[oa]|patea|pateo|empuj[oa]|avienta|avento|arrastr[oa]|jal[oa](?! (?:la grua|(?:pal|para el
          |al) (?:jale|trabajo)))|cachetea|cacheteo|violo|viola
          |maltrata|maltrato|abusa|abuso|manosea|encierra|encerro|quiere ahorcar|quiso ahorcar
          |amarro|deja moretones|dejo (?:morad[oa]|moretones)|lastima|pone la mano)(?! (?:con alguien
          |a la perfeccion|bien|ahi|el turno|hacer))
        (?<!se )(?:me|le) quem[oa](?! (?:la|el|los|las|mi|todo))
        (?<!se )(?:me|le) quem[oa] (?:la (?:cara|piel|mano)|las (?:manos|piernas)|los (?:brazos|pies))
        (?:me|le|nos) (?:volvio|vuelve) a (?:pegar|golpear|lastimar)
        (?:padrastro|tio|abuelo|papa|primo|hermanastro|padrino|pastor|novio de (?:mi|su) mama) (?:me|la|lo
          |nos) toca(?:$| (?:la (?:pierna|cola)
          |las (?:piernas|partes)|los (?:senos|pechos)|a mi|todas las noches|y|tengo|mis partes|en la noche|de noche
          |cuando|sin|abajo|ahi))|me toca (?:mi (?:padrastro|tio|papa|abuelo|primo|hermano)|el novio)
        (?:me|la|lo) toca (?:ahi|abajo|el cuerpo|las partes|mis partes|de noche|en la noche|cuando|y|sin)
        (?:me|le|la) (?:agarro|agarra|da|dio|dan) (?:a |de )?(?:golpes|cachetadas|patadas|del cuello|trancazos
          |una golpiza)
        golpiza|moretones|del cuello|manos en el cuello
        (?:le pega|golpea|maltrata|abusa de|toca)(?: a)? (?:mi|los|las|su|sus|la) (?:mama|hij[oa]s?|nin[oa]s?
          |hermana|niet[oa]s?)
        """,
        softer=(OVER_NOW, LAUGHING), unless=(one_of(
            """
            madden|chess|uno|the remote|rap (?:music|song)|tackle|hit me up|hits? the gym|sports?|charged|le pega al
            la luz|la renta|el corazon|kick(?:ed|s)? (?:me|us) (?:out|off)|hit me back
            hit me with (?:a (?:text|list|link|number|bill|fee|ticket|fine|late|charge|violation|toy)|it$)
          |who hit me with (?:his|her) car|car door|from the gym|mis hijos si hablo|threw me out|nos quemo la
            mas me pega|me pega (?:feo |duro )?de palabras|(?:diciembre|navidad|malilla|ansiedad|cancion|tristeza
          |soledad|abstinencia)(?: ~)? me pega|(?:reuniones|navidad) ~ pega|nadie me|hit(?:ting)? me up
            """
        ),),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
    Rule(
        "held_or_forced", _KIND, Risk.CRISIS, None,
        english=f"""
        (?:he|she|they|boyfriend|husband|man|ex|dad|mom|stepdad|caretaker|son|daughter)(?: ~)? (?:took|takes|has|hid
          |hides|smashed|broke|keeps)(?: ~)? my (?:keys|phone)(?: ~)? (?:and|my|so|keys|phone)
        (?:got|has|have|had) (?:me|us|her|them) locked|have sex with (?:him|her|them)(?: ~)? or
        will not give me my (?:medicine|meds|pills|food|insulin|phone|money)|comes (?:to|in|into) my room
        (?<!package is )(?<!parcel is )held (?:at|in|by|against|there|here|hostage|captive)
        (?:man|guy|dude|woman|pimp|somebody) who sells (?:her|him|me|girls)
        keeps? (?:me|her|him) (?:high|drugged|on dope|strung out|locked|there)(?: ~)? (?:so|and|wont)?
        hiding (?:~ )?(?:closet|bathroom|car|garage|bedroom)(?: ~~) (?:he|drunk|husband|boyfriend|him|breaking)
        (?:left|leaves|leaving) (?:us|me|them|the kids|him|her)(?: ~~) (?:days|alone)(?: ~~) (?:food|kids|years old
          |i am [0-9]|hungry)
        no food(?: ~)? (?:i am|we are) (?:[0-9]|1[0-7])$
        breaking everything|trashing the house|tearing up the house
        (?:{CLOSE})(?: ~)? (?:will not|does not|do not|would not|wont|refuses to|is not|not)(?: ~)? (?:let|letting
          |allow)(?: ~)? (?:me|us|her|him|my sister|my friend|my daughter|anybody)(?: ~)? (?:leave|out|go|use
          |have(?! (?:a|my|the) (?:dog|cat|pet|car|guest|visitor|grill))
          |see(?! (?:my|our|the|em|them|him|her))|call|talk|eat|come|work|go home)
        (?:<they>|boyfriend|husband|man|pimp) (?:is |are |been |has )?(?:keeps?|keeping|kept) (?:me|us|her|him
          |my (?:sister|daughter
          |friend|mom|kids)) (?:(?:in )?here|in (?:a|the|his|this) (?:house|room|motel|hotel|trailer|car|van
          |apartment|garage|closet
          |shed|trap))|being kept (?:here|in|against)
        (?:keeps?|keeping|kept) (?:me|us|her|him|my (?:sister|daughter|friend|mom|kids))(?: ~)? (?:inside|locked
          |captive
          |room|basement|prisoner|hostage|against (?:my|her|his) will)
        (?:lock|locks|locked|locking|trapped|trap|holding|held)(?: all of| up)? (?:me|us|her|him
          |my (?:sister|daughter|friend|mom|kids))(?: ~)? (?:in|inside|locked|here|captive|room|basement|prisoner
          |hostage|against)
        (?:took|takes|taking|has|holding|smashed|broke|hid|hides)(?: ~)? (?:my|her|our|all my) (?:~ )?(?:phone|keys
          |papers|passport|id|ids|documents|wheelchair|ssi|check|money|medication|meds)(?: ~)? (?:and (?:will|i|he
          |she|says|they)|so i|from|away|until|if|wont)
        trapped (?:here|in|with|at)
        (?:make|makes|making|made|force|forces|forcing|forced|sells?|selling|sold|traded?|pimp(?:s|ing|ed)?
          |rents?)(?: ~)? (?:me|us|her|my (?:daughter|sister|niece|friend)|girls)(?: ~)? (?:sleep with|have sex
          |trick|tricks|work|dance|date|dates|do (?:things|stuff)|sell|for (?:drugs|dope|money|rent)|pay|see men
          |see dudes|to (?:men|other|his|dudes|guys)|on (?:the|backpage)|online|stay|out)
        pimp|traffick(?:ing|er|s)|(?:got|get|getting|been|being|is|are|am|was) trafficked(?! (?:at|when|as))
          |trafficked (?:me|her|him|us|my)|sex for (?:rent|drugs|dope)
        (?:sleep|sex) with (?:him|them|men|landlord|his)(?: ~)? (?:or|for|to (?:stay|keep))|quota|rapes?
        molest(?:ed|ing|s)?
        (?:touches|touching|touched|comes into|coming into|climbs into)(?: ~)? (?:me|my (?:room|bed|privates?|body)
          |her|him)(?: ~)? (?:at night|down|there|when|private|while|every|$)
        """,
        spanish="""
        (?:estoy|estamos|me quede) (?:encerrad[oa]s?|atrapad[oa]s?|escondid[oa]s?)(?: ~~) (?:el|tomado|borracho
          |hijos|ninos|marido|esposo)
        (?:se lleva|quitar|me quita)(?: a)? (?:mis|los) (?:hijos|ninos)
        la (?:vende|venden|tiene|tienen)(?: ~)? (?:hombre|motel|encerrada|casa)
        no (?:me|nos|la|lo) deja(?:n)? (?:salir|ir|hablar|usar|trabajar|ver|comer)
        (?:me|nos|la|lo) (?:tiene|tienen)(?: ~)? (?:encerrad[oa]s?|amenazad[oa]s?|secuestrad[oa]|amarrad[oa])
        (?:me|la|nos) (?:encierra|encerro)
        (?:me|la|nos|las) (?:obliga|obligan|forza|fuerza|vende|venden|prostituye|hace acostar|hacen acostar
          |hace tener)
        (?:me )?(?:quito|quita|rompio|escondio|tiene) (?:el |mi |mis |los )?(?:telefono|celular|papeles|llaves
          |pasaporte|documentos)
        trata de personas|padrote|acostarme con|abusa de (?:mi|ella|el|la)|me viola|me manosea
        se mete (?:a|en) mi (?:cuarto|cama)
        """,
        softer=(OVER_NOW, LAUGHING, one_of(
            """
            detox|rehab will not|shelter will not|doctor will not|judge|po will not|boss will not let
            they will not let me (?:in|have my dog|bring|stay|have kids)|landlord will not let|door locked
            sober house|court|jail took|police took|cps|my kids? (?:a|their)|dmv|clinic|counselor|insurance
            human traffic
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
)  # fmt: skip
