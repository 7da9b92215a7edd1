"""Words by which English says something *of* somebody: copulas, fillers, pronouns."""

from __future__ import annotations

from typing import Final

BE: Final = frozenset("is are was were be been being 's 're am 'm".split())
LINKING: Final = frozenset(
    "seem seems seemed look looks looked looking sound sounds sounded sounding become becomes "
    "became becoming remain remains remained appear appears appeared turn turns turned act acts "
    "acted acting behave behaves behaved behaving prove proves proved stays stayed".split()
)
ALIKE: Final = (
    LINKING
    | BE
    | frozenset(
        "talk talks talked talking speak speaks spoke speaking govern governs governed cry cries "
        "cried crying whine whines whined whining perform performs performed reacts reacted react "
        "lies runs negotiates negotiated negotiate negotiating throws sulks sulked".split()
    )
)
NAMING: Final = frozenset(
    "call calls called calling label labels labelled labeled consider considers considered brand "
    "brands branded deem deems deemed name names named dub dubs dubbed".split()
)
SPEECH: Final = frozenset(
    "say says said saying claim claims claimed argue argues argued write writes wrote tell tells "
    "told think thinks thought believe believes believed insist insists insisted suggest suggests "
    "suggested allege alleges alleged report reports reported ask asks asked".split()
)
MODALS: Final = frozenset(
    "would will must may might can could should shall has have had having does do did keeps keep "
    "kept continues continued to like as out 'd 'll gets getting got".split()
)
FILLERS: Final = frozenset(
    "a an the such total totally complete completely absolute absolutely utter utterly real really "
    "truly just so very simply nothing but and or another quite clearly obviously frankly honestly "
    "pretty still always ever now only also too as like spoiled spoilt big biggest worst most more "
    "little old bit of one first-class sheer pure plain downright incredibly extremely totally "
    "hopelessly deeply profoundly once again yet all both even basically literally apparently "
    "increasingly international global national great huge massive walking living world world's "
    "region's country's some kind sort piece bunch pack gang band crew load of his her "
    "their its own today yesterday tonight this week publicly openly blatantly shamelessly "
    "no-good better than common cheap petty bad full simply poor such most terminally long-term "
    "brazenly shameful stop stopped loves love likes".split()
)
FIRST: Final = frozenset({"i", "we", "let's", "us", "me"})
OUR: Final = frozenset({"our", "my"})
HE: Final = frozenset({"he", "she", "him", "her", "himself", "herself"})
THEY: Final = frozenset({"they", "them"})
PERSONS: Final = frozenset({"leader", "official", "person", "journalist", "handle"})
GROUPS: Final = frozenset({"state", "people", "institution", "journalist", "citizens"})
