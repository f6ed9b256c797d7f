"""What each sentence tells: when, what about, and whether it is someone's saying.

In: one reading with its resolved dates and quotations. Out: what its sentences tell, in text order.
Never: joins, looks at another source.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from generator.collate.casting.actors import Cast, actors_within
from generator.collate.parsing.acts import Act, find_act, without
from generator.collate.parsing.predicate_dates import (
    find_date,
    find_subject_date,
    fold_words,
    is_loosely_dated,
    list_marked,
)
from generator.collate.parsing.predicates import opens_second_clause
from generator.collate.parsing.subjects import find_subject, is_subject
from generator.collate.shingles import WORD, fold
from generator.language.reports import function_words, is_own_notice, report_words
from generator.language.speech import verb_forms
from generator.model import AnnotatedSource, DateFinding, Mention, Quote, Record, Sentence, Span
from generator.spans import overlap, within

AnySpan = TypeVar("AnySpan", bound=Span)

LONGEST_SENTENCE = 2000  # code points; what is longer is a list or a text without stops
LEAST_MATTER = 2  # things named below which a dated sentence is a heading or a date line
LEAST_QUOTED = 0.5  # share of a sentence's characters that someone's words take in one that tells what is said
LEAST_LETTERS = 3  # of a word of matter
OPENING_WORDS = 3  # of a sentence whose main verb is not known, among which its subject is looked for
STEM = 6  # first letters by which the forms of one word are known for one
PLACED = ("DATE", "TIME")  # types of expressions that can have a place in time
BARE_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")


class Carried(Record, frozen=True, kw_only=True):
    """The day that a sentence without a date takes from the account with which it goes on: an EDTF value, the reason,
    and the id of the sentence that opens or dates the account; None where that is the sentence itself."""

    edtf: str
    sentence: str | None
    why: str


class Told(Record, frozen=True, kw_only=True):
    """What a sentence tells. `date` is that of its predicate, None where it gives none.

    `statement` says whether the sentence tells what someone says, `speaker` who that is where it is known. `matter` is
    what it is about: stems of words and ids of actors ("@..."). `wording` is its words as copies are compared.
    `utterances` are the families of the quotations that begin in it, `weekdays` the days of the week (1 is Monday) that
    it names without a place in time. `act` is what its main verb tells as past, `before` the words before that verb,
    `subject` who does it where that is an actor, `doing` the actors named before that verb; `loosely_dated` says that
    it has a date whose place in time is not known, `quoting` that quoted words take most of it. `days` are the values
    of all dates that stand in nobody's words, whatever they date. `again` is the id of a sentence before it in the same
    text that tells of the same thing. Where it is told by one clause alone, `clause` holds its half-open offsets in the
    sentence, and `number` which of the sentence's dates that clause has; None where that is the sentence's own.
    `carried` is the day that it takes from elsewhere.
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
    act: Act | None = None
    before: tuple[str, ...] = ()
    subject: str | None = None
    loosely_dated: bool = False
    quoting: bool = False
    doing: frozenset[str] = frozenset()
    days: tuple[str, ...] = ()
    again: str | None = None
    clause: tuple[int, int] | None = None
    number: int | None = None
    carried: Carried | None = None


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
        if not is_own_notice(" ".join(fold_words(sentence.text)), sentence.language)
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
    mentions = within(reading.mentions, sentence.start, sentence.end)
    matter = frozenset(list_matter(sentence, [*mentions, *dates]))
    actors = frozenset(actors_within(cast, reading, sentence.start, sentence.end))
    marked = list_marked(quotes)
    act = find_act(sentence, marked, dates)
    date = find_date(sentence, dates, quotes) or find_subject_date(sentence, act, dates, marked)
    date = date if len(matter) + len(actors) >= LEAST_MATTER or is_denial(sentence, act) else None
    statement, speaker = find_saying(sentence, quotes, mentions, cast, date)
    negations = report_words(sentence.language).negations
    words = fold_words(sentence.text)
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
        act=act,
        before=list_before(sentence, marked, act),
        subject=find_doer(sentence, act, mentions, cast) if act else None,
        quoting=share(sentence, marked) >= LEAST_QUOTED,
        doing=frozenset(list_doing(sentence, act, marked, mentions, cast)),
        days=tuple(list_days(dates, quotes)),
        loosely_dated=date is None and is_loosely_dated(sentence, act, dates, quotes),
    )


def is_denial(sentence: Sentence, act: Act | None) -> bool:
    """Whether the main verb denies: what it denies may be told before, and nothing else be named ("denied it")."""
    form = verb_forms(sentence.language).get(act.verb) if act else None
    return form is not None and form.kind == "deny"


def list_before(sentence: Sentence, marked: Sequence[Quote], act: Act | None) -> tuple[str, ...]:
    """The words before the main verb outside quotation marks; the first few where that verb tells no act."""
    end = act.start if act else LONGEST_SENTENCE
    words = (fold(word.group()) for word in WORD.finditer(without(sentence, marked), 0, end))
    return tuple(words) if act else tuple(islice(words, OPENING_WORDS))


def find_doer(sentence: Sentence, act: Act, mentions: Sequence[Mention], cast: Cast) -> str | None:
    """The actor that is the subject of the main verb, None where nobody named is."""
    verb = sentence.start + act.start
    able = (mention for mention in mentions if mention.end <= verb and is_subject(sentence, mention, verb))
    return next((cast.ids.get((mention.source, mention.candidate)) for mention in able), None)


def list_doing(
    sentence: Sentence, act: Act | None, marked: Sequence[Quote], mentions: Iterable[Mention], cast: Cast
) -> Iterator[str]:
    """The actors named before the main verb outside quotation marks."""
    for mention in mentions:
        if act and mention.end <= sentence.start + act.start and not any(overlap(mention, quote) for quote in marked):
            yield cast.ids[mention.source, mention.candidate]


def list_days(dates: Iterable[DateFinding], quotes: Iterable[Quote]) -> Iterator[str]:
    """The values of the dates with a place in time that stand in nobody's words."""
    said = [quote for quote in quotes if quote.kind != "scare"]
    for date in dates:
        if date.edtf and date.type in PLACED and not any(overlap(date, quote) for quote in said):
            yield date.edtf


def list_matter(sentence: Sentence, skipped: Sequence[Span]) -> Iterator[str]:
    """The stems of the words that carry matter, outside the names and dates."""
    empty, verbs = function_words(sentence.language), verb_forms(sentence.language)
    for word in WORD.finditer(sentence.text):
        start, text = sentence.start + word.start(), fold(word.group())
        if len(text) < LEAST_LETTERS or text in empty or text in verbs:
            continue
        if not any(span.start <= start < span.end for span in skipped):
            yield text[:STEM]


def find_saying(
    sentence: Sentence, quotes: Sequence[Quote], mentions: Sequence[Mention], cast: Cast, date: DateFinding | None
) -> tuple[bool, str | None]:
    """Whether the sentence tells what someone says, and who, where that is an actor.

    Of two verbs that one subject has, the one that the date goes with counts: "denied all and on Monday closed it".
    """
    told = [quote for quote in quotes if quote.kind != "scare" and (quote.speaker or quote.cue)]
    if share(sentence, told) < LEAST_QUOTED:
        return find_subject(sentence, quotes, mentions, cast, second_verb(sentence, date))
    return True, find_speaker(sentence, told)


def share(sentence: Sentence, quotes: Iterable[Quote]) -> float:
    """The share of the sentence's characters that the quotations take together (0-1)."""
    held = {offset for quote in quotes for offset in range(quote.start, quote.end)}
    return len(held.intersection(range(sentence.start, sentence.end))) / len(sentence.text)


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
