"""The running text of each witness as words with offsets, and the runs of words that several witnesses share.

In: readings. Out: texts as words, seeds between them. Never: compares every text with every other.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, groupby

from generator.model import AnnotatedSource, Quotation, Record, Sentence

SHINGLE = 4  # words in a row. On three sets of news with spliced passages plagdet .987 .905 .991; with 5 .969 .908 .993
STOCK_TEXTS = 5  # found in more texts than these, words are as likely a footer or a stock sentence as a copy
LONG_WORDS = 80  # so long a run of such words is no stock text, but a text that many have copied
EDITED_WORDS = 3  # words between two runs of stock text that do not part them
SEED_TEXTS = 40  # from here on each text is compared with the first one only, so that a much copied text stays linear
REPEATS = 4  # occurrences of one shingle in one text that are looked at
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"  # no space between words: each character is one
LETTER = rf"[^\W{UNSPACED}][\u0300-\u036f]*"
WORD = re.compile(rf"[{UNSPACED}]|(?:{LETTER})+(?:['’](?:{LETTER})+)*")

Places = dict[int, list[int]]
Seeds = dict[tuple[int, int], list[tuple[int, int]]]


class Text(Record, frozen=True, kw_only=True):
    """The running text of one witness: its words folded, where each starts and ends in the source, which are quoted.

    `openers` holds the numbers of the words that open a sentence, ascending.
    """

    witness: str
    source: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    openers: tuple[int, ...]


@cache
def fold(word: str) -> str:
    """A word as it is compared: composed, without case, one kind of apostrophe; diacritics stay.

    >>> fold("L’Été")
    "l'été"
    """
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")


def read_texts(readings: Iterable[AnnotatedSource]) -> tuple[Text, ...]:
    """The running text of every witness, without captions and furniture; in the order of the readings and parts."""
    return tuple(
        make_text(sentences, reading.quotations)
        for reading in readings
        for sentences in by_part(reading.sentences).values()
    )


def by_part(sentences: Iterable[Sentence]) -> dict[str | None, list[Sentence]]:
    """The sentences of title and running text of each part, in text order."""
    parts: dict[str | None, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if sentence.role != "caption":
            parts[sentence.part].append(sentence)
    return parts


def make_text(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Text:
    """The text of one witness."""
    starts: list[int] = []
    ends: list[int] = []
    openers: list[int] = []
    words: list[str] = []
    for sentence in sentences:
        openers.append(len(words))
        for word in WORD.finditer(sentence.text):
            words.append(fold(word.group()))
            starts.append(sentence.start + word.start())
            ends.append(sentence.start + word.end())
    first = sentences[0]
    return Text(
        witness=first.source if first.part is None else f"{first.source}#{first.part}",
        source=first.source,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        quoted=tuple(mark_quoted(starts, ends, quotations)),
        openers=tuple(openers),
    )


def mark_quoted(starts: Sequence[int], ends: Sequence[int], quotations: Sequence[Quotation]) -> Iterator[bool]:
    """For each word whether it stands in quotation marks."""
    marked = [quotation for quotation in quotations if quotation.kind != "indirect"]
    following, reach = 0, 0
    for start, end in zip(starts, ends, strict=True):
        while following < len(marked) and marked[following].start <= start:
            reach = max(reach, marked[following].end)
            following += 1
        yield end <= reach


def find_places(texts: Sequence[Text]) -> list[Places]:
    """For each run of words that two texts or more have, its first places: number of the text -> numbers of words."""
    numbers: dict[str, int] = {}
    places: dict[tuple[int, ...], Places] = {}
    for number, text in enumerate(texts):
        coded = [numbers.setdefault(word, len(numbers)) for word in text.words]
        for at, shingle in enumerate(zip(*(coded[shift:] for shift in range(SHINGLE)), strict=False)):
            found = places.setdefault(shingle, {}).setdefault(number, [])
            if len(found) < REPEATS:
                found.append(at)
    return [found for found in places.values() if len(found) > 1]


def find_seeds(places: Iterable[Places]) -> Seeds:
    """For each pair of texts (by number, ascending) where in one and in the other the runs stand that both have."""
    seeds: Seeds = defaultdict(list)
    for found in places:
        for a, b in pairs(sorted(found)):
            seeds[a, b] += [(i, j) for i in found[a] for j in found[b]]
    return seeds


def pairs(holders: Sequence[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a few texts; of many, those with the first one."""
    if len(holders) <= SEED_TEXTS:
        return combinations(holders, 2)
    return ((holders[0], other) for other in holders[1:])


def find_stock(places: Iterable[Places], texts: Sequence[Text]) -> list[bytearray]:
    """For each text a 1 for each word of a short run that many texts have."""
    stock = [bytearray(len(text.words)) for text in texts]
    for found in places:
        if len(found) > STOCK_TEXTS:
            for number, starts in found.items():
                for start in starts:
                    stock[number][start : start + SHINGLE] = b"\1" * SHINGLE
    for marks in stock:
        clear_long_runs(marks)
    return stock


def clear_long_runs(marks: bytearray) -> None:
    """Takes back the marks of runs of at least LONG_WORDS, over a few unmarked words between them."""
    runs: list[tuple[int, int]] = []
    at = 0
    for marked, group in groupby(marks):
        length = len(list(group))
        if marked and runs and at - runs[-1][1] <= EDITED_WORDS:
            runs[-1] = (runs[-1][0], at + length)
        elif marked:
            runs.append((at, at + length))
        at += length
    for start, end in runs:
        if end - start >= LONG_WORDS:
            marks[start:end] = bytes(end - start)


def to_sentence_edges(text: Text, first: int, last: int, reach: int) -> tuple[int, int]:
    """The range of words moved to the ends of its sentences where these are at most `reach` words away."""
    start = text.openers[bisect_left(text.openers, first + 1) - 1]
    after = bisect_left(text.openers, last)
    end = text.openers[after] if after < len(text.openers) else len(text.words)
    return (start if first - start <= reach else first), (end if end - last <= reach else last)
