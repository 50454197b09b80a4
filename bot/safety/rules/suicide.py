"""Suicide: wanting to die, meaning to, planning it."""

from __future__ import annotations

from bot.message import Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, BY_ANOTHER
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.SUICIDE
_IN_FUN = one_of(
    """
    (?:so )?(?:bored|boring|embarrassed|embarrassing|hungry|scary|funny|hot|full) ~ (?:die|dead|died)
    die (?:of|from|for) (?:laughing|boredom|embarrassment|hunger|a|some)|over a bump|get ripped or die
    rather die than (?:do|ask|eat|go to (?:work|group|class)|call|sit|share|ride|text|see|watch)|monday can jump
          |cliff diving
    jump off a cliff (?:trying|with this)
    (?:phones?|percent|battery)(?: ~)? (?:about|going|bout|ready) to die|would be dead without|in the foot
    with that (?:bottle|bag)|suicidarme nunca|cuando (?:yo )?era nin[oa]|a ver la novela
    me muero (?:de (?:risa|hambre|frio|calor|sueno|aburrimiento|ganas|verguenza)|por)
    """
)

RULES = (
    Rule(
        "wants_to_die", _KIND, Risk.CRISIS, None,
        english="""
        (?:can not wait|cant wait|going|ready) to be dead
        (?:would|will|going to) be dead (?:by|before|soon|tonight|tomorrow)
        thinks? about (?:dying|death|being dead)(?: ~)? (?:all|every|constantly)|i mean dead|shut it off forever
        (?:dying|death|kill|killing myself|suicide|being dead|ending it) is all i (?:can |ever )?think
        all i (?:can |ever )?think (?:about )?is (?:dying|death|kill|killing(?: myself|$)|suicide|being dead)
        (?:they|friends|brothers|buddies|everyone|family)(?: ~)? (?:(?:is|are|all) ){0,2}dead and i should
        (?:<wants>)(?: (?:just|really|literally|honestly|kind of|go|all|only|so bad|badly|please|fucking|fuckin
          |freaking
          |already|actually|simply|even|go away|f ing|and)){0,3}(?: (?:curl up|lay down|lay here|lie down
          |crawl [a-z]{1,5}
          |go (?:home|somewhere|to sleep|to bed)|get high|close my eyes|fall asleep|take [a-z]{1,10}
          |(?:drink|smoke|use|get high) (?:until|till|til) i)(?: and)?)? (?:die(?! (?:of|from|if|laughing|my
          |just not))
          |be dead|dying|be with god|not exist|cease to exist|meet my maker|commit suicide)
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
        no longer see (?:a|any|the) (?:reason|point)
        (?:not|never|no longer) (?:see|have|find|got) (?:a|any|much) (?:more )?reason to (?:go on|live|keep living
          |stay alive|be here|wake up)
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
        firm=True, unless=(_IN_FUN, one_of("vivir (?:ahi|aqui|en esa)|the song says|la cancion dice|used to"),),
    ),
    Rule(
        "kill_oneself", _KIND, Risk.CRISIS, None,
        english="""
        (?:<will>|been) (?:thinking (?:about|of) )?(?:end|ending) (?:things|it for good)|ending things
        (?:kill|killing|kills|offing|off|unaliving|hang|hanging|shoot|shooting|drown|drowning|electrocute|poison
          |poisoning|stab|gas|suffocate|strangle) (?:<self>|himself|herself|themselves|yourself|his self
          |her self)(?! (?:slow|slowly|a (?:new (?:curtain|shelf|picture)|curtain|drink)
          |(?:at|when i was) (?:1[3-9]|2[0-9])))
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
        drinks? (?:until|till|til) (?:my|his|her) heart stops?|one last (?:shot|hit) ~~ (?:not|never)
          |hotshot(?! (?:fire|crew))
        hot shot(?! (?:loads?|trucks?|trucking|driver|driving|hauling))|danger to (?:<self>|himself|herself)
          |not (?:let|letting) (?:nobody|anybody|anyone|no one) narcan me
        no narcan this time|do something (?:i|he|she) (?:can not|can never) take back
        stop(?:ped|ping)? (?:my|taking my|eating|insulin)(?: ~~) on purpose|dead to (?:him|them) so might as well
        """,
        spanish="""
        me (?:voy a|quiero|quisiera|queria|quise|deberia|debo|puedo|iba a|pienso|necesito)(?: ya)? (?:matar|colgar
          |ahorcar
          |aventar|tirar del|quitar la vida)
        se (?:va a|quiere|queria|quiso|iba a|piensa|puede|quisiera) (?:matar|colgar|ahorcar|aventar|tirar del
          |quitar la vida|suicidar)
        (?:<voy>)(?: ya)? (?:matarme|matarse|suicidar|suicidarme|suicidarse|colgar|colgarme
          |colgarse|ahorcar|ahorcarme|ahorcarse|aventar|aventarme|aventarse|tirarme|tirarse|tirar del|brincar
          |quitarme la vida|quitarse la vida|quitar la vida|cortarme las venas|ahogarme|envenenarme
          |acabar con mi vida|acabar con todo|dispararme|darme un tiro|pegarme un tiro|hacer una locura
          |irme de este mundo)
        (?:quitarme|quitarse|acabar con|terminar con|me quito|quite) (?:la|mi|su) vida|se mata(?!n)
        (?<!casi )me mato(?:$| (?:hoy|manana|esta noche|ya|si|y (?:ya|no|se)|yo|mejor|ahora|pronto|a las|de una vez
          |antes|aqui mismo
          |sol[oa]|delante|enfrente|este|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin)|en la noche
          |porque
          |por (?:ella|culpa)|con (?:mi hij[oa]|veneno)))
        me mato(?: ~)? (?:pastillas|pistola|a proposito)
        matarme|quitarme la vida|suicid(?:arme|arse|arte)|darme un balazo|pegarme un tiro|irme de este mundo
        acabo con (?:esto|todo|mi vida)
        (?:corte|cortar|corto|corta|cortarme|cortarse) (?:mis |las |la )?venas|dosis ~ a proposito
        a proposito ~ (?:morir|despertar)|que el tren me lleve|me cuelgo|tirarme (?:del|de|al|a las)
        me (?:voy a|quiero) (?:brincar|aventar|tirar)
        (?:va|voy) a brincar
        """,
        unless=(_IN_FUN, BY_ANOTHER, ABOUT_THE_LINE),
    ),
    Rule(
        "speaks_of_suicide", _KIND, Risk.CRISIS, None,
        english="suicidal|suicide (?:thoughts?|note|letter|pact|plan|attempt)|(?:about|of|on|is|attempted|"
        "attempting) suicide|suicide (?:right now|tonight|today)",
        spanish="suicid(?:a|as|io|arme|arse)|pensamientos suicidas|pensando en (?:el )?suicidio",
        unless=(ABOUT_THE_LINE, one_of(
            """
            (?:sol|calor|frio|trafico) es suicidio|autogol|(?:sacan|manden|mandan|preguntan) (?:~ )?lo del suicidio
          |attempt last|suicidarme nunca|an attempt|suicide rates?
          |suicidal tendencies|song about|linea
            not suicidal|no suicidal
            lost ~ to suicide|died (?:by|of|from) suicide|a record
            """
        )),
    ),
    Rule(
        "plan_or_method", _KIND, Risk.CRISIS, None,
        english="""
        (?:written|wrote|writing)(?: ~)? (?:goodbye|suicide) (?:letters?|notes?)
        (?:going to|about to) do it$|is doing it tonight
        (?:taking|take) (?:all|every)(?: ~)? (?:<pills>)(?: ~~) (?:be|being|get) done
        (?:would be|be) dead by(?! (?:25|30|now|[0-9]))
        drank (?:until|till|til) my heart|(?:that is|thats) the plan tonight|saving up (?:~ )?(?:pills|meds)
        only thing left to lose is me|fixing that tonight|checking out (?:today|tonight|for good)|would it hurt
        (?:plan|planning|plans) (?:and a date|to (?:die|kill|end it|do it|jump|hang|overdose))
        plan on (?:being dead|dying)|set (?:the|a) date
        (?:written|wrote|writing|left|found|find|posted|sent)(?: ~)? (?:suicide note|goodbye (?:note|letter|text)
          |the note|(?<!sent home with )a note(?! (?:from|about) (?:[0-9]{4}|the (?:school|teacher|landlord|office
          |shoes)))|the letters)
        (?:got|gets|getting)(?: ~)? goodbye (?:note|letter|text|message)s?
        (?:ways?|how|painless|easiest|fastest|best way|least painful)(?: ~)? to (?:die|kill <self>|end (?:it
          |my life)
          |hang|bleed out)
        (?:way|ways|method) to (?:die|kill <self>)
        how (?:many|much) ~~ (?:to die|to kill|would kill|will kill|lethal|fatal)
        how long does it take to (?:die|bleed)|bleed out|lethal dose
        how i am going to do it
        (?:going to|gonna|about to|boutta) do it (?:this time|tonight|today|soon|now|for real)
        (?:want|still want|wanna) to do it$|(?:today|tonight|tomorrow) is the (?:day|night)
        (?:is|i have) decided (?:i am done|to die)|brave enough|got the guts
        tried (?:to )?(?:kill|hang|shoot|overdose|od|die|hanging|end (?:it|things|everything|all|me|myself|this(?:$
          | (?:life|pain
          |last))|(?:my|his|her|their|the) (?:own )?(?:life|lives|pain|suffering|misery)))
          |(?:going to |gonna )try again$
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
)  # fmt: skip
