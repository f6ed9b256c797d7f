"""The bibliography: one entry a source, with its letter, its label and its publication date as far as known.

In: annotated sources, publication dates. Out: source entries, sorted by id. Never: invents a publisher or a date.
"""

from collections.abc import Mapping, Sequence

from generator import edtf
from generator.collate.applied import Applied
from generator.model import AnnotatedSource, PublicationDate, Source, SourceEntry

LABEL_WORDS = 6  # of a title or a first sentence: enough to tell two sources apart, short enough for a badge
UNKNOWN = PublicationDate(edtf=None, basis="unknown", why="The text does not say.", span=None)


def list_sources(
    readings: Sequence[AnnotatedSource], publications: Mapping[str, PublicationDate]
) -> tuple[SourceEntry, ...]:
    """An entry for each source. Letters follow `added`, then the file's path; sources without `added` come first."""
    by_letter = sorted(readings, key=lambda reading: (reading.source.added or "", reading.source.file))
    letters = {reading.source.id: siglum(number) for number, reading in enumerate(by_letter)}
    return tuple(
        list_source(reading, letters[reading.source.id], publications.get(reading.source.id, UNKNOWN))
        for reading in sorted(readings, key=lambda reading: reading.source.id)
    )


def list_source(reading: AnnotatedSource, letter: str, published: PublicationDate) -> SourceEntry:
    """The entry of one source; what it prints of its words is not known yet (`shown` is 0)."""
    source = reading.source
    return SourceEntry(
        id=source.id,
        siglum=letter,
        file=source.file,
        sha256=source.sha256,
        label=source.label or make_label(reading, published),
        title=source.title,
        publisher=source.publisher,
        byline=source.byline,
        url=source.url,
        language=source.language,
        words=count_words(source),
        added=source.added,
        published=published,
        updated=source.updated or UNKNOWN,
        kind=source.kind,
        parts=source.parts,
        furniture=source.furniture,
        captions=source.captions,
        mode=source.mode,
        shown=0.0,
        curated=source.curated,
    )


def decided_of_sources(readings: Sequence[AnnotatedSource]) -> Applied:
    """What was done with the decisions that were applied while the sources were read, in the order of the sources."""
    return Applied(
        decided=tuple(one for reading in readings for one in reading.source.decided),
        anchors=tuple(one for reading in readings for one in reading.source.anchors),
    )


def siglum(number: int) -> str:
    """The letter of the source with this number, from 0.

    >>> [siglum(n) for n in (0, 25, 26, 27, 701, 702)]
    ['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def make_label(reading: AnnotatedSource, published: PublicationDate) -> str:
    """A short name for readers: publisher and date, else the title's first words, else those of the text."""
    source = reading.source
    if source.publisher:
        return f"{source.publisher}, {edtf.in_words(published.edtf)}" if published.edtf else source.publisher
    body = next((sentence.text for sentence in reading.sentences if sentence.role == "body"), source.id)
    return first_words(source.title or body)


def first_words(text: str) -> str:
    """The first words of a text, with an ellipsis where it goes on.

    >>> first_words("The old mill bridge was closed on Monday")
    'The old mill bridge was closed …'
    """
    words = text.split()
    return " ".join(words[:LABEL_WORDS]) + (" …" if len(words) > LABEL_WORDS else "")


def count_words(source: Source) -> int:
    """How many words, divided by white space, stand outside the furniture."""
    start, words = 0, 0
    for piece in source.furniture:
        words += len(source.text[start : piece.start].split())
        start = piece.end
    return words + len(source.text[start:].split())
