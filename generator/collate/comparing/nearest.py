"""The passage of each witness that comes nearest to what some sentences tell.

In: what all sentences tell. Out: for each witness its nearest sentence. Never: says whether it tells the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.collate.telling.joining import Weights, place, weigh
from generator.collate.telling.reports import Told
from generator.model import Record
from generator.spans import witness

RAREST = 16  # things by which a passage is looked for, the rarest that other sentences name as well
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
    """A sentence with how near it comes (0-1): the share of weight that it has in common with what is looked for."""

    told: Told
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
    """For each witness that names one of the rarest things its nearest sentence; the sought ones are left out."""
    things = sorted({thing for one in sought for thing in one.matter}, key=lambda one: (-index.weights[one], one))
    named = Counter(thing for one in sought for thing in one.matter)
    usable = [thing for thing in things if named[thing] < len(index.holders[thing]) <= WIDE][:RAREST]
    common: dict[int, float] = defaultdict(float)
    for thing in usable:
        for number in index.holders[thing]:
            common[number] += index.weights[thing]
    least = math.fsum(index.weights[thing] for thing in things) / max(1, len(sought)) or 1.0
    own = {one.sentence.id for one in sought}
    best: dict[str, tuple[float, int]] = {}
    for number in sorted(common):
        nearness = common[number] / index.roots[number]
        name = index.names[number]
        if (name not in best or nearness > best[name][0]) and index.told[number].sentence.id not in own:
            best[name] = nearness, number
    root = math.sqrt(least)
    return {
        name: Near(told=index.told[number], nearness=round(min(1.0, nearness / root), 6))
        for name, (nearness, number) in best.items()
    }
