"""``occasion``: the whole post is of a kind that excuses the hit: condolence, emergency, reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from postlint.lexicon import Lexicon
from postlint.options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from postlint.document import Document
    from postlint.guards.guard import Acquits
    from postlint.model import Hit
    from postlint.options import Options

_CONDOLENCE: Final = Lexicon(
    [
        *"condolences condolence sympathies mourn mourns mourning mourned grieve grieving".split(),
        *"grief saddened heartbroken funeral half-mast half-staff bereaved".split(),
        *"condoléances deuil attristés".split(),
        *("rest in peace", "our thoughts are with", "thoughts are with", "lest we forget"),
        *("passed away", "lost their lives", "we remember", "nos pensées", "in memory of"),
        *("our hearts go out", "our hearts are with", "hearts are broken", "loss of life"),
        *("we honour", "we honor", "the fallen", "rest peacefully", "moment of silence"),
    ]
)
_EMERGENCY: Final = Lexicon(
    [
        *"emergency evacuate evacuation evacuating curfew tsunami hurricane cyclone".split(),
        *"typhoon wildfire wildfires earthquake advisory alert lockdown shelter".split(),
        *"aftershock aftershocks urgence évacuation".split(),
        *("register with", "registration of canadians", "seek shelter", "stay indoors"),
        *("stay safe", "avoid the area", "consular assistance", "road closures"),
        *("travel advice", "travel advisory"),
    ]
)
_EMERGENCY_ADDRESSES: Final = ("travel.gc.ca", "sos@international.gc.ca")


def _condolence(document: Document) -> bool:
    return _CONDOLENCE.any(document.folded)


def _emergency(document: Document) -> bool:
    low = document.text.lower()  # links and addresses are blank in the folded text
    return _EMERGENCY.any(document.folded) or any(part in low for part in _EMERGENCY_ADDRESSES)


def _reply(document: Document) -> bool:
    begins = any(m.span.start == 0 for m in document.social.mentions)
    return document.post.reply_to is not None or begins


OF: Final[Mapping[str, Callable[[Document], bool]]] = {
    "condolence": _condolence,
    "emergency": _emergency,
    "reply": _reply,
    "media": lambda document: bool(document.post.media),
}
OPTIONS: Final[Mapping[str, Option]] = {
    "of": Option("choices", "Which kinds of post.", required=True, choices=tuple(OF)),
}


def compile(options: Options) -> Acquits:  # noqa: A001 - the protocol's name
    """Make the guard."""
    tests = [OF[name] for name in options["of"]]

    def acquits(document: Document, hit: Hit) -> bool:  # noqa: ARG001
        return any(test(document) for test in tests)

    return acquits
