"""Abuse: a partner, a relative, a pimp, a caretaker who hurts, locks in, forces."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, LAUGHING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.ABUSE
_OVER_NOW = one_of(
    """
    survivors?|i left (?:him|her|my|in)|left (?:him|her|an?|my abusive)|(?:out|free|away) (?:for|since|now|[0-9])
    been out|moved (?:to|out of state|away)|locked up|in (?:jail|prison)|dead (?:6|[0-9]|now)|pfa|restraining
    protection order|counsel(?:or|ing)|therap(?:y|ist)|caseworker|ex used to|dated|got out of|lawyer|custody case
    abogado|ya (?:me )?(?:sali|separada|estoy fuera|nos separamos)|sobrevivientes|hace anos|terapia|consejera
    when i was|he changed
    hit (?:me|him|her) up|hit me (?:with|back)|beat (?:me|him|her) (?:at|in|to)|killing me in court
    over his shoulder|uncle did to me|years ago
    """
)
_CLOSE = (
    "he|she|they|<they>|partner|boyfriend|bf|gf|girlfriend|husband|wife|ex|baby daddy|bd|my man|stepdad|stepfather|"
    "uncle|dad|mom|mother|father|son|daughter|grandson|caregiver|aide|staff|pimp|boss|landlord|him|"
    "driver|dealer|dudes?|guys?"
)
# Whom nobody takes for an office or a shelter: "they will not let me enrol" is no prison.
_ONE_AT_HOME = (
    "he|she|partner|boyfriend|bf|gf|girlfriend|husband|wife|ex|baby daddy|bd|my man|stepdad|stepfather|uncle|pimp"
)

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
        (?:(?:{_CLOSE}|parents|brothers|cousins|caretaker|guards?)(?: ~)?|who|just|keeps|started|and|is|always|will
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
        (?<!se )(?:me|nos|la|lo|le) (?:pega(?! (?:el (?:sol|frio|hambre|aire|calor|sueno|bajon)|la (?:malilla|cruda
          |nostalgia|tristeza|ansiedad|depresion|soledad)|(?:duro|bien) (?:diciembre|la|el|esta)))|pego|golpea
          |golpeo|esta pegando|esta golpeando
          |ahorca|ahorco
          |estrangul[oa]|patea|pateo|empuj[oa]|avienta|avento|arrastr[oa]|jal[oa]|cachetea|cacheteo|violo|viola
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
        softer=(_OVER_NOW, LAUGHING), unless=(one_of(
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
        (?:is |being |are |be )?held (?:at|in|by|against|there|here|hostage|captive)
        (?:man|guy|dude|woman|pimp|somebody) who sells (?:her|him|me|girls)
        keeps? (?:me|her|him) (?:high|drugged|on dope|strung out|locked|there)(?: ~)? (?:so|and|wont)?
        hiding (?:~ )?(?:closet|bathroom|car|garage|bedroom)(?: ~~) (?:he|drunk|husband|boyfriend|him|breaking)
        (?:left|leaves|leaving) (?:us|me|them|the kids|him|her)(?: ~~) (?:days|alone)(?: ~~) (?:food|kids|years old
          |i am [0-9]|hungry)
        no food(?: ~)? (?:i am|we are) (?:[0-9]|1[0-7])$
        breaking everything|trashing the house|tearing up the house
        (?:{_CLOSE})(?: ~)? (?:will not|does not|do not|would not|wont|refuses to|is not|not)(?: ~)? (?:let|letting
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
        softer=(_OVER_NOW, LAUGHING, one_of(
            """
            detox|rehab will not|shelter will not|doctor will not|judge|po will not|boss will not let
            they will not let me (?:in|have my dog|bring|stay|have kids)|landlord will not let|door locked
            sober house|court|jail took|police took|cps|my kids? (?:a|their)|dmv|clinic|counselor|insurance
            human traffic
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
    Rule(
        "threat_at_home", _KIND, Risk.CRISIS, None,
        english="""
        (?:kill|hurt|drown) (?:the|my|our) (?:kids|baby|children)
        found (?:out )?where (?:i|we)(?: ~)? (?:moved|live|stay|work|am|are|at)
        (?:ex|he|husband|boyfriend)(?: ~)? (?:in|at|outside)(?: ~)? (?:parking lot|driveway|window|door|my job
          |porch)
        violat(?:ed|ing|es) (?:the|his) (?:pfa|(?:restraining |protection )?order)(?! (?:back|twice|last|before))
        says tonight (?:is|he)
        (?:he|she|him|ex|husband|boyfriend|bf|my man|baby daddy|partner|wife|stepdad|dad)(?: ~~)? (?:kill|hurt|shoot
          |find|burn|come after|drown|take the kids from) (?:me|us|my (?:kids|baby|mom|dog|family))(?: ~)? (?:if
          |when|tonight|again|this time|one day|next)
        (?:he|she|him|ex|husband|boyfriend|partner|they)(?: ~)? (?:going to|gonna|will|is going to|would
          |said he will|says he will|threatens? to|threatened to|swore|tried to|try to|trying to)(?: ~)? (?:kill
          |hurt|murder|shoot|find|burn|stab|strangle|choke|drown) (?:me|us|my kids|my mom)
        (?:he|she|ex|husband|boyfriend) (?:found|knows) (?:out )?where (?:i|we|me)(?: ~)? (?:live|stay|am|at)
        (?:ex|husband|boyfriend|he|abuser|stepdad)(?: (?:is|was|just|still|sitting|standing|waiting
          |parked)){0,2} outside(?! (?:since
          |all|family|court|in the (?:yard|garden|garage)|playing|smoking|mowing|working|fixing|with the (?:dog
          |kids)))
        (?:ex|husband|boyfriend|he|abuser)(?: ~)? (?:is )?(?:at my door|at the door|stalking me|following me
          |tracking me
          |coming over drunk|coming back tonight)
        (?:ex|husband|boyfriend|abuser|stepdad) (?:is )?on his way(?! (?:to (?:work|rehab|detox|treatment|court
          |school|pick|the)))
        (?:he|says he) (?:is )?on his way (?:home|here|over|now|back|drunk|and (?:he|is|mad|drunk)|to (?:my|our|kill
          |hurt|get|come))
        (?:afraid|scared|terrified|frightened)(?: ~)? (?:of|to go|he will|that he|she will|what he
          |my)(?: ~)? (?:home|husband|boyfriend|him|partner|ex|dad|stepdad|wife|son|man|her|do|hurt|kill|back)
        not safe (?:at home|with (?:him|her)|in my house|for me at home|to text|to talk|here with)
        (?:can not|cant) (?:talk|text) (?:long|now)? ?(?:he|she|because he)(?: ~)? (?:is )?(?:in|here|watching
          |checks|reads|next|sleeping)
        (?:hiding|hide|run|running|escape|get away|get out|leave|ran)(?: ~)? (?:from|before) (?:him|my (?:husband
          |boyfriend|ex|partner|man|abuser|dad|stepdad))(?: |$)
        need to (?:get out|escape|leave)(?: ~)? (?:before he|now|tonight|safely|him)|when he gets home
        before he (?:comes(?! (?:to (?:pick|help|fix|visit)|with|out|off))|wakes|finds(?! (?:a|work
          |out about the surprise))|gets(?! (?:out|us|it|too|old|paid|worse|a|his|sick|fired|evict|in trouble)))
        (?:escape|escaping|get away) (?:from )?(?:him|my (?:husband|boyfriend|ex|partner|man|abuser))
        """,
        spanish="""
        (?:mi ex|el|mi marido|mi esposo|mi novio)(?: ~~)? (?:patadas|patea|golpea|tumba
          |brinco)(?: ~)? (?:la )?puerta
        me encontro|de hoy no paso|hoy no la cuento
        (?<!frio )(?<!renta )(?<!vieja )(?<!suegra )(?<!calor )(?<!vicio )(?<!trabajo )(?<!jefa )me va a matar
        (?:dice que|dijo que|amenaza con|jura que|me) ?(?:me )?(?:va a|amenazo con|amenaza con|quiere|quiso
          |intento)(?: ~)? (?:matar|matarme|quitar los ninos|quemar|golpear|ahorcar|hacer dano|encontrar)
        (?:tengo|me da) miedo (?:de |a |que )?(?:mi (?:esposo|marido|novio|pareja|ex)|el|regrese|llegue|me (?:haga
          |mate|pegue))
        (?:sabe|encontro|averiguo) donde (?:vivo|estoy|estamos)
        (?:mi ex|mi marido|mi esposo|mi novio)(?: ~)? (?:afuera(?! del home)|siguiendo|me vigila|en la puerta
          |me sigue(?! (?:escribiendo(?! (?:que|cosas))|mandando(?! (?:amenaz|mensajes))|llamando(?! (?:y|todo
          |para))|debiendo
          |buscando trabajo)))
        (?:mi marido|mi esposo|mi novio|mi ex) (?:llega|llego|viene|esta|anda) borracho (?:y|otra vez|tengo miedo
          |afuera|con)
        no (?:es seguro|estoy segura|puedo hablar)(?: ~)? (?:en|casa|con|el|aqui|porque)
        (?:escapar|salir|huir|escaparme)(?: ~)? (?:de el|de aqui|de mi (?:esposo|casa|marido|novio)|antes)
        antes (?:de )?que (?:el )?(?:llegue|despierte|regrese)|(?<!tomando )(?<!toma )(?<!tomo )escondid[oa]
        """,
        unless=(one_of(
            """
            start using|vivitrol|sublocade|dropping off|me va a matar(?: ~)? (?:de|tome)|padrino
            trae a los ninos
            """
        ),), softer=(_OVER_NOW, LAUGHING, one_of(
            """
            rent|shelter for|school|work late|my sponsor|surgery|doctor|needles|dentist|relaps(?:e|ing)|withdrawal
            job
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
    Rule(
        "something_at_home", _KIND, Risk.CHECK, None,
        english=f"""
        (?:be|would be|will be|make me) sorry if (?:i|you)|regret it if
        not allowed to (?:have|leave|talk|see|go|use|call|work)|things are (?:real |really )?bad at home|bad at home
        never comes out alone|looks (?:1[0-7]|young|underage)|whispers when
        in trouble if i (?:am|come|get) (?:home )?late|bad trouble
        (?:he|she|boyfriend|husband|wife|ex|son|daughter|caregiver|aide) (?:took|hid|smashed|broke
          |stole) my (?:phone|keys|stuff
          |ids?|card|check|papers|meds|birth)
        black eye|says (?:he|she) fell|sunglasses inside|will not talk when (?:he|she|they)
        get in (?:bad |big )?trouble if i|bad trouble|makes? (?:me|her|him) (?:use|drink|smoke|get high|beg|strip)
        (?:man|guy|somebody|someone|boyfriend|husband) will not let (?:you|me|her)
        (?:does|do|doing) (?:stuff|things) (?:to me|i do not like|that)
        not text (?:~ )?(?:after|when|before) (?:~ )?(?:he|she|they)|(?:after|when|before) (?:[0-9] )?he gets home
        abusive|abus(?:ed|ing|es)|(?:domestic|dv) (?:violence|abuse|situation|relationship|victim|going on|next door
          |upstairs|at my)
        victim of (?:dv|domestic)|(?:help with|going through|need) dv
        (?:{_CLOSE})(?: ~)? (?:scares? (?:me|us|her|the|my (?:kids|son|daughter|mom))|scaring (?:me|us|her|the)
          |frightens
          |(?:screams?|screaming|yells?|yelling) (?:at (?:me|her|him|us|my|our|the (?:kids|baby)|everyone)
          |in (?:my face|front)|all|and (?:throws|hits|fighting)|when he)
          |throws? (?:things|stuff|plates)|punch(?:es|ed) (?:the )?walls?|breaks? (?:my(?! heart)|things)
          |controls? (?:me|my|her|what|where|when|who|how|if|all|our|the money|every(?:thing)?)|controlling
          |tracks? (?:me|my)|follows? me(?! on (?:insta|instagram|facebook|tiktok|ig|snap))
          |watches (?:me|my every)|(?:grabs?|grabbed) (?:me|us|my|her|the (?:baby|kids?)|his belt|our)|shoves
          |threw (?:a|my|the)(?: ~)? (?:at (?:me|us|her|my)|across|against|by my head|down the)|puts me down
          |calls me (?:stupid|worthless|names|fat|crazy|a (?:whore|bitch|slut|junkie)
          |bitch|whore|every name)|gets? (?:mean|rough|violent
          |so mad|angry|mad|jealous|ugly)
          |takes? (?:all )?my (?:check|money|phone|ssi|keys))
        (?:he|she|husband|wife|boyfriend|girlfriend) threw (?:the (?:baby|kids?|dog|cat|tv|table)|my (?:clothes|meds
          |phone|stuff|things)
          |a (?:chair|plate|bottle|knife))
        walk(?:ing)? on egg ?shells|punched the wall(?: ~)? (?:next|by|beside|near)
        (?:hear|heard|hearing)(?: ~~) (?:scream(?:s|ing)?|beating|hitting) (?:him|her|them|at|no|please|and|my name)
        (?:he|she|they|<they>|neighbor|lady|woman|next door)(?: (?:is|are))? (?:screaming|yelling|hollering) (?:no
          |help|please|my name|for help|stop)
        (?:hear|heard|hearing)(?: ~)? (?:kid|child|woman|lady|girl|neighbor|mom|baby|her) (?:screaming|screams
          |yelling)
        yelling at (?:them|him|her) through
        (?:scared|afraid|nervous)(?: ~)? (?:of (?:my|him|her|what he)|to go home|around (?:him|her|my))
        not (?:feel )?(?:safe|comfortable)(?: ~)? (?:home|around|him|with|house|staying|her)
        (?:keeps|keep) (?:a )?(?:bruises?|marks)|bruises|unexplained|(?:flinch(?:es|ed)?|jumps? when)
        (?:{_ONE_AT_HOME})(?: ~)? (?:will not|does not) let (?:me|her|him)(?! (?:in|start|off|play|see (?:my|our|the
          |them|him|her))(?: |$))
        will not let (?:me|her|him) (?:out|leave) (?:of )?(?:the|my) (?:room|house|car|door|bed)
        makes? me (?:feel )?(?:scared|uncomfortable|ask permission|beg|give)
        (?:touch(?:es|ed|ing)? me|weird|creepy|inappropriate)(?: ~)? (?:stepdad|uncle|staff|counselor|manager
          |landlord|room|way|looks?)
        (?:stepdad|uncle|staff|counselor|house manager|landlord)(?: ~)? (?:weird|creepy|touch(?:es|ed|ing)?|flirts?
          |keeps asking|comes in)
        (?:need|want|how)(?: ~)? (?:leave|get away from|get out of|escape)(?: ~)? (?:him|her|relationship|marriage
          |my (?:husband|boyfriend|man|partner|ex|bf))
        (?:strings?|owe him|owe her) ~ (?:rent|stay|dope)|(?:neglect(?:ed|ing)?|starving) (?:the|her|his|them)
        """,
        spanish="""
        me echa a la migra|llama(?:r)? a la migra
        me iba a arrepentir|me voy a arrepentir si|se pone (?:bien |muy )?(?:feo|violento|agresivo|bravo)
        me da miedo ir|no la deja(?: $|$| (?:salir|usar|hablar))|el no la deja|moreton
        me da miedo (?:ir a|estar en|llegar a|volver a) (?:mi|la|su)? ?casa
        (?:avento|aviento|tiro|rompio) (?:el|los|un|una|la) (?:plato|platos|vaso|silla|telefono|cosas)|ojo morado
        abusiv[oa]|maltrat[oa]|violencia (?:domestica|en casa)
        (?:mi|el)(?: ~)? (?:grita|controla|cela|revisa|vigila|amenaza|insulta|humilla|asusta|rompe|avienta
          |se pone (?:agresivo|violento|loco|bravo))(?: ~)? (?:me|mi|mucho|cosas|todo|celular|$)?
        me (?:grita|controla|cela|revisa|vigila|insulta|humilla|asusta|da miedo (?:mi|el|cuando))
        no me siento (?:segura|a salvo)
        (?:quiero|necesito|como) (?:dejar a mi (?:esposo|marido|novio|pareja|hombre|viejo)
          |salirme de (?:esta relacion|(?:esta|mi|su|la) casa)|dejarlo(?: ~)? (?:tengo miedo|me amenaza|no me deja
          |me pega)|irme de (?:la|su|esta) casa)|moret(?:on|ones)
        le tengo miedo|se queda con mi (?:dinero|cheque)
        """,
        unless=(_OVER_NOW, LAUGHING, ABOUT_THE_LINE, one_of(
            """
            my past|court|charge|expunge|attorney|doctor|school|coworker|dmv|classes?|batterers|substance abuse
            drug abuse|group|the kids scream|neighbors|dog|screams? at night|in the past|dv shelter with
            clases de|cargo de|seguro social|police|landlord|alcohol abuse|screen|survivor|bank|shelter|my dad was
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
)  # fmt: skip
