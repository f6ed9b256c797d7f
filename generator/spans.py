"""Spans compared, named and cut: the arithmetic that every room needs.

In: spans and stored text. Out: ids, truth values, spans. Never: reads files, knows what a span was found for.
"""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import TypeVar

from generator.model import Sentence, Source, Span

ID_DIGITS = 12  # 48 bits: among half a million findings two ids agree by chance once in two thousand dossiers

AnySpan = TypeVar("AnySpan", bound=Span)
Range = tuple[int, int]  # half-open


def cut(source: Source, start: int, end: int) -> Span:
    """The span from `start` to `end` of the source's stored text, in the part that holds its start."""
    return Span(source=source.id, part=part_at(source, start), start=start, end=end, text=source.text[start:end])


def bare(span: Span) -> Span:
    """The span alone, without what the record of a finding adds."""
    return Span(source=span.source, part=span.part, start=span.start, end=span.end, text=span.text)


def part_at(source: Source, offset: int) -> str | None:
    """The id of the collection's item that holds the offset, None outside of all items."""
    index = bisect_right(source.parts, offset, key=lambda part: part.start) - 1
    return source.parts[index].id if index >= 0 and offset < source.parts[index].end else None


def anchor_id(prefix: str, source: str, text: str, occurrence: int) -> str:
    """An id that depends on nothing but one source: its id, the words found, and which of their occurrences (from 0).

    >>> anchor_id("q", "a", "We hope so", 0), anchor_id("q", "a", "We hope so", 1)
    ('q-0287d360b174', 'q-15b1201141c0')
    """
    seed = "\0".join((source, text, str(occurrence)))
    return f"{prefix}-{hashlib.sha256(seed.encode()).hexdigest()[:ID_DIGITS]}"


def anchor_ids(prefix: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """An anchor id for each span, all of one kind and given in text order; equal texts of one source are counted."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for span in spans:
        key = (span.source, span.text)
        ids.append(anchor_id(prefix, span.source, span.text, seen[key]))
        seen[key] += 1
    return tuple(ids)


def witness(span: Span) -> str:
    """Who tells it: the source's id, or `source#part` for an item of a collection."""
    return span.source if span.part is None else f"{span.source}#{span.part}"


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans of one source share a character."""
    return a.source == b.source and a.start < b.end and b.start < a.end


def contains(outer: Span, inner: Span) -> bool:
    """Whether the inner span lies wholly in the outer one."""
    return outer.source == inner.source and outer.start <= inner.start and inner.end <= outer.end


def within(spans: Sequence[AnySpan], start: int, end: int) -> tuple[AnySpan, ...]:
    """Those of one source's spans (sorted, not overlapping) that share a character with the half-open range."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    return tuple(takewhile(lambda span: span.start < end, islice(spans, first, None)))


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence that holds the offset, None where only furniture or white space stands."""
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 and offset < sentences[index].end else None


def common(a: Sequence[Range], b: Sequence[Range]) -> list[Range]:
    """The stretches that lie in both lists, in order.

    >>> common([(0, 4), (6, 9)], [(2, 7)])
    [(2, 4), (6, 7)]
    """
    both = [(max(one[0], other[0]), min(one[1], other[1])) for one in a for other in b]
    return sorted(stretch for stretch in both if stretch[0] < stretch[1])


def without(whole: Range, taken: Iterable[Range]) -> Iterator[Range]:
    """What is left of a range once others, sorted, are taken out.

    >>> list(without((0, 9), [(2, 4), (3, 5), (8, 12)]))
    [(0, 2), (5, 8)]
    """
    at, last = whole
    for start, end in taken:
        if start >= last:
            break
        if end > at:
            if start > at:
                yield at, start
            at = end
    if at < last:
        yield at, last


def united(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those joined that overlap.

    >>> united([(3, 5), (0, 4), (5, 6)])
    [(0, 5), (5, 6)]
    """
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
