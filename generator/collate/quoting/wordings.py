"""The words of a quotation as they are compared: without typography, with an editor's marks understood.

In: text and where it starts. Out: words with their places. Never: changes a word beyond its form of writing.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from generator.language.figures import figure_words
from generator.model import Record

SMALLEST_IN_DIGITS = 10  # that newspapers write in digits
CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{CJK}]|\[?[^\W{CJK}]+(?:['’\[\]]+[^\W{CJK}]+)*\]?|…|\.(?:\s?\.)+")
SENTENCE_END = re.compile(r"[.!?;]")
NOTE = re.compile(r"\[\s?sic\s?[.!]?\]", re.IGNORECASE)
ADDED = re.compile(r"(?<!\w)\[[^\[\]]{1,120}\](?!\w)")


class Wording(Record, frozen=True, kw_only=True):
    """Words in the form in which they are compared, and the half-open offsets of each in the source.

    An editor's brackets are dropped and their words kept; "[sic]" is no word. `gaps` are the indexes of the words
    before which an ellipsis stands, `len(words)` where one stands at the end. `added` are the indexes of words that
    are an editor's and stand whole in brackets: put in, or put for others. `starts` are those of words with which a
    sentence starts, but for the first.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    gaps: frozenset[int] = frozenset()
    added: frozenset[int] = frozenset()
    starts: frozenset[int] = frozenset()


def read_wording(text: str, start: int) -> Wording:
    """The wording of a text that starts at an offset of its source.

    >>> read_wording("“The “[old] Bridge’s … gone”", 0).words
    ('the', 'old', "bridge's", 'gone')
    """
    words: list[str] = []
    places: list[tuple[int, int]] = []
    gaps: set[int] = set()
    added: set[int] = set()
    starts: set[int] = set()
    notes = [found.span() for found in NOTE.finditer(text)]
    brackets = [found.span() for found in ADDED.finditer(text)]
    for found in WORD.finditer(text):
        if is_within(notes, found.start()):
            continue
        if found.group()[0] in "….":
            gaps.add(len(words))
            continue
        if is_within(brackets, found.start()):
            added.add(len(words))
        if places and SENTENCE_END.search(text, places[-1][1] - start, found.start()):
            starts.add(len(words))
        words.append(normal_word(found.group()))
        places.append((start + found.start(), start + found.end()))
    return Wording(
        words=tuple(words),
        places=tuple(places),
        gaps=frozenset(gaps),
        added=frozenset(added),
        starts=frozenset(starts),
    )


def is_within(ranges: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether one of the ranges, sorted and apart, holds the offset."""
    index = bisect_right(ranges, offset, key=lambda place: place[0]) - 1
    return index >= 0 and offset < ranges[index][1]


def join_wordings(pieces: Sequence[Wording]) -> Wording:
    """Several wordings as one, with a gap between each two: what stands between them was not quoted."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    gaps: set[int] = set()
    added: set[int] = set()
    starts: set[int] = set()
    for piece in pieces:
        at = len(words)
        gaps |= {at + gap for gap in piece.gaps} | ({at} if at else set())
        added |= {at + index for index in piece.added}
        starts |= {at + index for index in piece.starts}
        words += piece.words
        places += piece.places
    return Wording(
        words=tuple(words),
        places=tuple(places),
        gaps=frozenset(gaps),
        added=frozenset(added),
        starts=frozenset(starts),
    )


def normal_word(word: str) -> str:
    """A word in lower case, with straight apostrophes, without brackets; a name in -s has one possessive form.

    Whether a number from ten on is written in letters or digits is the style of a newspaper.

    >>> normal_word("[T]he"), normal_word("It’s"), normal_word("Hans’s"), normal_word("Hans"), normal_word("Forty")
    ('the', "it's", 'hans', 'hans', '40')
    """
    plain = word.replace("[", "").replace("]", "").replace("’", "'").casefold()
    return spelt_numbers().get(plain, plain.removesuffix("'s") if plain.endswith("s's") else plain)


@cache
def spelt_numbers() -> dict[str, str]:
    """English number words from ten on with their digits; smaller ones stand in phrases ("one of", "on all fours")."""
    numbers = figure_words("en").numbers
    return {word: f"{number:.15g}" for word, number in numbers.items() if number >= SMALLEST_IN_DIGITS}
