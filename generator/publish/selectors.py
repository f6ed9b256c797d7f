"""A passage as others can find it again: the words with those around them, and its place.

Source: W3C Web Annotation Data Model (Recommendation, 2017), 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector.
Words before and after are taken as far as they are needed to make the quotation stand once in the stored text.

In: spans, sources. Out: records. Never: decides what may be printed; looks for a passage elsewhere than at its place.
"""

import re
from collections.abc import Iterable

from generator.model import Record, Source, Span
from generator.publish.occurrences import Occurrences

CONTEXT = 32  # characters on each side to begin with: some five words, as annotation tools take
WORD_START = re.compile(r"(?<!\S)\S")
WORD_END = re.compile(r"\S(?!\S)")
MOST_CONTEXT = 160  # characters on each side: what that much does not tell apart, its position does


class Selector(Record, frozen=True, kw_only=True):
    """A TextQuoteSelector and a TextPositionSelector (half-open, code points) of a passage in the stored text.

    `sha256` is of the source's file. `unique` says that `prefix + exact + suffix` is known to stand once; where it is
    not, position alone decides.
    """

    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    sha256: str
    unique: bool

    @property
    def before(self) -> tuple[int, int]:
        """Where the prefix stands."""
        return self.start - len(self.prefix), self.start

    @property
    def after(self) -> tuple[int, int]:
        """Where the suffix stands."""
        return self.end, self.end + len(self.suffix)


class Selectors:
    """Makes the selectors of passages; each source's text is indexed once, when it is first asked for."""

    __slots__ = ("_indexes", "_sources")

    def __init__(self, sources: Iterable[Source]) -> None:
        """Only passages of these sources have selectors."""
        self._sources = {source.id: source for source in sources}
        self._indexes: dict[str, Occurrences] = {}

    def of(self, span: Span) -> Selector:
        """The selector of a passage."""
        source = self._sources[span.source]
        if source.id not in self._indexes:
            self._indexes[source.id] = Occurrences(source.text)
        first, last, unique = widen(self._indexes[source.id], span.start, span.end)
        return Selector(
            source=source.id,
            exact=source.text[span.start : span.end],
            prefix=source.text[first : span.start],
            suffix=source.text[span.end : last],
            start=span.start,
            end=span.end,
            sha256=source.sha256,
            unique=unique,
        )


def widen(text: Occurrences, start: int, end: int) -> tuple[int, int, bool]:
    """The range from the prefix's start to the suffix's end, and whether its words are known to stand once.

    If the least context is not enough, so many words are added on both sides as make them stand once, and no more.
    """
    first, last = border_before(text.text, start), border_after(text.text, end)
    if _stands_once(text, first, last):
        return first, last, True
    before, after = borders_before(text.text, start, first), borders_after(text.text, end, last)
    even = max(len(before), len(after))
    before += before[-1:] * (even - len(before))
    after += after[-1:] * (even - len(after))
    least, most = 1, even - 1
    if not _stands_once(text, before[most], after[most]):
        return before[most], after[most], False
    while least < most:  # what stands once still does so with more around it
        middle = (least + most) // 2
        least, most = (least, middle) if _stands_once(text, before[middle], after[middle]) else (middle + 1, most)
    return before[least], after[least], True


def border_before(text: str, start: int) -> int:
    """Where the least prefix begins: with a whole word, unless it has none."""
    near = max(0, start - CONTEXT)
    word = WORD_START.search(text, near, start)
    return word.start() if word else near


def border_after(text: str, end: int) -> int:
    """Where the least suffix ends: with a whole word, unless it has none."""
    near = min(len(text), end + CONTEXT)
    words = _word_ends(text, end, near)
    return words[-1] if words else near


def borders_before(text: str, start: int, first: int) -> list[int]:
    """Where prefixes begin: the least one (`first`), then a word further back each time."""
    far = max(0, start - MOST_CONTEXT)
    words = [word.start() for word in WORD_START.finditer(text, far, first)]
    return [first, *(words[::-1] or [far])]


def borders_after(text: str, end: int, last: int) -> list[int]:
    """Where suffixes end: the least one (`last`), then a word further each time."""
    far = min(len(text), end + MOST_CONTEXT)
    return [last, *(_word_ends(text, last, far) or [far])]


def _word_ends(text: str, start: int, end: int) -> list[int]:
    """Where the words that end in a range do so; what the end of the range cuts is none."""
    words = [word.end() for word in WORD_END.finditer(text, start, end)]
    if words and words[-1] == end < len(text) and not text[end].isspace():
        words.pop()
    return words


def _stands_once(text: Occurrences, start: int, end: int) -> bool:
    return text.stands_once(text.text[start:end])
