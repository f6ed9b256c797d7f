"""In what setting a witness quotes: when it appeared, whether it looks back, who is named beside the quotation.

In: annotated sources, quotes, actors. Out: a setting for each quote. Never: infers a date, settles who speaks.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from msgspec.structs import replace

from generator import edtf
from generator.collate.dating.resolution import resolve
from generator.collate.dating.standpoint import Standpoint
from generator.collate.quoting.occasions import SAME_NEWS, read_days
from generator.collate.quoting.voices import find_voices
from generator.language.recall import Recall, recall
from generator.language.speech import speech
from generator.model import Actor, AnnotatedSource, DateExpression, Quote, Record, Sentence, Span
from generator.spans import sentence_at, within, witness

BESIDE = 5  # words between a verb of saying and its date
PARTED = re.compile(r"[,;:“”\"]")
MONTH = 31  # days of a time that still dates what was said in it
ADVERBS = 2  # words that can stand between "has" and "said"
NOBODY: frozenset[str] = frozenset()


class Setting(Record, frozen=True, kw_only=True):
    """What stands around one quotation.

    `day` is when its witness appeared, None where that is not known to the day. `recalls` says that the sentence tells
    of something said some time before, `dated` that it dates it to the news of that day. `named` are the ids of the
    actors that the sentence names in its own words, and the one before it where a pronoun tells who speaks. `by_name`
    says that no pronoun does. `bodies` are the ids of those for whom the speaker speaks, as some source says.
    `language` is the sentence's.
    """

    day: date | None = None
    recalls: bool = False
    dated: bool = False
    named: frozenset[str] = NOBODY
    by_name: bool = True
    bodies: frozenset[str] = NOBODY
    language: str = "und"


def read_settings(
    readings: Sequence[AnnotatedSource], quotes: Sequence[Quote], actors: Sequence[Actor]
) -> dict[str, Setting]:
    """The setting of each quote, by its id."""
    days = read_days(readings)
    by_source = {reading.source.id: reading for reading in readings}
    mentions = list_mentions(actors)
    voices = find_voices(actors)
    settings = {
        quote.id: read_setting(quote, by_source[quote.source], mentions.get(quote.source, ()), days) for quote in quotes
    }
    return settings | {
        quote.id: replace(settings[quote.id], bodies=frozenset(voices[quote.speaker]))
        for quote in quotes
        if quote.speaker in voices
    }


def list_mentions(actors: Sequence[Actor]) -> dict[str, list[tuple[int, str]]]:
    """Where each source names an actor, and whom, in text order."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for actor in actors:
        for mention in actor.mentions:
            found[mention.source].append((mention.start, actor.id))
    return {source: sorted(places) for source, places in found.items()}


def read_setting(
    quote: Quote, reading: AnnotatedSource, mentions: Sequence[tuple[int, str]], days: Mapping[str, date]
) -> Setting:
    """The setting of one quote."""
    day = days.get(witness(quote))
    first = sentence_at(reading.sentences, quote.start)
    language = first.language if first else reading.source.language
    by_name = (quote.speaker_text or "").casefold() not in speech(language).pronouns
    if first is None:
        return Setting(day=day, by_name=by_name, language=language)
    last = sentence_at(reading.sentences, quote.end - 1) or first
    own = [(first.start, quote.start), (quote.end, max(last.end, quote.end))]
    near = own if by_name else [(sentence_before(reading, first).start, quote.start), own[1]]
    return Setting(
        day=day,
        recalls=looks_back(reading, own, day) or is_recalled(quote, first, own, reading.source.text, recall(language)),
        dated=is_dated(reading, own, quote.cue_span, day),
        named=frozenset(id for start, end in near for id in named_in(mentions, start, end)),
        by_name=by_name,
        language=language,
    )


def named_in(mentions: Sequence[tuple[int, str]], start: int, end: int) -> Iterator[str]:
    """Who is named in a range of a text, of the mentions of the text in order."""
    first = bisect_left(mentions, start, key=lambda mention: mention[0])
    return (id for _, id in takewhile(lambda mention: mention[0] < end, islice(mentions, first, None)))


def sentence_before(reading: AnnotatedSource, sentence: Sentence) -> Sentence:
    """The sentence before another one of the same witness, that itself where it is the first."""
    index = bisect_left(reading.sentences, sentence.start, key=lambda one: one.start)
    before = reading.sentences[max(0, index - 1)]
    return before if before.part == sentence.part else sentence


def looks_back(reading: AnnotatedSource, own: Sequence[tuple[int, int]], day: date | None) -> bool:
    """Whether a date in these ranges lies before the news of the day on which the witness appeared."""
    return day is not None and any(
        is_past(expression, day) for start, end in own for expression in within(reading.expressions, start, end)
    )


def is_dated(reading: AnnotatedSource, own: Sequence[tuple[int, int]], cue: Span | None, day: date | None) -> bool:
    """Whether a date beside the verb of saying means what was news on the day on which the witness appeared."""
    return (
        day is not None
        and cue is not None
        and any(
            stands_beside(reading.source.text, expression, cue) and is_news(expression, day)
            for start, end in own
            for expression in within(reading.expressions, start, end)
        )
    )


def stands_beside(text: str, expression: DateExpression, cue: Span) -> bool:
    """Whether a date stands a few words from a verb, in its clause: nothing but one comma behind it parts them."""
    if expression.start < cue.start:
        between = text[expression.end : cue.start].removeprefix(",")
    else:
        between = text[cue.end : expression.start]
    return len(between.split(maxsplit=BESIDE)) <= BESIDE and not PARTED.search(between)


def is_news(expression: DateExpression, day: date) -> bool:
    """Whether an expression means a time of at most a month that holds the day, or ended within the news of it."""
    value = resolve(expression, Standpoint(published=day.isoformat())).edtf
    first, last = (edtf.earliest(value), edtf.latest(value)) if value else (None, None)
    return (
        first is not None
        and last is not None
        and first <= day
        and day - timedelta(days=SAME_NEWS) <= last <= first + timedelta(days=MONTH)
    )


def is_past(expression: DateExpression, day: date) -> bool:
    """Whether an expression means a time that was over on the day and began before what was then news."""
    if expression.reference == "PAST_REF":
        return True
    value = resolve(expression, Standpoint(published=day.isoformat())).edtf
    first, last = (edtf.earliest(value), edtf.latest(value)) if value else (None, None)
    earlier = expression.modifier == "START" and expression.shift == 0  # "earlier this year"
    over = last is not None and (last < day or earlier)
    return over and first is not None and first < day - timedelta(days=SAME_NEWS)


def is_recalled(quote: Quote, sentence: Sentence, own: Sequence[tuple[int, int]], text: str, language: Recall) -> bool:
    """Whether the verb of saying stands in the perfect, or a word such as "famously" beside the quotation."""
    words = {word.strip(",.:;").casefold() for start, end in own for word in text[start:end].split()}
    return bool(words & language.recalling) or has_perfect(quote.cue_span, sentence, text, language)


def has_perfect(cue: Span | None, sentence: Sentence, text: str, language: Recall) -> bool:
    """Whether "has" or the like stands right before the verb of saying, but for an adverb or two."""
    if cue is None or not sentence.start <= cue.start:
        return False
    before = [word.casefold() for word in text[sentence.start : cue.start].split()[-1 - ADVERBS :]]
    while len(before) > 1 and before[-1] in language.adverbs:
        before.pop()
    return bool(before) and before[-1] in language.perfect
