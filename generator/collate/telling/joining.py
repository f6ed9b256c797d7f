"""Reports of several witnesses joined where they tell of the same thing at the same time.

Two reports are likened by what they have in common of their matter, rare words weighing more. A group grows from the
most alike pair on, and takes a report only if none of its members speaks against it.

In: what sentences tell. Out: groups of them. Never: joins different speakers or different actors; depends on order.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator import edtf
from generator.collate.telling.reports import Told
from generator.model import Record

# How alike two reports must be (0-1), chosen by reading all pairs above 0.2 among the 1,100 dated sentences of 290
# articles: the nine above these values are right, of the ten up to a tenth below them two are.
SAME_DAY = 0.3  # dated to the same day by different witnesses
SAME_SPEAKER = 0.22  # the same, and both tell what one person says
SAME_SOURCE = 0.45  # dated to the same day by one witness, who rarely tells a thing twice
VAGUE = 0.6  # dated to periods of which one lies in the other
VAGUE_WORDS = 0.3  # the same, and both tell what one person says
OTHER_DAY = 0.85  # dated to days next to each other: copies with a date changed
SAME_NEWS = 0.35  # one of them takes that day from the account in which it stands
NEXT_NEWS = 0.45  # one takes the day from the publication of its text, and the other has one next to it
TOLD_AGAIN = 0.75  # the same witness tells both, and one of them gives no date
MEMBER = 0.2  # between any two members of a group
LEAST_SHARED = 3  # things in common, whatever their weight
NEAR_DAYS = 2  # days between two dates of one thing
WIDE = 300  # reports of one date that have a word, from which on it is too common to look for pairs by it
RARE = 40  # the same among reports of different dates

Weights = Mapping[str, float]


class Pair(NamedTuple):
    """Two reports by number, sorted so that the most alike pair comes first."""

    unlikeness: float
    a: int
    b: int


class Strand(Record, frozen=True, kw_only=True):
    """Reports with the same words and the same date, which are one for joining. `told` is their first."""

    told: Told
    copies: tuple[Told, ...]


def group_dated(told: Sequence[Told], weights: Weights) -> list[list[Told]]:
    """The reports in groups that have a date or take one from the account in which they stand."""
    strands = list_strands([item for item in told if item.date or item.carried])
    groups = grow(strands, list_pairs(strands, weights), weights)
    return [[copy for number in group for copy in strands[number].copies] for group in groups]


def weigh(told: Iterable[Told]) -> Weights:
    """What each word of matter weighs: the rarer among different sentences, the more."""
    different = {(item.wording, item.matter) for item in told}
    counts = Counter(word for _, matter in different for word in matter)
    return {word: math.log(1 + len(different) / count) for word, count in counts.items()}


def list_strands(told: Iterable[Told]) -> list[Strand]:
    """Equal reports put together, in the order of source and place of their first."""
    equal: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for item in sorted(told, key=place):
        equal[item.wording, value_of(item)].append(item)
    return [Strand(told=copies[0], copies=tuple(copies)) for copies in equal.values()]


def place(told: Told) -> tuple[str, int]:
    """The source and where in it."""
    return told.sentence.source, told.sentence.start


def value_of(told: Told) -> str:
    """The EDTF value of the report's date, else of the day that it takes from elsewhere; "" where it has neither."""
    if told.date:
        return told.date.edtf or ""
    return told.carried.edtf if told.carried else ""


def likeness(a: Told, b: Told, weights: Weights) -> float:
    """How much of their matter two reports have in common (0-1): the cosine of their weighted words."""
    shared = a.matter & b.matter
    if len(shared) < LEAST_SHARED and a.wording != b.wording:
        return 0.0
    common = math.fsum(weights[word] for word in shared)
    size = math.fsum(weights[word] for word in a.matter) * math.fsum(weights[word] for word in b.matter)
    return common / math.sqrt(size) if size else 0.0


def conflict(a: Told, b: Told) -> bool:
    """Whether two reports cannot be of one thing: other speakers, no actor in common, or one of them negated."""
    if a.sentence.id == b.sentence.id:
        return True
    other_speakers = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker
    other_actors = bool(a.actors) and bool(b.actors) and not a.actors & b.actors
    return other_speakers or other_actors or a.negated != b.negated


def needed(a: Told, b: Told) -> float | None:
    """How alike two reports must be for their dates, None where these exclude each other."""
    first, second = value_of(a), value_of(b)
    if (a.carried and not a.date) or (b.carried and not b.date):
        return needed_where_carried(a, b)
    sharp = edtf.precision(first) == edtf.precision(second) == "day"
    same = first == second or (first[4:] == second[4:] and "XXXX" in {first[:4], second[:4]})
    one_source = a.sentence.source == b.sentence.source
    one_witness = one_source and a.sentence.part == b.sentence.part
    if same and (sharp or "XXXX" in first + second):
        one_speaker = a.speaker is not None and a.speaker == b.speaker
        return SAME_SOURCE if one_witness else SAME_SPEAKER if one_speaker else SAME_DAY
    if sharp:
        return OTHER_DAY if not one_source and days_between(first, second) <= NEAR_DAYS else None
    if first == second or edtf.covers(first, second) or edtf.covers(second, first):
        return VAGUE_WORDS if a.speaker is not None and a.speaker == b.speaker and not one_witness else VAGUE
    return None


def needed_where_carried(a: Told, b: Told) -> float | None:
    """How alike two reports must be of which one takes its day from the account in which it stands."""
    if a.sentence.source == b.sentence.source and a.sentence.part == b.sentence.part:
        return TOLD_AGAIN
    first, second = value_of(a), value_of(b)
    if not edtf.precision(first) == edtf.precision(second) == "day":
        return VAGUE if edtf.covers(first, second) or edtf.covers(second, first) else None
    if first.rstrip("~") == second.rstrip("~"):
        return SAME_NEWS
    return NEXT_NEWS if days_between(first, second) <= NEAR_DAYS and "~" in first + second else None


def days_between(first: str, second: str) -> int:
    """How many days lie between two full dates, a great number where one is before 1 AD."""
    a, b = edtf.earliest(first), edtf.earliest(second)
    return abs((a - b).days) if a and b else NEAR_DAYS + 1


def list_pairs(strands: Sequence[Strand], weights: Weights) -> list[Pair]:
    """The pairs that are alike enough for their dates, the most alike first."""
    found = []
    for a, b in sorted(set(candidates(strands))):
        first, second = strands[a].told, strands[b].told
        least = needed(first, second)
        if least is not None and not conflict(first, second):
            alike = likeness(first, second, weights)
            if alike >= least:
                found.append(Pair(-alike, a, b))
    return sorted(found)


def candidates(strands: Sequence[Strand]) -> Iterator[tuple[int, int]]:
    """Pairs with matter in common: of one date by most words, of different dates by rare ones."""
    by_date: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for word in sorted(strand.told.matter):
            by_date[value_of(strand.told).rstrip("~"), word].append(number)
            by_word[word].append(number)
    for holders in (found for found in by_date.values() if len(found) <= WIDE):
        yield from combinations(holders, 2)
    for holders in (found for found in by_word.values() if len(found) <= RARE):
        yield from combinations(holders, 2)


def grow(strands: Sequence[Strand], pairs: Iterable[Pair], weights: Weights) -> list[list[int]]:
    """Groups of reports by number, each sorted: pair after pair joined where all members agree."""
    group_of = {number: [number] for number in range(len(strands))}
    for pair in pairs:
        ours, theirs = group_of[pair.a], group_of[pair.b]
        if ours is not theirs and all(agree(strands[a].told, strands[b].told, weights) for a in ours for b in theirs):
            ours.extend(theirs)
            group_of.update(dict.fromkeys(theirs, ours))
    return sorted(list(group) for group in {tuple(sorted(group)) for group in group_of.values()})


def agree(a: Told, b: Told, weights: Weights) -> bool:
    """Whether two reports can be members of one group."""
    return needed(a, b) is not None and not conflict(a, b) and likeness(a, b, weights) >= MEMBER
