"""Witnesses that carry one text: they count once.

In: texts and the passages they share. Out: clusters of witnesses, sorted. Never: joins two texts because a third,
shorter one took from both.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.collate.copying.passages import Passage
from generator.collate.shingles import Text
from generator.collate.unions import find, unite
from generator.model import Cluster, Record, Source
from generator.spans import anchor_id, cut

LEAST_CONTAINED = 0.6  # share of a text's words in another from which on it is that text again, with changes


class Shared(Record, frozen=True, kw_only=True):
    """A passage that two texts share, and the ranges of each one's words in it that stand in the other."""

    a: Text
    b: Text
    passage: Passage
    a_words: tuple[tuple[int, int], ...]
    b_words: tuple[tuple[int, int], ...]


class Containment(NamedTuple):
    """How much of one text (0-1) stands in another."""

    share: float
    text: str
    other: str


def group_clusters(
    sources: Mapping[str, Source], texts: Sequence[Text], shared: Sequence[Shared]
) -> tuple[Cluster, ...]:
    """The clusters of two witnesses and more, by their first member."""
    lengths = {text.witness: len(text.words) for text in texts}
    held = list_held(shared)
    roots = {text.witness: text.witness for text in texts}
    for link in links(held, lengths):
        unite(roots, link.text, link.other)
    groups: dict[str, list[str]] = defaultdict(list)
    for witness in sorted(roots):
        groups[find(roots, witness)].append(witness)
    by_witness = {text.witness: text for text in texts}
    return tuple(
        make_cluster(sources, by_witness[members[0]], members, held)
        for members in sorted(groups.values())
        if len(members) > 1
    )


def list_held(shared: Iterable[Shared]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """For each witness and another one the ranges of its words that the other has too."""
    held: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for item in shared:
        held[item.a.witness, item.b.witness] += item.a_words
        held[item.b.witness, item.a.witness] += item.b_words
    return held


def links(held: Mapping[tuple[str, str], Sequence[tuple[int, int]]], lengths: Mapping[str, int]) -> list[Containment]:
    """Who belongs to whom: each text to the one that holds most of it, and texts that hold most of each other."""
    shares = {
        (text, other): len({word for first, last in ranges for word in range(first, last)}) / lengths[text]
        for (text, other), ranges in held.items()
    }
    enough = [Containment(share, *pair) for pair, share in sorted(shares.items()) if share >= LEAST_CONTAINED]
    best: dict[str, Containment] = {}
    for link in enough:
        if link.text not in best or link.share > best[link.text].share:
            best[link.text] = link
    mutual = [link for link in enough if shares[link.other, link.text] >= LEAST_CONTAINED]
    return [*mutual, *best.values()]


def make_cluster(
    sources: Mapping[str, Source],
    first: Text,
    members: Sequence[str],
    held: Mapping[tuple[str, str], Sequence[tuple[int, int]]],
) -> Cluster:
    """The cluster of these members, with what the first of them shares with the others."""
    ranges = sorted({found for other in members for found in held.get((first.witness, other), ())})
    spans = tuple(cut(sources[first.source], first.starts[start], first.ends[end - 1]) for start, end in ranges)
    longest = max(spans, key=lambda span: (len(span.text), -span.start))
    return Cluster(
        id=anchor_id("c", longest.source, longest.text, 0),
        members=tuple(members),
        why="shared text",
        spans=spans,
        curated=None,
    )
