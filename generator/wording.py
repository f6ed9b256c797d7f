"""Finds a quoted wording in a text: verbatim but for white space and the style of quotation marks and apostrophes.

In: a text, the words looked for. Out: where they stand, or what stands nearest. Never: ignores a letter, its case, an
accent or a hyphen; chooses among several places.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from generator.model import Record, Source, Span, Target
from generator.spans import cut

MARKS = dict.fromkeys(map(ord, "\"'“”„‟«»‹›‘’‚‛ʼ′″`´"), "'")
WHITE = re.compile(r"\s+")
LIKE = 60.0  # of 100: under it, what stands nearest has nothing in common with the words but letters


Range = tuple[int, int]  # half-open, in code points


class Folded(Record, frozen=True, kw_only=True):
    """A text with white space and quotation marks folded; `starts`: where its characters stood, and the text's end."""

    text: str
    starts: Sequence[int]


def fold(text: str) -> Folded:
    """The text as two writers of the same words agree on it.

    >>> fold("“A\\xa0 b”").text, list(fold("“A\\xa0 b”").starts)
    ("'A b'", [0, 1, 2, 4, 5, 6])
    """
    starts = array("L")
    pieces: list[str] = []
    at = 0
    for space in WHITE.finditer(text):
        pieces.extend((text[at : space.start()], " "))
        starts.extend(range(at, space.start() + 1))
        at = space.end()
    pieces.append(text[at:])
    starts.extend(range(at, len(text) + 1))
    return Folded(text="".join(pieces).translate(MARKS), starts=starts)


def find_wording(folded: Folded, words: str) -> Iterator[Range]:
    """Every place where the words stand, as a range of the text that was folded; never a part of a longer word."""
    wanted = fold(words.strip()).text
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not _in_one_word(folded.text, at) and not _in_one_word(folded.text, end):
            yield folded.starts[at], folded.starts[end - 1] + 1
        at = folded.text.find(wanted, at + 1)


def find_nearest(folded: Folded, words: str) -> Range | None:
    """The passage most like the words, widened to whole words; None where nothing is like them."""
    text = folded.text
    found = fuzz.partial_ratio_alignment(fold(words.strip()).text, text, score_cutoff=LIKE)
    passage = text[found.dest_start : found.dest_end] if found else ""
    if found is None or not passage.strip():
        return None
    start = text.rfind(" ", 0, found.dest_end - len(passage.lstrip())) + 1
    end = text.find(" ", found.dest_start + len(passage.rstrip()))
    return folded.starts[start], folded.starts[(end if end >= 0 else len(text)) - 1] + 1


def _in_one_word(text: str, at: int) -> bool:
    """Whether the characters on both sides of a place belong to one word; scripts without case run words together."""
    return 0 < at < len(text) and all(c.isdecimal() or c.lower() != c.upper() for c in text[at - 1 : at + 1])


class Finder:
    """Finds quoted words in sources; each source's text is folded once, when it is first searched."""

    __slots__ = ("_folded", "_sources")

    def __init__(self, sources: Iterable[Source]) -> None:
        """Only these sources are searched."""
        self._sources = {source.id: source for source in sources}
        self._folded: dict[str, Folded] = {}

    def find(self, target: Target) -> tuple[Span, ...]:
        """Every place where the words stand in the source, and in its part if one is named; none if it is not there."""
        source = self._sources.get(target.source)
        if source is None:
            return ()
        spans = (cut(source, start, end) for start, end in find_wording(self._fold(source), target.words))
        return tuple(span for span in spans if target.part in (None, span.part))

    def find_nearest(self, target: Target) -> Span | None:
        """The passage of the source that is most like the words, None where nothing is like them."""
        source = self._sources.get(target.source)
        place = find_nearest(self._fold(source), target.words) if source else None
        return cut(source, *place) if source and place else None

    def _fold(self, source: Source) -> Folded:
        if source.id not in self._folded:
            self._folded[source.id] = fold(source.text)
        return self._folded[source.id]
