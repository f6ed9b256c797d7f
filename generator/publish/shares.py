"""What of each source the site may print: sentences by the weight of what rests on them, up to a share of its words.

A sentence is used where a finding rests on it. Where a mode has a limit, the words that people quote are granted first,
then used sentences from the weightiest finding down; what would pass the limit stays a place. Short pieces (a few
words) are printed in an excerpt anyway. They count before all else, but for names and dates, which are facts.

In: readings, a dossier, the passages that people quoted. Out: a grant for each source. Never: escapes, prints.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from generator.model import (
    ActorMention,
    AnnotatedSource,
    DateFinding,
    Dossier,
    Mode,
    Record,
    Sentence,
    Source,
    Span,
)
from generator.publish.walk import spans_of
from generator.spans import sentence_at, within

EXCERPT_SHARE = 0.5  # an excerpt that shows more than half of a text's words stands for the text
SHORT_WORDS = 8  # a name with its description, a date, a cue: what no excerpt can do without
LIMITS: Mapping[Mode, float] = {"full": 1.0, "excerpt": EXCERPT_SHARE, "pointer": 0.0}
FACTS = (ActorMention, DateFinding)  # who is named and when: no text that anybody wrote is reproduced by it
ROUNDING = 1e-9  # 0.29 * 100 is a hair under 29

WORD = re.compile(r"\S+")

Rank = tuple[int, int]  # the lower, the weightier; ties go by position
BY_PEOPLE, HEADLINE, BY_SEVERAL, BY_ONE, FAMILY, QUOTED, OTHER, UNUSED = ((rank, 0) for rank in range(8))
LED_TO = (BY_PEOPLE[0], 1)  # the words are not printed on the page: those that are come first
AS_CUT = HEADLINE[0]  # down to this rank the words themselves are granted, before the sentences that hold them

Range = tuple[int, int]  # half-open, in code points


class Grant(Record, frozen=True, kw_only=True):
    """What the site may print of one source.

    `used` are the sentences on which a finding rests. `ranges` (sorted, apart) is the text that may be printed. `shown`
    is the share (0-1, four places) of the words outside the furniture that stand in it or in short pieces. Titles
    (bibliography), names and dates (facts) are not counted.
    """

    used: tuple[Sentence, ...]
    ranges: tuple[Range, ...]
    shown: float


def share_limit(source: Source) -> float:
    """The share (0-1) of a source's words that the site may print; nothing raises a pointer's.

    Only short pieces may pass it: they are printed in an excerpt whatever the limit.
    """
    if source.mode == "pointer" or source.max_share is None:
        return LIMITS[source.mode]
    return source.max_share


def grant_sources(
    readings: Sequence[AnnotatedSource],
    dossier: Dossier,
    quoted: Iterable[Span] = (),
    located: Iterable[Span] = (),
) -> dict[str, Grant]:
    """The grant of each source, by its id.

    `quoted` are the passages that hand-written pages quote, `located` those to which they lead.
    """
    by_people = (*((BY_PEOPLE, span) for span in quoted), *((LED_TO, span) for span in located))
    ranked: defaultdict[str, list[tuple[Rank, Span]]] = defaultdict(list)
    for rank, span in (*by_people, *rank_findings(dossier)):
        ranked[span.source].append((rank, span))
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans_of(dossier):
        if not isinstance(span, FACTS):
            spans[span.source].append(span)
    return {r.source.id: grant_source(r, ranked[r.source.id], spans[r.source.id]) for r in readings}


def rank_findings(dossier: Dossier) -> Iterator[tuple[Rank, Span]]:
    """The passages on which findings rest, with the weight of the finding."""
    for event in dossier.events:
        if event.kind in ("publication", "photograph"):
            yield from ((OTHER, report) for report in event.reports)
            continue
        rank = (BY_SEVERAL[0], -event.witnesses) if event.witnesses > 1 else BY_ONE
        yield from ((rank, report) for report in event.reports)
        if event.headline.span is not None:
            yield (HEADLINE[0], -event.witnesses), event.headline.span
    for quote in dossier.quotes:
        if quote.family is not None or quote.kind in ("direct", "mixed"):
            rank = QUOTED if quote.family is None else FAMILY
            yield from ((rank, span) for span in (quote, quote.speaker_span) if span is not None)
    yield from ((LED_TO, translation) for translation in dossier.translations)
    yield from ((OTHER, span) for actor in dossier.actors if actor.published for span in actor.descriptions)
    yield from ((OTHER, report) for statement in dossier.statements for report in statement.reports)
    yield from ((OTHER, value) for figure in dossier.figures for value in figure.values)


def grant_source(reading: AnnotatedSource, ranked: Sequence[tuple[Rank, Span]], spans: Iterable[Span] = ()) -> Grant:
    """The grant of one source: `ranked` are its passages with their weight, `spans` those of the dossier that count."""
    source = reading.source
    ranks = rank_sentences(reading.sentences, ranked)
    used = tuple(sentence for sentence in reading.sentences if sentence.start in ranks)
    if source.mode == "full" and source.max_share is None:
        return Grant(used=used, ranges=((0, len(source.text)),), shown=1.0)
    if source.mode == "pointer":
        return Grant(used=used, ranges=(), shown=0.0)
    words = find_words(source)
    printed = bytearray(len(words))
    for span in spans:
        if is_short(reading.sentences, span):
            _print(words, printed, span)
    open_to_print = used if source.mode == "excerpt" else reading.sentences
    candidates = sorted(open_to_print, key=lambda sentence: (ranks.get(sentence.start, UNUSED), sentence.start))
    granted = fill((*cut_passages(ranked), *candidates), words, printed, limit=share_limit(source))
    return Grant(
        used=used,
        ranges=join_ranges(source.text, sorted((span.start, span.end) for span in granted)),
        shown=round(sum(printed) / len(words), 4) if words else 0.0,
    )


def cut_passages(ranked: Iterable[tuple[Rank, Span]]) -> list[Span]:
    """The passages granted as they are cut, whatever their sentence: the weightiest first, then in text order."""
    cut = [(rank, span.start, span.end, span) for rank, span in ranked if rank[0] <= AS_CUT]
    return [span for *_, span in sorted(cut, key=lambda place: place[:3])]


def rank_sentences(sentences: Sequence[Sentence], ranked: Iterable[tuple[Rank, Span]]) -> dict[int, Rank]:
    """The best rank of each sentence in which a ranked passage stands, by the sentence's start."""
    ranks: dict[int, Rank] = {}
    for rank, span in ranked:
        for sentence in within(sentences, span.start, span.end):
            ranks[sentence.start] = min(rank, ranks.get(sentence.start, rank))
    return ranks


def is_short(sentences: Sequence[Sentence], span: Span) -> bool:
    """Whether a span is a piece of a few words and not a whole sentence."""
    sentence = sentence_at(sentences, span.start)
    whole = sentence is not None and (sentence.start, sentence.end) == (span.start, span.end)
    return not whole and len(span.text.split(maxsplit=SHORT_WORDS)) <= SHORT_WORDS


def find_words(source: Source, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
    """Where the words outside the furniture stand, divided by white space: in the whole text or in a range of it."""
    end = len(source.text) if end is None else end
    words: list[Range] = []
    first = bisect_right(source.furniture, start, key=lambda piece: piece.end)
    for piece in takewhile(lambda piece: piece.start < end, islice(source.furniture, first, None)):
        words.extend(found.span() for found in WORD.finditer(source.text, start, max(start, piece.start)))
        start = piece.end
    words.extend(found.span() for found in WORD.finditer(source.text, start, max(start, end)))
    return tuple(words)


def fill(candidates: Iterable[Span], words: Sequence[Range], printed: bytearray, *, limit: float) -> list[Span]:
    """Those of the candidates, taken in order, that keep the printed words within the limit; their words are marked."""
    room = int(limit * len(words) + ROUNDING) - sum(printed)
    granted = []
    for span in candidates:
        first, last = _words_in(words, span)
        new = last - first - sum(printed[first:last])
        if new <= room:
            room -= new
            _print(words, printed, span)
            granted.append(span)
    return granted


def join_ranges(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted ranges of a text, those joined that overlap or between which only white space stands.

    >>> join_ranges("Yes.  No. Or", [(0, 4), (6, 9)])
    ((0, 9),)
    """
    joined: list[Range] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _print(words: Sequence[Range], printed: bytearray, span: Span) -> None:
    """Marks the words that share a character with a span."""
    first, last = _words_in(words, span)
    printed[first:last] = b"\1" * (last - first)


def _words_in(words: Sequence[Range], span: Span) -> Range:
    """Which words share a character with a span, as a half-open range of their numbers."""
    first = bisect_right(words, span.start, key=lambda word: word[1])
    return first, max(first, bisect_left(words, span.end, key=lambda word: word[0]))
