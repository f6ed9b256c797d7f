"""What each figure of a source is about: the words and actors of its sentence, what it counts, when.

In: a reading, the cast, what people say means one thing, dates. Out: figures with their matter. Never: compares two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from generator import edtf
from generator.collate.casting.actors import Cast, actors_within
from generator.collate.comparing.figure_refusals import is_given, is_refused, list_denied
from generator.collate.parsing.clauses import divide
from generator.collate.shingles import fold
from generator.collate.telling.reports import STEM, list_matter
from generator.language.figures import PEOPLE, figure_words, measures
from generator.model import AnnotatedSource, DateFinding, Label, Quantity, Record, Sentence, Span
from generator.spans import anchor_ids, overlap, sentence_at, within

BEFORE = 0.5  # what a word of the sentence before weighs beside one of the sentence itself

BESIDE = 60  # characters between a number that is refused and the one in its place
ENDING = "s"  # of plurals, in most of the languages, and of verbs in English: "costs", "the repair would cost"
NO_MATTER: Mapping[str, str] = MappingProxyType({})

Period = tuple[int, int]  # first and last day, as ordinals
Names = Mapping[str, Sequence[tuple[Span, str]]]  # by source, with the id of the label


class Given(Record, frozen=True, kw_only=True):
    """A figure as one source gives it; of a range `end` is its other end.

    `matter` weighs what its sentence and the one before are about, 1 or `BEFORE`. The number is among it: rare as it
    is, it is one more thing in common. `unit` is the stem by which what is counted is known. `counted` are the actors
    that are counted, `among` the groups of which "people" may be meant. `periods` are those that its sentence dates.
    `size` is the weight of all its matter, `clause` what the clause around it alone is about, each thing by its name
    without an ending. `refused` are the numbers in whose place its sentence puts it: who gives one of them gives that
    for the same thing.
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
    periods: tuple[Period, ...] = ()
    size: float = 0.0
    clause: Mapping[str, str] = NO_MATTER
    refused: frozenset[float] = frozenset()


def curated_names(labels: Iterable[Label]) -> Names:
    """Where each source uses a curated name, with the id of its label."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for label in labels:
        for use in label.uses:
            found[use.source].extend((span, label.id) for span in use.spans)
    return found


def list_given(reading: AnnotatedSource, cast: Cast, groups: frozenset[str], curated: Names) -> Iterator[Given]:
    """The figures of one source with what they are about; `groups` are the actors that are groups of people."""
    names, denied = curated.get(reading.source.id, ()), list_denied(reading)
    ids = anchor_ids("n", reading.figures)
    for figure, end, id in zip(reading.figures, [*reading.figures[1:], None], ids, strict=False):
        sentence = sentence_at(reading.sentences, figure.start)
        if sentence is not None and figure.qualifier != "to" and is_given(sentence, figure, denied):
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
    refused = refused_for(reading, sentence, figure)
    numbers = {f"#{number:.15g}": 1.0 for number in (figure.number, *sorted(refused))}
    return Given(
        figure=figure,
        end=None,
        id=id,
        sentence=sentence,
        matter=matter | numbers,
        unit=figure.unit if figure.unit in measures() else fold(figure.unit)[:STEM],
        counted=counted,
        among=counted or (named if figure.unit == PEOPLE else frozenset()),
        persons=figure.unit in {PEOPLE, *figure_words(sentence.language).persons} or not counted.isdisjoint(groups),
        clause={
            thing.removesuffix(ENDING): thing for thing in things_in(reading, cast, clause_around(sentence, figure))
        },
        refused=refused,
    )


def refused_for(reading: AnnotatedSource, sentence: Sentence, figure: Quantity) -> frozenset[float]:
    """The numbers of the same unit that the sentence refuses beside a figure."""
    first, last = max(sentence.start, figure.start - BESIDE), min(sentence.end, figure.end + BESIDE)
    others = within(reading.figures, first, last)
    return frozenset(one.number for one in others if one.unit == figure.unit and is_refused(sentence, one))


def clause_around(sentence: Sentence, figure: Quantity) -> Sentence:
    """The clause of a sentence in which a figure begins."""
    start = figure.start - sentence.start
    clause = next(piece for piece in divide(sentence.text, sentence.language, ()) if start < piece.end)
    first, last = sentence.start + clause.start, sentence.start + clause.end
    return replace(sentence, start=first, end=last, text=sentence.text[clause.start : clause.end])


def periods_in(sentence: Sentence, dates: Sequence[DateFinding]) -> tuple[Period, ...]:
    """The first and last days of the dates in a sentence; those without a place in time are left out."""
    values = [date.edtf for date in within(dates, sentence.start, sentence.end) if date.edtf]
    ends = [(edtf.earliest(value), edtf.latest(value)) for value in values]
    return tuple((first.toordinal(), last.toordinal()) for first, last in ends if first and last)


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
