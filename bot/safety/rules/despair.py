"""What may be suicide and is asked about: no way on, a burden, putting things in order."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import PAST
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.SUICIDE

RULES = (
    Rule(
        "cannot_go_on", _KIND, Risk.CHECK, None,
        english="""
        can not take (?:it|this)(?: ~)? (?:no more|anymore)|my mind is made up|minds made up|can not stop me
        how far ~~ (?:gorge|bridge|cliff)|talk about living|over it [.,] all of it|all of it [.,] life
        lost my kids and my will|tell my coach thanks|do not want to talk about living
        nobody home (?:til|till|until)|my will to (?:live|go on|fight)
        (?:can not|could not|can hardly) (?:do|take|handle|deal with|stand|bear|keep doing|keep living|live|hold on
          |hang on|fight|go on|keep going|go through|face|see (?:a|any) future)(?: (?:this|it|another
          |life))?(?: (?:<more>|another|much longer|like this|man|no longer|day))?(?! (?:because|for me|pain
          |here in))$
        (?:can not|could not) (?:do|take|handle|go|stand|live|keep|cope)(?: (?:all|this|it|life|things|nothing
          |living|with|the
          |my|shit|pain|being|alone|alive|fighting|pretending|going|doing|on|like|through|myself|without|without her
          |without him|much)){0,4} (?:<more>|another (?:day|night|nite)|longer|like this)(?! (?:i want|want|without
          |in (?:this|recovery|my)|w|here|there
          |to|at|near|because|for|groups?|jail|er|monday|of (?!this|it)|than))
        i give up$|i (?:have )?give up on (?:life|everything|it all)|given up on (?:life|everything)|i am done done
        (?<![ a-z0-9.,?])i am (?:just )?done(?![ a-z0-9.,?])
        ^(?:(?:fuck it|fuck this|that is it|ok|okay|nah|man|god|yeah|well|done) )?i am (?:just |so )?done(?: (?:yall
          |man|for real
          |bro))?$
        i am done [.,] (?:i )?(?:wrote|left|gave)|i am done [.,] (?:just )?(?:done|with (?:it|life|all|everything))
        i am (?:just )?done with (?:it all|everything|life|all of it|this world|trying)
        (?:(?:you|yall|they)(?: are)? (?:will not|never|will never|not going to)|(?:nobody|no one) (?:will
          |is going to)
          |^will not) (?:ever )?(?:hear|be hearing) from me
        (?:last|end) (?:you|yall|anybody|anyone|youll)(?: will)? (?:ever )?(?:hear|see) (?:of|from) me
        so done with (?:life|everything)|i am just done|make it (?:all )?stop(?! [.,(]? ?(?:the )?text)
        (?:want|need) (?:it|it all|everything|this|the pain|the noise) (?:all )?to (?:stop|end|be over)
        what is the (?:point|use)(?: (?:anymore|of(?! (?:you|yall|u)$)|in|$))
        no point (?:anymore|in (?:anything|living|going|trying|any)|to (?:any|it|life))|there is no point|no way out
        (?:want|wish|need|wants|could|can) (?:to |i could |she could )?(?:just )?(?:disappear|vanish|fade away
          |not be here|stop existing|go away forever)
        (?:a|such a) burden|better off without|nobody (?:would|will) (?:even )?(?:care|notice|miss)
        no one (?:would|will) (?:even )?(?:care|notice|miss)
        (?:nothing|no one|nobody|not anything) left(?: to(?! (?:eat|prove|quit|sell|pawn|cook|wear|watch))
          | for(?! (?:groceries|food|rent|gas|bills
          |diapers))|$)|no reason to (?:get up|wake up|keep|go on|be here)
        (?:hate|hates) (?:my|his|her) life|(?:hate|hates) (?:myself|himself|herself)|life (?:is|does) not worth
        not worth (?:it|living)$|(?:do not|does not) (?:see|have) (?:a|any|no|much) (?:future|reason|point|hope)
        why am i (?:even |still )?(?:here|alive)|why did they (?:narcan|save|bring) me|should have let me
        should(?: have| of)? (?:been me|left me|let me go)|(?:got|took) me instead
        (?<!not in a )(?:dark|bad|scary|bad bad) (?:place|thoughts|tonight)|real dark|thoughts (?:are|r) getting
        having those thoughts|those thoughts
        (?:scared|afraid|do not know|idk|not sure)(?: ~)? (?:of )?what i (?:will|might|am going to|would|could
          |may) do
        trust <self>|keep <self> safe|safe (?:with|from) <self>|(?:not ok|not okay)(?: like|$)
          |(?<!was )at the end of my rope(?! with (?:this|that|the|my (?:boss|job|landlord)))
        hanging by a thread|much longer i can|dont matter anyway|(?:will not|do not) matter (?:soon|anyway|anymore)
        wish i (?:was|were) never born|was never born|not born|not existing|did not exist|lost my will|done fighting
        tired of (?:fighting|everything|it all|trying)$|tired of everything|so tired of it all|tired boss
        over it all|over it all of it|i am over it$|be at peace soon|made a decision|feel calm finally
        one way (?:this|it) ends|waiting (?:on|for) the end|waiting to die
        dont think i (?:am going to|will) make it|not think i am going to make it
        think i (?:am going to|will) not make it|can not promise|(?:it is|is) nobodys fault
        i will not bother (?:you|yall)|not bother yall|it is over for me|easy to (?:just )?let go|god forgot
        something happens to (?:me|you)|(?:so long|goodbye) (?:everybody|everyone)
        just wanted to say (?:bye|goodbye)|(?:please|just|tell (?:them|her|him) to|will (?:you|anyone|anybody|they)
          |nobody will|no one will) remember me(?! (?:next|but|from))|remember me (?:as|when|nice|fondly|always|by
          |happy|please)|that casket
          |empty i can not feel|could not wake up
        just did not wake up
        (?:have|got) a plan$|garage ~ nobody home|another (?:30|20|40|50|year|years) (?:yrs|years) of this
        want to sleep forever|already in hell|thanks for everything ~~ (?:only one|goodbye)|wanted out of this life
        want out of (?:this|my) life|(?<!all the way to the )end of the line|nothing matters|i want to go$
          |done in this world
        """,
        spanish="""
        no le (?:hallo|miro|encuentro) (?:~ )?(?:sentido|caso|razon|chiste)
        ya no (?:puedo|aguanto|doy|soporto)(?: (?:mas|esta vida|con esto|con todo|esto))?$
        no (?:puedo|aguanto|doy|soporto) (?:mas|esta vida|con esta vida|un dia mas)|ya no mas$
        (?:hij[oa]|herman[oa]|amig[oa]|novi[oa]|sobrin[oa]) ya no (?:aguanta|puede)$
        ya no (?:puede|aguanta) (?:mas|vivir|seguir|nada|la vida|esta vida|el dolor|estar aqui|con (?:la vida
          |su vida|todo|esto
          |nada|esta vida|el dolor))|no le (?:veo|encuentro|ve) (?:sentido
          |caso|razon|salida)
        (?:para|pa) que (?:seguir|vivir|sigo|intento)|que caso tiene
        (?:cansad[oa]|hart[oa]) de (?:todo|la vida|esta vida(?! de)|vivir(?! asi))
        (?:quisiera|quiero|quisiera ya) (?:desaparecer|que pare|que todo (?:pare|termine|acabe)|descansar de
          |ya no estar)
        (?:solo )?quiero que pare|mejor sin mi|(?:una|soy una|es una) carga|me rendi|ya me rindo
        no (?:hay|tengo|veo) (?:salida|futuro|razon|por que levantarme|para que)|ya no hay salida|no se si llegue
        ojala no hubiera nacido|no hubiera nacido
        hubiera sido mejor que|pensamientos (?:feos|malos|oscuros)|miedo lo que pueda hacer|miedo de lo que
        bien oscuro|odio mi vida|me odio|nada vale la pena|ya no quiere nada|no es culpa de nadie|mejor me muero
        perdon por todo|no quiero nada ya|ya no quiero nada|la vida no vale|para que vivo
        ya no quiero (?:estar aqui|seguir(?! (?:tomando|usando|bebiendo|fumando|consumiendo|en el vicio))|sufrir
          |vivir asi)
        (?:ya )?no (?:van?|vas|iran|ira) a (?:volver a )?saber (?:mas |nada )?de mi|no (?:sabran|sabras) (?:mas 
          |nada )?de mi
        """,
        unless=(
            one_of(
                """
                want rehab|want treatment|ready for rehab|into a program|a program|where can i go|this app
                spreadsheet|the show|drinking|using|dope|with work|un programa|para dejar de tomar|summer break
                job hunt|with this (?:line|show|bot)|homework|taxes|who can get|who will take|got a detox|who tells
          |fork in|cushion
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
        dibuja pura muerte|no sale del cuarto (?:y no|y regal|ni)|tiene armas|apago el cel|perdon por todo
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
        bought (?:a|the|some) (?:rope|noose|gun|pistol|razor blades)(?! (?:swing|rights))
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
