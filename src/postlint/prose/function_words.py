"""The commonest short words of seven languages, for telling one from another.

Grammar's closed classes (articles, pronouns, prepositions, forms of *be* and
*have*), listed by hand, with a few greetings that posts open with.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FUNCTION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "en": (
            "the a an and or but of to in on at by for from with as is are was were be been being"
            " am has have had do does did will would can could should may might must not no it its"
            " it's this that these those he she we they you i me him her us them my your his our"
            " their who what when where why how which if so than then there here about into over"
            " after before up out all more most some any very just only also now today don't"
            " doesn't isn't i'm we're you're they're we've i've let's that's can't won't thank"
            " thanks happy great welcome please new good day yesterday tomorrow through between"
            " because while during every each both such own other never always met"
        ),
        "fr": (
            "le la les l' un une des de du d' et ou mais donc en dans à au aux par pour sur sous"
            " avec sans chez vers entre est sont était étaient être été suis es sommes êtes sera"
            " seront a ont avait avons avez ai ne pas n' plus ni que qu' qui quoi dont où ce c'"
            " cet cette ces il elle on nous vous ils elles je j' tu me te se s' m' t' lui leur"
            " leurs mon ma mes ton ta tes son sa ses notre nos votre vos y si comme quand comment"
            " pourquoi aussi très bien tout toute tous toutes même encore déjà toujours jamais"
            " aujourd'hui hier demain merci bonjour bonne bon fête fait faire peut doit après"
            " avant depuis pendant contre afin lors ici voici voilà ainsi parce cela ça quel quelle"
            " quelles deux plusieurs nouveau nouvelle félicitations beaucoup jour heureux heureuse"
        ),
        "es": (
            "el la los las un una unos unas y o pero de del al a en con por para sin sobre entre"
            " es son era eran ser está están fue ha han había que qué quien como cómo cuando donde"
            " no sí se su sus mi mis tu tus nuestro nuestra nuestros nuestras lo le les nos me te"
            " yo él ella ellos este esta estos estas ese esa eso muy más también hoy ayer mañana"
            " gracias buenos días hasta desde porque todo todos todas ya si día"
        ),
        "pt": (
            "o a os as um uma uns umas e ou mas de do da dos das em no na nos nas com por para sem"
            " sobre entre é são era foi ser está estão tem têm que quem como quando onde não sim se"
            " seu sua seus suas meu minha nosso nossa nossos nossas lhe eu ele ela eles elas você"
            " vocês este esta isto esse essa isso muito mais também hoje ontem amanhã obrigado"
            " obrigada até desde porque todo todos todas já ao aos à às pelo pela dia"
        ),
        "de": (
            "der die das den dem des ein eine einen einem einer und oder aber von zu zum zur im in"
            " am an auf aus bei mit nach für über unter vor durch ohne gegen ist sind war waren"
            " sein wird werden wurde hat haben hatte kann können muss nicht kein keine es er sie"
            " wir ihr ich du mich mir uns euch ihn ihm ihnen unser unsere mein dein dass wenn wie"
            " was wer wo warum auch noch nur schon sehr heute gestern morgen danke mehr als"
        ),
        "it": (
            "il lo la i gli le un uno una e o ma di del dello della dei degli delle da dal dalla in"
            " nel nella nei con su sul sulla per tra fra è sono era erano essere stato ha hanno"
            " aveva non che chi cui come quando dove perché si ci vi mi ti lui lei noi voi loro mio"
            " mia suo sua nostro nostra questo questa questi queste quello quella molto più anche"
            " oggi ieri domani grazie ancora già tutti tutto l' dell' all' nell' al alla"
        ),
        "nl": (
            "de het een en of maar van te in op aan bij met voor door over naar uit om is zijn was"
            " waren ben wordt worden heeft hebben had kan kunnen moet niet geen dat die dit deze"
            " wat wie waar hoe waarom als dan ook nog al er hij zij ze wij we jij je ik mij mijn"
            " hem haar ons onze hun zich zeer vandaag gisteren morgen bedankt dank meer na tot"
        ),
    }
)

ACCENTED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fr": frozenset("éèêëàâçùûîïôœ"),
        "es": frozenset("ñ¿¡áíóú"),
        "pt": frozenset("ãõçáâêó"),
        "de": frozenset("äöüß"),
    }
)
"""Letters that hint at a language; names carry them abroad, so they count little."""
