"""The passage of each witness that comes nearest to what some sentences tell.

In: what all sentences tell. Out: for each witness its nearest sentence. Never: says whether it tells the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.collate.joining import Weights, place, weigh
from generator.collate.reports import Told
from generator.model import Record
from generator.spans import witness

RAREST = 16  # things by which a passage is looked for, the rarest that other sentences name as well
WIDE = 400  # sentences that have a thing, from which on it is too common to look for passages by it


class Index(Record, frozen=True, kw_only=True):
    """All sentences, where each thing stands among them, what it weighs, and what each sentence weighs in all."""

    told: tuple[Told, ...]
    holders: dict[str, list[int]]
    weights: Weights
    sizes: tuple[float, ...]


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
    sizes = tuple(math.fsum(weights[thing] for thing in one.matter) for one in ordered)
    return Index(told=ordered, holders=holders, weights=weights, sizes=sizes)


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
    found: dict[str, Near] = {}
    for number in sorted(common):
        told = index.told[number]
        nearness = min(1.0, common[number] / math.sqrt(least * index.sizes[number]))
        name = witness(told.sentence)
        if told.sentence.id not in own and (name not in found or nearness > found[name].nearness):
            found[name] = Near(told=told, nearness=round(nearness, 6))
    return found
