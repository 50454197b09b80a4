"""Violence: danger from others, or to others, now."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, LAUGHING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.VIOLENCE
_IN_FUN = one_of(
    """
    shoot (?:me|you|over|them|him) (?:a|an|over|some)|(?:shot|shoot|shooting) (?:my|your|the) shot
          |shot down(?! (?:the (?:street|block|road)|on [0-9]))
    (?:room|house|car|trailer|apartment) (?:got|was) shot up|blown up once|shot downtown|dolores me matan
    shot to hell|taking a shot|flu|arm is sore|candy|dropping off|trae a los ninos
    vaccine|vivitrol|sublocade|puppy|leg day|softball|jump start
    (?:boss|sponsor|landlord|wife|teacher|mother in law|mama|mom|po|padrino|mama|jefe|patron|mi esposa
      |mi vieja) (?:is |me )?(?:going to|gonna|will|va a) (?:kill|murder|matar)
    me va a matar (?:de|si llego|tome)|rent is|bills are|kill for|for a (?:burger|drink|smoke|cigarette)|killed it
    killing it|(?:would|could|id) (?:kill|murder) (?:for|a|some)|torta|kill time|killing time|time killing
    gun show|gun rights|hit me (?:up|with|back)|por una cerveza|remote|eagles|cowboys|steelers|rivers got
    charged with|expunged?|convicted|parole for
    victims comp|mosquitos?|spiders?|roaches|bugs|weeds|4 de julio
    data plan|my mochila|la mochila|mis cosas|mi bici|me apunto|me matan donde|botas|matematicas|groceries
    blow(?:ing)? up my phone|(?:back|knees?|nerves|truck|car|brakes|transmission) (?:is|are) shot
    entrar (?:a|al|en) (?:el |la |un |una )?(?:tratamiento|programa|detox|rehab|trabajar|trabajo|escuela|clases?)
    (?:renta|droga|frio|calor|sol|cuenta|espalda|trabajo|tarea|vicio)(?: ~)? me va a matar
    (?:dope|stuff|shit|habit|drinking|alcohol|drink|bills?|company|heat|tooth|teeth|rent|eviction|stress|math|job
          |robot
      |menus?|debt|cold|my back|knees?|feet|fussing?|winter|weekends?)(?: (?:is|are|be))? (?:going to|trying to|will
          |might
      |about to) (?:kill|murder) (?:me|us|him|her|my)
    it (?:is going to|will) kill (?:me(?:$| (?:one|before|some))|my wife)
    kill (?:this|the|that|my) (?:habit|sobriety|lawn|rooster|weeds|vibe|mood)|misma aguja|picaron las ratas
    """
)
_SOMEBODY = (
    "him|her|them|somebody|someone|people|everybody|everyone|this (?:dude|guy|man|woman|bitch|mf|motherfucker|"
    "nurse|cop|po|pig)|that (?:dude|guy|man|woman|bitch|mf|cop|pig|boy)|"
    "these (?:people|dudes|guys|mfs)|those (?:people|dudes|guys)|you|yall|all of you|my (?:[a-z]{1,12} "
    "){0,1}(?:<kin>|boss|po|landlord|dealer|cellmate|bunkie|kids|neighbors?|stepdad|stepmother|counselor|judge)|"
    "the (?:<kin>|cops?|baby|kids|neighbor|judge|staff)|his|her|your"
)

RULES = (
    Rule(
        "meaning_to_hurt", _KIND, Risk.CRISIS, None,
        english=f"""
        burn(?:ing)? (?:~ )?(?:place|house|building|it|shelter|program|trailer|room)(?: ~)? down
        (?:got|have|has|took|grabbed)(?: ~)? (?:<gun>|<blade>)(?: ~)? (?:and|i am|is|he is|going)(?: ~)? (?:going
          |headed|coming|waiting)(?: ~)? (?:over|there|to|for|back)
        (?:went|going|gone|left) to kill (?:the|that|a|him|her|them|somebody|someone)
        holding (?:<him>|his|a) (?:~ )?(?:with|at) (?:a|the) (?:knife|gun|blade)
        holding (?:<him>|his sister|her) (?:~ )?hostage
        (?:left|went|going|goes|drove|headed|on (?:his|her|my) way)(?: ~~) (?:with|and took|took) (?:a|the|his|my
          |her) (?:<gun>|<blade>|bat|machete)
        (?:<will>)(?: ~)? (?:kill|murder|shoot|stab|cut|hurt|choke|strangle|beat|fuck up|smash|bash|run over|burn
          |poison|jump|shank|smoke|body|shake|drown|run) (?:~ )?(?:{_SOMEBODY})(?! (?:self|a text))
        (?:kill|shoot|stab|hurt|murder|shank) (?:{_SOMEBODY})(?: ~)? (?:if|tonight|today|tomorrow|right now|before
          |dead|and|i swear|for what|when)
        (?:going to|about to|ready to|want to|gonna) (?:kill|murder|hurt|shoot|stab) (?:somebody|someone|people
          |everybody|him|her|them)
        (?:shoot|shooting|blow|blowing|burn|burning|light) (?:up |down )?(?:~ )?(?:school|job|work|clinic|church
          |courthouse|house|place|building|mall|office|program|shelter)(?: ~)? (?:up|down|with)?
        (?:shoot|shooting|blow|burn)(?:ing)? (?:up|down) (?:his|her|my|the|a|this|that|their)
        put(?:ting)? (?:him|her|them) in the ground|catch a body|(?:slide|sliding) on (?:him|them|em|her)
        spin the block|(?:bodies|body) (?:will|going to) drop|they (?:will|are going to
          |going to)(?: all)? pay (?:for (?:this$|that$|it$|what (?:they|he|she)|it all)|me back in blood
          |with (?:blood|their))|they (?:will |are going to |going to )?all pay(?:$| (?:today|tonight|for))
        they pay for what they did
        (?:going|coming) (?:back )?(?:~ )?with (?:my|his|a|the) (?:<gun>|bat|machete|knife)
        (?:knife|gun|bat|machete|blade|hammer) on (?:me|him|her) and
        (?:i have|got|have|grabbed|grab|loaded|cleaning) (?:my|a|the|his) (?:loaded )?(?:<gun>
          |<blade>)(?: ~~) (?:if (?:he|she|they|that)|use it|waiting for (?:him|her|them)|when (?:he|she|they)|pay
          |come|comes)
        bullets? (?:is |are )?(?:already )?(?:loaded|for (?:him|her|them))|going to snap and
        (?:might|will|going to|scared i) (?:snap|lose it) (?:and|on) (?:~ )?(?:hurt|kids|him|her|somebody)
        shake the baby|voices ~ kill
        """,
        spanish="""
        (?:llevar|llevo|meter) (?:la|una|su|mi) (?:<arma>|<filo>)(?: ~)? (?:escuela|trabajo|clase|iglesia)
        hoy alguien (?:me )?la paga|(?:traigo|trae|lleva|agarre|agarro)(?: ~)? (?:<arma>|<filo>) y (?:voy|va|hoy)
        se (?:fue|va|llevo|salio)(?: ~)? con (?:un|el|la|una) (?:<arma>|<filo>|bate)
        (?:salio|se fue|anda) a buscar(?:l[oa])?(?: ~~) (?:arma|pistola|cuchillo|matar)
        (?:lo|la|los|las|le) voy a (?:matar|picar|balear|apunalar|golpear|quebrar|reventar|quemar|machetear|tronar)
        (?:voy|quiero|va|piensa|dice que va|pienso|ganas de|iba) (?:a |de )?(?:matar(?:l[oa]s?)?|apunalar(?:l[oa])?
          |balacear|balear(?:l[oa])?|quemar(?:l[oa])?|golpear(?:l[oa])?|picar(?:l[oa])?|romperle|partirle
          |lastimar(?:l[oa]s?)?|hacerle dano|darle (?:un balazo|piso)|quebrar(?:l[oa])?) ?(?:a|al|la casa|con|de|$)
        (?:voy|va) a matar(?:l[oa]s?)?|matarl[oa]s?|que (?:me )?la(?:s)? va(?:n)? a pagar
        tengo ganas de (?:matar|lastimar|golpear)
        (?:saco|traigo|tengo|agarre) (?:la|mi|el|un|una) (?:pistola|cuchillo|machete|fusca|cuete)(?: ~~) (?:si|lo|la
          |le|viene|voy)
        """,
        unless=(_IN_FUN, one_of("kill (?:<self>|himself|herself|me)|drywall")), softer=(LAUGHING,),
    ),
    Rule(
        "threatened_or_attacked", _KIND, Risk.CRISIS, None,
        english="""
        (?:showed up|came over|came|pulled up|outside|is here|standing)(?: ~)? with (?:a|the|his|her) (?:<gun>
          |<blade>|bat)
        (?:put|held|holds|holding|pointed|stuck)(?: ~)? (?:<gun>|<blade>)(?: ~)? (?:to|in|at|on|against) my (?:head
          |face|neck|throat)
        (?!will not rob)(?:<will>|says he will|said they will|gonna|coming to|want|wants|here to|trying to|tried to
          |threaten(?:ed
          |ing|s)? to|said)(?: ~)? (?:kill|shoot|stab|jump|rob|hurt|murder|beat|rape|burn|kidnap|snatch) (?:me|us
          |my (?:kids?|<kin>|family|house|moms))
        (?:kill|shoot|stab|hurt) (?:me|us|my kids) (?:if|tonight|today|when|tomorrow|because|over|in here)
        (?:want|wants) (?:my head|me dead)|(?:price|hit) (?:is )?(?:on|out on) (?:my head|me)
        (?:has|have|got|pulled|pulling|pointed|pointing|waving|put|holding|with|swinging)(?: ~)? (?:a|the|his|her
          |their|big)? ?(?:<gun>|<blade>|weapon|bat|guns|bats|crowbar)(?: ~)? (?:on me|at me|at us|in my face|to my
          |at my|outside|at the door|and (?:is|he|they)|on (?:him|her))
        (?:gun|knife|blade|machete) (?:on|to|at|in) (?:me|my|us)(?: |$)
        (?:kicking|breaking|banging|beating|busting|trying to (?:get|break)|broke|getting|coming|pounding
          |kicked)(?: ~)? (?:in|down|into|on|through) (?:my |the |our |to my )?(?:door|window|house|apartment|tent
          |room|car|apt)
        (?:trying to break|breaking|broke|breaks) in(?:to)?(?: (?:now|right now|my|our|the (?:house|door|apartment
          |tent))|$)
        home invasion|(?:coming|come|circling|came) back(?: ~)? (?:to (?:finish|kill|hurt|get)|for (?:me|us)$)
        (?:following|chasing|stalking|hunting|cornered|coming after|coming for|waiting outside for
          |outside waiting for|surrounding|jumping|robbing|attacking|beating) (?:me|us)
        (?:they are|he is|she is|is) (?:~ )?outside (?:my|the|with|waiting|my door)|parked outside
        (?:i|we) (?:am |was |been |got |just got |have been |just been )?(?:~ )?(?:shot|stabbed|jumped|robbed
          |attacked|mugged|beat up|raped|assaulted|carjacked|kidnapped)(?: (?:and|at|by|outside|last night|today
          |tonight|in|on|right|over|$))
        just (?:got |been |was )?(?:shot|stabbed|raped|jumped|robbed|kidnapped|assaulted|drugged and)
        (?:been|got|was) (?:raped|kidnapped|stabbed|shot)(?: (?:in|behind|up in|at|by|and|outside|tonight|today|now
          |just|on|last
          |help|please|with|over|she|he|i)|$)|(?:been|got|was) drugged and
        (?:been|got|was) (?:sexually assaulted|jumped$|assaulted$|(?:jumped|assaulted)(?: (?:help|need|by|outside|in
          |last night|tonight|today|now
          |again|and|he|she|at (?:the shelter|a party|school)|bad|twice))|robbed (?:at gunpoint|by (?:two|[0-9]
          |a (?:guy|man|dude))|and beaten))
        (?:raped|jumped|stabbed|shot|robbed|attacked|assaulted|kidnapped|carjacked) (?:me(?! (?:a|an|over|down|back
          |the|some))|him|her|us|my (?:<kin>)|at (?:me|us|my)|a man
          |a woman|somebody)
        shots? (?:fired|going off|outside)
        (?:they are |somebody is |people |is |are )shooting(?: (?:at|on|outside|up (?:the|my|our|this|a)|in|each
          |right)|$)
        (?:shoot|run) up (?:in )?(?:my|our|here|the)|active shooter
        hiding (?:in|under|from)(?: ~~) (?:knife|gun|guy|man|him|them|outside|closet|bathroom|bed)|hostage
        (?:he|they|she|man|guy) (?:~ )?(?:will not|would not) let (?:me|him|her|us) (?:leave|go|out)
        (?:is|are|was)(?: ~)? (?:beating|stabbing|shooting|choking|strangling|raping|attacking|jumping|killing
          robbing) (?:a (?:man|woman|girl|guy|kid|boy|lady)|him|her|my (?:<kin>)|the (?:<kin>|baby)|somebody|someone
          each other|people)
        (?:chasing|holding|after) (?:my|his|her|him|a|the)(?: ~~) (?:with|w) (?:a|the|his) (?:<gun>|<blade>|bat
          |knife|machete)
        (?:got|was|been|is|somebody|someone) (?:shot|stabbed) (?:in|outside|at|and|by|over|on|right)
        threw (?:her|him|a girl|me) in(?:to)? (?:a|the|his) (?:van|car|trunk)
        (?:took|grabbed|snatched|kidnapped) (?:a girl|my (?:daughter|son|kid|sister|baby)|her|him)(?: ~~) (?:van|car
          |street|bus|trunk|trap)
        (?:trying|going|coming|wants?|out) to get (?:me|us)(?: (?:tonight|now|and|because|for|over|if)|$)
        got (?:him|her|me) in the trap|snitched ~~ kill|going to (?:kill|get) me in here
        """,
        spanish="""
        (?:hombre|tipo|alguien|muchacho|gente|tipos) (?:armad[oa]s?|con (?:un |una )?(?:<arma>|<filo>|bate))
        con (?:<arma>|<filo>) (?:afuera|en mi|en la puerta)
        (?:acaban de|ahora) (?:~ )?(?:matar|mataron) a(?:l)?
        (?<!desde que )(?<!cuando )(?<!como )(?<!donde )mataron al? (?:~ )?(?:<pariente>|hombre|muchacho)(?:$
          |(?: ~)? (?:anoche|hoy|ahora|ayer
          |hace rato|afuera|enfrente|y (?:vienen|me|nos|ahora|dicen|sigo)))
        los que mataron a(?: ~)? (?:me|nos|ya|estan|andan|vienen)
        (?:balacearon|balearon|apunalaron|navajearon|picaron|machetearon|golpearon) a(?:l)? (?:mi |un |una 
          |su )?(?:<pariente>)
        (?:le|lo|la|los|nos) (?:estan|esta) (?:apunalando|golpeando|balaceando|matando|pateando|asaltando|pegando)
        (?:estan|esta) (?:apunalando|golpeando|matando|pateando|asaltando)(?: a)? (?:<ellos>)
        (?:me|nos) (?:va|van|quiere|quieren|andan|viene|vienen|amenazo con|amenazaron con)(?: a)? (?:matar|golpear
          |picar|balear|quemar|levantar|robar|violar|secuestrar|hacer dano|lastimar|siguiendo|buscando)
        (?:me|nos) (?:apuñalaron|apunalaron|balearon|dispararon|dispar[oa]n?|golpearon|violaron|violo|amenazaron
          |apuntaron(?! (?:a|en) (?:el|la|una?) (?:feria|lista|programa|clase))|apunto|levantaron|secuestraron
          |viene siguiendo|vienen siguiendo
          |estan siguiendo|esta siguiendo|persiguen|atacaron)
        me picaron(?! (?:con la misma|las (?:ratas|abejas|chinches|hormigas|pulgas)|los (?:zancudos|moscos
          |mosquitos)|abejas|hormigas
          |zancudos|mosquitos|chinches))
        (?:me|nos) (?:asaltaron|picaron|robaron) (?:ahora|hoy|anoche|ayer|y|con|afuera|aqui)
        (?<!desde que )(?:me|nos) asaltaron(?! en el trabajo)|me robaron a mi (?:hij[oa]|bebe|nin[oa])
        (?:me|nos) robaron(?: ~)? (?:a mano armada|a punta de|a golpes|con (?:una? |la )?(?:<arma>|<filo>)
          |y me (?:pegaron
          |golpearon|picaron))
        (?:estan|hay|oigo) (?:tirando |los )?(?:balazos|disparos|tiros|balacera|tirando|disparando)|balacera
        (?:me|nos) (?:puso|pusieron|saco|sacaron|apunto|apunta)(?: ~)? (?:pistola|cuchillo|arma|navaja|machete)
        (?:tumbar|tumbando|patear|pateando|romper|forzando|quieren entrar|quiere entrar|meterse
          |metiendo)(?: ~)? (?:la )?(?:puerta|casa|ventana)
        (?:quieren?|tratan? de) (?:entrar|meterse)(?:$| (?:aqui|ayuda|a la fuerza|a robar|armad[oa]s?|con(?:migo)?
          |tengo miedo|unos
          |mi ex|por (?:la|atras|mi)|y (?:tienen?|traen?|yo|estoy)|(?:al?|en) (?:el |mi |la |nuestra )?(?:casa
          |cuarto|traila
          |apartamento|departamento|depa|carro|cama|bano|tienda))(?! de (?:recuperacion|sobriedad)))
        (?:afuera|esta aqui|estan aqui)(?: ~)? (?:con (?:(?:un|una|la|el|su) )?(?:<arma>|<filo>|bate|palo|armas
          |pistolas)
          |armad[oa]s?)
        (?:le|lo|la) (?:estan|esta) (?:golpeando|apunalando|matando|disparando|pegando|asaltando)
        (?:balearon|apunalaron|dispararon|golpearon|asaltaron|secuestraron|levantaron|violaron) a (?:mi|un
          |una|su)
        no me dejan? (?:salir|ir)|me tienen (?:encerrad[oa]|secuestrad[oa])|persigue con|estoy escondid[oa]
        (?:si|hoy|aqui|o|dicen|dijeron|creo|vienen|encontrar|cartel|ayudame)(?: ~~)? me matan(?! (?:de(?! noche)
          |con tant[oa]|tant[oa]|alla))
        me matan (?:si|hoy|esta noche|manana|ayuda|a (?:golpes|mi)|aqui|los de|entre todos)|^me matan$
        me violaron|amenazado de muerte
        """,
        unless=(_IN_FUN,), softer=(LAUGHING, one_of(
            """
            police shot|news|the game|visa|therap|counsel|lawyer|abogado|ptsd|trial|walked in shot
            follow(?:ing)? me (?:on|back)|charge
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
    Rule(
        "trouble_near", _KIND, Risk.CHECK, None,
        english="""
        owes? (?:~ )?(?:dealers?|dope boys|bad people|bad guys|gang|cartel|the wrong people|plug)
        got (?:him|her) in the trap
        (?:broke|punched|kicked|smashed|busted)(?: ~)? (?:door|wall|window|tv)(?: ~)? (?:and (?:left|stormed|ran)|$)
        so angry (?:he|she)|not feel safe
        (?:do something|something) (?:stupid|crazy|bad) to (?:him|her|them|somebody)|gets? ugly
        (?:could|can|might|will|want to|wanna|going to|about to|would) (?:just )?(?:hurt|kill|swing on|fight|beat
          |punch|choke|snap|slap|lose it on|fuck up|explode on|go off on)(?: on)? (?:somebody|someone|him|her|them
          |people|everybody|this (?:old |little )?(?:man|dude|guy|woman|lady|baby|kid|child|person|boy|girl|bitch
          |fool|nurse|cop
          |neighbor)|my (?:own )?(?:<kin>|boss|landlord|family|neighbors?|cellmate|bunkie|kids|parents|brothers
          |sisters|uncles
          |classmates|coworkers|roommates|teacher|supervisor|manager|abuser|rapist|newborn|grandkids|patients|dog|cat
          |[a-z]{1,12} (?:neck|ass|throat)))
        (?:what|of what) i (?:will|might|would|am going to|am about to|could)(?: ~)? (?:do )?(?:if i see|to (?:him
          |her|them)|about to do)
        hurting (?:him|her|them|people|others|someone|somebody)(?: (?:tonight|again|now|if|when|so|because|right)|$)
        hurting my (?:<kin>|family)
        thoughts (?:of|about) (?:hurting|killing|violence)|(?:not|do not) (?:feel )?safe (?:here|at|in|around|there)
        people (?:is |are )?after me|(?:is|are|been|keeps|keep) threatening
        threaten(?:ed|ing|s) (?:me|us|my|him|her|to|a)|threats?
        owe(?:s)?(?: ~~) (?:dealer|bad|dope boys|money|people|gang)(?: ~~) (?:keeps|driving|coming|threat|scared
          |looking|dead|hurt)
        owe some bad|(?:losing|lose|lost) it (?:on|with) my (?:kids|baby|son|daughter)
        (?:they|he|she|you|yall|somebody|someone|everybody)(?: (?:is|are|all))? (?:going to|gon|gonna) (?:pay
          |learn)(?! (?:for
          |my|the|me|it|how|to|about))
        coming for (?:every|all|him|her|them|you)|get(?:ting)? even
        (?:yelling|screaming|crashing|fighting)(?: ~)? (?:next door|upstairs|downstairs|outside|and crashing
          |and hitting)
        driv(?:es|ing) by (?:my|our|the)?|keeps driving by
        (?:furious|so angry|rage|raging|mad)(?: ~~) (?:looking for|broke|left|gun|door|went|punch|hurt|wall)
        pictures with guns|looking for (?:the guy|him with)|go to jail for what|(?:want|wants|going) (?:to )?revenge
        jump me|bad people ~ (?:looking|after)|scared for my life|fear for my
        """,
        spanish="""
        le debo (?:a|dinero)(?: ~)? (?:gente|mala|malos|dealer|cartel)|gente mala
        anda buscando (?:al|a la|a los|a)|(?:rompio|pateo|golpeo) la (?:puerta|pared)
        (?:me|nos|lo|la|le) (?:amenaz[oa]n?|estan amenazando|amenazaron|anda buscando|andan buscando)|amenazas?
        (?:no me siento|no estoy) (?:a salvo|segur[oa])
        (?:podria|puedo|voy a|ganas de|hacer una) (?:lastimar|golpear|pegarle|hacerle algo|hacer algo|tonteria
          |locura)
        me las (?:va|van) a pagar|(?:va|van) a pagar
        debo (?:dinero|feria|lana)(?: ~~) (?:malos|dealer|buscando|cobrar|miedo)
        (?:gritos|golpes)(?: ~)? (?:al lado|vecino|vecinos|en el|de al)|vengar(?:me|se)
        pasan (?:y pasan )?(?:por|frente)|(?:coraje|rabia)(?: ~~) (?:pegar|golpear|matar|romper|lastimar)
        no se que le (?:voy a hacer|hago)|alguien (?:me )?(?:sigue|la va a pagar)
        """,
        unless=(_IN_FUN, LAUGHING, ABOUT_THE_LINE, one_of(
            """
            eviction|landlord|charge|lawyer|anger management|legal|court|threatened to put|the bus|wall last|text if
            cut off|sober house|shelter with|pfa|restraining|want out of|housing|therap|cps|custody
            (?:coach|bot|list)|safe place|pay (?:for|my|the|rent|me|it|them|bills|cash)|learn (?:to|how|about|it)
            """
        )),
        may_be_over=True, otherwise=About.SELF,
    ),
)  # fmt: skip
