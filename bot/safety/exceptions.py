"""What takes the danger out of a dangerous word: negation, the past, idioms, films, training."""

from __future__ import annotations

import re

from bot.safety.pieces import one_of

_FILLER = (
    "am|is|was|be|been|being|going|to|trying|tried|try|thinking|think|thought|thoughts|about|of|really|even|feeling|"
    "feel|having|"
    "have|had|any|ever|plan|plans|planning|want|wanted|would|like|do|a|that|saying|say|just|my|intention|intentions"
)
_RELLENO = "estoy|voy|a|pensando|en|tengo|me|pienso|ganas|de|pensamientos|quiero|queria|es|que|se|va|ningun|ya|lo|la"
# Ends right before the match: "not going to", "never thought about", "used to", "no estoy pensando en". A bare
# English "no" is not among them: "no i want to die" says the opposite.
UNMEANT = re.compile(
    r"(?<![a-z0-9])(?:"
    r"(?:not|never|nor|without|nobody is|nobody|no one is|no one|no plans?|no thoughts?|no intentions?|zero|free "
    r"of|used to|back when i|if i say)"
    rf"(?: (?:{_FILLER})){{0,5}}"
    r"|(?:no|nunca|jamas|tampoco|ni|sin|antes|nadie)"
    rf"(?: (?:{_RELLENO})){{0,5}}"
    r") $"
)

# Talk about a song, a film, a game, a class or a figure of speech, not about the texter's life.
ASIDE = one_of(
    """
    (?:the|this|that|a|my|an|new|favorite) (?:movie|song|film|show|series|book|novel|documentary|docu|doc|podcast
      |album|band|rapper|episode|lyrics?|poem|game|level|boss|soap opera|play)
    (?:song|movie|book|album) (?:called|says|is about|lyrics?|by)
    song lyrics?|figure of speech|it was a joke|i was joking|i was joking
    watch(?:ed|ing)? (?:a|the) (?:movie|show|doc|documentary|mystery)
    fortnite|call of duty|gta|xbox live|madden|respawn|kill streak|killing spree|rage quit|karaoke|fake blood
    halloween|costume
    walking dead|true crime|john wick|playing (?:call|fort|gta|video)
    my (?:homework|essay|paper) (?:is|on|for|about)|doing a paper|nursing student|i am writing about
    what does ~ mean|what ~ stands? for
    la (?:cancion|pelicula|novela|serie)|una (?:cancion|pelicula|novela|serie|letra)
    el (?:corrido|libro|disco|juego)|pelicula|cancion|videojuego|jugando|documental
    """
)

# A laugh beside words of danger: people laugh at a joke, and to hide what is none. So the rules
# ask where they would have answered at once, and stay silent about nothing.
LAUGH = one_of("lol|lmao|lmfao|lolol|rofl|haha|hahaha|ha ha|jaja|jajaja|jajajaja|jeje|jejeje")

PAST = one_of(
    """
    (?:years?|months?|weeks?|decades?) (?:ago|back)
    (?:one|a|two|three|four|five|[0-9]{1,2}) (?:years?|yrs?|months?|mos?) (?:since|ago|back|clean|sober|free|out)
    (?:back )?in (?:19|20)[0-9]{2}
    (?:in|since) 0[0-9]|in 9[0-9]
    last (?:year|month|summer|winter|spring|fall|christmas|january|february|march|april|may|june)
    back in (?:the day|my|high school|april|march|may|june|january)|back then|long time ago|at the time
    en el (?:19|20)[0-9]{2}(?! de)
    when i was (?:a kid|little|young|younger|using|drinking|locked up|in|on|out|[0-9]{1,2}|a)
    as a (?:kid|child|teen|teenager|girl|boy)|in high school|in the past|years of|my past|my story|in my using days
    before i (?:got|was) (?:sober|clean|better)|growing up|when i was growing|eso fue hace|hace mucho
    used to|in college|after the war|during the war|in iraq|in vietnam|in the army|anniversary
    in (?:january|february|march|april|may|june|july|august|september|october|november|december|the spring
      |the summer)
    hace (?:[0-9]{1,2}|un|una|dos|tres|cuatro|cinco|muchos|unos|varios|years)? ?(?:anos?|meses|mes|semanas)
    el ano pasado|el mes pasado|en (?:19|20)[0-9]{2}|cuando (?:era|yo era|tenia|usaba|andaba|estaba)
    de (?:nina|nino|chiquit[oa]|joven)|antes|en aquel tiempo|llevo [0-9]{1,4} (?:dias|meses|anos)|aniversario
    """
)
# Words that bring the past back into today.
STILL = one_of(
    """
    still (?:want|wanna|feel|think|bleeding|have|going|hurts?|hits|hitting|not|in|do)|again|right now|tonight
    this time|otra vez|todavia|sigue|sigo
    """
)

FINE_NOW = one_of(
    """
    (?:he|she|they|everybody) (?:is|are) (?:all |doing |perfectly |back |now )?(?:ok|okay|fine|better|alive|home
      |safe|alright|awake|good now|well now)
    i am (?:ok|okay|fine|safe|better|good)(?: (?:now|though|today|with|at|just|and))
    (?:woke up|turned out|came out) (?:fine|ok|okay|alright)|false alarm|ya cumpli|survived
    made it through
    saved (?:my|his|her|him|me|a)|(?:he|she) lived
    (?:back )?in (?:rehab|treatment|detox|recovery)(?! yesterday)|home and (?:happy|fine|safe)
    they got him
    all cleared|on the mend|just gas|never again|used to
    ya esta (?:bien|mejor|internad[oa]|en casa)|ya anda bien|esta a salvo|ya estoy (?:bien|a salvo|fuera|separada)
    vive gracias
    se salvo|lo salvo|la salvo|me salvo|ya lo perdone|aqui sigo|no fue nada|no paso a mas|gracias a dios no
    """
)

LEARNING = one_of(
    """
    (?:overdose|narcan|cpr|prevention|naloxone) (?:training|class|classes|course|workshop)|(?:narcan|naxalone) for
    a narcan class
    (?:certified|learn|train|trained|training)(?: ~)? (?:narcan|overdose|if|what to do|teens)|just in case|expired
    be ready
    where (?:can|do|could|would) (?:i|we|you) (?:get|find|buy)|free narcan|want (?:some|us to have)|carry narcan
    (?:get|have|keep|give away|want|mail|some) (?:some |free |more )?narcan (?:(?:here|there) next|for|in|behind
      |without|kit|box|with)
    narcan (?:kits?|box|for my (?:car|house|purse|backpack|bag)|in the house|behind|without)
    (?:pharmacy|mail order) ~ narcan
    test strips|prevention|how do (?:i|you) (?:use|get)|before i need|need more narcan
    entrenamiento|clase|curso|por si|tener narcan|narcan gratis|consigo narcan|narcan para|se me vencio|que hacer en
    """
)

# Questions about the line itself.
ABOUT_THE_LINE = one_of(
    """
    is this (?:the |a |like )?(?:suicide|crisis|988)|ask(?:ing|ed)?(?: ~)? if i am|asked about|si alguien
    que hacen si|que pasa si|yo no pedi|what kms|q significa|que significa|stands for|por suicidio|tarea
    suicide (?:line|hotline|prevention|shift|watch|loss)|hotline
    what (?:happens|do you do|do u do) if|do you (?:call|tell|send|guys|handle)|do yall|if i (?:say|tell|text|write)
    difference between
    every time i say|why do (?:you|u) keep|i told you|quit asking|stop asking|(?:crisis|suicide) counselor
    linea de suicidio
    """
)

LAUGHING = one_of(
    """
    lol|lmao|lmaoo|haha|hahaha|jaja|jajaja|laughing|rofl|lmfao
    """
)

# Verbs of somebody who tells of the past; with a date of the past beside them, the danger is over.
RETOLD = one_of(
    """
    tried|attempted|attempts?|wanted|almost|nearly|was|were|had|did|thought|got|put|made
    quise|queria|quiso|trate|trato|intente|intento|iba|tuve|tenia|casi|estuve|estaba
    """
)
FIRST_PERSON_NOW = one_of(
    """
    i (?:am|want|feel|wish|need|hope|can not|will|just want)|me (?:quiero|voy)|quiero|voy a|estoy
    """
)

# A weapon in somebody else's hand, or somebody else who means to kill.
BY_ANOTHER = one_of(
    """
    (?:he|she|they|man|guy|dude|somebody|someone|boyfriend|husband|ex)(?: ~)? (?:put|held|holds|holding|pointed
      |points
      |stuck|got)(?: ~)? (?:to|in|at|on|against) my (?:head|face|mouth|neck|throat|temple)
    me va a matar|te va a matar
    """
)
