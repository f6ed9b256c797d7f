"""How a person names a passage: its first words, as many as stand together once in its source.

In: readings, spans. Out: the fields of a target. Never: names a passage by words that stand in two places.
"""

import re
from collections.abc import Iterator, Sequence

from generator.model import AnnotatedSource, Sentence, Span, Target
from generator.spans import sentence_at, witness
from generator.wording import Finder

FEWEST = 5  # words with which a passage is named, if it has so many: fewer are hard to recognise
WORD = re.compile(r"\S+")

Fields = tuple[tuple[str, str], ...]


class Passages:
    """The sources, searched for words that name a passage."""

    __slots__ = ("_finder", "_readings")

    def __init__(self, readings: Sequence[AnnotatedSource]) -> None:
        """Of the readings texts and sentences are used."""
        self._readings = {reading.source.id: reading for reading in readings}
        self._finder = Finder(reading.source for reading in readings)

    def name(self, span: Span) -> Fields | None:
        """The fields `passage` and `in` that mean the span.

        If its words stand elsewhere too, those behind it in its sentence are taken in; None where that does not help.
        """
        source, sentence = self._readings[span.source].source, self.sentence(span)
        inside = [found.end() for found in WORD.finditer(source.text, span.start, span.end)]
        behind = [found.end() for found in WORD.finditer(source.text, span.end, sentence.end)]
        ends = [*inside, *behind]
        least = min(FEWEST, len(inside))
        for end in ends[max(0, least - 1) :]:
            target = Target(source=span.source, part=span.part, words=source.text[span.start : end])
            if len(self._finder.find(target)) == 1:
                return (("passage", " ".join(target.words.split())), ("in", witness(span)))
        return None

    def sentence(self, span: Span) -> Span:
        """The sentence that holds a span's start, the span itself where none does."""
        return sentence_at(self._readings[span.source].sentences, span.start) or span

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of every source, by source and place."""
        for _, reading in sorted(self._readings.items()):
            yield from reading.sentences

    def line(self, span: Span) -> str:
        """The sentence that holds a span, with the witness that prints it."""
        return f"{witness(span)}: {self.sentence(span).text}"

    def language(self, span: Span) -> str:
        """The BCP 47 tag of the sentence that holds a span, else of its source."""
        reading = self._readings[span.source]
        return (sentence_at(reading.sentences, span.start) or reading.source).language

    def main_language(self) -> str:
        """The language in which most sources are written; of equally many the first by its tag."""
        tags = sorted(reading.source.language for reading in self._readings.values())
        return max(tags, key=tags.count, default="und")
