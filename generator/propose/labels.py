"""Proposals on words for one thing: what stands in one place of a text that two sources share, and what actors are called.

In: a dossier. Out: entries. Never: says that two terms mean the same; proposes what somebody already listed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
    for (first, second), (ours, theirs) in sorted(found.items()):
        yield make_entry("In one place of a text that sources share:", {**ours, **theirs}, (first, second), passages)
    yield from propose_descriptions(dossier, passages, listed)


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
    """The words of two passages that stand against each other, where the words around them agree."""
    ours, theirs = list(WORD.finditer(a.text)), list(WORD.finditer(b.text))
    for code in Indel.opcodes([w.group().casefold() for w in ours], [w.group().casefold() for w in theirs]).as_list():
        del code
    yield from ()


def strip(span: Span, passages: Passages) -> tuple[str, Span]:
    """A span's words in lower case without those at its start that carry no matter, and the span."""
    small = function_words(passages.language(span))
    words = [word.group().casefold() for word in WORD.finditer(span.text)]
    while words and words[0] in small:
        words.pop(0)
    return " ".join(words), span


def is_worth_asking(first: str, second: str) -> bool:
    """Whether two terms are short, differ in more than their spelling, and are no numbers."""
    lengths = [len(term.split()) for term in (first, second)]
    if not all(1 <= length <= LONGEST for length in lengths) or any(char.isdecimal() for char in first + second):
        return False
    return fuzz.ratio(first, second) < SPELLING
