"""Constructions that follow the tree of dependencies (Universal Dependencies)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.constructions.vocabulary import ALIKE, FILLERS, FIRST, GROUPS, LINKING, NAMING

if TYPE_CHECKING:
    from postlint.constructions.scene import Aim, Scene
    from postlint.spans import Span


def predicate(scene: Scene, word: Span) -> Aim | None:
    """“X is a jerk”, “X seems clueless”, “X remains a liar and a thug”."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    token = scene.tokens[head]
    if token.role.split(":")[0] in {"xcomp", "obj", "advmod"}:
        verb = token.head
        if scene.low(verb) not in LINKING:
            return None
        subject = scene.subject(verb)
    else:
        root = scene.root_of(head)
        copula = next(scene.under(root, "cop"), None)
        if copula is None or _is_progressive(scene, copula, head):
            return None
        subject = scene.subject(head)
    return None if subject is None else scene.aim_at(subject)


def _is_progressive(scene: Scene, copula: int, word: int) -> bool:
    """Tell “are welcoming children” from “are children”: the tree may take one for the other."""
    between = range(copula + 1, word)
    return any(scene.low(i).endswith("ing") and scene.low(i) not in FILLERS for i in between)


def simile(scene: Scene, word: Span) -> Aim | None:
    """“X behaves like a child”, “like a spoiled child, X …”."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    if not any(scene.low(case) in {"like", "as"} for case in scene.under(head, "case", "mark")):
        return None
    verb = scene.tokens[head].head
    if scene.low(verb) not in ALIKE and scene.subject(verb) is None:
        return None
    subject = scene.subject(verb)
    return None if subject is None else scene.aim_at(subject)


def attribute(scene: Scene, word: Span) -> Aim | None:
    """“the clueless president”, “that clown Okoro”, “Okoro, a liar, …”."""
    head = scene.head_of(word)
    if head is None:
        return None
    links = {"amod", "compound", "nmod:desc", "appos", "flat", "nmod", "dep"}
    token = scene.tokens[head]
    for child in scene.under(head, "appos", "compound", "flat", "nmod:desc"):
        if scene.tokens[child].role != "compound" or child > head:
            aim = scene.aim_at(child)
            if aim is not None and aim.kind != "state":
                return aim
    if token.role not in links - {"nmod"} or token.head == head:
        return None
    aim = scene.aim_at(token.head)
    if aim is None or (token.role == "compound" and aim.kind in GROUPS):
        return None
    if aim.span.start >= word.end or token.role == "amod":
        return aim
    return aim if "," in scene.document.text[aim.span.end : word.start] else None


def naming(scene: Scene, word: Span) -> Aim | None:
    """“I call President X a jerk”; what others call somebody is a report."""
    head = scene.head_of(word)
    if head is None or scene.tokens[head].role.split(":")[0] not in {"xcomp", "obj", "obl"}:
        return None
    verb = scene.tokens[head].head
    if scene.low(verb) not in NAMING:
        return None
    subject = scene.subject(verb)
    if subject is None or scene.low(subject) not in FIRST:
        return None
    for child in scene.under(verb, "obj", "iobj"):
        if child != head:
            return scene.aim_at(child)
    return None


def acting(scene: Scene, word: Span) -> Aim | None:
    """“President X lied again”: the target is the subject of an active verb."""
    head = scene.head_of(word)
    if head is None or scene.is_reported(head):
        return None
    if scene.tokens[head].tag not in {"VERB", "AUX"}:
        return None
    passive = any(scene.tokens[c].role == "aux:pass" for c in scene.children.get(head, ()))
    if passive or scene.tokens[head].role.split(":")[0] in {"acl", "advcl", "amod"}:
        return None
    subject = scene.subject(head)
    return None if subject is None else scene.aim_at(subject)
