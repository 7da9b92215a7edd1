"""Two processes show one another that they know the same secret, without saying it.

A port of the loopback address is open to every user of a machine, and free for
the next when its server is gone: neither side may trust the other unproved.
"""

from __future__ import annotations

import hmac
import os
from hashlib import sha256
from typing import Final

SIZE: Final = 32
"""Bytes of a secret, of a challenge and of a proof."""


def challenge() -> bytes:
    """Return bytes that nobody has seen before."""
    return os.urandom(SIZE)


def prove(secret: bytes, who: bytes, own: bytes, other: bytes) -> bytes:
    """Return the proof of one side (``client`` or ``server``) for two challenges."""
    return hmac.new(secret, who + own + other, sha256).digest()


def holds(proof: bytes, secret: bytes, who: bytes, own: bytes, other: bytes) -> bool:
    """Tell whether that side has shown that it knows the secret."""
    return hmac.compare_digest(proof, prove(secret, who, own, other))
