"""The passage of each witness that comes nearest to what some sentences tell.

In: what all sentences tell. Out: for each witness its nearest sentences, and the one worth reading, if any is.
Never: says whether it tells the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.collate.telling.joining import Weights, likeness, place, weigh
from generator.collate.telling.reports import Told
from generator.model import Record
from generator.spans import witness

RAREST = 16  # things by which a passage is looked for, the rarest that other sentences name as well
CANDIDATES = 4  # sentences of a witness that are held against each of those sought
LEAST_LIKE = (
    1 / 6
)  # of what two sentences are about (0-1): read by eye, what has less in common is about something else
WIDE = 120  # sentences that have a thing, from which on it is too common to look for passages by it


class Index(Record, frozen=True, kw_only=True):
    """All sentences, where each thing stands among them, what it weighs, the root of what each sentence weighs in all,
    and its witness."""

    told: tuple[Told, ...]
    holders: dict[str, list[int]]
    weights: Weights
    roots: tuple[float, ...]
    names: tuple[str, ...]


class Near(Record, frozen=True, kw_only=True):
    """The sentences of a witness that come nearest, and how near the first comes (0-1): its share of the weight that is
    looked for."""

    told: tuple[Told, ...]
    nearness: float


def make_index(told: Iterable[Told]) -> Index:
    """The index; the order of the sentences given does not matter."""
    ordered = tuple(sorted(told, key=place))
    weights = weigh(ordered)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(ordered):
        for thing in one.matter:
            holders[thing].append(number)
    sizes = (math.fsum(weights[thing] for thing in one.matter) for one in ordered)
    return Index(
        told=ordered,
        holders=holders,
        weights=weights,
        roots=tuple(math.sqrt(size) or 1.0 for size in sizes),
        names=tuple(witness(one.sentence) for one in ordered),
    )


def find_nearest(index: Index, sought: Sequence[Told]) -> dict[str, Near]:
    """For each witness that names one of the rarest things its nearest sentences; the sought ones are left out."""
    common = weigh_common(index, sought)
    own = {one.sentence.id for one in sought}
    by_witness: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, weight in sorted(common.items()):
        if index.told[number].sentence.id not in own:
            by_witness[index.names[number]].append((-weight / index.roots[number], number))
    things = {thing for one in sought for thing in one.matter}
    root = math.sqrt(math.fsum(index.weights[thing] for thing in things) / max(1, len(sought))) or 1.0
    return {name: make_near(index, sorted(found)[:CANDIDATES], root) for name, found in by_witness.items()}


def weigh_common(index: Index, sought: Sequence[Told]) -> dict[int, float]:
    """The weight of the rarest things sought that each sentence has, by its number."""
    named = Counter(thing for one in sought for thing in one.matter)
    things = sorted(named, key=lambda one: (-index.weights[one], one))
    usable = [thing for thing in things if named[thing] < len(index.holders[thing]) <= WIDE][:RAREST]
    common: dict[int, float] = defaultdict(float)
    for thing in usable:
        for number in index.holders[thing]:
            common[number] += index.weights[thing]
    return common


def make_near(index: Index, found: Sequence[tuple[float, int]], root: float) -> Near:
    """The nearest sentences of one witness; `root` is that of what the sought ones weigh."""
    nearness = -found[0][0] / root
    return Near(told=tuple(index.told[number] for _, number in found), nearness=round(min(1.0, nearness), 6))


def list_closest(index: Index, sought: Sequence[Told], near: Near) -> list[Told]:
    """The sentences of a witness that are worth reading beside those sought, the most alike first; none where none is.

    Each has at least three things in common with one of those sought, which are `LEAST_LIKE` of what both are about.
    """
    alike = [(-max(likeness(one, other, index.weights) for other in sought), n) for n, one in enumerate(near.told)]
    return [near.told[number] for value, number in sorted(alike) if -value >= LEAST_LIKE]
