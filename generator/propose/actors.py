"""Proposals on actors: which may be the same, which are spelt alike.

In: a dossier. Out: entries. Never: proposes to merge what a person already decided on.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from generator.model import Actor, Dossier
from generator.propose.entries import Entry
from generator.propose.passages import Passages
from generator.spans import witness

ALIKE = 88.0  # of 100: two spellings of one name of ten letters that differ in one of them
SHORTEST = 5  # letters: shorter names that differ in one letter are mostly two names
MOST = 2000  # actors that are compared with each other, those named most often first: past it this takes minutes
PASSAGES = 2  # of each actor, as evidence


def propose_merges(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A merge for each pair of actors that the program holds for possibly the same."""
    actors = {actor.id: actor for actor in dossier.actors}
    pairs = {tuple(sorted((actor.id, other))) for actor in dossier.actors for other in actor.possibly_same}
    for first, second in sorted(pairs):
        if not _is_decided(actors[first], actors[second]):
            yield _merge("Possibly the same:", actors[first], actors[second], passages)


def propose_spellings(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A merge for each pair of actors of one kind whose names differ in a letter or two."""
    often = sorted(dossier.actors, key=lambda actor: (-len(actor.mentions), actor.id))[:MOST]
    names = [actor.name.casefold() for actor in often]
    table = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    for a, b in combinations(range(len(often)), 2):
        if table[a][b] and _is_worth_asking(often[a], often[b]):
            yield _merge("Spelt alike:", often[a], often[b], passages)


def _is_worth_asking(one: Actor, other: Actor) -> bool:
    """Whether two actors whose names are alike may be one, and nobody has said so yet."""
    short = min(len(one.name), len(other.name)) < SHORTEST
    known = other.id in one.possibly_same or _is_decided(one, other)
    return not short and one.kind == other.kind and not known


def _is_decided(one: Actor, other: Actor) -> bool:
    """Whether a person wrote of each of two actors: then they are two."""
    return one.curated is not None and other.curated is not None


def _merge(heading: str, first: Actor, second: Actor, passages: Passages) -> Entry:
    kept, merged = sorted((first, second), key=lambda actor: (-len(actor.mentions), actor.id))
    return Entry(
        heading=heading,
        fields=(("actor", kept.id), ("merge", (merged.id,))),
        evidence=(*_evidence(kept, passages), *_evidence(merged, passages)),
    )


def _evidence(actor: Actor, passages: Passages) -> Sequence[str]:
    """How often and where an actor is named, with the first passages."""
    witnesses = len({witness(mention) for mention in actor.mentions})
    times, by = len(actor.mentions), "witness" if witnesses == 1 else "witnesses"
    line = f"{actor.name} ({actor.kind}): named {times} {'time' if times == 1 else 'times'} by {witnesses} {by}"
    return (line, *(f"  {passages.line(mention)}" for mention in actor.mentions[:PASSAGES]))
