"""The gate: the only way by which source text reaches a page or an export.

In: a dossier, the readings it rests on. Out: problems; text, escaped for its place, or the place alone.
Never: lets a text pass that its source's mode withholds.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

import msgspec
from markupsafe import Markup

from generator.model import AnnotatedSource, Dossier, Figure, NameForm, Sentence, Span
from generator.publish import escape, shares
from generator.publish.fragments import Fragments
from generator.publish.selectors import Selectors
from generator.publish.verification import verify
from generator.spans import cut, sentence_at

__all__ = ["Gate", "place_only", "verify"]


class Gate:
    """Holds the stored texts, and gives of them what each source's mode allows.

    In the mode `full` that is every span; in `excerpt` those that stand wholly in sentences which findings rest on, as
    far as the share allows, and pieces of a few words; in `pointer` none. A title is given in every mode.
    """

    __slots__ = ("_dossier", "_grants", "_readings", "fragments", "quotations", "selectors")

    def __init__(
        self,
        dossier: Dossier,
        readings: Sequence[AnnotatedSource],
        quoted: Iterable[Span] = (),
        located: Iterable[Span] = (),
    ) -> None:
        """`quoted` are the passages that hand-written pages quote: findings as well, and the weightiest.

        `located` are those to which they lead without printing their words; they come next.
        """
        self._dossier = dossier
        self._readings = {reading.source.id: reading for reading in readings}
        quoted = tuple(quoted)
        self._grants = shares.grant_sources(readings, dossier, quoted, located)
        self.quotations = len(quoted)  # how many passages hand-written pages quote
        self.selectors = Selectors(reading.source for reading in readings)
        self.fragments = Fragments(reading.source for reading in readings)

    def allows(self, span: Span) -> bool:
        """Whether the site may print the span's words. White space at its ends does not matter."""
        reading = self._readings[span.source]
        if reading.source.mode != "pointer" and shares.is_short(reading.sentences, self._stored(span)):
            return True
        return self.grants(span)

    def grants(self, span: Span) -> bool:
        """Whether the site prints the span anyway, as a title or as running text: no short piece passes for itself."""
        reading, words = self._readings[span.source], self._words(span)
        title = reading.source.title_span
        if title is not None and title.start <= words[0] and words[1] <= title.end:
            return True
        return any(first <= words[0] and words[1] <= last for first, last in self._ranges(span.source, *words))

    def text(self, span: Span) -> str | None:
        """The span's words as stored, None where they are withheld."""
        return self._stored(span).text if self.allows(span) else None

    def plain(self, span: Span) -> str:
        """The span's words as stored, not escaped, or its place."""
        text = self.text(span)
        return place_only(span) if text is None else text

    def html(self, span: Span) -> Markup:
        """The span's words for raw HTML on one line, or its place."""
        return escape.for_html(self.plain(span))

    def markdown(self, span: Span) -> Markup:
        """The span's words for inline Markdown on one line, or its place."""
        return escape.for_markdown(self.plain(span))

    def reason(self, sentence: str, span: Span) -> str:
        """A sentence of ours with a withheld passage that it repeats, in quotation marks or not, as its place."""
        if not span.text or self.allows(span):
            return sentence
        return sentence.replace(f"“{span.text}”", place_only(span)).replace(span.text, place_only(span))

    def names(self, form: NameForm) -> bool:
        """Whether a form of a name may be printed: some source that has it is more than named by place."""
        return any(self.share_limit(source) for source in form.sources)

    def calls(self, figure: Figure) -> bool:
        """Whether a figure may be called by what it is the figure of: words around it, else of one of its values."""
        if figure.frame is None:
            return any(self.allows(value) for value in figure.values)
        return all(self.allows(span) for span in (figure.frame.before, figure.frame.behind) if span)

    def begins_inside(self, span: Span) -> bool:
        """Whether words of the same sentence stand before the span's first."""
        sentence = sentence_at(self._readings[span.source].sentences, span.start)
        before = "" if sentence is None else sentence.text[: max(0, span.start - sentence.start)]
        return any(char.isalnum() for char in before)

    def language(self, span: Span) -> str:
        """The BCP 47 tag of the span's words: its sentence's, else its part's, else its source's."""
        reading = self._readings[span.source]
        sentence = sentence_at(reading.sentences, span.start)
        part = next((part for part in reading.source.parts if part.id == span.part), None)
        return (sentence or part or reading.source).language

    def granted(self, span: Span) -> tuple[Span, ...]:
        """The pieces of a longer span that may be printed, in text order."""
        source = self._readings[span.source].source
        return tuple(
            cut(source, max(start, span.start), min(end, span.end))
            for start, end in self._ranges(span.source, span.start, span.end)
        )

    def length(self, source: str) -> int:
        """The length of a source's stored text, in code points."""
        return len(self._readings[source].source.text)

    def count_words(self, source: str, start: int, end: int) -> int:
        """How many words outside the furniture stand in a half-open range of a source's stored text."""
        return len(shares.find_words(self._readings[source].source, start, end))

    def sentences(self, source: str) -> tuple[Sentence, ...]:
        """All sentences of a source in text order, printed or not."""
        return self._readings[source].sentences

    def lines(self, source: str, starts: Iterable[int]) -> Iterator[int]:
        """The line of a source's stored text, from 1, in which each of the offsets stands; they are sorted."""
        text = self._readings[source].source.text
        line, at = 1, 0
        for start in starts:
            line, at = line + text.count("\n", at, start), start
            yield line

    def used_sentences(self, source: str) -> tuple[Sentence, ...]:
        """The sentences of a source on which a finding rests, in text order, printed or not."""
        return self._grants[source].used

    def share_limit(self, source: str) -> float:
        """The share (0-1) of a source's words that the site may print."""
        return shares.share_limit(self._readings[source].source)

    def with_shares(self) -> Dossier:
        """The dossier with the share (0-1, four places) of each source's words that the site may print."""
        sources = tuple(msgspec.structs.replace(s, shown=self._grants[s.id].shown) for s in self._dossier.sources)
        return msgspec.structs.replace(self._dossier, sources=sources)

    def _ranges(self, source: str, start: int, end: int) -> Iterator[shares.Range]:
        """The printable ranges of a source that share a character with a stretch of its text."""
        ranges = self._grants[source].ranges
        first = bisect_right(ranges, start, key=lambda place: place[1])
        return takewhile(lambda place: place[0] < end, islice(ranges, first, None))

    def _words(self, span: Span) -> shares.Range:
        """The span's range without the white space at its ends."""
        text = self._stored(span).text
        start = span.start + len(text) - len(text.lstrip())
        return start, start + len(text.strip())

    def _stored(self, span: Span) -> Span:
        """The span as the stored text has it, whatever the span says of itself."""
        return cut(self._readings[span.source].source, span.start, span.end)


def place_only(span: Span) -> str:
    """What is printed in place of words that are withheld.

    >>> place_only(Span(source="a", part=None, start=955, end=1477, text="…"))
    'place only: characters 955–1,477'
    """
    return f"place only: characters {span.start:,}–{span.end:,}"
