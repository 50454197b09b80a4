"""Medical danger: wounds, collapse, poison, a birth; and what may become one."""

from __future__ import annotations

from bot.message import Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, LAUGHING, LEARNING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.MEDICAL
_EVERYDAY = one_of(
    """
    price of|egg prices|birthday cake|stuffed up|stuffy|with this cold
    asthma meds|inhaler refill
    neurologist|cardiologist|seizure free|seizure meds
    special needs|has seizures and they
    all cleared|give me a heart attack|gave me a heart attack|almost had a heart attack|about had a
    infarto hace|cardiologo|medico barato|sin convulsiones|de risa|jaja
    """
)

RULES = (
    Rule(
        "blood_or_wound", _KIND, Risk.CRISIS, None,
        english="""
        (?:bleeding|blood)(?: ~)? (?:from|out of|out)(?: ~)? (?:head|ears?|eyes|mouth|nose and|stomach|neck|wrists?
          |down there)
        (?:throw(?:ing|s)?|threw|cough(?:ing|ed|s)?|puk(?:ing|ed|es)|vomit(?:ing|ed|s)?|spit(?:ting)?|pee(?:ing)?
          |piss(?:ing)?|shit(?:ting)?|poop(?:ing)?|passing)(?: up| out)?(?: ~)? blood
        blood in (?:my|his|her) (?:vomit|stool|puke|pee|urine|throw up|poop)
        (?:coffee grounds|black tar)(?: ~)? (?:vomit|puke|stool|poop|throw)
        (?:vomit|stool|poop|puke)(?: ~)? (?:coffee grounds|black)
        (?:bleeding|blood)(?: ~)? (?:a lot|bad|badly|out|heavy|heavily|everywhere|will not stop|not stop(?:ping)?
          |all over|through|pouring|so much|soaking|gushing)
        (?:will not|can not|not) stop (?:the )?bleeding|losing (?:a lot of |so much |too much )?blood
        red (?:streaks?|lines?)(?: ~)? (?:up|from|going|arm|leg|on)
        (?:abscess|wound|arm|leg|foot|hand|sore)(?: ~~) (?:fever|chills|black|red streak|to the bone|smells?
          |see (?:the )?bone|rotting|maggots)
        (?:fever|temp|temperature) (?:of |is |at )?10[2-9]
        hit (?:my|his|her) head(?: ~~) (?:throwing up|dizzy|passed|bleeding|confused|can not|pupils|blood)
        (?:compound|bone (?:is )?sticking)
        """,
        spanish="""
        (?:le|me) sale(?: ~)? sangre
        (?:brazo|pierna|mano|pie|donde me (?:inyecto|pico))(?: ~~) (?:negr[oa]|morad[oa]|calentura|fiebre)
        (?:calentura|fiebre) de (?:3[89]|4[0-2]|10[2-6])
        sangre (?:de|por|en) la (?:cabeza|boca|nariz|orina)
        (?:vomit(?:ando|o|e|a)|tosi(?:endo|o)|escupi(?:endo|o)|orin(?:ando|o)|tosiendo)(?: ~)? sangre
        sangra(?:ndo)?(?: ~)? (?:much[oa]|no para|bastante|feo)|no (?:para|deja|paro) de sangrar|mucha sangre
        sangre por (?:la boca|la nariz|todos)|sale a chorros|(?:rayas?|lineas?) rojas?
        (?:brazo|pierna|absceso|herida)(?: ~~) (?:fiebre|negr[oa]|calentura|hinchad[oa] ~ rojo)
        """,
        unless=(_EVERYDAY, one_of(
            """
            blood (?:test|work|pressure|in blood)|donate|small|only jeans
            get (?:the )?blood out of (?:a|the|my|white) (?:[a-z]{1,8} ){0,2}(?:shirt|jeans|jacket|couch|carpet|sheets)
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "collapse_or_poison", _KIND, Risk.CRISIS, None,
        english="""
        (?:help|think|feel like|feels like|pretty sure)(?: ~)? i (?:am|might be) dying(?! (?:of|for|to|from|laughing
          |in))
        ^i am dying$|i am going to die (?:$|if (?:nobody|no one|somebody))
        (?:been|was|got|just|am) hit by (?:a|the) (?:car|truck|bus|bike|train)
        blood (?:coming|running|pouring|leaking|out)(?: ~)? (?:from|out|of)(?: ~)? (?:ears?|nose|mouth|head|eyes)
        burned (?:real |so |really )?bad|third degree|burns all over|giving birth
        (?:drank|drink|swallowed|ate|got into|drinking)(?: ~)? (?:drain|toilet|oven|bathroom|floor
          |pine)? ?(?:cleaner|detergent|tide pods?|pine sol|windex|perfume|nail polish|paint|batteries
          |magnets?)
        (?:baby|toddler|kid|child|son|daughter|grandson|granddaughter|old) (?:~ )?(?:drank|swallowed
          |got into) (?:~ )?mouthwash
        (?:drank|drinking|swallowed)(?: ~)? mouthwash(?: ~~) (?:throwing up|sick|passed out|shaking|can not)
        (?:froze|frozen) (?:stiff|solid)
        (?:pain|hurt|hurts)(?: ~)? (?:unreal|unbearable|worst|screaming|doubled over|can not (?:stand|move|walk))
        something (?:popped|tore|burst|ripped)(?: ~)? (?:in|inside) (?:my|his|her)|something popped
        (?:ladder|stairs|roof|bike|horse|scaffold)(?: ~~) (?:can not (?:move|feel|walk|get up)|leg|back|unconscious)
        (?:keep|keeps|just|about to|going to|i am|feel like i am going to|i) (?:pass(?:ing|ed)? out|faint(?:ing|ed)?
          |black(?:ing|ed)? out|collapse|collapsed|collapsing)(?! (?:drinking|drunk|asleep|on the couch|the))
        (?:sugar|glucose) (?:is |was |at |reads |of )?(?:at |is )?(?:[3-5][0-9]|[4-9][0-9]{2}|low|hi|high|crashing
          |dropping|over [3-9][0-9]{2})
        diabetic (?:coma|shock|emergency)|no insulin|out of insulin|ran out of (?:my |his |her )?insulin
        insulin (?:is )?(?:gone|ran out)
        (?:drank|swallowed|drunk|sprayed|ate|huffed|inhaled)(?: ~)? (?:bleach|antifreeze|poison|lighter fluid
          |cleaner|drano|gasoline|hand sanitizer|rubbing alcohol|battery|rat poison|carbon monoxide)
        carbon monoxide|anaphyla(?:xis|ctic)
        (?:hives|bee|peanut|allergic)(?: ~~) (?:swell(?:ing|ed)|throat|breathe|face)|allergic reaction|epi ?pen
        heat ?stroke|hypotherm(?:ia|ic)|frost ?bite
        can not feel my (?:feet|toes|fingers|hands|legs)(?: ~)? (?:cold|snow|freezing|outside)?
        (?:freezing|outside|snow)(?: ~~) can not feel my|stopped shivering|dehydrated and
        (?:snake|dog|bear) bit ~ (?:swelling|bleeding|bad)
        (?:i|he|she|they|<kin>) (?:just )?got (?:hit by a (?:car|truck|bus)|electrocuted|shocked)
        (?:car|bike|motorcycle) (?:wreck|crash|accident) ~~ (?:hurt|bleeding|pinned|stuck|can not)
        fell (?:off|down|from)(?: ~~) (?:can not (?:move|walk|get up|feel)|bleeding|broke|head)
        """,
        spanish="""
        me (?:estoy )?muriendo(?! (?:de|por))|siento que me muero(?! (?:de|por))
        me (?:atropellaron|atropello)|lo atropellaron|la atropellaron|(?:esta|estoy) (?:pariendo|dando a luz)
        (?:me|se) (?:desmaye|desmayo|estoy desmayando|voy a desmayar)
        azucar (?:muy |esta muy |la tengo |se me |se le )(?:baja|alta|bajo|subio)|azucar (?:en|a) [0-9]{2,3}
        sin insulina|se (?:me|le) acabo la insulina
        (?:tomo|trago|bebio|tome|trague)(?: ~)? (?:cloro|veneno|gasolina|limpiador|insecticida|acido)
        reaccion alergica|alergia ~ hinchad|monoxido
        (?:atropello|atropellaron|choque|choco) ~~ (?:sangr[a-z]{1,5}|no se mueve)
        (?:se cayo|me cai)(?: ~~) (?:no (?:puedo|puede|me puedo|se puede)|sangr[a-z]{1,5}|cabeza)
        """,
        leads=False, unless=(_EVERYDAY, LAUGHING, one_of(
            """
            refill|cheap insulin|sugar tooth|blacked out drinking|ashamed|court|lawyer|physical therapy
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "birth", _KIND, Risk.CRISIS, None,
        english="""
        baby (?:is |has )?(?:not |stopped )(?:moved|moving|kicking|kicked)(?! (?:a lot|fine|around|in|out|to))
        water (?:just )?broke|in labor|going into labor|contractions?
        baby (?:is )?(?:coming|not moving|stopped moving|is not kicking|has not moved)
        (?:pregnant|weeks|months)(?: ~~) (?:bleeding|not moving|cramping bad|cramps|spotting|contractions|water
          |blood|hurting bad|severe|fell|fainted)
        (?:bleeding|cramping)(?: ~~) (?:pregnant|weeks along)|having the baby|miscarrying|misscarrying
        """,
        spanish="""
        pariendo|(?:embarazada|embarazo)(?: ~~) (?:manchad[oa]|rar[oa]|sangre|dolor)
        se me rompio la fuente|contracciones|el bebe (?:ya )?(?:viene|no se mueve|no se ha movido)
        (?:embarazada|embarazo|meses)(?: ~~) (?:sangr[a-z]{1,5}|no se mueve|dolor fuerte|manch[a-z]{1,5})
        sangr[a-z]{1,5}(?: ~~) embarazada|dolores de parto
        """,
        unless=(_EVERYDAY, one_of(
            """
            miscarried last|labor (?:day|work|ready|job|pool)|day labor|prenatal|jobs?
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "very_sick", _KIND, Risk.CHECK, None,
        english="""
        pregnant(?: ~~)? (?:spotting|feels off|something (?:is )?(?:off|wrong)|bleeding|dizzy|cramp(?:s|ing))
        can not keep nothing down|pregnant (?:and )?(?:kicking|detoxing)
        (?:sweat|shake|sweating|shaking)(?: ~~) (?:stop|stopped|quit) (?:drinking|alcohol)
        chest feels? (?:tight|weird|heavy|funny)|kickin dope
        (?:need|needs|should go to|go to|going to) (?:a |the )?(?:hospital|er|emergency room)
        heart is (?:~ )?(?:fluttering|weird|jumping|racing|off)
        (?:not|nothing|anything) (?:~ )?down (?:[0-9]|two|three|four|for) ?(?:days)?
        keep (?:nothing|anything|water|food|no food) down
        coming off (?:~ )?(?:xanax|benzo|valium|alcohol|drinking|bars)
        (?:pregnant)(?: ~~) (?:kicking|detoxing|withdraw|quitting|coming off)
        (?:kicking|detoxing|withdrawals?)(?: ~~) pregnant
        (?:sweat|sweating|shake|shaking)(?: ~~) (?:stop|stopped|quit) drinking
        (?:stop|stopped|quit) drinking(?: ~~) (?:sweat|shak)(?:ing|e|y)|arm is numb
        (?:so|real|really|super|very|deathly|hella|pretty) (?:sick(?! in my head)|dizzy|weak|ill(?! (?:need|do|have
          |catch|be
          |get
          |go|see|tempered|take|just|try|pay|come|call|will))|feverish|dehydrated)(?! (?:of
          |and tired))
        dope ?sick(?: ~~)? (?:pregnant|throwing up|vomiting|puking|faint|passed out|can not|bleeding|seeing things
          |no water|heart
          |chest|shaking|bad)
        pregnant(?: ,)?(?: ~)? dope ?sick|detoxing (?:bad|hard|at home|alone|by <self>)
        (?:i am|he is|she is|is) withdrawing(?:$| (?:bad|hard|so|and|from (?:alcohol|xanax|benzo|valium|liquor)))
        withdrawing (?:bad|from (?:alcohol|xanax|benzo|valium|liquor))
        (?:can not|has not|have not)(?: ~)? (?:keep|kept|hold|holding)(?: ~)? (?:down|food|water)
        (?:been )?(?:throwing up|puking|vomiting)(?: ~)? (?:all|for|since|days|nonstop)
        (?:fever|chills)(?: ~)? (?:and|for|days|since|will not|high)
        (?:abscess|infection|infected|swollen|swelling)(?: ~)? (?:bad|worse|spreading|hot|red|huge|big|pus|oozing
          |leaking|hurts|arm|leg|foot|hand|face)
        arm is (?:hot|swollen|red)|yellow (?:eyes|skin)|eyes (?:are |turning |look )?yellow
        (?:feel|feeling|gets?|got|been) (?:so |real |really |very )?(?:dizzy|faint|light ?headed|weak and|confused)
        (?:severe|bad|really bad|terrible|worst) (?:stomach|headache|belly|cramps|pain|abdominal)
        heart (?:is |feels |keeps )?(?:weird|funny|off|jumping)
        (?:stopped|quit|stop|quitting|quiting)(?: ~)? (?:drinking|xanax|benzo|alcohol)(?: ~)? (?:cold turkey|today
          |yesterday|on my own|by <self>|at home)
        (?:bad|rough|in) withdrawals?|withdrawals? (?:is|are|bad|hitting|so)
        shak(?:ing|y)(?: ~)? (?:bad|all|hands|since|need a drink)|passed out (?:yesterday|earlier|twice)|hit my head
        bleeding
        (?:ran|run|running) out of (?:my )?(?:insulin|heart|blood pressure|seizure|inhaler)(?: ~)? (?:feel|dizzy
          |head|chest|numb|today)
        no (?:meds|medicine) ~ (?:seizures?|heart|diabet)|(?:doubled|double) (?:dose|dosed)|blood pressure is
        pain (?:is )?(?:unbearable|so bad|too much)
        """,
        spanish="""
        no retengo|no (?:para|paro|deja|dejo) de vomitar
        (?:dejo|deje|dejar)(?: ~)? (?:alcohol|trago|bebida|tomar)(?: ~~) (?:suda|sudo|sudando|tiembla|tiemblo|mucho)
        desintoxicando(?:se)? en (?:la|mi) casa
        (?:necesit[oa]|debo (?:de )?ir|debe ir|tengo que|tiene que ir|hay que|quiero ir|voy a ir)(?: (?:un|el|al|a
          |de|ir|llegar|urgente|rapido|que me lleven)){0,3} (?:hospital|emergencias?)(?! (?:a (?:ver|visitar)|por))
        (?:calentura|fiebre|escalofrios)(?: ~)? (?:despues|inyect)
        (?:se|me) (?:golpeo|pego|golpee)(?: ~)? (?:en )?la cabeza|pecho apretado
        (?:muy|bien|bastante) (?:enferm[oa]|maread[oa]|debil|mal)(?: ~)? (?:fiebre|vomit|desde|del)|maread[oa]
        malilla(?: ~~) (?:vomit[a-z]{1,5}|tiembl[a-z]{1,3}|temblando|no retengo|convuls[a-z]{1,6}|embarazada
          |sangr[a-z]{1,5})
        embarazada(?: ~~) malilla|(?:calentura|fiebre)(?: ~)? (?:muy alta|alta|no (?:me |se me |le |se le |se )?(?:baja
          |quita|cede|para)|desde que me|y no (?:come|despierta|respira))
        no (?:me|le|se le|se me) (?:baja|quita) la (?:fiebre|calentura)
        (?:calentura|fiebre)(?: ~~) (?:manch[a-z]{1,5}|morad[oa]s?|convuls[a-z]{1,6}|no (?:me|nos) reconoce)
        (?:vomit[a-z]{1,5})(?: ~)? (?:todo|desde|dias|noche)|hinchad[oa]|infectad[oa]|ojos amarillos
        dolor (?:muy )?(?:fuerte|terrible|insoportable)|me siento (?:muy )?mal del|me pegue en la cabeza
        sangr(?:o|a|ando)|deje de (?:tomar|beber) ~ (?:tembl|sud|mal)[a-z]{0,5}
        """,
        leads=False, unless=(_EVERYDAY, LAUGHING, LEARNING, ABOUT_THE_LINE,
                one_of(
                    """
                    bleeding (?:me|us) dry|bleeding (?:has |is )?stopped|feet are bleeding from|old diapers
            worried sick|sick (?:of|about|and tired|to my stomach)|detox (?:bed|near|places?|center|program)
                    rehab|home sick|homesick|small|what (?:helps|can i take)|cuanto dura|que puedo tomar
                    para la malilla|how long|clinic|doctor|dentist|bad back
                    tooth|molar|muela|therap|court|bleeding (?:money|heart)|medicaid|insurance|need detox
                    detox please|find a detox|need a bed|bed tonight
                    """
                )),
        may_be_over=True,
    ),
)  # fmt: skip
