"""The words that no file of the site may hold: what of the sources the gate withholds, in runs.

A run is one word longer than a short piece. It is withheld where none of its words stands in text that may be printed,
where they are not all covered by pieces that may be printed one by one, and where no other place of any source, and
no name or title, lets the site print the same words.

In: a dossier, readings, the gate. Out: runs with their places. Never: looks at the site.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from generator.model import AnnotatedSource, Dossier, Record, Source, SourceEntry, Span
from generator.publish.gate import Gate
from generator.publish.readable import list_runs, read_words
from generator.publish.shares import SHORT_WORDS
from generator.publish.walk import spans_of
from generator.spans import cut

RUN = SHORT_WORDS + 1  # words: the shortest run that is no short piece
WORD = re.compile(r"\S+")

Run = tuple[str, ...]


class Withheld(Record, frozen=True, kw_only=True):
    """The runs of words that no file may hold, each with the source and the offset where it stands.

    `ends` are their first and last words: what has not even these in common is told apart quickly.
    """

    runs: Mapping[Run, tuple[str, int]]
    ends: frozenset[tuple[str, str]]


class Words(Record, frozen=True, kw_only=True):
    """The words of a text with their offsets; of how many before each that are `granted`, or `covered`."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    granted: tuple[int, ...]
    covered: tuple[int, ...]


def gather_withheld(dossier: Dossier, readings: Sequence[AnnotatedSource], gate: Gate) -> Withheld:
    """The runs that stand in no text that may be printed, in none of all sources."""
    small = gather_small(dossier, gate)
    printed = {run for text in list_printed(dossier) for run in list_runs(read_words(text), RUN)}
    runs: dict[Run, tuple[str, int]] = {}
    for reading in readings:
        source = reading.source
        granted = (*gate.granted(cut(source, 0, len(source.text))), *filter(None, (source.title_span,)))
        text = divide(reading, granted, (*granted, *small[source.id]))
        for at, run in enumerate(list_runs(text.words, RUN)):
            if text.granted[at + RUN] - text.granted[at] == RUN:
                printed.add(run)
            elif text.granted[at + RUN] == text.granted[at] and text.covered[at + RUN] - text.covered[at] < RUN:
                runs.setdefault(run, (source.id, text.starts[at]))
    kept = {run: place for run, place in runs.items() if run not in printed}
    return Withheld(runs=kept, ends=frozenset((run[0], run[-1]) for run in kept))


def divide(reading: AnnotatedSource, granted: Sequence[Span], covered: Iterable[Span]) -> Words:
    """The words of a source, and how many of them are touched by the spans.

    What no space parts is parted where a sentence, or what may be printed, begins or ends: there pages cut it.
    """
    source = reading.source
    cuts = sorted({at for span in (*reading.sentences, *granted) for at in (span.start, span.end)})
    found = [
        (word, (start, end))
        for place in WORD.finditer(source.text)
        for start, end in pairwise((place.start(), *strictly_inside(cuts, place), place.end()))
        for word in read_words(source.text[start:end])
    ]
    places = [place for _, place in found]
    return Words(
        words=tuple(word for word, _ in found),
        starts=tuple(start for start, _ in places),
        granted=count_touched(source, places, granted),
        covered=count_touched(source, places, covered),
    )


def strictly_inside(cuts: Sequence[int], place: re.Match[str]) -> Sequence[int]:
    """Those of the sorted offsets that lie inside a match."""
    return cuts[bisect_right(cuts, place.start()) : bisect_left(cuts, place.end())]


def count_touched(source: Source, places: Iterable[tuple[int, int]], spans: Iterable[Span]) -> tuple[int, ...]:
    """How many of the first words share a character with a span: of none, of the first, of the first two …"""
    held = bytearray(len(source.text))
    for span in spans:
        held[span.start : span.end] = b"\1" * (span.end - span.start)
    return tuple(accumulate((held.find(1, start, end) >= 0 for start, end in places), initial=0))


def gather_small(dossier: Dossier, gate: Gate) -> dict[str, list[Span]]:
    """The short pieces and the facts of each source that may be printed one by one, wherever they stand."""
    small: dict[str, list[Span]] = {source.id: [] for source in dossier.sources}
    for span in (*spans_of(dossier), *(piece for source in dossier.sources for piece in list_pieces(source))):
        if gate.allows(span):
            small[span.source].append(span)
    return small


def list_pieces(source: SourceEntry) -> Iterator[Span]:
    """The furniture and the captions of a source."""
    for piece in source.furniture + source.captions:
        yield Span(source=source.id, part=None, start=piece.start, end=piece.end, text=piece.text)


def list_printed(dossier: Dossier) -> Iterator[str]:
    """What the site prints of its own accord: bibliography and names."""
    for source in dossier.sources:
        yield from filter(None, (source.title, source.label, source.publisher, source.byline))
        yield from (text for part in source.parts for text in (part.title, part.author) if text)
    for actor in dossier.actors:
        yield from (actor.name, *(form.text for form in actor.names))
