"""The proof of a dossier: every passage stands where it should, every id is one, every reference leads somewhere.

In: a dossier, the readings it rests on. Out: problems. Never: mends, prints, shortens.
"""

from collections import Counter
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
from generator.publish.walk import records_of
from generator.spans import part_at

DOSSIER = "data/dossier.json"  # where what is wrong concerns no single source
CONTEXT = 20  # characters shown around the first difference
UNSAFE = frozenset('/\\<>:"|?*') | frozenset(map(chr, range(32)))
RESERVED_PAGES = ("index", "readme")  # MkDocs makes both the index of their folder

Reference = tuple[str, str, str]  # who refers, to what kind of thing, its id


def verify(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Problems:
    """What is wrong with the spans, ids and references of a dossier and its readings: sorted, none if all is proven."""
    sources = {reading.source.id: reading.source for reading in readings}
    problems = [*check_spans(records_of(dossier), sources), *check_ids(dossier), *check_references(dossier, readings)]
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
            yield error(DOSSIER, f"{_name(span)} names the source “{span.source}”, which is not there.")
            continue
        yield from check_text(span, source)
        if span.start < span.end and part_at(source, span.start) != span.part:
            yield _at(source, span.start, f"{_name(span)} names the part “{span.part}”, which does not stand there.")


def check_pieces(owner: Source | SourceEntry, source: Source) -> Iterator[Problem]:
    """Whether furniture and captions read as they say, parts lie within the text, and all stand in order and apart."""
    for piece in owner.furniture + owner.captions:
        yield from check_text(piece, source)
    for part in owner.parts:
        if not 0 <= part.start <= part.end <= len(source.text):
            yield _at(source, 0, f"part “{part.id}” ({part.start}–{part.end}) reaches out of the text.")
    for pieces in (owner.furniture, owner.captions, owner.parts):
        yield from check_apart(pieces, source)


def check_apart(pieces: Sequence[Furniture | Caption | Part | Sentence], source: Source) -> Iterator[Problem]:
    """Whether pieces of one kind stand in text order and share no character."""
    for before, after in pairwise(pieces):
        if after.start < before.end:
            yield _at(source, after.start, f"{_name(after)} begins before the {_name(before)} ends.")


def check_text(span: Span | Furniture | Caption, source: Source) -> Iterator[Problem]:
    """Whether `text[start:end]` is the span's text, code point for code point."""
    if not 0 <= span.start <= span.end <= len(source.text):
        yield _at(source, 0, f"{_name(span)} ({span.start}–{span.end}) reaches out of the text.")
    elif source.text[span.start : span.end] != span.text:
        stored = source.text[span.start : span.end]
        at = first_difference(stored, span.text)
        yield _at(
            source,
            span.start + at,
            f"{_name(span)}, characters {span.start}–{span.end}, should read {around(span.text, at)} "
            f"but the stored text has {around(stored, at)} there. Build again from the sources as they are.",
        )


def check_sentences(reading: AnnotatedSource) -> Iterator[Problem]:
    """Whether a source's sentences stand in order and apart, each with an address of its own."""
    for id in _repeated(sentence.id for sentence in reading.sentences):
        yield error(reading.source.file, f"More than one sentence has the address “{id}”.")
    yield from check_apart(reading.sentences, reading.source)


def check_ids(dossier: Dossier) -> Iterator[Problem]:
    """Whether ids and aliases are each claimed once among their kind, and can be addresses."""
    for kind, ids in known_ids(dossier).items():
        for id in _repeated(ids):
            yield error(DOSSIER, f"More than one {kind} claims the id “{id}”. Give each an id of its own.")
    for letter in _repeated(source.siglum for source in dossier.sources):
        yield error(DOSSIER, f"More than one source has the letter {letter}.")
    for id in (*(source.id for source in dossier.sources), *(actor.id for actor in dossier.actors)):
        if not is_page_name(id):
            yield error(DOSSIER, f"The id “{id}” cannot be the name of a page. Give it another one.")


def is_page_name(id: str) -> bool:
    """Whether an id can be the name of a file on every system and is no name that MkDocs keeps for itself.

    >>> is_page_name("ann-lee"), is_page_name(".."), is_page_name("README"), is_page_name("a/b")
    (True, False, False, False)
    """
    return bool(id) and id[0] != "." and id.casefold() not in RESERVED_PAGES and not set(id) & UNSAFE


def known_ids(dossier: Dossier) -> dict[str, list[str]]:
    """All ids by kind, with their repetitions; those of events and families with their aliases."""
    return {
        "source": [source.id for source in dossier.sources],
        "date": [date.id for date in dossier.dates],
        "actor": [actor.id for actor in dossier.actors],
        "quotation": [quote.id for quote in dossier.quotes],
        "family": [id for family in dossier.families for id in {family.id, *family.aliases}],
        "event": [id for event in dossier.events for id in {event.id, *event.aliases}],
        "cluster": [cluster.id for cluster in dossier.clusters],
        "statement": [statement.id for statement in dossier.statements],
        "figure": [figure.id for figure in dossier.figures],
        "label": [label.id for label in dossier.labels],
    }


def check_references(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Iterator[Problem]:
    """Whether every id that a record refers to is there."""
    known = {kind: set(ids) for kind, ids in known_ids(dossier).items()}
    known["witness"] = known["source"] | {f"{entry.id}#{part.id}" for entry in dossier.sources for part in entry.parts}
    for who, kind, id in find_references(dossier):
        if id not in known[kind]:
            yield error(DOSSIER, f"{who} refers to the {kind} “{id}”, which is not there.")
    for reading in readings:
        candidates = {candidate.key for candidate in reading.candidates}
        for key in sorted(find_candidates(reading) - candidates):
            yield error(reading.source.file, f"A finding refers to the candidate “{key}”, which is not there.")


def find_candidates(reading: AnnotatedSource) -> set[str]:
    """The candidates that a reading's findings refer to."""
    keys = {finding.candidate for finding in reading.mentions + reading.descriptions}
    for quotation in reading.quotations:
        keys.update((*quotation.via, *_given(quotation.speaker)))
    return keys


def find_references(dossier: Dossier) -> Iterator[Reference]:
    """Every reference from one record of the dossier to another."""
    for actor in dossier.actors:
        who = f"actor “{actor.id}”"
        yield from ((who, "actor", id) for id in actor.possibly_same)
        yield from ((who, "source", id) for form in actor.names for id in form.sources)
    for quote in dossier.quotes:
        who = f"quotation “{quote.id}”"
        yield from ((who, "actor", id) for id in (*quote.via, *_given(quote.speaker)))
        yield from ((who, "family", id) for id in _given(quote.family))
    for family in dossier.families:
        who = f"family “{family.id}”"
        yield from ((who, "actor", id) for id in _given(family.speaker))
        yield from ((who, "quotation", id) for id in (family.base, *family.quotes))
        yield from ((who, "quotation", reading.quote) for reading in family.readings)
    yield from find_event_references(dossier)
    for cluster in dossier.clusters:
        yield from ((f"cluster “{cluster.id}”", "witness", id) for id in cluster.members)
    yield from (("an overlap", "source", id) for pair in dossier.overlap for id in (pair.a, pair.b))
    yield from ((f"statement “{s.id}”", "witness", cell.witness) for s in dossier.statements for cell in s.cells)
    yield from ((f"label “{label.id}”", "source", use.source) for label in dossier.labels for use in label.uses)


def find_event_references(dossier: Dossier) -> Iterator[Reference]:
    """Every reference from an event to another record."""
    for event in dossier.events:
        who = f"event “{event.id}”"
        yield from ((who, "actor", id) for id in (*event.actors, *event.places, *_given(event.attributed_to)))
        yield from ((who, "date", id) for report in event.reports for id in _given(report.date))
        if event.first_reported is not None:
            yield who, "witness", event.first_reported.witness


def _given(id: str | None) -> tuple[str, ...]:
    return () if id is None else (id,)


def _repeated(ids: Iterable[str]) -> list[str]:
    return sorted(id for id, count in Counter(ids).items() if count > 1)


def _name(record: Record) -> str:
    """What a record is called in a message: its kind, with its id where it has one."""
    id = getattr(record, "id", None)
    return type(record).__name__.lower() + (f" “{id}”" if id else "")


def first_difference(a: str, b: str) -> int:
    """Where two unequal texts part."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def around(text: str, at: int) -> str:
    """A text near one of its characters, on one line, in quotation marks."""
    start, end = max(0, at - CONTEXT), at + CONTEXT
    piece = " ".join(text[start:end].split())
    return f"“{'…' if start else ''}{piece}{'…' if end < len(text) else ''}”"


def _at(source: Source, offset: int, message: str) -> Problem:
    return error(source.file, message, line=1 + source.text.count("\n", 0, offset))
