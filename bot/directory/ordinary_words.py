"""Names of towns that are ordinary words as well: "in Hope" is hardly ever the town.

Such a name counts as a place only with its state ("Hope, AR") or after "live in".
"""

from __future__ import annotations

_WORDS = """
    simon ola rosa angel mark may june august augusta person paterson mexico cross london plymouth
    accident ace agency alma alta amigo amo angeles anna arboles arma art ashley avenue ayer ball banco banks bath
    beach bear beaver bell bells belt bent bernice black blanco blue bonita boring boss brave breaks brothers browns
    bucks buena bunch burden burns bush busy caliente call camino camp campaign campo campus carmen caro casa cash
    cedar center central cerro chance change check chicken chili china chino choice christmas church circle city
    clear clever coats coin colon comer comfort como concrete cook cooks cool cope cost couch counselor country
    court cross crystal cuba custer dairy dale day deal deep deer defiance dent deport deposit descanso diablo dice
    dinero dolores dorothy drain dresser drew drift driver drums dulce duty eagle earl early earth east echo eden
    edna elm encampment energy england english enterprise era estancia ethel eunice excel exchange eye faith falls
    family farmers fate felt fields fine finger flat florida fork foster france freedom friend friendly friendship
    frost gap garden gas gate gay georgia germany good gordo grace grant gratis gray green grove guerra guy guys
    halfway hall hampshire happy harmony hay hazard heaven hell high hill holiday home hondo honor hood hope house
    hundred hunt hurt hygiene ida independence india indiana ink ira iron island issue italy jail jean jersey joy
    junction justice kansas kinder king lake law lead lee liberty light lima little loco long love lovely loving
    luck main malo man manteca many maple marathon marine market marks mars maryland max maximo may mayo means media
    mentor mercury mesa meta mexico michigan midnight midway miles mio mission monitor moon mound mountain mud nada
    navajo necessity need needles newborn nice normal north novice nuevo nursery odd ohio okay old only opal orange
    oregon page palm pana paradise park parole path patience peace pearl peru piedra pine pink plain plano plato
    point points poland polo pool portal post power pray price primer printer prison progress promise protection
    pueblo queen radiant rains range ranger recovery refugio register relief rescue rest rice rico ridge rifle rio
    river road rock roll romeo rose rule rush ruth saco safe sale salida salvo samson sandwich santa santo school
    seco section sells senior service shade sharps shelter shock shook shop shorter silver simple sisters snow sober
    solo south speed spirit spray spring springs stamps standard star start state station steady stone store story
    strong success summer sun sunday sunrise sunset surprise sweet tea telephone tell texas thelma thursday tierra
    tiro today tome tony tower town trade trail transfer treatment trouble truth turkey una union unity university
    vale valentines van vera vest veteran vida village viola virginia vista wake walker wall walls wanted war ward
    warm washington water waters way weed weld west white why widen winter wisdom wise work worth young
"""

_LANGUAGES = ("espanol", "ingles", "spanish")
_PHRASES = ("el campo", "el centro", "el verano", "la loma", "la mesa", "la villa", "la vista", "cross", "new life")

ORDINARY = frozenset((*_WORDS.split(), *_LANGUAGES, *_PHRASES))
