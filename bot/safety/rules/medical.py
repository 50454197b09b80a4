"""Medical danger: breath, heart, seizures, severe withdrawal."""

from __future__ import annotations

from bot.message import Risk, RiskKind
from bot.safety.exceptions import LAUGHING, LEARNING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.MEDICAL
_EVERYDAY = one_of(
    """
    price of|egg prices|birthday cake|spider
    stuffed up|stuffy|with this cold|asthma meds|inhaler refill
    neurologist|cardiologist|seizure free|seizure (?:meds|medicine|medication)
    special needs|has seizures and they
    all cleared|casi me da|see good (?:at night|enough)
    give me a heart attack|gave me a heart attack|almost had a heart attack|about had a
    infarto hace|cardiologo|medico barato|sin convulsiones|de risa|jaja
    (?:estres|coraje|susto|renta|trabajo|tarea)(?: ~)? me va a dar un infarto|infarto del gusto
    """
)

RULES = (
    Rule(
        "cannot_breathe", _KIND, Risk.CRISIS, None,
        english="""
        asthma (?:is )?(?:bad|real bad|acting up)(?: ~)? (?:no|out|without)|no inhaler|lips feel funny
        throat (?:is )?(?:feels )?(?:closing|tight|shut)
        can not (?:hardly |barely |even )?(?:breathe|breath|catch my breath|swallow)
        (?:hard|trouble|struggling|difficulty|hurts)(?: ~)? (?:to )?breath(?:e|ing)|short of breath|gasping
        throat (?:is )?(?:closing|swelling|swollen|swelled|tight)|tongue (?:is )?(?:swelling|swollen)
        (?:i am|is) choking(?! on)|choking on (?:food|my|a|blood|vomit|something)(?! (?:bills|debt|tears))|wheezing
        asthma attack|out of (?:my )?inhaler
        """,
        spanish="""
        se me (?:cierra|esta cerrando|cerro|hincha) la (?:garganta|lengua)|no le entra (?:el )?aire
        no (?:puedo|puede|podia) (?:casi )?respirar|me falta (?:el )?aire|le falta (?:el )?aire
        me (?:estoy )?ahog(?:o|ando)|se (?:esta )?ahog(?:a|ando)|cuesta respirar
        garganta (?:se me|se le|cerrada|hinchada)|ataque de asma
        """,
        unless=(_EVERYDAY, LAUGHING, one_of("in (?:work|debt|bills|paperwork)|de trabajo|de deudas|deudas")),
        may_be_over=True,
    ),
    Rule(
        "heart_or_stroke", _KIND, Risk.CRISIS, None,
        english="""
        (?:arm|arms|side|leg|hand|mouth) (?:is |will |went |feels |goes )?(?:not work|not working|numb|will not work
          |limp|heavy and|dead on)
        arm is numb|face is (?:hanging|drooping|crooked)
        (?:can not|cant|not) (?:talk|speak|see) (?:right|straight|clear|good)|clutching (?:his|her|my) chest
        grabbing (?:his|her) chest|holding (?:his|her) chest
        (?:chest|heart)(?: ~)? (?:pains?|hurts?|hurting|pressure|tight|tightness|squeez(?:e|ing)|crushing|stabbing
          |burning|fluttering|racing|pounding|skipping|beating (?:so|out|fast|funny|weird)|stopping)
        pains? in (?:my|his|her) chest|elephant on my chest
        (?:having|just had|is having|think it is|think i am having|think (?:he|she|i) had|like) a (?:heart attack
          |stroke|mini stroke)
        (?<!since my )(?<!since his )(?<!since her )(?<!after my )(?<!after his )(?<!after her )heart attack
          |having a stroke|(?:left|right) (?:arm|side)(?: ~)? (?:numb|hurts|tingling|pain|weak|dead)
        numb(?:ness)? (?:~ )?(?:left|right|one|arm|face|side)
        (?:face|mouth|side)(?: ~)? (?:droop(?:ing|s|ed)?|twisted|fell|numb)
        slurr(?:ing|ed) (?:~ )?(?:speech|words|can not)
        can not (?:move|feel|lift) (?:my|his|her) (?:~ )?(?:side|arm|leg|face)
        (?:lost|losing) (?:my )?(?:vision|sight)|worst headache|talking funny and
        """,
        spanish="""
        (?:se )?agarr(?:a|o|ando) el pecho|pecho (?:muy )?apretado
        (?:tiene|traigo|siento)(?: ~)? (?:pecho|corazon) (?:apretado|acelerado|raro)
        (?:no puede|no puedo) (?:hablar bien|mover el brazo|mover la cara|mover medio)
        dolor (?:de|en el) pecho|(?:duele|aprieta|presion en|punzada en)(?: ~)? (?:el )?pecho
        (?:me|le) (?:duele|aprieta) (?:mucho )?el pecho|(?:creo que|ayuda|acabo de) (?:~ )?tuve un (?:infarto|derrame)
        (?<!tuve un )(?<!desde el )(?<!despues del )(?<!del )(?<!casi me )(?:infarto|derrame)|ataque (?:al
          |del) corazon|embolia
        brazo (?:izquierdo )?(?:dormido|adormecido)|cara (?:chueca|torcida|caida)
        corazon (?:muy rapido|acelerado|se me sale)|se le (?:fue|durmio) (?:la cara|medio cuerpo)
        """,
        unless=(_EVERYDAY, LAUGHING, one_of(
            """
            heavy with stuff|broken|my heart is heavy|panic attack earlier|blood pressure medicine|meds ran out
            small stroke|physical therapy|heart doctor|therap|off my chest|of gold|mi corazon
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "seizure", _KIND, Risk.CRISIS, None,
        english="""
        (?:having|had|has|have|is in|got|just had|keeps having|another|about to have)(?: ~)? (?:a )?(?:seizures?|fit
          |convulsions?)
        seiz(?:ing|ed up|ures? (?:now|again|from|today|last night|this morning))|convuls(?:ing|ions?)|seizures?
        foaming|whole body (?:is )?(?:shaking|jerking)|delirium
        (?:i have|got|having|going into|in) (?:the )?(?:dts|dt)|the dts
        """,
        spanish="""
        (?:le|me) (?:dio|esta dando|dieron|dan)(?: ~)? (?:una? )?(?:convulsion(?:es)?|ataque(?! de (?:panico|risa
          |nervios|ansiedad)))
        convulsion(?:es|ando|ando)?|convulsiona(?:ndo)?|esta temblando todo
        """,
        unless=(_EVERYDAY, LEARNING, one_of(
            """
            epilepsy (?:doctor|clinic|foundation)|first time|seizure free|never again|keppra|disability
            since i (?:quit|stopped)|service dog
            """
        )),
        may_be_over=True,
    ),
    Rule(
        "withdrawal", _KIND, Risk.CRISIS, None,
        english="""
        (?:shaking|shakes|sweating|tremors?|trembling|hallucinat(?:ing|ions?)|seeing (?:things|bugs|stuff|people
          |shadows|spiders)|hearing (?:things|stuff)|confused|throwing up|puking|can not (?:stop shaking
          |keep (?:water|anything|nothing|food) down|stand|hold))
        (?:stopped|quit|quitting|ran out of|out of|off|cut off|without)(?: ~)? (?:drinking|alcohol|liquor|xanax
          |benzo|benzos|valium|my xanax|drink)(?: ~~) (?:shak(?:ing|es|y)|seeing|sweat(?:ing|s)?|hallucinat(?:ing
          |ions)|hearing|fever|heart|throwing up|confused|tremors?|bugs)
        """,
        spanish="""
        temblando|tiembl[oa]|temblor(?:es)?|sudando (?:mucho|frio)|alucinando|alucinaciones
        viendo (?:cosas|bichos|sombras)|veo (?:cosas|bichos|sombras)|vomitando|no (?:retengo|aguanta|puede) nada
        """,
        also="""
        withdraw(?:al|als|ing)?|detoxing|kicking|cold turkey
        (?:stopped|quit|quitting|no|without|last|since my last|ran out of|out of|off|cut off)(?: ~)? (?:drinking
          |drink|alcohol|liquor|beer|xanax|benzo|benzos|valium|vodka|booze|ativan)
        (?:drinking|drink|xanax|alcohol|vodka) (?:~ )?(?:stopped|days ago|yesterday|this morning|cold turkey)
        (?:deje|dejo|sin|dejar|dejando) (?:de )?(?:tomar|beber|alcohol|trago|xanax)|abstinencia|malilla|drinker
        the shakes
        """,
        unless=(_EVERYDAY, LAUGHING, one_of(
            """
            se me antoja|antoja tanto|what helps with|can i take|is it normal|panic attack|learned|just shaky
            medicine for|writing about|coffee habit
            """
        )),
        may_be_over=True,
    ),
)  # fmt: skip
