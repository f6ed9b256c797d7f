"""What each sentence tells: when, what about, and whether it is someone's saying.

In: one reading with its resolved dates and quotations. Out: what its sentences tell, in text order.
Never: joins, looks at another source.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator import edtf
from generator.collate.actor_names import is_by_name
from generator.collate.actors import Cast, actors_within
from generator.collate.predicates import dates_predicate, opens_second_clause
from generator.collate.shingles import WORD, fold
from generator.collate.subjects import find_subject
from generator.language.reports import function_words, report_words
from generator.language.speech import verb_forms
from generator.model import AnnotatedSource, DateFinding, Mention, Quote, Record, Sentence, Span
from generator.spans import overlap, within

AnySpan = TypeVar("AnySpan", bound=Span)

LONGEST_SENTENCE = 2000  # code points; what is longer is a list or a text without stops
LEAST_MATTER = 2  # things named below which a dated sentence is a heading or a date line
LEAST_QUOTED = 0.5  # share of a sentence's characters that someone's words take in one that tells what is said
LEAST_LETTERS = 3  # of a word of matter
STEM = 6  # first letters by which the forms of one word are known for one
SHARPNESS = {"day": 0, "month": 1, "range": 2, "year": 3, "none": 4}
BARE_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
DAY_WITHOUT_YEAR = re.compile(r"XXXX-\d\d-\d\d")


class Told(Record, frozen=True, kw_only=True):
    """What a sentence tells. `date` is that of its predicate, None where it gives none.

    `statement` says whether the sentence tells what someone says, `speaker` who that is where it is known. `matter` is
    what it is about: stems of words and ids of actors ("@..."). `wording` is its words as copies are compared.
    `utterances` are the families of the quotations that begin in it, `weekdays` the days of the week (1 is Monday) that
    it names without a place in time.
    """

    sentence: Sentence
    date: DateFinding | None
    statement: bool
    speaker: str | None
    matter: frozenset[str]
    actors: frozenset[str]
    negated: bool
    wording: str
    utterances: frozenset[str]
    weekdays: frozenset[int]


def list_told(
    reading: AnnotatedSource,
    cast: Cast,
    dates: Sequence[DateFinding],
    quotes: Sequence[Quote],
    page_lines: Sequence[Span],
) -> list[Told]:
    """What every sentence of running text tells; `page_lines` are the lines that date the page and tell nothing."""
    dates_in, quotes_in = by_sentence(reading.sentences, dates), by_sentence(reading.sentences, quotes)
    skipped = by_sentence(reading.sentences, page_lines)
    return [
        make_told(reading, cast, sentence, dates_in[sentence.id], quotes_in[sentence.id])
        for sentence in reading.sentences
        if sentence.role == "body" and sentence.id not in skipped and len(sentence.text) <= LONGEST_SENTENCE
    ]


def by_sentence(sentences: Sequence[Sentence], spans: Iterable[AnySpan]) -> Mapping[str, list[AnySpan]]:
    """For each sentence, by its id, the spans that share a character with it."""
    found: dict[str, list[AnySpan]] = defaultdict(list)
    for span in spans:
        for sentence in within(sentences, span.start, span.end):
            found[sentence.id].append(span)
    return found


def make_told(
    reading: AnnotatedSource,
    cast: Cast,
    sentence: Sentence,
    dates: Sequence[DateFinding],
    quotes: Sequence[Quote],
) -> Told:
    """What one sentence tells."""
    mentions = tuple(filter(is_by_name, within(reading.mentions, sentence.start, sentence.end)))
    matter = frozenset(list_matter(sentence, [*mentions, *dates]))
    actors = frozenset(actors_within(cast, reading, sentence.start, sentence.end))
    date = find_date(sentence, dates, quotes) if len(matter) + len(actors) >= LEAST_MATTER else None
    statement, speaker = find_saying(sentence, quotes, mentions, cast, date)
    negations = report_words(sentence.language).negations
    words = [fold(word.group()) for word in WORD.finditer(sentence.text)]
    return Told(
        sentence=sentence,
        date=date,
        statement=statement,
        speaker=speaker,
        matter=matter | {f"@{actor}" for actor in actors},
        actors=actors,
        negated=any(word in negations or word.endswith("n't") for word in words),
        wording=" ".join(words),
        utterances=frozenset(q.family for q in quotes if q.family and sentence.start <= q.start < sentence.end),
        weekdays=frozenset(int(d.value[-1]) for d in dates if d.value and BARE_WEEKDAY.fullmatch(d.value)),
    )


def list_matter(sentence: Sentence, skipped: Sequence[Span]) -> Iterator[str]:
    """The stems of the words that carry matter, outside the names and dates."""
    empty, verbs = function_words(sentence.language), verb_forms(sentence.language)
    for word in WORD.finditer(sentence.text):
        start, text = sentence.start + word.start(), fold(word.group())
        if len(text) < LEAST_LETTERS or text in empty or text in verbs:
            continue
        if not any(span.start <= start < span.end for span in skipped):
            yield text[:STEM]


def find_date(sentence: Sentence, dates: Sequence[DateFinding], quotes: Sequence[Quote]) -> DateFinding | None:
    """The date of the sentence's predicate: the sharpest one that dates neither a noun nor a border of time."""
    marked = [quote for quote in quotes if quote.kind != "indirect"]
    unmarked = [date for date in dates if not any(overlap(date, quote) for quote in marked)]
    return sharpest([date for date in unmarked if dates_predicate(sentence, date)])


def sharpest(dates: Iterable[DateFinding]) -> DateFinding | None:
    """The sharpest of the dates and times that have a place in time, of equal ones the first."""
    usable = [date for date in dates if date.type in {"DATE", "TIME"} and is_placed(date.edtf)]
    return min(usable, key=lambda date: (SHARPNESS[edtf.precision(date.edtf)], date.start), default=None)


def is_placed(value: str | None) -> bool:
    """Whether a date has its place in time, or is a day whose year alone is not known."""
    return value is not None and (edtf.precision(value) != "none" or DAY_WITHOUT_YEAR.fullmatch(value) is not None)


def find_saying(
    sentence: Sentence, quotes: Sequence[Quote], mentions: Sequence[Mention], cast: Cast, date: DateFinding | None
) -> tuple[bool, str | None]:
    """Whether the sentence tells what someone says, and who, where that is an actor.

    Of two verbs that one subject has, the one that the date goes with counts: "denied all and on Monday closed it".
    """
    told = [quote for quote in quotes if quote.kind != "scare" and (quote.speaker or quote.cue)]
    held = {offset for quote in told for offset in range(quote.start, quote.end)}
    if len(held.intersection(range(sentence.start, sentence.end))) < LEAST_QUOTED * len(sentence.text):
        return find_subject(sentence, quotes, mentions, cast, second_verb(sentence, date))
    return True, find_speaker(sentence, told)


def second_verb(sentence: Sentence, date: DateFinding | None) -> int:
    """Where the sentence's second verb is to be looked for if the date goes with it, else where the sentence starts."""
    before = sentence.text[: max(0, date.start - sentence.start)] if date else ""
    return date.end if date and opens_second_clause(before, sentence.language) else sentence.start


def find_speaker(sentence: Sentence, quotes: Sequence[Quote]) -> str | None:
    """Whose saying fills the sentence: of one within another's ("Lee says ..., according to Roy") the inner one's."""
    length = {quote.id: min(quote.end, sentence.end) - max(quote.start, sentence.start) for quote in quotes}
    known = [quote for quote in quotes if quote.speaker]
    filling = [quote for quote in known if length[quote.id] >= LEAST_QUOTED * len(sentence.text)]
    if filling:
        return min(filling, key=lambda quote: (length[quote.id], quote.start)).speaker
    return max(known, key=lambda quote: (length[quote.id], -quote.start)).speaker if known else None
