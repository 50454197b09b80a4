"""Self-harm: hurting one's own body without saying that one wants to die."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.pieces import one_of
from bot.safety.rule import Rule

_KIND = RiskKind.SELF_HARM
_HARMLESS = one_of(
    """
    opening a can|cooking|by accident|accidentally|on accident|shaving|rose bushes|on the stove a
    picando|cebolla|comal|tantito|no fue nada|aloe|scar cream|keep asking if
    band ?aid|haircut|cut my hair|el pelo|el cabello|las unas|tattoo|sunburn|hours cut|my hours|off (?:people|toxic)
    coupons|grass
    (?:con la (?:sierra|freidora)|en (?:el|la) (?:trabajo|obra))(?! (?:a proposito|en el bano
          |cuando))(?: ~~)? (?:patron|seguro|semana|puntos|curaron)
    quita los puntos|huele feo|vidrio en la obra|con la freidora
    drugs and|corte de pelo|cocinando|sin querer|in the past not now|used to cut
    """
)
_LONG_SINCE = one_of(
    """
    no self harm|not cut in|have not cut|one year since|sin cortarme|months? (?:free|without)|days (?:free|without)
    self harm free|old scars|scars (?:are|bother)|scars from|last cut|got the scars
    """
)

RULES = (
    Rule(
        "hurting_oneself", _KIND, Risk.CRISIS, None,
        english="""
        (?:can not|will not|tried to|trying to) stop (?:cutting|burning <self>|hurting <self>|pulling my hair
          |hitting <self>)
        (?:i am|am|is|been|stop|started|start|keep|keeps|still|again|he is|she is) cutting(?: (?:again|right now
          |now|tonight|today|a lot|when|to|and|so|because|in|on)|$)
        cutting (?:is (?:the|my)|again|helps|right now|<self>|to (?:feel|cope))
        i (?:just )?cut (?:again|today|last night|tonight|so|to|when|deep|in the|because|every|at school|at night
          |really)
        so i do not cut|(?:just )?want to (?:bleed|hurt)$
        (?:hand|arm|fist|leg|finger)(?: ~)? (?:stove|flame|fire|door|lighter|wall|iron)(?: ~)? (?:on purpose|until
          |til|till|again|because)
        (?:fresh|new|more|deep) (?:cuts|burns|marks|scratches|scars)
        (?:arms?|legs?|wrists?|thighs?)(?: ~)? (?:cut|tore|torn|ripped|sliced|scratched) up
        cut up (?:my|his|her) (?:<wrist>)
        (?:wall|door|glass)(?: ~)? (?:til|till|until) (?:my|his|her) (?:hands?|fists?|knuckles)
        burning (?:herself|himself|myself)|(?:smash|slam|bang|pull)(?:ing)? (?:my|his|her) (?:fists?|head|hair)
        choke myself|choking myself
        (?:just )?(?:cut|sliced|slashed|burned) (?:<self>|herself|himself|(?:my|her|his) whole)
        (?:slice|slicing|sliced|slash) (?:~ )?(?:<wrist>|up)(?: up)?
        scratch(?:ing|ed)? (?:~ )?(?:til|till|until|so) (?:~ )?(?:bleed|bleeds|blood|raw)
        no cutting and i|did it again (?:~ )?(?:arm|leg|thigh|cut)|just did it(?: ~)? (?:arm|leg|thigh|wrist|whole)
        razor(?:s)? apart|swallowed (?:a |an |the )?(?:battery|razor|glass|nail|pen|blade)(?: on purpose)?
        (?:picked|picking|pull|pulling|ripping|pulled)(?: ~)? (?:wounds?|hair|skin|scabs?|stitches
          |nails)(?: ~)? (?:open|out|off|until|til|bone)
        (?:fist|fists|hand) on my (?:head|face|own)|need the pain|it hurts and i want it to
        bloody (?:tissues?|towels?|razors?|sheets?|blades?)
        (?:hit|hitting|hits|punch|punching) (?:my|his|her) (?:own )?(?:head|face|self)
        carved (?:~ )?(?:in|into|on) (?:my|his|her)
        (?:blood|bleeding) (?:in|on) (?:the|my) (?:sink|bathroom|tub)(?: ~)? (?:i did|it was me|me)
        (?:cut|cutting|cuts|slice|slicing|carv(?:e|ed|ing)|burn|burning|burned|burnt|scratch|scratching|scratched
          |hurt|hurting|hurts|harm|harming|injure|stab|stabbing|bite|biting|punch|punching|hit|hitting|choking
          |starving|punish|punishing|mutilat(?:e|ing)) (?:on )?(?:<self>|himself|herself|themselves|hisself)
        (?:cut|cuts|cutting|sliced|slicing|slit|burned|burning|burn|carved|carving|scratched|scratching|stabbed
          |gouged|digging|picking)(?: up| on| into| open| at)? (?:my|his|her|own) (?:own )?(?:<wrist>|arm|ankle|hand
          |hands|face|body|chest|scars)
        (?:cut|cuts|cutting)(?: ~)? (?:deep|deeper|too deep)
        put(?:ting)? (?:cigarettes|a lighter|a cigarette|a blade|the razor)(?: ~)? (?:out )?(?:on|to) (?:my|his|her
          |myself)
        cigarettes? out on
        (?:self ?harm(?:ing|ed|s)?|self injury|self mutilat(?:ing|ion))
        (?:started|been|back to|am|is|keep|caught (?:him|her)) cutting(?: again|$| <self>)
        (?:bang(?:ing|ed|s)?|smash(?:ing|ed)?|slam(?:ming|med)?|hit(?:ting|s)?|beat(?:ing)?) (?:my|his|her) (?:head
          |fists?|hand)(?: ~)? (?:on|against|into|wall|door|until)
        make myself bleed|need to (?:bleed|see blood)|see (?:my own )?blood
        razor(?: ~)? (?:skin|arm|leg|thigh|wrist)
        (?:the|a|my) (?:razor|blade)(?: blade)? (?:again|out|helps|is calling)|bloodemoji
        """,
        spanish="""
        hay sangre ~~ fui yo
        me corto (?:en|otra|cuando|para|todos|los|mas)
        me (?:pego|golpeo|doy) (?:~ )?(?:en la|contra la|la) (?:cabeza|cara|pared)
        se (?:pega|golpea|esta golpeando|esta pegando) (?:en |contra )?la (?:cabeza|cara|pared)|cortandose
        se esta (?:cortando|quemando|lastimando|golpeando)
        me estoy (?:cortando|quemando|lastimando|golpeando|haciendo dano)
        (?:quiero|voy a|ganas de|necesito) (?:cortarme|hacerme dano|lastimarme|quemarme)
        me quiero (?:cortar|hacer dano|lastimar|quemar)
        (?:ya )?me corte(?: $|$| (?:otra|y|pero|anoche|de nuevo))
        (?:me|se) (?:esta |estoy )?(?:quemando|cortando)(?: ~)? (?:brazos?|piernas?|piel|muneca)|que me duela
        sangre en el (?:lavabo|bano|piso)(?: ~)? (?:fui yo|mia)
        (?:me|se) (?:corte|corto|corta|cortaba|estoy cortando|esta cortando
          |rasguñ[oae]|rasgun[oae]|aran[oae]|hice dano|hago dano|hace dano|golpeo la cabeza|doy de golpes
          |pego en la cabeza)(?: ~)? (?:brazos?|piernas?|munecas?|piel|con (?:la|una|el|un)|otra vez|de nuevo|solo
          |sola|hoy|anoche|ahora|para|pa|cuando|la cabeza|los brazos|las (?:piernas|venas|munecas|manos)|muslos?
          |antebrazos?|cuello|estomago|panza|cuerpo|pecho)
        me corte (?:la|las|el|los) [a-z]{3,8} a proposito
        (?:me queme|me quemo|me estoy quemando|se quema|se quemo)(?: ~)? (?:brazos?|piernas?|piel|munecas?
          |cigarr[a-z]{1,4}
          |encendedor|plancha|otra vez|de nuevo|a proposito|dedos|para sentir|el solo|ella sola)
        me quemo (?:la mano|las manos|anoche|hoy)
        (?:cortarme|cortarse|lastimarme|lastimarse|hacerme dano|hacerse dano|quemarme|quemarse|cortandome|cortandose
          |lastimandome|lastimandose|quemandome|golpearme|autolesion[a-z]{0,5})
        (?:cortadas?|cortes) en (?:los|sus|el|las) (?:brazos?|piernas?)
        """,
        unless=(_HARMLESS, _LONG_SINCE),
    ),
    Rule(
        "urge_to_hurt_oneself", _KIND, Risk.CHECK, None,
        english="""
        (?:thing|what) i used to do to (?:my|<self>)|let it out (?:~ )?(?:on|in) my skin|on my skin
        (?:scratches|cuts|burns|marks|scars|wounds|bandages)(?: ~)? (?:on|over|up|down)(?: (?:my|his|her|their
          |the))? (?:~ )?(?:<wrist>|arm|forearm|ankles?|body)
        (?:razors?|blades?|razor blades?|box cutter)(?: ~)? (?:in|under|behind|inside)(?: ~)? (?:pillowcase|pillow
          |room|bed|mattress|backpack|bag|drawer|phone case|shoe)
        scars? (?:is|are) itching|(?:punish|hurt) <self>
        did something to (?:my|his|her) (?:<wrist>|arm|self)|long sleeves|need to feel (?:pain|something)
        (?:bought|got|hid|found|stole) (?:~ )?(?:razors?|razor blades?|blades)
        hoodies? (?:in|all) (?:july|august|summer|year)|let me see (?:his|her) (?:arms?|legs?)
        not (?:ate|eaten|eating)(?: ~~) deserve|not deserve to (?:eat|sleep|live)
        (?:makes?|making|made) (?:himself|herself|myself) (?:throw up|puke|sick|vomit)
        (?:want|urge|urges|need|thinking|thoughts|tempted|craving|going|feel like|wanting|about)(?: ~)? (?:to |of 
          |about )(?:cut|cutting|self harm|burn|bleed|relapse on cutting)(?: (?:again|so bad|really|bad|tonight|$))
        (?:want|wanna|wants|thinking|urge|might)(?: ~)? (?:to |of |about )?(?:hurt|hurting|harm|harming|punish
          |punishing) (?:<self>|himself|herself)
        (?:the )?(?:urge|urges) to (?:cut|hurt|burn|scratch)
        (?:long sleeves|hiding|hide|hides|covering|covers|found)(?: ~~) (?:arms?|cuts|scars|marks|blades?|razors?
          |legs)
        (?:cuts|marks|scratches|burns) (?:on|all over|up) (?:his|her|my|their) (?:arms?|legs?|thighs?|wrists?
          |stomach)
        (?:only thing|only way|helps)(?: ~~) (?:cut|cutting|pain|bleed|feel something)|feel something (?:else|again)
        deserve (?:the |to )?(?:pain|hurt|be hurt|be punished)|not (?:eating|eaten) (?:on purpose|to punish)
        (?:pull|pulling|picking|digging)(?: ~)? (?:hair out|skin|scabs|nails)
        razors?(?: ~)? (?:drawer|missing|room|under|out|again)|blades? (?:out|missing|again)|making myself throw up
        """,
        spanish="""
        castigarme|no (?:me )?deja que (?:le|lo|la|se)? ?(?:vea|vean|toque)(?: ~)? (?:brazos?|piernas?|munecas?)
        (?:vea|ver|veo) los brazos
        me hice algo en|manga larga|mangas largas|rayones en (?:las|los|sus)
        (?:rayones|marcas|cortes|cortadas|heridas) en (?:las|los|sus|el|la)|navajitas?
        (?:encontre|halle|trae|tiene|esconde) (?:~ )?(?:navajas?|navajitas|rastrillos|hojas|gillettes?)
        (?:ganas|ansias|impulso|quiero|pienso|pensando)(?: ~)? (?:de |en )?(?:cortarme|lastimarme|hacerme dano
          |quemarme|cortar)
        (?:manga larga|mangas largas|esconde|escondo|tapa)(?: ~~) (?:brazos?|cortadas?|marcas|cicatrices)
        (?:marcas|cortadas|rasgunos|quemaduras) en (?:los|sus|el|las|mis)
        (?:navajas?|hojas?) (?:escondidas?|en su|de rasurar)|me pego (?:sol[oa]|en)|merezco (?:el dolor|sufrir)
        """,
        unless=(_HARMLESS, _LONG_SINCE, one_of(
            """
            aguardiente|off my meds|lost weight|cut back|cut down|cut off|calories
            """
        )),
        otherwise=About.SELF,
    ),
)  # fmt: skip
