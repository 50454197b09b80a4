"""Who hurts whom at home, and what says that it is over: shared by the rules of abuse and of a home in fear."""

from __future__ import annotations

from bot.safety.pieces import one_of

OVER_NOW = one_of(
    """
    survivors?|i left (?:him|her|my|in)|left (?:him|her|an?|my abusive)|(?:out|free|away) (?:for|since|now|[0-9])
    been out|moved (?:to|out of state|away)|locked up|in (?:jail|prison)|dead (?:6|[0-9]|now)|pfa|restraining
    protection order|counsel(?:or|ing)|therap(?:y|ist)|caseworker|ex used to|dated|got out of|lawyer|custody case
    abogado|ya (?:me )?(?:sali|separada|estoy fuera|nos separamos)|sobrevivientes|hace anos|terapia|consejera
    when i was|he changed
    hit (?:me|him|her) up|hit me (?:with|back)|beat (?:me|him|her) (?:at|in|to)|killing me in court
    over his shoulder|uncle did to me|years ago
    """
)
CLOSE = (
    "he|she|they|<they>|partner|boyfriend|bf|gf|girlfriend|husband|wife|ex|baby daddy|bd|my man|stepdad|stepfather|"
    "uncle|dad|mom|mother|father|son|daughter|grandson|caregiver|aide|staff|pimp|boss|landlord|him|"
    "driver|dealer|dudes?|guys?"
)
# Whom nobody takes for an office or a shelter: "they will not let me enrol" is no prison.
ONE_AT_HOME = (
    "he|she|partner|boyfriend|bf|gf|girlfriend|husband|wife|ex|baby daddy|bd|my man|stepdad|stepfather|uncle|pimp"
)
