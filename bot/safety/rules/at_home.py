"""A home in fear: threats by somebody close, and signs that something is wrong there."""

from __future__ import annotations

from bot.message import About, Risk, RiskKind
from bot.safety.exceptions import ABOUT_THE_LINE, LAUGHING
from bot.safety.pieces import one_of
from bot.safety.rule import Rule
from bot.safety.rules.at_home_words import CLOSE, ONE_AT_HOME, OVER_NOW

_KIND = RiskKind.ABUSE

RULES = (
    Rule(
        "threat_at_home", _KIND, Risk.CRISIS, None,
        english="""
        (?:kill|hurt|drown) (?:the|my|our) (?:kids|baby|children)
        found (?:out )?where (?:i|we)(?: ~)? (?:moved|live|stay|work|am|are|at)
        (?:ex|he|husband|boyfriend)(?: ~)? (?:in|at|outside)(?: ~)? (?:parking lot|driveway|window|door|my job
          |porch)
        violat(?:ed|ing|es) (?:the|his) (?:pfa|(?:restraining |protection )?order)(?! (?:back|twice|last|before))
        says tonight (?:is|he)
        (?:he|she|him|ex|husband|boyfriend|bf|my man|baby daddy|partner|wife|stepdad|dad)(?: ~~)? (?:kill|hurt|shoot
          |find|burn|come after|drown|take the kids from) (?:me|us|my (?:kids|baby|mom|dog|family))(?: ~)? (?:if
          |when|tonight|again|this time|one day|next)
        (?:he|she|him|ex|husband|boyfriend|partner|they)(?: ~)? (?:going to|gonna|will|is going to|would
          |said he will|says he will|threatens? to|threatened to|swore|tried to|try to|trying to)(?: ~)? (?:kill
          |hurt|murder|shoot|find|burn|stab|strangle|choke|drown) (?:me|us|my kids|my mom)
        (?:he|she|ex|husband|boyfriend) (?:found|knows) (?:out )?where (?:i|we|me)(?: ~)? (?:live|stay|am|at)
        (?:ex|husband|boyfriend|he|abuser|stepdad)(?: (?:is|was|just|still|sitting|standing|waiting
          |parked)){0,2} outside(?! (?:since
          |all|family|court|in the (?:yard|garden|garage)|playing|smoking|mowing|working|fixing|with the (?:dog
          |kids)))
        (?:ex|husband|boyfriend|he|abuser)(?: ~)? (?:is )?(?:at my door|at the door|stalking me|following me
          |tracking me
          |coming over drunk|coming back tonight)
        (?:ex|husband|boyfriend|abuser|stepdad) (?:is )?on his way(?! (?:to (?:work|rehab|detox|treatment|court
          |school|pick|the)))
        (?:he|says he) (?:is )?on his way (?:home|here|over|now|back|drunk|and (?:he|is|mad|drunk)|to (?:my|our|kill
          |hurt|get|come))
        (?:afraid|scared|terrified|frightened)(?: ~)? (?:of|to go|he will|that he|she will|what he
          |my)(?: ~)? (?:home|husband|boyfriend|him|partner|ex|dad|stepdad|wife|son|man|her|do|hurt|kill|back)
        not safe (?:at home|with (?:him|her)|in my house|for me at home|to text|to talk|here with)
        (?:can not|cant) (?:talk|text) (?:long|now)? ?(?:he|she|because he)(?: ~)? (?:is )?(?:in|here|watching
          |checks|reads|next|sleeping)
        (?:hiding|hide|run|running|escape|get away|get out|leave|ran)(?: ~)? (?:from|before) (?:him|my (?:husband
          |boyfriend|ex|partner|man|abuser|dad|stepdad))(?: |$)
        need to (?:get out|escape|leave)(?: ~)? (?:before he|now|tonight|safely|him)|when he gets home
        before he (?:comes(?! (?:to (?:pick|help|fix|visit)|with|out|off))|wakes|finds(?! (?:a|work
          |out about the surprise))|gets(?! (?:out|us|it|too|old|paid|worse|a|his|sick|fired|evict|in trouble)))
        (?:escape|escaping|get away) (?:from )?(?:him|my (?:husband|boyfriend|ex|partner|man|abuser))
        """,
        spanish="""
        (?:mi ex|el|mi marido|mi esposo|mi novio)(?: ~~)? (?:patadas|patea|golpea|tumba
          |brinco)(?: ~)? (?:la )?puerta
        me encontro|de hoy no paso|hoy no la cuento
        (?<!frio )(?<!renta )(?<!vieja )(?<!suegra )(?<!calor )(?<!vicio )(?<!trabajo )(?<!jefa )me va a matar
        (?:dice que|dijo que|amenaza con|jura que|me) ?(?:me )?(?:va a|amenazo con|amenaza con|quiere|quiso
          |intento)(?: ~)? (?:matar|matarme|quitar los ninos|quemar|golpear|ahorcar|hacer dano|encontrar)
        (?:tengo|me da) miedo (?:de |a |que )?(?:mi (?:esposo|marido|novio|pareja|ex)|el|regrese|llegue|me (?:haga
          |mate|pegue))
        (?:sabe|encontro|averiguo) donde (?:vivo|estoy|estamos)
        (?:mi ex|mi marido|mi esposo|mi novio)(?: ~)? (?:afuera(?! del home)|siguiendo|me vigila|en la puerta
          |me sigue(?! (?:escribiendo(?! (?:que|cosas))|mandando(?! (?:amenaz|mensajes))|llamando(?! (?:y|todo
          |para))|debiendo
          |buscando trabajo)))
        (?:mi marido|mi esposo|mi novio|mi ex) (?:llega|llego|viene|esta|anda) borracho (?:y|otra vez|tengo miedo
          |afuera|con)
        no (?:es seguro|estoy segura|puedo hablar)(?: ~)? (?:en|casa|con|el|aqui|porque)
        (?:escapar|salir|huir|escaparme)(?: ~)? (?:de el|de aqui|de mi (?:esposo|casa|marido|novio)|antes)
        antes (?:de )?que (?:el )?(?:llegue|despierte|regrese)|(?<!tomando )(?<!toma )(?<!tomo )escondid[oa]
        """,
        unless=(one_of(
            """
            start using|vivitrol|sublocade|dropping off|me va a matar(?: ~)? (?:de|tome)|padrino
            trae a los ninos
            """
        ),), softer=(OVER_NOW, LAUGHING, one_of(
            """
            rent|shelter for|school|work late|my sponsor|surgery|doctor|needles|dentist|relaps(?:e|ing)|withdrawal
            job
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
    Rule(
        "something_at_home", _KIND, Risk.CHECK, None,
        english=f"""
        (?:be|would be|will be|make me) sorry if (?:i|you)|regret it if
        not allowed to (?:have|leave|talk|see|go|use|call|work)|things are (?:real |really )?bad at home|bad at home
        never comes out alone|looks (?:1[0-7]|young|underage)|whispers when
        in trouble if i (?:am|come|get) (?:home )?late|bad trouble
        (?:he|she|boyfriend|husband|wife|ex|son|daughter|caregiver|aide) (?:took|hid|smashed|broke
          |stole) my (?:phone|keys|stuff
          |ids?|card|check|papers|meds|birth)
        black eye|says (?:he|she) fell|sunglasses inside|will not talk when (?:he|she|they)
        get in (?:bad |big )?trouble if i|bad trouble|makes? (?:me|her|him) (?:use|drink|smoke|get high|beg|strip)
        (?:man|guy|somebody|someone|boyfriend|husband) will not let (?:you|me|her)
        (?:does|do|doing) (?:stuff|things) (?:to me|i do not like|that)
        not text (?:~ )?(?:after|when|before) (?:~ )?(?:he|she|they)|(?:after|when|before) (?:[0-9] )?he gets home
        abusive|abus(?:ed|ing|es)|(?:domestic|dv) (?:violence|abuse|situation|relationship|victim|going on|next door
          |upstairs|at my)
        victim of (?:dv|domestic)|(?:help with|going through|need) dv
        (?:{CLOSE})(?: ~)? (?:scares? (?:me|us|her|the|my (?:kids|son|daughter|mom))|scaring (?:me|us|her|the)
          |frightens
          |(?:screams?|screaming|yells?|yelling) (?:at (?:me|her|him|us|my|our|the (?:kids|baby)|everyone)
          |in (?:my face|front)|all|and (?:throws|hits|fighting)|when he)
          |throws? (?:things|stuff|plates)|punch(?:es|ed) (?:the )?walls?|breaks? (?:my(?! heart)|things)
          |controls? (?:me|my|her|what|where|when|who|how|if|all|our|the money|every(?:thing)?)|controlling
          |tracks? (?:me|my)|follows? me(?! on (?:insta|instagram|facebook|tiktok|ig|snap))
          |watches (?:me|my every)|(?:grabs?|grabbed) (?:me|us|my|her|the (?:baby|kids?)|his belt|our)|shoves
          |threw (?:a|my|the)(?: ~)? (?:at (?:me|us|her|my)|across|against|by my head|down the)|puts me down
          |calls me (?:stupid|worthless|names|fat|crazy|a (?:whore|bitch|slut|junkie)
          |bitch|whore|every name)|gets? (?:mean|rough|violent
          |so mad|angry|mad|jealous|ugly)
          |takes? (?:all )?my (?:check|money|phone|ssi|keys))
        (?:he|she|husband|wife|boyfriend|girlfriend) threw (?:the (?:baby|kids?|dog|cat|tv|table)|my (?:clothes|meds
          |phone|stuff|things)
          |a (?:chair|plate|bottle|knife))
        walk(?:ing)? on egg ?shells|punched the wall(?: ~)? (?:next|by|beside|near)
        (?:hear|heard|hearing)(?: ~~) (?:scream(?:s|ing)?|beating|hitting) (?:him|her|them|at|no|please|and|my name)
        (?:he|she|they|<they>|neighbor|lady|woman|next door)(?: (?:is|are))? (?:screaming|yelling|hollering) (?:no
          |help|please|my name|for help|stop)
        (?:hear|heard|hearing)(?: ~)? (?:kid|child|woman|lady|girl|neighbor|mom|baby|her) (?:screaming|screams
          |yelling)
        yelling at (?:them|him|her) through
        (?:scared|afraid|nervous)(?: ~)? (?:of (?:my|him|her|what he)|to go home|around (?:him|her|my))
        not (?:feel )?(?:safe|comfortable)(?: ~)? (?:home|around|him|with|house|staying|her)
        (?:keeps|keep) (?:a )?(?:bruises?|marks)|bruises|unexplained|(?:flinch(?:es|ed)?|jumps? when)
        (?:{ONE_AT_HOME})(?: ~)? (?:will not|does not) let (?:me|her|him)(?! (?:in|start|off|play|see (?:my|our|the
          |them|him|her))(?: |$))
        will not let (?:me|her|him) (?:out|leave) (?:of )?(?:the|my) (?:room|house|car|door|bed)
        makes? me (?:feel )?(?:scared|uncomfortable|ask permission|beg|give)
        (?:touch(?:es|ed|ing)? me|weird|creepy|inappropriate)(?: ~)? (?:stepdad|uncle|staff|counselor|manager
          |landlord|room|way|looks?)
        (?:stepdad|uncle|staff|counselor|house manager|landlord)(?: ~)? (?:weird|creepy|touch(?:es|ed|ing)?|flirts?
          |keeps asking|comes in)
        (?:need|want|how)(?: ~)? (?:leave|get away from|get out of|escape)(?: ~)? (?:him|her|relationship|marriage
          |my (?:husband|boyfriend|man|partner|ex|bf))
        (?:strings?|owe him|owe her) ~ (?:rent|stay|dope)|(?:neglect(?:ed|ing)?|starving) (?:the|her|his|them)
        """,
        spanish="""
        me echa a la migra|llama(?:r)? a la migra
        me iba a arrepentir|me voy a arrepentir si|se pone (?:bien |muy )?(?:feo|violento|agresivo|bravo)
        me da miedo ir|no la deja(?: $|$| (?:salir|usar|hablar))|el no la deja|moreton
        me da miedo (?:ir a|estar en|llegar a|volver a) (?:mi|la|su)? ?casa
        (?:avento|aviento|tiro|rompio) (?:el|los|un|una|la) (?:plato|platos|vaso|silla|telefono|cosas)|ojo morado
        abusiv[oa]|maltrat[oa]|violencia (?:domestica|en casa)
        (?:mi|el)(?: ~)? (?:grita|controla|cela|revisa|vigila|amenaza|insulta|humilla|asusta|rompe|avienta
          |se pone (?:agresivo|violento|loco|bravo))(?: ~)? (?:me|mi|mucho|cosas|todo|celular|$)?
        me (?:grita|controla|cela|revisa|vigila|insulta|humilla|asusta|da miedo (?:mi|el|cuando))
        no me siento (?:segura|a salvo)
        (?:quiero|necesito|como) (?:dejar a mi (?:esposo|marido|novio|pareja|hombre|viejo)
          |salirme de (?:esta relacion|(?:esta|mi|su|la) casa)|dejarlo(?: ~)? (?:tengo miedo|me amenaza|no me deja
          |me pega)|irme de (?:la|su|esta) casa)|moret(?:on|ones)
        le tengo miedo(?! a las? (?:jeringas?|agujas?|alturas?))|se queda con mi (?:dinero|cheque)
        """,
        unless=(OVER_NOW, LAUGHING, ABOUT_THE_LINE, one_of(
            """
            my past|court|charge|expunge|attorney|doctor|school|coworker|dmv|classes?|batterers|substance abuse
            drug abuse|group|the kids scream|neighbors|dog|screams? at night|in the past|dv shelter with
            clases de|cargo de|seguro social|police|landlord|alcohol abuse|screen|survivor|bank|shelter|my dad was
            """
        )),
        victim=True, may_be_over=True, otherwise=About.SELF,
    ),
)  # fmt: skip
