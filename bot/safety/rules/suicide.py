"""Suicide: wanting to die, meaning to, having the means at hand, saying goodbye."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, PAST
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.SUICIDE
_BY_ANOTHER = one_of(
    "(?:he|she|they|man|guy|dude|somebody|someone|boyfriend|husband|ex|bf)(?: ~)? (?:put|held|holds|holding|pointed|points|stuck|got)"
    "(?: ~)? (?:to|in|at|on|against) my (?:head|face|mouth|neck|throat|temple)|me va a matar|te va a matar"
)
_AWAY = one_of(
    "camping|vacation|a trip|visiting|going to my|at my (?:mom|mother|sister|dad)s?|back (?:mon|on|next|sunday)|got a car|spring cleaning|of this shift|con mi mama a|reunion familiar"
)
_IN_FUN = one_of(
    """
    (?:so )?(?:bored|boring|embarrassed|embarrassing|hungry|scary|funny|hot|full) ~ (?:die|dead|died)
    die (?:of|from|for) (?:laughing|boredom|embarrassment|hunger|a|some)|over a bump|get ripped or die
    would be dead without|in the foot|shoot me (?:a|an|over|some)|kill me now|with that (?:bottle|bag)
    figure of speech
    me muero (?:de (?:risa|hambre|frio|calor|suenio|sueno|aburrimiento|ganas|verguenza)|por)|jaja
    """
)

_GOODBYE = """
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
    where i am goin(?:g)?(?! to)
    no more pain after|see (?:you|yall|him|her|them) on the other side(?! of)
    (?:going|go) (?:home )?to (?:jesus|heaven|god|the lord|be with my|him tonight|her tonight)
    (?:be|am) with ~~ in heaven|see my ~ again tonight|leav(?:e|ing) this (?:world|earth|life)|off this earth
    out of this world|off the earth
    will not be a problem after|problem after tonight
    i am (?:coming|going) to (?:join|be with|see) (?:him|her|them|my)(?: ~)? (?:tonight|soon|in heaven)
    pray for my soul|god forgive me|forgive me god|(?:someone|somebody) (?:to )?(?:know|remember) my name
    before i (?:do it|go forever)
    (?:not|never) (?:coming|going) (?:back|to come back)(?: <more>)?$|semper fi ~ table
    leave (?:my|the) kids ~ before i
"""
_ADIOS = """
    (?:ultima vez que|ultimo mensaje|mi ultima noche|mi ultimo dia)|me despido(?: de)?|se despidio de todos
    (?:despidiendo|despidiendose)|adios (?:a todos|mundo|para siempre|mis)|no me busquen|nadie me va a extranar
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
        "wants_to_die", _KIND, Risk.CRISIS, None,
        english="""
        (?:can not wait|cant wait|going|ready) to be dead
        (?:would|will|going to) be dead (?:by|before|soon|tonight|tomorrow)
        thinks? about (?:dying|death|being dead)(?: ~)? (?:all|every|constantly)|i mean dead|shut it off forever
        (?:they|friends|brothers|buddies|everyone|family)(?: ~)? (?:(?:is|are|all) ){0,2}dead and i should
        <wants>(?: ~)? (?:die|be dead|dying|be with god|not exist|cease to exist|meet my maker|commit suicide)
        (?:want|wanting|wish|wishing|hope|hoping|pray|praying|wishes|hopes|prays)(?: (?:i|he|she|they|to|that|god
          |for))?(?: (?:was|were|would|could|had|will))?(?: (?:just|all))? (?:die|died|dead|death|be dead
          |gone forever)
        (?:want|wants|need|needs|going|plan|planning) (?:on |to )?(?:be|being) dead|rather (?:be dead|die)
        better off dead|worth more dead|(?:once|when|if|after) i (?:am|was|were) dead|i will be dead|should be dead
        should die|i should just die
        (?:hope|hoping|hopes|wish|pray|planning on|plan on|rather)(?: ~)? (?:not|never|do not) wake(?: up)?
        not planning on waking|(?:sleep|asleep)(?: ~)? (?:never|not) wake(?: up)?
        not (?:come|coming) back from (?:it|this)
        do not want to wake up(?! (?:early|at|for))|sleep forever|go to sleep for good|asleep for good
        god (?:to take|takes|would take|take) me|let me die|help (?:me die|god along)
        thinking? about (?:dying|being dead)|think of (?:dying|being dead)
        tired of (?:living|life|being alive|this life|this world|existing)
        done (?:with living|living|with life|with this life|being alive|existing)
        """,
        spanish="""
        (?:me )?(?:<voy>) (?:morir|morirme|morirse|estar muert[oa]|desaparecer para siempre)
        (?:quiere|quiero|queria) que (?:me|se) muera|ojala (?:me muera|me muriera|no despierte|estuviera muert[oa])
        mejor muert[oa]|(?:quisiera|prefiero|deberia) (?:estar muert[oa]|morir|morirme)
        (?:voy|va) a estar muert[oa]|no (?:quiero|quisiera|quiere) despertar|(?:dormir|dormirme) ~ no despertar
        no despertar (?:mas|nunca|nunca mas)|para no despertar
        dejenme morir|me deje morir|por que no me muero|porque no me muero|dios (?:que )?me lleve
        pido a dios ~ lleve|pa morirme|para morirme
        """,
        unless=(_IN_FUN,),
    ),
    Rule(
        "not_want_to_live", _KIND, Risk.CRISIS, None,
        english="""
        (?:do|does|did) not (?:even )?(?:want|wanna|care|wish|like|need|plan)(?: to)?(?: ~)? (?:live|be alive|exist
          |be living|keep living|stay alive|go on living)(?! (?:like|here|there|with|in (?:a|my|the|that|her|his)|at
          |near|on (?:the|my)|by|off|next|under|out|around|alone|somewhere))
        not (?:want|trying|going|try|plan|planning) (?:to |on )?(?:be|being|live|living|stay) (?:here|hear|around
          |alive|on this earth|in this world)(?: (?:when|<more>|to|by|tomorrow|tonight)| i want)
        (?:can|could) not live (?:with myself|<more>|another day)
        no (?:longer|reason|will|desire|point) (?:wish |want )?(?:to |in )?(?:live|living|be alive|go on|stay alive
          |stay)
        (?:nothing|no one|nobody|no reason|not much|not anything)(?: ~)? to live for
        reason to (?:live|stay alive|stay)|decided (?:not to live|i am done with)|not fit to live|will not be alive
        not (?:be|going to be) alive
        wants? to live <more>|not (?:live|be alive) <more>
        """,
        spanish="""
        no (?:quiero|quiere|kiero|deseo|desea|quisiera)(?: ni)? (?:vivir|seguir viviendo|seguir viva|seguir vivo
          |existir|estar viv[oa]|estar en este mundo|seguir aqui|seguir en este mundo)(?! (?:asi|aqui|con|en (?:la
          |el|una|esta casa)|sola?))
        ni (?:quiero|ganas de) (?:seguir viv[oa]|vivir|seguir viviendo|existir)|no seguir viviendo
        sin ganas de vivir|no tengo (?:para que|por que|motivo|razon)(?: ~)? vivir|cansad[oa] de vivir
        (?:no va|no voy) a estar (?:viv[oa]|aqui)|no tiene caso vivir
        """,
        firm=True, unless=(_IN_FUN, one_of("the song says|la cancion dice|used to"),),
    ),
    Rule(
        "kill_oneself", _KIND, Risk.CRISIS, None,
        english="""
        (?:kill|killing|kills|offing|off|unaliving|hang|hanging|shoot|shooting|drown|drowning|electrocute|poison
          |poisoning|stab|gas|suffocate|strangle) (?:<self>|himself|herself|themselves|yourself|his self|her self)
        do (?:<self>|himself|herself|hisself) in|do it (?:<self>|his self|himself|herself)|kill me because i
        blow (?:my|his|her) (?:brains?|head)
        (?:end|ending|ends|take|taking|takes) (?:my|his|her|their) (?:own )?(?:life|lives)
        (?:<will>) end (?:it|it all|everything|all of it|all this|things|this pain)(?! with)|ending it(?: all)?
        end it (?:all|tonight|now|today|for good)|finna end|tak(?:e|ing) (?:<self>|himself|herself) out
        commit(?:ting)? suicide
        (?:slit|slitting|slash|cut) (?:my|his|her) (?:wrists?|throat|neck|veins?)
        bullet (?:in|through) (?:my|his|her|the)(?: own)? (?:head|brain|mouth|skull)
        (?:gun|barrel|pistol) (?:to|in|at|against|up to) (?:my|his|her) (?:head|mouth|temple|chin)
        pull (?:the|this|that) trigger|(?:drink|starve|smoke) (?:<self>) to death
        jump(?:ing)? (?:off|from|out|in front|over)(?: of)? (?:the|a|my|this|that|of)? ?(?:<edge>|<traffic>|window
          |building|somewhere)
        (?:going|about|want|ready) to jump(?! (?:in the (?:lake|pool|shower)|on|at|start))
        (?:step|steps?|walk|walking|run|jump|lay|lie|stand|standing) (?:in|into|out into|in front of|out in front of
          |on|down on) (?:<traffic>)(?: waiting)?
        (?:driv(?:e|ing)|crash(?:ing)?|steer|swerve|turn(?:ing)? the wheel)(?: ~)? (?:off|into|over
          |the wheel)(?: (?:the|a|an|that|my|oncoming))? (?:<edge>|tree|wall|pole|lake|river|traffic|semi|truck
          |water)
        (?:overdose|od|overdosing|take|took|take it|them all|shot|pills|swallowed)(?: ~)? (?:on purpose|to die
          |and die|to end it)
        on purpose (?:to|because|so) ~ (?:die|dead|over)|turn(?:ing)? the wheel|let the train|run the hose
        (?:take|taking|took|swallow|swallowed|swallowing|down|eat) (?:all|every|the whole|the rest|a whole
          |everything)(?: ~)? (?:<pills>|cabinet)(?: ~~ (?:done|die|end|over|stop|sleep|dead))
        swallowed everything|(?:i am )?taking the pills
        drinks? (?:until|till|til) (?:my|his|her) heart stops?|one last (?:shot|hit) ~~ (?:not|never)|hotshot
        hot shot|danger to (?:<self>|himself|herself)|not (?:let|letting) (?:nobody|anybody|anyone|no one) narcan me
        no narcan this time|do something (?:i|he|she) (?:can not|can never) take back
        stop(?:ped|ping)? (?:my|taking my|eating|insulin)(?: ~~) on purpose|dead to (?:him|them) so might as well
        """,
        spanish="""
        (?:me|se) (?:<voy>)(?: ya)? (?:matar|colgar|ahorcar|aventar|tirar del|quitar la vida)|me quiero matar
        se quiere matar
        (?:<voy>)(?: ya)? (?:matarme|matarse|suicidar|suicidarme|suicidarse|colgar|colgarme
          |colgarse|ahorcar|ahorcarme|ahorcarse|aventar|aventarme|aventarse|tirarme|tirarse|tirar del|brincar
          |quitarme la vida|quitarse la vida|quitar la vida|cortarme las venas|ahogarme|envenenarme
          |acabar con mi vida|acabar con todo|dispararme|darme un tiro|pegarme un tiro|hacer una locura
          |irme de este mundo)
        (?:quitarme|quitarse|acabar con|terminar con|me quito|se quito|quite) (?:la|mi|su) vida|me mato|se mata(?!n)
        matarme|quitarme la vida|suicid(?:arme|arse|arte)|darme un balazo|pegarme un tiro|irme de este mundo
        acabo con (?:esto|todo|mi vida)
        (?:corte|cortar|corto|corta|cortarme|cortarse) (?:mis |las |la )?venas|dosis ~ a proposito
        a proposito ~ (?:morir|despertar)|que el tren me lleve|me cuelgo|tirarme (?:del|de|al|a las)
        me (?:voy a|quiero) (?:brincar|aventar|tirar)
        (?:va|voy) a brincar
        """,
        unless=(_IN_FUN, _BY_ANOTHER, ABOUT_THE_LINE),
    ),
    Rule(
        "speaks_of_suicide", _KIND, Risk.CRISIS, None,
        english="suicidal|suicide (?:thoughts?|note|letter|pact|plan|attempt)|(?:about|of|on|is|attempted|attempting) suicide|suicide (?:right now|tonight|today)",
        spanish="suicid(?:a|as|io|arme|arse)|pensamientos suicidas|pensando en (?:el )?suicidio",
        unless=(ABOUT_THE_LINE, one_of(
            """
            attempt last|an attempt|suicide rates?|suicidal tendencies|song about|linea|not suicidal|no suicidal
            lost ~ to suicide|died (?:by|of|from) suicide|a record
            """
        )),
    ),
    Rule(
        "goodbye", _KIND, Risk.CRISIS, About.SELF,
        english=_GOODBYE, spanish=_ADIOS,
        unless=(_AWAY, _SAID_BY_ANOTHER, one_of(
            """
            summer|my old truck|old job|coworkers?|work early|entro a trabajar|por hoy|alive my grandpa|san antonio
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
            summer|my old truck|old job|coworkers?|work early|entro a trabajar|por hoy|alive my grandpa|san antonio
            they asked where
            """
        )),
    ),
    Rule(
        "means_at_hand", _KIND, Risk.CRISIS, None,
        english="""
        (?:sitting|standing|out)(?: ~~) with (?:the|a|his|her|my) (?:pistol|gun|rifle|shotgun|rope|noose)
        (?:<gun>|<blade>|<noose>|<pills>) (?:is |are |right |here )?(?:in|on|to|against|at|next to|by|beside
          |under) (?:my|his|her|the) (?:own )?(?:hands?|lap|mouth|head|neck|throat|chest|table|bed|pillow|drawer
          |nightstand|wrist|temple|garage|closet|seat|dash)
        (?:gun|pistol|shotgun|rifle|glock) (?:loaded|here with me|out)|loaded (?:gun|pistol|shotgun)
        (?:holding|held|hold|got|have|has|grabbed|took|bought) (?:a |the |my |his |her )?(?:loaded )?(?:<gun>
          |<noose>|noose)(?: (?:and|here|out|in|right|next|to|ready|today))
        (?:tied|made|tying) (?:a|the) (?:noose|rope)|noose
        (?:staring|looking|keep looking) at (?:the|my|his|a|it|these) ?(?:<gun>|<blade>|<pills>
          |drawer)?(?: right)? (?:pistol|gun|knife|pills|rope|it and)
        (?:pistol|gun) is in the drawer
        (?:counting|lined up|saving|saved|stash(?:ed|ing)|hoarding|stockpil(?:ing|ed)|hid|hiding)(?: ~)? (?:<pills>)
        round in the chamber|bottle in front of me ~ counting
        (?:razor|knife|blade|gun|pistol) (?:on|to|against|at) (?:my|his|her) (?:neck|throat|wrist|head|skin)
        keep the knife next
        (?:locked|took|left|shut|drove|ran|went|sitting)(?: ~~) (?:with|and) (?:a|the|his|her|my) (?:<gun>|razor
          |knife|rope)
        (?:took|grabbed|got) the (?:shotgun|gun|pistol|rifle)
        (?:is|am|are) (?:~ )?with (?:the|a|his) (?:pistol|gun|shotgun|rifle)
        enough ~ to (?:go to sleep|die|kill|end)|gunemoji me|me gunemoji|(?:pillemoji ?){3,6}|getting the pills out
        i already took em|already took (?:them|it|em)(?: all)?|pics? of pills|there (?:was|is) a rope
        """,
        spanish="""
        (?:<arma>|<filo>|soga|cuerda|pastillas) (?:aqui|en (?:la|mi|el|su) (?:mano|mesa|boca|cabeza|cuarto|cama)
          |cargad[oa]|conmigo|en la mano)
        (?:tengo|tiene|agarro|saco|traigo|trae|compre) (?:la|el|una?|las) (?:<arma>|soga|cuerda)(?: (?:cargad[oa]
          |aqui|conmigo|y|en))
        con una soga|gunemoji
        ya tengo todo (?:listo|preparado)|me tome todas las pastillas|ya me (?:las )?tome|tomo todas las pastillas
        """,
        leads=False, unless=(_BY_ANOTHER, one_of(
            """
            gunsmith|security guard|armed license|hunting|rope swing|gun (?:show|rights|charge)|in the past
            already took it|parenting class
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
            graffiti|took pictures|roofing|fixing|leak|caved
            """
        ),),
    ),
    Rule(
        "plan_or_method", _KIND, Risk.CRISIS, None,
        english="""
        (?:going to|about to) do it$|is doing it tonight
        (?:taking|take) (?:all|every)(?: ~)? (?:<pills>)(?: ~~) (?:be|being|get) done
        (?:would be|be) dead by(?! (?:25|30|now|[0-9]))
        drank (?:until|till|til) my heart|(?:that is|thats) the plan tonight|saving up (?:~ )?(?:pills|meds)
        only thing left to lose is me|fixing that tonight|checking out (?:today|tonight|for good)|would it hurt
        (?:plan|planning|plans) (?:and a date|to (?:die|kill|end it|do it|jump|hang|overdose))
        plan on (?:being dead|dying)|set (?:the|a) date
        (?:written|wrote|writing|left|found|find|posted|sent)(?: ~)? (?:suicide note|goodbye (?:note|letter|text)
          |the note|a note|the letters)
        (?:ways?|how|painless|easiest|fastest|best way|least painful)(?: ~)? to (?:die|kill <self>|end (?:it
          |my life)
          |hang|bleed out)
        (?:way|ways|method) to (?:die|kill <self>|do it)
        how (?:many|much) ~~ (?:to die|to kill|would kill|will kill|lethal|fatal)
        how long does it take to (?:die|bleed)|bleed out|lethal dose
        how i am going to do it
        (?:going to|gonna|about to|boutta) do it (?:this time|tonight|today|soon|now|for real)
        (?:want|still want|wanna) to do it$|(?:today|tonight|tomorrow) is the (?:day|night)
        (?:is|i have) decided (?:i am done|to die)|brave enough|got the guts
        tried (?:to )?(?:kill|hang|shoot|overdose|od|end|die|hanging)(?: ~)?|(?:going to |gonna )try again$
        still alive and (?:mad|i am mad|pissed)|(?:life )?insurance ~~ (?:pays|than with me|better off|accident)
        thinking of ways|means to see to it|about to do it$|yes (?:tonight|i have a plan|i am thinking about)
        (?:kids|family|they|everybody|everyone|you|yall|world|she|baby)(?: ~)? better off (?:with the|once
          |if i (?:was|were|am)|when i am)
        nobody ~~ if i died|that i should die|do not want neither ~ to live
        i do not need resources|wish ~~ had (?:just )?killed me|wish the (?:fentanyl|crash|overdose)
        """,
        spanish="""
        (?:ya )?puse fecha|(?:escribi|escribio|deje|dejo|dejado|escrito) (?:la|una|las) carta
        como (?:matarme|morir|morirme|suicidarme)|forma de (?:morir|matarme)|hoy si$|voy a hacer que pase
        lo va a hacer hoy|mejor sin mi ~~ seguro|trate de matarme|tomado la decision|tome la decision
        todo el dia pienso en
        se tomo todas las pastillas|dejo una carta
        el (?:lunes|martes|domingo|viernes) ~ (?:no va a estar|voy a estar muert[oa])
        """,
        unless=(one_of(
            """
            valentines|amends|letter of|reference|business plan|safety plan|go over my plan
            meal plan|phone plan
            """
        ),),
    ),
    Rule(
        "cannot_go_on", _KIND, Risk.CHECK, None,
        english="""
        can not take (?:it|this)(?: ~)? (?:no more|anymore)|my mind is made up|minds made up|can not stop me
        how far ~~ (?:gorge|bridge|cliff)|talk about living|over it [.,] all of it|all of it [.,] life
        lost my kids and my will|tell my coach thanks|do not want to talk about living
        nobody home (?:til|till|until)|my will to (?:live|go on|fight)
        (?:can not|could not|can hardly) (?:do|take|handle|deal with|stand|bear|keep doing|keep living|live|hold on
          |hang on|fight|go on|keep going|go through|face|see (?:a|any) future)(?: (?:this|it|that|nothing|another
          |life))?(?: (?:<more>|another|much longer|like this|man|no longer|day))?(?! (?:because|for me|pain
          |here in))$
        (?:can not|could not) (?:do|take|handle|go|stand|live|keep|cope)(?: ~)? (?:<more>|another (?:day|night|nite)
          |longer|like this)(?! i want| want)
        i give up$|i (?:have )?give up on (?:life|everything|it all)|given up on (?:life|everything)|i am done$
        i am (?:just )?done with (?:it all|everything|life|all of it|this world|trying)
        so done with (?:life|everything)|i am just done|make it (?:all )?stop
        (?:want|need) (?:it|it all|everything|this|the pain|the noise) (?:all )?to (?:stop|end|be over)
        what is the (?:point|use)(?: (?:anymore|of|in|$))
        no point (?:anymore|in (?:anything|living|going|trying|any)|to (?:any|it|life))|there is no point|no way out
        (?:want|wish|need|wants|could|can) (?:to |i could |she could )?(?:just )?(?:disappear|vanish|fade away
          |not be here|stop existing|go away forever)
        (?:a|such a) burden|better off without|nobody (?:would|will) (?:even )?(?:care|notice|miss)
        no one (?:would|will) (?:even )?(?:care|notice|miss)
        (?:nothing|no one|nobody|not anything) left(?: to| for|$)|no reason to (?:get up|wake up|keep|go on|be here)
        (?:hate|hates) (?:my|his|her) life|(?:hate|hates) (?:myself|himself|herself)|life (?:is|does) not worth
        not worth (?:it|living)$|(?:do not|does not) (?:see|have) (?:a|any|no|much) (?:future|reason|point|hope)
        why am i (?:even |still )?(?:here|alive)|why did they (?:narcan|save|bring) me|should have let me
        should(?: have| of)? (?:been me|left me|let me go)|(?:got|took) me instead|dead inside
        (?:dark|bad|scary|bad bad) (?:place|thoughts|tonight)|real dark|thoughts (?:are|r) getting
        having those thoughts|those thoughts
        (?:scared|afraid|do not know|idk|not sure)(?: ~)? (?:of )?what i (?:will|might|am going to|would|could
          |may) do
        trust <self>|keep <self> safe|safe (?:with|from) <self>|(?:not ok|not okay)(?: like|$)|at the end of my rope
        hanging by a thread|much longer i can|dont matter anyway|(?:will not|do not) matter (?:soon|anyway|anymore)
        wish i (?:was|were) never born|was never born|not born|not existing|did not exist|lost my will|done fighting
        tired of (?:fighting|everything|it all|trying|it)$|tired of everything|so tired of it all|tired boss
        over it all|over it all of it|i am over it$|be at peace soon|made a decision|feel calm finally
        one way (?:this|it) ends|waiting (?:on|for) the end|waiting to die
        dont think i (?:am going to|will) make it|not think i am going to make it
        think i (?:am going to|will) not make it|can not promise|(?:it is|is) nobodys fault
        i will not bother (?:you|yall)|not bother yall|it is over for me|easy to (?:just )?let go|god forgot
        something happens to (?:me|you)|(?:so long|goodbye) (?:everybody|everyone)
        just wanted to say (?:bye|goodbye)|remember me|that casket|empty i can not feel|could not wake up
        just did not wake up
        (?:have|got) a plan$|garage ~ nobody home|another (?:30|20|40|50|year|years) (?:yrs|years) of this
        want to sleep forever|already in hell|thanks for everything ~~ (?:only one|goodbye)|wanted out of this life
        want out of (?:this|my) life|end of the line|nothing matters|i want to go$|done in this world
        """,
        spanish="""
        ya no (?:puedo|aguanto|doy|soporto)(?: (?:mas|esta vida|con esto|con todo|esto))?$
        no (?:puedo|aguanto|doy|soporto) (?:mas|esta vida|con esta vida|un dia mas)|ya no mas$
        ya no (?:puede|aguanta)|no le (?:veo|encuentro|ve) (?:sentido|caso|razon|salida)
        (?:para|pa) que (?:seguir|vivir|sigo|intento)|que caso tiene
        (?:cansad[oa]|hart[oa]) de (?:todo|la vida|esta vida|vivir)
        (?:quisiera|quiero|quisiera ya) (?:desaparecer|que pare|que todo (?:pare|termine|acabe)|descansar de
          |ya no estar)
        (?:solo )?quiero que pare|mejor sin mi|(?:una|soy una|es una) carga|me rendi|ya me rindo
        no (?:hay|tengo|veo) (?:salida|futuro|razon|por que levantarme|para que)|ya no hay salida|no se si llegue
        ojala no hubiera nacido|no hubiera nacido
        hubiera sido mejor que|pensamientos (?:feos|malos|oscuros)|miedo lo que pueda hacer|miedo de lo que
        bien oscuro|odio mi vida|me odio|nada vale la pena|ya no quiere nada|no es culpa de nadie|mejor me muero
        perdon por todo|no quiero nada ya|ya no quiero nada|la vida no vale|para que vivo
        ya no quiero (?:estar aqui|seguir|sufrir|vivir asi)
        """,
        unless=(
            one_of(
                """
                want rehab|want treatment|ready for rehab|into a program|a program|where can i go|this app
                spreadsheet|the show|drinking|using|dope|with work|un programa|para dejar de tomar|summer break
                job hunt|with this (?:line|show|bot)|homework
                """
            ),
        ),
        firm=True,
    ),
    Rule(
        "low_and_silent", _KIND, Risk.CHECK, About.OTHER,
        english="""
        wishes (?:he|she|they) (?:was|were) not|said sorry for everything|sorry for everything
        (?:worry|worried) about (?:his|her) ~ this year|sounded (?:strange|off|final|weird|empty)|what is it matter
        whats it matter|in bed (?:[0-9]|two|three|four|five|all|for) (?:days|weeks|week|day)
        (?:he|she|they|<kin>)(?: ~)? (?:said|says|saying|wrote|texted|keeps saying|told)(?: ~~) (?:point|burden
          |better off|goodbye|bye|sorry for everything|sorry auntie|can not do it|do it anymore|was not here
          |was not born|wish i|last call|no future)
        (?:gave|giving|gives|given) (?:me |away )?(?:his|her|all|my|away)(?: ~)? (?:stuff|things|watch|truck
          |everything|money|xbox|guitar|dog)
        (?:she|he|<kin>) can have (?:his|her|it|my)|(?:saying|said|says|texted me|texts?) (?:goodbye|bye) to
        (?:texted|sent|messaged)(?: me)? (?:goodbye|a goodbye)|talking (?:real |so )?dark
        (?:drawing|drawing about|writing about|stuff about) (?:graves|death|dying)
        (?:stopped|quit) (?:talking|answering|eating|group|taking (?:his|her) meds)(?: ~~)|tried once before
        owns guns|thinking of hurting (?:himself|herself)|does not want to live|by the time i get home|so low since
        will not be (?:alive|here)|going to do it (?:himself|his self|tonight)|sent me ~ (?:bank )?password
        phone goes straight to
        """,
        spanish="""
        (?:regalando|regalo) sus cosas|dice que (?:es una carga|ya no|nada vale|se quiere|ya no puede)
        dibuja pura muerte|tiene armas|no sale del cuarto|apago el cel|perdon por todo
        """,
        unless=(PAST, one_of(
            """
            spring cleaning|new one|gifts? for|hes at a meeting|doing better|quit talking to me|kittens|new bike
            """
        )),
    ),
    Rule(
        "settling_affairs", _KIND, Risk.CHECK, About.SELF,
        english="""
        (?:gave|giving|sold|took)(?: ~~) (?:away|my (?:dog|cat|bike|tools|truck))(?: ~~) (?:ready|gone|settled|go
          |not need)
        (?:want|wants|anyone want) my (?:ps5|stuff|guitar|things|dog|clothes)|they can have (?:it|all|my)
        (?:will not|wont) be needing (?:it|them|this)|everything (?:is )?(?:laid out|in order|ready)|things settled
        before i go$
        (?:wrote|left|signed) (?:the|my) (?:letters?|will|notes?)(?: ~~) (?:kids|girls|boys|farewell|mailbox|mama
          |mom|fault|table)
        have everything i need for it|made my peace
        (?:take|takes|taking|someone to take) (?:care of )?my (?:cat|dog|kids|baby)(?: ~~) (?:not be around|gone
          |after|much longer|if something)
        i am ready now|gave away (?:all )?my|will and papers|updated my will
        coffinemoji(?: (?:me|soon|tonight))?|not want (?:my|the) ~ to find me|before i turn in
        who takes care of ~~ if something|should just go away
        """,
        spanish="""
        (?:regale|regalo|di) (?:mi|mis)(?: ~~) (?:cosas|perro|ropa|ocupar|necesitar)
        (?:busco|quien) (?:quien )?cuide a mi (?:gato|perro)|ya no las voy a|le escribi la carta|arregle mis cosas
        """,
        unless=(one_of(
            """
            spring cleaning|got a new|new one|free lawyer|valentines|amends|sitter|daycare|work|group|meetings?
            rehab|detox|treatment|class|appointment
            """
        ),),
    ),
)  # fmt: skip
