"""The passage of each witness that comes nearest to what some sentences tell.

In: what all sentences tell. Out: for each witness its nearest sentences, and the one worth reading, if any is.
Never: says whether it tells the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.collate.comparing.closest import Things, find_things, is_denied, is_one_act, nearness
from generator.collate.telling.joining import Weights, place, weigh
from generator.collate.telling.reports import Told
from generator.model import Record
from generator.spans import witness

RAREST = 16  # things by which a passage is looked for, the rarest that other sentences name as well
CANDIDATES = 8  # sentences of a witness that are held against each of those sought
WIDE = 120  # sentences that have a thing, from which on it is too common to look for passages by it


class Index(Record, frozen=True, kw_only=True):
    """All sentences, what each is about, where each thing stands among them, what it weighs, the root of what each
    sentence weighs in all, and its witness.

    `weights` are those of matter as it is written, `akin_weights` those of things with akin words as one. `numbers`
    are by the ids of sentences and the numbers of their clauses.
    """

    told: tuple[Told, ...]
    numbers: dict[tuple[str, int | None], int]
    things: tuple[Things, ...]
    holders: dict[str, list[int]]
    weights: Weights
    akin_weights: Weights
    roots: tuple[float, ...]
    names: tuple[str, ...]


class Near(Record, frozen=True, kw_only=True):
    """The sentences of a witness that come nearest, by number, and how near the first comes (0-1): its share of the
    weight that is looked for."""

    numbers: tuple[int, ...]
    nearness: float


def make_index(told: Iterable[Told]) -> Index:
    """The index; the order of the sentences given does not matter."""
    ordered = tuple(sorted(told, key=place))
    things = tuple(find_things(one) for one in ordered)
    weights = weigh(replace(one, matter=own.all) for one, own in zip(ordered, things, strict=True))
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(things):
        for thing in own.all:
            holders[thing].append(number)
    sizes = (math.fsum(weights[thing] for thing in own.all) for own in things)
    return Index(
        told=ordered,
        numbers={(one.sentence.id, one.number): number for number, one in enumerate(ordered)},
        things=things,
        holders=holders,
        weights=weigh(ordered),
        akin_weights=weights,
        roots=tuple(math.sqrt(size) or 1.0 for size in sizes),
        names=tuple(witness(one.sentence) for one in ordered),
    )


def things_of(index: Index, told: Told) -> Things:
    """What a sentence of the index is about."""
    return index.things[index.numbers[told.sentence.id, told.number]]


def find_nearest(index: Index, sought: Sequence[Told]) -> dict[str, Near]:
    """For each witness that names one of the rarest things its nearest sentences; the sought ones are left out."""
    common = weigh_common(index, sought)
    own = {one.sentence.id for one in sought}
    by_witness: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, weight in sorted(common.items()):
        if index.told[number].sentence.id not in own:
            by_witness[index.names[number]].append((-weight / index.roots[number], number))
    things = {thing for one in sought for thing in things_of(index, one).all}
    root = math.sqrt(math.fsum(index.akin_weights[thing] for thing in things) / max(1, len(sought))) or 1.0
    return {name: make_near(index, sorted(found)[:CANDIDATES], root) for name, found in by_witness.items()}


def weigh_common(index: Index, sought: Sequence[Told]) -> dict[int, float]:
    """The weight of the rarest things sought that each sentence has, by its number."""
    named = Counter(thing for one in sought for thing in things_of(index, one).all)
    things = sorted(named, key=lambda one: (-index.akin_weights[one], one))
    usable = [thing for thing in things if named[thing] < len(index.holders[thing]) <= WIDE][:RAREST]
    common: dict[int, float] = defaultdict(float)
    for thing in usable:
        for number in index.holders[thing]:
            common[number] += index.akin_weights[thing]
    return common


def make_near(index: Index, found: Sequence[tuple[float, int]], root: float) -> Near:
    """The nearest sentences of one witness; `root` is that of what the sought ones weigh."""
    first = -found[0][0] / root
    return Near(numbers=tuple(number for _, number in found), nearness=round(min(1.0, first), 6))


def list_closest(index: Index, sought: Sequence[Told], near: Near) -> list[Told]:
    """The sentences of a witness that are worth reading beside those sought, the nearest first; none where none is.

    What tells of the same act comes first, what denies something that is sought last.
    """
    wanted = [(one, things_of(index, one)) for one in sought]
    found: list[tuple[bool, bool, float, int]] = []
    for order, number in enumerate(near.numbers):
        one, own = index.told[number], index.things[number]
        value = max(nearness(one, other, own, theirs, index.akin_weights) for other, theirs in wanted)
        denied = any(is_denied(own, theirs) for _, theirs in wanted)
        other_act = not any(is_one_act(own, theirs) for _, theirs in wanted)
        if value:
            found.append((denied, other_act, -value, order))
    return [index.told[near.numbers[order]] for *_, order in sorted(found)]
