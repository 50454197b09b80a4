"""Psychosis: voices, visions, a sense of being hunted, days without sleep."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import LAUGHING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.PSYCHOSIS
_CALM = one_of(
    """
    used to hear|karaoke|thin walls|next (?:door|apartment|room)|neighbors music|takes his meds|takes her meds|nami
    thought the phone rang|meds fixed|are quiet
    is quiet|quiet since|gone since
    stable|in the past|doing ok|new clinic|case manager|refill|act team|doctor nuevo|ya no oigo|oia cosas antes
    se quito|printer|gym|haunted|my phone is|says they are watching us lol|mal[oa] madre|esta estable|movie|siri
    shadow people lol|on the radio|preacher|sermon|the choir
    planetarium|invega|new doctor
    """
)

RULES = (
    Rule(
        "voices", _KIND, Risk.CRISIS, None,
        english="""
        (?:tv|television|radio|phone|voices?|mirror|computer|walls?|dog|cat|demon|satan|devil|he|it) (?:is |are 
          |was )?(?:giving|gives|gave|sends?|sending) (?:me |him |her )?(?:orders|commands|instructions|signs
          |messages)
        (?:satan|the devil|demons?|lucifer) (?:is |are )?(?:in|inside|at|under|behind|after|coming)
        (?:radio|tv) (?:knows|says|said)(?: ~)? (?:my name|jump|kill|me|to)|voices? (?:is|are) telling|knows my name
        voices?(?! (?:message|mail))(?: ~~)? (?:tell(?:s|ing)?|told|say(?:s|ing)?|said|want(?:s)?|keep|command(?:s
          |ing)?|order(?:s|ing)?
          |talking|yelling|screaming|laughing|will not (?:stop|shut)|not stop|getting louder|loud|louder|whisper(?:s
          |ing)?|in (?:my|his|her) head|again|are back|came back|coming)
        (?:hear|hears|hearing|heard)(?: ~)? (?:voices|people (?:that|who) (?:is not|are not|no one|nobody)
          |people talking|things that
          |demons
          |whispers?|whispering|my name|somebody talking|stuff that|them talking|them thr(?:ough|u))
        (?:(?<!to )(?<!rather )hear|hears|hearing|heard)(?: ~)? a voice
        (?:god|jesus|satan|the devil|devil|demons?|lucifer|the lord|angels?|the tv|tv|the radio|radio|aliens
          |spirits?|something|my dead [a-z]{1,9}|the phone)(?: ~)? (?:told|tells|telling|says|said|is saying|wants
          |want|ordered|commanded|talking|talks|speaks|speaking|sending|chose|keeps telling)(?: ~)? (?:me|him
          |her)(?: to)?
        """,
        spanish="""
        (?:las |unas |oigo |escucho |escucha |oye |oir |oyendo |escuchando )?voces(?: ~)? (?:me|le|dicen|que
          |otra vez|en (?:mi|la|su) cabeza|no (?:se callan|paran|me dejan)|$)
        (?:oigo|escucho|oye|escucha|oyendo|escuchando) (?:voces|una voz|cosas|gente que|que me)
        (?:dios|el diablo|diablo|satanas|la tele|la television|el radio|los angeles|los demonios|demonios|un demonio
          |la virgen|una voz|la voz)(?: ~)? (?:me|le) (?:dice|dijo|habla|hablo|manda|ordena|pide|pidio
          |esta diciendo)
        """,
        unless=(_CALM,), softer=(LAUGHING, one_of(
            """
            leave (?:a )?voice|voice ?mail|voice to text|friendly voice|real voice|mind my business
            voice(?: ~)? (?:lesson|choir)|my own head
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "hunted", _KIND, Risk.CRISIS, None,
        english="""
        (?:thinks?|believes?|convinced|swears?|says)(?: ~~) (?:a spy|spies|feds|undercover|fbi|cia|aliens?|robots?
          |actors|watching (?:him|her|us|me)|out to get|poisoned|in on it|bugged|tapped|following (?:him|her)
          |(?:commands?|orders|controls?|talks to) (?:him|her|me))
        replaced by
        (?:helicopters?|drones?|satellites?) (?:is |are )?(?:for|after|following|watching|tracking|over) (?:me|him
          |her|us|my)
        cameras?(?: ~)? (?:in every|everywhere|in the lights?|in all)
        (?:hear|heard|hearing) (?:them|people|neighbors|voices)(?: ~)? (?:plan|planning|plotting|talking
          |whispering)(?: ~)? (?:through|thru|in|about|to kill|to get)?
        (?:they are|theyre|says they are|somebody is) coming to (?:kill|get|take) (?:him|her)
        (?:meds|pills|medicine|food|water) (?:is|are) (?:poison|poisoned)
        (?:sending|shooting|beaming|putting) (?:~ )?(?:rays|waves|lasers?|signals|gas|voices)(?: ~)? (?:through|into
          |at|in|thr)
        rays through
        (?:baby|son|daughter|child|kid|kids|mother|mom|husband|wife|family|she|he) (?:is |are )(?:evil|possessed
          |the devil|a demon|satan|cursed|not (?:~ )?(?:mine|human|real)|a clone|an imposter)
        (?:does|do|did) not know who (?:i am|he is|she is|we are|his family)
        (?:is|thinks (?:i am|we are)|says (?:i am|we are)) (?:the (?:devil|enemy|demon)|a demon|possessed|poisoning)
        (?:cameras?|microphones?|chips?|bugs?|wires?|trackers?|devices?|implants?|snakes?|worms?|insects?|people|men
          |fbi|cia|feds|cops)(?: (?:is|are|living|hiding|crawling|put|hid|planted
          |inside))?(?: ~)? (?:in|inside|under|through|behind) (?:the |my |his |her |our |your )(?:walls?|teeth
          |tooth|brain|head|skin|vents?|body|blood|ceiling|tv|arm|neck|eyes?|mirrors?|phone|lights?|smoke detector
          |attic)
        (?:something|things) (?:is |are )?(?:crawling|living|moving|growing|inside) (?:~ )?(?:my|his|her) (?:skin
          |body|head|brain|stomach)
        (?:reading|read|reads|stealing|controlling|control|controls|hear|hears|hacked|broadcasting
          |broadcast)(?: ~)? (?:my|his|her) (?:mind|thoughts?|brain|head)
        (?:poison(?:ed|ing)?|putting (?:something|stuff|poison))(?: ~)? (?:in )?(?:my|his|her|the|our) (?:food|water
          |drinks?|meds|coffee|air|milk)
        poisoning (?:me|him|her|us)|(?:gang ?stalk(?:ed|ing|ers?)|targeted individual)
        (?:government|fbi|cia|feds|nsa|illuminati|aliens|satellites?|drones?|neighbors|everybody|everyone
          |helicopters?|cars|people|they|shadow people|somebody|hospital|nurses|police|them)(?: ~)? (?:watching
          |following|is after|are after|tracking|spying|recording|listening|coming for|plotting
          |sending (?:me )?(?:signals
          |messages)|trying to (?:kill|get|poison)|out to get|in on it|can hear|can see) (?:me|him|her|us|to me
          |my|on me|through|it all)
        (?:people|family|wife|husband|mom|everyone)(?: ~)? (?:replaced|imposters?|impostors?|robots|clones?
          |reptiles?|not (?:really |who )?(?:my|real|she|he|they))
        (?:tv|television|radio|phone|license plates|songs?|billboards?) (?:is |are )?(?:talking|speaking|sending
          |about|telling)(?: ~)? (?:to |about )?(?:me|him|her|messages)
        """,
        spanish="""
        (?:vienen|van|quieren|vienen a|quiere) (?:a )?matarme
        (?:lo|la) (?:vienen|quieren|van) (?:a )?matar(?: ~)? (?:no hay nadie|nadie)|los veo en
        (?:me|le) (?:metieron|pusieron|implantaron|meten)(?: ~)? (?:chip|camara|microfono|algo|aparato|bicho)
        (?:hay|veo) (?:gente|alguien|hombres|voces) (?:en|dentro de|adentro de) (?:las|la|mi) (?:paredes|pared
          |cabeza|ventilacion)
        (?:cree|dice|piensa) que (?:soy|la bebe es|el bebe es|su (?:mama|papa|hijo|hija) es|yo soy|es
          |somos) (?:el |un |una )?(?:demonio|diablo|la bestia|espia|impostor|poseid[oa]|satanas)
        (?:bebe|nino|nina|hijo|hija) es (?:mal[oa] (?:$|tuvo|y|no)|malig[a-z]{1,3}|el diablo|un demonio)
        (?:camaras?|microfonos?|chips?|bichos|gusanos|animales|cables?)(?: ~)? (?:en|dentro|adentro|debajo|bajo
          |por) (?:de )?(?:la|las|el|los|mi|mis|su) (?:paredes|pared|dientes|cabeza|piel|cuerpo|cerebro|foco|techo
          |celular|tele)
        (?:me|nos|lo|la) (?:leen|lee|controlan|controla|roban) (?:la|el|los) (?:mente|pensamientos?|cerebro)
        (?:me|lo|la) (?:envenenan?|estan envenenando|quieren envenenar|pusieron un chip|pusieron algo|meten ideas
          |espian|vigilan|estan vigilando|estan grabando|graban|persiguen)
        (?:echan|ponen|echando|poniendo) (?:algo|veneno)(?: ~)? (?:comida|agua|cafe)
        (?:la fbi|el fbi|el gobierno|los federales|los vecinos|la cia|todos|la policia)(?: ~)? (?:me|lo
          |la) (?:vigilan?|siguen?|espian?|persiguen?|escuchan?|graban?|quieren? matar)
        la tele (?:me |le )?(?:habla|dice|manda)
        """,
        unless=(_CALM,), softer=(LAUGHING, one_of(
            """
            parole|probation|ankle monitor|will not fit|in on the|court|case|followed me ever since|identity|credit
            bank|bedbugs|roaches|cash app|instagram|facebook|bats|guns?|dealer|bush|owe|real people|snitch|news|ex 
            husband (?:is|keeps)|boyfriend|teacher|lice|phone (?:app|plan)|po (?:is|keeps)
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "visions_or_grand", _KIND, Risk.CRISIS, None,
        english="""
        (?:seeing|see|sees|saw)(?: ~)? (?:men|people|man|someone|somebody|eyes|things|stuff
          |bugs)(?: ~)? (?:in the (?:trees|walls|corners?|dark|vents?|mirror|ceiling|woods|bushes)|everywhere
          |outside watching)
        (?:people|faces|everything|walls) (?:keep|keeps|is|are|kept) (?:changing|shifting|morphing|melting)
        talk(?:ing|s|in)? to (?:nobody|no one|the sky|the air|the trees?|walls?|god all|angels)
        (?:do not|does not) know (?:where (?:i am|he is|she is)|who (?:i am|he is|she is)|what day)(?: ~)? (?:or|and
          |how)
        (?:digging|dig|cut|cutting|pull|pulling|get|picking|carve)(?: ~)? (?:bugs?|wire|wires|chip|worms?|it|tracker
          |device|implant)(?: ~)? (?:out|out of|from)(?: ~)? (?:skin|arm|head|teeth|leg|face|body)
        transmitting|covered (?:every|all|his|her|their|the)(?: ~)? (?:windows?|mirrors?|vents?|outlets?)
        foil on the windows
        (?:swing(?:ing|in|s)?|fight(?:ing|s)?|yell(?:ing|s)?|scream(?:ing|s)?|talking|talks|picking|shouting|cussing
          |grabbing
          |laughing)(?: (?:at|with|to|a machete|a bat|a knife)){0,2} (?:cars|traffic|nobody|nothing|the air
          |people (?:that
          |who) (?:is|are) not)
        (?:walk(?:s|ed|ing)?|run(?:s|ning)?|ran|wander(?:s|ed|ing)?|danc(?:es|ed|ing)|jump(?:s|ed|ing)?|step(?:s|ped
          |ping)?|dart(?:s|ed|ing)?
          |dash(?:es|ed|ing)?|lay(?:s|ing)?)(?: (?:out|around|right)){0,1} (?:in
          |into) (?:the )?(?:middle of )?(?:the )?traffic
        (?:star(?:es|ing)|laugh(?:s|ing)|point(?:s|ing)|punch(?:es|ing)|swung|jump(?:s|ing)|run(?:s|ning)|throw(?:s
          |ing) [a-z]{1,8}|barking
          |cursing|hollering)(?: a gun)? at (?:the )?(?:cars|traffic|nobody|nothing|the air)
        barricaded|out (?:in|into) the snow
        (?:see|sees|seeing|saw|sees)(?: ~)? (?:demons?|shadow (?:people|men|man)|shadows|people (?:that
          |who)(?: ~)? (?:not|aint|arent)|things (?:that|other|not|no one|crawling)|bugs|dead (?:people
          |relatives)|the devil|spirits|ghosts|snakes)
        hallucinat(?:ing|es|ions?)
        (?:walls?|floor|ceiling|faces?|trees) (?:is |are )?(?:breathing|melting|moving|talking|bleeding|closing)
        talk(?:ing|s) to (?:people|somebody|someone|things|the walls?|himself|herself|dead|his dead|her dead|demons
          |god)(?: ~)? (?:not there|who|that|not|aint|isnt|there|all night|alone|$)
        (?:people|things|bugs|bodies|someone|somebody|voices|he|they|she|man)(?: ~~) not (?:there|real)$
          |(?:i am|this is|you are|we are|world is|everything is|hands are|baby is|family is) not real$
        (?:see|sees|seeing) (?:faces|things)(?:$| (?:in the (?:walls?|dark|windows?|trees|corners?|mirror|floor)
          |everywhere|move|moving|at night|again|crawling
          |and (?:hear|not|hearing)|since|that (?:is|are|no one)))
          |bugs(?: ~)? (?:crawling|under|on|all over|in)
        (?:i am|he is|she is|thinks (?:he|she) is|says (?:he|she) is|believes (?:he|she) is|think i am|am the
          |know i am) (?:really |actually |now )?(?:jesus|god|the (?:messiah|devil|chosen|chosen one|antichrist
          |second coming|king|prophet)|satan|an? (?:angel|prophet|alien)|dead already|immortal|invincible|christ
          |moses)(?! (?:is|bless|please|in|and i want))
        (?:psychosis|psychotic|manic|mania|schizo|paranoid|delusional|delusions?|losing touch|lost touch
          going out of (?:his|her|my) mind|is out of (?:his|her) mind|not (?:know|knows) (?:what is|whats) real
          what is real|can fly
          |not (?:my|his|her) (?:body|hands|face))
        (?:not|no|without|has not|have not|hasnt|havent|aint)(?: ~)? (?:slept|sleep|sleeping
          |eaten or slept)(?: ~)? (?:for |in |since )?(?:(?:[2-9]|1[0-9]|two|three|four|five|six|seven|several
          |many) (?:days|nights|ngihts|nites)|a week|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
        (?:awake|tweaking|tweaked|^up|(?:been|was|is|am|are|stayed|be) up)(?: (?:for|like|about|going on|now|almost
          |over)){0,2} (?:[3-9]|1[0-9]|three|four|five|six|seven) (?:days|nights)
        (?:running|walking|outside|ran)(?: ~~) naked|took (?:all )?(?:his|her) clothes off
        cover(?:ed|ing) (?:the|all the) (?:windows|mirrors|vents)(?: ~)? (?:foil|blankets|tape|because)?
        tear(?:ing)? (?:up|apart|open) the (?:walls|house|tv|vents)(?: ~)? (?:looking|camera|bugs|for)
        """,
        spanish="""
        no se que es real
        (?:el diablo|un demonio|satanas|algo malo) (?:esta )?(?:en|dentro de|adentro de) (?:mi|el|la|su)
        (?:sacarselo|sacarmelo|me lo voy a sacar|sacarme el chip)
        (?:se )?encerro(?: ~~) (?:lo|la) (?:vienen|quieren|van)
        (?:veo|ve|viendo|mira|miro|mirando) (?:sombras|demonios|muertos|gente que no|cosas que no|al diablo|bichos
          |personas que no|cosas|duendes|un hombre que)
        alucina(?:ndo|ciones)?
        (?:esta|anda|se la pasa) hablando (?:sol[oa]|con (?:gente que|alguien que|los muertos|muertos
          |las? pared(?:es)?))(?! de coraje)
        habla (?:sol[oa]|con (?:gente|alguien|los muertos|las paredes|la pared|muertos
          |personas))(?: ~)? (?:que no|$)?
        (?:dice que|cree que|soy|se cree) (?:es )?(?:jesus|jesucristo|dios|el mesias|el elegido|el diablo
          |un profeta|la virgen|un angel)
        (?:paranoic[oa]|psicosis|esquizofrenia|delirando|delirio|maniac[oa]|perdio la razon|se volvio loc[oa]
          |me estoy volviendo loc[oa](?! con tanto (?:menu|papeleo|tramite))|perdiendo la razon)
        no (?:ha|he|a|e) (?:dormido|comido ni dormido)(?: ~)? (?:dias|noches|semana|desde)
        (?:lleva|llevo|tiene|tengo)(?: ~)? (?:dias|noches)(?: ~)? (?:sin dormir|despiert[oa])
        (?:tapo|tapa|cubrio|tapando)(?: ~)? (?:ventanas|espejos)|(?:desnud[oa]|encuerad[oa])(?: ~)? (?:calle|afuera)
        corriendo desnud[oa]|las paredes (?:se mueven|me hablan|respiran)
        """,
        unless=(_CALM,), softer=(LAUGHING, one_of(
            """
            withdraw(?:al|als)|detoxing|drinking|baby will not sleep|newborn|night shift|double shift|bills
            paperwork|meds (?:ran|run)|court|losing my mind with|where the|bored|schizoaffective|dual
            diagnos(?:is|ed)|psychiatrist|need a|colic|want a|i think i am bipolar|bless|ghosted|clinic|funeral
            going through photos|on tv|at the zoo
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "feeling_watched", _KIND, Risk.CHECK, None,
        english="""
        (?:quit|stopped|off|dropped|refuses)(?: ~)? (?:his|her|my|their) (?:meds|medicine|medication
          |pills)(?: ~)? (?:and|has|have|not)(?: ~)? (?:slept|sleep|sleeping|talking|yelling)
        seeing stuff
        (?:moving|touching|stealing|hiding|going through) my (?:stuff|things)(?: ~)? (?:and|whisper|when|at night)
        whispering (?:about|to)? ?me?$|and whispering
        acting (?:strange|weird|different|crazy|off)(?: ~~)? (?:fast|night|spending|sleep|talking)|is a spy
        (?:ran|run|running|been) out of (?:my )?(?:haldol|seroquel|abilify|lithium|zyprexa|invega|risperdal
          |risperidone|antipsychotics?|bipolar meds|psych meds)(?: ~~) (?:racing|thoughts|sleep|weird|hear|loud|mind
          |scared|start)
        (?:can not|cant) tell (?:what is|whats) (?:a )?(?:real|dream)
        (?:like|think) i am getting (?:messages|signs|signals)
        brain is not right|talking (?:so |real |really )?fast|spending everything
        up all night(?: ~)? (?:talking|cleaning|spending|writing)
        (?:hear|hearing|hears|heard|seeing|sees) (?:things|stuff|something|noises|people|footsteps
          |whispers?)(?: ~)? (?:at night|that|again|when|lately|not|i think|$|there|other)
        (?:they|people|everybody|everyone|somebody|someone|neighbors?|cops|feds|police|cia|fbi|government|town|alexa
          |cars?|phone|tv|cameras?) (?:(?:is|are
          |all|been|keeps?) ){0,2}(?:after|against|listening to|watching) (?:me|him|her|us)
        (?:watching|following|spying on|talking about|laughing at|out to get|recording|plotting(?: against)?) (?:me
          |him|us)
        (?:following|spying on|stalking) her|(?:tracking|listening to) me (?:through|by|with)
        (?:i|he|she)(?: ~)? (?:paranoid|feel (?:like )?(?:unreal|not real|possessed|someone|somebody|watched
          |followed))
        (?:feels?|nothing|things|world|people|everything)(?: (?:is|are|feels?|seems?|looks?|like)){0,2} (?:real
          |not real|fake|like a dream
          |like a simulation|a movie|strange|different)
        (?:someone|somebody|something) is (?:in|inside|following|watching|outside|controlling|messing|behind)
        trust (?:nobody|anybody|anyone|no one|my (?:food|phone|own))
        (?:mind|thoughts|brain|head)(?: ~)? (?:racing|playing tricks|not mine|going so fast|too fast|not right
          |broken)
        (?:shadows|corner of my eye)|not making (?:any )?sense
        (?:off|stopped taking|quit taking|out of|not taking|will not take|skipped)(?: ~)? (?:his|her|my) (?:meds
          |medicine|medication|invega|seroquel|abilify|lithium|zyprexa|shot|risperdal|haldol
          |antipsychotics?)(?: ~~) (?:talking|weird|strange|yelling|acting|sleep|slept|voices|paranoid|scared|think
          |thinks|hear|loud|watching|sees?|start(?:ing|ed)?)
        (?:not|has not|have not)(?: ~)? (?:slept|sleep|sleeping)(?: ~)? (?:all|last|much|since|for
          |in)(?: ~)? (?:night|days|week|long|nights)?(?: ~)? (?:watch|feel|think|weird|hear|sees?|mind|talking)
        (?:signs|messages|signals|codes?) (?:everywhere|for me|(?:in|from|through) the (?:tv|radio|walls?|sky|phone
          |songs?|license plates|numbers))
        (?:talking|talks|laughing|mumbling) to (?:himself|herself|myself)
        (?:acting|talking|saying|being)(?: ~)? (?:so |real |really )?(?:crazy|strange|weird|bizarre|paranoid
          |out of it)(?: ~)? (?:things|stuff|since|about|$)
        special (?:mission|powers|purpose)|(?:am|is|are|was|were|been|be|the|he|she|god|they|you) chosen
          |chosen (?:me|my|him|her|us|by|for|one)
        """,
        spanish="""
        me (?:escuchan|oyen|graban|espian) (?:por|en|con)|(?:escuchan|oyen) por el (?:telefono|celular)
        habla muy rapido
        (?:siento|siente|creo|cree|piensa|pienso)(?: ~)? (?:que )?(?:me|lo|la|alguien|todos|nos)(?: ~)? (?:siguen?
          |vigilan?|miran?|persiguen?|espian?|observan?|hablan de|quieren hacer|estan|anda siguiendo|ven)
        (?:oigo|escucho|oye|escucha|veo|ve)(?: ~)? (?:ruidos|cosas|pasos|sombras|susurros|murmullos|algo)
        nada (?:es|parece|se siente) real
        (?:alguien|algo) (?:me|esta|anda) (?:sigue|siguiendo|observa|mirando|dentro|vigilando)|paranoi[a-z]{1,3}
        (?:dejo|deje|no toma|no se toma) (?:de tomar )?(?:su|mi|sus|mis|la|las) (?:medicinas?|pastillas
          |medicamento)(?: ~~) (?:rar[oa]|habla|voces|dice|duerme|gritando|raro)
        habla sol[oa]|dice cosas (?:rar[oa]s|sin sentido)
        (?:anda|actua|esta) (?:muy )?(?:rar[oa]|extran[oa])(?: ~)? (?:dice|desde|habla)|no confio en nadie
        """,
        unless=(_CALM, LAUGHING, one_of(
            """
            treadmill|lol|court|sober house|my po|job|shooting up|kids watching|watching me (?:kids|relapse)
            following me on|coach|printer|watching (?:the|a|tv)|nobody is there|stares|white knuckling|therap
            counsel|psychiatrist|psych|relapse|who is watching|meeting|cant be in crowds|crowds|baby|custody|wife
            husband|boyfriend|talking about me|bot|movie|keep my mind|sleep mind keeps|anxiety|cravings?|criminal
            trash|dirt|record
            """
        )),
        may_be_over=True, otherwise=About.SELF,
    ),
)  # fmt: skip
