"""Concern: a slip, strong cravings, hopelessness. No emergency; an answer with extra care."""

from __future__ import annotations

from bot.message import Risk
from bot.safety.rule import Rule

RULES = (
    Rule(
        "relapse", None, Risk.CONCERN, None,
        english="""
        relapsed?|relapsing
        (?:i|he|she) (?:slipped|used|picked up)(?: (?:again|last night|yesterday|today|tonight|$))
        fell off the wagon|back out there|day one again|back to day (?:one|1)|cravings?|jonesing|fiending
        (?:want|need|dying|itching|tempted|urges?)(?: ~)? to (?:use|drink|get high|smoke|cop)
        (?:got|getting|been) (?:high|loaded|drunk) (?:again|last night|yesterday|today)|lapsed
        """,
        spanish="""
        recai|recaida|recayo|(?:volvi|volvio) a (?:usar|tomar|caer|consumir|fumar)
        (?:ganas|ansias) de (?:usar|consumir|tomar|fumar|meterme)|antojad[oa]|se me antoja|otra vez dia uno
        tuve un desliz|deje de ir a las juntas|drogarme
        """,
        firm=True,
    ),
    Rule(
        "hopeless", None, Risk.CONCERN, None,
        english="""
        hopeless|overwhelmed
        (?:feel|feeling|am|so) (?:like )?(?:a failure|a burden|worthless|empty|numb|broken|lost|ashamed|depressed
          |so alone|lonely|so sad|crushed)
        no hope|grieving|heartbroken|(?:can not|cant) stop crying|crying all|drowning in|worn out|burnt? out
        let everybody down|dead inside
        """,
        spanish="""
        sin esperanza
        (?:me siento|siento|ando|estoy)(?: ~)? (?:vaci[oa]|sol[oa]|fracasad[oa]|perdid[oa]|deprimid[oa]|triste
          |agobiad[oa]|agotad[oa]|abrumad[oa]|hecho pedazos|menos|aguitad[oa]|depre)
        no paro de llorar|lloro (?:todas|a escondidas|mucho)|la culpa no me deja
        """,
    ),
)  # fmt: skip
