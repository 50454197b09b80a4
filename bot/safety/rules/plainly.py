"""Danger said in plain words: nobody needs a second look at these."""

from __future__ import annotations

from bot.message import Risk, RiskKind
from bot.safety.rule import Rule

RULES = (
    Rule(
        "says_it_plainly", RiskKind.SUICIDE, Risk.CRISIS, None,
        english="""
        (?:want|wants|wanted|going|about|ready|plan|plans|planning|trying|decided|need|will|might
          |would rather)(?: (?:to|on|just))? (?:kill(?:ing)? (?:<self>|himself|herself|themself|themselves)
          |commit(?:ting)? suicide|end(?:ing)? (?:my|his|her|their) (?:own )?life
          |tak(?:e|ing) (?:my|his|her|their) own life)
        i am (?:so |really |very |feeling |actively )?suicidal|i am killing <self>
        i do not want to (?:be alive|live anymore|live any more|be here anymore)
        """,
        spanish="""
        (?:me|se) (?:quiero|quiere) (?:matar|suicidar|quitar la vida)
        me voy a (?:matar|suicidar|quitar la vida)(?! (?:trabajando|estudiando|haciendo|de|en|con|si))
        (?:quiero|quiere|voy a|va a|pienso en|planeo) (?:matarme|matarse|suicidarme|suicidarse|quitarme la vida
          |quitarse la vida)
        (?<!casi )me mato (?:hoy|manana|esta noche|ahora|pronto|de una vez|a las|el (?:lunes|martes|miercoles|jueves
          |viernes|sabado|domingo))(?! (?:trabajando|estudiando|haciendo|limpiando|de|en|con|si))
        ya no quiero (?:vivir|seguir viviendo|estar viv[oa])$
        """,
        plain=True,
    ),
)  # fmt: skip
