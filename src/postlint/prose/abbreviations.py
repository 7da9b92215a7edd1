"""English and French words that end in a stop without ending a sentence; lower case, no stop."""

from __future__ import annotations

NEVER_LAST = frozenset(
    (
        "mr mrs ms messrs dr prof gen col lt sgt capt maj cmdr adm sen rep gov hon rev fr mt"
        " ft pres min amb vs e.g i.e cf viz fig eq vol ed eds pp approx ca dept est"
        " m mm mme mmes mlle mlles me mgr pr vve p.ex ex chap art al.s c.-à-d c-à-d env av boul bd"
        " tél tel réf ref"
    ).split()
)
"""A name or a number follows; the sentence goes on."""

BEFORE_NUMBER = frozenset("no nos nr art p pp pg par para sec s ch chap n nº".split())
"""Short for something only where a number follows."""

PERHAPS_LAST = frozenset(
    (
        "inc ltd ltée co corp bros llc plc etc et.al al jr sr ph.d m.d b.a m.a b.sc m.sc ll.b"
        " a.m p.m am pm u.s u.k u.n e.u u.s.a d.c b.c a.d c.e j.-c n.b q.c"
        " jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil août déc"
        " mon tue tues wed thu thur thurs fri sat sun ave blvd rd govt assn hrs hr mins secs"
        " st ste m.p m.p.p o.n.u u.e é.-u"
    ).split()
)
"""May end a sentence: the next word decides."""

STARTERS = frozenset(
    (
        "The A An This That These Those It Its He She We They You I Our Your His Her Their My There"
        " Here In On At By For From With To As If When While After Before Since But And So Or Yet"
        " What Why How Who Where Which Is Are Was Were Do Does Did Can Could Will Would Should"
        " Have Has Had Let Please Thanks Thank Today Tomorrow Yesterday Now Then However Meanwhile"
        " More Read Learn See Join Follow Watch Visit Find Every Each All Both Not No Yes One"
        " Le La Les L Un Une Des Du De Ce Cet Cette Ces C Il Elle Ils Elles On Nous Vous Je J Tu"
        " Mon Ma Mes Notre Nos Votre Vos Leur Leurs Son Sa Ses Et Mais Ou Où Donc Or Ni Car Si"
        " Quand Comme Dans En Au Aux Avec Sans Sous Sur Pour Par Depuis Après Avant Qui Que Quoi"
        " Quel Quelle Comment Pourquoi Est Merci Aujourd Demain Hier Voici Voilà Pas Tous Toutes"
    ).split()
)
"""Words that, with a capital after a stop, nearly always begin a sentence."""
