"""Quoted words in a source: whole, or in pieces where their writer left words out ("the bridge […] was closed").

In: a finder, a source, words. Out: passages, each a row of spans. Never: accepts pieces out of order, from two items of
a collection, or from so far apart that they are no one passage.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from generator.model import Source, Span, Target
from generator.spans import cut, part_at
from generator.wording import Finder

OMISSION = re.compile(r"\s*(?:\[\s?(?:…|\.{3}|\. \. \.)\s?\]|…|\.{3,}|\. \. \.)\s*")
STRETCH = 1000  # code points from the first piece to the last: about two paragraphs; words further apart say two things

Passage = tuple[Span, ...]  # what is quoted, in text order: more than one piece where words are left out


def find_passages(finder: Finder, source: Source, words: str) -> tuple[Passage, ...]:
    """Every passage of one item that has the words, in text order; in pieces only where they stand nowhere whole."""
    whole = finder.find(Target(source=source.id, part=None, words=words))
    if whole:
        return tuple((span,) for span in whole if span.part == part_at(source, span.end - 1))
    pieces = split_words(words)
    places = [finder.find(Target(source=source.id, part=None, words=piece)) for piece in pieces]
    return tuple(joined(source, passage) for passage in chain(places))


def split_words(words: str) -> tuple[str, ...]:
    """The pieces of a quotation from which words are left out; one at its end is no more than a sign.

    >>> split_words("the bridge […] was ... closed …"), split_words("closed")
    (('the bridge', 'was', 'closed'), ('closed',))
    """
    return tuple(piece for piece in OMISSION.split(words) if has_word(piece))


def has_word(text: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return any(char.isalnum() for char in text)


def missing_piece(finder: Finder, source: Source, words: str) -> str | None:
    """The first piece of a quotation that stands nowhere in the source, None where each does."""
    pieces = split_words(words) or (words,)
    return next((one for one in pieces if not finder.find(Target(source=source.id, part=None, words=one))), None)


def chain(places: Sequence[Sequence[Span]]) -> list[Passage]:
    """The rows of one span from each list, in order and without overlap, each row as short as it can be."""
    starts = [[span.start for span in spans] for spans in places]
    found: dict[int, Passage] = {}  # by where they end: of those that end together the last is the shortest
    for first in places[0] if places else ():
        row = [first]
        for spans, begins in zip(places[1:], starts[1:], strict=True):
            at = bisect_left(begins, row[-1].end)
            if at == len(spans):
                break
            row.append(spans[at])
        if len(row) == len(places) and is_one_passage(row):
            found[row[-1].end] = tuple(row)
    return list(found.values())


def is_one_passage(row: Sequence[Span]) -> bool:
    """Whether pieces stand in one item, and near enough to each other."""
    return row[0].part == row[-1].part and row[-1].end - row[0].start <= STRETCH


def joined(source: Source, passage: Iterable[Span]) -> Passage:
    """The passage with those pieces made one between which the source has no word: nothing was left out there."""
    row: list[Span] = []
    for span in passage:
        if row and not has_word(source.text[row[-1].end : span.start]):
            row[-1] = cut(source, row[-1].start, span.end)
        else:
            row.append(span)
    return tuple(row)
