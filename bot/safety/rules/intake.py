"""Overdose from what was taken: too much, going under, something in it, not sure."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import LEARNING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.OVERDOSE
_NOT_DRUGS = one_of("naps|cookout|pizza|netflix|coffee|cookies|cake|tamales|on my plate|spicy|my bag at")

RULES = (
    Rule(
        "took_too_much", _KIND, Risk.CRISIS, None,
        english="""
        (?:took|swallowed|taken|downed|popped)(?: ~)? (?:[1-9][0-9]|ten|twenty|thirty|forty|fifty|dozens?
          |a dozen)(?: of)?(?: (?:my|his|her|the|these|those))?(?: [a-z]{1,10})? (?:<pills>)
        (?:kid|baby|toddler|old|son|daughter|grandson|granddaughter|he|she)(?: ~)? (?:got|opened
          |found)(?: ~)? (?:<pills>)(?: ~)? (?:open|opened|bottle)
        (?:took|taking|take) (?:all|every one of|a bunch of|a handful of)(?: ~)? (?:<pills>)
        (?:took|tooken|taken|take|did|done|used|smoked|shot|snorted|injected|swallowed|ate|drank|hit|popped|put on
          |had)(?: ~)? (?:(?:way |far )?too? (?:much|many|big|hard)|a (?:whole )?(?:bunch|lot|handful
          |ton) of (?:<pills>|pills|his|her|my|them|xanax)|(?:a |the )?whole (?:bottle|bag|pack|script)|(?:all
          |the rest of) (?:of )?(?:(?:his|her|my|the|their) (?:<pills>)|them)|everything in(?! the (?:house|fridge
          |pantry|kitchen)))
        (?:took|ate|swallowed|chewed|drank|got into|into|licked|eaten)(?: ~)? (?:my|his|her|one of my
          |some of my|some|a|grandmas|the) (?:<pills>|bottle of|baggie|bag|edible|vape juice|bleach)
        (?:swallowed|ate) (?:a|the|it|my) (?:whole )?(?:bag|baggie)
        (?:bag|baggie)(?: ~)? (?:opened|open|busted|burst|leaking)
        """,
        spanish="""
        (?:me|se) (?:tome|tomo|meti|metio|trague|trago|comio|inyecte|inyecto|pase|paso)(?: ~)? (?:demasiad[oa]s?
          |much[oa]s|un monton|tod[oa]s|el frasco|un frasco|la bolsita|mi suboxone|mi metadona|mis pastillas|de mas
          |de dosis)
        use de mas|tome (?:demasiad|muchas|un monton)[a-z]{0,3}|meti demasiado|trago? la bolsita
        """,
        also="""
        [1-9][0-9]|dozens?|twenty|thirty|a (?:whole )?(?:bunch|lot|handful|ton) of|swallowed|whole bottle
        help|ayuda|can not|(?:will|is|are|do) not|sleepy|sick|scared|weird|slow|blue|cold|gray|shak(?:ing|y)
        breath(?:e|ing)?|passed out|pass(?:ing)? out|mumbling|limp|out|cops|tylenol|bag|baggie|bottle|faint|burning
        heart|baby|toddler|kid|old|yr|year|dying|wake|throwing up|pictures|took too m(?:uch|any)$|too much$
        too many$|^took too|too (?:big|hard)|vomit|blood|nodding|alone|fentanyl
        no (?:puedo|me|despierta|contesta|respira)|durmiendo|respirar|bebe|nino|nina|hijo|hija|sueno|mal|fria?
        demasiado|de mas|de dosis|pastillas|abrio|stomach|dizzy|room
        """,
        unless=(LEARNING, _NOT_DRUGS, one_of(
            """
            hung ?over|on paper|dentist|like old times|judge|drug test|might (?:have|of)|but i feel ok|feel stupid
            twice by accident
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "going_under", _KIND, Risk.CRISIS, About.SELF,
        english="""
        breath is (?:skipping|short|slow|shallow|weird|stopping)
        lips (?:are|is|feel|turning)(?: ~)? (?:tingling|tingly|numb|blue|purple|gray)|something(?: is|s)? not right
        somethings not right
        can not (?:even )?(?:stay awake|keep my eyes|feel my|move my|stand(?: up)?|breathe?|get up|wake up all
          |see right|keep awake)
        (?:i am|im|keep) (?:~ )?(?:nodding|noddin|slipping|fading|going under|going out|going in and out|in and out
          |blacking out|passing out|falling asleep|seeing black|so sleepy|very sleepy|real sick)
        nodding (?:out|off)(?: alone)?|going under|my breath(?:ing)? is|stop breathing
        scared to (?:fall asleep|sleep|close my eyes)
        heart is (?:going to|about to|exploding|beating so|racing|pounding|skipping|stopping)
        (?:my )?(?:lips|face|fingers)(?: ~)? (?:tingling|numb|blue|gray)
        everything (?:is )?(?:slow|black|spinning|going (?:black|gray|dark))|seeing (?:black|double|spots)
        chest is (?:slow|doing|tight|hurting)|(?:i feel|feeling) (?:faint|like i am dying|like i am falling asleep)
        room is (?:going|spinning)|(?:some(?:thing|body)) (?:is )?(?:not right|wrong|spiked me|drugged me)
        spiked (?:me|my drink)|drugged me|not move my hands|(?:is|it is|to|too|so) (?:strong|powerful)$
        """,
        spanish="""
        me estoy (?:durmiendo|apagando|yendo|desmayando|muriendo)
        no (?:puedo|siento) (?:mantener|respirar|las piernas|la cara|los brazos|pararme|mover|mantenerme)
        no me puedo parar|todo se ve (?:negro|oscuro|borroso)|corazon (?:se me sale|me late|va a explotar)
        labios (?:morados|azules)|otra vez me estoy yendo|mucho sueno|no siento
        """,
        also="<drugs>|<drogas>|pills|took|used|er|jail|club|spiked|drugged|mixed|mezcl[eo]|revolvi|strong|slow|"
        "strip|this stuff|in it|eyes open",
        unless=(LEARNING, one_of(
            """
            lmao|stuffed up|car seat|hungover|hung over|trying to go to sleep|full of people
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "something_in_it", _KIND, Risk.CRISIS, None,
        english="""
        (?:there (?:was|is)|had|got) (?:fentanyl|something|tranq|xylazine) (?:in|on) (?:it|there|that|my|this)
        was not (?:a |no )?(?:perc|xanax|coke|weed|what)|wrong with (?:this|that|the) (?:batch|stuff|shit|pill|bag)
        tranq got (?:me|him|her)
        (?:smoked|took|did|used|snorted)(?: ~)? fentanyl (?:thinking|by accident|not knowing)
        (?:fell|dropped) (?:over|down|out) (?:after|twice|right)
        (?:shot up|did a (?:shot|line|bump)|took a (?:pill|blue|hit|bar)|smoked)(?: ~)? (?:and|then) (?:he |she 
          |went |just )?(?:dropped|fell|collapsed|went quiet|passed out|is quiet)
        (?:needle|syringe)(?: ~)? in (?:his|her) (?:arm|leg|neck|vein|hand|foot|lap)
        (?:needle|syringe|foil)(?: ~)? (?:on the (?:sink|floor|bed|seat)|(?:next to|beside|by) (?:him|her|them))
        (?:his|her|the) (?:~ )?(?:needle|syringe) (?:is |was |still ){1,2}in (?:him|her|his)
        and then? ?(?:he|she) (?:just )?(?:dropped|collapsed|went limp)|he just dropped
        pill bottles? (?:is |are |was )?(?:all )?empty|empty (?:pill )?bottles?|overheating|burning up ~ molly
        shaking ~~ molly
        """,
        spanish="""
        (?:algo|fentanilo) (?:traia|tenia|le echaron)|algo traia|con (?:la )?(?:jeringa|aguja)|el papel aluminio
        el frasco (?:esta )?vacio|se metio (?:algo|una azul|fentanilo)|mezclo (?:el|la|las|los|pastillas|trago)
        frasco vacio
        """,
        also="he|she|him|her|his|they|i|me|my|help|yo|mi|se|lo|la|esta|hay|un|una|no",
        unless=(LEARNING, one_of(
            """
            tested my stuff|used syringes|old needles|sharps|exchange|wound|supplements
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "maybe_too_much_self", _KIND, Risk.CHECK, About.SELF,
        english="""
        took (?:my|the) (?:dose|methadone|meds|suboxone|pills?) twice|get high(?: ~)? nobody
        is it bad (?:if|that) i (?:mix|mixed|took)|if i mixed|dose twice
        (?:might|think i|may|i) (?:~ )?(?:took|take|taken|of took|used|did|drank|smoked) (?:too much|more than|a lot
          |too many)
        (?:took|take|taking|taken|did) (?:~ )?(?:twice(?! as )|double|an extra|extra|2x
          |more than)(?: ~)?(?: (?:accident
          |mistake|meant|supposed|should))?
        (?:feel|feeling) (?:so |real |really |kind of )?(?:weird|funny|sick|strange|off|not right)(?: ~)? (?:after
          |from|since)
        not feel right (?:after|since|from)
        took (?:a|some|something|somethin) (?:pill |pills )?from (?:somebody|someone|some)|idk what (?:it|was)
        (?:mixed|mixing|took)(?: ~)? (?:<pills>) (?:with|and|on top of|w) (?:~ )?(?:<pills>|beer|alcohol
          |liquor|wine|drink|xanax|weed)
        (?:i|he|she|they|going to|about to) (?:mix|take)(?: ~)? (?:<pills>) (?:with|and|on top of
          |w) (?:~ )?(?:<pills>|beer|alcohol
          |liquor
          |wine|drink|xanax|weed)
        (?:drank|drinking|drunk|bottle)(?: ~~) (?:<pills>)
        (?:used|using|got high|getting high|shot up) (?:by (?:<self>)|alone|nobody(?: is)? here)(?: (?:again|tonight
          |now
          |today|right now|in (?:the|my|a (?:bathroom|car|tent))|at|nobody|scared|after|and)|$)
        (?:i|about to|going to|have to) (?:use|get high|shoot up) (?:alone|by <self>)
        nobody is here with me|been using a lot|not remember (?:how many|if i took|how much)
        how (?:do|would) (?:i|you|u) know if ~ (?:too much|overdosing|an overdose)|how much is too much
        nauseous (?:and )?(?:itchy|sleepy)|itchy (?:and )?sleepy
        took (?:my|his|her) (?:moms|dads|wifes|grandmas|roommates) (?:<pills>)|(?:am|feel) nodding
        had fentanyl and i|already (?:did|took|used|smoked) some
        """,
        spanish="""
        (?:mezclar|mezcle|revolver|revolvi|tomar)(?: ~)? (?:con|y) (?:cerveza|alcohol|trago|xanax|pastillas)
        (?:creo que |me )?(?:tome|use|meti) (?:mas|de mas|doble|dos veces|la dosis dos)
        me siento (?:raro|rara|mal|feo) (?:con|desde|despues)|usar sol[oa]|no me acuerdo cuant[oa]s
        (?:mezclar|mezcle)(?: ~)? (?:metadona|suboxone|pastillas|xanax|alcohol|cerveza)|dosis dos veces
        fue demasiado|no se si fue demasiado|tome (?:doble|dos veces)|bien ido
        """,
        unless=(LEARNING, one_of(
            """
            can i take|is it safe to mix|se puede mezclar|should i take|not use alone|line whats|call so
            number to call|hotline|naps|feel stupid
            told my sponsor|hung ?over|can i (?:drink|mix)|no usar solo|un numero
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "maybe_too_much_other", _KIND, Risk.CHECK, About.OTHER,
        english="""
        nodding (?:off|out) (?:at|in|on|again|while)|gets? ahold of (?:<him>)|can not get ahold|aint heard from
        not heard from (?:him|her)
        (?:not answered|not answering|has not answered|not heard from)(?: ~~) (?:detox|rehab|jail|using|last night)
        get a ?hold of (?:<him>)|nodding off|phone off|nobody (?:has )?seen|heard from (?:him|her)
        (?:parked|sitting) ~~ not (?:looking|moving|getting)|still not looking up|not looking up
        (?:<they>|phone)(?: ~)? (?:not answered|not answer(?:ing)?(?: (?:me|since|his|her|the))?|will not answer
          |is not picking up|not picking up|phone off|unreachable|not been seen|nobody (?:has )?seen)
        can not (?:get (?:a )?hold|reach|find)(?: of)? (?:<him>)|(?:have|has) not (?:heard (?:from|anything|nothing
          |back|him|her)
          |seen (?:<him>|our (?:<kin>)))|aint heard
        (?:sleeping|asleep) (?:real |really |so |very )?(?:heavy|hard|deep)|nodding off|(?:is|be|keeps) nodding
        (?:<they>|dude) (?:is |are |was )?(?:(?:acting|seems|looks|been|gone|getting) )?(?:real |really |so |very 
          |too 
          |kind of |all )?(?:weird|loopy
          |slurred|pale|out of it|quiet|strange|groggy)
        sound(?:s|ing)? slurred|slurring|(?:has not|not) come out (?:of )?(?:his|her|the)
        bathroom(?: ~)? (?:locked|hour|long time)|locked for an hour|pills missing
        might have (?:ate|eaten|taken|swallowed|got)|snore like that|how long should i watch
        (?:threw|throwing) up and (?:now )?(?:is |he is |she is )?(?:asleep|sleeping)|just high or overdosing
        tell if (?:someone|somebody|he|she) is|not looking up
        """,
        spanish="""
        (?:salio del|desde ayer|andaba|recayendo|usando)(?: ~~) (?:no contesta|no lo|no la)|no contesta|cabeceando
        lleva ~ (?:hora|horas) en el bano|no me abre|anda rara?|se tomo algo|creo que uso|muy palid[oa]
        no (?:lo|la) hemos visto|drogado o es|solo esta drogad[oa]|usó anoche|uso anoche
        """,
        also="<drugs>|<drogas>|detox|rehab|jail|using|got high|relapsed|took something|pills?|trap|recayendo|"
        "bathroom|bano|clean|dose|drunk|narcan|script",
        unless=(one_of(
            """
            coach|nobody answers|counselor|clinic|they never|office|place|number|voicemail full|coach nunca
            la clinica
            """
        ),),
        may_be_over=True,
    ),
)  # fmt: skip
