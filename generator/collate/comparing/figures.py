"""Figures of several witnesses for one quantity, put side by side.

Two figures are likened by what their sentences are about, rare words and actors weighing more; what leads up to a
sentence counts half. How near the numbers are says nothing: those that differ are what is looked for.

In: annotated sources, the cast. Out: figures. Never: joins what is counted in different units, averages, says which of
them is right; depends on the order of sources.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from generator.collate.casting.actors import Cast, actors_within
from generator.collate.comparing.figure_frames import find_frame, in_words
from generator.collate.shingles import WORD, fold
from generator.collate.telling.reports import STEM, list_matter
from generator.collate.unions import find, unite
from generator.language.figures import PEOPLE, figure_words, measures
from generator.model import AnnotatedSource, Figure, FigureFrame, FigureValue, Label, Quantity, Record, Sentence, Span
from generator.spans import anchor_ids, overlap, sentence_at, within, witness

# How alike what two figures stand in must be (0-1), set by reading the pairs above 0.1 of sets of news that report the
# same events: figures of other things in the same sentences begin to join some way below.
SAME_GROUP = 0.22  # both count, or may count, people of one named group: that narrows down what is meant
SAME_UNIT = 0.33  # both count what is called by one word
PERSONS = 0.36  # both count people, called by different words
MEASURED = 0.42  # money, percentages, durations: sentences have many, and the unit says little
MEMBER = 0.05  # between any two figures of a group
LEAST_SHARED = 3  # things in common beside the unit, whatever their weight
BEFORE = 0.5  # what a word of the sentence before weighs beside one of the sentence itself
FACTOR = 20.0  # by how much numbers may differ: "30 of a million" is no other figure for the million
RARE = 60  # figures whose sentences have a word, from which on it is too common to look for pairs by it
MOST = 60  # figures of one quantity: more nobody compares, and each is held against each

Weights = Mapping[str, float]
Names = Mapping[str, Sequence[tuple[Span, str]]]  # by source, with the id of the label


class Given(Record, frozen=True, kw_only=True):
    """A figure as one source gives it; of a range `end` is its other end.

    `matter` weighs what its sentence and the one before are about, 1 or `BEFORE`. The number is among it: rare as it
    is, it is one more thing in common. `unit` is the stem by which what is counted is known. `counted` are the actors
    that are counted, `among` the groups of which "people" may be meant. `size` is the weight of all its matter.
    """

    figure: Quantity
    end: Quantity | None
    id: str
    sentence: Sentence
    matter: dict[str, float]
    unit: str
    counted: frozenset[str]
    among: frozenset[str]
    persons: bool
    size: float = 0.0


def group_figures(readings: Sequence[AnnotatedSource], cast: Cast, labels: Iterable[Label] = ()) -> tuple[Figure, ...]:
    """The figures that at least two witnesses give, by id. The order of the readings does not matter.

    `labels` are the terms that people say mean one thing: sentences that use any of them have that in common.
    """
    groups = frozenset(actor.id for actor in cast.actors if actor.kind == "group")
    curated = curated_names(labels)
    given = [one for reading in readings for one in list_given(reading, cast, groups, curated)]
    given.sort(key=place)
    weights = weigh(given)
    given = [replace(one, size=size(one, weights)) for one in given]
    grown = grow(given, list_pairs(given, weights), weights)
    figures = [make_figure(group, weights) for group in grown if is_shared(group)]
    return tuple(sorted(figures, key=lambda one: one.id))


def curated_names(labels: Iterable[Label]) -> Names:
    """Where each source uses a curated name, with the id of its label."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for label in labels:
        for use in label.uses:
            found[use.source].extend((span, label.id) for span in use.spans)
    return found


def list_given(reading: AnnotatedSource, cast: Cast, groups: frozenset[str], curated: Names) -> Iterator[Given]:
    """The figures of one source with what they are about; `groups` are the actors that are groups of people."""
    names = curated.get(reading.source.id, ())
    ids = anchor_ids("n", reading.figures)
    for figure, end, id in zip(reading.figures, [*reading.figures[1:], None], ids, strict=False):
        sentence = sentence_at(reading.sentences, figure.start)
        if sentence is not None and figure.qualifier != "to":
            given = make_given(reading, cast, figure, id, sentence, groups)
            called = {f"={label}": 1.0 for span, label in names if overlap(span, sentence)}
            is_range = figure.qualifier == "from" and end is not None and end.qualifier == "to"
            yield replace(given, end=end if is_range else None, matter=called | given.matter)


def make_given(
    reading: AnnotatedSource, cast: Cast, figure: Quantity, id: str, sentence: Sentence, groups: frozenset[str]
) -> Given:
    """One figure with what it is about."""
    matter = matter_of(reading, cast, sentence)
    counted = frozenset(actors_within(cast, reading, figure.start, figure.end))
    named = frozenset(actor for actor in groups if f"@{actor}" in matter)
    return Given(
        figure=figure,
        end=None,
        id=id,
        sentence=sentence,
        matter=matter | {f"#{figure.number:.15g}": 1.0},
        unit=figure.unit if figure.unit in measures() else fold(figure.unit)[:STEM],
        counted=counted,
        among=counted or (named if figure.unit == PEOPLE else frozenset()),
        persons=figure.unit in {PEOPLE, *figure_words(sentence.language).persons} or not counted.isdisjoint(groups),
    )


def matter_of(reading: AnnotatedSource, cast: Cast, sentence: Sentence) -> dict[str, float]:
    """What a sentence is about, and half as much what the one before it in its paragraph is."""
    found = dict.fromkeys(things_in(reading, cast, sentence), 1.0)
    before = sentence_before(reading, sentence)
    for thing in things_in(reading, cast, before) if before else ():
        found.setdefault(thing, BEFORE)
    return found


def sentence_before(reading: AnnotatedSource, sentence: Sentence) -> Sentence | None:
    """The sentence before it in the same paragraph."""
    before = sentence_at(reading.sentences, max(0, sentence.start - 2))
    same = before is not None and before.paragraph == sentence.paragraph and before.part == sentence.part
    return before if same and before is not sentence else None


def things_in(reading: AnnotatedSource, cast: Cast, sentence: Sentence) -> Iterator[str]:
    """The stems of the words outside names and figures, and the actors."""
    names = within(reading.mentions, sentence.start, sentence.end)
    figures = within(reading.figures, sentence.start, sentence.end)
    empty = {word[:STEM] for word in figure_words(sentence.language).before_nouns}
    yield from (stem for stem in list_matter(sentence, [*names, *figures]) if stem not in empty)
    yield from (f"@{actor}" for actor in actors_within(cast, reading, sentence.start, sentence.end))


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
    if apart or other:
        return None
    if a.persons and b.persons and a.among & b.among:
        return SAME_GROUP
    if a.unit == b.unit:
        return MEASURED if a.unit in measures() else SAME_UNIT
    return PERSONS if a.persons and b.persons else None


def ratio(a: Given, b: Given) -> float:
    """One number over the other; of zeros, 1 where both are."""
    if not b.figure.number:
        return 1.0 if not a.figure.number else math.inf
    return a.figure.number / b.figure.number


def likeness(a: Given, b: Given, weights: Weights) -> float:
    """How much of their matter two figures have in common (0-1): the cosine of their weighted words."""
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
