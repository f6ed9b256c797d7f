"""The dates of a sentence's further clauses: "was born in 1955 and founded the mill in 1976", "which it sold in 2014".

In: what a sentence tells, the dates in it. Out: what its dated clauses tell, each for itself. Never: a clause without a
verb that tells an act as past; a date that bounds or names something.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.collate.casting.actors import Cast
from generator.collate.parsing.acts import find_act_within, is_participial
from generator.collate.parsing.clauses import divide
from generator.collate.parsing.predicate_dates import is_plan, list_marked, sharpest
from generator.collate.parsing.predicates import is_attribute, is_bound
from generator.collate.shingles import WORD, fold
from generator.collate.telling.reports import Told, list_matter
from generator.language.dates import ATTRIBUTE
from generator.language.reports import report_words
from generator.language.speech import speech
from generator.language.telling import may_be_past
from generator.model import DateFinding, Mention, Quote, Sentence
from generator.spans import overlap

TIMING_WORDS = 4  # behind "and" before its verb, as in "and on 4 May 1998 sold it"
PLACED = ("DATE", "TIME")  # types of expressions that can have a place in time

Range = tuple[int, int]


def list_clauses(
    item: Told, dates: Sequence[DateFinding], quotes: Sequence[Quote], mentions: Sequence[Mention], cast: Cast
) -> list[Told]:
    """What the dated clauses of a sentence tell beside its main one, in text order.

    Where the main clause tells nothing that could have a day, the first of them is what the sentence tells.
    """
    sentence = item.sentence
    placed = sorted((date for date in dates if date.type in PLACED), key=lambda date: (date.start, date.end))
    usable = list(list_usable(sentence, placed, quotes))
    found = []
    for start, end in list_ranges(sentence, placed) if usable else ():
        own = sharpest(date for date in usable if start <= date.start - sentence.start < end)
        mains = [item.date.start - sentence.start] if item.date else []
        mains += [item.act.start] if item.act else []
        holds_main = any(start <= offset < end for offset in mains)
        before = sentence.text[start : own.start - sentence.start] if own else ""
        if own and not holds_main and not is_bound(before, sentence.language):
            found.append(tell_clause(item, (start, end), own, placed.index(own), quotes, mentions, cast))
    found = [clause for clause in found if clause.actors]
    if found and item.date is None and item.act is None:
        found[0] = replace(found[0], number=None)
    return found


def list_usable(sentence: Sentence, dates: Iterable[DateFinding], quotes: Sequence[Quote]) -> Iterator[DateFinding]:
    """The dates that may be those of a clause: in nobody's own words and in no plan, and no attribute of a noun."""
    marked, contents = list_marked(quotes), [quote for quote in quotes if quote.kind == "indirect"]
    for date in dates:
        first, last = date.start - sentence.start, date.end - sentence.start
        held = any(overlap(date, quote) for quote in marked) or is_plan(sentence, date, contents)
        named = date.rule == ATTRIBUTE or is_attribute(sentence.text[:first], sentence.text[last:], sentence.language)
        if not held and not named:
            yield date


def list_ranges(sentence: Sentence, dates: Sequence[DateFinding]) -> Iterator[Range]:
    """The clauses that tell an act as past: between commas, behind a relative, behind "and" with a verb of its own."""
    text, language = sentence.text, sentence.language
    places = [(date.start - sentence.start, date.end - sentence.start) for date in dates]
    borders = sorted({piece.start for piece in divide(text, language, places)} | set(find_joints(text, language)))
    ends = [*borders[1:], len(text)]
    for start, end in zip(borders, ends, strict=True):
        if find_act_within(text, start, end, language) or is_participial(text[start:end], language):
            yield start, end


def find_joints(text: str, language: str) -> Iterator[int]:
    """Where a conjunction that adds something opens a clause: a verb in the past follows it, or a date and such."""
    adding = speech(language).conjunctions & report_words(language).openings
    words = list(WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    for number, word in enumerate(folded):
        if word not in adding or number == 0 or may_be_past(folded[number - 1], language):
            continue
        following = folded[number + 1 : number + 1 + TIMING_WORDS]
        opens = following[:1] and (may_be_past(following[0], language) or following[0] in speech(language).prepositions)
        if opens and any(may_be_past(one, language) for one in following):
            yield words[number].start()


def tell_clause(
    item: Told,
    place: Range,
    date: DateFinding,
    number: int,
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    cast: Cast,
) -> Told:
    """What a clause of the sentence tells: of those named in it, and of the subject where it has none of its own."""
    start, end = (item.sentence.start + offset for offset in place)
    inside = [mention for mention in mentions if start <= mention.start < end]
    actors = {cast.ids[mention.source, mention.candidate] for mention in inside}
    actors |= find_subject_before(item, place, mentions, cast)
    contents = [quote for quote in quotes if quote.kind == "indirect" and overlap(quote, date)]
    piece = replace(item.sentence, start=start, end=end, text=item.sentence.text[slice(*place)])
    return replace(
        item,
        date=date,
        statement=bool(contents),
        speaker=next((quote.speaker for quote in contents), None),
        matter=frozenset({*list_matter(piece, [*mentions, date]), *(f"@{actor}" for actor in actors)}),
        actors=frozenset(actors),
        wording=" ".join(fold(word.group()) for word in WORD.finditer(piece.text)),
        utterances=frozenset(),
        weekdays=frozenset(),
        act=None,
        carried=None,
        loosely_dated=False,
        clause=place,
        number=number,
    )


def find_subject_before(item: Told, place: Range, mentions: Sequence[Mention], cast: Cast) -> set[str]:
    """Who does what a clause without a subject of its own tells: who stands right before it, else the sentence's."""
    text, language = item.sentence.text, item.sentence.language
    words = [fold(word.group()) for word in WORD.finditer(text, *place)][:2]
    words = words[1:] if words and words[0] in speech(language).conjunctions else words
    relative = bool(words) and words[0] in speech(language).relatives
    if not words or not (relative or may_be_past(words[0], language)):
        return set()
    start = item.sentence.start
    earlier = (one for one in mentions if one.end - start <= place[0])
    right_before = [one for one in earlier if not WORD.search(text[one.end - start : place[0]])]
    antecedent = {cast.ids[one.source, one.candidate] for one in right_before}
    return antecedent or ({item.subject} if item.subject and not relative else set())


def without_clauses(item: Told, clauses: Iterable[Told], mentions: Iterable[Mention], cast: Cast) -> Told:
    """What a sentence tells without those whom it names only in clauses that have an event of their own."""
    places = [clause.clause for clause in clauses if clause.clause]
    inside: set[str] = set()
    outside: set[str] = set()
    for mention in mentions:
        at = mention.start - item.sentence.start
        held = any(start <= at < end for start, end in places)
        (inside if held else outside).add(cast.ids[mention.source, mention.candidate])
    gone = inside - outside
    return replace(item, actors=item.actors - gone, matter=item.matter - {f"@{actor}" for actor in gone})
