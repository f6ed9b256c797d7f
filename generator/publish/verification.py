"""The proof of a dossier: every passage stands where it should, and is the one that was found there.

In: a dossier, the readings it rests on. Out: problems. Never: mends, prints, shortens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.model import (
    AnnotatedSource,
    Caption,
    Dossier,
    Furniture,
    Part,
    Record,
    Sentence,
    Source,
    SourceEntry,
    Span,
)
from generator.problems import Problem, Problems, error, in_order
from generator.publish.findings import check_findings
from generator.publish.identity import DOSSIER, check_ids, check_references, repeated
from generator.publish.messages import around, at_place, first_difference, name_of
from generator.publish.walk import records_of
from generator.spans import part_at


def prove(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Problems:
    """What is wrong with a dossier: as `verify` has it, and with findings that are not those of the readings."""
    return in_order([*verify(dossier, readings), *check_findings(dossier, readings)])


def verify(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Problems:
    """What is wrong with the spans, ids and references of a dossier and its readings: sorted, none if all is proven."""
    sources = {reading.source.id: reading.source for reading in readings}
    problems = [
        *check_spans(records_of(dossier), sources),
        *check_ids(dossier),
        *check_references(dossier, readings),
    ]
    for entry in dossier.sources:
        if entry.id in sources:
            problems.extend(check_pieces(entry, sources[entry.id]))
        else:
            problems.append(error(DOSSIER, f"The text of the source “{entry.id}” is not there."))
    for reading in readings:
        source = reading.source
        problems.extend(check_pieces(source, source))
        problems.extend(check_spans(records_of(reading), {source.id: source}))
        problems.extend(check_sentences(reading))
    return in_order(problems)


def check_spans(records: Iterable[Record], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Whether each span among the records reads in its source as it says, in the part that it names."""
    for span in records:
        if not isinstance(span, Span):
            continue
        source = sources.get(span.source)
        if source is None:
            yield error(DOSSIER, f"{name_of(span)} names the source “{span.source}”, which is not there.")
            continue
        yield from check_text(span, source)
        if span.start < span.end and part_at(source, span.start) != span.part:
            message = f"{name_of(span)} names the part “{span.part}”, which does not stand there."
            yield at_place(source, span.start, message)


def check_pieces(owner: Source | SourceEntry, source: Source) -> Iterator[Problem]:
    """Whether furniture and captions read as they say, parts lie within the text, and all stand in order and apart."""
    for piece in owner.furniture + owner.captions:
        yield from check_text(piece, source)
    for part in owner.parts:
        if not 0 <= part.start <= part.end <= len(source.text):
            yield at_place(source, 0, f"part “{part.id}” ({part.start}–{part.end}) reaches out of the text.")
    for pieces in (owner.furniture, owner.captions, owner.parts):
        yield from check_apart(pieces, source)


def check_apart(pieces: Sequence[Furniture | Caption | Part | Sentence], source: Source) -> Iterator[Problem]:
    """Whether pieces of one kind stand in text order and share no character."""
    for before, after in pairwise(pieces):
        if after.start < before.end:
            yield at_place(source, after.start, f"{name_of(after)} begins before the {name_of(before)} ends.")


def check_text(span: Span | Furniture | Caption, source: Source) -> Iterator[Problem]:
    """Whether `text[start:end]` is the span's text, code point for code point."""
    if not 0 <= span.start <= span.end <= len(source.text):
        yield at_place(source, 0, f"{name_of(span)} ({span.start}–{span.end}) reaches out of the text.")
    elif source.text[span.start : span.end] != span.text:
        stored = source.text[span.start : span.end]
        at = first_difference(stored, span.text)
        yield at_place(
            source,
            span.start + at,
            f"{name_of(span)}, characters {span.start}–{span.end}, should read {around(span.text, at)} "
            f"but the stored text has {around(stored, at)} there. Build again from the sources as they are.",
        )


def check_sentences(reading: AnnotatedSource) -> Iterator[Problem]:
    """Whether a source's sentences stand in order and apart, each with an address of its own."""
    for id in repeated(sentence.id for sentence in reading.sentences):
        yield error(reading.source.file, f"More than one sentence has the address “{id}”.")
    yield from check_apart(reading.sentences, reading.source)
