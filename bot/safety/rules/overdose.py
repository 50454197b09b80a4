"""Overdose as it looks from outside: somebody does not wake up, does not breathe, needs naloxone."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, LEARNING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.OVERDOSE
_ASLEEP = one_of(
    """
    for (?:school|work|church|practice)|every morning|popsicle|paint(?:ed|ing)?|like the dead|like a rock
    after the park|car seat|zoo|after her bottle|bounce house
    para (?:la escuela|ir a|el trabajo)|pa la escuela|phone (?:is )?(?:dead|dying|died)|laptop|battery
    car (?:will not|died)|sky|numero esta|eyes are blue
    blue eyes|my feet|mood
    """
)
_NOT_DRUGS = one_of(
    """
    have (?:the )?wrong (?:person|number)|just asleep with|widow|repast|news said|in front of our kids|says his name
    (?:since (?:he|she)|(?:since|after) my (?:~ )?(?:<kin>)) overdosed(?! (?:[0-9]|an? |today|tonight|this|earlier
          |about|like))
    overdos(?:ed|ing) on (?:pizza|netflix|coffee|cookies|cake|tv|games|sugar|food|turkey|tamales|work)
    """
)

RULES = (
    Rule(
        "not_waking", _KIND, Risk.CRISIS, About.OTHER,
        english="""
        (?:now |and )(?:he|she) is out(?: cold)?$|is out (?:and|now|cold)|not moving|friend is dead
        (?:took|did|smoked|hit|shot)(?: ~~) (?:collapsed|passed out|fell out|dropped|is out)|sleeping hard
        not answering$|(?:is|was|found)(?: ~)? slumped
        (?!not come to me$)(?:will not|not|never|can not|is not|would not|did not|wouldnt) (?:wake|waking|wakes|woke
          |respond|responding
          |responsive|come to|coming to|coming around|coming back|react|reacting|move|moving|answering me
          |wake up)(?: (?:up|to|me))?$
        (?:will not|not|would not|never) (?:wake|waking|respond|responding|reacting|wake up
          |come to(?= even| after| with| the door))(?! me)
        (?:can not|could not|unable to|trying to|how to|try to|tryna)(?: ~)? (?:wake|rouse|wakeup|arouse
          |get)(?: up)? (?:<him>|someone|my (?:~ )?(?:<kin>))(?: (?:up|awake|to wake|to come to))
        (?:can not|could not|unable to)(?: ~)? (?:wake|rouse|keep waking) (?:<him>)
        (?:can not|could not|unable to)(?: ~)? keep (?:<him>) (?:awake|up|from|conscious|breathing|alive|responding
          |with me)
        wake up wake up
        unresponsive|unconscious|out cold
        (?:he|she|they|<kin>) (?:is |are |just |done |be )?(?:all )?(?:fell out|fall out|falling out|passed out
          |blacked out|collapsed|slumped|limp|lifeless|stiff|cold hands)
        (?:is|are|was|found)(?: <him>)? (?:~ )?(?:limp|lifeless|slumped|stiff|not moving|unconscious)|goes limp
        found (?:<him>|a <kin>|someone)(?: ~~)? (?:cold|blue|not moving|on the floor|unconscious|dead|passed out
          |stiff|tieso)
        (?:<him>|he|she|they|<kin>) (?:is |are )?(?:so |real |ice )?cold(?: and|$| to the touch)
        is (?:on|laying on|lying on) the (?:floor|ground|bathroom floor)
        (?:people|person|guy|dude|woman|man) (?:is |are )?(?:down|passed out)
        i think (?:that )?(?:he is |she is |they are |<him> is |<him> (?:just )?)(?:dead|dying|died
          |gone)(?! (?:tired|broke
          |set|beat|inside|serious|to me))
        (?:<they>|<kin>|he|she) might be (?:dead|dying)(?! (?:tired|broke|set|serious|inside))
        (?:<they>|<kin>) (?:is|are) dead(?:$| (?:help|please|i think|what do i|omg|hurry|call|from the|in (?:the|my
          |his|her) (?:bed|room|car|bathroom|house|tub|shower
          |tent|truck)|on the|right now|here|outside|and (?:cold|blue|i do not know)))
        (?:he|she) is gone (?:help|please|he is gone|she is gone|i can not (?:find|feel)|he took|she took|no pulse
          |cold)
        (?:<they> is|(?:<kin>) is|friend|buddy|homie|bro|somebody|someone|they are|might be|people (?:is|are)|mom is
          |dad is) dying(?! (?:to|for(?! real)|of|laughing
          |inside(?! (?:the|my))|by inches|but|slow|in(?! (?:front|my|the|his|her|here))))
          |fell (?:right )?off the chair|went (?:limp|quiet)
        """,
        spanish="""
        no (?:se )?(?:despierta|reacciona|responde|contesta nada|se mueve|vuelve en si)
        no (?:lo|la|le) (?:puedo|podemos|puedan|logro) despertar
        no (?:puedo|podemos|logro) (?:despertarl[oa]|despertar|hacer que despierte)|inconsciente
        (?:esta|quedo|lo encontre|la encontre|tirad[oa])(?: ~)? (?:tirad[oa]|ties[oa]|fri[oa]|desmayad[oa]|morad[oa]
          |azul|en el piso|en el suelo|sin moverse)
        se (?:desmayo|cayo redond[oa]|desplomo|esta yendo|esta muriendo|nos va(?! a (?:acabar|pasar|hacer|cortar
          |vencer|olvidar))
          |me va (?:ayuda|mi (?:<pariente>)|muriendo|apagando|de las manos|la vida|a ir|a morir|el (?:aire|pulso
          |corazon)
          |la (?:luz|vista|respiracion))|puso (?:azul|morad[oa]))
        (?:^|mi (?:<pariente>) )se me va$
        (?:se )?(?:esta|estan) muriendo(?! de)|ta frio|esta muert[oa]|otra vez se esta durmiendo
        """,
        unless=(_ASLEEP, one_of(
            """
            who never woke|people who never|natural causes|nightmares|hospice|parenting class
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "not_breathing", _KIND, Risk.CRISIS, About.OTHER,
        english="""
        (?:is not|not|stopped|barely|hardly|ain t|never) (?:even )?breath(?:e|ing|s)
        (?:he|she|they|<kin>|is)(?: is| are)? breathing (?:real |really |very |so |like |kind of )?(?:funny|weird
          |slow|shallow|wrong|bad|heavy|once|off|strange|hard|every)
        breath(?:s|e|ing)? (?:~ )?every [0-9]{1,2}|no pulse|no heartbeat|heart stopped|stopped breathing
        (?:he|she|they|<kin>|face|lips?|nails?|fingers?|hands?|skin|is|are|turning|turned|going|look|looks|turns
          |got)(?: ~)? (?:are |is |turning |going |turned |all |look |looking )(?:<blue>)
        (?:<blue>) (?:lips|face|fingers|fingertips|nails|skin)|(?:turning|turned|going) (?:<blue>)
        (?:he|she) (?:is )?blue
        gurgl(?:e|es|ing)|death rattle|snor(?:e|ing)(?: ~)? (?:weird|loud|funny|strange|sound|noise)
        (?:sound|noise)(?: ~)? (?:like|of) snoring|awful (?:sound|noise)|foam(?:ing|s)?(?: ~~) mouth|foaming
        eyes (?:are |r )?(?:rolled|rolling|roll)(?: back)?|no (?:pulse|breath)|doing cpr|did cpr|do cpr on
        """,
        spanish="""
        no (?:esta )?respira(?:ndo)?(?! (?:hondo|profundo))|ya no respira
        respira (?:bien |muy |apenas )?(?:poquito|poco|raro|mal|feo|despacio|lento)|dejo de respirar|apenas respira
        labios (?:azules|morados|grises)|(?:esta|se puso|se esta poniendo) (?:morad[oa]|azul|gris)
        espuma (?:por|en) la boca|ronquido|sin pulso|ojos en blanco
        """,
        also="he|she|they|him|her|his|them|<kin>|<pariente>|se|le|lo|la|esta|respira|labios|lips|breathing|not|"
        "no|turning|someone|somebody|foam|foaming|cpr|gurgling|noise|pulse",
        unless=(_ASLEEP, one_of(
            """
            i can not breathe|can not breathe (?:lmao|lol|with)|meditation|exercise|yoga
            breathing (?:easier|fine|ok|room)|lol|saved|hot hands
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "overdosing", _KIND, Risk.CRISIS, None,
        english="""
        (?:dude|guy|girl|man|woman|lady|person|kid|somebody|friend|neighbor)(?: ~~) overdos(?:ed|ing)
        overdosing|(?:is|are|am|im|think i|help me i|he|she|in) overdose
        (?:<they>|i|just|mom|dad|mama|boyfriend|girlfriend|husband|wife|people|guys)(?: (?:just|has|have|is|both
          |might|may
          |must|could|of|probably|really|accidentally|be)){0,3} over ?dosed(?! (?:last|once|when|years|on (?:tacos
          |takis
          |hot|lefse)|in (?:the|a) (?:burger|taco)))
        (?:<kin>|boyfriend|girlfriend|somebody|someone|dude|he|she) overdose(?:$| (?:in|and|at|help|please|need
          |outside
          |right now))
        i overdose on (?:my|purpose|<pills>|fentanyl)|(?:he|she|i)(?: (?:is|am))? going to overdose
        (?:took|having|take|just had) (?:an? )?overdose(?! (?:episode|response|training|kit))
          |overdose (?:in progress|please|outside)
        ^overdosed(?:$| (?:help|please|in (?:the|my)|on (?:the|my|purpose|<pills>|fentanyl|heroin|dope)))
        overdosed? (?:again|right now|help|come)|(?:<kin>) over ?dosing
        overdose (?:come|help|now|right now|hurry|at|in the (?:bathroom|stairwell|hallway|house|parking))
        """,
        spanish="""
        (?:tiene|tuvo|hay|creo que|es|fue|esta|ayuda|teniendo|hijo|hija|hermano|una) (?:~ )?sobredosis
        sobredosis (?:yo|ayuda|ahora|aqui)|se (?:le )?paso (?:la mano|de dosis)|me pase de dosis
        """,
        unless=(LEARNING, ABOUT_THE_LINE, _NOT_DRUGS,
                one_of(
                    """
                    died (?:of|from)|nobody overdoses|texts about overdose|lost ~ to
                    passed away|grief|funeral|buried|died|murio|perdi|perdieron|mourning|new owner
                    last (?:week|month|year)|sunday|(?:and|but) (?:lived|survived|made it)|came (?:through|thru)
                    prevention|si es sobredosis|what to do if|if (?:somebody|someone|she|he)|i want to learn
                    how do (?:i|you) (?:tell|know)|charged|ready if|scared me straight|good samaritan
                    """
                )),
        may_be_over=True,
        otherwise=About.OTHER,
    ),
    Rule(
        "narcan_now", _KIND, Risk.CRISIS, None,
        english="""
        (?:gave|given|give|used|sprayed)(?: (?:<him>|me))? (?:the |a |some |my |one |two |2 )?(?:nasal spray
          |nose spray|spray)(?: ~)? (?:still|nothing|twice|not|again|and)
        narcan (?:did not|does not|is not|not|will not|aint)(?: ~)? (?:work|working|help|helping)
        (?:gave|given|hit|used|giving)(?: (?:<him>|somebody|someone|a <kin>))?(?: (?:with|like))?(?: (?:[0-9]|one
          |two|three
          |four|the|a|another|a second|some|more|all the))? narcan(?! (?:training|for|and who))
        give (?:<him>) (?:a |the |some |more |another )?narcan|(?:should|can|when do|do) i give (?:a )?narcan
        how (?:do (?:i|you|we)|to) give narcan(?:$| (?:hurry|now|fast|please))
        (?:they|he|she|somebody|someone|medics|ems|cops|<they>) gave me (?:a |the )?narcan(?! (?:to|for|kits?|when
          |at the (?:health|fair|library)))
        need(?:s)? narcan(?: ~)? (?:now|right now|asap|hurry|for me|for him|for her|quick|fast)
        where (?:is |the )?(?:the )?narcan at|(?:got|have) no narcan
        (?:have|got) narcan (?:but|and) ~ (?:nobody|alone)|narcan wore off|narcan ~ (?:still|going back|wont)
        (?:they |we |i )?narcan (?:him|her|me)(?: ~)? (?:hour|hr|but|now|earlier)|how (?:many|much) narcan
        even after narcan|since the narcan
        """,
        spanish="""
        (?:le|les|me) (?:di|dimos|dieron|puse|puso|pusieron) (?:el |la )?narcan
        (?:necesito|ocupa|necesita|urge) narcan (?:ahora|ya|urgente)
        narcan ~ (?:otra vez|no despierta|no funciono|se esta)
        """,
        also="he|she|they|him|her|his|me|my|i|now|work|need|compa|hijo|hija|hermano|despierta|despierto|le|me|"
        "<kin>|narcan",
        unless=(LEARNING, one_of(
            """
            saved|last (?:month|winter|year)|took a picture|away to a|when i started|xmas|mad at myself|health dep
            """
        )),
        may_be_over=True, otherwise=About.OTHER,
    ),
)  # fmt: skip
