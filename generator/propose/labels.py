"""Proposals on words for one thing: what stands in one place of texts that sources share, and what actors are called.

In: a dossier. Out: entries. Never: says that two terms mean the same; proposes what somebody already listed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from generator.language.reports import function_words
from generator.model import Dossier, Span
from generator.propose.entries import Entry
from generator.propose.passages import Passages
from generator.spans import witness

LONGEST = 5  # words of a term: more, and it is a clause
SPELLING = 75.0  # of 100: above it two terms are one word in two spellings or endings
SHOWN = 2  # passages of each term
WORD = re.compile(r"\w+(?:[-'’]\w+)*")

Uses = dict[str, dict[tuple[str, int], Span]]  # by term in lower case: the places where it was found
Pair = tuple[str, str]


def propose_labels(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """Terms that stand against each other in shared text, then those by which one actor is called."""
    listed = {use.term.casefold() for label in dossier.labels for use in label.uses}
    found: dict[Pair, tuple[Uses, Uses]] = {}
    for one, other in list_replaced(dossier, passages):
        (first, a), (second, b) = sorted((strip(one, passages), strip(other, passages)), key=lambda term: term[0])
        if is_worth_asking(first, second) and not {first, second} <= listed:
            ours, theirs = found.setdefault((first, second), (defaultdict(dict), defaultdict(dict)))
            ours[first][a.source, a.start] = a
            theirs[second][b.source, b.start] = b
    for (first, second), (ours, theirs) in sorted(found.items(), key=by_count):
        heading, label = "In one place of a text that sources share:", f"{first} or {second}"
        yield make_entry(heading, label, {**ours, **theirs}, (first, second), passages)
    yield from propose_descriptions(dossier, passages, listed)


def by_count(item: tuple[Pair, tuple[Uses, Uses]]) -> tuple[int, Pair]:
    """Pairs found most often first, then by their letters."""
    pair, sides = item
    return -sum(len(places) for uses in sides for places in uses.values()), pair


def list_replaced(dossier: Dossier, passages: Passages) -> Iterator[tuple[Span, Span]]:
    """The spans that stand against each other in readings of an utterance and in copied passages."""
    for family in dossier.families:
        for reading in family.readings:
            for variant in reading.variants:
                if variant.kind == "substituted":
                    yield variant.base, variant.reading
    for reuse in dossier.reuse:
        yield from find_replaced(reuse.a, reuse.b)


def find_replaced(a: Span, b: Span) -> Iterator[tuple[Span, Span]]:
    """The words of two passages that stand against each other, with words that agree on both sides."""
    ours, theirs = list(WORD.finditer(a.text)), list(WORD.finditer(b.text))
    codes = Indel.opcodes([word.group().casefold() for word in ours], [word.group().casefold() for word in theirs])
    equal = [code for code in codes if code.tag == "equal"]
    for one, two in pairwise(equal):
        if one.src_end < two.src_start and one.dest_end < two.dest_start:
            yield (
                piece(a, ours[one.src_end].start(), ours[two.src_start - 1].end()),
                piece(b, theirs[one.dest_end].start(), theirs[two.dest_start - 1].end()),
            )


def piece(span: Span, start: int, end: int) -> Span:
    """A piece of a span, by offsets in its text."""
    first = span.start + start
    return Span(source=span.source, part=span.part, start=first, end=span.start + end, text=span.text[start:end])


def strip(span: Span, passages: Passages) -> tuple[str, Span]:
    """A span's words in lower case without those at its start that carry no matter, and the span.

    No words where it ends in such a one: that is no name for a thing.
    """
    small = function_words(passages.language(span))
    words = [word.group().casefold() for word in WORD.finditer(span.text)]
    while words and words[0] in small:
        words.pop(0)
    return "" if words and words[-1] in small else " ".join(words), span


def is_worth_asking(first: str, second: str) -> bool:
    """Whether two terms are short, differ in more than their spelling, and are no numbers."""
    lengths = [len(term.split()) for term in (first, second)]
    if not all(1 <= length <= LONGEST for length in lengths) or any(char.isdecimal() for char in first + second):
        return False
    return fuzz.ratio(first, second) < SPELLING


def propose_descriptions(dossier: Dossier, passages: Passages, listed: set[str]) -> Iterator[Entry]:
    """What several witnesses call one actor, where they differ in more than spelling."""
    for actor in dossier.actors:
        uses: Uses = defaultdict(dict)
        for span in actor.descriptions:
            term, _ = strip(span, passages)
            if 1 <= len(term.split()) <= LONGEST:
                uses[term][span.source, span.start] = span
        terms = tuple(sorted(uses))
        witnesses = {witness(span) for places in uses.values() for span in places.values()}
        differ = any(is_worth_asking(one, other) for one, other in combinations(terms, 2))
        if actor.published and differ and len(witnesses) > 1 and not set(terms) <= listed:
            yield make_entry("What one actor is called:", actor.name, uses, terms, passages)


def make_entry(heading: str, label: str, uses: Uses, terms: Sequence[str], passages: Passages) -> Entry:
    """The entry of some terms, with how often each was found so and where first; the label is a mere start."""
    evidence: list[str] = []
    for term in terms:
        places = [span for _, span in sorted(uses[term].items())]
        by = len({witness(span) for span in places})
        evidence.append(
            f"“{term}”: {len(places)} {'passage' if len(places) == 1 else 'passages'}, "
            f"{by} {'witness' if by == 1 else 'witnesses'}"
        )
        evidence += [f"  {passages.line(span)}" for span in places[:SHOWN]]
    return Entry(heading=heading, fields=(("label", label), ("terms", tuple(terms))), evidence=tuple(evidence))
