"""Figures of several witnesses for one quantity, put side by side.

Two figures are likened by what their sentences are about, rare words and actors weighing more; what leads up to a
sentence counts half. How near the numbers are says nothing: those that differ are what is looked for.

In: annotated sources, the cast. Out: figures. Never: joins what is counted in different units, averages, says which of
them is right; depends on the order of sources.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from generator.collate.casting.actors import Cast
from generator.collate.comparing.figure_frames import find_frame, in_words
from generator.collate.comparing.figure_matter import Given, Period, curated_names, list_given, periods_in
from generator.collate.shingles import WORD, fold
from generator.collate.telling.reports import STEM
from generator.collate.unions import find, unite
from generator.language.figures import measures
from generator.model import (
    AnnotatedSource,
    DateFinding,
    Figure,
    FigureFrame,
    FigureValue,
    Label,
    Quantity,
)
from generator.spans import witness

# How alike what two figures stand in must be (0-1), set by reading the pairs above 0.1 of sets of news that report the
# same events: figures of other things in the same sentences begin to join some way below.
SAME_GROUP = 0.22  # both count, or may count, people of one named group: that narrows down what is meant
SAME_UNIT = 0.33  # both count what is called by one word
PERSONS = 0.36  # both count people, called by different words
MEASURED = 0.42  # money, percentages, durations: sentences have many, and the unit says little
CORRECTED = 0.1  # one source puts its number in the place of the other one's
SAME_CLAUSE = (
    0.7  # of their clauses alone, which then name the same thing in hardly more words: "the repair would cost"
)
MEMBER = 0.05  # between any two figures of a group
LEAST_NAMED = 2  # things that two clauses have in common: what is counted, and what of it
LEAST_SHARED = 3  # things in common beside the unit, whatever their weight
FAR = 180  # days between the dates of two sentences from which on what they count is counted anew
FACTOR = 20.0  # by how much numbers may differ: "30 of a million" is no other figure for the million
RARE = 60  # figures whose sentences have a word, from which on it is too common to look for pairs by it
MOST = 60  # figures of one quantity: more nobody compares, and each is held against each

Weights = Mapping[str, float]


def group_figures(
    readings: Sequence[AnnotatedSource], cast: Cast, labels: Iterable[Label] = (), dates: Iterable[DateFinding] = ()
) -> tuple[Figure, ...]:
    """The figures that at least two witnesses give, by id. The order of the readings does not matter.

    `labels` are the terms that people say mean one thing: sentences that use any of them have that in common.
    """
    groups = frozenset(actor.id for actor in cast.actors if actor.kind == "group")
    curated = curated_names(labels)
    known: dict[str, list[DateFinding]] = defaultdict(list)
    for date in dates:
        known[date.source].append(date)
    given = [
        replace(one, periods=periods_in(one.sentence, known.get(reading.source.id, ())))
        for reading in readings
        for one in list_given(reading, cast, groups, curated)
    ]
    given.sort(key=place)
    weights = weigh(given)
    given = [replace(one, size=size(one, weights)) for one in given]
    grown = grow(given, list_pairs(given, weights), weights)
    figures = [make_figure(group, weights) for group in grown if is_shared(group)]
    return tuple(sorted(figures, key=lambda one: one.id))


def weigh(given: Sequence[Given]) -> Weights:
    """What each thing weighs: the rarer among different sentences, the more."""
    different: dict[str, set[str]] = defaultdict(set)
    for one in given:
        different[one.sentence.text].update(one.matter)
    counts = Counter(thing for matter in different.values() for thing in matter)
    return {thing: math.log(1 + len(different) / count) for thing, count in counts.items()}


def list_pairs(given: Sequence[Given], weights: Weights) -> list[tuple[float, int, int]]:
    """Pairs that may be of one quantity, the most alike first."""
    found = []
    for a, b in sorted(candidates(given)):
        least = needed(given[a], given[b])
        alike = likeness(given[a], given[b], weights) if least is not None else 0.0
        if least is not None and alike >= least:
            found.append((-alike, a, b))
    return sorted(found)


def candidates(given: Sequence[Given]) -> set[tuple[int, int]]:
    """Pairs with something rare in common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(given):
        for thing in one.matter:
            holders[thing].append(number)
    return {pair for found in holders.values() if len(found) <= RARE for pair in combinations(found, 2)}


def needed(a: Given, b: Given) -> float | None:
    """How alike two figures must be for what they count, None where it is not the same."""
    apart = witness(a.figure) == witness(b.figure) or not 1 / FACTOR <= ratio(a, b) <= FACTOR
    other = bool(a.counted) and bool(b.counted) and not a.counted & b.counted
    if apart or other or are_far(a.periods, b.periods):
        return None
    if a.persons and b.persons and a.among & b.among:
        return SAME_GROUP
    if a.unit == b.unit and (a.figure.number in b.refused or b.figure.number in a.refused):
        return CORRECTED
    if a.unit == b.unit:
        return MEASURED if a.unit in measures() else SAME_UNIT
    return PERSONS if a.persons and b.persons else None


def are_far(ours: Sequence[Period], theirs: Sequence[Period]) -> bool:
    """Whether all dates of two sentences are so far apart that these count at different times."""
    gaps = [max(a[0] - b[1], b[0] - a[1]) for a in ours for b in theirs]
    return bool(gaps) and min(gaps) > FAR


def ratio(a: Given, b: Given) -> float:
    """One number over the other; of zeros, 1 where both are."""
    if not b.figure.number:
        return 1.0 if not a.figure.number else math.inf
    return a.figure.number / b.figure.number


def likeness(a: Given, b: Given, weights: Weights) -> float:
    """How much of their matter two figures have in common (0-1): the cosine of their weighted words.

    Where the two clauses say the same of the same thing, what else stands around them tells them not apart.
    """
    clauses = likeness_of_clauses(a, b, weights)
    return clauses if clauses >= SAME_CLAUSE else likeness_of_sentences(a, b, weights)


def likeness_of_clauses(a: Given, b: Given, weights: Weights) -> float:
    """How much of their clauses two figures have in common, in any order of the words."""
    shared = a.clause.keys() & b.clause.keys()
    if a.unit != b.unit or len(shared) < LEAST_NAMED:
        return 0.0
    common = math.fsum(min(weights[a.clause[name]], weights[b.clause[name]]) for name in shared)
    ours, theirs = (math.fsum(weights[thing] for thing in one.clause.values()) for one in (a, b))
    return common / math.sqrt(ours * theirs)


def likeness_of_sentences(a: Given, b: Given, weights: Weights) -> float:
    """How much of their sentences, and of those before, two figures have in common."""
    shared = a.matter.keys() & b.matter.keys()
    if len(shared) < LEAST_SHARED:
        return 0.0
    common = math.fsum(weights[thing] * math.sqrt(a.matter[thing] * b.matter[thing]) for thing in shared)
    return common / math.sqrt(a.size * b.size)


def size(one: Given, weights: Weights) -> float:
    """How much matter a figure has."""
    return math.fsum(weights[thing] * share for thing, share in one.matter.items())


def grow(given: Sequence[Given], pairs: Iterable[tuple[float, int, int]], weights: Weights) -> list[list[Given]]:
    """Groups grown from the most alike pair on, up to `MOST`; none takes a figure that one of its members denies."""
    roots = {str(number): str(number) for number in range(len(given))}
    members = {str(number): [given[number]] for number in range(len(given))}
    for _, a, b in pairs:
        first, second = find(roots, str(a)), find(roots, str(b))
        ours, theirs = members[first], members[second]
        if first != second and len(ours) + len(theirs) <= MOST and agree(ours, theirs, weights):
            unite(roots, first, second)
            members[find(roots, first)] = ours + theirs
    return [members[root] for root in sorted({find(roots, member) for member in roots}, key=int)]


def agree(ours: Sequence[Given], theirs: Sequence[Given], weights: Weights) -> bool:
    """Whether all figures of two groups may be of one quantity: two of one sentence are not, but as ends of a range."""
    return all(
        a.sentence.id != b.sentence.id
        and (witness(a.figure) == witness(b.figure) or needed(a, b) is not None)
        and likeness(a, b, weights) >= MEMBER
        for a in ours
        for b in theirs
    )


def is_shared(group: Sequence[Given]) -> bool:
    """Whether two witnesses at least give a figure."""
    return len({witness(one.figure) for one in group}) > 1


def make_figure(group: Sequence[Given], weights: Weights) -> Figure:
    """The figure of a group; its id is that of its first value."""
    ordered = sorted(group, key=place)
    frame = choose_frame(ordered, weights)
    return Figure(
        id=ordered[0].id,
        what=in_words(frame),
        values=tuple(as_value(figure) for one in list_once(ordered) for figure in (one.figure, one.end) if figure),
        curated=None,
        frame=frame,
    )


def list_once(group: Sequence[Given]) -> list[Given]:
    """The figures without those that a witness gives again as they are, in its title or further on."""
    firsts: dict[tuple[str, float, str | None, float | None], Given] = {}
    for one in sorted(group, key=lambda one: (one.sentence.role != "body", place(one))):
        end = one.end.number if one.end else None
        firsts.setdefault((witness(one.figure), one.figure.number, one.figure.qualifier, end), one)
    return sorted(firsts.values(), key=place)


def place(one: Given) -> tuple[str, int]:
    """Where a figure sorts."""
    return one.figure.source, one.figure.start


def choose_frame(group: Sequence[Given], weights: Weights) -> FigureFrame:
    """Of the words that stand around the figures those that have most of what the sentences share."""
    counts = Counter(thing for one in group for thing in one.matter)
    frames = [find_frame(one.sentence, one.figure, one.end or one.figure) for one in group]

    def shared(frame: FigureFrame) -> float:
        stems = {fold(word.group())[:STEM] for word in WORD.finditer(in_words(frame))}
        return math.fsum(sorted(weights[stem] for stem in stems if counts[stem] > 1))

    return min(frames, key=lambda frame: (-shared(frame), len(in_words(frame))))


def as_value(figure: Quantity) -> FigureValue:
    """A quantity as the dossier has it."""
    return FigureValue(
        source=figure.source, part=figure.part, start=figure.start, end=figure.end, text=figure.text,
        number=figure.number, unit=figure.unit, qualifier=figure.qualifier,
    )  # fmt: skip
